package question

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"firstsession/content"
	"firstsession/content/walk"
	"firstsession/tui/screen"
	"firstsession/tui/tuitest"
)

// asked is what a page asked for, in words.
func asked(actions []screen.Action) string {
	var all []string
	for _, action := range actions {
		switch a := action.(type) {
		case screen.Apply:
			all = append(all, events(a.Events)...)
		case screen.Next:
			all = append(all, append(events(a.Events), "next")...)
		case screen.Previous:
			all = append(all, "previous")
		case screen.Open:
			all = append(all, fmt.Sprintf("%s %s", a.Place.Kind, a.Place.Section))
		default:
			all = append(all, fmt.Sprintf("%T", action))
		}
	}
	return strings.Join(all, ", ")
}

func events(all []walk.Event) []string {
	var words []string
	for _, e := range all {
		word := fmt.Sprint(e.Kind)
		if e.Options != nil {
			word += fmt.Sprint(" ", e.Options)
		}
		if e.Text != "" {
			word += " " + e.Text
		}
		words = append(words, word)
	}
	return words
}

func TestRules(t *testing.T) {
	const one, several, hope = "where", "heard", "hope"
	for _, test := range []struct{ what, id, keys, want string }{
		{"nothing is chosen beforehand", one, "enter space enter", ""},
		{"a number only focuses", one, "2", ""},
		{"an arrow only focuses", one, "down down up", ""},
		{"a number without an option does nothing", one, "9 enter", ""},
		{"Enter answers", one, "2 enter", "choose [1]"},
		{"Space answers, too", one, "down space", "choose [0]"},
		{"Up from nothing is the last", one, "up enter", "choose [2]"},
		{"a held key misses once", one, "1 enter enter enter enter", "choose [0]"},
		{"a held key finds, goes on", one, "2 enter enter", "choose [1], next"},
		{"after a miss another can be tried", one, "1 enter 3 enter 2 enter space", "choose [0], choose [2], choose [1], next"},
		{"show me, and go on", one, "s space", "show me, next"},
		{"what is shown is shown once", one, "s s l", "show me"},
		{"later goes on", one, "l", "later, next"},
		{"read again", one, "r", "reading pace"},
		{"read again when done", one, "2 enter r", "choose [1], reading pace"},
		{"back", one, "left", "previous"},
		{"back with the other key", one, "backspace", "previous"},
		{"a paste is no answer", one, "1 paste:\r\r s", "show me"},

		{"Space ticks", several, "1 space space", ""},
		{"Space without focus does nothing", several, "space enter", ""},
		{"Enter without a tick does nothing", several, "1 enter", ""},
		{"Enter answers what is ticked", several, "1 space 3 space enter", "choose [0 2]"},
		{"unticked is not answered", several, "1 space 2 space space enter", "choose [0]"},
		{"Space goes on once it fits", several, "1 space 3 space enter space", "choose [0 2], next"},
		{"several shown", several, "1 space s enter", "show me, next"},

		{"a reflection goes on with nothing", hope, "enter", "next"},
		{"with Space, too, without focus", hope, "space", "next"},
		{"a tick is kept at once", hope, "2 space", "tick [1]"},
		{"and taken away", hope, "2 space 1 space 2 space enter", "tick [1], tick [0 1], tick [0], next"},
		{"letters are letters in the field", hope, "tab text:slq enter enter", "tick slq, next"},
		{"Tab leaves and keeps", hope, "tab text:a tab", "tick a"},
		{"nothing typed is no event", hope, "tab tab tab enter", ""},
		{"Down behind the last enters the field", hope, "up down text:a enter", "tick a"},
		{"Up leaves it", hope, "tab text:a up space", "tick a, tick [2] a"},
		{"a paste goes into the field", hope, "tab paste:a\x1b[31mb enter", "tick a[31mb"},
		{"a paste outside goes nowhere", hope, "paste:abc enter", "next"},
	} {
		t.Run(test.what, func(t *testing.T) {
			kind := walk.Question
			if test.id == hope {
				kind = walk.Reflection
			}
			s := stage(t, kind, test.id, 72, 20)
			s.Press(strings.Split(test.keys, " ")...).Check(t)
			if got := asked(s.Actions); got != test.want || s.Err != nil {
				t.Errorf("%s: %q, %v; want %q", test.keys, got, s.Err, test.want)
			}
		})
	}
}

