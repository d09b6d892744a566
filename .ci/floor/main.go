// Floor is Bubble Tea at its least: a screen of numbered lines that j and k scroll.
// What the program costs is measured beside it, so that a budget holds on any
// computer.
package main

import (
	"fmt"
	"os"
	"strings"

	tea "charm.land/bubbletea/v2"
)

type model struct{ top, h int }

func (m model) Init() tea.Cmd { return nil }

func (m model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.h = msg.Height
	case tea.KeyPressMsg:
		switch msg.String() {
		case "q":
			return m, tea.Quit
		case "j":
			m.top++
		case "k":
			m.top = max(0, m.top-1)
		}
	}
	return m, nil
}

func (m model) View() tea.View {
	var b strings.Builder
	for i := 0; i < m.h; i++ {
		if i > 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(&b, "\x1b[1;34m%4d\x1b[m the steady river carries the common ledger past the far meadow", m.top+i+1)
	}
	v := tea.NewView(b.String())
	v.AltScreen = true
	return v
}

func main() {
	if _, err := tea.NewProgram(model{}).Run(); err != nil {
		os.Exit(1)
	}
}
