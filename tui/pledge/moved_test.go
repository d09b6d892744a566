package pledge_test

import (
	"strings"
	"testing"

	"firstsession/content/walk"
	"firstsession/tui/screen"
	"firstsession/tui/tuitest"
)

var (
	bus      = walk.Event{Kind: walk.TakeNote, Subject: "rule", Text: "Ask about the bus"}
	late     = walk.Event{Kind: walk.TakeNote, Subject: "rule", Text: "Ask about coming late"}
	worries  = walk.Event{Kind: walk.Tick, Subject: "worries", Options: []int{0}}
	anywhere = []screen.Size{{Width: 36, Height: 6}, wide, whole}
)

// change lets something happen while another screen lies on top.
func change(t *testing.T, s *tuitest.Stage, events ...walk.Event) {
	t.Helper()
	s.Env = apply(t, s.Env, events...)
	s.Screen = s.Screen.With(s.Env)
}

// drop deletes the first note.
func drop(s *tuitest.Stage) walk.Event {
	return walk.Event{Kind: walk.ChangeNote, Subject: s.Env.Walk.Notes()[0].ID}
}

func TestAWayThatWasChosenOnAnotherPageIsChosenAgain(t *testing.T) {
	changes := map[string]func(*tuitest.Stage){
		"a note added":        func(s *tuitest.Stage) { change(t, s, late) },
		"a note deleted":      func(s *tuitest.Stage) { change(t, s, drop(s)) },
		"a reflection ticked": func(s *tuitest.Stage) { change(t, s, worries) },
		"a note included": func(s *tuitest.Stage) {
			change(t, s, walk.Event{Kind: walk.Include, Subject: s.Env.Walk.Notes()[0].ID, Yes: true})
		},
		"a smaller window": func(s *tuitest.Stage) { s.Resize(36, 5) },
		"a larger window":  func(s *tuitest.Stage) { s.Resize(100, 200) },
	}
	for _, size := range anywhere {
		for name, happens := range changes {
			for _, way := range []string{"1", "2"} {
				s := typeName(t, onSignature(t, size, bus), "text:Dana").Press("tab", way)
				happens(s)
				if s.Press("enter"); len(s.Actions) > 0 {
					t.Errorf("%v: %s, and Enter after %s came to %v", size, name, way, s.Actions)
				}
				if s.Press(way, "enter"); len(s.Actions) != 1 {
					t.Errorf("%v: %s, and %s chosen again came to %v", size, name, way, s.Actions)
				}
			}
		}
	}
}

func TestTheFocusStaysWithWhatItIsOn(t *testing.T) {
	s := onSignature(t, whole, bus, worries).Press("tab", "tab")
	change(t, s, late)
	if s.Press("space"); !s.Env.Walk.Included("worries") {
		t.Errorf("the focus has left the reflection:\n%s", s.Plain())
	}
	s = onSignature(t, whole, bus, worries).Press("tab")
	change(t, s, drop(s))
	if s.Screen.View().Cursor != nil {
		t.Errorf("the note is gone, and something else has its focus:\n%s", s.Plain())
	}
	s = typeName(t, onSignature(t, whole, bus), "text:Da")
	change(t, s, drop(s))
	if s.Press("text:na"); !strings.Contains(s.Plain(), "› Dana") {
		t.Errorf("the name is typed no more:\n%s", s.Plain())
	}
}

func TestWhatIsFocusedStaysInSight(t *testing.T) {
	name := strings.Repeat("Dana ", 30)
	for _, size := range sizes {
		s := typeName(t, onSignature(t, whole, bus), "text:"+name)
		if s.Resize(size.Width, size.Height); s.Screen.View().Cursor == nil {
			t.Errorf("%v: the cursor of the name is out of sight:\n%s", size, s.Plain())
		}
		s = onSignature(t, whole, bus).Press("tab").Resize(size.Width, size.Height)
		if !strings.Contains(s.Plain(), "› [ ] Ask") {
			t.Errorf("%v: the note is out of sight:\n%s", size, s.Plain())
		}
		s = typeName(t, onSignature(t, size, bus), "text:Dana")
		if change(t, s, late, worries); !strings.Contains(s.Plain(), "› Dana") {
			t.Errorf("%v: the name is out of sight after a note:\n%s", size, s.Plain())
		}
		s = onSignature(t, whole, bus).Press("1").Resize(size.Width, size.Height)
		if !strings.Contains(s.Plain(), "2  Not now") || !strings.Contains(s.Plain(), "1  Sign") {
			t.Errorf("%v: the ways are out of sight:\n%s", size, s.Plain())
		}
	}
}

func TestASmallerWindowAndTheSameAgainShowsTheSame(t *testing.T) {
	for _, way := range [][]string{{"tab"}, {"2", "shift+tab", "shift+tab", "shift+tab", "text:Dana"}, {"pgdown"}} {
		s := onSignature(t, wide, bus).Press(way...)
		before := strings.TrimSpace(s.Plain())
		s.Resize(36, 1).Resize(36, 6).Resize(100, 60).Resize(wide.Width, wide.Height)
		if after := strings.TrimSpace(s.Plain()); after != before {
			t.Errorf("%v: it was\n%s\nand is\n%s", way, before, after)
		}
	}
}

func TestAKeyThatMeansNothingAtTheWaysSaysHowToChoose(t *testing.T) {
	for _, size := range sizes {
		for _, way := range []string{"1", "2"} {
			s := typeName(t, onSignature(t, size), "text:Dana").Press("tab", way, "space")
			for _, key := range []string{"space", "enter", "z"} {
				text := strings.Join(strings.Fields(s.Press(key).Plain()), " ")
				if !strings.Contains(text, "Nothing is chosen yet. Both are fine: press 1 or 2") || len(s.Actions) > 0 {
					t.Errorf("%v: %s after %s came to %v and\n%s", size, key, way, s.Actions, s.Plain())
				}
			}
			if text := s.Press(way).Plain(); strings.Contains(text, "Nothing is chosen") {
				t.Errorf("%v: something is chosen:\n%s", size, text)
			}
		}
	}
}

func TestANameThatShowsNothingIsAskedFor(t *testing.T) {
	for _, name := range []string{"\u200b", "\u3164", "\u00ad\u2060", "\u200d"} {
		s := typeName(t, onSignature(t, wide), "paste:"+name, "enter", "1", "enter")
		if len(s.Actions) > 0 || !strings.Contains(s.Plain(), "To sign, type a name") {
			t.Errorf("%+q came to %v and\n%s", name, s.Actions, s.Plain())
		}
	}
}
