package screen

import (
	"slices"
	"strings"
	"testing"

	"firstsession/content/page"
	"firstsession/content/walk"
)

// Who ticked, read on until the tick was out of sight, and pressed Space to read on
// would take it away unseen.
func TestSpaceUndoesNoTickThatIsOutOfSight(t *testing.T) {
	for _, window := range []size{{30, 8}, narrow, {40, 12}, wide} {
		for _, at := range []string{"bens-brother", "noor-asks-about-privacy", "my-worries"} {
			s := of(t, visitAt(t, at), window).press("1")
			for range 3 {
				tried := s.copied()
				if tried.press("space"); s.m.here.isTorn() && !tried.v.Sheet().Items[0].On {
					t.Errorf("%v, %s: a tick out of sight is taken away\n%s", window, at, s.plain())
				}
				s.press("enter")
			}
		}
	}
}

func TestEachKeyThatDoesNothingIsSeenToBeHeard(t *testing.T) {
	for what, begin := range map[string]func(size) *stage{
		"promise":  func(w size) *stage { return of(t, visitAt(t, "keep-private"), w) },
		"signing":  func(w size) *stage { return signing(t, w) },
		"answered": func(w size) *stage { return of(t, visitAt(t, "keep-private"), w).press("2", "enter") },
	} {
		for _, window := range []size{narrow, {40, 12}, wide} {
			s := begin(window).press("end", "tab", "space", "space", "space")
			for _, key := range []string{"space", "space", "9", "9", "y", "x", "x"} {
				before := s.looks()
				if s.press(key); s.looks() == before {
					t.Errorf("%v, %s: %s changes nothing that is seen\n%s", window, what, key, s.plain())
				}
			}
		}
	}
}

func TestSpaceSaysThatAnotherAnswerWasNotTaken(t *testing.T) {
	for _, window := range []size{narrow, {40, 12}, wide} {
		s := of(t, visitAt(t, "keep-private"), window).press("1", "enter", "3", "space")
		if !strings.Contains(s.text(), "Nothing has changed by that.") || s.v.Walk.Answer("keep-private") != walk.Agree {
			t.Errorf("%v:\n%s", window, s.plain())
		}
	}
}

func TestTheNumberOfWhatIsChosenSaysWhatDoesIt(t *testing.T) {
	mine := visitAt(t, "own-pace")
	mine.Do(page.MyPage, "")
	for _, test := range []struct {
		key string
		*stage
	}{{"1", of(t, visitAt(t, "keep-private"), wide)}, {"2", signing(t, wide)}, {"2", of(t, mine, wide)}} {
		key, s := test.key, test.stage
		for range s.m.here.now.Items {
			if s.press(key).m.here.kind() == page.Act {
				break
			}
		}
		if s.press(key); !strings.Contains(s.text(), "It is chosen already. Enter does it.") {
			t.Errorf("%s:\n%s", key, s.plain())
		}
	}
}

func TestNoArrowIsOfferedThatLeadsNowhere(t *testing.T) {
	for _, window := range []size{narrow, {40, 12}, wide} {
		v := visitAt(t, "own-pace")
		v.Do(page.MyPage, "")
		s := of(t, v, window).press("end")
		s.keysWork()
	}
}

func TestWhatWasSaidOfANoteGoesWithTheFirstLetterOfTheNext(t *testing.T) {
	s := of(t, visitAt(t, "own-pace"), wide).press("n", "text:hello you", "enter")
	if said := s.v.Guide().Words.Notes.Kept; !strings.Contains(s.text(), said) {
		t.Fatalf("%q is not said\n%s", said, s.plain())
	} else if s.press("text:s"); strings.Contains(s.text(), said) {
		t.Errorf("it stands under a note that is not kept\n%s", s.plain())
	}
}

func TestTheFirstBackspaceTakesALetterAway(t *testing.T) {
	s := of(t, visitAt(t, walk.SignatureID, slices.Clone(answered)...), wide).press("end", "enter", "text:Dana", "enter", "backspace")
	if s.m.here.field.Value() != "Dan" {
		t.Errorf("the name is %q\n%s", s.m.here.field.Value(), s.plain())
	}
}

func TestCtrlCAsksOnceWhereAllWouldBeLost(t *testing.T) {
	begin := func(window size) *stage {
		v := visitAt(t, "own-pace")
		v.Private = true
		return of(t, v, window).press("n", "text:my sister", "enter", "text:half")
	}
	s := begin(wide).press("ctrl+c")
	if s.v.Over() || !strings.Contains(s.text(), "To leave, once more: Ctrl+C.") {
		t.Errorf("it does not ask\n%s", s.plain())
	}
	if s.press("ctrl+c"); !s.v.Over() {
		t.Error("nor does it leave, once more")
	}
	if s = begin(wide).press("ctrl+c", "x", "ctrl+c"); s.v.Over() {
		t.Error("it leaves though somebody typed on")
	}
	if s = begin(size{20, 5}).press("ctrl+c"); !s.v.Over() {
		t.Error("it asks where that cannot be read")
	}
}
