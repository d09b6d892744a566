package question

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"firstsession/content"
	"firstsession/content/walk"
	"firstsession/tui/choice"
	"firstsession/tui/keys"
	"firstsession/tui/screen"
)

// question is a question with one fitting answer or several. What was answered
// is the walk's; only ticks that are no answer yet are kept here.
type question struct {
	sheet
	tries  walk.Tries
	ticked []bool // of several, what is ticked now
	notice string // a word about the last key
	// answered is set until what was said about an answer has been brought
	// into sight.
	answered bool
}

func newQuestion(env screen.Env, s sheet) screen.Screen {
	last := env.Walk.Tries(s.step.Key()).Last
	return question{sheet: s, ticked: flags(last, len(s.asked.Options))}.With(env)
}

func (q question) several() bool { return q.asked.Kind() == content.ChooseAll }

// With lays the page out anew.
func (q question) With(env screen.Env) screen.Screen {
	q.env = env
	q.tries = env.Walk.Tries(q.step.Key())
	return q.refresh()
}

func (q question) refresh() question {
	below := q.below()
	q.sheet = q.lay(slices.Concat(q.once(), q.head(q.how())), q.options(), below)
	if q.answered {
		q.answered = false
		q.page = q.page.Reveal()
		if q.several() && !q.tries.Shown {
			q.page = q.page.RevealBelow(0, len(below))
		}
	}
	if q.notice != "" {
		q.page = q.page.RevealBelow(0, len(below))
	}
	q.sheet = q.show()
	return q
}

// once says that the question is offered once more, and how it is left.
func (q question) once() []string {
	if !q.step.Again {
		return nil
	}
	words := q.env.Words().Question
	said := words.OnceMore
	if !q.tries.Done {
		said += " " + words.LeavesIt
	}
	lines := styled(said, q.env.Size.Width, q.env.Theme.Muted)
	if q.roomy() {
		lines = append(lines, "")
	}
	return lines
}

// how says how the question is answered, or that it is. There is always a
// line, so that nothing below moves with an answer.
func (q question) how() string {
	words := q.env.Words().Question
	switch {
	case q.tries.Shown:
		return words.Shown
	case q.several():
		return words.ChooseAll
	case q.tries.Done:
		return words.Found
	default:
		return words.ChooseOne
	}
}

// options are the options with what is known about them by now.
func (q question) options() []choice.Option {
	words := q.env.Words().Question
	options := make([]choice.Option, len(q.asked.Options))
	for i, asked := range q.asked.Options {
		option := choice.Option{Text: asked.Text, Mark: q.mark(i)}
		switch {
		case q.tries.Done && asked.Right:
			option.Feedback = asked.Feedback
			if q.tries.Shown {
				option.Says = words.Fits
			}
		case q.tried(i):
			option.Says, option.Feedback = words.OtherFits, asked.Feedback
			if q.several() {
				option.Says = words.FitsLess
			}
		}
		options[i] = option
	}
	return options
}

func (q question) mark(i int) choice.Mark {
	ticked := q.several() && q.ticked[i]
	if q.several() && q.tries.Shown {
		ticked = q.asked.Options[i].Right
	}
	switch {
	case ticked:
		return choice.Ticked
	case q.several():
		return choice.Box
	case q.tries.Done && q.asked.Options[i].Right:
		return choice.Chosen
	case q.tried(i):
		return choice.Tried
	default:
		return choice.None
	}
}

// tried says whether an option was chosen and did not fit.
func (q question) tried(i int) bool { return i < len(q.tries.Tried) && q.tries.Tried[i] }

// below is what is said under the options: a word about the last key, or what
// the last try at several options came to.
func (q question) below() []string {
	t, width := q.env.Theme, q.env.Size.Width
	if q.notice != "" {
		return styled(q.notice, width, t.Muted)
	}
	if !q.several() || q.tries.Shown || !slices.Equal(indices(q.ticked), q.tries.Last) {
		return nil
	}
	return styled(q.outcome(), width, t.Plain)
}

