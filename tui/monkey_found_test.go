package tui

import "testing"

// A monkey came from the page on which an intake begins into the guide as a
// member reads it, on both surfaces.
func TestNothingCountsAtTheDeskBeforeAnIntakeHasBegun(t *testing.T) {
	s := beginSession(computer{t: t, home: t.TempDir(), atDesk: true}, 80, 24)
	s.press("shift+tab", "left", "enter", "3", "enter", "space", "n", "text:Ask", "enter")
	r := beginLines(computer{t: t, home: t.TempDir(), atDesk: true})
	for _, line := range []string{"back", "chapters", "10", "", "1", "", "agree", "note Ask", ""} {
		r.types("%s", line)
	}
	for name, v := range map[string]interface{ Started() bool }{"the full screen": s.visit().Walk, "lines": r.walk()} {
		if v.Started() {
			t.Errorf("on %s a walk has begun without an intake", name)
		}
	}
}
