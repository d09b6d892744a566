//go:build linux || darwin

package tui

import (
	"strings"
	"testing"

	"firstsession/tui/command/shell"
)

// In line mode what was said stays in the window: so it is erased with the intake, in
// its scrollback as well. It says that some terminals keep it all the same.
func TestAClearedIntakeIsGoneFromTheWindowInLines(t *testing.T) {
	t.Parallel()
	p := inTerminal(t, t.TempDir(), window, nil, "intake", "--plain")
	for _, step := range []struct{ waits, types string }{
		{"Enter: hear the rest", "1 K-102"},
		{"Reference for the client: K-102", "the shortest"},
		{"(chosen)", "3"},
		{"(ticked)", "begin"},
		{"To do this without", "begin"},
		{"Before we start", "end intake"},
		{"End the intake here", "end"},
		{"How it ends: stopped", "save"},
		{"A copy for you", "no copy"},
		{"See you when you like", ""},
		{"Some terminals keep what was written", "clear"},
		{"Please look once more", "yes"},
	} {
		p.waitFor(step.waits)
		p.typed(step.types + "\r")
	}
	p.waitFor("The last intake is cleared.")
	p.typed("stop\r")
	if code := p.end(); code != shell.ExitDone {
		t.Errorf("it ends with %d", code)
	}
	<-p.closed
	before, after, cleared := strings.Cut(p.raw.String(), clearWindow)
	if !cleared || strings.Contains(before, "\x1b") || strings.Contains(after, "\x1b") {
		t.Errorf("what clears the window is not written once: %q", p.raw.String())
	}
	if strings.Contains(after, "K-102") || !strings.Contains(after, "Some terminals keep what was written") {
		t.Errorf("behind it stands %q", after)
	}
}
