package page

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/walk"
)

// notes are what the reader wants to take to their therapist, with room for one more.
type notes struct {
	at string // the key of the step at which a new one is taken
	draft
}

// NewNotes is the list of notes; a new one is taken at the step with the key
// at. Without one, the list is shown rather than a note asked for.
func NewNotes(at string) Page { return notes{at: at} }

func (p notes) Show(s State) Sheet {
	words, all := s.Words().Notes, s.Walk.Notes()
	sheet := Sheet{Title: words.Title, Notice: p.said}
	if s.Private && !s.Fresh { // who erased what was kept sees their notes all the same
		sheet.say(s.onlyHere())
	}
	if s.Fresh {
		sheet.say(words.Later)
	} else {
		state := plain.Either(s.Stays && p.words == "", words.ForNew, "") // "empty" sounds like a note that is lost
		sheet.add(Item{ID: NewNoteID, Kind: Line, Label: words.Line, Text: p.words, State: state, Most: mostInNote})
		sheet.Ask = plain.Either(p.at == "", "", NewNoteID)
	}
	if intake := s.Words().Intake; s.Walk.Covers() && len(all) > 0 {
		sheet.say(s.Fill(intake.NotesCovered, "count", len(all), "page", intake.Talk))
	}
	sheet.add(noteRows(s, all)...)
	switch {
	case len(all) > 0:
		sheet.under(Part{Text: words.ChangeHow})
	case !s.Fresh:
		sheet.under(Part{Text: words.None})
	}
	sheet.quiet(whoSees(s))
	if !s.Stays && !s.Private && !s.Fresh && !s.Intake() { // letters are seen there before they are kept
		sheet.quiet(s.Words().Notes.UntilEnter)
	}
	sheet.goesOn(s.Words().Keys.Back, Close{})
	return sheet
}

// noteRows are the notes, the newest first; where each has a number that is said,
// the newest is the last, so that no other changes. Those that are covered have a
// number instead of their words, and stand as they do wherever they can be shown.
func noteRows(s State, all []walk.Note) []Item {
	var rows []Item
	for i, note := range all {
		row := Item{ID: "note " + note.ID, Kind: Row, Label: note.Text, Theirs: true, Anew: anewID + note.ID, wants: OnTop{oneNote{id: note.ID}}}
		if row.Help = takenAt(s, note); s.Walk.Covers() {
			row.Label, row.Help = s.Fill(s.Words().Notes.Covered, "n", i+1), ""
		}
		rows = append(rows, row)
	}
	if !s.Walk.Covers() && !s.Stays {
		slices.Reverse(rows)
	}
	return rows
}

func (p notes) Answer(s State, a Answer) (Page, Want) {
	p.said = Notice{}
	if id, ok := strings.CutPrefix(a.ID, anewID); ok && p.Show(s).Has(func(i Item) bool { return i.Anew == a.ID }) {
		return p.anew(s, id, strings.TrimSpace(a.Text))
	}
	if a.ID != NewNoteID || s.Fresh {
		return choose(p, s, a)
	}
	at := p.at
	if _, ok := s.Walk.Find(at); !ok {
		at = s.Walk.At().Key()
	}
	want := p.keep(s, walk.Event{Kind: walk.TakeNote, Subject: at, Text: strings.TrimSpace(a.Text)})
	return p, want
}

// anew gives a note other words, or asks whether it is to be deleted.
func (p notes) anew(s State, id, text string) (Page, Want) {
	if text == "" {
		return p, Ask{deleteNoteID, oneNote{id: id}}
	}
	want := p.keep(s, walk.Event{Kind: walk.ChangeNote, Subject: id, Text: text})
	return p, want
}

// anew reports whether the words of one of its items can be given under an id.
func (p notes) Became(s State, err error) Page {
	p.became(s, err)
	return p
}

// draft is a note that is to be kept. Its words stay in the line until it is.
type draft struct {
	words   string
	keeping bool // it was asked for
	said    Notice
}

// keep asks for it to be kept, or says that it has no words, or too many.
func (d *draft) keep(s State, e walk.Event) Want {
	words := s.Words().Notes
	d.words = e.Text
	switch n := utf8.RuneCountInString(e.Text); {
	case !plain.Seen(e.Text):
		d.words, d.said = "", Notice{Text: words.Nothing}
		return nil
	case n > mostInNote:
		d.said = Notice{Text: s.Fill(words.TooLong, "n", n, "most", mostInNote), Care: true}
		return nil
	}
	d.keeping = true
	return Do{Events: []walk.Event{e}}
}

