package screen

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"firstsession/content/page"
	"firstsession/content/plain"
	"firstsession/content/visit"
	"firstsession/content/walk"
)

func TestNoKeyIsSilentlyDead(t *testing.T) {
	names := []string{"right", "p", "x", "9", "z", "l", "s", "d", "r", "c", "esc", "pgup", "home", "up", "end end", "pgdown", "space", "enter", "?", "!", "f1"}
	eachPlace(t, func(t *testing.T, begin func(size) *stage) {
		for _, window := range []size{wide, {40, 12}} {
			for _, name := range names {
				s := begin(window)
				if s.m.here.isTyping() && strings.Contains("right up home end end", name) {
					continue // there is nothing to move over
				}
				before := s.looks()
				if s.press(strings.Fields(name)...); s.looks() == before && s.v.Sheet().Notice.Text == "" && !(s.m.onHelp() && strings.Contains("f1 !", name)) {
					t.Errorf("%s does nothing and says nothing:\n%s", name, s.plain())
				}
				s.fits()
			}
		}
	})
}

// Over a slow link Esc and a letter come as one key, held with Alt: it does
// nothing, and says so where one types, too.
func TestAKeyThatChangesNothingInALineSaysSo(t *testing.T) {
	for _, words := range []string{"", "ab"} {
		v := visitAt(t, "own-pace")
		v.Do(page.Note, "")
		s := of(t, v, wide).press("text:" + words)
		s.m.Update(tea.KeyPressMsg{Code: 'x', Mod: tea.ModAlt})
		if !strings.Contains(s.plain(), "Here you type. Esc leaves the field.") {
			t.Errorf("after %q:\n%s", words, s.plain())
		}
	}
}

// Who reads on at the end of a question is told each time what it waits for.
func TestWhatIsSaidOnceMoreIsSeenOnceMore(t *testing.T) {
	s := of(t, visitAt(t, "bens-brother"), size{40, 12})
	for range 12 {
		before := s.looks()
		if s.press("space"); s.looks() == before {
			t.Fatalf("space does nothing:\n%s", s.plain())
		}
	}
}

func TestAWordAboutADeadKeyMovesNothingAndGoes(t *testing.T) {
	for _, window := range []size{wide, {40, 12}, {30, 8}} {
		s := of(t, visitAt(t, "own-pace"), window)
		before := s.plain()
		rows := strings.Split(before, "\n")
		after := strings.Split(s.press("z").plain(), "\n")
		for i, row := range rows {
			if i > 0 && i < len(rows)-3 && after[i] != row || i == len(rows)-1 && after[i] != row {
				t.Errorf("row %d moved: %q, %q", i, row, after[i])
			}
		}
		if !strings.Contains(s.text(), "This key does nothing") {
			t.Errorf("nothing is said:\n%s", s.plain())
		}
		if s.press("?", "?"); s.plain() != before {
			t.Errorf("it stays:\n%s", s.plain())
		}
	}
}

func TestAWordAboutADeadKeyHidesNoLastLine(t *testing.T) {
	v := visiting(t)
	v.Start(visit.Found{})
	s := of(t, v, size{40, 12}).press("end", "end", "down")
	for _, says := range []string{"There is nothing further", "I need help now"} {
		if !strings.Contains(s.text(), says) {
			t.Errorf("%q is not in\n%s", says, s.plain())
		}
	}
}

func TestTheKeyForTheListOfKeysClosesIt(t *testing.T) {
	s := of(t, visitAt(t, "own-pace"), wide)
	before := s.plain()
	if s.press("?", "?"); s.plain() != before {
		t.Errorf("%s", s.plain())
	}
}

func TestWhoBeganIsToldHowToLeaveNoTrace(t *testing.T) {
	s := of(t, visitAt(t, "own-pace"), wide)
	if s.press("p"); !strings.Contains(s.text(), "firstsession forget") {
		t.Errorf("%s", s.plain())
	}
}

// Whoever missed finds what Space does in the footer, and the ways past.
func TestAfterAMissTheFooterNamesTheWaysOn(t *testing.T) {
	for _, window := range []size{wide, {40, 12}} {
		s := of(t, visitAt(t, "where-dana-works"), window)
		s.press("1", "enter")
		for range 4 {
			lines := strings.Split(s.plain(), "\n")
			footer := lines[len(lines)-1]
			below := s.m.here.text.Below()
			// Where there is little room, reading on comes first.
			if strings.Contains(footer, "Enter") || !strings.Contains(footer, " l ") && (window == wide || !below) {
				t.Errorf("%v: %q", window, footer)
			}
			if strings.Contains(footer, "Space") != below {
				t.Errorf("%v: more is below: %v, and the footer says %q", window, below, footer)
			}
			s.press("space")
		}
		if says := s.v.Sheet().Notice.Text; !strings.Contains(says, "later: l") {
			t.Errorf("%v: %q", window, says)
		}
	}
}

