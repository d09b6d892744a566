package tui

import (
	"strings"
	"testing"

	"firstsession/content/page"
	"firstsession/content/plain"
	"firstsession/content/walk"
)

// Whoever leaves sees no word broken at the edge of the window, and can copy the
// path of the record.
func TestTheLastWordsFitTheWindow(t *testing.T) {
	const path = "/home/dana/Documents/First Session/acknowledgement-2026-11-26-ab48a9cf869468c2.txt"
	for _, width := range []int{29, 39, 79, 199} {
		lines := lastLines([]page.Part{
			{Text: "Your place is kept on this computer. The next start goes on here: Chapter 10 of 10. Your record is here:"},
			{Kind: page.Path, Text: path},
		}, width)
		if last := lines[len(lines)-1]; last != path {
			t.Errorf("%d: the path is %q", width, last)
		}
		for _, line := range lines[:len(lines)-1] {
			if len(line) > width {
				t.Errorf("%d: %q", width, line)
			}
		}
	}
}

// At 40 cells a path fills the room that a message has.
func TestTheWayOutStandsBeforeWhereTheRecordIs(t *testing.T) {
	s := newSession(t, 40, 12)
	does(newScreenReader(s), beginPrivate, goTo("keep-private"), answerAll(walk.Agree), sign("Ann"))
	s.press("q").sees("To leave, once more: q.")
	if s.press("q"); !s.visit().Over() {
		t.Error("q does not leave")
	}
}

// The longest message there is has all of a long path, in the smallest window in use.
func TestNoPartOfALongPathIsLostInAMessage(t *testing.T) {
	const path = "/home/jorge-maria-fernandez-de-la-torre/Carpeta-personal-de-trabajo-del-centro/First Session/acknowledgement-2026-11-26-ab48a9cf869468c2.txt"
	s := newSession(t, 40, 12)
	does(newScreenReader(s), beginPrivate, goTo("keep-private"), answerAll(walk.Agree), sign("Ann"))
	words := s.visit().Guide().Words
	s.visit().Say(plain.Fill(words.Frame.SurePrivate, "stop", "q") + " " + plain.Fill(words.Home.NoTraceSigned, "path", path))
	s.resize(40, 12)
	if shown := strings.Join(strings.Fields(s.window()), ""); !strings.Contains(shown, strings.ReplaceAll(path, " ", "")) {
		t.Errorf("%s", s.window())
	}
}
