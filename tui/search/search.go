// Package search finds words in the guide while they are typed.
package search

import (
	tea "charm.land/bubbletea/v2"

	"firstsession/content"
	"firstsession/tui/field"
	"firstsession/tui/keys"
	"firstsession/tui/screen"
	"firstsession/tui/scroll"
)

// maxHits is how many places are shown. Whoever gets more types another word.
const maxHits = 40

// search is a field and what was found. It is a value, as every screen is.
type search struct {
	env   screen.Env
	field field.Field
	// typing is set while the field has the cursor; otherwise letters are
	// commands.
	typing bool
	query  string // that hits were found for
	hits   []content.Hit
	focus  int // the hit that has the cursor; -1 for none
	list   scroll.Text
	items  []item
	view   screen.View
}

// chosen is the click on a hit.
type chosen struct{ hit int }

// entered is the click on the field.
type entered struct{}

// New makes an empty search.
func New(env screen.Env) screen.Screen {
	s := search{field: field.New(1).Focus(true), typing: true, focus: -1}
	return s.With(env)
}

// With lays the search out anew.
func (s search) With(env screen.Env) screen.Screen {
	s.env = env
	s.field = s.field.With(env.Size.Width-promptWidth-1, env.Theme)
	return s.layOut()
}

// View hands out the search.
func (s search) View() screen.View { return s.view }

// Update types, moves in what was found, and opens it.
func (s search) Update(msg tea.Msg) (screen.Screen, screen.Action) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if s.typing {
			return s.typed(msg)
		}
		return s.pressed(msg)
	case tea.PasteMsg:
		if s.typing {
			return s.take(msg), nil
		}
	case tea.MouseWheelMsg:
		if list, moved := s.list.Update(msg, s.env.Keys); moved {
			s.list = list
			return s.refresh(), nil
		}
	case entered:
		return s.toField(), nil
	case chosen:
		if msg.hit >= 0 && msg.hit < len(s.hits) {
			s = s.toHit(msg.hit)
			return s, s.open()
		}
	}
	return s, nil
}

// typed takes a key while the field has the cursor.
func (s search) typed(key tea.KeyPressMsg) (screen.Screen, screen.Action) {
	k := s.env.Keys
	switch {
	case k.Close.Matches(key), s.field.Empty() && k.Back.Matches(key):
		return s, screen.Close{}
	case k.LeaveTab.Matches(key), k.Down.Matches(key), k.Keep.Matches(key):
		if len(s.hits) > 0 {
			return s.toHit(0), nil
		}
		if k.LeaveTab.Matches(key) {
			return s.leaveField(), nil
		}
		return s, nil
	default:
		return s.take(key), nil
	}
}

// take lets the field have a key or paste, and searches.
func (s search) take(msg tea.Msg) search {
	s.field = s.field.Update(msg)
	if query := s.field.Value(); query != s.query {
		s.query = query
		s.hits = s.env.Guide.Search(query)
		if s.env.Words().Danger.IsSearch(query) {
			s.hits = append([]content.Hit{s.env.Guide.HelpHit()}, s.hits...)
		}
		s.list = s.list.To(0)
	}
	return s.layOut()
}

// pressed takes a key while letters are commands.
func (s search) pressed(key tea.KeyPressMsg) (screen.Screen, screen.Action) {
	k := s.env.Keys
	switch {
	case k.Close.Matches(key), k.Back.Matches(key):
		return s, screen.Close{}
	case k.Search.Matches(key), k.LeaveTab.Matches(key), s.focus <= 0 && k.Up.Matches(key):
		return s.toField(), nil
	case s.focus < 0:
		return s, nil
	case k.Next.Matches(key):
		return s, s.open()
	case k.Up.Matches(key):
		return s.toHit(s.focus - 1), nil
	case k.Down.Matches(key):
		return s.toHit(s.focus + 1), nil
	case k.Top.Matches(key):
		return s.toHit(0), nil
	case k.End.Matches(key):
		return s.toHit(s.shown() - 1), nil
	default:
		return s, nil
	}
}

func (s search) shown() int { return min(len(s.hits), maxHits) }

func (s search) toField() search {
	s.field, s.typing, s.focus = s.field.Focus(true), true, -1
	s.list = s.list.To(0)
	return s.layOut()
}

func (s search) leaveField() search {
	s.field, s.typing = s.field.Focus(false), false
	return s.layOut()
}

// toHit gives a hit the cursor and brings it in sight.
func (s search) toHit(hit int) search {
	s.focus = max(0, min(hit, s.shown()-1))
	s = s.leaveField()
	at := s.items[s.focus]
	s.list = s.list.Show(at.first, at.end)
	return s.refresh()
}

// open leads to the place of the hit that has the cursor.
func (s search) open() screen.Action {
	hit := s.hits[s.focus]
	place := screen.Place{Kind: screen.Reading, Section: hit.Section, Marks: s.query}
	switch {
	case hit.Chapter == content.HelpID:
		place = screen.Place{Kind: screen.HelpNow}
	case hit.Chapter == content.GlossaryID:
		place.Kind = screen.Glossary
	case hit.Section == "":
		place.Section = hit.Chapter
	}
	return screen.Open{Place: place}
}

// Keys are the bindings that do something now.
func (s search) Keys() []keys.Binding {
	k, words := s.env.Keys, s.env.Words().Search
	if !s.typing {
		return s.listKeys()
	}
	var all []keys.Binding
	if len(s.hits) > 0 {
		all = append(all, k.Keep.Saying(words.Results), k.Down)
	}
	if s.field.Empty() {
		all = append(all, k.Back)
	}
	// Where there is little room the footer still says how to get out.
	out := k.Close
	out.Essential = true
	return append(all, out, k.LeaveTab)
}

func (s search) listKeys() []keys.Binding {
	k, words := s.env.Keys, s.env.Words().Search
	if s.focus < 0 {
		return []keys.Binding{k.Back, k.Search.Saying(words.Again), k.LeaveTab.Saying(words.Again)}
	}
	all := []keys.Binding{k.Next.Saying(words.Open), k.Back, k.Search.Saying(words.Again), k.Up}
	if s.focus < s.shown()-1 {
		all = append(all, k.Down, k.End)
	}
	if s.focus > 0 {
		all = append(all, k.Top)
	}
	return append(all, k.LeaveTab.Saying(words.Again))
}
