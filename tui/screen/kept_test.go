package screen

import (
	"slices"
	"strings"
	"testing"

	"firstsession/content/page"
	"firstsession/content/walk"
	"firstsession/tui/frame"
)

func TestWhatIsTypedIsNotLost(t *testing.T) {
	for name, happens := range map[string]func(*stage){
		"another window":   func(s *stage) { s.resize(narrow).resize(size{28, 3}).resize(size{30, 8}).resize(wide) },
		"another world":    func(s *stage) { s.noted() },
		"help, and back":   func(s *stage) { s.press("f1", "left") },
		"a wheel":          func(s *stage) { s.press("wheel:down", "wheel:down", "wheel:up") },
		"a page down":      func(s *stage) { s.press("pgdown") },
		"a click on it":    func(s *stage) { s.click("K-") },
		"a paste into it":  func(s *stage) { s.press("paste:") },
		"letters removed":  func(s *stage) { s.press("text:xy", "backspace", "backspace") },
		"one step to left": func(s *stage) { s.press("left", "right") },
	} {
		for _, window := range []size{wide, whole} {
			s := on(t, window, form()).press("text:K-")
			happens(s)
			s.press("text:7", "enter")
			if got := s.took(); got != "reference K-7" {
				t.Errorf("%s at %v: took %q\n%s", name, window, got, s.plain())
			}
		}
	}
}

func TestWhatIsTypedOutlivesItsLine(t *testing.T) {
	p := form()
	p.sheds = true
	s := on(t, wide, p).press("text:K-7")
	if s.noted(); s.m.here.isTyping() || s.focus() != "" {
		t.Errorf("the line is gone, and the focus is on %q", s.focus())
	}
	if s.press("tab"); s.took() != "reference K-7" {
		t.Errorf("took %q", s.took())
	}
}

// What is half typed is the visit's to keep when the reader leaves.
func TestTheVisitKnowsWhatIsHalfTyped(t *testing.T) {
	s := on(t, wide, form()).press("text:half a word")
	if got := s.v.Typed(); got != (page.Answer{ID: "reference", Text: "half a word"}) {
		t.Errorf("half typed is %+v", got)
	}
	for _, c := range []struct{ keys, want string }{
		{"text:half,f1,ctrl+c", "half"}, {"text:half,q,ctrl+c", "halfq"}, {"text:half,esc,esc,ctrl+c", "half"}, {"text: ,esc,esc,ctrl+c", ""}, {"ctrl+c", ""},
	} {
		s := of(t, visitAt(t, "main-message"), wide).press("n").press(strings.Split(c.keys, ",")...)
		got := ""
		if notes := s.v.Walk.Notes(); len(notes) > 0 {
			got = notes[0].Text
		}
		if got != c.want || !s.v.Over() {
			t.Errorf("%s: kept is %q, and it is over: %v", c.keys, got, s.v.Over())
		}
	}
}

func TestAFormThatIsMadeBeforeItsWindowBeginsInItsFirstLine(t *testing.T) {
	s := on(t, size{}, form()).resize(wide)
	if s.press("text:K-7", "enter"); s.took() != "reference K-7" {
		t.Errorf("took %q\n%s", s.took(), s.plain())
	}
	v := visitAt(t, walk.ClientID, ofIntake)
	if v.ShowOnly(page.NewStart(nil, "")); of(t, v, wide).focus() != "reference" {
		t.Error("the form of an intake does not begin in its first line")
	}
	if s.resize(narrow).resize(wide); s.focus() != "aim" {
		t.Errorf("a window moved the focus to %q", s.focus())
	}
	// In a window in which it is not seen, no key is a letter of it.
	s = on(t, size{20, 5}, form()).press("text:abc", "enter").resize(wide)
	if s.press("text:K-7", "enter"); s.took() != "reference K-7" {
		t.Errorf("took %q\n%s", s.took(), s.plain())
	}
}

func TestANoticeIsInSight(t *testing.T) {
	for _, window := range sizes {
		for word, keys := range map[string]string{
			"This cannot be used. It is kept here": "reference,text:bad,enter",
			"Please choose which parts":            "begin,enter",
		} {
			id, keys, _ := strings.Cut(keys, ",")
			s := on(t, window, form()).at(id)
			if s.press(strings.Split(keys, ",")...).fits(); !strings.Contains(s.text(), word) {
				t.Errorf("%v: after %v there is\n%s", window, keys, s.plain())
			}
		}
	}
	said := talk()
	said.word, said.quiet = "The last intake is cleared.", true
	if s := on(t, narrow, said); !strings.Contains(s.plain(), said.word) {
		t.Errorf("at first there is\n%s", s.plain())
	}
}

