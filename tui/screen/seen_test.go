package screen

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"firstsession/content/walk"
)

// TestReadingOnPassesNoLineThatANoticeCovered reads each page of the walk with Space
// alone, in small windows and with a message of a few lines standing from the start.
func TestReadingOnPassesNoLineThatANoticeCovered(t *testing.T) {
	said := strings.Repeat("Your place is kept here. ", 4)
	for _, window := range []size{{40, 12}, narrow, wide} {
		v := visiting(t, walk.Event{Kind: walk.Reach, Subject: "welcome"})
		for step, ok := v.Walk.At(), true; ok; step, ok = v.Walk.Next(step) {
			for _, key := range []string{"space", "pgdown"} {
				s := of(t, visitAt(t, step.Key()), window)
				s.v.Say(said)
				s.resize(window).readsAll(key)
			}
		}
	}
}

// readsAll presses a key until the page is left, an item has the focus, or nothing
// moves any more; and fails the test for a line that was passed over unseen.
func (s *stage) readsAll(key string) {
	s.t.Helper()
	seen, id, until := map[string]bool{}, s.v.ID(), 0
	for range 60 {
		for _, line := range s.m.here.text.Lines() {
			seen[strings.TrimSpace(ansi.Strip(line))] = true
		}
		lines, before := s.m.here.paper.Lines, s.looks()
		end := s.m.here.text.Top()
		if s.press(key); s.v.ID() != id {
			end = len(lines)
		} else if now := s.m.here; len(now.paper.Lines) == len(lines) {
			end = now.text.Top()
		}
		for ; until < end; until++ {
			if line := strings.TrimSpace(ansi.Strip(lines[until])); !seen[line] {
				s.t.Errorf("%v, %s, %s: %q was not seen before\n%s", s.m.layout.Window, s.v.Step().Key(), key, line, s.plain())
				return
			}
		}
		if s.v.ID() != id || s.looks() == before || s.m.here.Focus != nowhere && !s.m.here.Focus.Before {
			return
		}
	}
}
