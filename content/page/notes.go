package page

import (
	"slices"
	"strings"
	"unicode/utf8"

	"firstsession/content"
	"firstsession/content/walk"
)

// mostInNote is how many letters there is room for in a note.
const mostInNote = 2000

// notes is the list of what the reader wants to take to their therapist, with
// room for one more.
type notes struct {
	at    string // the key of the step at which a new one is taken
	draft string // what is to be kept, and is not yet
	said  Notice
}

// NewNotes is the list of notes; a new one is taken at the step with the key
// at. Without one, the list is shown rather than a note asked for.
func NewNotes(at string) Page { return notes{at: at} }

func rowOf(note walk.Note) string { return "note " + note.ID }

func (p notes) Show(s State) Sheet {
	words := s.Words().Notes
	sheet := Sheet{Title: words.Title, Notice: p.said}
	if s.Fresh {
		sheet.say(words.Later)
	} else {
		sheet.add(Item{ID: NewNoteID, Kind: Line, Label: words.Line, Text: p.draft, Most: mostInNote})
		if p.at != "" {
			sheet.Ask = NewNoteID
		}
	}
	all := s.Walk.Notes()
	if s.Walk.Covers() {
		sheet.covered(s, all)
		all = nil
	}
	for _, note := range slices.Backward(all) {
		sheet.add(Item{ID: rowOf(note), Kind: Row, Label: note.Text, Help: takenAt(s, note)})
	}
	if len(s.Walk.Notes()) == 0 && !s.Fresh {
		sheet.under(Part{Text: words.None})
	}
	sheet.under(Part{Kind: Quiet, Text: whoSees(s)})
	sheet.goesOn(s.Words().Keys.Back)
	return sheet
}

// covered lists notes with a number instead of their words, in the order in
// which they stand wherever they can be shown.
func (s *Sheet) covered(state State, all []walk.Note) {
	words := state.Words()
	if len(all) > 0 {
		s.say(state.Fill(words.Intake.NotesCovered, "count", len(all), "page", words.Intake.Talk))
	}
	for i, note := range all {
		s.add(Item{ID: rowOf(note), Kind: Row, Label: state.Fill(words.Notes.Covered, "n", i+1)})
	}
}

func (p notes) Answer(s State, a Answer) (Page, Want) {
	p.said = Notice{}
	if a.ID == NewNoteID && !s.Fresh {
		return p.take(s, strings.TrimSpace(a.Text))
	}
	for _, note := range s.Walk.Notes() {
		if a.ID == rowOf(note) {
			return p, Show{oneNote{id: note.ID}}
		}
	}
	return p, leadsBack(a)
}

// take asks for a new note to be kept. Its words stay in the line until it is.
func (p notes) take(s State, text string) (Page, Want) {
	p.draft = text
	if p.said = unfit(s, text); p.said.Text != "" {
		return p, nil
	}
	at := p.at
	if _, ok := s.Walk.Find(at); !ok {
		at = s.Walk.At().Key()
	}
	return p, Do{Events: []walk.Event{{Kind: walk.TakeNote, Subject: at, Text: text}}}
}

// unfit says why a text is no note: it has no words, or too many.
func unfit(s State, text string) Notice {
	words := s.Words().Notes
	switch n := utf8.RuneCountInString(text); {
	case n == 0:
		return Notice{Text: words.Nothing}
	case n > mostInNote:
		return Notice{Text: s.Fill(words.TooLong, "n", n, "most", mostInNote), Care: true}
	default:
		return Notice{}
	}
}

// Became says where the note is. Only what is kept leaves the line.
func (p notes) Became(s State, err error) Page {
	if p.draft == "" {
		return p
	}
	if p.said = whereItIs(s, err); err == nil {
		p.draft = ""
	}
	return p
}

// whereItIs says of a note that was to be kept whether it is, and where.
func whereItIs(s State, err error) Notice {
	words := s.Words().Notes
	switch {
	case err != nil:
		return Notice{Text: s.Fill(words.Failed, "error", content.Reason(err)), Care: true}
	case s.Private:
		return Notice{Text: words.KeptHere}
	case s.Unkept:
		return Notice{Text: words.Unkept, Care: true}
	default:
		return Notice{Text: words.Kept}
	}
}

// whoSees says who sees a note.
func whoSees(s State) string {
	if s.Intake() {
		return s.Fill(s.Words().Intake.Notes)
	}
	return s.Fill(s.Words().Notes.Seen)
}

// takenAt says where a note was taken, as the reader knows it.
func takenAt(s State, note walk.Note) string {
	step, ok := s.Walk.Find(note.At)
	if !ok {
		return ""
	}
	place := s.Walk.ChapterTitle(step.Chapter)
	if _, section := s.Guide().Section(step.ID); section != nil {
		place = section.Heading
	}
	if place == "" {
		return ""
	}
	return s.Fill(s.Words().Notes.At, "place", place)
}
