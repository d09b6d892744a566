package screen

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// mostSpelled is how many letters are remembered of those that were pressed.
const mostSpelled = 20

// spells reports whether the word for help was typed out where each letter is a
// key: its last letter then leads to help now, and does nothing else.
func (m *Model) spells(msg tea.KeyPressMsg, typing bool) bool {
	if typing || msg.Text == "" || msg.Text == " " {
		m.spelled = ""
		return false
	}
	m.spelled += strings.ToLower(msg.Text)
	m.spelled = m.spelled[max(0, len(m.spelled)-mostSpelled):]
	if m.onHelp() || !m.env.visit.SpellsHelp(m.spelled) {
		return false
	}
	m.spelled = ""
	return true
}