func TestOnceMoreIsTriedAfresh(t *testing.T) {
	s := stage(t, walk.Question, "where", 72, 20).Press("s")
	again := walk.Step{Kind: walk.Question, ID: "where", Chapter: 1, Again: true}
	s = tuitest.NewStage(s.Env, New(s.Env, again))
	if place := s.Screen.View().Place; !strings.HasPrefix(place, "once more") {
		t.Errorf("the place is %q", place)
	}
	s.Press("2", "enter", "enter")
	if got := asked(s.Actions); got != "choose [1], next" || s.Err != nil {
		t.Errorf("%q, %v", got, s.Err)
	}
}

func TestComingBackShowsHowItWasAnswered(t *testing.T) {
	s := stage(t, walk.Question, "where", 72, 20).Press("1", "enter", "2", "enter")
	s = tuitest.NewStage(s.Env, New(s.Env, walk.Step{Kind: walk.Question, ID: "where", Chapter: 1}))
	for _, want := range []string{"Another answer fits better. It is", "● She can", "Yes. How much"} {
		if !strings.Contains(s.Plain(), want) {
			t.Errorf("there is no %q in\n%s", want, s.Plain())
		}
	}
	if got := asked(s.Press("space").Actions); got != "next" {
		t.Errorf("space came to %q", got)
	}

	s = stage(t, walk.Reflection, "hope", 72, 20).Press("2", "space", "tab", "text:mine", "tab")
	s = tuitest.NewStage(s.Env, New(s.Env, walk.Step{Kind: walk.Reflection, ID: "hope", Chapter: 1}))
	for _, want := range []string{"[x] To find words", "  mine"} {
		if !strings.Contains(s.Plain(), want) {
			t.Errorf("there is no %q in\n%s", want, s.Plain())
		}
	}
}

func TestClickFocusesAndDoesNothingElse(t *testing.T) {
	s := stage(t, walk.Question, "where", 72, 20).Press("click:10,9")
	if got := asked(s.Actions); got != "" || !strings.Contains(s.Plain(), "› 3") {
		t.Errorf("a click asked for %q:\n%s", got, s.Plain())
	}
	s = stage(t, walk.Reflection, "hope", 72, 20).Press("click:4,13", "text:x", "click:4,8")
	if got := asked(s.Actions); got != "tick x" || s.Screen.View().Typing {
		t.Errorf("a click out of the field asked for %q", got)
	}
}

func TestHalfATextIsNotLost(t *testing.T) {
	s := stage(t, walk.Reflection, "hope", 72, 20).Press("tab", "text:half")
	unsaved := s.Screen.(interface{ Unsaved() []walk.Event }).Unsaved()
	if got := strings.Join(events(unsaved), ", "); got != "tick half" {
		t.Errorf("unsaved is %q", got)
	}
	if s.Resize(36, 8); !strings.Contains(s.Plain(), "half") {
		t.Errorf("after a change of size:\n%s", s.Plain())
	}
}

func TestKeysWork(t *testing.T) {
	for _, test := range []struct{ id, keys string }{
		{"where", ""}, {"where", "1"}, {"where", "3"}, {"where", "1 enter 2"}, {"where", "s"}, {"where", "2 enter"},
		{"heard", "2"}, {"heard", "1 space"}, {"heard", "1 space enter 2"}, {"heard", "s"},
		{"hope", ""}, {"hope", "1"}, {"hope", "3 space"}, {"hope", "tab"}, {"hope", "tab text:a"},
	} {
		kind := walk.Question
		if test.id == "hope" {
			kind = walk.Reflection
		}
		for _, size := range []screen.Size{{Width: 72, Height: 20}, {Width: 36, Height: 8}} {
			t.Run(fmt.Sprintf("%s %s %d", test.id, test.keys, size.Width), func(t *testing.T) {
				s := stage(t, kind, test.id, size.Width, size.Height)
				s.Press(strings.Fields(test.keys)...).Check(t)
				s.CheckKeysWork(t)
			})
		}
	}
}

