// Package pages are the pages beside the walk that are only read: help now,
// the glossary, the list of keys, and what there is to say about the guide.
package pages

import (
	tea "charm.land/bubbletea/v2"

	"firstsession/tui/keys"
	"firstsession/tui/screen"
	"firstsession/tui/scroll"
)

// page is one of them. It is a value, as every screen is.
type page struct {
	env  screen.Env
	kind kind
	// sought is set until the page has been scrolled to what it was opened
	// for.
	sought bool
	text   scroll.Text
	view   screen.View
}

// kind is what sets a page apart from the others.
type kind interface {
	// lay gives the page's title and its lines, and which of these is to be on
	// top when the page opens.
	lay(screen.Env) (title string, lines []string, open int)
}

func open(env screen.Env, k kind) screen.Screen {
	return page{kind: k, sought: true}.With(env)
}

// With lays the page out anew, with the same line on top.
func (p page) With(env screen.Env) screen.Screen {
	p.env = env
	title, lines, first := p.kind.lay(env)
	lines = block(lines, headed(env, env.Words().Reader.Returns, env.Theme.Muted))
	p.text = p.text.With(lines, env.Size.Height)
	if p.sought && env.Size.Height > 0 {
		p.text, p.sought = p.text.To(first), false
	}
	p.view = screen.View{Title: title}
	return p.refresh()
}

// refresh brings the view to where the text is scrolled.
func (p page) refresh() page {
	p.view.Body = p.text.Lines()
	p.view.More = p.text.More(p.env.Words().Reader)
	return p
}

// View hands out the page.
func (p page) View() screen.View { return p.view }

// Update scrolls, and leads back to where one was.
func (p page) Update(msg tea.Msg) (screen.Screen, screen.Action) {
	if text, moved := p.text.Update(msg, p.env.Keys); moved {
		p.text = text
		return p.refresh(), nil
	}
	key, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return p, nil
	}
	k := p.env.Keys
	switch {
	case k.Next.Matches(key) && p.text.Below():
		p.text = p.text.Page()
		return p.refresh(), nil
	case k.Next.Matches(key), k.Back.Matches(key), k.Close.Matches(key):
		return p, screen.Close{}
	case k.Search.Matches(key) && p.has(screen.Search):
		return p, screen.Open{Place: screen.Place{Kind: screen.Search}}
	case k.About.Matches(key) && p.has(screen.About):
		return p, screen.Open{Place: screen.Place{Kind: screen.About}}
	default:
		return p, nil
	}
}

// has says whether another place can be opened from this page.
func (p page) has(place screen.PlaceKind) bool {
	switch p.kind.(type) {
	case glossary:
		return place == screen.Search
	case keyList:
		return place == screen.About
	default:
		return false
	}
}

// Keys are the bindings that do something where the text is scrolled to.
func (p page) Keys() []keys.Binding {
	k, words := p.env.Keys, p.env.Words().Reader
	next := k.Next.Saying(p.env.Words().Keys.Close)
	if p.text.Below() {
		next = k.Next.Saying(words.ReadOn)
	}
	all := []keys.Binding{next, k.Back}
	if p.has(screen.Search) {
		all = append(all, k.Search)
	}
	if p.has(screen.About) {
		all = append(all, k.About)
	}
	return append(all, p.text.Keys(k)...)
}
