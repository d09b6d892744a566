package walk

import (
	"maps"
	"slices"
	"time"
)

// progress is what one reader did. Only take changes it, one fact at a time:
// what was applied and what is replayed can therefore not differ.
type progress struct {
	seq      int // of the last fact
	started  bool
	at       Step // the step last reached; the zero Step if none was
	gone     bool // that step is not in the guide any more, and at is another
	passed   map[string]bool
	tries    map[string]Tries // by key; their slices are replaced, never changed
	ticks    map[string]Ticks // as above
	answers  map[string]Answer
	dropped  map[string][]Dropped // by id, what was said to words that no longer stand
	language string               // of what was done last; empty if nothing was
	group    string               // that the reader has said they may join
	notes    []Note               // without text once taken away, so that no id is given twice
	noteAt   map[string]int       // into notes, by id
	included map[string]bool
	signed   *Signed  // never changed once set
	inRecord said     // and what it holds
	records  []string // where each record that was signed is; added to in a copy
	declined bool
	saves    []Saving // of which it is not known what became of them
	// lapsed is set while a signature stands for a text or promises that are no
	// longer those of the guide, and stale if its name was typed under such.
	lapsed, stale bool
	otherFacts    bool   // see OtherFacts
	shownOf       string // the code of the practice file that was shown before those

	short bool // a member goes the short way

	// These are an intake's.
	intake    bool
	form      Form            // its slice is replaced, never changed
	flags     map[string]bool // by key
	name      string
	ending    Ending
	copyGiven string
	unsaved   bool // something that goes into a record changed since the last was saved
	before    Step // the step last reached that is not one of the end's
	goneFrom  bool // as gone, of before
	when      moments
	// answered says that an answer was given since the name was typed.
	answered bool
}

// moments are when what decides an intake's outcome happened last.
type moments struct{ named, declined, ended time.Time }

// copied is a map of its own, to be written to.
func copied[V any](all map[string]V) map[string]V {
	if all == nil {
		return map[string]V{}
	}
	return maps.Clone(all)
}

// clone shares nothing with the original that a fact can change.
func (p progress) clone() progress {
	p.passed, p.included, p.flags = copied(p.passed), copied(p.included), copied(p.flags)
	p.tries, p.ticks, p.answers, p.dropped = copied(p.tries), copied(p.ticks), copied(p.answers), copied(p.dropped)
	p.notes, p.noteAt, p.saves = slices.Clone(p.notes), copied(p.noteAt), slices.Clone(p.saves)
	return p
}

// onceMore reports whether the question is offered again at the end of its
// chapter: it was missed or shown, or left for later.
func (t Tries) onceMore() bool { return t.Later || t.Done && (t.Missed || t.Shown) }

// comesBack reports whether a question is offered again at the end of its chapter.
// One that was begun there, or is looked at there, is not taken away by an
// answer given where it stood first.
func (w Walk) comesBack(id string) bool {
	again := Step{ID: id, Again: true}
	_, begun := w.tries[again.Key()]
	return begun || w.tries[id].onceMore() || w.at.Again && w.at.ID == id
}

// settled reports whether a question was answered or shown, be it when offered again.
func (w Walk) settled(id string) bool {
	return w.tries[id].Done || w.tries[Step{ID: id, Again: true}.Key()].Done
}
