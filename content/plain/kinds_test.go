package plain

import (
	"os"
	"strconv"
	"strings"
	"testing"
)

// eachCase calls back with the cases of a file, each with + or - before it.
func eachCase(t *testing.T, name string, look func(text string, want bool)) {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "#") {
			continue
		}
		text, err := strconv.Unquote(`"` + strings.ReplaceAll(line[1:], `"`, `\"`) + `"`)
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		look(text, line[0] == '+')
	}
}

func TestWhatReadsLikeANoteForTheClinician(t *testing.T) {
	eachCase(t, "likenote.txt", func(text string, want bool) {
		if at := LikeNote(text, false); at >= 0 != want || at >= len(text) {
			t.Errorf("%q: %d", text, at)
		}
	})
	for _, name := range []string{"Clinician", "Clinicians", "Therapist"} {
		if LikeNote(name, true) >= 0 {
			t.Errorf("a heading %q is no note", name)
		}
	}
}

func TestGarbledLettersAreFound(t *testing.T) {
	eachCase(t, "garbled.txt", func(text string, want bool) {
		if at := Garbled(text); at >= 0 != want || at >= len(text) {
			t.Errorf("%q: %d", text, at)
		}
	})
}

// BenchmarkLikeNote is the time for ordinary words, and for those that open a
// sentence or a bracket with each word.
func BenchmarkLikeNote(b *testing.B) {
	for name, unit := range map[string]string{"words": "Some plain words that go on for a while. ", "labels": "a: b. ", "brackets": "a(b "} {
		text := strings.Repeat(unit, 8<<10/len(unit))
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				LikeNote(text, false)
			}
		})
	}
}
