package tui

import (
	"testing"
	"time"

	"firstsession/content/walk"
)

func TestAClockThatGoesBackwardsLeadsToTheSameRecord(t *testing.T) {
	s := newSession(t, 80, 24)
	now := time.Date(2026, 11, 23, 10, 0, 0, 0, time.FixedZone("", 3600))
	backwards := func() time.Time {
		now = now.Add(-7 * time.Hour)
		return now
	}
	s.app.visit.Now = backwards
	for i := 0; s.goOn(); i++ {
		if i%40 == 39 && !s.app.shown.typing {
			s.press("q")
			s.again()
			s.app.visit.Now = backwards
		}
		if i > 600 {
			t.Fatalf("the walk does not end; it is at %+v\n%s", s.step(), s.screen())
		}
	}
	if records := s.records(); len(records) != 1 || records[0].Name != "Maja" || len(records[0].Statements) == 0 {
		t.Fatalf("records: %+v", records)
	}
	again, _ := walk.Replay(s.app.env.Guide, s.facts())
	if at := again.At(); at != s.step() {
		t.Errorf("replayed it is at %+v, and the screen at %+v", at, s.step())
	}
}

func TestTwoProgramsAtOnceKeepOneWalkAndSaveTwoRecords(t *testing.T) {
	first := newSession(t, 80, 24)
	first.press("enter")
	second := beginSession(first.computer, 80, 24) // on the same computer
	second.sees("another window")
	second.press("enter") // and nothing is kept
	for i := 0; i < 600; i++ {
		more := first.goOn()
		if more = second.goOn() || more; !more {
			break
		}
	}
	if records := first.records(); len(records) != 2 {
		t.Fatalf("the records are %+v", records)
	}
	again, _ := walk.Replay(first.app.env.Guide, first.facts())
	if at := again.At(); at.Kind != walk.Closing {
		t.Errorf("replayed it is at %+v", at)
	}
	sameFacts(t, first.facts(), first.app.visit.Facts)
}
