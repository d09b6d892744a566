package tui

import (
	"path/filepath"
	"testing"
)

func TestAnIntakeIsOnlyGoneOnWithUnderItsOwnPracticeFile(t *testing.T) {
	home := t.TempDir()
	without := computer{t: t, home: home, atDesk: true}
	with := without
	with.practice = filepath.Join(home, "practice.toml")
	with.write(with.practice, []byte("[[statement]]\nid = \"phones\"\ntext = \"I switch my phone off.\"\nneeded_to_start = true\n"))

	take := func(c computer, at string, deeds ...deed) {
		t.Helper()
		s := beginSession(c, 80, 24)
		r := newScreenReader(s)
		does(r, deeds...)
		if s.step().Key() != at {
			t.Errorf("it is at %q, want %q", s.step().Key(), at)
		}
		r.leave()
		s.close()
	}
	take(with, "client page", beginIntake(talkOnly))
	take(without, "", act("Go on with K-102"), sees("begun with another practice file"))
	take(with, "client page", act("Go on with K-102"))
}
