package page

import (
	"errors"
	"time"
)

// Unfinished is an intake that was cut off.
type Unfinished struct {
	ID        string // names it to the store
	Reference string
	Last      time.Time
	InUse     bool   // another window has it
	Damage    string // why it cannot be read; empty if it can
}

// start offers the intakes that were cut off, and a new one.
type start struct {
	found []Unfinished
	sure  string // what is done if it is chosen once more
	said  Notice
}

// NewStart is where an intake begins: the form, or first those that were cut
// off. Said is a word about what was done before; it may be empty.
func NewStart(_ State, found []Unfinished, said string) Page {
	if len(found) == 0 && said == "" {
		return NewForm()
	}
	return start{found: found, said: Notice{Text: said}}
}

// The ids of what can be done with an intake stand before its own.
const (
	resumeID = "resume "
	deleteID = "delete "
)

func (p start) Show(s State) Sheet {
	w := s.Words().Intake
	sheet := inIntake(s, w.ForClinician, w.Start)
	sheet.Notice = p.said
	if len(p.found) > 0 {
		sheet.say(w.StartLead)
	}
	sheet.add(act("new", w.New, w.NewWord, NewIntake{}))
	for i, u := range p.found {
		n := i + 1
		switch {
		case u.InUse:
			sheet.part(Quiet, s.Fill(w.InUse, "reference", u.Reference))
			continue
		case u.Damage != "":
			sheet.part(Quiet, s.Fill(w.Damaged, "reference", u.Reference, "error", u.Damage))
		default:
			id := resumeID + u.ID
			label := s.Fill(w.Resume, "reference", u.Reference, "date", u.Last.Format("2006-01-02 15:04"))
			resume := ResumeIntake{ID: u.ID, Sure: p.sure == id}
			sheet.group(u.Reference, act(id, label, s.Fill(w.ResumeWord, "n", n), resume))
		}
		erase := act(deleteID+u.ID, s.Fill(w.Delete, "reference", u.Reference), s.Fill(w.DeleteWord, "n", n), nil)
		if p.sure == erase.ID {
			erase.Label, erase.wants = s.Fill(w.DeleteSure, "reference", u.Reference), DeleteIntake{ID: u.ID}
			sheet.Notice = Notice{Text: s.Fill(w.DeleteAsk, "reference", u.Reference), Care: true}
		}
		sheet.group(u.Reference, erase)
	}
	return sheet
}

// Answer begins, goes on or deletes; the last only when it is chosen twice,
// with nothing else answered in between, and so the one before where the visit
// asks for it once more.
func (p start) Answer(s State, a Answer) (Page, Want) {
	_, want := choose(p, s, a)
	p.sure, p.said = a.ID, Notice{}
	if _, sure := want.(DeleteIntake); sure {
		p.sure = ""
	}
	return p, want
}

// Forget forgets what was chosen once.
func (p start) Forget() Page {
	if p.sure != "" {
		p.sure, p.said = "", Notice{}
	}
	return p
}

// Became says why an intake was not gone on with, or not deleted.
func (p start) Became(_ State, err error) Page {
	if again := OnceMore(""); !errors.As(err, &again) {
		p.sure = ""
	}
	if err != nil {
		p.said = Notice{Text: err.Error(), Care: true}
	}
	return p
}
