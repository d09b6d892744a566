package check

import (
	"cmp"
	"testing"

	"firstsession/content"
)

func TestTheShippedGuideIsShortPlainAndAsksEnough(t *testing.T) {
	g, err := content.Load(content.Embedded(), "en")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range Measures(g) {
		most := formulas["en"].chapter
		if m.Chapter == "" {
			most = 6.0
			if m.Words < 4200 || m.Words > 5000 {
				t.Errorf("%d words of prose, want 4200 to 5000", m.Words)
			}
			if m.Questions < 24 || m.Questions > 28 {
				t.Errorf("%d questions, want 24 to 28", m.Questions)
			}
		}
		if level := m.Grade.Level(); level > most {
			t.Errorf("%q reads at grade %.1f, want %.1f or below", m.Chapter, level, most)
		}
	}
}

// The ids, their order and the answers that fit are those of the first language.
func TestTheShippedLanguagesAreEqual(t *testing.T) {
	languages, err := content.Languages(content.Embedded())
	if err != nil || len(languages) < 2 {
		t.Fatal(languages, err)
	}
	var first *content.Guide
	for _, language := range languages {
		g, err := content.Load(content.Embedded(), language)
		if err != nil {
			t.Fatal(err)
		}
		first = cmp.Or(first, g)
		if found := Mismatches(first, g); len(found) > 0 {
			t.Error(found)
		}
	}
}

func TestTheSpanishGuideIsAsPlain(t *testing.T) {
	g, err := content.Load(content.Embedded(), "es")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range Measures(g) {
		least := formulas["es"].chapter
		if m.Chapter == "" {
			least = 70
		}
		if level := m.Grade.Level(); level < least {
			t.Errorf("%q has a level of %.1f, want %.1f or above", m.Chapter, level, least)
		}
	}
	for _, advice := range Check(g) {
		t.Errorf("%v", advice)
	}
}
