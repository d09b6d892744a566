//go:build linux || darwin

package tui

import (
	"testing"

	"github.com/creack/pty"

	"firstsession/tui/command/shell"
)

// resize gives the terminal and the program another size.
func (p *process) resize(width, height int) {
	p.t.Helper()
	p.mu.Lock()
	p.screen.Resize(width, height)
	p.mu.Unlock()
	if err := pty.Setsize(p.file, &pty.Winsize{Rows: uint16(height), Cols: uint16(width)}); err != nil {
		p.t.Fatal(err)
	}
}

// A window is pulled about between keys. What stands there then is what a reader
// sees who never did so.
func TestAStormOfResizesLeavesThePageAsItIs(t *testing.T) {
	t.Parallel()
	home, other := t.TempDir(), twin(t)
	p := run(t, home, 40)
	p.looksLike(other)
	for step := range 10 {
		for n := range 30 {
			p.resize(20+(step*37+n*53)%140, 5+(step*11+n*17)%50)
		}
		p.resize(80, 40)
		p.looksLike(other)
		name, sent := sensible(other)
		other.press(name)
		p.typed(sent)
		p.looksLike(other)
	}
	p.typed("q")
	if code := p.end(); code != shell.ExitDone {
		t.Errorf("it ends with %d", code)
	}
}
