package tui

import (
	"fmt"
	"testing"

	"firstsession/content/walk"
)

// goOn takes the next step as someone would who has never used a terminal:
// Space, Enter, arrows and their own name, and nothing else. It returns false
// at the closing.
func (s *session) goOn() bool {
	s.t.Helper()
	if s.before != nil {
		s.before()
	}
	step := s.step()
	switch step.Kind {
	case "":
		s.press("enter")
	case walk.Question:
		s.answer(step)
	case walk.Statement:
		if s.walk().Answer(step.ID) == walk.Unanswered {
			s.press("down", "enter")
			return true
		}
		s.press("space")
	case walk.Signature:
		s.signAs("Maja")
	case walk.Closing:
		return false
	default:
		s.press("space")
	}
	return true
}

// answer tries the options from the top until one fits.
func (s *session) answer(step walk.Step) {
	s.t.Helper()
	var right []int
	for i, option := range s.walk().Question(step).Options {
		if option.Right {
			right = append(right, i)
		}
	}
	tries := s.walk().Tries(step.Key())
	if tries.Done {
		s.press("space")
		return
	}
	if len(right) > 1 {
		for _, i := range right {
			s.goDownTo(i)
			s.press("space")
		}
		// In a small window, Enter reads to the end first.
		until(newScreenReader(s), func() bool { return s.walk().Tries(step.Key()).Done }, func() { s.press("enter") })
		return
	}
	s.goDownTo(right[0])
	s.press("enter")
}

// goDownTo moves down to an option. In a small window, the page moves first.
func (s *session) goDownTo(option int) {
	s.t.Helper()
	r := newScreenReader(s)
	to := byID(r, fmt.Sprint("option ", option+1))
	until(r, func() bool { return r.pointed(to) }, func() { s.press("down") })
}

// signAs reads to the end of the signing page, types a name and signs with it.
func (s *session) signAs(name string) {
	s.t.Helper()
	for range 40 {
		if s.typing() {
			break
		}
		s.press("space")
	}
	s.press("text:"+name, "enter")
	r := newScreenReader(s)
	until(r, func() bool { return r.pointed(byID(r, "sign")) }, func() { s.press("down") })
	s.press("enter")
}

func TestSpaceEnterArrowsAndANameLeadFromTheFirstPageToARecord(t *testing.T) {
	t.Parallel()
	s := newSession(t, 80, 24)
	for i := 0; s.goOn(); i++ {
		if i > 600 {
			t.Fatalf("the walk does not end; it is at %+v\n%s", s.step(), s.window())
		}
	}
	records := s.records()
	if len(records) != 1 || records[0].Name != "Maja" {
		t.Fatalf("records: %+v\n%s", records, s.window())
	}
}

func TestStoppingAfterEveryFifthKeyLosesNothing(t *testing.T) {
	t.Parallel()
	s := newSession(t, 80, 24)
	keys := 0
	s.before = func() {
		if keys++; keys%5 == 0 && !s.typing() {
			s.press("q")
			s.again()
		}
	}
	for i := 0; s.goOn(); i++ {
		if i > 1200 {
			t.Fatalf("the walk does not end; it is at %+v\n%s", s.step(), s.window())
		}
	}
	if records := s.records(); len(records) != 1 || records[0].Name != "Maja" {
		t.Fatalf("records: %+v\n%s", records, s.window())
	}
}

func TestALightWindowOf40By12LeadsToARecordAsWell(t *testing.T) {
	t.Parallel()
	s := beginSession(computer{t: t, home: t.TempDir(), theme: "light"}, 40, 12)
	for i := 0; s.goOn(); i++ {
		if i > 2000 {
			t.Fatalf("the walk does not end; it is at %+v\n%s", s.step(), s.window())
		}
	}
	if records := s.records(); len(records) != 1 {
		t.Fatalf("records: %+v\n%s", records, s.window())
	}
}
