package screen

import (
	"image"
	"slices"

	tea "charm.land/bubbletea/v2"

	"firstsession/content/page"
	"firstsession/content/plain"
	"firstsession/tui/frame"
)

// click turns a click into what it means.
func (m *Model) click(msg tea.MouseClickMsg) {
	at := slices.IndexFunc(m.shown.clicks, func(c frame.Click) bool { return image.Pt(msg.X, msg.Y).In(c.Rectangle) })
	if msg.Button != tea.MouseLeft || m.layout.Window.TooSmall() || at < 0 {
		return
	}
	means, before := m.shown.clicks[at].Msg, m.stands()
	switch key, ok := means.(tea.KeyPressMsg); {
	case !ok:
		m.update(means)
	case !m.here.decides(key):
		m.press(key)
		return
	}
	if m.here.isTyping() || m.stands() != before {
		return
	}
	m.dead = m.env.words().Frame.NoClick
	if _, name := means.(tea.KeyPressMsg); !name && (m.here.kind() == page.Act || m.here.kind() == page.Choose) {
		m.dead = plain.Fill(m.env.words().Frame.ClickKey, "enter", m.env.keys.Keep.Shown)
	}
}

// clicked moves the focus, and ticks or opens what was clicked. No click does an
// act, or answers a question.
func (s sheet) clicked(to stop) sheet {
	if s = s.goTo(to); s.gone() {
		return s
	}
	switch s.kind() {
	case page.Tick, page.Pick:
		if !s.isForm() { // as its number does
			s.letters, s.spells = 1, false
		}
		return s.tick()
	case page.Row:
		return s.take(to.ID, "")
	}
	return s
}

// decides reports whether a key would answer a question or do an act, which no click
// on its name does.
func (s sheet) decides(key tea.KeyPressMsg) bool {
	enter, next := s.keys.Keep.Matches(key), s.keys.Next.Matches(key)
	switch kind := s.kind(); {
	case s.onward():
		return next && s.goOn().Answers() && s.readsTo() == nowhere && !s.readsBelow()
	case kind == page.Act:
		return enter
	case kind == page.Choose:
		return next && !s.goesOn()
	default:
		return enter && s.goOn().Answers()
	}
}
