package home

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"firstsession/content/walk"
	"firstsession/tui/screen"
	"firstsession/tui/tuitest"
)

func fresh(t testing.TB, width, height int) screen.Env {
	env := tuitest.Env(tuitest.Shipped(t), width, height)
	env.Fresh = true
	return env
}

func TestTheFirstPageAsksWhetherAnythingIsKept(t *testing.T) {
	for _, c := range []struct {
		key     string
		private bool
		want    screen.Action
	}{
		{"enter", false, screen.Begin{Keep: true}},
		{"space", false, screen.Begin{Keep: true}},
		{"p", false, screen.Begin{}},
		{"enter", true, screen.Begin{}},
		{"c", false, screen.Open{Place: screen.Place{Kind: screen.Home}}},
		{"a", false, screen.Open{Place: screen.Place{Kind: screen.About}}},
	} {
		env := fresh(t, 72, 21)
		env.Private = c.private
		s := tuitest.NewStage(env, NewFirst(env)).Press(c.key)
		if got := s.Last(); got != c.want {
			t.Errorf("%s, private %v: %#v, want %#v", c.key, c.private, got, c.want)
		}
	}
}

func TestTheFirstPageFitsAndIsReadToItsEndBeforeItBegins(t *testing.T) {
	for width := 28; width <= 72; width += 4 {
		for height := 6; height <= 40; height += 3 {
			env := fresh(t, width, height)
			s := tuitest.NewStage(env, NewFirst(env))
			for range 40 {
				s.Check(t)
				if s.Last() != nil {
					break
				}
				s.Press("space")
			}
			if s.Last() != (screen.Begin{Keep: true}) {
				t.Errorf("%dx%d does not begin", width, height)
			}
		}
	}
}

func TestAChapterChosenAtTheStartAsksAsWell(t *testing.T) {
	env := fresh(t, 72, 20)
	third := env.Walk.First(3)
	for key, want := range map[string]screen.Action{
		"enter": screen.Begin{Keep: true, To: third},
		"p":     screen.Begin{To: third},
	} {
		s := tuitest.NewStage(env, New(env)).Press("3", key)
		if got := s.Last(); got != want {
			t.Errorf("%s: %#v, want %#v", key, got, want)
		}
	}
	if s := tuitest.NewStage(env, New(env)).Press("n"); s.Last() != nil {
		t.Errorf("a note before anything may be kept: %#v", s.Last())
	}
}

func TestTheChaptersLeadToWhereOneIs(t *testing.T) {
	env := tuitest.Env(tuitest.Shipped(t), 72, 20)
	at, _ := env.Walk.Find("own-pace")
	after, _, err := env.Walk.Apply(time.Unix(0, 0), walk.Event{Kind: walk.Reach, Subject: at.Key()})
	if err != nil {
		t.Fatal(err)
	}
	env.Walk = after
	for keys, want := range map[string]walk.Step{
		"enter":        at,
		"space":        at,
		"up enter":     env.Walk.First(2),
		"5 enter":      env.Walk.First(5),
		"end enter":    env.Walk.First(10),
		"home enter":   env.Walk.First(1),
		"click:5,4":    at,
		"click:5,6 up": {},
	} {
		s := tuitest.NewStage(env, New(env)).Press(strings.Fields(keys)...)
		got, _ := s.Last().(screen.Go)
		if got.To != want {
			t.Errorf("%s: %+v, want %+v", keys, got.To, want)
		}
		s.Check(t)
	}
}

func TestSigningAgainIsOfferedToWhoeverHasSigned(t *testing.T) {
	env := tuitest.Env(tuitest.Shipped(t), 36, 10)
	events := []walk.Event{}
	for _, s := range env.Guide.Commitment.Statements {
		events = append(events, walk.Event{Kind: walk.SetAnswer, Subject: s.ID, Answer: walk.Agree})
	}
	events = append(events, walk.Event{Kind: walk.Sign, Subject: "0123456789abcdef", Text: "/home/maja/Documents/First Session/acknowledgement.json"})
	after, _, err := env.Walk.Apply(time.Unix(0, 0), events...)
	if err != nil {
		t.Fatal(err)
	}
	env.Walk = after
	s := tuitest.NewStage(env, New(env)).Press("end")
	s.Check(t)
	if shown := s.Plain(); !strings.Contains(shown, env.Words().Home.SignAgain) {
		t.Errorf("not offered:\n%s", shown)
	}
	s.Press("enter")
	if want := (screen.Go{To: env.Walk.First(10)}); s.Last() != want {
		t.Errorf("it leads to %#v", s.Last())
	}
}

func TestTroubleIsSaidCalmlyAndCanBeLeft(t *testing.T) {
	env := fresh(t, 36, 10)
	for _, aside := range []bool{false, true} {
		s := tuitest.NewStage(env, NewTrouble(env, strings.Repeat("It cannot be read. ", 30), aside))
		s.Check(t)
		s.Press("x")
		if got := s.Last(); (got == screen.SetAside{}) != aside {
			t.Errorf("aside %v: %#v", aside, got)
		}
		s.Press("space", "space", "space", "space", "space", "space", "space")
		if got := s.Last(); got != (screen.Begin{}) {
			t.Errorf("going on: %#v", got)
		}
	}
}

func TestHowTheStartLooks(t *testing.T) {
	for _, size := range [][2]int{{72, 21}, {38, 9}} {
		env := fresh(t, size[0], size[1])
		first := tuitest.NewStage(env, NewFirst(env))
		chapters := tuitest.NewStage(env, New(env))
		tuitest.Golden(t, fmt.Sprintf("start-%dx%d", size[0], size[1]), first.Plain()+"\n\n----\n\n"+chapters.Plain())
	}
}