// became reports whether it is kept, if it was asked for, and where.
func (d *draft) became(s State, err error) {
	words := s.Words().Notes
	switch {
	case !d.keeping:
		return
	case err != nil:
		d.said = Notice{Text: s.Fill(words.Failed, "error", s.Words().Reason(err)), Care: true}
	case s.Private:
		d.said = Notice{Text: words.KeptHere}
	case s.Unkept:
		d.said = Notice{Text: words.Unkept, Care: true}
	default:
		d.said = Notice{Text: words.Kept}
	}
	if d.keeping = false; err != nil {
		return
	}
	if !s.Walk.Covers() { // what was meant for the program, and kept as a note, is seen at once
		d.said.Text += " " + s.Fill(words.Says, "text", plain.Shorten(plain.Strung(d.words), mostSaid))
	}
	d.words = ""
}

// mostSaid is how many letters of a note are said when it is kept.
const mostSaid = 30

func whoSees(s State) string {
	return s.Fill(plain.Either(s.Intake(), s.Words().Intake.Notes, s.Words().Notes.Seen))
}

// takenAt says where a note was taken, by the name that a record gives it, too.
func takenAt(s State, note walk.Note) string {
	if place := record.PageName(s.Guide(), note.At); place != "" {
		return s.Fill(s.Words().Notes.At, "place", place)
	}
	return ""
}

// oneNote is the page of one note, to change or delete it.
type oneNote struct {
	id string
	draft
	gone bool // it was asked to be deleted
}

const (
	anewID       = "anew " // before the id of a note
	deleteNoteID = "delete note"
)

// NoteTextID is the id of the line in which a note is changed.
const NoteTextID = "note text"

func (p oneNote) Show(s State) Sheet {
	words, all := s.Words().Notes, s.Walk.Notes()
	sheet := Sheet{Title: words.Title, Notice: p.said}
	if i := slices.IndexFunc(all, func(n walk.Note) bool { return n.ID == p.id }); i >= 0 {
		note := all[i]
		sheet.Ask = plain.Either(s.Stays, "", NoteTextID) // who chose it types on
		line := Item{ID: NoteTextID, Kind: Line, Label: words.WriteChange, Text: note.Text, Most: mostInNote}
		if s.Walk.Covers() {
			line.Label, line.Help, line.Text = words.Instead, words.InsteadHow, ""
		} else if at := takenAt(s, note); at != "" {
			sheet.part(Quiet, at)
		}
		line.Text = cmp.Or(p.words, line.Text)
		gone := Do{Events: []walk.Event{{Kind: walk.ChangeNote, Subject: p.id}}, Close: true, Said: deleted(s)}
		erase := act(deleteNoteID, words.DeleteThis, words.DeleteWord, gone)
		if s.asks(&erase) {
			named := plain.Either(s.Walk.Covers(), s.Fill(words.Covered, "n", i+1), shorten(note.Text))
			erase.Label, sheet.Notice = words.DeleteYes, Notice{Text: s.Fill(words.DeleteIt, "text", named), At: deleteNoteID}
		}
		sheet.add(line, erase)
		sheet.quiet(whoSees(s))
	}
	sheet.goesOn(s.Words().Keys.Back, Close{})
	return sheet
}

func (p oneNote) Answer(s State, a Answer) (Page, Want) {
	item, text := p.Show(s).chosen(a.ID), strings.TrimSpace(a.Text)
	p.said = Notice{}
	switch {
	case item.ID == deleteNoteID && item.Sure:
		p.gone, p.words = true, ""
	case item.ID == NoteTextID && text == "" && s.Walk.Covers():
		p.words, p.said = "", Notice{Text: s.Words().Intake.StaysCovered}
	case item.ID == NoteTextID && text == "":
		return p, Ask{ID: deleteNoteID} // one from which all words were taken is not deleted by that alone
	case item.ID == NoteTextID:
		want := p.keep(s, walk.Event{Kind: walk.ChangeNote, Subject: p.id, Text: text})
		return p, want
	}
	return p, item.wants
}

func (p oneNote) Became(s State, err error) Page {
	if p.gone && err != nil {
		p.gone, p.said = false, Notice{Text: s.Words().Reason(err), Care: true}
		return p
	}
	p.became(s, err)
	return p
}

// deleted says that a note is gone, and where its words may still be.
func deleted(s State) string {
	words := s.Words().Notes
	_, signed := s.Walk.Signed()
	return inOne(when{true, words.Deleted}, when{signed, words.InRecord}, when{len(s.Pages) > 0, words.InPage})
}
