package sheet_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"firstsession/content/walk"
	"firstsession/tui/intake"
	"firstsession/tui/screen"
	"firstsession/tui/sheet"
	"firstsession/tui/tuitest"
)

func took(s *tuitest.Stage) string {
	return strings.Join(sheet.PageOf(s.Screen).(visit).took, ", ")
}

func TestWhatKeysDo(t *testing.T) {
	for _, c := range []struct {
		name  string
		page  visit
		keys  string // with a comma between
		took  string // what the page was told
		focus string // what has the focus then
	}{
		{"a form begins in its first line", form(), "", "", "reference"},
		{"a page that goes on begins nowhere", talk(), "", "", ""},
		{"a line that belongs to a choice does not begin", acts(), "", "", ""},
		{"Enter keeps a line and goes on", form(), "text:K-1,enter", "reference K-1", "aim"},
		{"Tab keeps it, too", form(), "text:K-1,tab", "reference K-1", "aim"},
		{"and Down, and Up", form(), "text:K,down,text:Calm,up", "reference K, aim Calm", "reference"},
		{"a line that is left as it was is no answer", form(), "enter,tab,up", "", "aim"},
		{"no more letters than there is room for", form(), "text:abcdefghijklmnop,enter", "reference abcdefghijkl", "aim"},
		{"nor by a paste", form(), "text:ab,paste:cdefghijklmnop,enter", "reference abcdefghijkl", "aim"},
		{"no line begins with the Space that led there", form(), "space,space,text:a b,enter", "reference a b", "aim"},
		{"Space ticks, and Enter goes on", form(), "enter,enter,space,enter,space,space", "together, aloud, aloud", "aloud"},
		{"Space chooses one, once", form(), "enter,enter,enter,enter,space,space,enter,space", "all, short", "short"},
		{"Enter never leads to an act", form(), "enter,enter,enter,enter,enter,enter,enter,enter", "", "before begin"},
		{"an arrow leads to an act, and Enter does it", form(), "enter,enter,enter,enter,enter,enter,down,enter", "begin", "before begin"},
		{"and only once", form(), "enter,enter,enter,enter,enter,enter,down,enter,enter,enter", "begin", "before begin"},
		{"Space does no act", form(), "enter,enter,enter,enter,enter,enter,down,space,space", "", "before begin"},
		{"nor does Enter after a letter", form(), "enter,enter,enter,enter,enter,enter,down,z,enter", "", "before begin"},
		{"Tab passes the place before acts", form(), "tab,tab,tab,tab,tab,tab,tab", "", "save"},
		{"behind the last there is nowhere", form(), "tab,tab,tab,tab,tab,tab,tab,tab", "", ""},
		{"and before the first", form(), "shift+tab", "", ""},
		{"a paste outside of a line does nothing", form(), "tab,tab,paste:x y", "", "together"},
		{"what is refused with care keeps the line", form(), "text:bad,enter", "reference bad", "reference"},
		{"but nobody is held there", form(), "text:bad,enter,enter", "reference bad", "aim"},
		{"nor by Tab", form(), "text:bad,tab", "reference bad", "aim"},
		{"Enter and Space lead to what there is to fill in", acts(), "space,down,down,enter", "", "before save"},
		{"an act before a line, by hand", acts(), "tab,enter", "new", "before new"},
		{"on a page that goes on, Enter passes the ticks", talk(), "tab,enter,enter", "", "on"},
		{"and goes on at its end", talk(), "tab,enter,enter,enter", "on", "on"},
		{"Space goes on where nothing has the focus", only(), "space", "on", ""},
		{"an empty page does nothing", visit{}, "space,enter,tab,down,up,x", "", ""},
	} {
		s := on(t, whole, c.page)
		if c.keys != "" {
			s.Press(strings.Split(c.keys, ",")...)
		}
		if got, focus := took(s), sheet.FocusOf(s.Screen); got != c.took || focus != c.focus {
			t.Errorf("%s: took %q with the focus on %q, not %q on %q\n%s", c.name, got, focus, c.took, c.focus, s.Plain())
		}
	}
}

func TestSpaceReadsDownBeforeItGoesOn(t *testing.T) {
	s := on(t, narrow, only())
	for s.Screen.View().More != "↑" {
		if s.Press("space"); len(s.Actions) > 0 {
			t.Fatalf("it went on at\n%s", s.Plain())
		}
	}
	s.Press("space")
	if _, next := deeds(s); next != 1 {
		t.Errorf("at the end, Space came to %v", s.Actions)
	}
}

