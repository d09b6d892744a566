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
}

// crash is what is known of a panic: where it was, and nothing of the
// reader's.
type crash struct {
	what  string
	stack []byte
}

func (g guarded) Init() (cmd tea.Cmd) {
	defer g.caught(&cmd)
	return g.model.Init()
}

func (g guarded) Update(msg tea.Msg) (model tea.Model, cmd tea.Cmd) {
	model = g
	if g.crash.what != "" {
		return g, tea.Quit
	}
	defer g.caught(&cmd)
	g.model, cmd = g.model.Update(msg)
	return g, cmd
}

func (g guarded) View() (view tea.View) {
	defer g.caught(nil)
	return g.model.View()
}

// caught notes a panic, if there is one, and has the program end.
func (g guarded) caught(cmd *tea.Cmd) {
	if r := recover(); r != nil {
		g.crash.note(r)
		if cmd != nil {
			*cmd = tea.Quit
		}
	}
}

// caught notes a panic, if there is one, where no program has to be ended.
func (c *crash) caught() {
	if r := recover(); r != nil {
		c.note(r)
	}
}

// note keeps what is known of the first panic: the type of what was thrown,
// and not its text, in which a reader's words could stand.
func (c *crash) note(thrown any) {
	if c.what != "" {
		return
	}
	c.what = fmt.Sprintf("%T", thrown)
	if err, ok := thrown.(runtime.Error); ok {
		c.what = err.Error()
	}
	c.stack = debug.Stack()
}
