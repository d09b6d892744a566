package walk

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"firstsession/content"
	"firstsession/content/plain"
)

// ErrOpen is returned by Apply for signing while a statement has no answer.
var ErrOpen = errors.New("a statement has no answer yet")

// Apply returns the walk after events, and the facts that are to be kept of
// them. What changes nothing, such as reading a section again, leaves no fact.
// If one of the events is not possible, Apply returns the walk as it was and
// no facts: all of them happen or none.
func (w Walk) Apply(now time.Time, events ...Event) (Walk, []Fact, error) {
	if w.guide == nil {
		return w, nil, errors.New("a walk begins with New or Replay")
	}
	after := w
	var facts []Fact
	for _, e := range events {
		fact, news, err := after.fact(e)
		if err != nil {
			return w, nil, fmt.Errorf("%s %q: %w", e.Kind, e.Subject, err)
		}
		if !news {
			continue
		}
		if facts == nil {
			after.progress = w.clone()
		}
		fact.Seq = after.seq + 1
		fact.Time = now.Round(0) // without the monotonic clock, which no journal keeps
		after.take(fact)
		facts = append(facts, fact)
	}
	if len(facts) > 0 {
		after.order()
	}
	return after, facts, nil
}

// fact makes a fact of an event, without number and time. News is what changes something.
func (w Walk) fact(e Event) (f Fact, news bool, err error) {
	switch e.Kind {
	case TakeNote, ChangeNote, Include:
		return w.noteFact(e)
	case Save, Sign:
		return w.recordFact(e)
	case Decline:
		return w.declineFact(e)
	case SetGroup:
		return Fact{Kind: string(SetGroup), Subject: e.Subject}, e.Subject != w.group, nil
	case GoShort:
		if w.intake {
			return Fact{}, false, errors.New("an intake goes through what its form says")
		}
		return Fact{Kind: string(e.Kind), Data: Data{Yes: e.Yes}}, e.Yes != w.short, nil
	case SetForm, Flag, NameTyped, End, CopyGiven:
		return w.intakeFact(e)
	}
	s, ok := w.Find(e.Subject)
	switch {
	case !ok:
		return Fact{}, false, errors.New("no such step")
	case !s.Kind.Fits(e.Kind):
		return Fact{}, false, fmt.Errorf("not possible at a step of the kind %s", s.Kind)
	}
	return w.stepFact(e, s)
}

func (w Walk) stepFact(e Event, s Step) (f Fact, news bool, err error) {
	f = Fact{Kind: string(e.Kind), Subject: s.Key(), Data: Data{Language: w.guide.Language}}
	switch e.Kind {
	case Reach:
		goesOver := w.language != w.guide.Language // which is kept with the step
		if !goesOver {
			f.Data.Language = ""
		}
		return f, s != w.at || goesOver && w.started, nil
	case Pass:
		return f, !w.passed[s.ID], nil
	case SetAnswer:
		f.Data.Words = w.plan.statements[s.ID].Text
		f.Data.Answer = e.Answer
		if !isAnswer(e.Answer) {
			return Fact{}, false, fmt.Errorf("%q is no answer", e.Answer)
		}
		// Said once more after a record was signed, it is said for the next one.
		return f, e.Answer != w.answers[s.ID] || w.signed != nil && !w.intake, nil
	case Tick:
		return w.tickFact(f, e, s)
	default:
		return w.questionFact(f, e, s)
	}
}

func isAnswer(a Answer) bool { return a == Agree || a == TalkFirst || a == NotNow }

func (w Walk) questionFact(f Fact, e Event, s Step) (Fact, bool, error) {
	question, tries := w.plan.questions[s.Key()], w.tries[s.Key()]
	f.Data.Words = question.Prompt
	switch e.Kind {
	case Later:
		return f, !tries.Done && !tries.Later, nil
	case ShowMe:
		return f, !tries.Done, nil
	}
	options, texts, err := chosen(question, e.Options)
	switch {
	case err != nil:
		return Fact{}, false, err
	case len(options) == 0:
		return Fact{}, false, errors.New("no option is chosen")
	case len(options) > 1 && question.Kind() == content.ChooseOne:
		return Fact{}, false, errors.New("only one option can be chosen")
	}
	f.Data.Options, f.Data.Outcome = texts, Outcome(*question, options)
	// Tries are not counted.
	same := f.Data.Outcome == NotQuite && tries.Missed && slices.Equal(options, tries.Last)
	return f, !tries.Done && !same, nil
}

