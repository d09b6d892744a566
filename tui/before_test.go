package tui

import (
	"os"
	"path/filepath"
	"testing"

	"firstsession/content/walk"
)

// earlier puts a file that an earlier version wrote into a computer.
func earlier(t testing.TB, name, path string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "before", name))
	if err == nil {
		err = os.MkdirAll(filepath.Dir(path), 0o700)
	}
	if err == nil {
		err = os.WriteFile(path, data, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func TestAWalkOfAnEarlierVersionIsGoneOnWith(t *testing.T) {
	for _, c := range []struct{ file, sees string }{
		{"member-middle.jsonl", "Welcome back to First Session"},
		{"member-signed.jsonl", "You signed on 25 November 2026"},
	} {
		t.Run(c.file, func(t *testing.T) {
			made := computer{t: t, home: t.TempDir()}
			earlier(t, c.file, filepath.Join(made.home, "state", "firstsession", "journal.jsonl"))
			before := made.facts()
			s := beginSession(made, 80, 24)
			if c.file == "member-signed.jsonl" {
				s.press("c").sees(c.sees).press("esc")
			}
			s.sees(c.sees).press("n", "text:Ask about the stairs", "enter")
			if after := made.facts(); len(after) <= len(before) || s.visit().Unkept() != nil {
				t.Errorf("%d facts became %d, %v", len(before), len(after), s.visit().Unkept())
			}
			sameFacts(t, made.facts(), s.visit().Facts)
			s.again().press("n", "tab").sees("Ask about the stairs")
		})
	}
}

func TestAnIntakeOfAnEarlierVersionIsGoneOnWith(t *testing.T) {
	onDesk := func(t testing.TB) computer {
		made := computer{t: t, home: t.TempDir(), atDesk: true, practice: filepath.Join("testdata", "before", "practice.toml")}
		earlier(t, "intake.jsonl", filepath.Join(made.home, "records", ".unfinished-N-401-acaff58c8083f6cc", "journal.jsonl"))
		return made
	}
	onBoth(t, onDesk, func(t *testing.T, s surface, c *computer) {
		does(s, act("Go on with N-401"), answer(walk.NotNow))
		sameFacts(t, c.facts(), s.visit().Facts)
	})
}
