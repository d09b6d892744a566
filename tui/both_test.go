package tui

import "testing"

// onBoth runs a test on the full screen and in lines, each at a computer of its
// own.
func onBoth(t *testing.T, at func(testing.TB) computer, run func(t *testing.T, s surface, c *computer)) {
	t.Run("on the full screen", func(t *testing.T) {
		t.Parallel()
		s := beginSession(at(t), 80, 24)
		run(t, newScreenReader(s), &s.computer)
	})
	t.Run("in lines", func(t *testing.T) {
		t.Parallel()
		r := beginLines(at(t))
		run(t, r, &r.computer)
	})
}

// onDisk is a computer with a folder of its own on the real disk.
func onDisk(t testing.TB) computer { return computer{t: t, home: t.TempDir()} }

// does takes deeds, one after another.
func does(s surface, deeds ...deed) {
	s.testing().Helper()
	inOrder(deeds...)(s)
}
