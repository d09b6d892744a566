package plain

import (
	"slices"
	"strings"
	"testing"
)

func TestNoLineIsBrokenWithinANumber(t *testing.T) {
	for _, whole := range []string{
		"555-0111", "2026-10-01", "K-102", "0800 123 456", "+44 20 7946 0958", "(555) 010-0111", "+1 (555) 0111", "12-week", "116-A", "+44 (0) 20 7946",
		"my-page-2026-11-26.html", "/home/ana/First Session/my-page.txt",
	} {
		text := "Call the on-call line at any hour: " + whole + ". It is there"
		for width := max(8, len(whole)+1); width < 50; width++ {
			lines := Wrap(text, width)
			if !slices.ContainsFunc(lines, func(line string) bool { return strings.Contains(line, whole) }) {
				t.Fatalf("%s is broken at %d: %q", whole, width, lines)
			}
			if got := strings.Join(lines, " "); got != text {
				t.Fatalf("not the same words: %q", got)
			}
		}
	}
}

func TestAKeyAtTheEndOfASentenceIsNotALineOfItsOwn(t *testing.T) {
	text := "You can answer it now. To leave it: l. Or not to sign: d"
	for width := 10; width <= len(text); width++ {
		for _, line := range Wrap(text, width) {
			if strings.HasPrefix(line, "l.") || line == "d" {
				t.Errorf("at %d: %q", width, Wrap(text, width))
			}
		}
	}
}

func TestWhatIsNoNumberStaysAsItIs(t *testing.T) {
	for _, text := range []string{"", "-", "1", "- 5", "on-call", "1) 555", "a 1", "1 a", "at 5) 6", "1. 555", "5 - 6", "one (two) 3", "and/or we/they", "/ and/or", "on-call /x /y", "Three: a b", "so: it", ": ", ":", "a: é"} {
		if got := Bind(text); got != text {
			t.Errorf("%q became %q", text, got)
		}
	}
}
