package lines

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"firstsession/content"
	"firstsession/content/guidetest"
	"firstsession/content/page"
	"firstsession/content/visit"
	"firstsession/content/walk"
)

// hostile is what no surface may hand on to a terminal.
const hostile = "\x1b[31mred\x1b[0m\x1b]0;title\x07 \u202eturned\u2066\u2069 \x00\x08\x7f\u009b2J \xff\xfe tab\there\r\v\u0085"

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
			if v.Type().Field(i).Name != "Command" {
				poison(v.Field(i), v.Type().Field(i).Name)
			}
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

func TestAGuideFullOfControlCharactersCommandsNoTerminal(t *testing.T) {
	g, err := content.LoadToRead(content.Embedded(), "en") // one of its own, to its last word
	if err != nil {
		t.Fatal(err)
	}
	poison(reflect.ValueOf(g).Elem(), "")
	if !strings.Contains(g.Chapters[0].Sections[0].Body[0].Prose, hostile) || !strings.Contains(g.Words.Keys.GoOn, hostile) {
		t.Fatal("the guide is not hostile")
	}
	for _, width := range []int{0, 40} {
		l, _, said := newReader(g, width)
		all := []string{said}
		for _, page := range []string{"?", "help now", "about", "glossary", "note", "chapters", "back", "nonsense"} {
			all = append(all, l.Line(page))
		}
		all = append(all, walkOn(l, func() bool { return false })...)
		if l.visit.Step().Kind != walk.Closing {
			t.Fatalf("the walk ends at %+v", l.visit.Step())
		}
		for _, page := range []string{"chapters", "1", "search group", "1", "back", "sign again", "note " + hostile, "note", "stop"} {
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
	eachKind(t, func(t *testing.T, begin func() (*Lines, *memory)) {
		for _, line := range []string{"", "1", "agree", "note Ask", "later", "Maja", "sign", "private", "back", "stop"} {
			l, keeper := begin()
			keeper.refuses = errors.New("write /odd\x1b[2J\u202e/\xff: no space left")
			if said := l.Line(line) + l.Line("again"); unfit(said) != nil {
				t.Errorf("%q says %q", line, said)
			}
		}
	})
}

func FuzzLines(f *testing.F) {
	f.Add("\n\n\n2\n\n")
	f.Add("\nchapters\n10\n\nagree\n\ntalk first\n\nnot now\n\nagree\n\nagree\n\nagree\n\nagree\n\nMaja\nsign\nsign again\ndo not sign")
	f.Add("private\nnote Ask\nnote\n2\nchanged\n2\n2\n?\nglossary\nglossary group\nabout\nhelp now")
	f.Add("chapters\n3\nprivate\n\n\n1\n2\nrule\n\nback\nshow me\nlater\nsearch pocket\n1\n\n\nfind\nlist")
	f.Add("\nc\n10\n\n1\n2\n3\nI agree.\n\nlater\nback\nb\na\nr\nq")
	g := guidetest.Shipped(f, "en")
	f.Fuzz(func(t *testing.T, typed string) {
		all := strings.Split(typed, "\n")
		if len(all) > 300 {
			t.Skip("more than one sitting")
		}
		keeper := &memory{}
		v := visit.New(visit.Options{
			World: page.World{Folder: "/home/me", Absolute: func(folder string) (string, error) { return folder, nil }, Ways: Ways(g.Words), Stays: true},
			Walk:  walk.New(g), Keeper: keeper, Now: func() time.Time { return time.Unix(0, 0).UTC() },
		})
		v.Start(visit.Found{})
		l := New(v, len(all)%3*20)
		for _, line := range append(all, "stop") {
			if l.visit.Over() {
				break
			}
			if said := l.Line(line); said == "" || unfit(said) != nil {
				t.Fatalf("%q says %q", line, said)
			}
		}
		if private := v.Private || v.Fresh(); private && len(keeper.facts) > 0 {
			t.Fatalf("who wants no trace leaves %d facts", len(keeper.facts))
		} else if !private {
			again, dropped := walk.Replay(g, keeper.facts)
			if len(dropped) > 0 || again.At() != v.Walk.At() || len(again.Notes()) != len(v.Walk.Notes()) {
				t.Fatalf("coming back leads to %+v, and not to %+v", again.At(), v.Walk.At())
			}
		}
	})
}
