package reader

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"firstsession/content"
	"firstsession/content/walk"
	"firstsession/tui/screen"
	"firstsession/tui/theme"
	"firstsession/tui/tuitest"
)

// sheet is a page with its header and footer in words, to be looked at.
func sheet(s *tuitest.Stage) string {
	view := s.Screen.View()
	var keys []string
	for _, b := range s.Screen.Keys() {
		keys = append(keys, b.Shown+" "+b.Does)
	}
	return fmt.Sprintf("%s  [%s]\n\n%s\n\n%s  [%s]\n",
		view.Title, view.Place, s.Plain(), strings.Join(keys, "   "), view.More)
}

func step(t *testing.T, env screen.Env, key string) walk.Step {
	t.Helper()
	found, ok := env.Walk.Find(key)
	if !ok {
		t.Fatalf("there is no step %q", key)
	}
	return found
}

func TestLooks(t *testing.T) {
	guide := tuitest.Shipped(t)
	for _, size := range []screen.Size{{Width: 72, Height: 20}, {Width: 36, Height: 8}} {
		env := tuitest.Env(guide, size.Width, size.Height)
		var b strings.Builder
		for _, key := range []string{"common-myths", "main-message", "commitment"} {
			s := tuitest.NewStage(env, New(env, step(t, env, key)))
			s.Check(t)
			b.WriteString(sheet(s) + "\n")
			if s.Press("space"); len(s.Actions) == 0 && s.Screen.View().More != "" {
				b.WriteString(sheet(s) + "\n")
			}
		}
		s := tuitest.NewStage(env, NewReading(env, "keep-private", "record"))
		b.WriteString(sheet(s))
		tuitest.Golden(t, fmt.Sprintf("reader-%dx%d", size.Width, size.Height), b.String())
	}
}

func TestEveryPageFitsEverywhere(t *testing.T) {
	guide := tuitest.Shipped(t)
	for _, size := range []screen.Size{{Width: 36, Height: 6}, {Width: 72, Height: 20}, {Width: 100, Height: 60}} {
		env := tuitest.Env(guide, size.Width, size.Height)
		env.Theme = theme.Dark()
		for _, at := range env.Walk.Steps() {
			switch at.Kind {
			case walk.Opening, walk.Section:
			default:
				continue
			}
			s := tuitest.NewStage(env, New(env, at))
			s.Check(t)
			s.CheckKeysWork(t)
			for s.Screen.(reader).text.Below() {
				s.Press("space")
				s.Check(t)
				s.CheckKeysWork(t)
			}
			tuitest.CheckLines(t, s.Screen.View().Aside, asideWidth)
			if len(s.Actions) > 0 {
				t.Errorf("%v: scrolling asked for %v", at, s.Actions)
			}
		}
	}
}

func TestKeys(t *testing.T) {
	open := func(kind screen.PlaceKind, section string) screen.Action {
		return screen.Open{Place: screen.Place{Kind: kind, Section: section}}
	}
	const here = "main-message"
	for _, c := range []struct {
		key     string
		walking screen.Action
		between screen.Action
	}{
		{"space", screen.Next{}, screen.Close{}},
		{"enter", screen.Next{}, screen.Close{}},
		{"left", screen.Previous{}, screen.Close{}},
		{"backspace", screen.Previous{}, screen.Close{}},
		{"esc", nil, screen.Close{}},
		{"n", open(screen.Notes, here), open(screen.Notes, here)},
		{"c", open(screen.Home, ""), open(screen.Home, "")},
		{"/", open(screen.Search, ""), open(screen.Search, "")},
		{"g", open(screen.Glossary, ""), open(screen.Glossary, "")},
		{"x", nil, nil},
		{"up", nil, nil},
	} {
		env := tuitest.Env(tuitest.Shipped(t), 72, 60)
		walking := tuitest.NewStage(env, New(env, step(t, env, here))).Press(c.key)
		if got := walking.Last(); !reflect.DeepEqual(got, c.walking) {
			t.Errorf("%s asks for %#v, want %#v", c.key, got, c.walking)
		}
		between := tuitest.NewStage(env, NewReading(env, here, "")).Press(c.key)
		if got := between.Last(); !reflect.DeepEqual(got, c.between) {
			t.Errorf("%s in between asks for %#v, want %#v", c.key, got, c.between)
		}
	}
}

