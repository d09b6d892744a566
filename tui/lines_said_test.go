package tui

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
)

var onceSaid string // on a whole walk, which is taken once for all tests

func allSaid(t *testing.T) string {
	t.Helper()
	if onceSaid == "" {
		onceSaid = hearAll(t)
	}
	return onceSaid
}

// hearAll is all that a whole walk says, with every place beside it, and at each
// prompt what can be typed there and what is said to nonsense.
func hearAll(t *testing.T) string {
	t.Helper()
	var said strings.Builder
	hear := func(r *lineReader, lines ...string) {
		for _, line := range lines {
			said.WriteString(r.lines.Line(line))
		}
	}
	beside := false
	r := wholeWalk(t, func(r *lineReader, line string) {
		said.WriteString(r.heard)
		hear(r.fork(), "?", "xyzzy", "change 9", "delete 1", "again")
		if beside || len(r.walk().Notes()) == 0 {
			return
		}
		beside = true
		other := r.fork()
		hear(other, "about", "chapters", "3", "back", "", "note", "back", "search group", "back", "back", "search", "pocket", "1", "", "", "")
		for _, term := range r.walk().Guide().Glossary.Sections {
			hear(other, "glossary "+term.Heading)
		}
	})
	said.WriteString(r.heard)
	return said.String()
}

// TestWhatIsSaidHasNoSymbolsThatAreSpelledOut needs no screen reader: it holds
// what is said, without paths, against the punctuation that one turns into
// pauses and tones of voice.
func TestWhatIsSaidHasNoSymbolsThatAreSpelledOut(t *testing.T) {
	t.Parallel()
	notOnWindows(t, "the names of folders have backslashes there")
	said := allSaid(t)
	if path := os.Getenv("FIRSTSESSION_SAID"); path != "" { // to be read by a screen reader
		if err := os.WriteFile(filepath.Clean(path), []byte(said), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	paths := regexp.MustCompile(`/home/maja\S*`)
	spelled := []*regexp.Regexp{
		regexp.MustCompile(`[0-9]-[0-9]`),       // “dash”
		regexp.MustCompile(`(^|\s)\.\w`),        // “dot”
		regexp.MustCompile(`\S:\S`),             // “colon”
		regexp.MustCompile(`[.,:;]{2}|\?[.:,]`), // heard as two ends
		regexp.MustCompile(`\{|\}`),             // a name that was not filled in
	}
	for _, line := range strings.Split(paths.ReplaceAllString(said, ""), "\n") {
		for _, r := range line {
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(" .,:;?’“”()-–…", r) {
				t.Errorf("%q is said in: %s", r, line)
			}
		}
		for _, pattern := range spelled {
			if found := pattern.FindString(line); found != "" {
				t.Errorf("%q is said in: %s", found, line)
			}
		}
	}
}

// TestWhatIsSaidNamesNoKeysOfTheFullScreen keeps words out that lead nowhere in
// lines.
func TestWhatIsSaidNamesNoKeysOfTheFullScreen(t *testing.T) {
	said := strings.Split(allSaid(t), "\n")
	for _, word := range []string{"F1", "arrow key", "Space", "Tab", "PgDn", "press l", "press s", "click", "on the last line"} {
		if at := slices.IndexFunc(said, func(line string) bool { return strings.Contains(line, word) }); at >= 0 {
			t.Errorf("%q is said in: %s", word, said[at])
		}
	}
}