func (w Walk) tickFact(f Fact, e Event, s Step) (Fact, bool, error) {
	question, own := w.plan.questions[s.Key()], plain.Composed(e.Text)
	ticked, texts, err := chosen(question, e.Options)
	if err != nil {
		return Fact{}, false, err
	}
	f.Data.Words, f.Data.Options = question.Prompt, texts
	if !isBlank(own) {
		f.Data.Text = own
	}
	before := w.ticks[s.ID]
	same := slices.Equal(ticked, before.Options) && f.Data.Text == before.Own
	// What was dropped is given anew even with the same ticks.
	return f, !same || w.dropped[s.ID] != nil, nil
}

func (w Walk) noteFact(e Event) (Fact, bool, error) {
	f, text := Fact{Kind: string(e.Kind), Subject: e.Subject}, plain.Composed(e.Text)
	i, isNote := w.noteAt[e.Subject]
	isNote = isNote && w.notes[i].Text != ""
	switch e.Kind {
	case TakeNote:
		if _, ok := w.Find(e.Subject); !ok {
			return Fact{}, false, errors.New("no such step")
		}
		if isBlank(text) {
			return Fact{}, false, errors.New("the note has no text")
		}
		f.Subject = w.nextNote()
		f.Data = Data{At: e.Subject, Text: text}
		return f, true, nil
	case ChangeNote:
		if !isNote {
			return Fact{}, false, errors.New("no such note")
		}
		if !isBlank(text) {
			f.Data.Text = text
		}
		return f, f.Data.Text != w.notes[i].Text, nil
	default: // Include
		if _, ticked := w.ticks[e.Subject]; !isNote && !ticked && !w.isOwn(e.Subject) {
			return Fact{}, false, errors.New("no such note, and nothing said to such a reflection")
		}
		f.Data.Yes = e.Yes
		return f, e.Yes != w.included[e.Subject], nil
	}
}

// isOwn reports whether a subject is the client's aim, and there is one, or their answers.
func (w Walk) isOwn(subject string) bool {
	return subject == AimID && w.form.Aim != "" || subject == AnswersID && w.intake
}

// nextNote is an id that neither a note nor anything in the guide has.
func (w Walk) nextNote() string {
	for n := len(w.notes) + 1; ; n++ {
		id := "n" + strconv.Itoa(n)
		_, isNote := w.noteAt[id]
		if _, isStep := w.plan.index[id]; !isNote && !isStep {
			return id
		}
	}
}

// declineFact is always about signing: one may decline wherever one is.
func (w Walk) declineFact(e Event) (Fact, bool, error) {
	if _, ok := w.Find(e.Subject); !ok && e.Subject != "" {
		return Fact{}, false, errors.New("no such step")
	}
	f := Fact{Kind: string(e.Kind), Subject: SignatureID, Data: Data{Language: w.guide.Language}}
	return f, !w.declined || w.ending != Undecided, nil
}

// chosen are options in order, also by their words, if each of them is there and
// stands in the list once.
func chosen(q *content.Question, options []int) (sorted []int, texts []string, err error) {
	sorted = slices.Sorted(slices.Values(options))
	for i, option := range sorted {
		switch {
		case option < 0 || option >= len(q.Options):
			return nil, nil, fmt.Errorf("no option %d", option)
		case i > 0 && option == sorted[i-1]:
			return nil, nil, fmt.Errorf("option %d stands there twice", option)
		}
		texts = append(texts, q.Options[option].Text)
	}
	return sorted, texts, nil
}

func isBlank(text string) bool { return strings.TrimSpace(text) == "" }
