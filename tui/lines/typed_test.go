package lines

import (
	"fmt"
	"strings"
	"testing"

	"firstsession/content"
	"firstsession/content/plain"
)

// Lists that follow each other are one to the ear.
func TestListsThatFollowEachOtherAreCountedOn(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	l.blocks([]content.Block{{Prose: "- one\n- two"}, {Prose: "- three\n\ntext"}, {Prose: "- four"}}, false)
	if got, want := l.written(), "1. one\n2. two\n3. three\n\ntext\n\n1. four\n"; strings.TrimSpace(got) != strings.TrimSpace(want) {
		t.Errorf("%q", got)
	}
}

func TestTheDigitsOfAnyScriptAreNumbers(t *testing.T) {
	eachKind(t, func(t *testing.T, begin func() (*Lines, *memory)) {
		for _, typed := range []struct{ here, there string }{
			{"1", "１"}, {"2", "٢"}, {"1", "۱"}, {"2", "२"}, {"1.", "１．"}, {"1.", "１。"}, {"1 2", "１　２"}, {"1, 2", "１、２"}, {"1, 2", "١، ٢"}, {"99", "９９"},
		} {
			one, _ := begin()
			other, _ := begin()
			if asksText(one) {
				continue // it is kept as it was typed
			}
			want, got := one.Line(typed.here), other.Line(typed.there)
			if strings.ReplaceAll(got, plain.OneLine(typed.there), typed.here) != want {
				t.Errorf("to %q is said\n%s\nand to %q\n%s", typed.there, got, typed.here, want)
			}
		}
	})
}

func TestWhatIsWrittenIsKeptAsItWasTyped(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	l.Line("") // begins
	for _, note := range []string{"１２ people", "ａｇｒｅｅ？", "½ an hour", "٣ questions :)"} {
		l.Line("ｎｏｔｅ " + note)
		if facts := fmt.Sprint(l.visit.Facts); !strings.Contains(facts, note) {
			t.Errorf("%q is not among what was kept: %s", note, facts)
		}
	}
}

func TestBehind(t *testing.T) {
	for _, c := range []struct{ text, word, want string }{
		{"note hello", "note", "hello"}, {"NOTE: hello", "note", "hello"}, {"ｎｏｔｅ　１２", "note", "１２"}, {"Ｎｏｔｅ：é", "note", "é"},
		{"notes", "note", ""}, {"note", "note", ""}, {"nоte x", "note", ""}, {"名名名名 x", "note", ""},
	} {
		if got, found := behind(c.text, c.word); found != (c.want != "") || found && got != c.want {
			t.Errorf("behind %q in %q is %q, %v", c.word, c.text, got, found)
		}
	}
}

func TestListsAndLinesAreHeardAsTheyAreWritten(t *testing.T) {
	for _, c := range []struct{ what, markdown, want string }{
		{"a list after a list", "1. one\n2. two\n\n- a\n- b", "1. one\n2. two\n1. a\n2. b"},
		{"bullets after bullets of another kind", "- one\n- two\n\n* a", "1. one\n2. two\n1. a"},
		{"a list in a list", "- one\n- two\n  - a\n  - b\n- three\n  - c", "1. one\n2. two\n2.1. a\n2.2. b\n3. three\n3.1. c"},
		{"three deep", "- one\n  - a\n    - x\n    - y\n  - b\n- two", "1. one\n1.1. a\n1.1.1. x\n1.1.2. y\n1.2. b\n2. two"},
		{"numbers in bullets", "- one\n  1. a\n  2. b\n- two\n  1. c", "1. one\n1.1. a\n1.2. b\n2. two\n2.1. c"},
		{"bullets in numbers", "3. one\n   - a\n4. two\n   - b", "3. one\n3.1. a\n4. two\n4.1. b"},
		{"two lists in an item", "- one\n  1. a\n\n  text\n\n  - b", "1. one\n1.1. a\ntext\n1.1. b"},
		{"prose between lists", "- one\n\ntext\n\n- two", "1. one\ntext\n1. two"},
		{"a list that begins at seven", "7. one\n8. two\n\ntext\n\n2. three", "7. one\n8. two\ntext\n2. three"},
		{"a list in a quotation", "- one\n\n> - a\n> - b", "1. one\n1. a\n2. b"},
		{"hard breaks", "12 Main Street  \nCity\\\nCountry", "12 Main Street\nCity\nCountry"},
		{"a line's end", "one\ntwo", "one two"},
		{"a hard break in an item", "- 555-0100  \n  or 555-0199\n- two", "1. 555-0100\nor 555-0199\n2. two"},
		{"a hard break in a quotation", "> one\\\n> two", "one\ntwo"},
		{"a hard break in emphasis", "**one  \ntwo**", "one\ntwo"},
		{"lines of code", "```\none\n  two\n\nthree\n```", "one\ntwo\nthree"},
	} {
		l, _, _ := newReader(shipped(t), 0)
		l.markdown(c.markdown, false, 0)
		if got := strings.ReplaceAll(strings.TrimSpace(l.written()), "\n\n", "\n"); got != c.want {
			t.Errorf("%s: %q, not %q", c.what, got, c.want)
		}
	}
}
