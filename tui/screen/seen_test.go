package screen

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"firstsession/content/walk"
	"firstsession/tui/theme"
)

// TestReadingOnPassesNoLineThatANoticeCovered reads each page of the walk with Space
// alone, in small windows and with a message of a few lines standing from the start.
func TestReadingOnPassesNoLineThatANoticeCovered(t *testing.T) {
	said := strings.Repeat("Your place is kept here. ", 4)
	for _, window := range []size{{40, 12}, narrow, wide} {
		v := visiting(t, walk.Event{Kind: walk.Reach, Subject: "welcome"})
		for step, ok := v.Walk.At(), true; ok; step, ok = v.Walk.Next(step) {
			for _, key := range []string{"space", "pgdown"} {
				s := of(t, visitAt(t, step.Key()), window)
				s.v.Say(said)
				s.resize(window).readsAll(key)
			}
		}
	}
}

// readsAll presses a key until the page is left, an item has the focus, or nothing
// moves any more; and fails the test for a line that was passed over unseen.
func (s *stage) readsAll(key string) {
	s.t.Helper()
	seen, id, until := map[string]bool{}, s.v.ID(), 0
	for range 60 {
		for _, line := range s.m.here.text.Lines() {
			seen[strings.TrimSpace(ansi.Strip(line))] = true
		}
		lines, before := s.m.here.paper.Lines, s.looks()
		end := s.m.here.text.Top()
		if s.press(key); s.v.ID() != id {
			end = len(lines)
		} else if now := s.m.here; len(now.paper.Lines) == len(lines) {
			end = now.text.Top()
		}
		for ; until < end; until++ {
			if line := strings.TrimSpace(ansi.Strip(lines[until])); !seen[line] {
				s.t.Errorf("%v, %s, %s: %q was not seen before\n%s", s.m.layout.Window, s.v.Step().Key(), key, line, s.plain())
				return
			}
		}
		if s.v.ID() != id || s.looks() == before || s.m.here.Focus != nowhere && !s.m.here.Focus.Before {
			return
		}
	}
}

// TestWhatIsSaidOfANameIsInSightWithBothWaysToGoOn holds with a note that goes in, and
// however often Space says how to choose.
func TestWhatIsSaidOfANameIsInSightWithBothWaysToGoOn(t *testing.T) {
	for _, window := range []size{{40, 12}, narrow, wide} {
		along := append([]walk.Event{bus}, append(slices.Clone(answered), walk.Event{Kind: walk.Include, Subject: "n1", Yes: true})...)
		s := of(t, visitAt(t, walk.SignatureID, along...), window).press("end", "enter", "text:Jorge", "enter")
		if !strings.Contains(s.text(), "■ Nothing is signed yet. The name you typed is: Jorge") {
			t.Errorf("%v: what is said of the name is not in sight:\n%s", window, s.plain())
		}
		for range 4 {
			if !strings.Contains(s.body(), "1 Sign as Jorge") || !strings.Contains(s.body(), "2 Not now, do not sign") {
				t.Errorf("%v: the ways to go on are not in sight:\n%s", window, s.plain())
			}
			s.press("space")
		}
	}
}

func TestAWordAboutAnAnswerIsShownFromItsBeginning(t *testing.T) {
	for _, window := range []size{{40, 12}, narrow, wide} {
		for _, step := range answered {
			s := of(t, visitAt(t, step.Subject), window)
			for _, number := range strings.Fields("3 2 1 3") {
				if s.press(number, "enter"); window != narrow { // where the page may end too soon
					s.press(number, "space")
				}
				if notice, top := s.m.here.paper.Notice, s.m.here.text.Top(); notice.From < top && top < notice.To {
					t.Errorf("%v, %s: the word about it is torn:\n%s", window, step.Subject, s.plain())
				}
			}
		}
	}
}

