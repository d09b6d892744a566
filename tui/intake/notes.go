package intake

import (
	"firstsession/content"
	"firstsession/content/walk"
)

// ShownNotes are the notes as a list of them may show them: without their words
// where those are covered. Said is then how many there are, and where the client
// can show them; it is empty otherwise.
func ShownNotes(w walk.Walk) (notes []walk.Note, said string) {
	notes = w.Notes()
	if !w.Covers() || len(notes) == 0 {
		return notes, ""
	}
	words := w.Guide().Words.Intake
	for i := range notes {
		notes[i].Text, notes[i].At = content.Fill(words.NoteCovered, "n", i+1), ""
	}
	return notes, content.Fill(words.NotesCovered, "count", len(notes), "page", words.Talk)
}

// ShownOwn is what the client wrote to a reflection as its page may show it:
// that it is covered, where it is. It is empty if nothing was written.
func ShownOwn(w walk.Walk, ticks walk.Ticks) string {
	if ticks.Own != "" && w.Covers() {
		return w.Guide().Words.Intake.OwnCovered
	}
	return ticks.Own
}

// CanFlag says whether there is something to talk about on a kind of step, and
// with that a note for the clinician.
func CanFlag(kind walk.Kind) bool {
	switch kind {
	case walk.Opening, walk.Section, walk.Question, walk.Reflection, walk.Statement:
		return true
	default:
		return false
	}
}

// CanEnd says whether an intake can be ended early from a kind of step: not
// where its end is at hand, or has been saved.
func CanEnd(kind walk.Kind) bool {
	switch kind {
	case "", walk.Countersign, walk.Copy, walk.Closing, walk.Clearing:
		return false
	default:
		return true
	}
}

// CanNote says whether a note can still go into the record from a kind of
// step.
func CanNote(kind walk.Kind) bool {
	switch kind {
	case walk.Copy, walk.Closing, walk.Clearing:
		return false
	default:
		return true
	}
}

// NoteFor is the guide's note for the clinician about a step, in Markdown:
// that of its section, of the section that a question belongs to, or of its
// chapter; empty if there is none.
func NoteFor(w walk.Walk, step walk.Step) string {
	guide := w.Guide()
	if step.Chapter == w.Chapters() {
		return guide.Commitment.Note
	}
	if step.Chapter < 1 || step.Chapter > len(guide.Chapters) {
		return ""
	}
	chapter := guide.Chapters[step.Chapter-1]
	for _, section := range chapter.Sections {
		here := section.ID == step.ID
		for _, question := range section.Questions {
			here = here || question.ID == step.ID
		}
		if here && section.Note != "" {
			return section.Note
		}
	}
	return chapter.Note
}
