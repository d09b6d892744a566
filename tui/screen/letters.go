package screen

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"firstsession/content/page"
	"firstsession/tui/keys"
)

// waits is the empty Line that takes what is typed while nothing was given the focus: what
// the page asks for, or its only one if that is in sight; nowhere once a Line was left.
func (s sheet) waits() stop {
	if s.away || s.Focus != nowhere && !s.Focus.Before {
		return nowhere
	}
	lines, asked := s.now.Of(page.Line), s.begins()
	if len(lines) == 0 {
		return nowhere
	}
	line := lines[max(0, slices.IndexFunc(lines, func(i page.Item) bool { return i.ID == asked }))]
	to, isAsked := stop{ID: line.ID}, line.ID == asked
	if line.Text != "" || !isAsked && len(lines) > 1 || (!isAsked || s.now.Binding) && !s.sees(to) {
		return nowhere
	}
	return to
}

// isReady reports whether a Line in sight takes what is typed, so that no letter
// is a command. What looks ready is ready.
func (s sheet) isReady() bool {
	to := s.waits()
	return to != nowhere && s.sees(to)
}

// isText reports whether a key is text where a Line waits: not Space, which reads on, an
// item's number, or what leads to help. A note may begin with a question mark.
func (s sheet) isText(msg tea.KeyPressMsg) bool {
	_, number := s.number(msg)
	number = number && !(s.isForm() && s.waits() != nowhere) // the Line with which a form begins
	asks := s.now.Ask == page.NewNoteID && s.keys.Keys.Matches(msg)
	return msg.Text != "" && !number && !s.keys.Next.Matches(msg) && !s.keys.Help.Matches(msg) && (asks || !s.keys.Keys.Matches(msg))
}

// asksName reports whether a place is the empty Line of the name with which one signs.
func (s sheet) asksName(at stop) bool {
	spot, _ := s.spot(at)
	return s.now.Binding && at.ID == s.now.Ask && spot.Item.Kind == page.Line && spot.Item.Text == ""
}

// nameWaits reports whether one signs with a name that is not asked for yet.
func (s sheet) nameWaits() bool {
	return page.Offers(s.moves, page.Decline) && !s.now.Has(func(i page.Item) bool { return i.Name })
}

// holds reports whether letters do nothing yet, as they may be of a name that is asked
// for further down, and nothing else is done there by a letter.
func (s sheet) holds() bool {
	ask := stop{ID: s.now.Ask}
	return !s.away && s.Focus == nowhere && s.asksName(ask) && !s.sees(ask) && !page.Offers(s.moves, page.Decline)
}

// lost reports whether a key would be text rather than do what it is for.
func (s sheet) lost(b keys.Binding) bool {
	return (s.isReady() || s.holds() && !s.keys.Stop.Matches(b.Press())) && s.isText(b.Press())
}

// held reports whether a letter does nothing yet. Where one signs or answers a promise,
// that is each capital, with which a name or a word begins, and those behind it.
func (m *Model) held(msg tea.KeyPressMsg) bool {
	named := m.here.now.Binding && m.named() && m.freed != m.here.id
	leaves := m.env.keys.Stop.Matches(msg) && !(named && msg.Text != strings.ToLower(msg.Text))
	return (named || m.here.holds()) && !leaves && m.here.isText(msg)
}

// named reports whether a capital is among the letters that were pressed.
func (m *Model) named() bool { return m.spelled != strings.ToLower(m.spelled) }

// mostSpelled is how many letters are remembered of those that were pressed.
const mostSpelled = 20

// spells reports whether the word for help was typed out where each letter is a
// key: its last letter then leads to help now, and does nothing else.
func (m *Model) spells(msg tea.KeyPressMsg, typing bool) bool {
	if typing || msg.Text == "" || msg.Text == " " {
		if m.named() && m.env.keys.Close.Matches(msg) {
			m.freed = m.here.id
		}
		m.spelled = ""
		return false
	}
	m.spelled += msg.Text
	m.spelled = m.spelled[max(0, len(m.spelled)-mostSpelled):]
	if m.onHelp() || !m.env.visit.SpellsHelp(strings.ToLower(m.spelled)) {
		return false
	}
	m.spelled = ""
	return true
}

// numbered reports whether numbers stand for the items. Where words are typed at once,
// digits are letters; but a form is more than that Line.
func (s sheet) numbered() bool {
	return len(s.now.Items) > 0 && (s.isForm() || s.now.Items[0].Kind != page.Line || s.now.Items[0].ID != s.begins())
}

// number is what a number key stands for, with the one before it if there is such a number.
func (s sheet) number(msg tea.KeyPressMsg) (found spot, ok bool) {
	digit := slices.Index(s.keys.Number.Keys, keys.Named(msg)) + 1
	if digit == 0 && keys.Named(msg) != "0" {
		return spot{}, false
	}
	for _, spot := range s.paper.Spots {
		switch {
		case s.tens > 0 && spot.Number == 10*s.tens+digit:
			return spot, true
		case digit > 0 && spot.Number == digit:
			found, ok = spot, true
		}
	}
	return found, ok
}

// numberSets reports whether an item's number sets it, rather than only leading
// to it, wherever it stands. What may go into a record has none.
func numberSets(item page.Item) bool { return item.Kind == page.Tick || item.Kind == page.Pick }

// tickedByNumber reports whether what has the focus was ticked by the last key.
func (s sheet) tickedByNumber() bool {
	return s.kind() == page.Tick && s.item().On && s.letters > 0 && !s.spells && !s.isForm()
}

// setsPointed reports whether Enter sets what an arrow or a number led to on a form, as the
// next Enter then leads on. What is set already, Enter never takes away.
func (s sheet) setsPointed() bool {
	return s.pointed && s.isForm() && numberSets(s.item()) && !s.item().On && !s.now.Binding
}

// isForm reports whether the page has several Lines to fill in.
func (s sheet) isForm() bool { return len(s.now.Of(page.Line)) > 1 }
