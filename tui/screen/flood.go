package screen

import (
	tea "charm.land/bubbletea/v2"

	"firstsession/tui/input"
)

// flood keeps keys that nobody pressed for a page from answering on it: those
// of a paste, and those that were read before the page was shown. It goes by
// what one read brought, never by the clock, so that a switch, a dictation or a
// slow line may be as quick as it likes.
type flood struct {
	reads func() int // the number of the last read; nil where reads have none
	at    input.Mark // of the read whose keys come now
	since int        // the read after which the page came
	past  bool       // a later read came
	page  int        // the page that is shown
	seen  bool       // the window is large enough for it
	held  string     // letters of this read that the Line has not been given yet
	told  bool       // it was said of this read that its keys do nothing on this page
}

// Reads says where the numbers of the terminal's reads come from, so that a
// flood of keys can be told.
func (m *Model) Reads(number func() int) { m.flood.reads = number }

// Gone reports whether the terminal is, so that there is nobody to say more to.
func (m *Model) Gone() bool { return m.flood.at.Gone }

// marked takes a mark of the terminal's reads.
func (m *Model) marked(mark input.Mark) tea.Cmd {
	m.flood.at, m.flood.told = mark, false
	if mark.Gone {
		m.env.visit.Leave()
		return tea.Quit
	}
	m.flood.past = m.flood.past || input.After(mark.Read, m.flood.since)
	return nil
}

// came notes when a page came that was not there before.
func (m *Model) came() {
	if page, seen := m.here.id, !m.layout.Window.TooSmall(); page != m.flood.page || seen != m.flood.seen {
		m.flood.page, m.flood.seen, m.flood.told = page, seen, false
		if m.flood.reads != nil {
			m.flood.since, m.flood.past = m.flood.reads(), false
		}
	}
}

// holdLetter keeps a letter that came with many other keys for the Line in which one
// types, and reports whether it did. The Line takes all of them as one text once
// something else comes: the mark behind them at the latest.
func (m *Model) holdLetter(key tea.KeyPressMsg) bool {
	s := m.here
	if !m.flood.at.Many || s.now.Binding || !s.isTyping() || m.layout.Window.TooSmall() {
		return false
	}
	begins := m.flood.held == "" && s.field.Empty() && key.Text == " " // which it does not
	if key.Text == "" || key.Mod&^tea.ModShift != 0 || begins {
		return false
	}
	m.flood.held += key.Text
	return true
}

// letGo gives the Line what was held, if anything was.
func (m *Model) letGo() bool {
	text := m.flood.held
	if text == "" {
		return false
	}
	m.flood.held, m.here.Drop, m.dead = "", false, ""
	m.env.visit.Hush()
	m.update(tea.PasteMsg{Content: text})
	return true
}

// refuse says so if a message may do nothing on the page shown, and reports whether
// it did.
func (m *Model) refuse(msg tea.Msg) bool {
	refused := m.mayNot(msg)
	if refused {
		m.flood.told = true
		m.env.visit.Say(m.env.words().Frame.Flood)
	}
	if paste, ok := msg.(tea.PasteMsg); ok && m.here.now.Binding {
		m.env.visit.OfferHelp(paste.Content)
	}
	return refused
}

// wasTold reports whether a message is one more of a flood of which it was said that
// it does nothing: help may wait behind thousands.
func (m *Model) wasTold(msg tea.Msg) bool {
	_, pasted := msg.(tea.PasteMsg)
	return m.flood.told && !pasted && m.mayNot(msg)
}

// mayNot reports whether a message may do nothing on the page shown. The ways out
// and to help are open to all, and a Line that was there before takes a paste as text.
func (m *Model) mayNot(msg tea.Msg) bool {
	_, pasted := msg.(tea.PasteMsg)
	key, pressed := msg.(tea.KeyPressMsg)
	_, clicked := msg.(tea.MouseClickMsg)
	k := m.env.keys
	switch {
	case !m.here.now.Binding:
		return false
	case pasted && m.Typing() && (m.flood.reads == nil || m.flood.past):
		return false
	case pressed && (k.Leave.Matches(key) || k.Suspend.Matches(key) || key.Code == tea.KeyF1):
		return false
	}
	return pasted || m.flooded() && (pressed || clicked)
}

// flooded reports whether the key at hand came in a flood, or before the page.
func (m *Model) flooded() bool {
	return m.flood.reads != nil && (m.flood.at.Flood || !m.flood.past)
}
