package pledge

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"firstsession/content"
	"firstsession/content/walk"
	"firstsession/tui/choice"
	"firstsession/tui/keys"
	"firstsession/tui/prose"
	"firstsession/tui/screen"
)

// nowhere is the focus while nothing is focused.
const nowhere = -1

// roomy is how wide a page is that has room for air between its options.
const roomy = 60

// Statement is the page of one promise and the three answers to it.
type Statement struct {
	env  screen.Env
	step walk.Step
	says content.Statement
	hint string // how to go on from here, once it was asked for
	page choice.Page
}

// answers are in the order in which they are shown and numbered.
func answers() []walk.Answer { return []walk.Answer{walk.Agree, walk.TalkFirst, walk.NotNow} }

// NewStatement makes the page of a statement. An answer that was given before
// has the focus; otherwise nothing has.
func NewStatement(env screen.Env, step walk.Step) screen.Screen {
	s := Statement{env: env, step: step}
	for _, statement := range env.Guide.Commitment.Statements {
		if statement.ID == step.ID {
			s.says = statement
		}
	}
	s.page.List = choice.New(s.options()).On(slices.Index(answers(), env.Walk.Answer(step.ID)))
	return s.rendered()
}

// With returns the page in a changed world.
func (s Statement) With(env screen.Env) screen.Screen {
	s.env = env
	return s.rendered()
}

// View returns the page as it was rendered.
func (s Statement) View() screen.View {
	v := s.page.View(s.env.Words().Reader)
	n, of := s.env.Walk.Position(s.step)
	v.Title = s.env.Guide.Commitment.Title
	v.Place = content.Fill(s.env.Words().Pledge.Place, "n", n, "of", of)
	return v
}

// Keys are the bindings that work now.
func (s Statement) Keys() []keys.Binding {
	k, w := s.env.Keys, s.env.Words().Pledge
	choose := first(k.Number, len(answers()))
	all := []keys.Binding{choose}
	switch {
	case s.pending():
		all = []keys.Binding{choose, k.Answer.Saying(w.Set)}
	case s.answered():
		all = []keys.Binding{k.Next, choose}
	case s.page.Further():
		all = []keys.Binding{k.Next.Saying(s.env.Words().Reader.ReadOn), choose}
	}
	if s.pending() || !s.answered() {
		all = append(all, k.Later)
	}
	if s.says.Rule != "" {
		all = append(all, k.Again.Saying(w.ReadRule))
	}
	all = append(all, k.Back)
	for _, b := range []keys.Binding{k.Up, k.Down, k.PageUp, k.PageDown, k.Top, k.End} {
		if _, works := s.page.Update(b.Press(), k); works {
			all = append(all, b)
		}
	}
	return all
}

// first is a binding of the first few numbers only.
func first(number keys.Binding, n int) keys.Binding {
	number.Keys, number.Shown, number.Essential = number.Keys[:n], fmt.Sprintf("1-%d", n), true
	return number
}

// Update takes a key, click or wheel. A paste is passed over: it never
// answers.
func (s Statement) Update(msg tea.Msg) (screen.Screen, screen.Action) {
	if page, handled := s.page.Update(msg, s.env.Keys); handled {
		if page.List.Focus() != s.page.List.Focus() {
			s.hint = ""
		}
		s.page = page
		return s.seen().rendered(), nil
	}
	key, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return s, nil
	}
	k := s.env.Keys
	switch {
	case k.Again.Matches(key) && s.says.Rule != "":
		return s, screen.Open{Place: screen.Place{Kind: screen.Reading, Section: s.says.Rule}}
	case k.Later.Matches(key):
		return s.later()
	case k.Back.Matches(key):
		return s, screen.Previous{}
	case k.Answer.Matches(key) && s.pending():
		s.hint = ""
		return s, s.set()
	case k.Next.Matches(key):
		return s.goOn()
	}
	return s, nil
}

// seen drops the focus if it was scrolled out of sight: Enter may not set an
// answer that is not seen.
func (s Statement) seen() Statement {
	focus := s.page.List.Focus()
	for _, target := range s.page.View(s.env.Words().Reader).Targets {
		if target.Click == (choice.Click{Option: focus}) {
			return s
		}
	}
	s.page.List = s.page.List.On(nowhere)
	return s
}

