package walk

import (
	"slices"

	"firstsession/content"
	"firstsession/content/plain"
)

// Started reports whether the reader did anything yet.
func (w Walk) Started() bool { return w.started }

// State says how far a chapter, counted from 1, is. It is done when every
// section was read, every question answered or shown and every reflection
// passed; a question that is offered once more is an offer and holds nothing
// up. The commitment is done when it was signed, or declined and no promise of a
// member's is left open. Of an intake's chapter only what is not left out counts.
func (w Walk) State(chapter int) State {
	decided := chapter == w.Chapters() && w.isDecided()
	switch {
	case decided && (w.intake || len(w.Open()) == 0):
		return Done
	case w.LeftOut(chapter):
		return LeftOut
	}
	begun, done := decided, true
	for _, s := range w.plan.chapter(chapter) {
		if w.planned(s) {
			begun = begun || w.touched(s)
			done = done && (s.Kind == Opening || w.isPast(s))
		}
	}
	switch {
	case !begun:
		return ToCome
	case !done:
		return Begun
	default:
		return Done
	}
}

func (w Walk) isDecided() bool {
	return w.Outcome().IsDecided() || !w.intake && (w.signed != nil && !w.lapsed || w.declined)
}

// touched reports whether the reader did anything at a step but come to it.
func (w Walk) touched(s Step) bool {
	_, tried := w.tries[s.ID]
	_, ticked := w.ticks[s.ID]
	return tried || ticked || w.passed[s.ID] || w.answers[s.ID] != Unanswered
}

// QuestionsLeft is how many questions of a chapter are not settled, once all else
// of it was gone through; 0 before that.
func (w Walk) QuestionsLeft(chapter int) int {
	left := 0
	for _, s := range w.plan.chapter(chapter) {
		switch {
		case !w.planned(s) || s.Kind == Opening || w.isPast(s):
		case s.Kind == Question:
			left++
		default:
			return 0
		}
	}
	return left
}

// StillOpen are the questions, in order, that were missed or left for later, and
// neither answered nor shown since: each in the form of it that was met last, by
// which the reader knows it.
func (w Walk) StillOpen() []Step {
	open := w.list(func(s Step) bool { return w.isOpen(s) && w.shown(s) })
	for i := range open {
		again := Step{ID: open[i].ID, Again: true}
		_, met := w.tries[again.Key()]
		open[i].Again = met || w.at.Key() == again.Key()
	}
	return open
}

// StaysOpen reports whether a question that is left for later is asked again
// by itself: if this walk has it, and it was neither answered nor shown.
func (w Walk) StaysOpen(s Step) bool { return w.planned(s) && !w.settled(s.ID) }

func (w Walk) isOpen(s Step) bool {
	_, tried := w.tries[s.ID]
	return s.Kind == Question && !s.Again && tried && !w.settled(s.ID)
}

// Seen are the ids of the sections that were read, in the guide's order. One
// that was looked up is among them, even if it is left out of an intake.
func (w Walk) Seen() []string {
	return plain.Some(w.plan.steps, func(s Step) (string, bool) { return s.ID, s.Kind == Section && w.passed[s.ID] })
}

// Question is what is asked at a step; one without words if nothing is.
func (w Walk) Question(s Step) content.Question {
	if q := w.plan.questions[s.Key()]; q != nil {
		return *q
	}
	return content.Question{}
}

// Tries is how far the reader is with a question, by its step's key: when it
// is offered once more, it is tried afresh.
func (w Walk) Tries(key string) Tries {
	if s, ok := w.Find(key); !ok || s.Kind != Question {
		return Tries{}
	}
	t, tried := w.tries[key], make([]bool, len(w.plan.questions[key].Options))
	copy(tried, t.Tried)
	t.Tried, t.Last = tried, slices.Clone(t.Last)
	return t
}

// Ticks is what the reader said to a reflection, and whether they said anything.
func (w Walk) Ticks(id string) (Ticks, bool) {
	t, ok := w.ticks[id]
	t.Options = slices.Clone(t.Options)
	return t, ok
}

// Answer is what the reader answered to a statement.
func (w Walk) Answer(statement string) Answer { return w.answers[statement] }

// Dropped are the answers and ticks that Replay dropped, and that were not given anew.
func (w Walk) Dropped() []Dropped {
	var dropped []Dropped
	for _, s := range w.plan.steps {
		dropped = append(dropped, w.dropped[s.ID]...)
	}
	return dropped
}

// Notes are the reader's notes in the order in which they were taken. A note
// is the reader's own and is kept even if the step at which it was taken is
// no longer in the guide.
func (w Walk) Notes() []Note {
	return plain.Only(w.notes, func(n Note) bool { return n.Text != "" })
}

// Included reports whether a note or a reflection, by its id, goes into the record.
func (w Walk) Included(id string) bool { return w.included[id] }

// Signed is the last signature, and whether there is one. It stays when the
// reader later chose not to sign again: the record is there.
func (w Walk) Signed() (Signed, bool) {
	if w.signed == nil {
		return Signed{}, false
	}
	return *w.signed, true
}

// Declined reports whether the reader, when last asked, chose not to sign.
func (w Walk) Declined() bool { return w.declined }

// The outcomes of a try.
const (
	Right    = "right"
	NotQuite = "not quite"
)

// Outcome is Right if exactly the right options were chosen, and NotQuite otherwise.
func Outcome(q content.Question, chosen []int) string {
	for i, option := range q.Options {
		if option.Right != slices.Contains(chosen, i) {
			return NotQuite
		}
	}
	return Right
}

// Missing is how many right options are not among the chosen.
func Missing(q content.Question, chosen []int) int {
	missing := 0
	for i, option := range q.Options {
		if option.Right && !slices.Contains(chosen, i) {
			missing++
		}
	}
	return missing
}
