package check

import (
	"testing"

	"firstsession/content"
)

func TestTheShippedGuideIsShortPlainAndAsksEnough(t *testing.T) {
	g, err := content.Load(content.Embedded(), "en")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range Measures(g) {
		most := maxChapterGrade
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
