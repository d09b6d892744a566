package page

import (
	"slices"
	"strings"

	"firstsession/content/walk"
)

// oneNote is the page of one note, to change or delete it.
type oneNote struct {
	id    string
	draft string // what it is to become, and has not yet
	sure  bool   // the reader was asked whether to delete it
	said  Notice
	gone  bool // it was asked to be deleted
}

const (
	noteTextID   = "note text"
	deleteNoteID = "delete note"
)

func (p oneNote) Show(s State) Sheet {
	words := s.Words().Notes
	sheet := Sheet{Title: words.Title, Notice: p.said}
	note, ok := p.find(s)
	if !ok {
		sheet.goesOn(s.Words().Keys.Back)
		return sheet
	}
	line := Item{ID: noteTextID, Kind: Line, Label: words.WriteChange, Text: note.Text, Most: mostInNote}
	if s.Walk.Covers() {
		line.Label, line.Help, line.Text = words.Instead, words.InsteadHow, ""
	} else if at := takenAt(s, note); at != "" {
		sheet.quiet(at)
	}
	if p.draft != "" {
		line.Text = p.draft
	}
	sheet.add(line)
	label := words.DeleteThis
	if p.sure {
		label = words.DeleteYes
	}
	sheet.add(Item{ID: deleteNoteID, Kind: Act, Label: label, Word: words.DeleteWord})
	sheet.under(Part{Kind: Quiet, Text: whoSees(s)})
	sheet.goesOn(s.Words().Keys.Back)
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
	sure := p.sure
	p.sure, p.said = false, Notice{}
	if _, ok := p.find(s); !ok {
		return p, leadsBack(a)
	}
	text := strings.TrimSpace(a.Text)
	switch {
	case a.ID == deleteNoteID && sure:
		p.gone, p.draft = true, ""
		return p, Do{Events: []walk.Event{{Kind: walk.ChangeNote, Subject: p.id}}}
	case a.ID == noteTextID && text == "" && s.Walk.Covers():
		p.draft, p.said = "", Notice{Text: s.Words().Intake.StaysCovered}
		return p, nil
	case a.ID == deleteNoteID, a.ID == noteTextID && text == "":
		// One from which all words were taken is not deleted by that alone.
		p.sure, p.said = true, Notice{Text: s.Words().Notes.OnceMore, At: deleteNoteID}
		return p, nil
	case a.ID == noteTextID:
		p.draft = text
		if p.said = unfit(s, text); p.said.Text != "" {
			return p, nil
		}
		return p, Do{Events: []walk.Event{{Kind: walk.ChangeNote, Subject: p.id, Text: text}}}
	default:
		return p, leadsBack(a)
	}
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
	words := s.Words().Notes
	switch {
	case p.gone && err != nil:
		p.gone, p.said = false, Notice{Text: err.Error(), Care: true}
	case p.gone && s.Unerased: // which is said of whatever was done
	case p.gone:
		p.said = Notice{Text: words.Deleted}
		if _, signed := s.Walk.Signed(); signed {
			p.said.Text += " " + words.InRecord
		}
	case p.draft != "":
		if p.said = whereItIs(s, err); err == nil {
			p.draft = ""
		}
	}
	return p
}
