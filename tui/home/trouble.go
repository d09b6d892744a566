package home

import (
	tea "charm.land/bubbletea/v2"

	"firstsession/tui/keys"
	"firstsession/tui/screen"
	"firstsession/tui/scroll"
)

// Trouble says calmly that the reader's place cannot be kept or read, what is
// safe, and how to go on.
type Trouble struct {
	env      screen.Env
	text     string
	setAside bool // the old file may be put aside
	page     scroll.Text
}

// NewTrouble makes the page with the words that say what happened. SetAside
// says whether the old file may be put aside.
func NewTrouble(env screen.Env, text string, setAside bool) Trouble {
	t := Trouble{text: text, setAside: setAside}
	t.render(env)
	return t
}

// With returns the page in a changed world.
func (t Trouble) With(env screen.Env) screen.Screen {
	t.render(env)
	return t
}

func (t *Trouble) render(env screen.Env) {
	t.env = env
	w := env.Words().Home
	lines := append([]string{env.Theme.Heading.Render(w.Trouble), ""}, styled(t.text, env.Size.Width, env.Theme.Plain)...)
	t.page = t.page.With(lines, env.Size.Height)
}

// Update goes on, or puts the old file aside.
func (t Trouble) Update(msg tea.Msg) (screen.Screen, screen.Action) {
	k := t.env.Keys
	if page, moved := t.page.Update(msg, k); moved {
		t.page = page
		return t, nil
	}
	key, ok := msg.(tea.KeyPressMsg)
	switch {
	case !ok:
	case k.Next.Matches(key) && t.page.Below():
		t.page = t.page.Page()
	case k.Next.Matches(key):
		return t, screen.Begin{Keep: false}
	case t.setAside && k.Delete.Matches(key):
		return t, screen.SetAside{}
	}
	return t, nil
}

// Keys are those of the page.
func (t Trouble) Keys() []keys.Binding {
	k, w := t.env.Keys, t.env.Words().Home
	all := []keys.Binding{k.Next.Saying(w.Without)}
	if t.page.Below() {
		all[0] = k.Next.Saying(w.More)
	}
	if t.setAside {
		all = append(all, k.Delete.Saying(w.Aside))
	}
	return all
}

// View hands out the page.
func (t Trouble) View() screen.View {
	return screen.View{Title: t.env.Words().Guide.Title, Body: t.page.Lines(), More: t.page.More(t.env.Words().Reader)}
}
