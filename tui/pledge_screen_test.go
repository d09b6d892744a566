package tui

import (
	"slices"
	"strings"
	"testing"

	"firstsession/content/page"
	"firstsession/content/walk"
)

// beforeSigning comes to the end of the signing page, where all promises have an answer but some.
func (s *session) beforeSigning(open ...string) *session {
	s.t.Helper()
	r := newScreenReader(s)
	does(r, begin, goTo("keep-private"))
	for _, id := range promises {
		if !slices.Contains(open, id) {
			answer(walk.Agree)(r)
			readOn(r)
			continue
		}
		later(r)
	}
	return s.press("end")
}

// A number that was to choose what stands below is a letter of the name while that is typed.
func TestANameThatMayBeAKeyIsAskedAboutOnce(t *testing.T) {
	for _, name := range []string{"1", "22", "d"} {
		s := newSession(t, 80, 24).beforeSigning()
		s.press("text:"+name, "enter", "1", "enter").sees("Nothing is signed yet. Is “" + name + "” your name?")
		if n := len(s.records()); n > 0 {
			t.Fatalf("%q signed", name)
		}
		if s.press("1", "enter"); len(s.records()) != 1 || s.records()[0].Name != name {
			t.Errorf("%q does not sign: %+v", name, s.records())
		}
	}
}

func TestBackspaceMendsANameAndDoesNotLeaveIt(t *testing.T) {
	s := newSession(t, 80, 24).beforeSigning()
	s.press("text:Mria", "enter", "backspace", "backspace", "backspace", "text:aria", "enter", "1", "enter")
	if len(s.records()) != 1 || s.records()[0].Name != "Maria" {
		t.Errorf("records: %+v\n%s", s.records(), s.window())
	}
}

// Beside the number that is its own, another would be taken for it.
func TestAPromiseWithoutAnAnswerHasNoOtherNumberToChooseItBy(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {40, 12}} {
		s := newSession(t, size[0], size[1]).beforeSigning("come-clear", "know-the-limits")
		s.press("1", "enter").sees("What is missing stands on this page")
		if strings.Contains(s.window(), "3 ·") {
			t.Errorf("at %v there is\n%s", size, s.window())
		}
		if s.press("down", "enter"); s.step().ID != "know-the-limits" {
			t.Errorf("at %v, the second leads to %q\n%s", size, s.step().ID, s.window())
		}
	}
}

// What a message offers can be done where it is read.
func TestWhoSignsWithAPromiseOpenIsLedToIt(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {40, 12}} {
		s := newSession(t, size[0], size[1]).beforeSigning("know-the-limits")
		s.press("1", "enter").sees("What is missing stands on this page", "› ·")
		if s.press("enter"); s.step().ID != "know-the-limits" {
			t.Errorf("at %v, Enter leads to %q\n%s", size, s.step().ID, s.window())
		}
	}
}

func TestWhoSignsWithoutANameIsAskedForItAndSeesBothChoices(t *testing.T) {
	s := newSession(t, 80, 24).beforeSigning()
	s.press("tab", "enter").sees("To sign, type a name or initials here first.", "1 Sign with a name", "2 Not now")
	if s.press("text:Maria", "enter", "1", "enter"); len(s.records()) != 1 {
		t.Errorf("not signed\n%s", s.window())
	}
}

// The last page says that it is the last where its list stays in sight.
func TestNoMorePagesIsSaidAndHidesNothing(t *testing.T) {
	s := newSession(t, 80, 24)
	does(newScreenReader(s), begin, note("ask"), goTo("silence"), later, goTo("keep-private"), answerAll(walk.Agree), sign("Maria"))
	for range 5 {
		s.press("space")
	}
	s.sees("There are no more pages.", "Still open, and they may stay so", "My page")
}

func TestAResizeThatDropsWhatIsChosenSaysHowToChooseIt(t *testing.T) {
	s := newSession(t, 80, 24).beforeSigning()
	s.press("text:Maria", "enter", "1")
	s.resize(100, 30).sees("To do one of these, choose it")
}

func TestWhoGoesOnPastPromisesWithoutAnAnswerIsTold(t *testing.T) {
	s := newSession(t, 80, 24).beforeSigning("come-clear")
	s.press("2", "enter", "r", "end", "space").sees("1 promise has no answer yet. You can leave it so, or answer it: r")
}

func TestAPathStandsByItselfOnTheSigningPage(t *testing.T) {
	s := newSession(t, 80, 24).beforeSigning()
	s.press("text:Maria", "enter", "1", "enter", "r")
	path := func(p page.Part) bool { return p.Kind == page.Path && strings.HasSuffix(p.Text, ".txt") }
	if !slices.ContainsFunc(s.visit().Sheet().Body, path) {
		t.Errorf("no path\n%s", s.window())
	}
}

func TestBothChoicesAreInSightOnceANameIsTyped(t *testing.T) {
	s := newSession(t, 40, 12).beforeSigning()
	for i := 0; i < 40 && !s.inLine(); i++ {
		s.press("space")
	}
	s.press("text:Maria", "enter").sees("1 Sign as Maria", "2 Not now")
}

// A name that may be a key is asked about, with what is to be chosen in sight.
func TestBothChoicesStayInSightWhenANameOfOneLetterIsAskedAbout(t *testing.T) {
	for _, c := range []struct{ language, asks, sign, not string }{
		{"en", "Is “J” your", "1 Sign as J", "2 Not now"},
		{"es", "¿Su nombre es", "1 Firmar como J", "2 Ahora no"},
	} {
		s := newSession(t, 40, 12)
		if c.language == "es" {
			s.press("o")
		}
		s.beforeSigning()
		for i := 0; i < 40 && !s.inLine(); i++ {
			s.press("space")
		}
		s.press("text:J", "enter").sees(c.sign, c.not)
		s.press("1", "enter").sees(c.asks, c.sign, c.not)
		s.press("1").sees(c.asks, c.sign, c.not)
		if s.press("enter"); len(s.records()) != 1 || s.records()[0].Name != "J" {
			t.Errorf("records: %+v\n%s", s.records(), s.window())
		}
	}
}
