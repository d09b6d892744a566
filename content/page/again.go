package page

import (
	"strings"

	"firstsession/content/record"
	"firstsession/content/walk"
)

// Known is a record that there is with the reference of an intake which is about
// to begin, or nearly that one, and which no other has replaced.
type Known struct {
	ID        string
	Date      string
	Outcome   walk.Ending
	TakenBack string // the day; empty if it was not
	Folder    string // where it lies, if that is not where the new one goes
	Reference string // its own, if that is written otherwise
	Corrected bool   // it was corrected to that
}

// says what is to be known of it beside how it ended.
func (k Known) says(s State) string {
	w := s.Words().Intake
	var said []string
	if k.TakenBack != "" {
		said = append(said, s.Fill(w.AgainTakenBack, "day", k.TakenBack))
	}
	switch {
	case k.Corrected:
		said = append(said, s.Fill(w.AgainCorrected, "reference", k.Reference))
	case k.Reference != "":
		said = append(said, s.Fill(w.AgainReference, "reference", k.Reference))
	}
	if k.Folder != "" {
		said = append(said, s.Fill(w.AgainFolder, "folder", k.Folder))
	}
	return strings.Join(said, " ")
}

// again asks what an intake is to a record that has the same reference: what was
// signed says that a new record names the one whose place it takes.
type again struct {
	begin  BeginIntake
	known  []Known
	before Page // the form, as it was filled in
}

// NewAgain asks, before an intake begins, what it is to records that have its
// reference. Nothing is chosen beforehand.
func NewAgain(begin BeginIntake, known []Known, before Page) Page {
	begin.Sure = true
	return again{begin, known, before}
}

const backID = "back to the form"

func (p again) Show(s State) Sheet {
	w := s.Words().Intake
	sheet := inIntake(s, w.ForClinician, w.Again)
	sheet.say(s.Fill(w.AgainLead, "reference", p.begin.Form.Reference))
	for i, k := range p.known {
		instead := p.begin
		instead.Form.Supersedes = k.ID
		label := s.Fill(w.AgainInstead, "date", k.Date, "outcome", record.OutcomeWords(k.Outcome, s.Words().Record))
		item := act(k.ID, label, s.Fill(w.AgainInsteadWord, "n", i+1), instead)
		item.Help = k.says(s)
		sheet.add(item)
	}
	sheet.add(act("other", w.AgainOther, w.AgainOtherWord, p.begin),
		act(backID, w.AgainBack, w.AgainBackWord, nil))
	return sheet
}

func (p again) Answer(s State, a Answer) (Page, Want) {
	if a.ID == backID {
		return p.before, nil
	}
	return choose(p, s, a)
}
