// Package guard is a net below the model of one reader, and below whatever else
// runs for them: a panic in it ends their time at the program in order, leaves
// the terminal as it was, and touches nobody else. No page and no word may come
// in, nor anything of what the reader typed.
package guard

import (
	"fmt"
	"runtime"
	"runtime/debug"

	tea "charm.land/bubbletea/v2"

	"firstsession/content/visit"
)

// Model is a root model behind the net: a panic in it must neither leave the
// terminal as it is nor print a stack over the reader's page. What broke is
// kept for a report, and the program ends in order.
type Model struct {
	Model tea.Model
	Crash *Crash
	Again tea.Cmd   // waits until the program was stopped and goes on; nil if nothing does
	Raw   func()    // takes the terminal again, which a shell may have changed meanwhile
	view  *tea.View // as the last Update left it; nil before the first
	slept bool      // it stopped by itself, and has the terminal back already
}

// Continued says that the program was stopped and goes on.
type Continued struct{}

// Crash is what is known of a panic: where it was, and nothing of the
// reader's. A command that broke sends it, since commands run beside the model.
type Crash struct {
	What  string
	Stack []byte
}

// Init begins behind the net.
func (m Model) Init() (cmd tea.Cmd) {
	defer m.Crash.caught(&cmd)
	return tea.Batch(netted(m.Model.Init()), m.Again)
}

// Update also asks for the view, so that one that breaks ends the program at
// once, and not at the next key.
func (m Model) Update(msg tea.Msg) (model tea.Model, cmd tea.Cmd) {
	model = m
	switch msg := msg.(type) {
	case Crash:
		m.Crash.note(msg)
	case tea.SuspendMsg:
		m.slept = true
	case Continued:
		if m.slept {
			m.slept = false
			return m, m.Again
		}
		m.Raw()
		return m, tea.Batch(tea.ClearScreen, m.Again)
	}
	if m.Crash.What != "" {
		return m, tea.Quit
	}
	defer m.Crash.caught(&cmd)
	m.Model, cmd = m.Model.Update(msg)
	m.view = new(m.Model.View())
	return m, netted(cmd)
}

// View is what the last Update left.
func (m Model) View() (view tea.View) {
	if m.view != nil {
		return *m.view
	}
	defer m.Crash.caught(nil)
	return m.Model.View()
}

// netted is a command behind the same net, with all that it leads to.
func netted(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if thrown := recover(); thrown != nil {
				msg = crashOf(thrown)
			}
		}()
		msg = cmd()
		if batch, ok := msg.(tea.BatchMsg); ok {
			for i := range batch {
				batch[i] = netted(batch[i])
			}
		}
		return msg
	}
}

// crashOf takes of a panic the type of what was thrown, and not its text, in
// which a reader's words could stand.
func crashOf(thrown any) Crash {
	what := fmt.Sprintf("%T", thrown)
	if err, ok := thrown.(runtime.Error); ok {
		what = err.Error()
	}
	return Crash{what, debug.Stack()}
}

// caught notes a panic, if there is one, and has the program end, if there is
// one to be ended.
func (c *Crash) caught(cmd *tea.Cmd) {
	if thrown := recover(); thrown != nil {
		c.note(crashOf(thrown))
		if cmd != nil {
			*cmd = tea.Quit
		}
	}
}

// note keeps what is known of the first panic.
func (c *Crash) note(found Crash) {
	if c.What == "" {
		*c = found
	}
}

// Guards does something behind the net, where no program has to be ended.
func (c *Crash) Guards(do func()) {
	defer c.caught(nil)
	do()
}

// Keep keeps what is half written, as at any other end. What broke may break
// again; the rest is kept all the same.
func (c *Crash) Keep(v *visit.Visit) {
	for i := range v.IDs() {
		c.Guards(func() { v.KeepTyped(i) })
	}
	c.Guards(v.Leave)
}
