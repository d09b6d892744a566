package tui

import (
	"crypto/rand"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"firstsession/content/disk"
	"firstsession/content/page"
	"firstsession/content/store"
	"firstsession/content/walk"
)

// Another clinician goes on where the first one stopped, in an account of their
// own; the client is told, and the record names both.
func TestAnIntakeIsHandedOverAndGoneOnWith(t *testing.T) {
	onEach(t, func(t *testing.T, inLines bool) {
		first, second := onDisk(t), onDisk(t)
		first.atDesk, second.atDesk = true, true
		started(first, inLines, fill("Reference for the client", "K-102"), fillID("clinician", "A. Haddad"), together, mark(talkOnly), act("Begin the intake"),
			pastShown, note("ask about Thursday"), goTo("keep-private"), answer(walk.Agree))
		from, err := disk.StateFolder(first.getenv)
		if err != nil {
			t.Fatal(err)
		}
		to, err := disk.StateFolder(second.getenv)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(second.home, "K-102.intake")
		if err := store.HandOver(first.disk(), from, "K-102", path); err != nil {
			t.Fatal(err)
		}
		if _, _, err := store.Take(second.disk(), rand.Reader, to, path, "P. Nguyen", time.Now()); err != nil {
			t.Fatal(err)
		}
		if left, err := (&store.Intakes{Options: store.Options{FS: first.disk(), Records: first.home}, State: from}).Unfinished(); err != nil || len(left) > 0 {
			t.Errorf("it is still here: %v, %+v", err, left)
		}
		started(second, inLines, scrollTo("With P. Nguyen."), act("Go on with K-102"), sees("was begun with A. Haddad, and goes on with P. Nguyen"),
			answerAll(walk.Agree), func(s surface) {
				listed := s.visit().Sheet().Body
				if !slices.ContainsFunc(listed, func(p page.Part) bool { return strings.Contains(p.Text, "with whom it was begun: A. Haddad") }) {
					t.Errorf("the signing page does not say so: %+v", listed)
				}
			}, sign("Maja"), fillID("name", "P. Nguyen"), choosing("sign"))
		all := second.records()
		if len(all) != 1 || all[0].Intake.Clinician != "P. Nguyen" || !slices.Equal(all[0].Intake.Before, []string{"A. Haddad"}) || all[0].Statements[0].Answer != walk.Agree {
			t.Errorf("%+v", all)
		}
	})
}

// Where it goes on with a page of the clinician's, the client reads it too.
func TestAClientIsToldInTheirLanguageWhoBegan(t *testing.T) {
	first, second := twoLanguages(t), twoLanguages(t)
	started(first, true, fillID("reference", "K-102"), fillID("clinician", "A. Haddad"), together, choosing(string(walk.TalkOnly)), choosing("begin"), toTalk)
	from, err := disk.StateFolder(first.getenv)
	if err != nil {
		t.Fatal(err)
	}
	to, err := disk.StateFolder(second.getenv)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(second.home, "K-102.intake")
	if err := store.HandOver(first.disk(), from, "K-102", path); err != nil {
		t.Fatal(err)
	}
	is, _, err := store.Take(second.disk(), rand.Reader, to, path, "P. Nguyen", time.Now())
	if err != nil || is.Language != "es" || is.Folder == "" {
		t.Fatalf("%+v, %v", is, err)
	}
	started(second, true, act("Go on with K-102"), sees("was begun with A. Haddad"), sees("se empezó con A. Haddad"))
}
