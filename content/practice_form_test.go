package content

import (
	"regexp"
	"strings"
	"testing"
)

func TestTheFormIsRightAsItStandsAndWithoutItsCommentMarks(t *testing.T) {
	g := embeddedGuide(t)
	blank, err := ParsePractice("practice.toml", []byte(PracticeForm()))
	if err != nil {
		t.Fatal(err)
	}
	over, err := blank.Over(g, today(t))
	if err != nil || over.Practice != "" {
		t.Fatalf("%q, %v", over.Practice, err)
	}
	filled := regexp.MustCompile(`(?m)^# ?`).ReplaceAllString(PracticeForm(), "")
	p, err := ParsePractice("practice.toml", []byte(filled))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Over(g, today(t)); err != nil {
		t.Fatal(err)
	}
	for _, fact := range p.Facts(PracticeWords{}) {
		if !strings.HasPrefix(fact.Text, "[") {
			t.Errorf("%s is not in the form, or invents something: %q", fact.Key, fact.Text)
		}
	}
	if len(p.Statements) != 1 || len(p.NeededToStart) != 1 || len(p.Notes) != 1 || p.Crisis.Current(today(t)) {
		t.Errorf("%+v", p)
	}
}

// A number could be taken for one that somebody
// should call or pay.
func TestTheFormInventsNoNumber(t *testing.T) {
	for line := range strings.Lines(PracticeForm()) {
		if strings.ContainsAny(strings.ReplaceAll(line, "F1", ""), "0123456789") && !strings.HasPrefix(line, "# checked = 2000-01-31") {
			t.Errorf("a number: %s", line)
		}
	}
}
