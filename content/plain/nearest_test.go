package plain

import "testing"

func TestNearestIsTheWordThatWasPerhapsMeant(t *testing.T) {
	words := []string{"back", "chapters", "help now", "stop", "talk first", "b", "?"}
	for typed, want := range map[string]string{
		"bakc": "back", "chapers": "chapters", "chapterss": "chapters", "stopp": "stop", "talk frist": "talk first",
		"hlp now": "help now", "hack": "", "sop": "stop", "xyzzy": "", "x": "", "": "", "ab": "", "バック": "",
	} {
		if got := Nearest(typed, words); got != want {
			t.Errorf("nearest to %q is %q, not %q", typed, got, want)
		}
	}
}
