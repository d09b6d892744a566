package screen

import (
	"slices"
	"strings"
	"testing"

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
