// Package summary is the last page of the walk: what was saved and where, what
// comes next, and thanks. It is as warm to whoever chose not to sign.
package summary

import (
	tea "charm.land/bubbletea/v2"

	"firstsession/content/walk"
	"firstsession/tui/keys"
	"firstsession/tui/screen"
	"firstsession/tui/scroll"
)

// Summary is the last page.
type Summary struct {
	env  screen.Env
	text scroll.Text
}

// New makes the last page from what the walk says of signing.
func New(env screen.Env) screen.Screen { return Summary{}.With(env) }

// With returns the page in a changed world.
func (s Summary) With(env screen.Env) screen.Screen {
	s.env = env
	s.text = s.text.With(write(env), env.Size.Height)
	return s
}

// View returns the page as it was rendered.
func (s Summary) View() screen.View {
	return screen.View{
		Title: s.env.Guide.Closing.Title,
		Place: s.env.Words().Summary.Place,
		Body:  s.text.Lines(),
		More:  s.text.More(s.env.Words().Reader),
	}
}

// Keys are the bindings that work now.
func (s Summary) Keys() []keys.Binding {
	k, w := s.env.Keys, s.env.Words()
	var all []keys.Binding
	if s.text.Below() {
		all = append(all, k.Next.Saying(w.Reader.ReadOn))
	}
	if s.env.Intake() {
		if !s.text.Below() {
			all = append(all, k.Next)
		}
		return append(append(all, k.Back), s.text.Keys(k)...)
	}
	sign := w.Summary.SignPage
	if s.signed() {
		sign = w.Summary.SignAgain
	}
	all = append(all, k.Back, k.Chapters.Saying(w.Keys.Again), k.Again.Saying(sign))
	return append(all, s.text.Keys(k)...)
}

// Update takes a key or the wheel. Going on ends here: there is no step after
// this one, and nothing more is asked.
func (s Summary) Update(msg tea.Msg) (screen.Screen, screen.Action) {
	k := s.env.Keys
	if text, scrolled := s.text.Update(msg, k); scrolled {
		s.text = text
		return s, nil
	}
	key, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return s, nil
	}
	switch {
	case k.Next.Matches(key) && s.env.Intake() && !s.text.Below():
		return s, screen.Next{}
	case k.Next.Matches(key):
		s.text = s.text.Page()
	case k.Back.Matches(key):
		return s, screen.Previous{}
	case k.Chapters.Matches(key) && !s.env.Intake():
		return s, screen.Open{Place: screen.Place{Kind: screen.Home}}
	case k.Again.Matches(key) && !s.env.Intake():
		if to, ok := s.env.Walk.Find(walk.SignatureID); ok {
			return s, screen.Go{To: to}
		}
	}
	return s, nil
}

// signed says whether signing was what the member did last.
func (s Summary) signed() bool {
	_, ok := s.env.Walk.Signed()
	return ok && !s.env.Walk.Declined()
}
