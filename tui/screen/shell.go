package screen

import (
	"io"

	tea "charm.land/bubbletea/v2"
)

// Shell is what started the program, as far as it can stop it and wake it.
type Shell struct {
	Wakes func() bool // reports whether it would wake the program; nil if it never would
	Woken func()      // waits until the program was woken; nil where nothing wakes it
}

// Under says what started the program.
func (m *Model) Under(shell Shell) { m.shell = shell }

// woken says that the program was stopped, and goes on.
type woken struct{}

// wait waits until the program is woken.
func (m *Model) wait() tea.Cmd {
	if m.shell.Woken == nil {
		return nil
	}
	return func() tea.Msg {
		m.shell.Woken()
		return woken{}
	}
}

// suspend has the program sleep where a shell can wake it: to whom nobody can
// give the terminal back, an empty screen would stay. Where somebody types, the
// key was perhaps meant to take a letter back.
func (m *Model) suspend(typing bool) tea.Cmd {
	if !typing && m.shell.Wakes != nil && m.shell.Wakes() {
		m.slept = true
		return tea.Suspend
	}
	m.env.visit.Say(m.env.words().Frame.NoSleep)
	return nil
}

// wake takes the terminal once more: whoever stopped the program may have set
// it up in another way meanwhile. After a sleep of its own it has it already.
func (m *Model) wake() tea.Cmd {
	if m.slept {
		m.slept = false
		return m.wait()
	}
	return tea.Batch(tea.Exec(nothingRuns{}, nil), m.wait())
}

// nothingRuns is a program in the terminal that does nothing. Before it the
// terminal is given back, and after it taken anew.
type nothingRuns struct{}

func (nothingRuns) Run() error          { return nil }
func (nothingRuns) SetStdin(io.Reader)  {}
func (nothingRuns) SetStdout(io.Writer) {}
func (nothingRuns) SetStderr(io.Writer) {}
