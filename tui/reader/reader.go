// Package reader is the page on which one reads: the opening of a chapter, a
// section, and a section that is read in between.
package reader

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"firstsession/content"
	"firstsession/content/walk"
	"firstsession/tui/keys"
	"firstsession/tui/screen"
	"firstsession/tui/scroll"
)

// reader is one page. It is a value, as every screen is.
type reader struct {
	env screen.Env
	// step is where the page stands in the walk; zero if it is read in
	// between.
	step walk.Step
	// id is of what is read in between, and marks are the words to mark in it.
	id    string
	marks []string
	// sought is set until the page has been scrolled to the first mark.
	sought bool
	text   scroll.Text
	view   screen.View
}

// New makes the page of a step: an opening or a section.
func New(env screen.Env, step walk.Step) screen.Screen {
	return reader{step: step}.With(env)
}

// NewReading makes a page that is read in between: a section, the opening of
// a chapter or a statement, by its id. It shows the first of the words in
// marks, and all of them marked. At its end it leads back to where one was.
func NewReading(env screen.Env, id, marks string) screen.Screen {
	words := strings.Fields(marks)
	return reader{id: id, marks: words, sought: len(words) > 0}.With(env)
}

// With lays the page out anew, with the same line on top.
func (r reader) With(env screen.Env) screen.Screen {
	r.env = env
	page := r.page()
	lines, first := page.lines(env, r.marks)
	r.text = r.text.With(lines, env.Size.Height)
	if r.sought && env.Size.Height > 0 {
		r.text, r.sought = r.seek(first), false
	}
	r.view = r.frame(page)
	return r.refresh()
}

func (r reader) page() text {
	if r.between() {
		return inBetween(r.env, r.id)
	}
	return ofStep(r.env, r.step)
}

func (r reader) between() bool { return r.step.Kind == "" }

// seek scrolls to a line that would be out of sight, with what leads up to it
// above.
func (r reader) seek(line int) scroll.Text {
	const before = 2
	if line < r.env.Size.Height {
		return r.text
	}
	return r.text.To(line - before)
}

// frame is the view without what changes with scrolling.
func (r reader) frame(page text) screen.View {
	view := screen.View{Title: page.title, Chapter: page.chapter}
	if r.between() {
		view.Aside = aside(r.env, page.chapter, r.id)
		return view
	}
	if r.step.Kind == walk.Section {
		n, of := r.env.Walk.Position(r.step)
		view.Place = content.Fill(r.env.Words().Reader.Place, "n", n, "of", of)
	}
	view.Aside = aside(r.env, page.chapter, r.step.ID)
	return view
}

// refresh brings the view to where the text is scrolled.
func (r reader) refresh() reader {
	r.view.Body = r.text.Lines()
	r.view.More = r.text.More(r.env.Words().Reader)
	return r
}

// View hands out the page.
func (r reader) View() screen.View { return r.view }

// Update scrolls, goes on or back, or opens another place.
func (r reader) Update(msg tea.Msg) (screen.Screen, screen.Action) {
	if text, moved := r.text.Update(msg, r.env.Keys); moved {
		r.text = text
		return r.refresh(), nil
	}
	if key, ok := msg.(tea.KeyPressMsg); ok {
		return r.press(key)
	}
	return r, nil
}

func (r reader) press(key tea.KeyPressMsg) (screen.Screen, screen.Action) {
	k := r.env.Keys
	switch {
	case k.Next.Matches(key) && r.text.Below():
		r.text = r.text.Page()
		return r.refresh(), nil
	case k.Next.Matches(key):
		return r, r.onward()
	case k.Back.Matches(key) && r.between(), k.Close.Matches(key) && r.between():
		return r, screen.Close{}
	case k.Back.Matches(key):
		return r, screen.Previous{}
	case k.Note.Matches(key):
		return r, screen.Open{Place: screen.Place{Kind: screen.Notes, Section: r.at()}}
	case k.Chapters.Matches(key):
		return r, screen.Open{Place: screen.Place{Kind: screen.Home}}
	case k.Search.Matches(key):
		return r, screen.Open{Place: screen.Place{Kind: screen.Search}}
	case k.Glossary.Matches(key):
		return r, screen.Open{Place: screen.Place{Kind: screen.Glossary}}
	default:
		return r, nil
	}
}

// onward is where the end of the page leads.
func (r reader) onward() screen.Action {
	if r.between() {
		return screen.Close{}
	}
	return screen.Next{}
}

// at is the key of the step at which a note would be taken.
func (r reader) at() string {
	if r.between() {
		return r.id
	}
	return r.step.Key()
}

// Keys are the bindings that do something where the text is scrolled to. Esc,
// which closes as well, is left to the list of keys.
func (r reader) Keys() []keys.Binding {
	k, words := r.env.Keys, r.env.Words().Reader
	var all []keys.Binding
	switch {
	case r.text.Below():
		all = append(all, k.Next.Saying(words.ReadOn))
	case r.between():
		all = append(all, k.Next.Saying(r.env.Words().Keys.Close))
	default:
		all = append(all, k.Next)
	}
	all = append(all, k.Back, k.Note.Saying(words.Note), k.Chapters, k.Search, k.Glossary)
	return append(all, r.text.Keys(k)...)
}
