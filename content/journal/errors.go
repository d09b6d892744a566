package journal

import (
	"fmt"

	"firstsession/content/plain"
)

var (
	// ErrInUse says that another process has the journal.
	ErrInUse error = &plain.Told{Key: "in_use", Text: "the guide is open in another window on this computer; close it there first"}
	// ErrBroken says that the journal takes no more facts until it is opened again.
	ErrBroken error = &plain.Told{Key: "broken", Text: "the journal could not be written to its end, and nothing more is kept until the program is started again; what was kept before is safe"}
	// ErrMoved says that what was kept does not lie where it will be looked for.
	ErrMoved error = &plain.Told{Key: "moved", Text: "the file that your place is kept in was moved, taken away or changed by another program; nothing is kept until it is back, or the guide is started again"}
	// ErrTooMuch says that one fact is longer than a line may be.
	ErrTooMuch error = &plain.Told{Key: "too_much", Text: "the text is too long to be kept; a shorter one can be"}
)

// DamageError says that a journal cannot be read from a line on.
type DamageError struct {
	Path string
	Line int // counted from 1
	Why  string
}

func (e *DamageError) Error() string {
	return fmt.Sprintf("%s is damaged: line %d cannot be read (%s)", e.Path, e.Line, e.Why)
}

// Told is its key in words.toml. Why is for whoever mends it, in English.
func (e *DamageError) Told() (key string, pairs []any) {
	return "damaged_at", []any{"path", e.Path, "line", e.Line}
}

// NewerError says that a journal was written by a later version of the program.
type NewerError struct {
	Path   string
	Format int
}

func (e *NewerError) Error() string {
	return fmt.Sprintf("%s was written by a newer version of this program (format %d, this version reads %d); it is safe, and the newer version opens it", e.Path, e.Format, Format)
}

// Told is its key in words.toml.
func (e *NewerError) Told() (key string, pairs []any) { return "journal_newer", []any{"path", e.Path} }
