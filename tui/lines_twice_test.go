package tui

import (
	"strings"
	"testing"

	"firstsession/content/walk"
)

// TestWhatWasAskedOnceMoreIsForgottenByWhateverElseIsTyped holds it for each
// page that asks once more.
func TestWhatWasAskedOnceMoreIsForgottenByWhateverElseIsTyped(t *testing.T) {
	t.Parallel()
	toClear := inOrder(toPromises, answerAll(walk.Agree), sign("Maja"), countersigned, act("The page to print is enough"), readOn)
	for _, asks := range []struct {
		name   string
		atDesk bool
		to     deed
		number string
		asks   string
		sure   string
		gone   func(r *lineReader) bool
	}{
		{"an intake", true, inOrder(beginIntake(talkOnly), leaveAndStart), "3", "delete 1", "delete 1", func(r *lineReader) bool { return len(r.facts()) == 0 }},
		{"a note", false, inOrder(begin, note("Ask"), newest), "2", "delete", "delete", func(r *lineReader) bool { return len(r.walk().Notes()) == 0 }},
		{"what is kept", true, toClear, "1", "clear", "clear", func(r *lineReader) bool { return len(r.facts()) == 0 }},
	} {
		for _, test := range []struct {
			typed []string
			gone  bool
		}{
			{[]string{asks.asks, asks.sure}, true},
			{[]string{asks.number, asks.number}, true},
			{[]string{asks.asks, asks.number}, true},
			{[]string{asks.asks, "yes"}, true},
			{[]string{asks.asks, "again", asks.sure}, false},
			{[]string{asks.asks, "", asks.sure}, false},
			{[]string{asks.asks, "xyzzy", asks.sure}, false},
			{[]string{asks.asks, "help now", asks.sure}, false},
			{[]string{asks.asks, "99", asks.sure}, false},
			{[]string{asks.number, "where", asks.number}, false},
		} {
			r := beginLines(computer{t: t, home: t.TempDir(), atDesk: asks.atDesk})
			asks.to(r)
			before := ""
			for _, line := range test.typed {
				before = r.heard
				r.types("%s", line)
			}
			if asks.gone(r) != test.gone {
				t.Errorf("%s: %q deletes it: %v\n%s", asks.name, test.typed, !test.gone, r.heard)
			}
			if said := strings.Join(test.typed, " "); strings.Contains(said, "xyzzy") && !strings.Contains(before, "is not asked any more") {
				t.Errorf("%s: that it is asked no more is not said\n%s", asks.name, before)
			}
		}
	}
}
