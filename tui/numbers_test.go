package tui

import (
	"strconv"
	"strings"
	"testing"

	"firstsession/content/page"
	"firstsession/content/walk"
)

// A line has no number on the full screen, since digits are letters in it; nor
// has what may go into a record, since a number ticks.
func TestTheNumberOfAnActIsTheKeyThatLeadsToIt(t *testing.T) {
	r := atDeskOnScreen(t)
	inOrder(toPromises, note("Mine"), answerAll(walk.Agree))(r)
	n := 0
	for _, item := range r.visit().Sheet().Items {
		if item.Kind != page.Act {
			continue
		}
		n++
		r.press(strconv.Itoa(n))
		for _, line := range strings.Split(r.s.window(), "\n") {
			if strings.Contains(line, "›") && !strings.Contains(line, "› "+strconv.Itoa(n)+" ") {
				t.Errorf("the key %d leads to %s", n, line)
			}
		}
	}
	if n != 2 {
		t.Errorf("%d items have a number, want two acts", n)
	}
}
