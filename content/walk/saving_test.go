package walk

import (
	"testing"
	"time"
)

func saving(record, path string) Event { return Event{Kind: Save, Subject: record, Text: path} }

func TestARecordThatIsBeingSavedIsNeitherSignedNorNot(t *testing.T) {
	w := then(t, answered(t), saving("r1", "/a"))
	if path, unsure := w.Unsure(); !unsure || path != "/a" || len(w.Savings()) != 1 {
		t.Errorf("%q, %v, %v", path, unsure, w.Savings())
	}
	if _, signed := w.Signed(); signed {
		t.Error("it counts as signed")
	}
	none := then(t, w, saving("r1", ""))
	if _, unsure := none.Unsure(); unsure || len(none.Savings()) > 0 {
		t.Error("none was saved, and it is not known")
	}
	there := then(t, w, sign("r1", "/a"))
	if s, signed := there.Signed(); !signed || s.Record != "r1" || len(there.Savings()) > 0 {
		t.Errorf("%+v, %v", s, signed)
	}
}

// It was signed when it was saved, though that is found out a day later.
func TestARecordThatIsFoundLaterWasSignedThen(t *testing.T) {
	w := answered(t)
	at := time.Date(2026, 11, 25, 10, 0, 0, 0, time.UTC)
	w, facts, err := w.Apply(at, saving("r1", "/a"))
	if err != nil || len(facts) != 1 {
		t.Fatal(facts, err)
	}
	w, _, err = w.Apply(at.Add(24*time.Hour), decline(), sign("r1", "/a"))
	s, signed := w.Signed()
	if err != nil || !signed || !s.Time.Equal(at) || !w.Declined() {
		t.Errorf("%+v, %v, %v", s, w.Declined(), err)
	}
}

func TestOnlyWhatCouldBeSignedIsBeingSaved(t *testing.T) {
	if _, _, err := New(smallGuide()).Apply(time.Now(), saving("r1", "/a")); err == nil {
		t.Error("with every promise open")
	}
	if _, _, err := answered(t).Apply(time.Now(), saving(" ", "/a")); err == nil {
		t.Error("without an id")
	}
	if _, facts, err := answered(t).Apply(time.Now(), saving("r1", "")); err != nil || len(facts) > 0 {
		t.Errorf("what was never begun is news: %v, %v", facts, err)
	}
}

func TestAMemberWhoSaysSomethingElseThanTheRecordHasChangedIt(t *testing.T) {
	w := then(t, answered(t), saving("r1", "/a"))
	before := w.Answer("come")
	other := Agree
	if before == Agree {
		other = NotNow
	}
	change := Event{Kind: SetAnswer, Subject: "come", Answer: other}
	if w.Changed() || then(t, w, sign("r1", "/a")).Changed() {
		t.Error("what nobody changed")
	}
	// It was saved as things were then.
	if found := then(t, w, change, sign("r1", "/a")); !found.Changed() || found.AnswerSigned("come") != before {
		t.Errorf("changed while it was saved: %v, %q", found.Changed(), found.AnswerSigned("come"))
	}
	w = then(t, w, sign("r1", "/a"), change)
	if !w.Changed() || w.AnswerSigned("come") != before {
		t.Errorf("changed since: %v, %q", w.Changed(), w.AnswerSigned("come"))
	}
	if again := then(t, w, sign("r2", "/b")); again.Changed() || again.AnswerSigned("come") != other {
		t.Error("signed again")
	}
}
