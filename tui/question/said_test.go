package question

import (
	"strings"
	"testing"

	"firstsession/content/walk"
	"firstsession/tui/screen"
	"firstsession/tui/tuitest"
)

// flat is the page without its line breaks.
func flat(s *tuitest.Stage) string { return strings.Join(strings.Fields(s.Plain()), " ") }

// A number and Enter choose at a question. At a reflection they tick nothing,
// and whoever does not know this is told before the page is gone.
func TestEnterWithNothingTickedIsSaidOnce(t *testing.T) {
	const told = "Nothing is ticked."
	for _, size := range []screen.Size{{Width: 72, Height: 20}, {Width: 36, Height: 8}, {Width: 24, Height: 3}} {
		s := stage(t, walk.Reflection, "hope", size.Width, size.Height).Press("2")
		for range 20 {
			if s.Press("enter").Check(t); asked(s.Actions) != "" || strings.Contains(flat(s), told) {
				break
			}
		}
		if got := asked(s.Actions); got != "" || !strings.Contains(flat(s), told) {
			t.Fatalf("%v: it asks for %q, and says\n%s", size, got, s.Plain())
		}
		for range 5 {
			if s.Press("enter"); asked(s.Actions) != "" {
				break
			}
		}
		if got := asked(s.Actions); got != "next" {
			t.Errorf("%v: Enter once more asks for %q", size, got)
		}
	}
	for keys, want := range map[string]string{
		"enter":               "next",
		"2 space enter":       "tick [1], next",
		"2 enter space enter": "tick [1], next",
		"2 enter 3 enter":     "", // at another line it is said again
		"2 enter s r":         "reading pace",
	} {
		s := stage(t, walk.Reflection, "hope", 72, 20).Press(strings.Fields(keys)...)
		if got := asked(s.Actions); got != want {
			t.Errorf("%s: %q, want %q", keys, got, want)
		}
	}
	s := stage(t, walk.Reflection, "hope", 72, 20).Press("2", "enter", "space")
	if strings.Contains(flat(s), told) {
		t.Errorf("something is ticked:\n%s", s.Plain())
	}
	s = stage(t, walk.Question, "heard", 72, 20).Press("2", "enter")
	if !strings.Contains(flat(s), "then Space") || asked(s.Actions) != "" {
		t.Errorf("of several, nothing says how to tick:\n%s", s.Plain())
	}
}

func TestTheSameTicksAgainAreAnswered(t *testing.T) {
	for _, size := range []screen.Size{{Width: 72, Height: 20}, {Width: 36, Height: 8}} {
		s := stage(t, walk.Question, "heard", size.Width, size.Height).Press("1", "space", "enter", "home")
		s.CheckKeysWork(t)
		s.Press("enter").Check(t)
		for _, want := range []string{"These are the same ticks as before.", "One more fits as well."} {
			if !strings.Contains(flat(s), want) {
				t.Errorf("%v: there is no %q in\n%s", size, want, s.Plain())
			}
		}
		if got := asked(s.Actions); got != "choose [0]" {
			t.Errorf("it asks for %q", got)
		}
	}
}

func TestAMissIsSaidKindly(t *testing.T) {
	s := stage(t, walk.Question, "where", 72, 20).Press("1", "enter")
	if !strings.Contains(flat(s), "Another answer fits better. It is natural") {
		t.Errorf("a miss reads\n%s", s.Plain())
	}
	s = stage(t, walk.Question, "heard", 72, 20).Press("1", "space", "2", "space", "enter")
	if !strings.Contains(flat(s), "This one fits less. Two views do count.") {
		t.Errorf("a tick that does not fit reads\n%s", s.Plain())
	}
	if strings.Contains(flat(s), "Not quite") {
		t.Errorf("it says so at every miss:\n%s", s.Plain())
	}
}

func TestOnceMoreIsSaid(t *testing.T) {
	const once, leaves = "Once more, if you like.", "l leaves it."
	s := stage(t, walk.Question, "where", 72, 20)
	if strings.Contains(flat(s), once) {
		t.Errorf("it is the first time:\n%s", s.Plain())
	}
	s.Press("s")
	s = tuitest.NewStage(s.Env, New(s.Env, walk.Step{Kind: walk.Question, ID: "where", Chapter: 1, Again: true}))
	if !strings.HasPrefix(s.Plain(), once+" "+leaves+"\n") {
		t.Errorf("it is not said first:\n%s", s.Plain())
	}
	if s.Press("2", "enter"); strings.Contains(flat(s), leaves) || !strings.HasPrefix(s.Plain(), once) {
		t.Errorf("when it is answered:\n%s", s.Plain())
	}
}

func TestWhatDoesNotFitIsNotTickedWhenShown(t *testing.T) {
	s := stage(t, walk.Question, "heard", 72, 20).Press("2", "space", "enter", "s")
	for _, want := range []string{"1 [x]", "2 [ ]", "3 [x]"} {
		if !strings.Contains(s.Plain(), want) {
			t.Errorf("there is no %q in\n%s", want, s.Plain())
		}
	}
}
