package plain

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"firstsession/content"
	"firstsession/content/walk"
)

// hostile is what no surface may hand on to a terminal.
const hostile = "\x1b[31mred\x1b[0m\x1b]0;title\x07 \u202eturned\u2066\u2069 \x00\x08\x7f\u009b2J \xff\xfe tab\there\r\v\u0085"

// hostileLines are lines that came from somewhere else than a quiet keyboard.
var hostileLines = []string{
	hostile, "\x1b[A", "\x1bOP", "\x1b", "\x00", "\xff", "\x9b31m", "\u009b31m", "\u202eagree", "agree\u202e", "\u2066\u2069",
	"a\tb", "1\t2", "\ufeffagree", "\r", "e\u0301\u0301\u0301", "山田花子", "👩‍👩‍👧", "\u200b", "😀", "99999999999999999999", "-1", "0", "1 1 1 1",
	"{help} {name} {n}", "%s%d%!", strings.Repeat("x", 100<<10), strings.Repeat("1 ", 50<<10), strings.Repeat("\x1b[A", 1000),
}

// openings are what can stand before words of the reader's own.
var openings = []string{
	"", "note ", "own ", "search ", "glossary ", "name ", "folder ", "change 1 ", "delete ", "delete 1 ", "add ", "leave out ", "agree ",
}

func TestNothingThatIsTypedComesBackAsACommandToTheTerminal(t *testing.T) {
	g := shipped(t)
	eachKind(t, g, func(t *testing.T, begin func() *Lines) {
		l := begin()
		for _, opening := range openings {
			for _, line := range hostileLines {
				if len(line) > 1000 && opening != "" && opening != "note " && opening != "name " {
					continue // long ones take their time
				}
				said := l.Line(opening + line)
				if opening != "" && len(line) < 1000 {
					said += l.Line("again")
				}
				if err := unfit(said); err != nil {
					t.Fatalf("after %.60q: %v\n%q", opening+line, err, said)
				}
				if l.Over() {
					t.Fatalf("%.60q leaves", opening+line)
				}
			}
		}
		if said := l.Line("note") + stopped(l); unfit(said) != nil || !l.Over() {
			t.Errorf("note and stop say %q", said)
		}
	})
}

// stopped leaves, also where that is asked once more.
func stopped(l *Lines) string {
	said := l.Line("stop")
	if !l.Over() && l.visit.Loses() {
		said += l.Line("stop")
	}
	return said
}

// poison puts something before every text that can be reached. Ids stay, since
// steps are found by them, and so do the words that can be typed.
func poison(v reflect.Value, name string) {
	switch v.Kind() {
	case reflect.String:
		keep := name == "ID" || name == "Again" || name == "Rule" || name == "Language" || name == "Revision"
		if v.CanSet() && !keep {
			v.SetString(hostile + v.String() + hostile)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			poison(v.Field(i), v.Type().Field(i).Name)
		}
	case reflect.Slice:
		for i := range v.Len() {
			poison(v.Index(i), name)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			poison(v.Elem(), name)
		}
	}
}

// hostileGuide is the shipped guide with control characters in all its texts
// and words. No parser would let it through.
func hostileGuide(t *testing.T) *content.Guide {
	t.Helper()
	g := shipped(t)
	typed := g.Words.Command
	poison(reflect.ValueOf(g).Elem(), "")
	g.Words.Command = typed
	// The word that is shown is hostile; the one that is typed is not.
	shown, old := reflect.ValueOf(&g.Words.Command).Elem(), reflect.ValueOf(typed)
	for i := range shown.NumField() {
		shown.Field(i).SetString(hostile + old.Field(i).String() + ", " + old.Field(i).String())
	}
	if !strings.Contains(g.Chapters[0].Sections[0].Body[0].Prose, hostile) || !strings.Contains(g.Words.Plain.AskOne, hostile) {
		t.Fatal("the guide is not hostile")
	}
	return g
}

func TestAGuideFullOfControlCharactersCommandsNoTerminal(t *testing.T) {
	g := hostileGuide(t)
	for _, width := range []int{0, 20, 40} {
		l, _, said := newReader(g, width)
		all := []string{said}
		for _, page := range []string{"?", "help now", "about", "glossary", "glossary group", "note", "chapters", "back", "nonsense"} {
			all = append(all, l.Line(page))
		}
		all = append(all, walkOn(l, func() bool {
			all = append(all, l.Line("?"), l.Line("nonsense"), l.Line("note "+hostile))
			return false
		})...)
		if l.At().Kind != walk.Closing {
			t.Fatalf("the walk ends at %+v", l.At())
		}
		for _, page := range []string{"chapters", "1", "search group", "1", "back", "sign again", "stop"} {
			all = append(all, l.Line(page))
		}
		for _, text := range all {
			if err := unfit(text); err != nil {
				t.Fatalf("width %d: %v\n%q", width, err, text)
			}
		}
	}
}

func TestAnErrorFullOfControlCharactersCommandsNoTerminal(t *testing.T) {
	g := shipped(t)
	eachKind(t, g, func(t *testing.T, begin func() *Lines) {
		for _, line := range []string{"", "1", "agree", "note Ask", "later", "Maja", "sign", "aside", "private", "back", "stop"} {
			l := begin()
			l.visit.Keeper.(*memory).refuses = errors.New("write /odd\x1b[2J\u202e/\xff: no space left")
			if said := l.Line(line); unfit(said) != nil {
				t.Errorf("%q says %q", line, said)
			}
		}
	})
}

func FuzzLines(f *testing.F) {
	f.Add("\n\n\n2\n\n")
	f.Add("\nchapters\n10\n\nagree\n\ntalk first\n\nnot now\n\nagree\n\nagree\n\nagree\n\nagree\n\nMaja\nsign\nsign again\ndo not sign")
	f.Add("private\nnote Ask\nchange 1 Ask more\ndelete 1\ndelete 1\nnote\n?\nglossary\nglossary group\nabout\nhelp now")
	f.Add("chapters\n3\nprivate\n\n\n1\n2\nrule\n\nback\nshow me\nlater\nsearch pocket\n1\n\n\nfind\nlist")
	f.Add("\nchapters\n3\n\n\n\n\n\n1 2 3\n1 3\n\nown \x1b[A\nfolder /tmp/\u202e\nname \xff\nadd 1\nleave out 1\n\x00")
	f.Add("\nc\n10\n\n1\n2\n3\nI agree.\n\nlater\nback\nb\na\nr\nq")
	g := shipped(f)
	f.Fuzz(func(t *testing.T, typed string) {
		all := strings.Split(typed, "\n")
		if len(all) > 300 {
			t.Skip("more than one sitting")
		}
		l, keeper, _ := newReader(g, len(all)%3*20)
		for _, line := range all {
			if l.Over() {
				break
			}
			said := l.Line(line)
			if err := unfit(said); err != nil {
				t.Fatalf("%q says %q: %v", line, said, err)
			}
			if said == "" {
				t.Fatalf("%q is answered with nothing", line)
			}
		}
		if !l.Over() {
			if said := stopped(l); !l.Over() || unfit(said) != nil {
				t.Fatalf("stop says %q", said)
			}
		}
		if private := l.visit.Private || l.visit.Fresh; private && len(keeper.facts) > 0 {
			t.Fatalf("who wants no trace leaves %d facts", len(keeper.facts))
		} else if !private {
			if got, want := told(replayed(t, g, keeper.facts)), told(l.visit.Walk); got != want {
				t.Fatalf("coming back leads to\n%s\nand not to\n%s", got, want)
			}
		}
	})
}