// outcome says in words how the last try at several options fits.
func (q question) outcome() string {
	words := q.env.Words().Question
	switch {
	case q.tries.Done:
		return words.AllFit
	case !q.tries.Missed:
		return ""
	}
	said := []string{words.TickedFit}
	for _, i := range q.tries.Last {
		if !q.asked.Options[i].Right {
			said[0] = words.TickedSome
		}
	}
	switch missing := walk.Missing(q.asked, q.tries.Last); missing {
	case 0:
	case 1:
		said = append(said, words.OneMissing)
	default:
		said = append(said, content.Fill(words.Missing, "n", missing))
	}
	return strings.Join(append(said, words.TryAgain), " ")
}

// View hands out the page.
func (q question) View() screen.View { return q.view }

// Keys are those that work now.
func (q question) Keys() []keys.Binding {
	k := q.env.Keys
	var all []keys.Binding
	if q.tries.Done {
		all = append(all, q.onward(k.Next, q.unseen()))
	} else {
		all = append(all, q.chooses())
		if q.several() {
			all = append(all, k.Tick, k.Answer)
		} else {
			answer := k.Answer
			answer.Keys = k.Next.Keys // Space answers, too
			all = append(all, answer)
		}
		all = append(all, k.ShowMe, k.Later)
	}
	if q.asked.Again != "" {
		all = append(all, k.Again)
	}
	return append(all, k.Back)
}

// unseen says whether there is something below that going on shows first. Who
// has just found the one answer has seen what there is to see.
func (q question) unseen() bool {
	return q.page.Further() && (q.several() || q.tries.Shown || q.page.List.Focus() < 0)
}

// Update takes a key, a click or the wheel.
func (q question) Update(msg tea.Msg) (screen.Screen, screen.Action) {
	key, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return q.move(msg), nil
	}
	k := q.env.Keys
	q.notice = ""
	switch {
	case k.Back.Matches(key):
		return q, screen.Previous{}
	case k.Again.Matches(key) && q.asked.Again != "":
		return q, screen.Open{Place: screen.Place{Kind: screen.Reading, Section: q.asked.Again}}
	case k.Next.Matches(key) && q.tries.Done:
		if q.unseen() {
			q.sheet = q.further()
			return q.refresh(), nil
		}
		return q, screen.Next{}
	case q.tries.Done:
		return q.move(msg), nil
	case k.ShowMe.Matches(key):
		return q.showMe()
	case k.Later.Matches(key):
		return q, screen.Next{Events: []walk.Event{{Kind: walk.Later, Subject: q.step.Key()}}}
	case q.several() && k.Tick.Matches(key):
		return q.tick(), nil
	case k.Next.Matches(key):
		return q.answer()
	default:
		return q.move(msg), nil
	}
}

// move moves the focus, or scrolls.
func (q question) move(msg tea.Msg) question {
	q.page, _ = q.page.Update(msg, q.env.Keys)
	return q.refresh()
}

func (q question) say(notice string) question {
	q.notice = notice
	return q.refresh()
}

// tick sets or takes away the tick at the focused option.
func (q question) tick() question {
	focus := q.page.List.Focus()
	if focus < 0 {
		return q.say(q.env.Words().Question.HowAll)
	}
	q.ticked = slices.Clone(q.ticked)
	q.ticked[focus] = !q.ticked[focus]
	return q.refresh()
}

// answer asks for the focused option, or for what is ticked, to be the answer.
// One that was tried before is no new answer.
func (q question) answer() (screen.Screen, screen.Action) {
	words := q.env.Words().Question
	chosen := indices(q.ticked)
	switch focus := q.page.List.Focus(); {
	case q.several() && len(chosen) == 0:
		return q.say(words.HowAll), nil
	case q.several() && q.tries.Missed && slices.Equal(chosen, q.tries.Last):
		return q.say(words.SameTicks + " " + q.outcome()), nil
	case q.several():
	case focus < 0:
		return q.say(words.HowOne), nil
	case q.tried(focus):
		return q.say(words.Tried), nil
	default:
		chosen = []int{focus}
	}
	q.answered = true
	return q, screen.Apply{Events: []walk.Event{{Kind: walk.Choose, Subject: q.step.Key(), Options: chosen}}}
}

// showMe asks for what fits, and moves there.
func (q question) showMe() (screen.Screen, screen.Action) {
	fits := slices.IndexFunc(q.asked.Options, func(o content.Option) bool { return o.Right })
	q.page.List = q.page.List.On(fits)
	q.answered = true
	return q, screen.Apply{Events: []walk.Event{{Kind: walk.ShowMe, Subject: q.step.Key()}}}
}
