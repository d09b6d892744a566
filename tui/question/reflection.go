package question

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"firstsession/content/walk"
	"firstsession/tui/choice"
	"firstsession/tui/field"
	"firstsession/tui/keys"
	"firstsession/tui/screen"
)

// ownLines is how many lines of one's own are in sight.
const ownLines = 3

// reflection asks something that nobody judges. A tick is kept at once, and
// what is typed when the field is left.
type reflection struct {
	sheet
	ticked []bool
	own    field.Field
	typing bool
	// wiped is set when words that are covered were taken away in the field.
	wiped bool
	// told is set after Enter with nothing ticked was answered by a word, and
	// telling until that word was brought into sight.
	told, telling bool
}

// enter is what a click on the field comes to.
type enter struct{}

func newReflection(env screen.Env, s sheet) screen.Screen {
	r := reflection{sheet: s, own: field.New(ownLines)}
	if said, _ := env.Walk.Ticks(s.step.ID); !env.Walk.Covers() {
		r.own = r.own.Set(said.Own)
	}
	return r.With(env)
}

// With lays the page out anew.
func (r reflection) With(env screen.Env) screen.Screen {
	if r.env.Size != env.Size || r.env.Theme.Name != env.Theme.Name || r.env.Theme.Profile != env.Theme.Profile {
		r.own = r.own.With(env.Size.Width-fieldColumn-1, env.Theme)
	}
	r.env = env
	said, _ := env.Walk.Ticks(r.step.ID)
	r.ticked = flags(said.Options, len(r.asked.Options))
	return r.refresh()
}

// fieldColumn is where the field stands, below the options' numbers.
const fieldColumn = 2

func (r reflection) refresh() reflection {
	words := r.env.Words().Question
	private := words.Private
	if r.env.Intake() {
		private = r.env.Words().Intake.Reflection
	}
	how := []string{words.Reflect + " " + private}
	for _, dropped := range r.env.Walk.Dropped() {
		if dropped.Kind == walk.Reflection && dropped.ID == r.step.ID {
			how = append(how, words.Changed)
			break
		}
	}
	options := make([]choice.Option, len(r.asked.Options))
	for i, asked := range r.asked.Options {
		options[i] = choice.Option{Text: asked.Text, Mark: choice.Box}
		if r.ticked[i] {
			options[i].Mark = choice.Ticked
		}
	}
	label, lines := r.field()
	below := slices.Concat(label, lines)
	if r.told {
		below = append(below, "")
		below = append(below, styled(words.NoneTicked, r.env.Size.Width, r.env.Theme.Plain)...)
	}
	r.sheet = r.lay(r.head(how...), options, below)
	if r.typing {
		r.page = r.page.RevealBelow(0, len(below))
	}
	if r.telling {
		r.telling = false
		r.page = r.page.RevealBelow(len(label)+len(lines), len(below))
	}
	r.sheet = r.show()
	r.place(len(label), len(lines))
	return r
}

// field is the line of one's own under its label: what was typed, or a line to
// write on as there is on paper.
func (r reflection) field() (label, lines []string) {
	t, width := r.env.Theme, r.env.Size.Width
	mark := strings.Repeat(" ", fieldColumn)
	for _, line := range styled(r.env.Words().Question.Own, width-fieldColumn, t.Plain) {
		label = append(label, mark+line)
	}
	if covered := r.covered(); covered != "" {
		for _, line := range styled(covered, width-fieldColumn, t.Plain) {
			label = append(label, mark+line)
		}
	}
	if r.typing {
		mark = t.Accent.Render("›") + " "
	}
	if r.own.Empty() {
		const line = 32
		return label, []string{mark + t.Muted.Render(strings.Repeat("_", max(1, min(line, width-fieldColumn-1))))}
	}
	for _, line := range r.own.Lines() {
		lines = append(lines, mark+line)
		mark = strings.Repeat(" ", fieldColumn)
	}
	return label, lines
}

// place says where the field can be clicked, and puts the cursor into it.
func (r *reflection) place(label, lines int) {
	for i := range label + lines {
		if row, ok := r.page.Row(i); ok {
			r.view.Targets = append(r.view.Targets, screen.Target{Y: row, Width: r.env.Size.Width, Height: 1, Click: enter{}})
		}
	}
	r.view.Typing = r.typing
	if !r.typing {
		return
	}
	r.view.Typed = r.own.Value()
	r.view.Cursor = nil
	if c := r.own.Cursor(); c != nil {
		if row, ok := r.page.Row(label + c.Y); ok {
			r.view.Cursor = tea.NewCursor(fieldColumn+c.X, row)
			r.view.Cursor.Blink = false
		}
	}
}

// View hands out the page.
func (r reflection) View() screen.View { return r.view }

