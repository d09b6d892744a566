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

func newReflection(step walk.Step) Page { return reflection{step: step} }

func (p reflection) Show(s State) Sheet {
	q, words := s.Walk.Question(p.step), s.Words().Question
	ticks, _ := s.Walk.Ticks(p.step.ID)
	private := words.Private
	if s.Intake() {
		private = s.Words().Intake.Reflection
	}
	sheet := onStep(s, p.step, words.AtReflect)
	sheet.label(words.LabelReflect)
	sheet.markdown(q.Scene)
	sheet.head(q.Prompt)
	sheet.quiet(words.Reflect + " " + private)
	for i, option := range q.Options {
		sheet.add(Item{ID: optionID(i), Kind: Tick, Label: option.Text, On: slices.Contains(ticks.Options, i)})
	}
	sheet.add(own(s, ticks)...)
	sheet.goesOn(s.Words().Keys.GoOn)
	if q.Again != "" {
		sheet.move(Rule)
	}
	sheet.Notice.Text = p.said
	if p.said == "" && isDropped(s, p.step) {
		sheet.Notice = Notice{Text: words.Changed, Care: true}
	}
	return sheet
}

// own is the line for one's own words. Those that are covered make room for
// others, or can be taken away.
func own(s State, ticks walk.Ticks) []Item {
	line := Item{ID: ownID, Kind: Line, Label: s.Words().Question.OwnWords, Text: ticks.Own, Most: mostOwn}
	if !s.Walk.Covers() || ticks.Own == "" {
		return []Item{line}
	}
	words := s.Words().Intake
	line.Text, line.State, line.Help = "", words.OwnState, words.OwnInstead
	return []Item{line, {ID: eraseOwnID, Kind: Act, Label: words.OwnErase, Word: words.OwnEraseWord}}
}

// Answer keeps a tick or the reader's own words, or goes on.
func (p reflection) Answer(s State, a Answer) (Page, Want) {
	q := s.Walk.Question(p.step)
	ticks, _ := s.Walk.Ticks(p.step.ID)
	p.said = ""
	switch i := optionOf(a.ID, q.Options); {
	case a.ID == GoOnID:
		return p, Do{Next: true}
	case a.ID == string(Rule) && q.Again != "":
		return p, Show{NewReading(q.Again, "")}
	case a.ID == ownID && strings.TrimSpace(a.Text) == "" && ticks.Own != "" && s.Walk.Covers():
		p.said = s.Words().Intake.StaysCovered
		return p, nil
	case a.ID == eraseOwnID && s.Walk.Covers():
		ticks.Own = ""
	case a.ID == ownID:
		ticks.Own = strings.TrimSpace(a.Text)
	case i >= 0:
		ticks.Options = toggled(ticks.Options, i)
	default:
		return p, nil
	}
	return p, Do{Events: []walk.Event{{Kind: walk.Tick, Subject: p.step.Key(), Options: ticks.Options, Text: ticks.Own}}}
}
