package check

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestGradeAgreesWithAnIndependentCount(t *testing.T) {
	figures, err := os.ReadFile("testdata/grade/figures.txt")
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("testdata/grade/*.md")
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, file := range files { // Glob gives them sorted
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		texts[filepath.Base(file)] = string(text)
		texts["all"] += "\n\n" + string(text)
	}
	compared := 0
	for line := range strings.Lines(string(figures)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		var file string
		var words, sentences int
		var level, ease float64
		if _, err := fmt.Sscan(line, &file, &words, &sentences, &level, &ease); err != nil {
			t.Fatalf("figures.txt: %q: %v", line, err)
		}
		got := newGrader(formulas["en"]).grade(texts[file])
		if got.Words != words || got.Sentences != sentences {
			t.Errorf("%s: %d words in %d sentences, want %d in %d", file, got.Words, got.Sentences, words, sentences)
		}
		if math.Abs(got.Level()-level) > 0.001 || math.Abs(readingEase(got)-ease) > 0.001 {
			t.Errorf("%s: grade %.3f, ease %.3f; want %.3f, %.3f", file, got.Level(), readingEase(got), level, ease)
		}
		compared++
	}
	if compared != len(texts) {
		t.Errorf("compared %d texts of %d", compared, len(texts))
	}
}

func TestGradeOfNothingIsNotANumberGoneWrong(t *testing.T) {
	for _, text := range []string{"", " \n\n ", "…", "<!-- only a note -->", "123"} {
		got := newGrader(formulas["en"]).grade(text)
		if got != (Grade{By: formulas["en"]}) {
			t.Errorf("the grade of %q = %+v, want nothing counted", text, got)
		}
		if math.IsNaN(got.Level()) || math.IsInf(readingEase(got), 0) {
			t.Errorf("the grade of %q: level %v, ease %v", text, got.Level(), readingEase(got))
		}
	}
}

func TestAnApostropheIsNoWordAndEndsNone(t *testing.T) {
	if got := newGrader(formulas["en"]).grade("I don’t ' know 'em."); got.Words != 4 || got.Syllables != 4 {
		t.Errorf("%+v", got)
	}
}

func TestSyllables(t *testing.T) {
	for word, want := range map[string]int{
		"a": 1, "the": 1, "group": 1, "makes": 1, "asked": 1, "safe": 1, "wanted": 2,
		"tables": 2, "table": 2, "agree": 2, "eye": 2, "queue": 2, "rhythm": 1, "dont": 1,
		"therapist": 3, "ME": 1,
	} {
		if got := syllables(word); got != want {
			t.Errorf("syllables(%q) = %d, want %d", word, got, want)
		}
	}
}

// readingEase is the Flesch reading ease, which other tools give as well: 100 is
// very easy, 0 is very hard.
func readingEase(g Grade) float64 {
	return 206.835 - 1.015*g.sentenceLength() - 84.6*g.wordLength()
}
