package screen

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"firstsession/content/page"
	"firstsession/content/plain"
	"firstsession/tui/paper"
)

// stands is all that a key can change, but for what is said of it.
type stands struct {
	paper.Standing
	page, changes, top int
	words              string
	cursor             tea.Position
	noted, typing      bool
}

func (m *Model) stands() stands {
	s := m.here
	at := stands{Standing: s.Standing, page: m.env.visit.ID(), changes: m.env.visit.Changes(), top: s.text.Top(), noted: m.noted, typing: m.Typing()}
	if s.isTyping() {
		at.words = s.field.Value()
		if c := s.field.Cursor(); c != nil {
			at.cursor = c.Position
		}
	}
	return at
}

// press takes a key, and says so if it did nothing.
func (m *Model) press(msg tea.KeyPressMsg) tea.Cmd {
	before := m.stands()
	cmd := m.does(msg)
	m.sayIfDead(msg, before)
	return cmd
}

// suspend has the program sleep where a shell can wake it, or an empty screen would stay.
// Who types meant perhaps to take a letter back.
func (m *Model) suspend(typing bool) tea.Cmd {
	if !typing && m.shell != nil && m.shell() {
		return tea.Suspend
	}
	m.env.visit.Say(m.env.words().Frame.NoSleep)
	return nil
}

// sayIfDead says that a key did nothing, where nothing was said of it. Nothing moves for that.
func (m *Model) sayIfDead(msg tea.KeyPressMsg, before stands) {
	v, now := m.env.visit, m.stands()
	if v.Over() || m.layout.Window.TooSmall() || m.here.gone() || v.Notice().Text != "" {
		return
	}
	switch dropped := before.Focus; {
	case m.here.Hint && m.here.Focus.Before && before.page == now.page && !dropped.Before && dropped != nowhere:
		m.dead = m.env.words().Lines.Unchanged // or who goes on now would take it for chosen
	case m.here.isAnswered() && before.page == now.page && m.env.keys.Number.Matches(msg): // whatever it led to
		m.dead = m.env.words().Question.Settled
	case now != before, m.here.Drop, m.here.isTyping() && m.edits(msg):
		return // it is said on the page, or there is nothing left to take away
	default:
		m.dead = m.nothing(msg)
	}
	if room := m.layout.Window.Width >= 40; room && m.held(msg) && m.named() && !m.here.holds() { // Caps Lock may be on
		m.dead += " " + plain.Fill(m.env.words().Frame.AfterClose, "close", m.env.keys.Close.Shown)
	}
	if m.again = m.dead == m.was && !m.again; msg.Text != "" && m.here.nameWaits() { // said at what there is to choose
		v.Say(m.dead)
	}
}

// edits reports whether a key moves, writes or takes away something in a Line that has it.
func (m *Model) edits(msg tea.KeyPressMsg) bool {
	k := m.env.keys
	return k.Back.Matches(msg) || k.Up.Matches(msg) || k.Down.Matches(msg) || k.Top.Matches(msg) || k.End.Matches(msg) ||
		msg.Text != "" && !(k.Tick.Matches(msg) && m.here.field.Empty())
}

// isChosen reports whether a key leads to what has the focus, and Enter does it.
func (s sheet) isChosen(msg tea.KeyPressMsg) bool {
	number, ok := s.number(msg)
	kinds := []page.Kind{page.Act, page.Choose, page.Row}
	return slices.Contains(kinds, s.kind()) && (ok && number.Stop == s.Focus || s.keys.Meanings[page.Meaning(s.Focus.ID)].Matches(msg))
}

// nothing says that a key does nothing here.
func (m *Model) nothing(msg tea.KeyPressMsg) string {
	words, k := m.env.words().Frame, m.env.keys
	moves := slices.Concat(k.Up.Keys, k.Down.Keys, k.PageUp.Keys, k.PageDown.Keys, k.Top.Keys, k.End.Keys)
	switch {
	case m.here.isTyping():
		return plain.Fill(words.TypeHere, "close", k.Close.Shown)
	case m.here.isChosen(msg):
		return plain.Fill(words.IsChosen, "enter", k.Keep.Shown)
	case m.here.Hint && k.Next.Matches(msg):
		return words.NoKeyBare // as the page says what does something
	case m.here.kind() == page.Tick && k.Tick.Matches(msg):
		return words.IsTicked
	case slices.Contains(moves, msg.String()):
		return words.NoFurther
	case msg.Text != "" && m.here.Focus == nowhere && m.here.asksName(stop{ID: m.here.now.Ask}): // where Enter leads
		if m.here.readsTo().ID == m.here.now.Ask {
			return plain.Fill(words.ToName, "next", k.Next.Shown)
		}
		return plain.Fill(words.NameBelow, "enter", k.Keep.Shown)
	case msg.Text != "" && m.here.nameWaits():
		return words.NameWaits
	case m.held(msg) && m.here.filled() != nowhere:
		return m.env.words().Pledge.NameTab
	case m.held(msg) && !m.here.isForm():
		return words.Capital
	case m.here.now.Binding && m.freed == m.here.id && k.Close.Matches(msg):
		return words.LettersAgain
	case m.onHelp() && k.Number.Matches(msg): // which stand before what to do oneself
		return words.NoCall
	case msg.Text != "" && m.here.isForm():
		next, _ := m.here.spot(m.here.beyond())
		before, _ := m.here.spot(m.here.neighbour(-1))
		back := next.Item.Kind != page.Line && before.Item.Kind == page.Line && m.here.Focus != nowhere
		return plain.Fill(words.ToField, "tab", plain.Either(back, k.TabBack, k.LeaveTab).Shown)
	case m.here.Hint || !page.Offers(m.here.moves, page.Keys):
		return words.NoKeyBare
	default:
		return plain.Fill(words.NoKey, k.Ways()...)
	}
}