// Nor two of them, where it is too long for one.
func TestALongWordAboutADeadKeyHidesNoLastLine(t *testing.T) {
	for _, window := range []size{{30, 12}, {40, 12}, {80, 24}} { // in the narrowest it has two
		s := signing(t, window).press("end", "esc", "text:Maria")
		for _, says := range []string{"To type your name, press", "Not now, do not sign"} {
			if !strings.Contains(s.text(), says) {
				t.Errorf("%v: %q is not in\n%s", window, says, s.plain())
			}
		}
	}
}

// The numbers there stand before what to do, and open nothing.
func TestANumberOnHelpNowSaysThatNoKeyCalls(t *testing.T) {
	s := of(t, visitAt(t, "own-pace"), wide).press("f1", "1")
	if !strings.Contains(s.text(), "No key here calls anyone.") {
		t.Errorf("%s", s.plain())
	}
}

func TestAKeyThatLeadsToWhatIsChosenSaysWhatDoesIt(t *testing.T) {
	for _, window := range []size{wide, {40, 12}} {
		if s := signing(t, window).press("d", "d"); !strings.Contains(s.text(), "It is chosen already. Enter does it.") {
			t.Errorf("%v:\n%s", window, s.plain())
		}
	}
}

// Whoever erased all at 40 cells reads where the page and the record are.
func TestAMessageHasRoomForTwoPaths(t *testing.T) {
	const record, mine = "/home/dana/First Session/acknowledgement-2026-11-26-81024e999000f8089.txt", "my-page-2026-11-26.html"
	s := of(t, visitAt(t, "own-pace"), size{40, 12})
	words := s.v.Guide().Words
	s.v.Say(words.Trace.Done + " " + plain.Fill(words.MyPage.StayNamed, "pages", mine) + " " + plain.Fill(words.Home.NoTraceSigned, "path", record))
	s.resize(size{41, 12}).resize(size{40, 12})
	whole := strings.Join(strings.Fields(s.plain()), "")
	for _, path := range []string{record, mine} {
		if !strings.Contains(whole, strings.ReplaceAll(path, " ", "")) {
			t.Errorf("%s is cut:\n%s", path, s.plain())
		}
	}
}

// A question that was answered takes no other number: none is named, and one that is typed
// leads only to what there is to read. Line mode says the same.
func TestANumberAtAnAnsweredQuestionSaysThatItIsAnswered(t *testing.T) {
	for _, window := range []size{wide, {40, 12}, {120, 36}} {
		for _, way := range []string{"", "c enter", "space space left"} {
			for _, is := range []struct{ first, number, focus string }{
				{"2 enter", "1", "-"}, {"2 enter", "9", "-"}, {"2 enter", "2", "option 2"},
				{"1 enter 2 enter", "3", "-"}, {"1 enter 2 enter", "1", "option 1"}, // which fits less, and says why
			} {
				v := visitAt(t, "where-dana-works")
				step := v.Step()
				s := of(t, v, window).press(strings.Fields(is.first)...).press(strings.Fields(way)...)
				for way == "space space left" && v.Step() != step {
					s.press("left")
				}
				if footer := s.plain(); v.Step() != step || strings.Contains(footer[strings.LastIndex(footer, "\n"):], "1-3") {
					t.Fatalf("%v, %q:\n%s", window, way, footer)
				}
				if is.focus == "-" {
					is.focus = s.focus()
				}
				if s.press(is.number); s.focus() != is.focus || !strings.Contains(s.text(), "This question is answered.") {
					t.Errorf("%v, %q: %s leads to %q\n%s", window, way, is.number, s.focus(), s.plain())
				}
			}
		}
	}
}

func TestASecondLetterWhereANameIsNotAskedForYetIsSeen(t *testing.T) {
	for _, window := range []size{wide, {40, 12}} {
		s := of(t, visitAt(t, walk.SignatureID, answered[:6]...), window).press("end", "text:D")
		for _, letter := range []string{"a", "n", "a"} {
			before := s.looks()
			if s.press(letter); s.looks() == before || !strings.Contains(s.text(), "Your name is asked for once") {
				t.Errorf("%v: %s is not seen to be taken:\n%s", window, letter, s.plain())
			}
		}
	}
}