func TestSpaceScrollsFirstAndSaysSo(t *testing.T) {
	env := tuitest.Env(tuitest.Shipped(t), 36, 8)
	s := tuitest.NewStage(env, New(env, step(t, env, "main-message")))
	words := env.Words()
	for range 20 {
		does := s.Screen.Keys()[0].Does
		bottom := strings.Split(s.Plain(), "\n")
		s.Press("space")
		if len(s.Actions) > 0 {
			if does != words.Keys.GoOn {
				t.Errorf("Space went on when the footer said %q", does)
			}
			return
		}
		if does != words.Reader.ReadOn {
			t.Errorf("Space scrolled when the footer said %q", does)
		}
		if !strings.Contains(s.Plain(), strings.Join(bottom[len(bottom)-2:], "\n")) {
			t.Error("the last two lines were not kept in sight")
		}
	}
	t.Error("Space never went on")
}

func after(t *testing.T, env screen.Env, event walk.Event) screen.Env {
	t.Helper()
	w, _, err := env.Walk.Apply(time.Unix(0, 0).UTC(), event)
	if err != nil {
		t.Fatal(err)
	}
	env.Walk = w
	return env
}

func TestReadingInBetween(t *testing.T) {
	guide := tuitest.Shipped(t)
	env := tuitest.Env(guide, 36, 8)
	chapter := guide.Chapters[1]
	for id, want := range map[string]string{
		"main-message":         "What a therapy group is for",
		chapter.ID:             chapter.Title,
		"keep-private":         "I will keep private who the",
		content.CommitmentID:   guide.Commitment.Title,
		"no-such-section-here": env.Words().Reader.Returns,
	} {
		s := tuitest.NewStage(env, NewReading(env, id, ""))
		s.Check(t)
		if !strings.Contains(s.Plain(), want) {
			t.Errorf("%s shows:\n%s", id, s.Plain())
		}
		if s.Press("end"); !strings.Contains(strings.ReplaceAll(s.Plain(), "\n", " "), "back to where you were") {
			t.Errorf("%s does not say where it leads:\n%s", id, s.Plain())
		}
	}
}

func TestOpensAtTheWordsSearchedFor(t *testing.T) {
	env := tuitest.Env(tuitest.Shipped(t), 36, 8)
	s := tuitest.NewStage(env, NewReading(env, "main-message", "THERAPIST"))
	s.Check(t)
	marked := ""
	for _, line := range s.Screen.View().Body {
		if strings.Contains(line, "\x1b[7m") {
			marked += ansi.Strip(line)
		}
	}
	if !strings.Contains(marked, "therapist") {
		t.Errorf("no marked line in\n%s", strings.Join(s.Screen.View().Body, "\n"))
	}
	top := strings.Split(s.Plain(), "\n")[0]
	if s.Press("up").Show(s.Env); strings.Split(s.Plain(), "\n")[1] != top {
		t.Error("it jumps back to the words after one has scrolled away")
	}
}

func TestAsideShowsWhereOneIs(t *testing.T) {
	env := tuitest.Env(tuitest.Shipped(t), 72, 20)
	s := tuitest.NewStage(env, New(env, step(t, env, "main-message")))
	aside := tuitest.Plain(s.Screen.View().Aside)
	if strings.Count(aside, "○") != len(env.Guide.Chapters[0].Sections) || strings.Contains(aside, "●") {
		t.Errorf("before anything was read:\n%s", aside)
	}
	s.Show(after(t, env, walk.Event{Kind: walk.Pass, Subject: "main-message"}))
	aside = tuitest.Plain(s.Screen.View().Aside)
	if !strings.HasPrefix(aside, "● "+"What a therapy group is") {
		t.Errorf("after the first section was read:\n%s", aside)
	}
}
