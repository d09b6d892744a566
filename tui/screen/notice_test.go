package screen

import (
	"slices"
	"strings"
	"testing"

	"firstsession/content/plain"
	"firstsession/content/walk"
)

func TestANoticeHidesNoActThatWasInSight(t *testing.T) {
	saved := append(toSign(), walk.Event{Kind: walk.NameTyped, Text: "Dana"}, signed)
	for _, keys := range []string{"end", "text:/media/usb enter", "end text:a enter"} {
		for _, said := range []string{"Kept.", strings.Repeat("The disk is full. ", 7)} {
			s := of(t, visitAt(t, walk.CopyID, slices.Clone(saved)...), wide)
			s.press("end").press(strings.Fields(keys)...)
			const act = "Save my copy into this folder"
			if !strings.Contains(s.body(), act) {
				t.Fatalf("%s: the act is not in sight:\n%s", keys, s.plain())
			}
			s.v.Say(said)
			if s.resize(wide); !strings.Contains(s.body(), act) {
				t.Errorf("%s: a notice hides the act:\n%s", keys, s.plain())
			}
			lines := strings.Split(s.plain(), "\n")
			if strings.TrimSpace(lines[len(lines)-2]) != "" {
				t.Errorf("there is no air above the footer:\n%s", s.plain())
			}
		}
	}
}

// Where there is no colour, and little air, a message would read as the page's own text.
func TestAMessageIsToldFromThePagesTextByASign(t *testing.T) {
	for _, window := range []size{narrow, {40, 12}, wide} {
		for what, keys := range map[string]string{"of the page": "end text:bad enter", "of a key": "z", "of the visit": ""} {
			s := on(t, window, plain.Either(what == "of a key", only, form)())
			s.press(strings.Fields(keys)...)
			if what == "of the visit" {
				s.v.Say("Kept.")
				s.resize(window)
			}
			if !strings.Contains(s.plain(), " ■ ") {
				t.Errorf("%v, %s:\n%s", window, what, s.plain())
			}
		}
	}
}

func TestThatTheNameWaitsIsSaidBelowTheWaysToGoOn(t *testing.T) {
	for _, window := range []size{{40, 12}, wide, {120, 36}} {
		s := of(t, visitAt(t, walk.SignatureID, answered[:6]...), window).press("end", "text:Dana")
		_, below, ok := strings.Cut(s.text(), "1 Sign with a name 2 Not now, do not sign")
		if !ok || !strings.Contains(below, "□ Your name is asked for once each promise has an answer.") { // at the fourth letter
			t.Errorf("%v:\n%s", window, s.plain())
		}
	}
}
