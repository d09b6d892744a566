package plain

import (
	"firstsession/content"
	"firstsession/content/walk"
)

// statement is one promise. A number only says which answer it stands for: an
// answer is typed out.
type statement struct {
	l     *Lines
	step  walk.Step
	asked content.Statement
}

func newStatement(l *Lines, step walk.Step) *statement {
	s := &statement{l: l, step: step}
	for _, asked := range l.visit.Walk.Guide().Commitment.Statements {
		if asked.ID == step.ID {
			s.asked = asked
		}
	}
	return s
}

// theAnswers are the three in the order in which they are numbered.
var theAnswers = [...]struct {
	command command
	answer  walk.Answer
}{{agree, walk.Agree}, {talkFirst, walk.TalkFirst}, {notNow, walk.NotNow}}

// answerWords is an answer as it is shown, or that there is none.
func (l *Lines) answerWords(a walk.Answer) string {
	if a == walk.Unanswered {
		return l.words.Pledge.Open
	}
	return a.Words(l.words.Statement)
}

func (s *statement) at() walk.Step       { return s.step }
func (s *statement) answer() walk.Answer { return s.l.visit.Walk.Answer(s.step.ID) }

func (s *statement) heading() string {
	return s.l.stepHeading(s.step, s.l.words.Plain.Statement, "")
}

func (s *statement) shortly() string {
	return s.l.place(s.step, s.l.words.Plain.Statement, "")
}

func (s *statement) show() {
	words := s.l.words
	for _, dropped := range s.l.visit.Walk.Dropped() {
		if dropped.ID == s.step.ID {
			s.l.say(words.Pledge.Changed)
		}
	}
	s.l.Say(s.asked.Text)
	if len(s.asked.Reason) > 0 {
		s.l.Say(words.Statement.Why + ":")
		s.l.blocks(s.asked.Reason)
	}
	s.choices()
	s.l.say(words.Pledge.Undecided + " " + s.l.visit.Walk.Guide().Asks(s.asked))
}

func (s *statement) choices() {
	var texts []string
	for _, choice := range theAnswers {
		text := s.l.answerWords(choice.answer)
		if choice.answer == s.answer() {
			text = s.l.fill(s.l.words.Pledge.Yours, "answer", text)
		}
		texts = append(texts, text)
	}
	s.l.list(texts)
}

func (s *statement) prompt() string {
	words := s.l.words.Plain
	n, of := s.l.visit.Walk.Position(s.step)
	if s.answer() == walk.Unanswered {
		return s.l.fill(words.AskStatement, "n", n, "of", of)
	}
	for _, choice := range theAnswers {
		if choice.answer == s.answer() {
			return s.l.fill(words.AskSet, "n", n, "of", of, "answer", s.l.vocab.shown(choice.command))
		}
	}
	return ""
}

func (s *statement) take(typed said) bool {
	if n, ok := typed.number(len(theAnswers)); ok {
		choice := theAnswers[n-1]
		s.l.say(s.l.words.Plain.TypeIt, "n", n, "text", s.l.answerWords(choice.answer), "word", s.l.vocab.shown(choice.command))
		return true
	}
	for _, choice := range theAnswers {
		if typed.command == choice.command {
			s.l.apply(walk.Event{Kind: walk.SetAnswer, Subject: s.step.Key(), Answer: choice.answer})
			s.l.say(s.l.words.Plain.Set, "answer", s.l.answerWords(choice.answer))
			return true
		}
	}
	switch {
	case typed.command == rule && s.asked.Rule != "":
		return s.l.readBetween(s.asked.Rule)
	case typed.command == later:
		s.later()
	case (typed.empty() || typed.command == goOn) && s.answer() != walk.Unanswered:
		s.l.next(s.step)
	default:
		return false
	}
	return true
}

// later leaves the promise without an answer, unless no other is open: then
// there is nowhere to go on to.
func (s *statement) later() {
	if to, ok := s.l.visit.Walk.Next(s.step); !ok || to == s.step {
		s.l.say(s.l.words.Plain.StillOpen)
		return
	}
	s.l.next(s.step)
}

func (s *statement) more() []string {
	words := s.l.words.Plain
	lines := []string{words.HelpStatement}
	if s.answer() != walk.Unanswered {
		lines = append(lines, words.HelpGoOn)
	}
	lines = append(lines, words.HelpLater)
	if s.asked.Rule != "" {
		lines = append(lines, words.HelpRule)
	}
	return lines
}
