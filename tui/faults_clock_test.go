package tui

import (
	"testing"
	"time"

	"firstsession/content/walk"
	"firstsession/tui/tuitest"
)

func TestAClockThatGoesBackwardsLeadsToTheSameRecord(t *testing.T) {
	t.Parallel()
	s := beginSession(onFake(t), 80, 24)
	now := time.Date(2026, 11, 23, 10, 0, 0, 0, time.FixedZone("", 3600))
	backwards := func() time.Time {
		now = now.Add(-7 * time.Hour)
		return now
	}
	s.visit().Now = backwards
	for r, steps := newScreenReader(s), 1; s.step().Kind != walk.Closing; steps++ {
		stepOn(r)
		if steps%20 == 0 {
			r.leave()
			r.start()
			s.visit().Now = backwards
		}
		if steps > 400 {
			t.Fatalf("the walk does not end; it is at %+v\n%s", s.step(), s.window())
		}
	}
	if records := s.records(); len(records) != 1 || records[0].Name != "Maja" || len(records[0].Statements) == 0 {
		t.Fatalf("records: %+v", records)
	}
	again, _ := walk.Replay(tuitest.Shipped(t), s.facts())
	if at := again.At(); at != s.step() {
		t.Errorf("replayed it is at %+v, and the screen at %+v", at, s.step())
	}
}

func TestTwoProgramsAtOnceKeepOneWalkAndSaveTwoRecords(t *testing.T) {
	t.Parallel()
	first := newScreenReader(beginSession(onFake(t), 80, 24))
	begin(first)
	second := newScreenReader(beginSession(first.s.computer, 80, 24)) // on the same computer
	does(second, sees("another window"), readOn)                      // and nothing is kept
	for range 400 {
		for _, r := range []*screenReader{first, second} {
			if r.s.step().Kind != walk.Closing {
				stepOn(r)
			}
		}
	}
	if records := first.s.records(); len(records) != 2 {
		t.Fatalf("the records are %+v", records)
	}
	again, _ := walk.Replay(tuitest.Shipped(t), first.s.facts())
	if at := again.At(); at.Kind != walk.Closing {
		t.Errorf("replayed it is at %+v", at)
	}
	sameFacts(t, first.s.facts(), first.visit().Facts)
}
