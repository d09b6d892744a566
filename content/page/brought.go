package page

import (
	"fmt"
	"slices"

	"firstsession/content/mypage"
	"firstsession/content/plain"
	"firstsession/content/record"
)

// brought shows a client what the file holds that they brought, before anything of
// it is kept. Notes are covered, as everywhere in an intake.
type brought struct {
	begin  BeginIntake
	file   mypage.File // what the guide has of it
	other  int         // how much it has not
	shown  []int       // notes, counted from 0
	before Page        // the form, as it was filled in
}

// NewBrought asks a client whether an intake begins with what they brought.
func NewBrought(s State, begin BeginIntake, file mypage.File, before Page) Page {
	p := brought{begin: begin, before: before}
	p.file, p.other = file.In(s.Guide())
	p.begin.Brought, p.begin.Sure = "", true
	return p
}

func (p brought) Show(s State) Sheet {
	w := s.Words().Intake
	sheet := inIntake(s, w.ForClient, w.BroughtTitle)
	sheet.say(w.BroughtLead)
	if read := record.ReadNames(s.Guide(), p.file.Read); len(read) > 0 {
		sheet.list(w.BroughtRead, read)
		sheet.say(w.BroughtReadHow)
	}
	var topics []string
	for _, id := range p.file.Topics {
		if step, ok := s.Walk.Find(id); ok {
			if name := stepName(s.Walk, step); !slices.Contains(topics, name) {
				topics = append(topics, name)
			}
		}
	}
	if len(topics) > 0 {
		sheet.list(w.BroughtTopics, topics)
	}
	if p.other > 0 {
		sheet.say(s.Fill(s.count(p.other, w.BroughtOther), "n", p.other))
	}
	for i, note := range p.file.Notes {
		changed := p
		changed.shown = toggled(p.shown, i)
		item := Item{ID: fmt.Sprint("note ", i+1), Kind: Tick, Label: w.CoveredShow, becomes: changed}
		if item.On = slices.Contains(p.shown, i); item.On {
			item.Label = plain.Strung(note)
		}
		sheet.group(w.BroughtNotes, item)
	}
	with := p.begin
	with.Taken = p.file
	sheet.add(act("with", w.BroughtUse, w.BroughtUseWord, with), act("without", w.BroughtNot, w.BroughtNotWord, p.begin),
		act(backID, w.BroughtBack, w.AgainBackWord, nil))
	return sheet
}

func (p brought) Answer(s State, a Answer) (Page, Want) {
	if a.ID == backID {
		return p, BackToForm{p.before}
	}
	return choose(p, s, a)
}

// file is where a file is that the client brought: as it was typed, or said when
// the program was started.
func (p form) file(s State) string {
	if p.brought != nil {
		return *p.brought
	}
	return s.Brought
}