func TestAnActChosenOnAPageThatLookedOtherwiseIsChosenAgain(t *testing.T) {
	for name, happens := range map[string]func(*stage){
		"another window":  func(s *stage) { s.resize(narrow) },
		"a larger window": func(s *stage) { s.resize(size{150, 200}) },
		"another world":   func(s *stage) { s.noted() },
	} {
		s := on(t, whole, form()).press("shift+tab", "shift+tab")
		if happens(s); s.focus() != "before begin" {
			t.Errorf("%s: the focus is on %q", name, s.focus())
		}
		if s.press("enter"); s.took() != "" {
			t.Errorf("%s: took %q", name, s.took())
		}
	}
}

// signing is the signing page once every promise has an answer. Typing has the
// cursor in the name.
func signing(t testing.TB, window size, events ...walk.Event) *stage {
	return of(t, visitAt(t, walk.SignatureID, append(events, answered...)...), window)
}

// at moves the focus, and presses keys there.
func (s *stage) at(id string, keys ...string) *stage {
	s.t.Helper()
	s.m.here.untouched = false
	s.m.here = s.m.here.goTo(stop{ID: id})
	if s.m.render(); s.focus() != id {
		s.t.Fatalf("there is no %q in\n%s", id, s.plain())
	}
	return s.press(keys...)
}

func (s *stage) signed() int { return s.v.Keeper.(*memory).signed }

func (s *stage) decided() bool { return s.signed() > 0 || s.v.Walk.Declined() }

func TestAWayThatWasChosenOnAnotherPageIsChosenAgain(t *testing.T) {
	for name, happens := range map[string]func(*stage){
		"a note added":        func(s *stage) { s.v.Do(page.Note, "Ask about coming late"); s.v.Hush() },
		"a reflection ticked": func(s *stage) { s.v.Answer(page.Answer{ID: "offer my-worries"}) },
		"a note included":     func(s *stage) { s.v.Answer(page.Answer{ID: "offer n1"}) },
		"a smaller window":    func(s *stage) { s.resize(size{38, 8}) },
		"a larger window":     func(s *stage) { s.resize(size{150, 250}) },
	} {
		for _, window := range []size{narrow, wide, whole} {
			for _, way := range []string{"sign", string(page.Decline)} {
				s := signing(t, window, bus, worries).at("name", "text:Dana", "enter").at(way)
				happens(s)
				if s.resize(size(s.m.layout.Window)).press("enter"); s.decided() {
					t.Errorf("%v: %s, and Enter on %s decides", window, name, way)
				}
				if s.at(way, "enter"); !s.decided() {
					t.Errorf("%v: %s, and %s chosen again decides nothing\n%s", window, name, way, s.plain())
				}
			}
		}
	}
}

func TestTheFocusStaysWithWhatItIsOn(t *testing.T) {
	s := signing(t, whole, bus, worries).at("offer my-worries")
	s.v.Do(page.Note, "Ask about coming late")
	if s.press("space"); !s.v.Walk.Included("my-worries") {
		t.Errorf("the focus has left the reflection:\n%s", s.plain())
	}
	s = signing(t, whole, bus, worries).at("name", "text:Da")
	s.v.Do(page.Note, "Ask about coming late")
	if s.press("text:na"); !strings.Contains(s.plain(), "› Dana") {
		t.Errorf("the name is typed no more:\n%s", s.plain())
	}
	p := form()
	p.sheds = true
	if s := on(t, whole, p).press("esc", "tab").noted(); s.focus() != "" || s.m.View().Cursor != nil {
		t.Errorf("what had the focus is gone, and something else has it:\n%s", s.plain())
	}
}

func TestWhatIsFocusedStaysInSight(t *testing.T) {
	for _, window := range sizes {
		s := signing(t, whole, bus).at("name", "paste:"+strings.Repeat("Dana ", 30))
		if s.resize(window); s.m.View().Cursor == nil {
			t.Errorf("%v: the cursor of the name is out of sight:\n%s", window, s.plain())
		}
		s = signing(t, whole, bus).at("offer n1").resize(window)
		if !strings.Contains(s.plain(), "[ ] Ask") {
			t.Errorf("%v: the note is out of sight:\n%s", window, s.plain())
		}
		s = signing(t, window, bus).at("name", "text:Dana")
		if s.v.Do(page.Note, "More"); !strings.Contains(s.resize(window).plain(), "› Dana") {
			t.Errorf("%v: the name is out of sight after a note:\n%s", window, s.plain())
		}
		if window.Width == frame.Least.Width {
			continue // there they have no room
		}
		words := s.v.Walk.Guide().Words.Pledge
		s = signing(t, whole, bus).at("sign").resize(window)
		if !strings.Contains(s.text(), words.Sign) || !strings.Contains(s.text(), words.NotSign) {
			t.Errorf("%v: the ways are out of sight:\n%s", window, s.plain())
		}
	}
	for _, window := range sizes {
		s := of(t, visitAt(t, "keep-private"), window)
		for i, words := range []string{"› 1 I agree", "› 2 I want", "› 3 I do not"} {
			if s.press(string(rune('1' + i))); !strings.Contains(strings.Join(strings.Fields(s.plain()), " "), words) {
				t.Errorf("%v: not in sight: %s\n%s", window, words, s.plain())
			}
		}
	}
}

