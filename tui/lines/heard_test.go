package lines

import (
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

// hearAll is all that a whole walk says, with every place beside it.
func hearAll(t *testing.T) string {
	t.Helper()
	g := shipped(t)
	l, _, greeting := newReader(g, 0)
	var said strings.Builder
	said.WriteString(greeting)
	take := func(typed ...string) { said.WriteString(hear(l, typed...)) }
	take("?", "help now", "about", "glossary", "chapters", "3", "back", "back", "", "note Is there a lift", "note", "2", "1", "", "delete", "", "",
		"search group", "", "", "back", "search", "pocket", "1", "back", "xyzzy", "where")
	for _, term := range g.Glossary.Sections {
		take("glossary " + term.Heading)
	}
	for range 2000 {
		if l.shows("closing") {
			break
		}
		before := l.visit.Sheet()
		if !asksText(l) {
			take("?", "xyzzy", "99")
		}
		if l.visit.Sheet().Title != before.Title {
			t.Fatalf("a word that is none leads away from %q", before.Title)
		}
		take(nextLine(l))
	}
	take("again", "chapters", "", "sign again", "again", "", "", "sign", "do not sign", "again", "stop")
	return said.String()
}

// TestWhatIsSaidHasNoSymbolsThatAreSpelledOut needs no screen reader: it holds
// what is said, without paths, against the punctuation that one turns into
// pauses and tones of voice.
func TestWhatIsSaidHasNoSymbolsThatAreSpelledOut(t *testing.T) {
	spelled := []*regexp.Regexp{
		regexp.MustCompile(`[0-9]-[0-9]`),       // “dash”
		regexp.MustCompile(`(^|\s)\.\w`),        // “dot”
		regexp.MustCompile(`\S:\S`),             // “colon”
		regexp.MustCompile(`[.,:;]{2}|\?[.:,]`), // heard as two ends
		regexp.MustCompile(`\{|\}`),             // a name that was not filled in
	}
	told := map[string]bool{}
	for _, line := range strings.Split(regexp.MustCompile(`/home/me\S*`).ReplaceAllString(allSaid(t), ""), "\n") {
		if told[line] {
			continue
		}
		told[line] = true
		for _, r := range line {
			if !strings.ContainsRune(" .,:;?’“”()-–…", r) && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
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
	for _, word := range []string{"F1", "arrow key", "Space", "Tab", "PgDn", "press l", "press s", "click", "on the last line", "Press "} {
		if at := slices.IndexFunc(said, func(line string) bool { return strings.Contains(line, word) }); at >= 0 {
			t.Errorf("%q is said in: %s", word, said[at])
		}
	}
}

func TestAgainSaysWhatWasHeardLastAndThenThePageBelow(t *testing.T) {
	for _, to := range [][]string{{"help now"}, {"glossary dip"}, {"search tears", "1"}} {
		l, _, _ := newReader(shipped(t), 0)
		hear(l, to...)
		read := sentence(l.where(l.read))
		said, where := l.Line("again"), l.Line("where")
		if !strings.Contains(said, read) || !strings.Contains(where, "You have just heard: "+read) {
			t.Errorf("%q: it says\n%s\n%s", to, said, where)
		}
		if below := l.title(l.visit.Sheet()); !strings.Contains(hear(l, "again", "again"), sentence(below)) {
			t.Errorf("%q: the page below is not said", to)
		}
	}
}
