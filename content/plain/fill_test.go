package plain

import "testing"

func TestFillPutsValuesIntoPlaceholders(t *testing.T) {
	for text, want := range map[string]string{
		"page {n} of {of}": "page 2 of {n}", // a value is never filled in again
		"{n}{n}":           "22",
		"{{n}} {other} {":  "{2} {other} {",
		"{n":               "{n",
		"n, nothing":       "n, nothing",
		"":                 "",
	} {
		if got := Fill(text, "n", 2, "of", "{n}", "n", 3); got != want {
			t.Errorf("%q is filled to %q, want %q", text, got, want)
		}
	}
}
