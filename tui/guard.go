package tui

import (
	"fmt"
	"runtime"
	"runtime/debug"

	tea "charm.land/bubbletea/v2"

	"firstsession/content/visit"
)

// guarded is the root model behind a net: a panic in it must neither leave the
// terminal as it is nor print a stack over the reader's page. What broke is
// kept for a report, and the program ends in order.
type guarded struct {
	model tea.Model
	crash *crash
	view  *tea.View // as the last Update left it; nil before the first
	again tea.Cmd   // waits until the program was stopped and goes on; nil if nothing does
	raw   func()    // takes the terminal again, which a shell may have changed meanwhile
	slept bool      // it stopped by itself, and has the terminal back already
}

// continued says that the program was stopped and goes on.
type continued struct{}

// crash is what is known of a panic: where it was, and nothing of the
// reader's. A command that broke sends it, since commands run beside the model.
type crash struct {
	what  string
	stack []byte
}

func (g guarded) Init() (cmd tea.Cmd) {
	defer g.crash.caught(&cmd)
	return tea.Batch(netted(g.model.Init()), g.again)
}

// Update also asks for the view, so that one that breaks ends the program at
// once, and not at the next key.
func (g guarded) Update(msg tea.Msg) (model tea.Model, cmd tea.Cmd) {
	model = g
	switch msg := msg.(type) {
	case crash:
		g.crash.note(msg)
	case tea.SuspendMsg:
		g.slept = true
	case continued:
		if g.slept {
			g.slept = false
			return g, g.again
		}
		g.raw()
		return g, tea.Batch(tea.ClearScreen, g.again)
	}
	if g.crash.what != "" {
		return g, tea.Quit
	}
	defer g.crash.caught(&cmd)
	g.model, cmd = g.model.Update(msg)
	view := g.model.View()
	g.view = &view
	return g, netted(cmd)
}

func (g guarded) View() (view tea.View) {
	if g.view != nil {
		return *g.view
	}
	defer g.crash.caught(nil)
	return g.model.View()
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
func crashOf(thrown any) crash {
	what := fmt.Sprintf("%T", thrown)
	if err, ok := thrown.(runtime.Error); ok {
		what = err.Error()
	}
	return crash{what, debug.Stack()}
}

// caught notes a panic, if there is one, and has the program end, if there is
// one to be ended.
func (c *crash) caught(cmd *tea.Cmd) {
	if thrown := recover(); thrown != nil {
		c.note(crashOf(thrown))
		if cmd != nil {
			*cmd = tea.Quit
		}
	}
}

// note keeps what is known of the first panic.
func (c *crash) note(found crash) {
	if c.what == "" {
		*c = found
	}
}

// guards does something behind the net, where no program has to be ended.
func (c *crash) guards(do func()) {
	defer c.caught(nil)
	do()
}

// keep keeps what is half written, as at any other end. What broke may break
// again; the rest is kept all the same.
func (c *crash) keep(v *visit.Visit) {
	for i := range v.IDs() {
		c.guards(func() { v.KeepTyped(i) })
	}
	c.guards(v.Leave)
}