// Keys are those that work now.
func (r reflection) Keys() []keys.Binding {
	k := r.env.Keys
	if r.typing {
		return []keys.Binding{k.Keep, k.LeaveTab}
	}
	all := []keys.Binding{r.chooses()}
	if r.page.List.Focus() >= 0 {
		enter := k.Next
		enter.Keys, enter.Shown = k.Answer.Keys, k.Answer.Shown
		all = append(all, k.Tick, r.onward(enter, r.page.Further()))
	} else {
		all = append(all, r.onward(k.Next, r.page.Further()))
	}
	all = append(all, k.LeaveTab.Saying(r.env.Words().Question.Write))
	if r.asked.Again != "" {
		all = append(all, k.Again)
	}
	return append(all, k.Back)
}

// Update takes a key, a paste, a click or the wheel.
func (r reflection) Update(msg tea.Msg) (screen.Screen, screen.Action) {
	switch msg := msg.(type) {
	case enter:
		return r.write(), nil
	case choice.Click:
		r.told = false
		left, action := r.leave()
		left.page, _ = left.page.Update(msg, r.env.Keys)
		return left.refresh(), action
	}
	if r.typing {
		return r.typed(msg)
	}
	if key, ok := msg.(tea.KeyPressMsg); ok {
		return r.press(key)
	}
	return r.move(msg), nil
}

// typed takes a message while the field has the focus.
func (r reflection) typed(msg tea.Msg) (screen.Screen, screen.Action) {
	k := r.env.Keys
	if key, ok := msg.(tea.KeyPressMsg); ok {
		switch {
		case k.Keep.Matches(key), k.LeaveTab.Matches(key):
			return r.leave()
		case key.Code == tea.KeyBackspace && r.own.Empty() && r.covered() != "":
			r.wiped = true
			return r.refresh(), nil
		case k.Up.Matches(key) && r.atTop():
			left, action := r.leave()
			left.page.List = left.page.List.On(len(r.asked.Options) - 1)
			left.page = left.page.Lay(r.env.Size, r.env.Theme).Reveal()
			return left.refresh(), action
		}
	}
	if _, ok := msg.(tea.MouseWheelMsg); ok {
		return r, nil
	}
	r.own = r.own.Update(msg)
	return r.refresh(), nil
}

func (r reflection) atTop() bool {
	c := r.own.Cursor()
	return c == nil || c.Y == 0
}

// press takes a key while the options have the focus.
func (r reflection) press(key tea.KeyPressMsg) (screen.Screen, screen.Action) {
	k, focus, told := r.env.Keys, r.page.List.Focus(), r.told
	r.told = told && k.Next.Matches(key) && !k.Tick.Matches(key)
	switch {
	case k.Back.Matches(key):
		return r, screen.Previous{}
	case k.Again.Matches(key) && r.asked.Again != "":
		return r, screen.Open{Place: screen.Place{Kind: screen.Reading, Section: r.asked.Again}}
	case k.LeaveTab.Matches(key):
		return r.write(), nil
	case k.Tick.Matches(key) && focus >= 0:
		r.ticked = slices.Clone(r.ticked)
		r.ticked[focus] = !r.ticked[focus]
		return r, screen.Apply{Events: []walk.Event{r.event()}}
	case k.Next.Matches(key) && r.page.Further():
		r.sheet = r.further()
		return r.refresh(), nil
	case k.Next.Matches(key) && focus >= 0 && !told && !slices.Contains(r.ticked, true):
		// At a question the same keys choose. Nothing that one takes for an
		// answer may be lost without a word.
		r.told, r.telling = true, true
		return r.refresh(), nil
	case k.Next.Matches(key):
		return r, screen.Next{Events: r.Unsaved()}
	}
	page, handled := r.page.Update(key, k)
	if !handled && k.Down.Matches(key) {
		return r.write(), nil
	}
	r.page = page
	return r.refresh(), nil
}

// move moves the focus, or scrolls.
func (r reflection) move(msg tea.Msg) reflection {
	r.page, _ = r.page.Update(msg, r.env.Keys)
	return r.refresh()
}

// write puts the cursor into the field.
func (r reflection) write() reflection {
	r.typing, r.told = true, false
	r.own = r.own.Focus(true)
	r.page.List = r.page.List.On(-1)
	return r.refresh()
}

// leave takes the cursor out of the field, and keeps what was typed. In an
// intake that is covered from then on.
func (r reflection) leave() (reflection, screen.Action) {
	events := r.Unsaved()
	r.typing = false
	r.own = r.own.Focus(false)
	if r.env.Walk.Covers() {
		r.own, r.wiped = r.own.Set(""), false
	}
	r = r.refresh()
	if len(events) == 0 {
		return r, nil
	}
	return r, screen.Apply{Events: events}
}

// Unsaved is what was typed and not kept yet.
func (r reflection) Unsaved() []walk.Event {
	said, _ := r.env.Walk.Ticks(r.step.ID)
	if r.words() == strings.TrimSpace(said.Own) {
		return nil
	}
	return []walk.Event{r.event()}
}

// event says all that is ticked and typed.
func (r reflection) event() walk.Event {
	return walk.Event{Kind: walk.Tick, Subject: r.step.Key(), Options: indices(r.ticked), Text: r.words()}
}
