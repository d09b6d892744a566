package tui

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"firstsession/content"
	"firstsession/content/disk/disktest"
	"firstsession/tui/tuitest"
)

// allSaid is all that a whole walk says, with every place beside it.
func allSaid(t *testing.T) string {
	t.Helper()
	g, err := content.Load(content.Embedded(), "en")
	if err != nil {
		t.Fatal(err)
	}
	p := newPiped(t, g, disktest.New(pipedHome))
	said := p.lines.Start(0)
	take := func(lines ...string) {
		for _, line := range lines {
			said += p.lines.Line(line)
		}
	}
	take("?", "help now", "about", "glossary", "chapters", "3", "back", "", "note Is there a lift", "note", "search group", "back", "search", "pocket", "1", "", "", "", "xyzzy", "change 9", "delete 1")
	for _, term := range g.Glossary.Terms {
		take("glossary " + term.Name)
	}
	for range 1000 {
		next := tuitest.Lines(p.visit.Walk, p.lines.At())
		if next == nil {
			break
		}
		take("?", "xyzzy")
		take(next...)
	}
	take("again", "chapters", "", "sign again", "again", "sign", "name A", "do not sign", "again", "stop")
	return said
}

// TestWhatIsSaidHasNoSymbolsThatAreSpelledOut needs no screen reader: it holds
// what is said, without paths, against the punctuation that one turns into
// pauses and tones of voice.
func TestWhatIsSaidHasNoSymbolsThatAreSpelledOut(t *testing.T) {
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
	for _, word := range []string{"F1", "arrow", "Space", "Tab", "PgDn", "press l", "press s", "click", "on the last line"} {
		if at := slices.IndexFunc(said, func(line string) bool { return strings.Contains(line, word) }); at >= 0 {
			t.Errorf("%q is said in: %s", word, said[at])
		}
	}
}
