package tui

import (
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/unicode/norm"

	"firstsession/content"
	"firstsession/content/contenttest"
	"firstsession/content/plain"
	"firstsession/content/walk"
	"firstsession/tui/lines"
	"firstsession/tui/tuitest"
)

// Whole guides as people write them, in many scripts, are walked to their end:
// no line is too wide, whichever way a terminal counts, nothing is shown as it
// was written for the program, and every word and number is there.
func TestTextsThatPeopleHaveAreShownWhole(t *testing.T) {
	notOnWindows(t, "the names of folders have backslashes there")
	for name, text := range contenttest.Texts(t, "../content/testdata/texts") {
		guide, err := content.Load(text.Files, text.Language)
		if err != nil {
			t.Fatal(err)
		}
		for _, width := range []int{80, 40} {
			t.Run(name+" on the full screen", func(t *testing.T) {
				t.Parallel()
				s := beginSession(computer{t: t, home: t.TempDir(), read: guide}, width, 300)
				shown := ""
				read := ""
				takeAll(newScreenReader(s), func() {
					shown += s.window() + "\n"
					if kind := s.visit().Step().Kind; kind != walk.Signature && kind != walk.Closing { // which name folders
						read += strings.Join(strings.FieldsFunc(s.window(), func(r rune) bool { return r == '\n' }), "\n") + "\n\n"
					}
				})
				checkShown(t, text, shown, width)
				if width == 80 {
					tuitest.Golden(t, "texts/"+name+"-screen", blankLines.ReplaceAllString(read, ""))
				}
			})
			t.Run(name+" in lines", func(t *testing.T) {
				t.Parallel()
				r := beginLines(computer{t: t, home: t.TempDir(), read: guide})
				r.lines = lines.New(r.visit(), width)
				r.heard = r.lines.Greeting()
				heard := ""
				r.before = func(string) { heard += r.heard }
				takeAll(r, func() {})
				checkShown(t, text, heard+r.heard, width)
				if width == 80 {
					said, _, _ := strings.Cut(heard, guide.Words.Pledge.AtSign) // where folders are named
					tuitest.Golden(t, "texts/"+name+"-lines", said)
				}
			})
		}
	}
}

// takeAll walks to the closing by way of every page and every answer, and looks
// at each.
func takeAll(s surface, look func()) {
	s.testing().Helper()
	helpNow(s)
	look()
	back(s)
	for s.visit().Step().Kind != walk.Closing {
		look()
		step := s.visit().Step()
		switch step.Kind {
		case walk.Question:
			chooseNext(s, step)
		case walk.Statement:
			if s.visit().Walk.Answer(step.ID) == walk.Unanswered {
				answer(walk.Agree)(s)
			}
			readOn(s)
		case walk.Signature:
			sign("Maja")(s)
		default:
			readOn(s)
		}
	}
	look()
}

// chooseNext chooses what does not fit before what does, and goes on from there.
func chooseNext(s surface, step walk.Step) {
	s.testing().Helper()
	if s.visit().Walk.Tries(step.Key()).Done {
		readOn(s)
		return
	}
	fits := 0
	for i, option := range s.visit().Walk.Question(step).Options {
		if option.Right {
			fits = i + 1
		} else if !s.visit().Walk.Tries(step.Key()).Missed {
			choose(i + 1)(s)
			return
		}
	}
	choose(fits)(s)
}

var (
	blankLines  = regexp.MustCompile(`(?m)^ +\n`)
	forProgram  = regexp.MustCompile(`(?s)<!--.*?-->|\{#[^}]*\}|\[[ x]\] |(?m:^ *(-|>|#+|[0-9]+\.) )|[*\\\[]|<([a-z]+:/*)?|>`)
	linked      = regexp.MustCompile(`\]\([^)]*\)`)
	destination = regexp.MustCompile(`\]\([a-z]+:([^)?]*)`)
	isHeld      = regexp.MustCompile(`[\x{a0}\x{202f}]|[0-9][-\x{2011}:][0-9]`)
	unseen      = "\u00ad\u200b\u2060\ufeff"
)

// checkShown compares all that was shown of a guide with what is written in it.
func checkShown(t *testing.T, text contenttest.Text, shown string, width int) {
	t.Helper()
	for _, line := range strings.Split(shown, "\n") {
		path := strings.HasPrefix(line, "/") // by itself in lines, to be copied whole
		if cells := max(plain.Cells(line), ansi.StringWidth(line)); cells > width && !path {
			t.Errorf("there is room for %d cells, and a line has %d: %q", width, cells, line)
		}
	}
	for _, raw := range append(strings.Split(unseen, ""), "**", "](", "{#", "<!--", "for-the-clinician-only", "\\", "&nbsp;") {
		if before, _, found := strings.Cut(shown, raw); found {
			t.Errorf("%q is shown behind %q", raw, before[max(0, len(before)-60):])
		}
	}
	checkWords(t, text, shown)
}

// checkWords looks for each word and number of a guide, and for what holds
// together in one piece.
func checkWords(t *testing.T, text contenttest.Text, shown string) {
	t.Helper()
	whole := norm.NFC.String(shown)
	shown = squeezed(shown)
	for name, file := range text.Files {
		written := string(file.Data)
		if strings.HasSuffix(name, ".toml") || strings.HasSuffix(name, "about.md") || strings.HasSuffix(name, "closing.md") {
			continue
		}
		written, _, _ = strings.Cut(written, "{#countersigning}") // which an intake has
		written = written[:strings.LastIndex(written, "\n")]
		for _, word := range plain.Fields(linked.ReplaceAllString(forProgram.ReplaceAllString(written, ""), " ")) {
			if !strings.Contains(shown, squeezed(word)) {
				t.Errorf("%s: %q is not shown", name, word)
			}
			for part := range strings.SplitSeq(word, "\u200b") {
				if part = norm.NFC.String(plain.Legible(part)); isHeld.MatchString(part) && plain.Cells(part) < 24 && !strings.Contains(whole, part) {
					t.Errorf("%s: %q is broken", name, part)
				}
			}
		}
		checkAddresses(t, written, shown)
	}
}

func checkAddresses(t *testing.T, written, shown string) {
	t.Helper()
	for _, found := range destination.FindAllStringSubmatch(written, -1) {
		address := strings.Trim(found[1], "/")
		to, err := url.PathUnescape(address)
		there := strings.Contains(shown, squeezed(to)) || strings.Contains(shown, address) // as the full screen shows it
		if err != nil || !there && !saidInWords[to] {
			t.Errorf("%q is not shown", to)
		}
	}
}

// saidInWords are addresses that their links' words say in another way.
var saidInWords = map[string]bool{"+15550199": true, "+34600000000": true, "+33155501001": true, "www.beispiel.de": true}

// squeezed is a text without what stands between and beside its words.
func squeezed(text string) string {
	return norm.NFC.String(strings.NewReplacer("│", "", "\u200f", "").Replace(strings.Join(strings.Fields(plain.Legible(text)), "")))
}
