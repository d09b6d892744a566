package screen

import tea "charm.land/bubbletea/v2"

// Under says whether a shell would wake the program if it slept.
func (m *Model) Under(shell func() bool) { m.shell = shell }

// suspend has the program sleep where a shell can wake it: where nobody gives the
// terminal back, an empty screen would stay. Where somebody types, the key was
// perhaps meant to take a letter back.
func (m *Model) suspend(typing bool) tea.Cmd {
	if !typing && m.shell != nil && m.shell() {
		return tea.Suspend
	}
	m.env.visit.Say(m.env.words().Frame.NoSleep)
	return nil
}
