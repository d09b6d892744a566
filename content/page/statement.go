package page

import (
	"slices"

	"firstsession/content/plain"
	"firstsession/content/walk"
)

// statement is one statement and the three answers to it, of equal weight. An
// answer never goes on by itself, so that one held key cannot answer two.
type statement struct {
	step   walk.Step
	notice string
}

// choice is a value with its words.
type choice[T any] struct {
	value T
	words string
}

// Show has the answers in their order, each with what is typed for it.
func (p statement) Show(s State) Sheet {
	says, words, given := s.Guide().Statement(p.step.ID), s.Words(), s.Walk.Answer(p.step.ID)
	sheet := onStep(s, p.step, words.Pledge.At)
	sheet.Binding, sheet.State = true, words.Pledge.Open
	sheet.part(Label, words.Pledge.Label)
	sheet.part(Heading, says.Text)
	if says.Foreign {
		sheet.say(words.Practice.ForeignPromise)
	}
	reason := slices.Clone(says.Reason)
	if len(reason) > 0 && reason[0].Picture == nil {
		reason[0].Prose = words.Statement.Why + ": " + reason[0].Prose
	}
	sheet.prose(reason)
	typed := words.Command
	for _, answer := range []choice[walk.Answer]{
		{walk.Agree, typed.Agree}, {walk.TalkFirst, typed.TalkFirst}, {walk.NotNow, typed.NotNow},
	} {
		gives := walk.Event{Kind: walk.SetAnswer, Subject: p.step.Key(), Answer: answer.value}
		label, word := answer.value.Words(words.Statement), plain.Spellings(answer.words)[0]
		item := act(string(answer.value), label, word, Do{Events: []walk.Event{gives}})
		if answer.value == given {
			sheet.State = plain.Fill(words.Pledge.AnsweredIs, "answer", item.Label)
			item.Label = plain.Fill(words.Pledge.Yours, "answer", item.Label)
			item.Mark = answerMark(given)
		}
		sheet.add(item)
	}
	sheet.under(Part{Kind: Quiet, Text: words.Pledge.Undecided + " " + s.Guide().Asks(*says)})
	if given != walk.Unanswered {
		sheet.goesOn(words.Keys.GoOn, Do{Next: true})
	}
	sheet.move(Move{Meaning: Later, wants: Do{Next: true}})
	sheet.readAgain(says.Rule, words.Pledge.ReadRule)
	sheet.Notice = saidOn(s, p.step, p.notice, words.Pledge.Changed, words.Pledge.OtherWords)
	return sheet
}

// Answer gives an answer, and nothing more; or it goes on.
func (p statement) Answer(s State, a Answer) (Page, Want) {
	words, item := s.Words(), p.Show(s).chosen(a.ID)
	p.notice = ""
	switch {
	case item.Kind == Act:
		p.notice = s.Fill(words.Pledge.ForNow, "answer", walk.Answer(a.ID).Words(words.Statement))
	case a.ID == GoOnID && item.wants == nil:
		p.notice = s.Fill(words.Pledge.AnswerFirst)
	}
	return p, item.wants
}

// Became takes back what was said of an answer if it was not taken.
func (p statement) Became(s State, err error) Page {
	switch {
	case err != nil:
		p.notice = s.Words().Frame.Refused
	case p.notice != "" && s.Intake() && s.Walk.Lapsed():
		p.notice = s.Words().Intake.SignatureFell + " " + p.notice
	}
	return p
}
