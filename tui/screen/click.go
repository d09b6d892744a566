package screen

import (
	"image"
	"slices"

	tea "charm.land/bubbletea/v2"

	"firstsession/content/page"
	"firstsession/content/plain"
	"firstsession/tui/keys"
)

// click turns a click into what it means, and says so if it does nothing.
func (m *Model) click(msg tea.MouseClickMsg) {
	if m.layout.Window.TooSmall() {
		return
	}
	var means tea.Msg
	for _, c := range m.shown.clicks {
		if msg.Button == tea.MouseLeft && image.Pt(msg.X, msg.Y).In(c.Rectangle) {
			means = c.Msg
			break
		}
	}
	key, named := means.(tea.KeyPressMsg)
	if m.slips(msg, means, named) {
		m.env.visit.Hush()
		m.dead = m.env.words().Frame.ClickMoved
		return
	}
	if named && !m.here.decides(key) {
		m.press(key)
		return
	}
	before := m.stands()
	if m.env.visit.Hush(); !named && means != nil {
		m.update(means)
	}
	if m.stands() == before {
		m.dead = m.noClick(means, named)
	}
}

// aim is what a click was on.
type aim struct {
	image.Point
	page  int // of what stands on the page
	means tea.Msg
}

// slips reports whether a click, such as the second of two, falls on what came to stand
// where the one before was. One more there is meant.
func (m *Model) slips(msg tea.MouseClickMsg, means tea.Msg, named bool) bool {
	before := m.aim
	m.aim = aim{Point: image.Pt(msg.X, msg.Y), page: m.here.id, means: means}
	if named || means == nil {
		m.aim.page = 0
	}
	return before.means != nil && means != nil && before.Point == m.aim.Point && before != m.aim
}

// noClick says that a click did nothing, on the name of a key or elsewhere.
func (m *Model) noClick(means tea.Msg, named bool) string {
	words, kind := m.env.words().Frame, m.here.kind()
	switch {
	case named:
		return words.NoClick
	case means == nil:
	case kind == page.Act || kind == page.Choose:
		return plain.Fill(words.ClickKey, "enter", m.env.keys.Keep.Shown)
	case m.here.isTyping():
		return plain.Fill(words.TypeHere, "close", m.env.keys.Close.Shown)
	}
	return words.ClickNothing
}

// clicked moves the focus, and ticks or opens. No click does an act, or answers a question.
func (s sheet) clicked(to stop) sheet {
	if to == s.Focus && s.isTyping() { // which would keep what is not written yet
		return s
	}
	s = s.goTo(to)
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

// decides reports whether a key would answer a question or do an act, or is one of
// several numbers, which no click on its name does.
func (s sheet) decides(key tea.KeyPressMsg) bool {
	enter, next := s.keys.Keep.Matches(key), s.keys.Next.Matches(key)
	switch kind := s.kind(); {
	case s.keys.Number.Matches(key):
		return slices.ContainsFunc(s.numberKeys(), func(b keys.Binding) bool { return len(b.Keys) > 1 })
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
