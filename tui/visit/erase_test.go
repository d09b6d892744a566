package visit

import (
	"errors"
	"strings"
	"testing"
	"time"

	"firstsession/content"
	"firstsession/content/walk"
	"firstsession/tui/intake"
)

// stubborn is a desk on which nothing can be cleared for as long as it refuses.
type stubborn struct {
	Desk
	refuses error
}

func (s *stubborn) Clear() (bool, error) { return s.refuses == nil, s.refuses }
func (s *stubborn) Close() error         { return nil }

// withNote is a visit in which a note was taken and taken away, while it could
// not be erased.
func withNote(t *testing.T, refuses error) (*Visit, *stubborn) {
	t.Helper()
	g, err := content.Load(content.Embedded(), "en")
	if err != nil {
		t.Fatal(err)
	}
	desk := &stubborn{refuses: refuses}
	v := New(walk.New(g), desk, "/records", time.Now)
	v.Fresh, v.Keeper = false, nobody{refuses}
	at := v.Walk.At().Key()
	if possible, err := v.Apply(walk.Event{Kind: walk.TakeNote, Subject: at, Text: "secret"}); !possible || err != nil {
		t.Fatal(possible, err)
	}
	v.Apply(walk.Event{Kind: walk.ChangeNote, Subject: v.Walk.Notes()[0].ID})
	return v, desk
}

func TestANoteIsNotGoneWhereAnIntakeCouldNotBeCleared(t *testing.T) {
	v, desk := withNote(t, errors.New("refused"))
	v.Unerased = nil
	if _, err := v.Do(intake.Deed{Clear: true}, walk.Step{}); err == nil {
		t.Fatal("it is called cleared")
	}
	if v.Forget(); v.Unerased == nil || v.Erased() != "" {
		t.Errorf("the note is called gone: %q", v.Erased())
	}
	desk.refuses = nil
	if done, err := v.Do(intake.Deed{Clear: true}, walk.Step{}); err != nil || !done.Start || v.Unerased != nil {
		t.Errorf("%+v, %v, %v", done, err, v.Unerased)
	}
}

func TestAnIntakeIsNotPutAwayInSilenceWithWordsThatAreNotGone(t *testing.T) {
	v, _ := withNote(t, errors.New("refused"))
	done, err := v.Do(intake.Deed{Leave: true}, walk.Step{})
	if err != nil || !done.Start || !strings.Contains(done.Said, "not gone from this computer yet: refused") {
		t.Errorf("%+v, %v", done, err)
	}
}