// Its sign had no room before, and pushed the words of all three aside.
func TestAnAnswerToAPromiseMovesNoWordsAside(t *testing.T) {
	s := of(t, visitAt(t, "keep-private"), size{80, 24})
	column := func() int {
		for _, line := range strings.Split(s.plain(), "\n") {
			if before, _, there := strings.Cut(line, "I do not agree"); there {
				return len([]rune(before))
			}
		}
		return -1
	}
	before := column()
	if s.press("1", "enter"); before < 0 || column() != before {
		t.Errorf("they stood at %d, and stand at %d:\n%s", before, column(), s.plain())
	}
}

// The list of a chapter's pages stands still while one of them is scrolled.
func TestWhatStandsBesideATextStaysWhileThatIsScrolled(t *testing.T) {
	s := of(t, visitAt(t, "main-message"), size{120, 20})
	row := func() int {
		return slices.IndexFunc(strings.Split(s.plain(), "\n"), func(line string) bool { return strings.Contains(line, "○ In short") })
	}
	before := row()
	for range 6 {
		if s.press("down"); before < 0 || row() != before {
			t.Errorf("it stood in row %d, and stands in row %d:\n%s", before, row(), s.plain())
		}
	}
}

func TestASmallerWindowAndTheSameAgainShowsTheSame(t *testing.T) {
	for _, keys := range []string{"tab", "tab,tab", "tab,tab,tab,shift+tab", "text:Dana", "shift+tab,pgdown", "end"} {
		for name, s := range map[string]*stage{"form": on(t, wide, form()), "ask": on(t, wide, ask()), "signing": signing(t, wide, bus)} {
			s.press(strings.Split(keys, ",")...)
			before := s.resize(wide).plain() // without a word about the last key
			s.resize(size{38, 1}).resize(size{38, 8}).resize(size{108, 64}).resize(wide)
			if after := s.plain(); after != before {
				t.Errorf("%s, %v: it was\n%s\nand is\n%s", name, keys, before, after)
			}
		}
	}
}

// What one is asked is in sight again in a window that has room for it and for
// what has the focus.
func TestSmallAndLargeAgainShowsWhatIsAsked(t *testing.T) {
	for _, keys := range []string{"1", "2", "3,down", "end"} {
		s := on(t, wide, ask())
		for _, window := range []size{{30, 8}, {38, 9}} {
			s.resize(window).press(strings.Split(keys, ",")...)
		}
		if s.resize(whole); !strings.HasPrefix(s.body(), "Dana would rather") {
			t.Errorf("%q: on top is\n%s", keys, s.plain())
		}
	}
}

func TestAKeyThatCannotScrollDoesNothingOnAnAct(t *testing.T) {
	for _, key := range []string{"pgup", "pgdown", "home", "end"} {
		s := on(t, whole, form()).press("shift+tab", "shift+tab", key)
		if s.focus() != "save" {
			t.Errorf("%s moved the focus to %q", key, s.focus())
		}
		left, _ := s.m.bindings()
		for _, binding := range left {
			if binding.Keys[0] == key {
				t.Errorf("%s is shown where there is nothing to scroll to", key)
			}
		}
	}
}

func TestAnActOutOfSightIsNotDone(t *testing.T) {
	for _, s := range []*stage{
		of(t, visitAt(t, "keep-private"), narrow).at("not now"),
		signing(t, narrow, bus).at("name", "text:Dana").at("sign"),
	} {
		before := len(s.v.Facts)
		if s.press("home", "enter"); len(s.v.Facts) != before || s.decided() {
			t.Errorf("Enter did what was not in sight:\n%s", s.plain())
		}
	}
}

// A name that was typed is there again, wherever one has been in between; who
// declines takes it back.
func TestATypedNameIsThereAgain(t *testing.T) {
	for _, between := range []string{"f1 esc", "esc esc f1 esc", "tab tab n esc", "tab tab c esc", "tab tab left space space", "tab tab c enter space space"} {
		s := signing(t, whole)
		s.press("text:Dana", "enter").press(strings.Fields(between)...)
		for range 12 {
			if s.v.Step().Kind == walk.Signature && len(s.v.IDs()) == 1 {
				break
			}
			s.press("space")
		}
		if !strings.Contains(s.text(), "Dana") || s.v.Step().Kind != walk.Signature {
			t.Errorf("after %s:\n%s", between, s.plain())
		}
	}
	s := signing(t, whole)
	s.press("text:Dana", "enter", "2", "enter", "left")
	if s.v.Step().Kind != walk.Signature || strings.Contains(s.text(), "Dana") {
		t.Errorf("after declining:\n%s", s.plain())
	}
}
