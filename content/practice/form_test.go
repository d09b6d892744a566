package practice

import (
	"errors"
	"regexp"
	"slices"
	"strings"
	"testing"

	"firstsession/content/source"
)

func TestTheFormIsRightAsItStands(t *testing.T) {
	blank, err := Parse("practice.toml", []byte(Form()))
	if err != nil {
		t.Fatal(err)
	}
	over, err := blank.Over(embeddedGuide(t), today(t))
	if err != nil || over.Practice != "" {
		t.Fatalf("%q, %v", over.Practice, err)
	}
}

// unmarked is the form with one comment mark taken away from every line.
func unmarked() string {
	return regexp.MustCompile(`(?m)^# ?`).ReplaceAllString(Form(), "")
}

// The form's own words must never reach a reader, and least of all as what to
// do in danger.
func TestTheFormsOwnTextsHaveToBeWrittenOver(t *testing.T) {
	_, err := Parse("practice.toml", []byte(unmarked()))
	var problems source.Problems
	if !errors.As(err, &problems) {
		t.Fatalf("%v", err)
	}
	var want, got []int
	for i, line := range strings.Split(unmarked(), "\n") {
		if strings.Contains(line, `= "[`) {
			want = append(want, i+1)
		}
	}
	for _, problem := range problems {
		if got = append(got, problem.Place.Line); problem.What != "this is still the form's own text" {
			t.Errorf("%s", problem)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("problems in the lines %d, want %d", got, want)
	}
}

func TestTheFormHasEveryNameAndIsRightWhenItIsWrittenOver(t *testing.T) {
	filled := strings.NewReplacer(`"[`, `"Ours: `, `]"`, `"`).Replace(unmarked())
	p, err := Parse("practice.toml", []byte(filled))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Over(embeddedGuide(t), today(t)); err != nil {
		t.Fatal(err)
	}
	for _, fact := range p.Facts() {
		if !strings.HasPrefix(fact.Text, "Ours: ") {
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
	for line := range strings.Lines(Form()) {
		if strings.ContainsAny(strings.ReplaceAll(line, "F1", ""), "0123456789") && !strings.HasPrefix(line, "# checked = 2000-01-31") {
			t.Errorf("a number: %s", line)
		}
	}
}
