package tuitest

import (
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"firstsession/content"
	"firstsession/content/walk"
	"firstsession/tui/keys"
	"firstsession/tui/prose"
	"firstsession/tui/screen"
	"firstsession/tui/theme"
)

// Stage shows one screen and does for it what the root model would: it hands
// on clicks, applies events, and gives the screen the world as it is then.
type Stage struct {
	Screen  screen.Screen
	Env     screen.Env
	Actions []screen.Action // what the screen asked for, in order
	Err     error           // of the first event that could not be applied
}

// Env is a world for tests: a guide that nobody has begun, in high contrast.
func Env(guide *content.Guide, width, height int) screen.Env {
	return screen.Env{
		Guide: guide,
		Walk:  walk.New(guide),
		Theme: theme.HighContrast(),
		Prose: prose.New(),
		Keys:  keys.New(guide.Words),
		Size:  screen.Size{Width: width, Height: height},
	}
}

// NewStage shows a screen that was made with the same Env.
func NewStage(env screen.Env, s screen.Screen) *Stage {
	return &Stage{Screen: s, Env: env}
}

// Press sends keys by the names that Messages knows. Clicks are in cells of
// the body.
func (s *Stage) Press(names ...string) *Stage {
	for _, msg := range Messages(names...) {
		s.Send(msg)
	}
	return s
}

// Send gives one message to the screen and does what it asks for.
func (s *Stage) Send(msg tea.Msg) {
	if click, ok := msg.(tea.MouseClickMsg); ok {
		if msg = s.target(click); msg == nil {
			return
		}
	}
	next, action := s.Screen.Update(msg)
	s.Screen = next
	if action == nil {
		return
	}
	s.Actions = append(s.Actions, action)
	switch action := action.(type) {
	case screen.Apply:
		s.apply(action.Events)
	case screen.Next:
		s.apply(action.Events)
	}
	s.Show(s.Env)
}

// target is what a click comes to; nil if nothing is there.
func (s *Stage) target(click tea.MouseClickMsg) tea.Msg {
	for _, t := range s.Screen.View().Targets {
		if click.X >= t.X && click.X < t.X+t.Width && click.Y >= t.Y && click.Y < t.Y+t.Height {
			return t.Click
		}
	}
	return nil
}

func (s *Stage) apply(events []walk.Event) {
	after, _, err := s.Env.Walk.Apply(time.Unix(0, 0).UTC(), events...)
	if err != nil && s.Err == nil {
		s.Err = err
	}
	s.Env.Walk = after
}

// Show gives the screen another world.
func (s *Stage) Show(env screen.Env) *Stage {
	s.Env = env
	s.Screen = s.Screen.With(env)
	return s
}

// Resize gives the screen another size.
func (s *Stage) Resize(width, height int) *Stage {
	env := s.Env
	env.Size = screen.Size{Width: width, Height: height}
	return s.Show(env)
}

// Last is what the screen asked for last; nil if it has asked for nothing.
func (s *Stage) Last() screen.Action {
	if len(s.Actions) == 0 {
		return nil
	}
	return s.Actions[len(s.Actions)-1]
}

// Plain is the body without styles.
func (s *Stage) Plain() string { return Plain(s.Screen.View().Body) }

// Check fails the test if the body does not fit its room, holds anything but
// text and styles, has its cursor outside, or binds a key twice.
func (s *Stage) Check(t testing.TB) {
	t.Helper()
	view, size := s.Screen.View(), s.Env.Size
	CheckLines(t, view.Body, size.Width)
	if len(view.Body) > size.Height {
		t.Errorf("the body has %d lines, and there is room for %d", len(view.Body), size.Height)
	}
	if c := view.Cursor; c != nil && (c.X < 0 || c.Y < 0 || c.X >= size.Width || c.Y >= size.Height) {
		t.Errorf("the cursor is at %d,%d, outside %d by %d", c.X, c.Y, size.Width, size.Height)
	}
	CheckBindings(t, s.Screen.Keys())
}

// CheckBindings fails the test if two bindings share a key.
func CheckBindings(t testing.TB, bindings []keys.Binding) {
	t.Helper()
	does := map[string]string{}
	for _, binding := range bindings {
		for _, key := range binding.Keys {
			if other, taken := does[key]; taken {
				t.Errorf("%q means both %q and %q", key, other, binding.Does)
			}
			does[key] = binding.Does
		}
	}
}