// Who answers the last open promise from the signing page comes back to a page without
// the list of those: what stood below it was not read yet.
func TestComingBackFromAnOpenPromisePassesNoLineOver(t *testing.T) {
	for _, window := range []size{{40, 12}, narrow} {
		for open := range answered {
			kept := slices.Delete(slices.Clone(answered), open, open+1)
			s := of(t, visitAt(t, walk.SignatureID, append(kept, bus)...), window)
			before := s.m.here
			for range 80 {
				if s.v.Step().Kind != walk.Signature {
					break
				}
				before = s.m.here
				s.press("space")
			}
			if s.v.Step().Kind != walk.Statement {
				t.Fatalf("%v: Space leads to %v", window, s.v.Step())
			}
			s.press("1", "enter", "space")
			if s.v.Step().Kind != walk.Signature {
				t.Fatalf("%v: the way back leads to %v\n%s", window, s.v.Step(), s.plain())
			}
			now, passed := s.m.here, before.paper.Lines[:before.text.Top()+before.size.Height]
			for _, line := range now.paper.Lines[:now.text.Top()] {
				if !slices.Contains(passed, line) {
					t.Errorf("%v, promise %d: %q was not seen before\n%s", window, open+1, ansi.Strip(line), s.plain())
				}
			}
		}
	}
}

// With promises open, their list stands above what is said at the end.
func TestReadingOnEndsWhereItIsSaidThatNothingComesBehind(t *testing.T) {
	for _, window := range []size{{40, 12}, narrow, wide, {120, 36}} {
		s := of(t, visitAt(t, walk.SignatureID, answered[:4]...), window).press("d", "enter")
		for range 30 {
			if strings.Contains(s.text(), "There are no more pages.") {
				break
			}
			s.press("space")
		}
		before := s.plain()
		if s.press("space"); s.plain() != before || !strings.Contains(s.text(), "To stop: q.") {
			t.Errorf("%v: after\n%s\nSpace leads to\n%s", window, before, s.plain())
		}
	}
}

func TestAPromiseSaysToReadOnUntilAllItsAnswersAreInSight(t *testing.T) {
	for _, window := range []size{{40, 12}, narrow, {60, 16}, wide} {
		for _, step := range answered {
			s, says := of(t, visitAt(t, step.Subject), window), "Space read on"
			for range 4 {
				text := s.text()
				sees := strings.Contains(text, "3 I do not agree to this now")
				if sees == strings.Contains(text, says) {
					t.Errorf("%v, %s: all answers are in sight: %v, but the footer says\n%s", window, step.Subject, sees, s.plain())
				}
				if sees {
					if !strings.Contains(text, "a number, then press Enter.") {
						t.Errorf("%v, %s: how to choose is cut:\n%s", window, step.Subject, s.plain())
					}
					break
				}
				s.press("space")
			}
		}
	}
}

func TestWhatIsTickedAtTheEndMovesNothingUnderTheReaderAndItIsSaidThatThereIsMore(t *testing.T) {
	for _, window := range []size{{40, 12}, wide, {120, 36}, {160, 50}} {
		s := of(t, visitAt(t, walk.SignatureID, append([]walk.Event{bus, worries}, answered...)...), window).press("end", "esc")
		s.at("offer n1")
		before := s.m.View().Cursor.Y
		if s.press("space"); s.m.View().Cursor.Y != before || s.focus() != "offer n1" {
			t.Errorf("%v: a tick moved what one stands on\n%s", window, s.plain())
		}
		if window != (size{40, 12}) && s.m.here.text.Below() && !strings.Contains(s.plain(), "↓ 90 %") {
			t.Errorf("%v: nothing says that there is more\n%s", window, s.plain())
		}
		if strings.Contains(s.text(), "2 Not now, do not sign") == s.m.here.text.Below() {
			t.Errorf("%v:\n%s", window, s.plain())
		}
	}
}

func TestAKeyThatComesBeforeAnyPageIsTaken(t *testing.T) {
	for _, key := range []string{"w", "space", "pgdown", "enter", "?", "f1", "wheel:down", "paste:a", "click:3,3"} {
		s := &stage{t, visitAt(t, "main-message"), nil}
		s.m = New(s.v, theme.HighContrast(), true)
		s.m.env.prose = rendered
		s.press(key).resize(wide).fits()
	}
}
