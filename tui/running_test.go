package tui

import (
	"fmt"
	"testing"

	tea "charm.land/bubbletea/v2"

	"firstsession/tui/tuitest"
)

// sendAll gives messages to a program. Its commands are not run.
func sendAll(m tea.Model, messages ...tea.Msg) tea.Model {
	for _, msg := range messages {
		m, _ = m.Update(msg)
	}
	return m
}

// runAll gives messages to a program, runs the command that each comes to, and
// gives it what comes of that, until nothing comes any more. It returns true
// if the program wants to end. A command that waits is not for this.
func runAll(m tea.Model, messages ...tea.Msg) (tea.Model, bool) {
	for len(messages) > 0 {
		msg := messages[0]
		messages = messages[1:]
		if _, quit := msg.(tea.QuitMsg); quit {
			return m, true
		}
		cmds, isBatch := msg.(tea.BatchMsg)
		if !isBatch {
			var cmd tea.Cmd
			m, cmd = m.Update(msg)
			cmds = tea.BatchMsg{cmd}
		}
		var results []tea.Msg
		for _, cmd := range cmds {
			if cmd == nil {
				continue
			}
			if msg := cmd(); msg != nil {
				results = append(results, msg)
			}
		}
		messages = append(results, messages...)
	}
	return m, false
}

// counter counts what it is sent, and wants to end at "q".
type counter struct{ got string }

type done struct{}

func (c counter) Init() tea.Cmd  { return nil }
func (c counter) View() tea.View { return tea.NewView(c.got) }

func (c counter) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	c.got += fmt.Sprintf("%v;", msg)
	if key, ok := msg.(tea.KeyPressMsg); ok {
		switch key.String() {
		case "q":
			return c, tea.Quit
		case "b":
			return c, tea.Batch(func() tea.Msg { return done{} }, nil, func() tea.Msg { return done{} })
		}
	}
	return c, nil
}

func TestAProgramIsRunWithAllThatItsCommandsComeTo(t *testing.T) {
	m, ended := runAll(counter{}, tuitest.Messages("b", "x", "q", "y")...)
	if got := m.(counter).got; got != "b;{};{};x;q;" || !ended {
		t.Errorf("%q, ended %v", got, ended)
	}
	if got := sendAll(counter{}, tuitest.Messages("q", "y")...).(counter).got; got != "q;y;" {
		t.Errorf("%q", got)
	}
}
