// Package ledger keeps, in a folder of records, which records and additions to them
// there were: the number of each, its digest and its day, and nothing of anybody. Each writer,
// one user on one computer, has a file of its own there, in the journal's format,
// so that a folder which is synced by copying merges. No reference, no outcome
// and no name may come in.
package ledger

import (
	"maps"
	"slices"
	"time"

	"firstsession/content/plain"
)

// The kinds of a ledger's lines. The subject of each is a number: of a record or an
// addition. A version before additions were noted passes their lines over.
const (
	noted  = "record"   // Data.Text is its digest
	added  = "addition" // so it is; Data.At is the number of its record
	erased = "erased"   // it is to go: said before its files do
	gone   = "gone"     // all its files went
	// cut has no record's number: it says how many lines were lost above it.
	cut = "cut"
	// beside has no record's number either: another writer's, whose ledger was there.
	beside = "beside"
	// away has it, too: that ledger was not there any more. It may be the writer's own,
	// which begins anew.
	away = "away"
)

// folderName is that of a writer's folder among the records.
var folderName = plain.Late(`^ledger-([0-9a-f]{16})$`)

// Line is what the ledgers of a folder say of one record or addition.
type Line struct {
	ID, Digest string
	Of         string // the record that it was added to; empty for a record
	Day        time.Time
	Erased     bool // it was to be erased, in whichever ledger
	Gone       bool // and all its files went
	// place is, of each writer who noted it, where in their ledger: whatever they
	// noted behind it came later.
	place map[string]int
	// when it was last to be erased, and when its files last were gone
	erasing, gone time.Time
}

// Ledger is what all writers' ledgers in a folder say.
type Ledger struct {
	Lines    []Line // by day
	Any      bool   // there is a ledger, whether it can be read or not
	Troubles []Trouble
	byID     map[string]int
	// of each writer, whether a ledger is there, and in whose ledgers that is noted
	there map[string]bool
	known map[string][]string
	told  map[string]bool // that it is not there any more is noted, too
}

// strangers are the writers with a ledger here of which that of one says nothing.
func (l Ledger) strangers(writer string) []string {
	return plain.Some(slices.Sorted(maps.Keys(l.there)), func(other string) (string, bool) {
		return other, other != writer && !slices.Contains(l.known[other], writer)
	})
}

// away are the writers whose ledgers were here, and are not.
func (l Ledger) away() []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(l.known)), func(writer string) bool { return l.there[writer] })
}

func (l Ledger) has(id string) bool { _, ok := l.byID[id]; return ok }

// Find is the line of a record.
func (l Ledger) Find(id string) (line Line, found bool) {
	i, found := l.byID[id]
	if found {
		line = l.Lines[i]
	}
	return line, found
}

// Came reports whether a record that is not in the folder has been in it here: this
// writer noted it, or a later one of the same writer is here. Any other may still come.
func (l Ledger) Came(line Line, own string, here func(id string) bool) bool {
	if line.place[own] > 0 {
		return true
	}
	for _, other := range l.Lines {
		for writer, place := range line.place {
			if other.place[writer] > place && here(other.ID) {
				return true
			}
		}
	}
	return false
}
