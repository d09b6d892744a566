package intake

import (
	"time"

	"firstsession/content"
	"firstsession/content/walk"
)

// Unfinished is an intake that was cut off.
type Unfinished struct {
	Dir       string
	Reference string
	Last      time.Time
	InUse     bool   // another window has it
	Damage    string // why it cannot be read; empty if it can
}

// Start offers the intakes that were cut off, and a new one.
type Start struct {
	words content.Words
	found []Unfinished
	sure  string // the folder that is deleted if that is chosen once more
	said  string
}

// NewStart makes the page. Said is a word about what was done before; it may
// be empty.
func NewStart(words content.Words, found []Unfinished, said string) Start {
	return Start{words: words, found: found, said: said}
}

// Sheet is the page as it is now.
func (s Start) Sheet(walk.Walk) Sheet {
	w := s.words.Intake
	sheet := Sheet{Title: w.Title, Turn: w.ForClinician, Notice: s.said}
	sheet.head(w.Start)
	if len(s.found) > 0 {
		sheet.say(w.StartLead)
	}
	sheet.Items = append(sheet.Items, Item{ID: "new", Kind: Act, Label: w.New, Word: w.NewWord})
	for i, u := range s.found {
		n := i + 1
		switch {
		case u.InUse:
			sheet.quiet(content.Fill(w.InUse, "reference", u.Reference))
			continue
		case u.Damage != "":
			sheet.quiet(content.Fill(w.Damaged, "reference", u.Reference, "error", u.Damage))
		default:
			sheet.Items = append(sheet.Items, Item{
				ID: "resume " + u.Dir, Kind: Act, Group: u.Reference,
				Label: content.Fill(w.Resume, "reference", u.Reference, "date", u.Last.Format("2006-01-02 15:04")),
				Word:  content.Fill(w.ResumeWord, "n", n),
			})
		}
		label := content.Fill(w.Delete, "reference", u.Reference)
		if s.sure == u.Dir {
			label = content.Fill(w.DeleteSure, "reference", u.Reference)
		}
		sheet.Items = append(sheet.Items, Item{
			ID: "delete " + u.Dir, Kind: Act, Group: u.Reference, Label: label,
			Word: content.Fill(w.DeleteWord, "n", n),
		})
	}
	return sheet
}

// Take begins, goes on or deletes; the last only when it is chosen twice.
func (s Start) Take(_ walk.Walk, id, _ string) (Page, Deed) {
	sure := s.sure
	s.sure, s.said = "", ""
	if id == "new" {
		return s, Deed{Form: true}
	}
	for _, u := range s.found {
		switch {
		case id == "resume "+u.Dir:
			return s, Deed{Resume: u.Dir}
		case id == "delete "+u.Dir && sure == u.Dir:
			return s, Deed{Delete: u.Dir}
		case id == "delete "+u.Dir:
			s.sure = u.Dir
		}
	}
	return s, Deed{}
}
