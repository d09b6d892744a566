package intake_test

import (
	"testing"
	"time"

	"firstsession/content"
	"firstsession/content/walk"
	"firstsession/tui/intake"
)

// apply applies events, all of which have to be possible.
func apply(t *testing.T, w walk.Walk, events ...walk.Event) walk.Walk {
	t.Helper()
	after, _, err := w.Apply(time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC), events...)
	if err != nil {
		t.Fatal(err)
	}
	return after
}

// says is whether a part of a sheet is a text.
func says(sheet intake.Sheet, text string) bool {
	for _, part := range sheet.Body {
		if part.Text == text {
			return true
		}
	}
	return false
}

func TestWhatChangedAfterARecordWasSavedIsNotCalledSaved(t *testing.T) {
	guide, err := content.Load(content.Embedded(), "en")
	if err != nil {
		t.Fatal(err)
	}
	w := apply(t, walk.New(guide), walk.Event{Kind: walk.SetForm, Form: &walk.Form{Reference: "K-102", Parts: walk.TalkOnly}})
	for _, statement := range guide.Commitment.Statements {
		w = apply(t, w, walk.Event{Kind: walk.SetAnswer, Subject: statement.ID, Answer: walk.TalkFirst})
	}
	w = apply(t, w, walk.Event{Kind: walk.NameTyped, Text: "Maja"}, walk.Event{Kind: walk.Sign, Subject: "1", Text: "one.json"})
	page := intake.ForStep(walk.Step{Kind: walk.Countersign}, "records", false)
	words := guide.Words.Intake
	if sheet := page.Sheet(w); !says(sheet, words.Saved) || says(sheet, words.NotSavedYet) {
		t.Errorf("a saved record is not said: %v", sheet.Body)
	}
	first := guide.Commitment.Statements[0].ID
	for name, event := range map[string]walk.Event{
		"another answer": {Kind: walk.SetAnswer, Subject: first, Answer: walk.NotNow},
		"another name":   {Kind: walk.NameTyped, Text: "Other"},
		"a mark":         {Kind: walk.Flag, Subject: first, Yes: true},
	} {
		changed := apply(t, w, event)
		if changed.Outcome() != w.Outcome() {
			t.Fatalf("%s changes the outcome", name)
		}
		if sheet := page.Sheet(changed); says(sheet, words.Saved) || !says(sheet, words.NotSavedYet) {
			t.Errorf("after %s it still says that all is saved", name)
		}
	}
}
