package page

import (
	"cmp"
	"slices"
	"strings"

	"firstsession/content/walk"
)

// oneNote is the page of one note, to change or delete it.
type oneNote struct {
	id string
	draft
	sure bool // the reader was asked whether to delete it
	gone bool // it was asked to be deleted
}

const (
	noteTextID   = "note text"
	deleteNoteID = "delete note"
)

func (p oneNote) Show(s State) Sheet {
	words := s.Words().Notes
	sheet := Sheet{Title: words.Title, Notice: p.said}
	if note, ok := p.find(s); ok {
		line := Item{ID: noteTextID, Kind: Line, Label: words.WriteChange, Text: note.Text, Most: mostInNote}
		if s.Walk.Covers() {
			line.Label, line.Help, line.Text = words.Instead, words.InsteadHow, ""
		} else if at := takenAt(s, note); at != "" {
			sheet.part(Quiet, at)
		}
		line.Text = cmp.Or(p.words, line.Text)
		erase := act(deleteNoteID, words.DeleteThis, words.DeleteWord, nil)
		if p.sure {
			erase.Label = words.DeleteYes
		}
		sheet.add(line, erase)
		sheet.under(whoSees(s))
	}
	sheet.goesOn(s.Words().Keys.Back, Close{})
	return sheet
}

func (p oneNote) find(s State) (walk.Note, bool) {
	all := s.Walk.Notes()
	i := slices.IndexFunc(all, func(n walk.Note) bool { return n.ID == p.id })
	if i < 0 {
		return walk.Note{}, false
	}
	return all[i], true
}

func (p oneNote) Answer(s State, a Answer) (Page, Want) {
	sure, text := p.sure, strings.TrimSpace(a.Text)
	p.sure, p.said = false, Notice{}
	item := p.Show(s).chosen(a.ID)
	change := walk.Event{Kind: walk.ChangeNote, Subject: p.id}
	switch {
	case item.ID == deleteNoteID && sure:
		p.gone, p.words = true, ""
		return p, Do{Events: []walk.Event{change}}
	case item.ID == noteTextID && text == "" && s.Walk.Covers():
		p.words, p.said = "", Notice{Text: s.Words().Intake.StaysCovered}
	case item.ID == deleteNoteID, item.ID == noteTextID && text == "":
		// One from which all words were taken is not deleted by that alone.
		p.sure, p.said = true, Notice{Text: s.Words().Notes.OnceMore, At: deleteNoteID}
	case item.ID == noteTextID:
		change.Text = text
		want := p.keep(s, change)
		return p, want
	}
	return p, item.wants
}

// Forget forgets that the reader was asked.
func (p oneNote) Forget() Page {
	if p.sure {
		p.sure, p.said = false, Notice{}
	}
	return p
}

// Became says what became of a change, or whether the note is gone.
func (p oneNote) Became(s State, err error) Page {
	switch {
	case p.gone && err != nil:
		p.gone, p.said = false, Notice{Text: err.Error(), Care: true}
	case p.gone && s.Unerased: // which is said of whatever was done
	case p.gone:
		p.said = Notice{Text: s.Words().Notes.Deleted}
		if _, signed := s.Walk.Signed(); signed {
			p.said.Text += " " + s.Words().Notes.InRecord
		}
	default:
		p.became(s, err)
	}
	return p
}
