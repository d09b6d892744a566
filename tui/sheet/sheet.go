// Package sheet shows a page of an intake on the full screen: what it says,
// and the items on it that can be answered. What an answer means is the page's
// to say; here is how one moves, types and ticks. No act is done here by one key
// that is held, by Space, by a paste or by a click; and no disk may come in.
package sheet

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"firstsession/content/walk"
	"firstsession/tui/field"
	"firstsession/tui/intake"
	"firstsession/tui/keys"
	"firstsession/tui/screen"
	"firstsession/tui/scroll"
)

// fieldLines is how far a field grows before it scrolls.
const fieldLines = 8

// sheet is a page of an intake, and where the reader is on it.
type sheet struct {
	env   screen.Env
	page  intake.Page
	now   intake.Sheet // the page in this world
	stops []stop
	focus stop
	// field is what is typed into the Line with the id typing, as long as the
	// page was not given it.
	field  field.Field
	typing string
	last   string // the item that was answered last, where the notice stands
	fresh  bool   // the notice has not been in sight yet
	hint   bool   // a key meant nothing before the acts
	paper  paper
	text   scroll.Text // the paper as far as it is seen
	view   screen.View
	// read is where the reader was before another window moved the page to
	// what has the focus; nil if none did, or if a key came since.
	read *scroll.Text
	// untouched is set until the first key. The window may be told only after
	// the page was made.
	untouched bool
}

// stop is a place that can have the focus. The zero stop is nowhere.
type stop struct {
	id     string // of an item
	before bool   // the place before the acts of which this is the first
}

// nowhere is where the focus is at first.
var nowhere stop

// New makes the screen of a page. At first nothing has the focus, but on a
// form: what is typed there has to go somewhere, and not to the commands. A
// form is a sheet that begins with two things to fill in and does not just go
// on. Where a single line belongs to a choice, it would lean towards one side.
func New(env screen.Env, page intake.Page) screen.Screen {
	s := sheet{env: env, page: page, field: fitted(field.New(fieldLines).Focus(true), env), untouched: true}
	return s.begun()
}

// begun is the page as it is before the first key, in whatever window comes.
func (s sheet) begun() sheet {
	s = s.rendered()
	s.fresh = s.now.Notice != ""
	if items := s.now.Items; len(items) > 1 && items[0].Kind == intake.Line &&
		items[1].Kind < intake.Act && !s.goesOn() {
		first := stop{id: items[0].ID}
		if spot, _ := s.paper.find(first); spot.to <= s.env.Size.Height {
			return s.on(first)
		}
	}
	return s.on(nowhere)
}

// fitted is a field with the room that there is beside the mark.
func fitted(f field.Field, env screen.Env) field.Field {
	return f.With(env.Size.Width-markWidth-1, env.Theme)
}

// With returns the page in a changed world. What has the focus keeps it, and
// what is typed stays.
func (s sheet) With(env screen.Env) screen.Screen {
	before := s
	if s.read != nil {
		s.text = *s.read
	}
	s.env, s.field = env, fitted(s.field, env)
	if s.untouched {
		return s.begun()
	}
	s = s.rendered()
	if to := s.present(s.focus); to != s.focus {
		s.focus = to
		s = s.rendered()
	}
	moved := env.Size != before.env.Size || !slices.Equal(s.paper.lines, before.paper.lines)
	if moved && s.kind() == intake.Act {
		// It was chosen on a page that looked otherwise, so it is to be chosen
		// again.
		s.focus = s.stops[s.runOf(s.at())]
	}
	if moved || s.read != nil {
		read := s.text
		s = s.on(s.focus)
		s.read = &read
	}
	return s.shown()
}

// Update takes a key, paste, click or wheel.
func (s sheet) Update(msg tea.Msg) (screen.Screen, screen.Action) {
	var action screen.Action
	s.read, s.untouched = nil, false
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		s, action = s.press(msg)
	case tea.PasteMsg:
		if s.isTyping() {
			s = s.edit(msg)
		}
	case chosen:
		s, action = s.clicked(msg.stop)
	case tea.MouseWheelMsg:
		s.text, _ = s.text.Update(msg, s.env.Keys)
		s = s.look()
	}
	return s.shown(), action
}

// View hands out the page as it was rendered.
func (s sheet) View() screen.View { return s.view }

// Unsaved is what the page wants kept of it, with what is still typed.
func (s sheet) Unsaved() []walk.Event {
	s, _ = s.kept()
	if keeper, ok := s.page.(interface {
		Unsaved(w walk.Walk) []walk.Event
	}); ok {
		return keeper.Unsaved(s.env.Walk)
	}
	return nil
}

// Keys are the bindings that work now.
func (s sheet) Keys() []keys.Binding {
	k, words := s.env.Keys, s.env.Words()
	next := essential(k.Keep.Saying(words.Keys.Next))
	var all []keys.Binding
	switch item := s.item(); {
	case s.isTyping():
		return append([]keys.Binding{next, k.LeaveTab}, s.working(k.Down, k.Up, k.PageDown, k.PageUp)...)
	case s.focus.before && !s.goesOn():
	case s.onward():
		all = s.onwardKeys()
	case item.Kind == intake.Act:
		all = []keys.Binding{k.Answer.Saying(words.Keys.Do)}
	case item.Kind == intake.Tick:
		// Tab and Enter lead on, and the narrowest window has no room for them.
		all = []keys.Binding{essential(k.Tick)}
	case item.Kind == intake.Pick && item.On:
		all = []keys.Binding{next}
	case item.Kind == intake.Pick:
		all = []keys.Binding{essential(k.Tick.Saying(words.Keys.Choose))}
	}
	if s.env.Intake() { // before it there is nowhere to go back to
		all = append(all, k.Back)
	}
	all = append(all, s.working(k.Down, k.Up)...)
	if len(s.stops) > 0 {
		all = append(all, k.LeaveTab.Saying(words.Keys.Next))
	}
	return append(all, s.working(k.PageDown, k.PageUp, k.Top, k.End)...)
}

// onwardKeys are those of a page on which nothing else has the focus.
func (s sheet) onwardKeys() []keys.Binding {
	k, words := s.env.Keys, s.env.Words()
	to, ok := s.following()
	switch {
	case s.goesOn() && !s.text.Below():
		return []keys.Binding{k.Next}
	case !s.goesOn() && ok && s.sees(to):
		return []keys.Binding{k.Next.Saying(words.Keys.Next)}
	case s.text.Below():
		return []keys.Binding{k.Next.Saying(words.Reader.ReadOn)}
	case ok:
		return []keys.Binding{k.Next.Saying(words.Keys.Next)}
	default:
		return nil
	}
}

// working are those bindings that move something from here.
func (s sheet) working(some ...keys.Binding) []keys.Binding {
	var all []keys.Binding
	for _, b := range some {
		after, _ := s.press(b.Press())
		if after.focus != s.focus || after.text.Top() != s.text.Top() {
			all = append(all, b)
		}
	}
	return all
}

func essential(b keys.Binding) keys.Binding {
	b.Essential = true
	return b
}
