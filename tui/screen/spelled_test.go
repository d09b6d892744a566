package screen

import (
	"testing"

	"firstsession/content/page"
)

func TestTheWordForHelpLeadsThereWhereEachLetterIsAKey(t *testing.T) {
	for _, c := range []struct {
		name string
		on   func() *stage
	}{
		{"the first page", func() *stage { v := visiting(t); v.ShowOnly(page.NewFirst()); return of(t, v, wide) }},
		{"a question", func() *stage { return of(t, visitAt(t, "silence"), wide) }},
		{"a promise", func() *stage { return of(t, visitAt(t, "keep-private"), wide) }},
	} {
		s := c.on()
		fresh := s.v.Fresh()
		if s.press("h", "e", "l", "p"); s.v.Sheet().Title != s.v.Guide().Help.Title {
			t.Errorf("%s: it does not lead to help\n%s", c.name, s.plain())
		}
		if s.v.Fresh() != fresh {
			t.Errorf("%s: it begins", c.name)
		}
	}
	s := of(t, visitAt(t, "welcome"), wide).press("h", "e", "l", "right", "p")
	if s.v.Sheet().Title == s.v.Guide().Help.Title {
		t.Error("letters with another key between them are no word")
	}
	s = of(t, visitAt(t, "welcome"), wide).press("n", "h", "e", "l", "p")
	if s.v.Sheet().Title == s.v.Guide().Help.Title {
		t.Error("in a note it is a word")
	}
}