// set gives the focused answer, and nothing more: that a second key goes on
// is what keeps one held key from answering the next statement, too.
func (s Statement) set() screen.Action {
	return screen.Apply{Events: []walk.Event{{
		Kind: walk.SetAnswer, Subject: s.step.Key(), Answer: answers()[s.page.List.Focus()],
	}}}
}

// later goes on without an answer. From the last promise the walk leads to the
// first that is open, which may be this one.
func (s Statement) later() (screen.Screen, screen.Action) {
	if to, ok := s.env.Walk.Next(s.step); ok && to == s.step {
		return s.tell(s.env.Words().Pledge.StillOpen), nil
	}
	return s, screen.Next{}
}

// goOn takes Space or Enter where it sets no answer.
func (s Statement) goOn() (screen.Screen, screen.Action) {
	w := s.env.Words().Pledge
	switch {
	case s.pending():
		return s.tell(w.HowSet), nil
	case s.answered():
		return s, screen.Next{}
	case s.page.Further() && s.hint == "":
		s.page, _ = s.page.Update(s.env.Keys.PageDown.Press(), s.env.Keys)
		return s, nil
	default:
		return s.tell(w.How), nil
	}
}

func (s Statement) answered() bool { return s.env.Walk.Answer(s.step.ID) != walk.Unanswered }

// pending says whether an answer is focused that is not the one set.
func (s Statement) pending() bool {
	focus := s.page.List.Focus()
	return focus != nowhere && answers()[focus] != s.env.Walk.Answer(s.step.ID)
}

// tell says how to go on, and brings that into view.
func (s Statement) tell(hint string) Statement {
	s.hint = hint
	s = s.rendered()
	s.page = s.page.RevealBelow(0, len(s.said()))
	return s
}

// rendered writes the page anew.
func (s Statement) rendered() Statement {
	s.page.Above = s.above()
	s.page.Below = s.below()
	s.page.List = s.page.List.With(s.options())
	s.page = s.page.Lay(s.env.Size, s.env.Theme)
	return s
}

// options are the answers. The one that is set is marked with a sign and in
// words.
func (s Statement) options() []choice.Option {
	w := s.env.Words()
	var options []choice.Option
	for _, answer := range answers() {
		option := choice.Option{Text: answer.Words(w.Statement)}
		if answer == s.env.Walk.Answer(s.step.ID) {
			option.Text = content.Fill(w.Pledge.Yours, "answer", option.Text)
			option.Mark = choice.Chosen
		}
		options = append(options, option)
	}
	return options
}

// above is the promise and the reason for it, and a word about it if it is
// asked again.
func (s Statement) above() []string {
	width, t, w := s.env.Size.Width, s.env.Theme, s.env.Words()
	page := sheet{width: width}
	for _, dropped := range s.env.Walk.Dropped() {
		if dropped.ID == s.step.ID {
			page.say(w.Pledge.Changed, t.Care)
			page.air()
			break
		}
	}
	page.say(s.says.Text, t.Heading)
	page.air()
	reason := slices.Clone(s.says.Reason)
	if len(reason) > 0 && reason[0].Picture == nil {
		reason[0].Prose = w.Statement.Why + ": " + reason[0].Prose
	}
	page.add(s.env.Prose.Blocks(reason, width, t)...)
	if width >= roomy {
		page.air()
	}
	return page.lines
}

// said is what stands right below the answers once there is something to say.
func (s Statement) said() []string {
	words := s.hint
	if words == "" && s.answered() && !s.pending() {
		words = s.env.Words().Pledge.IsSet
	}
	return prose.Wrap(words, s.env.Size.Width)
}

// below is what is said, and that nothing is decided yet.
func (s Statement) below() []string {
	w := s.env.Words()
	lines := s.said()
	if len(lines) > 0 {
		lines = append(lines, "")
	}
	return append(lines, styled(prose.Wrap(w.Pledge.Undecided+" "+s.env.Guide.Asks(s.says), s.env.Size.Width), s.env.Theme.Muted)...)
}
