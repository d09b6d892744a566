package page

import (
	"fmt"
	"slices"
	"strings"

	"firstsession/content"
	"firstsession/content/walk"
)

// question has one fitting answer or several. What was answered is the walk's;
// only ticks that are no answer yet are kept here.
type question struct {
	step   walk.Step
	ticked []int // of several, in order
	notice string
}

func newQuestion(step walk.Step, s State) Page {
	p := question{step: step}
	if s.Walk.Question(step).Kind() == content.ChooseAll {
		p.ticked = s.Walk.Tries(step.Key()).Last
	}
	return p
}

// optionID names an option, counted from 0.
func optionID(i int) string { return fmt.Sprint("option ", i+1) }

// optionOf is the option that an id names; negative if it names none.
func optionOf(id string, options []content.Option) int {
	for i := range options {
		if id == optionID(i) {
			return i
		}
	}
	return -1
}

func (p question) Show(s State) Sheet {
	q, tries, words := s.Walk.Question(p.step), s.Walk.Tries(p.step.Key()), s.Words().Question
	label, place := words.Label, words.At
	if p.step.Again {
		label, place = words.LabelAgain, words.AtAgain
	}
	sheet := onStep(s, p.step, place)
	sheet.State = triedWords(s, tries)
	sheet.label(label)
	if p.step.Again {
		once := words.OnceMore
		if !tries.Done {
			once += " " + s.Fill(words.ToLeave)
		}
		sheet.quiet(once)
	}
	sheet.markdown(q.Scene)
	sheet.head(q.Prompt)
	outcome := p.outcome(s, q, tries)
	if !tries.Done || outcome == "" { // which says the same
		sheet.quiet(how(s, q, tries))
	}
	for i := range q.Options {
		sheet.add(p.option(s, q, tries, i))
	}
	if sheet.Notice.Text = p.notice; p.notice == "" {
		sheet.Notice.Text = outcome
	}
	switch {
	case tries.Done:
		sheet.goesOn(s.Words().Keys.GoOn)
	case q.Kind() == content.ChooseAll:
		sheet.goesOn(s.Words().Keys.Answer)
	}
	if !tries.Done {
		sheet.move(ShowMe, Later)
	}
	if q.Again != "" {
		sheet.move(Rule)
	}
	return sheet
}

// how says how the question is answered, or that it is.
func how(s State, q content.Question, tries walk.Tries) string {
	words := s.Words().Question
	switch {
	case tries.Shown:
		return words.Shown
	case tries.Done:
		return words.Found
	case q.Kind() == content.ChooseAll:
		return words.ChooseAll
	default:
		return words.ChooseOne
	}
}

// triedWords say how far the reader is with a question.
func triedWords(s State, tries walk.Tries) string {
	words := s.Words().Plain
	switch {
	case tries.Shown:
		return words.Shown
	case tries.Done:
		return words.Answered
	case tries.Missed:
		return words.Tried
	case tries.Later:
		return words.ForLater
	default:
		return words.Open
	}
}

// option is one with what is known about it by now.
func (p question) option(s State, q content.Question, tries walk.Tries, i int) Item {
	words, option := s.Words().Question, q.Options[i]
	item := Item{ID: optionID(i), Kind: Choose, Label: option.Text}
	less := words.OtherFits
	if q.Kind() == content.ChooseAll {
		less = words.FitsLess
	}
	if q.Kind() == content.ChooseAll && !tries.Done { // then there is nothing more to tick
		item.Kind, item.On = Tick, slices.Contains(p.ticked, i)
	}
	switch {
	case tries.Done && option.Right:
		item.Mark, item.Says, item.Feedback = Fits, words.Fits, option.Feedback
	case tries.Tried[i]:
		item.Mark, item.Says, item.Feedback = Tried, less, option.Feedback
	}
	return item
}

// outcome says how the last try at several options fits, as long as that is
// what is ticked.
func (p question) outcome(s State, q content.Question, tries walk.Tries) string {
	words := s.Words().Question
	switch {
	case q.Kind() != content.ChooseAll || tries.Shown || !slices.Equal(p.ticked, tries.Last):
		return ""
	case tries.Done:
		return words.AllFit
	case !tries.Missed:
		return ""
	}
	said := []string{words.TickedFit}
	if slices.ContainsFunc(tries.Last, func(i int) bool { return !q.Options[i].Right }) {
		said[0] = words.TickedSome
	}
	switch missing := walk.Missing(q, tries.Last); missing {
	case 0:
	case 1:
		said = append(said, words.OneMissing)
	default:
		said = append(said, s.Fill(words.Missing, "n", missing))
	}
	return strings.Join(append(said, s.Fill(words.TickAgain)), " ")
}

// Answer answers the question, ticks, or leaves it.
func (p question) Answer(s State, a Answer) (Page, Want) {
	p.notice = ""
	q, tries := s.Walk.Question(p.step), s.Walk.Tries(p.step.Key())
	do := func(kind walk.EventKind, options ...int) Do {
		return Do{Events: []walk.Event{{Kind: kind, Subject: p.step.Key(), Options: options}}}
	}
	switch i := optionOf(a.ID, q.Options); {
	case a.ID == string(Rule) && q.Again != "":
		return p, Show{NewReading(q.Again, "")}
	case tries.Done && a.ID == GoOnID:
		return p, Do{Next: true}
	case tries.Done:
		p.notice = how(s, q, tries)
	case a.ID == string(ShowMe):
		return p, do(walk.ShowMe)
	case a.ID == string(Later):
		leave := do(walk.Later)
		leave.Next, leave.Said = true, p.left(s, tries)
		return p, leave
	case q.Kind() == content.ChooseAll && i >= 0:
		p.ticked = toggled(p.ticked, i)
		slices.Sort(p.ticked)
	case a.ID == GoOnID:
		if p.notice = p.lacking(s, q, tries); p.notice == "" {
			return p, do(walk.Choose, p.ticked...)
		}
	case i >= 0 && tries.Tried[i]:
		p.notice = s.Fill(s.Words().Question.TriedBefore)
	case i >= 0:
		return p, do(walk.Choose, i)
	}
	return p, nil
}

// left says when a question that is left comes back.
func (p question) left(s State, tries walk.Tries) string {
	words := s.Words().Question
	switch {
	case !p.step.Again && !tries.Later:
		return words.Left
	case s.Intake():
		return words.LeftIntake
	default:
		return words.LeftAgain
	}
}

// lacking says why what is ticked is no new answer; empty if it is one.
func (p question) lacking(s State, q content.Question, tries walk.Tries) string {
	words := s.Words().Question
	switch {
	case q.Kind() != content.ChooseAll:
		return s.Fill(words.ChooseFirst)
	case len(p.ticked) == 0:
		return s.Fill(words.TickFirst)
	case tries.Missed && slices.Equal(p.ticked, tries.Last):
		return words.SameTicks + " " + p.outcome(s, q, tries)
	default:
		return ""
	}
}

// toggled puts something into a list, or takes it out, without a change to the
// list that was given.
func toggled[T comparable](list []T, what T) []T {
	if at := slices.Index(list, what); at >= 0 {
		return slices.Delete(slices.Clone(list), at, at+1)
	}
	return append(slices.Clone(list), what)
}