func TestBackLeadsBackButNotOutOfALine(t *testing.T) {
	for _, key := range []string{"left", "backspace"} {
		if s := on(t, wide, talk()).Press(key); s.Last() != (screen.Previous{}) {
			t.Errorf("%s came to %v", key, s.Last())
		}
		if s := on(t, wide, form()).Press("text:ab", key); len(s.Actions) > 0 {
			t.Errorf("%s in a line came to %v", key, s.Actions)
		}
	}
}

func TestAClickFocusesAndASecondTicks(t *testing.T) {
	for _, c := range []struct {
		words string // on the line that is clicked
		took  string
		focus string
	}{
		{"We go through it together", "together", "together"},
		{"All chapters", "all", "all"},
		{"Begin the intake", "", "begin"},
		{"____", "", "aim"},
		{"Choose with", "", "reference"},
		{"How it is run", "", "reference"},
	} {
		s := on(t, whole, form())
		row := slices.IndexFunc(strings.Split(s.Plain(), "\n"), func(line string) bool {
			return strings.Contains(line, c.words) && !strings.Contains(line, "›")
		})
		click := tuitest.Messages("click:4," + strconv.Itoa(row))[0]
		if s.Send(click); took(s) != "" || sheet.FocusOf(s.Screen) != c.focus {
			t.Errorf("one click on %q took %q, with the focus on %q", c.words, took(s), sheet.FocusOf(s.Screen))
		}
		s.Send(click)
		s.Send(click)
		if want := c.took; want != "" && !strings.HasPrefix(took(s), want) || want == "" && took(s) != "" {
			t.Errorf("more clicks on %q took %q", c.words, took(s))
		}
	}
}

func TestWhatIsTypedIsNotLost(t *testing.T) {
	for name, happens := range map[string]func(*tuitest.Stage){
		"another window":   func(s *tuitest.Stage) { s.Resize(36, 8).Resize(28, 3).Resize(72, 120) },
		"another world":    func(s *tuitest.Stage) { s.Show(noted(t, s.Env)) },
		"help, and back":   func(s *tuitest.Stage) { s.Show(s.Env) },
		"a wheel":          func(s *tuitest.Stage) { s.Press("wheel:down", "wheel:down", "wheel:up") },
		"a page down":      func(s *tuitest.Stage) { s.Press("pgdown") },
		"a click on it":    func(s *tuitest.Stage) { s.Press("click:4,7") },
		"a paste into it":  func(s *tuitest.Stage) { s.Press("paste:") },
		"letters removed":  func(s *tuitest.Stage) { s.Press("text:xy", "backspace", "backspace") },
		"one step to left": func(s *tuitest.Stage) { s.Press("left", "right") },
	} {
		for _, size := range []screen.Size{wide, whole} {
			s := on(t, size, form()).Press("text:K-")
			happens(s)
			s.Press("text:7", "enter")
			if got := took(s); got != "reference K-7" {
				t.Errorf("%s at %v: took %q\n%s", name, size, got, s.Plain())
			}
		}
	}
}

// noted is a world in which the page says more than before.
func noted(t *testing.T, env screen.Env) screen.Env {
	t.Helper()
	after, _, err := env.Walk.Apply(time.Unix(0, 0).UTC(), walk.Event{Kind: walk.TakeNote, Subject: "own-pace", Text: "A note"})
	if err != nil {
		t.Fatal(err)
	}
	env.Walk = after
	return env
}

func TestAFormThatIsMadeBeforeItsWindowBeginsInItsFirstLine(t *testing.T) {
	s := on(t, screen.Size{}, form()).Resize(72, 20)
	if s.Press("text:K-7", "enter"); took(s) != "reference K-7" {
		t.Errorf("took %q\n%s", took(s), s.Plain())
	}
	s = on(t, screen.Size{}, form()).Press("tab", "tab").Resize(72, 20)
	if sheet.FocusOf(s.Screen) != "aim" {
		t.Errorf("a window moved the focus to %q", sheet.FocusOf(s.Screen))
	}
}

