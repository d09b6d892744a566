package practice

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"firstsession/content/guidetest"
	"firstsession/content/source"
)

func TestEachShippedLanguageHasAForm(t *testing.T) {
	for _, language := range guidetest.Languages(t) {
		if language != "en" && Form(language) == Form("en") {
			t.Errorf("there is no form.%s.toml", language)
		}
	}
}

func TestTheFormIsRightAsItStands(t *testing.T) {
	for _, language := range guidetest.Languages(t) {
		blank, err := Parse("practice.toml", []byte(Form(language)))
		if err != nil {
			t.Fatal(err)
		}
		over, err := blank.Over(embeddedGuide(t), today(t))
		if err != nil || over.Practice != "" {
			t.Fatalf("%q, %v", over.Practice, err)
		}
	}
}

func TestTheFormsExampleIsAWholeFile(t *testing.T) {
	for _, language := range guidetest.Languages(t) {
		var lines []string
		for line := range strings.Lines(Form(language)) {
			if text, ok := strings.CutPrefix(line, "##   "); ok {
				lines = append(lines, text)
			}
		}
		p, err := Parse("example.toml", []byte(strings.Join(lines, "")))
		if err != nil || len(p.Groups) != 2 || len(p.Sites) != 2 || len(p.Advise()) > 0 {
			t.Fatalf("%s: %v: %v\n%s", language, err, p.Advise(), strings.Join(lines, ""))
		}
		for _, group := range p.Groups {
			in, ok := p.In(group.ID)
			if !ok {
				t.Fatal(group.ID)
			}
			if _, err := in.Over(embeddedGuide(t), today(t)); err != nil {
				t.Errorf("%s: %v", group.ID, err)
			}
		}
	}
}

// unmarked is the form with one comment mark taken away from every line.
func unmarked(language string) string {
	return regexp.MustCompile(`(?m)^# ?`).ReplaceAllString(Form(language), "")
}

// The form's own words must never reach a reader, and least of all as what to
// do in danger.
func TestTheFormsOwnTextsHaveToBeWrittenOver(t *testing.T) {
	for _, language := range guidetest.Languages(t) {
		text := unmarked(language)
		_, err := Parse("practice.toml", []byte(text))
		var problems source.Problems
		if !errors.As(err, &problems) {
			t.Fatalf("%v", err)
		}
		var want, got []int
		for i, line := range strings.Split(text, "\n") {
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
}

func TestTheFormHasEveryNameAndIsRightWhenItIsWrittenOver(t *testing.T) {
	for _, language := range guidetest.Languages(t) {
		p := filled(t, language)
		for _, fact := range p.Facts() {
			if !strings.HasPrefix(fact.Text, "Ours: ") {
				t.Errorf("%s is not in the form, or invents something: %q", fact.Key, fact.Text)
			}
		}
		if len(p.Statements) != 1 || len(p.NeededToStart) != 1 || len(p.Notes) != 1 || p.Crisis.Current(today(t)) {
			t.Errorf("%+v", p)
		}
		group, ok := p.In("our-group")
		if !ok || group.Texts["fee"] != "" || len(group.Statements) != 2 || len(group.Replaced) != 2 {
			t.Errorf("%+v", group)
		}
		if _, err := group.Over(embeddedGuide(t), today(t)); err != nil {
			t.Error(err)
		}
	}
}

// Who writes a promise finds the warning above the place for it.
func TestTheFormWarnsOfPromisesNotToDie(t *testing.T) {
	for language, warning := range map[string]string{"en": "no promise not to die", "es": "ningún compromiso de no morir"} {
		if at := strings.Index(Form(language), warning); at < 0 || at > strings.Index(Form(language), "# [[statement]]") {
			t.Errorf("the form in %s does not warn", language)
		}
	}
}

// filled is the form with its own words written over.
func filled(t *testing.T, language string) Practice {
	t.Helper()
	n := 0
	text := regexp.MustCompile(`"\[(.*)\]"`).ReplaceAllStringFunc(unmarked(language), func(own string) string {
		n++ // no two promises may say the same
		return fmt.Sprintf(`"Ours: %s, %d"`, strings.Trim(own, `"[]`), n)
	})
	p, err := Parse("practice.toml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Over(embeddedGuide(t), today(t)); err != nil {
		t.Fatal(err)
	}
	return p
}

// The forms say the same in each language.
func TestTheFormsHaveTheSameNames(t *testing.T) {
	otherLanguage := regexp.MustCompile(`in\.[a-z]+\]`)
	names := func(language string) (all []string) {
		for line := range strings.Lines(unmarked(language)) {
			name, _, _ := strings.Cut(strings.TrimSpace(line), " ")
			name = otherLanguage.ReplaceAllString(name, "in.xx]")
			if !strings.HasPrefix(name, "#") && name != "" {
				all = append(all, name)
			}
		}
		return all
	}
	for _, language := range guidetest.Languages(t) {
		if en, own := names("en"), names(language); !slices.Equal(en, own) {
			t.Errorf("%q\n%q", en, own)
		}
	}
}

// A number could be taken for one that somebody
// should call or pay.
func TestTheFormInventsNoNumber(t *testing.T) {
	for _, language := range guidetest.Languages(t) {
		for line := range strings.Lines(Form(language)) {
			if strings.ContainsAny(strings.ReplaceAll(line, "F1", ""), "0123456789") && !strings.HasPrefix(line, "# checked = 2000-01-31") {
				t.Errorf("a number: %s", line)
			}
		}
	}
}
