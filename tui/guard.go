package tui

import (
	"fmt"
	"runtime"
	"runtime/debug"

	tea "charm.land/bubbletea/v2"
)

// guarded is the root model behind a net: a panic in it must neither leave the
// terminal as it is nor print a stack over the reader's page. What broke is
// kept for a report, and the program ends in order.
type guarded struct {
	model tea.Model
	crash *crash
	view  *tea.View // as the last Update left it; nil before the first
}

// crash is what is known of a panic: where it was, and nothing of the
// reader's.
type crash struct {
	what  string
	stack []byte
}

// broken is what a command sends when it broke. Commands run beside the model,
// which alone may write what is known of a panic.
type broken struct {
	thrown any
	stack  []byte
}

func (g guarded) Init() (cmd tea.Cmd) {
	defer g.caught(&cmd)
	return netted(g.model.Init())
}

// Update also asks for the view, so that one that breaks ends the program at
// once, and not at the next key.
func (g guarded) Update(msg tea.Msg) (model tea.Model, cmd tea.Cmd) {
	model = g
	if broke, ok := msg.(broken); ok {
		g.crash.note(broke.thrown, broke.stack)
	}
	if g.crash.what != "" {
		return g, tea.Quit
	}
	defer g.caught(&cmd)
	g.model, cmd = g.model.Update(msg)
	view := g.model.View()
	g.view = &view
	return g, netted(cmd)
}

func (g guarded) View() (view tea.View) {
	if g.view != nil {
		return *g.view
	}
	defer g.caught(nil)
	return g.model.View()
}

// netted is a command behind the same net, with all that it leads to.
func netted(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if r := recover(); r != nil {
				msg = broken{r, debug.Stack()}
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

// caught notes a panic, if there is one, and has the program end.
func (g guarded) caught(cmd *tea.Cmd) {
	if r := recover(); r != nil {
		g.crash.note(r, debug.Stack())
		if cmd != nil {
			*cmd = tea.Quit
		}
	}
}

// caught notes a panic, if there is one, where no program has to be ended.
func (c *crash) caught() {
	if r := recover(); r != nil {
		c.note(r, debug.Stack())
	}
}

// note keeps what is known of the first panic: the type of what was thrown,
// and not its text, in which a reader's words could stand.
func (c *crash) note(thrown any, stack []byte) {
	if c.what != "" {
		return
	}
	c.what = fmt.Sprintf("%T", thrown)
	if err, ok := thrown.(runtime.Error); ok {
		c.what = err.Error()
	}
	c.stack = stack
}

// keep keeps what is half written, as at any other end. What broke may break
// again; the rest is kept all the same.
func (c *crash) keep(a *app) {
	for _, e := range a.stack {
		func() {
			defer c.caught()
			a.keepTyped(e.screen)
		}()
	}
	defer c.caught()
	a.visit.Leave()
}
