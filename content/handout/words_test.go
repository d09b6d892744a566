package handout_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"

	"firstsession/content"
	"firstsession/content/words"
)

func TestTextIsNarrowAndPlain(t *testing.T) {
	g := fixture()
	g.Chapters[0].Lead = prose("\x1b[31mred\x07 " + strings.Repeat("verylongword", 12) + " \u202eright " + strings.Repeat("日本語", 40))
	for name, chapters := range prints() {
		for _, line := range strings.Split(formats(t, g, chapters...)["txt"], "\n") {
			if got := columns(line); got > 72 {
				t.Errorf("%s: %d columns: %s", name, got, line)
			}
			if strings.TrimRight(line, " ") != line {
				t.Errorf("%s: spaces at the end: %q", name, line)
			}
		}
	}
	for ending, got := range formats(t, g) {
		for _, r := range got {
			if r != '\n' && unicode.IsControl(r) || r >= 0x202A && r <= 0x202E || r == utf8.RuneError {
				t.Errorf("%s has the character %U", ending, r)
			}
		}
	}
}

func columns(line string) int {
	sum := 0
	for _, r := range line {
		sum++
		if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth {
			sum++
		}
	}
	return sum
}

// Whoever translates the guide must be able to translate all of it.
func TestNoWordOfItsOwn(t *testing.T) {
	empty := formats(t, &content.Guide{Words: new(words.Words)})
	delete(empty, "html") // its tags have letters; all formats are filled alike
	for ending, got := range empty {
		if at := strings.IndexFunc(got, unicode.IsLetter); at >= 0 {
			t.Errorf("an empty guide has words as %s: %q", ending, got[at:])
		}
	}
}

// Never is an answer called wrong, and the right one is told in words.
func TestAnswersAreKind(t *testing.T) {
	for ending, got := range formats(t, fixture()) {
		if strings.Contains(strings.ToLower(got), "wrong") {
			t.Errorf("%s says wrong", ending)
		}
		want := 3
		if ending == "html" {
			want = 6 // once more in the question's place, to be opened there
		}
		if n := strings.Count(got, "This fits"); n != want {
			t.Errorf("%s: %d answers are said to fit, not %d", ending, n, want)
		}
	}
}

// Every link within the Markdown leads to one of its headings.
func TestMarkdownLinksLeadToHeadings(t *testing.T) {
	texts := map[string]string{"our guide": formats(t, embedded(t))["md"]}
	for name, chapters := range prints() {
		texts[name] = formats(t, fixture(), chapters...)["md"]
	}
	for name, got := range texts {
		anchors := map[string]bool{}
		for _, line := range strings.Split(got, "\n") {
			if title, ok := strings.CutPrefix(strings.TrimLeft(line, "#"), " "); ok && strings.HasPrefix(line, "#") {
				anchors[anchor(anchors, title)] = true
			}
		}
		// In a code span, or behind a backslash, it is no link.
		links := strings.NewReplacer("`[code](#silence)`", "", `\[no link\](#silence)`, "", `\](#silence)`, "").Replace(got)
		for _, rest := range strings.Split(links, "](#")[1:] {
			target, _, _ := strings.Cut(rest, ")")
			if !anchors[target] {
				t.Errorf("%s: a link leads to #%s, which is no heading", name, target)
			}
		}
	}
}

// anchor is worked out here in another way than the handout does it.
func anchor(taken map[string]bool, title string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(title) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' {
			b.WriteRune(r)
		}
		if r == ' ' {
			b.WriteByte('-')
		}
	}
	for name, suffix := b.String(), 'a'; ; suffix++ {
		if !taken[name] {
			return name
		}
		name = b.String() + "-" + string('1'+suffix-'a')
	}
}
