package tui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"firstsession/content/mypage"
	"firstsession/content/walk"
)

// carried is the file of a walk at home, with a computer of a clinician's beside it.
func carried(t *testing.T, inLines bool) (clinic computer, path string) {
	t.Helper()
	home := onDisk(t)
	started(home, inLines, begin, note("ask about Thursday"), readOn, readOn, goTo("silence"), later, goTo("keep-private"), answer(walk.NotNow), readOn, answer(walk.Agree),
		myPage, choosing("sentences"), choosing("file"), act("Save the page"), sees("Nothing of what you chose goes into the small file"),
		choosing("read"), choosing("not agreed"), choosing("open"), choosing("notes"), act("Save the page"), scrollTo("The file to bring along is"))
	found, err := filepath.Glob(filepath.Join(home.home, "records", "my-page-*.json"))
	if err != nil || len(found) != 1 {
		t.Fatalf("%v, %v", found, err)
	}
	clinic = onDisk(t)
	clinic.atDesk = true
	return clinic, found[0]
}

// What a member saves at home is shown to them in the room before any of it is
// kept; the intake begins there, and answers no promise.
func TestAnIntakeBeginsWithWhatWasBrought(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, inLines bool) {
		clinic, path := carried(t, inLines)
		data, err := os.ReadFile(path)
		if err != nil || strings.Contains(string(data), "not now") || strings.Contains(string(data), "agree") {
			t.Fatalf("the file holds an answer: %v\n%s", err, data)
		}
		toBrought := inOrder(fill("Reference for the client", "K-102"), together, mark(wholeGuide), fillID("brought", path), act("Begin the intake"), sees("What you brought from home"))
		started(clinic, inLines, toBrought, lacks("ask about Thursday"), isNowhere("ask about Thursday"), choosing("back to the form"),
			sees("A new intake"), act("Begin the intake"), choosing("note 1"), choosing("without"), sees("Before we start"), isNowhere("ask about Thursday"))
		var w walk.Walk
		started(clinic, inLines, choosing("new"), fill("Reference for the client", "K-103"), together, mark(wholeGuide), fillID("brought", path), act("Begin the intake"),
			choosing("with"), sees("Before we start"), readOn, func(s surface) { w = s.visit().Walk },
			goTo("limits-of-privacy"), toTalk, sees("One question about what was read at home"))
		if !slices.Contains(w.AtHome(), "main-message") || w.Answer("keep-private") != walk.Unanswered {
			t.Errorf("%v was read at home", w.AtHome())
		}
		if len(w.Notes()) != 1 || len(w.Flagged()) != 2 || slices.ContainsFunc(w.Steps(), func(s walk.Step) bool { return s.ID == "main-message" }) {
			t.Errorf("%+v, %+v", w.Notes(), w.Flagged())
		}
	})
}

// The record says what was read at home, and nothing else of the file.
func TestTheRecordSaysWhatWasReadAtHome(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, inLines bool) {
		clinic, path := carried(t, inLines)
		started(clinic, inLines, fill("Reference for the client", "K-102"), together, mark(talkOnly), fillID("brought", path), act("Begin the intake"), choosing("with"),
			goTo("keep-private"), answerAll(walk.Agree), sign("Maja"), choosing("save"))
		all := clinic.records()
		if len(all) != 1 || len(all[0].Intake.Home) == 0 || len(all[0].Notes) != 0 {
			t.Fatalf("%+v", all)
		}
		text, err := os.ReadFile(clinic.in("records", "*.txt", "")[0])
		if err != nil || !strings.Contains(string(text), "What I had read at home") || strings.Contains(string(text), "Thursday") {
			t.Errorf("%v\n%s", err, text)
		}
	})
}

func TestAFileThatWasNotSavedToBeBroughtIsRefused(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, inLines bool) {
		clinic, path := carried(t, inLines)
		good, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for name, c := range map[string]struct{ text, want string }{
			"edited":     {strings.Replace(string(good), "Thursday", "Fridays!", 1), "was changed since it was saved"},
			"cut":        {string(good[:len(good)-20]), "was changed since it was saved"},
			"a record":   {`{"format": 3, "id": "abc"}`, "not a file that this guide saved"},
			"words":      {"hello", "not a file that this guide saved"},
			"newer":      {strings.Replace(string(good), `"format": 1`, `"format": 2`, 1), "newer version"},
			"nothing":    {"", "not a file that this guide saved"},
			"too long":   {strings.Repeat("x", mypage.MaxFile+1), "not a file that this guide saved"},
			"more in it": {strings.Replace(string(good), `"format": 1`, `"format": 1, "answers": {}`, 1), "was changed since it was saved"},
		} {
			bad := filepath.Join(clinic.home, name)
			clinic.write(bad, []byte(c.text))
			started(clinic, inLines, fill("Reference for the client", "K-102"), together, mark(talkOnly), fillID("brought", bad), act("Begin the intake"),
				scrollTo(c.want), func(s surface) {
					if !s.visit().Fresh() {
						t.Errorf("%s: the intake has begun", name)
					}
				})
		}
		started(clinic, inLines, fill("Reference for the client", "K-102"), together, mark(talkOnly), fillID("brought", clinic.home), act("Begin the intake"), scrollTo("cannot be used"))
	})
}

// What was brought is shown in the client's language, and the form is again in the
// clinician's.
func TestWhatWasBroughtIsShownInTheClientsLanguage(t *testing.T) {
	t.Parallel()
	onBoth(t, twoLanguages, func(t *testing.T, s surface, c *computer) {
		data, err := mypage.File{Format: 1, What: "First Session, to bring to an intake", Topics: []string{"keep-private", "gone"}}.Encode()
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(c.home, "brought.json")
		c.write(path, data)
		does(s, fillID("reference", "K-102"), together, choosing(string(walk.TalkOnly)), fillID("brought", path), choosing("begin"),
			sees("Lo que usted trajo de casa", "1 cosa no está en el texto de hoy"), choosing("back to the form"), sees("A new intake"),
			together, choosing("begin"), choosing("with"), sees("para consultantes"), pastShown, sees("To talk about together"))
		if marked := s.visit().Walk.Flagged(); len(marked) != 1 || marked[0].ID != "keep-private" {
			t.Errorf("%+v", marked)
		}
	})
}
