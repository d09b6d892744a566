package tui

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"firstsession/content/walk"
	"firstsession/tui/command/shell"
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

// welcome is what is said to whoever comes back: how many answers are asked
// again, since their words have changed, or that all is as it was.
func welcome(s surface) string {
	if n := len(s.visit().Walk.Dropped()); n > 0 {
		return fmt.Sprintf("%d of your answers", n)
	}
	return "Welcome back to First Session"
}

func TestAWalkOfAnEarlierVersionIsGoneOnWith(t *testing.T) {
	for file, shows := range map[string]deed{
		"member-middle.jsonl": sees("Promise 4 of 7"),
		"member-signed.jsonl": inOrder(chapters, sees("You signed on 25 November 2026"), back),
	} {
		t.Run(file, func(t *testing.T) {
			reading := func(t testing.TB) computer {
				made := onDisk(t)
				earlier(t, file, made.journal())
				return made
			}
			onBoth(t, reading, func(t *testing.T, s surface, c *computer) {
				before := c.facts()
				does(s, sees(welcome(s)), shows, note("Ask about the stairs"))
				if after := c.facts(); len(after) <= len(before) || s.visit().Unkept() != nil {
					t.Errorf("%d facts became %d, %v", len(before), len(after), s.visit().Unkept())
				}
				sameFacts(t, c.facts(), s.visit().Facts)
				does(s, leaveAndStart, notesList, sees("Ask about the stairs"))
			})
		})
	}
}

func TestRecordsOfAnEarlierVersionAreWhole(t *testing.T) {
	var out, said bytes.Buffer
	dir := filepath.Join("..", "content", "record", "testdata", "before")
	code := obey([]string{"verify", dir}, Streams{In: strings.NewReader(""), Out: &out, Err: &said}, new(computer).getenv)
	if code != shell.ExitDone || strings.Count(out.String(), ": whole") != 2 || strings.Contains(out.String(), "missing") || said.Len() > 0 {
		t.Errorf("verify ends with %d:\n%s%s", code, out.String(), said.String())
	}
}

func TestAnIntakeOfAnEarlierVersionIsGoneOnWith(t *testing.T) {
	t.Parallel()
	onDesk := func(t testing.TB) computer {
		made := computer{t: t, home: t.TempDir(), atDesk: true, practice: filepath.Join("testdata", "before", "practice.toml")}
		earlier(t, "intake.jsonl", filepath.Join(made.home, "records", ".unfinished-N-401-acaff58c8083f6cc", "journal.jsonl"))
		return made
	}
	onBoth(t, onDesk, func(t *testing.T, s surface, c *computer) {
		does(s, act("Go on with N-401"), answer(walk.NotNow))
		sameFacts(t, c.facts(), s.visit().Facts)
		does(s, endIntake, act("We go on another day"), countersigned)
		for _, a := range c.records() { // which reads each of them as verify does
			if a.Intake == nil || a.Intake.Reference != "N-401" {
				t.Errorf("the record is of %+v", a.Intake)
			}
		}
		if len(c.records()) != 1 {
			t.Errorf("%d records", len(c.records()))
		}
	})
}
