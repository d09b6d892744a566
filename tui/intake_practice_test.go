package tui

import (
	"os"
	"path/filepath"
	"testing"
)

func TestAnIntakeIsOnlyGoneOnWithUnderItsOwnPracticeFile(t *testing.T) {
	home := t.TempDir()
	practice := filepath.Join(home, "practice.toml")
	promise := "[[statement]]\nid = \"phones\"\ntext = \"I switch my phone off.\"\nneeded_to_start = true\n"
	if err := os.WriteFile(practice, []byte(promise), 0o600); err != nil {
		t.Fatal(err)
	}
	with := beginSession(computer{t: t, home: home, atDesk: true, practice: practice}, 80, 24)
	r := newScreenReader(with)
	beginIntake(talkOnly)(r)
	r.leave()
	with.close()

	without := beginSession(computer{t: t, home: home, atDesk: true}, 80, 24)
	r = newScreenReader(without)
	for _, do := range []deed{act("Go on with K-102"), sees("begun with another practice file")} {
		do(r)
	}
	if r.at() != "" {
		t.Errorf("it goes on at %q", r.at())
	}
	r.leave()
	without.close()

	again := beginSession(computer{t: t, home: home, atDesk: true, practice: practice}, 80, 24)
	r = newScreenReader(again)
	act("Go on with K-102")(r)
	if r.at() != "client page" {
		t.Errorf("it goes on at %q", r.at())
	}
}