// TestAllIsReachable goes through each question of the shipped guide with the
// down key in a small window, and looks whether every word was in sight.
func TestAllIsReachable(t *testing.T) {
	env := tuitest.Env(tuitest.Shipped(t), 36, 8)
	for _, step := range env.Walk.Steps() {
		if step.Kind != walk.Question && step.Kind != walk.Reflection {
			continue
		}
		s := tuitest.NewStage(env, New(env, step))
		var whole []string // lines in the order in which they came into sight
		for range 40 {
			s.Check(t)
			for _, line := range strings.Split(s.Plain(), "\n") {
				line = strings.TrimLeft(line, "› 123456789[]·")
				if !slices.Contains(whole, line) {
					whole = append(whole, line)
				}
			}
			if s.Screen.View().Typing {
				break
			}
			s.Press("down")
		}
		seen := strings.Join(strings.Fields(strings.Join(whole, " ")), " ")
		asked := find(env.Guide, step)
		want := []string{asked.Prompt}
		for _, paragraph := range content.Plain(asked.Scene) {
			want = append(want, paragraph.Text)
		}
		for _, option := range asked.Options {
			want = append(want, option.Text)
		}
		for _, words := range want {
			if !strings.Contains(seen, words) {
				t.Errorf("%s: %q was not in sight, only\n%s", step.ID, words, seen)
			}
		}
	}
}

// TestAnyKeysAtAnySize presses keys at random, in windows that change.
func TestAnyKeysAtAnySize(t *testing.T) {
	names := []string{"up", "down", "1", "2", "3", "9", "space", "enter", "s", "r", "tab", "pgup", "pgdown", "home", "end",
		"wheel:up", "wheel:down", "click:5,5", "click:5,1", "text:q", "paste:x\ny", "backspace"}
	random := rand.New(rand.NewPCG(1, 2))
	guide := tuitest.Shipped(t)
	steps := tuitest.Env(guide, 1, 1).Walk.Steps()
	for _, step := range steps {
		if step.Kind != walk.Question && step.Kind != walk.Reflection {
			continue
		}
		env := tuitest.Env(guide, 72, 20)
		s := tuitest.NewStage(env, New(env, step))
		for range 60 {
			s.Press(names[random.IntN(len(names))])
			if random.IntN(8) == 0 {
				s.Resize(20+random.IntN(60), 1+random.IntN(24))
			}
			s.Check(t)
		}
		if s.Err != nil {
			t.Errorf("%s: %v", step.ID, s.Err)
		}
	}
}

func BenchmarkKeyToView(b *testing.B) {
	s := stage(b, walk.Question, "where", 72, 20)
	for b.Loop() {
		s.Show(s.Env).Press("down")
		if s.Screen.View().Cursor == nil {
			b.Fatal("no cursor")
		}
	}
}

func TestChangedWordsAreSaid(t *testing.T) {
	guide := testGuide(t)
	before := walk.New(guide)
	_, facts, err := before.Apply(time.Unix(0, 0), walk.Event{Kind: walk.Tick, Subject: "hope", Options: []int{0, 1}})
	if err != nil {
		t.Fatal(err)
	}
	guide.Chapters[0].Sections[0].Questions[2].Options[0].Text = "To be less alone"
	env := tuitest.Env(guide, 72, 20)
	env.Walk, _ = walk.Replay(guide, facts)
	s := tuitest.NewStage(env, New(env, walk.Step{Kind: walk.Reflection, ID: "hope", Chapter: 1}))
	s.Check(t)
	if said := env.Words().Question.Changed; !strings.Contains(strings.Join(strings.Fields(s.Plain()), " "), said) {
		t.Errorf("%q is not said:\n%s", said, s.Plain())
	}
	if !strings.Contains(s.Plain(), "[ ] To be less alone") || !strings.Contains(s.Plain(), "[x] To find words") {
		t.Errorf("the ticks are not right:\n%s", s.Plain())
	}
	if s.Press("1", "space"); strings.Contains(s.Plain(), "have changed") {
		t.Errorf("it is still said after a tick:\n%s", s.Plain())
	}
}
