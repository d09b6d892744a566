package page

import (
	"slices"

	"firstsession/content"
	"firstsession/content/walk"
)

// statement is one promise and the three answers to it, of equal weight. An
// answer never goes on by itself, so that one held key cannot answer two.
type statement struct {
	step   walk.Step
	notice string
	// giving is set while an answer is on its way to be kept.
	giving bool
}

func newStatement(step walk.Step) Page { return statement{step: step} }

// answers are in the order in which they are shown, each with what is typed
// for it.
func answers(w content.CommandWords) [3]choice[walk.Answer] {
	return [3]choice[walk.Answer]{{walk.Agree, w.Agree}, {walk.TalkFirst, w.TalkFirst}, {walk.NotNow, w.NotNow}}
}

// choice is a value with its words.
type choice[T any] struct {
	value T
	words string
}

func (p statement) Show(s State) Sheet {
	says, words, given := stated(s, p.step), s.Words(), s.Walk.Answer(p.step.ID)
	sheet := onStep(s, p.step, words.Pledge.At)
	sheet.Binding, sheet.State = true, words.Pledge.Open
	sheet.label(words.Pledge.Label)
	sheet.head(says.Text)
	reason := slices.Clone(says.Reason)
	if len(reason) > 0 && reason[0].Picture == nil {
		reason[0].Prose = words.Statement.Why + ": " + reason[0].Prose
	}
	sheet.prose(reason)
	for _, answer := range answers(words.Command) {
		item := Item{ID: string(answer.value), Kind: Act, Label: answer.value.Words(words.Statement), Word: content.Spellings(answer.words)[0]}
		if answer.value == given {
			sheet.State = content.Fill(words.Pledge.AnsweredIs, "answer", item.Label)
			item.Label = content.Fill(words.Pledge.Yours, "answer", item.Label)
			item.Mark = answerMark(given)
		}
		sheet.add(item)
	}
	sheet.under(Part{Kind: Quiet, Text: words.Pledge.Undecided + " " + s.Guide().Asks(says)})
	if given != walk.Unanswered {
		sheet.goesOn(words.Keys.GoOn)
	}
	sheet.move(Later)
	if says.Rule != "" {
		sheet.Moves = append(sheet.Moves, Move{Meaning: Rule, Label: words.Pledge.ReadRule})
	}
	if sheet.Notice.Text = p.notice; p.notice == "" && isDropped(s, p.step) {
		sheet.Notice = Notice{Text: words.Pledge.Changed, Care: true}
	}
	return sheet
}

// Answer gives an answer, and nothing more; or it goes on, with one or
// without.
func (p statement) Answer(s State, a Answer) (Page, Want) {
	p.notice, p.giving = "", false
	says := stated(s, p.step)
	switch {
	case a.ID == string(Rule) && says.Rule != "":
		return p, Show{NewReading(says.Rule, "")}
	case a.ID == string(Later):
		return p, Do{Next: true}
	case a.ID == GoOnID && s.Walk.Answer(p.step.ID) == walk.Unanswered:
		p.notice = s.Fill(s.Words().Pledge.AnswerFirst)
	case a.ID == GoOnID:
		return p, Do{Next: true}
	}
	for _, answer := range answers(s.Words().Command) {
		if a.ID == string(answer.value) {
			p.giving = true
			return p, Do{Events: []walk.Event{{Kind: walk.SetAnswer, Subject: p.step.Key(), Answer: answer.value}}}
		}
	}
	return p, nil
}

// Became says which answer was given, once it was; or that nothing was.
func (p statement) Became(s State, err error) Page {
	if err != nil {
		p.notice = s.Words().Frame.Refused
	}
	if given := s.Walk.Answer(p.step.ID); p.giving && err == nil && given != walk.Unanswered {
		p.notice = s.Fill(s.Words().Pledge.ForNow, "answer", given.Words(s.Words().Statement))
		if s.Intake() && s.Walk.Lapsed() {
			p.notice = s.Words().Intake.SignatureFell + " " + p.notice
		}
	}
	p.giving = false
	return p
}