func TestAKeyThatCannotScrollDoesNothingOnAnAct(t *testing.T) {
	for _, key := range []string{"pgup", "pgdown", "home", "end"} {
		s := on(t, whole, form()).Press("shift+tab", "shift+tab", key)
		if sheet.FocusOf(s.Screen) != "save" {
			t.Errorf("%s moved the focus to %q", key, sheet.FocusOf(s.Screen))
		}
		for _, binding := range s.Screen.Keys() {
			if slices.Contains(binding.Keys, key) {
				t.Errorf("%s is shown where there is nothing to scroll to", key)
			}
		}
	}
}

func TestWhatIsTypedOutlivesItsLine(t *testing.T) {
	page := form()
	page.sheds = true
	s := on(t, wide, page).Press("text:K-7")
	before := s.Env
	if s.Show(noted(t, before)); s.Screen.View().Typing || sheet.FocusOf(s.Screen) != "" {
		t.Errorf("the line is gone, and the focus is on %q", sheet.FocusOf(s.Screen))
	}
	if s.Show(before); !strings.Contains(s.Plain(), "K-7") {
		t.Errorf("the line is back, and its text is not:\n%s", s.Plain())
	}
	if s.Show(noted(t, before)).Press("tab"); took(s) != "reference K-7" {
		t.Errorf("took %q", took(s))
	}
}

func TestAnActChosenOnAPageThatLookedOtherwiseIsChosenAgain(t *testing.T) {
	for name, happens := range map[string]func(*tuitest.Stage){
		"another window": func(s *tuitest.Stage) { s.Resize(36, 8) },
		"another world":  func(s *tuitest.Stage) { s.Show(noted(t, s.Env)) },
	} {
		s := on(t, whole, form()).Press("shift+tab", "shift+tab")
		if happens(s); sheet.FocusOf(s.Screen) != "before begin" {
			t.Errorf("%s: the focus is on %q", name, sheet.FocusOf(s.Screen))
		}
		if s.Press("enter"); took(s) != "" {
			t.Errorf("%s: took %q", name, took(s))
		}
	}
}

// keeping is a page that has something to keep.
type keeping struct{ visit }

func (p keeping) Take(w walk.Walk, id, text string) (intake.Page, intake.Deed) {
	page, deed := p.visit.Take(w, id, text)
	return keeping{page.(visit)}, deed
}

func (p keeping) Unsaved(walk.Walk) []walk.Event {
	return []walk.Event{{Kind: walk.TakeNote, Text: p.items[0].Text}}
}

func TestAPageIsAskedWhatItWantsKept(t *testing.T) {
	s := on(t, wide, keeping{form()}).Press("text:half a word")
	events := s.Screen.(screen.Keeper).Unsaved()
	if len(events) != 1 || events[0].Text != "half a word"[:11] {
		t.Errorf("kept is %v", events)
	}
	if events := on(t, wide, form()).Screen.(screen.Keeper).Unsaved(); len(events) != 0 {
		t.Errorf("of a page with nothing to keep, kept is %v", events)
	}
}

func TestANoticeIsInSight(t *testing.T) {
	for _, size := range sizes[1:] {
		for word, keys := range map[string][]string{
			"This cannot be used. It is kept here": {"text:bad", "enter"},
			"Please choose which parts":            {"shift+tab", "end", "shift+tab", "shift+tab", "enter"},
		} {
			s := on(t, size, form())
			if sheet.FocusOf(s.Screen) == "" {
				s.Press("tab")
			}
			text := strings.Join(strings.Fields(s.Press(keys...).Plain()), " ")
			if !strings.Contains(text, word) {
				t.Errorf("%v: after %v there is\n%s", size, keys, s.Plain())
			}
			s.Check(t)
		}
	}
	said := talk()
	said.word, said.quiet = "The last intake is cleared.", true
	if s := on(t, narrow, said); !strings.Contains(s.Plain(), said.word) {
		t.Errorf("at first there is\n%s", s.Plain())
	}
}

func TestASmallerWindowAndTheSameAgainShowsTheSame(t *testing.T) {
	for _, keys := range [][]string{{"tab"}, {"tab", "tab", "tab"}, {"text:Dana"}, {"shift+tab", "pgdown"}} {
		s := on(t, wide, form()).Press(keys...)
		before := s.Plain()
		s.Resize(36, 1).Resize(36, 6).Resize(100, 60).Resize(wide.Width, wide.Height)
		if after := s.Plain(); after != before {
			t.Errorf("%v: it was\n%s\nand is\n%s", keys, before, after)
		}
	}
}
