package ledger

import (
	"errors"
	"fmt"

	"firstsession/content/journal"
	"firstsession/content/plain"
)

// Trouble is a ledger of which something is lost, or that cannot be read.
type Trouble struct {
	Path string
	Err  error
}

// Damaged reports whether what a ledger said is lost, and whether nothing is left to
// mend: that was before the records in the folder were noted again.
func (t Trouble) Damaged() (damaged, before bool) {
	if lost, ok := errors.AsType[LostError](t.Err); ok {
		return true, lost.Before
	}
	return plain.IsA[*journal.DamageError](t.Err), false
}

// LostError says that lines of a ledger are lost.
type LostError struct {
	Lines  int
	Before bool // it was so when more was written, to it or in its place
	Away   bool // all of it is, and another ledger knows that it was there
}

// Told is its key in words.toml.
func (e LostError) Told() (key string, pairs []any) {
	switch {
	case e.Away:
		return "ledger_away", nil
	case e.Before:
		return "ledger_before", nil
	}
	return "ledger_lines", []any{"n", e.Lines}
}

func (e LostError) Error() string {
	if e.Away {
		return "it was beside another, and is not here: it was taken away, or has not been synced yet"
	}
	if e.Before {
		return "it was damaged before more was written to it, and what the lost lines said is not known; the records in the folder were noted again"
	}
	return fmt.Sprintf("lines at its end are gone or damaged (%d): it was cut or changed, or has not been synced whole yet", e.Lines)
}
