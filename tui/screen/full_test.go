package screen

import (
	"strings"
	"testing"
)

func TestWhatALineHasNoRoomForIsRefusedWithAWord(t *testing.T) {
	for _, window := range []size{{40, 12}, wide} {
		for name, more := range map[string]string{"a paste": "paste:please read this", "a key": "x", "letters in one": "text:please"} {
			s := of(t, visitAt(t, "main-message"), window).press("n").press("paste:" + strings.Repeat("word ", 399) + "last.")
			if s.press(more); !strings.Contains(s.text(), "Only 2000 letters fit here") {
				t.Errorf("%v, %s: it is not said\n%s", window, name, s.plain())
			}
			s.press("enter")
			if notes := s.v.Walk.Notes(); len(notes) != 1 || !strings.HasSuffix(notes[0].Text, "last.") {
				t.Errorf("%v, %s: kept is %+v", window, name, notes)
			}
		}
		s := of(t, visitAt(t, "main-message"), window).press("n").press("text:before ", "paste:"+strings.Repeat("word ", 500)+"LAST")
		if !strings.Contains(s.text(), "not 2511") || strings.Contains(s.text(), "word word") {
			t.Errorf("%v: a paste of more is\n%s", window, s.plain())
		}
		if s.press("y"); strings.Contains(s.text(), "letters fit") || s.m.here.field.Value() != "before y" {
			t.Errorf("%v: and then there is\n%s", window, s.plain())
		}
		if s = signing(t, window).at("name", "text:"+strings.Repeat("a", 200), "b"); !strings.Contains(s.text(), "Only 200 letters fit here") {
			t.Errorf("%v: a long name is\n%s", window, s.plain())
		}
	}
}
