package page

import (
	"slices"
	"strings"

	"firstsession/content/walk"
)

// mostOwn is how many letters one's own words may have.
const mostOwn = 2000

// ownID is the line for one's own words, and eraseOwnID takes them away where
// they are covered.
const (
	ownID      = "own"
	eraseOwnID = "erase own"
)

// reflection asks something that nobody judges. A tick is kept at once.
type reflection struct {
	step walk.Step
	said string
}

func (p reflection) Show(s State) Sheet {
	q, words := s.Walk.Question(p.step), s.Words().Question
	ticks, _ := s.Walk.Ticks(p.step.ID)
	private := words.Private
	if s.Intake() {
		private = s.Words().Intake.Reflection
	}
	sheet := onStep(s, p.step, words.AtReflect)
	sheet.part(Label, words.LabelReflect)
	sheet.markdown(q.Scene)
	sheet.part(Heading, q.Prompt)
	sheet.part(Quiet, words.Reflect+" "+private)
	for i, option := range q.Options {
		sheet.add(Item{
			ID: optionID(i), Kind: Tick, Label: option.Text, On: slices.Contains(ticks.Options, i),
			wants: p.keeps(toggled(ticks.Options, i), ticks.Own),
		})
	}
	line := Item{ID: ownID, Kind: Line, Label: words.OwnWords, Text: ticks.Own, Most: mostOwn}
	if s.Walk.Covers() && ticks.Own != "" { // they make room for others, or can be taken away
		words := s.Words().Intake
		line.Text, line.State, line.Help = "", words.OwnState, words.OwnInstead
		sheet.add(line, act(eraseOwnID, words.OwnErase, words.OwnEraseWord, p.keeps(ticks.Options, "")))
	} else {
		sheet.add(line)
	}
	sheet.goesOn(s.Words().Keys.GoOn, Do{Next: true})
	sheet.readAgain(q.Again, "")
	sheet.Notice = saidOn(s, p.step, p.said, words.Changed)
	return sheet
}

// keeps is what the reader says to it.
func (p reflection) keeps(options []int, own string) Do {
	return Do{Events: []walk.Event{{Kind: walk.Tick, Subject: p.step.Key(), Options: options, Text: own}}}
}

// Answer keeps a tick or the reader's own words, or goes on.
func (p reflection) Answer(s State, a Answer) (Page, Want) {
	p.said = ""
	if a.ID != ownID {
		return choose(p, s, a)
	}
	ticks, _ := s.Walk.Ticks(p.step.ID)
	own := strings.TrimSpace(a.Text)
	if own == "" && ticks.Own != "" && s.Walk.Covers() {
		p.said = s.Words().Intake.StaysCovered
		return p, nil
	}
	return p, p.keeps(ticks.Options, own)
}
