package search

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"firstsession/content"
	"firstsession/tui/screen"
	"firstsession/tui/tuitest"
)

func stage(t *testing.T, width, height int, keys ...string) *tuitest.Stage {
	t.Helper()
	env := tuitest.Env(tuitest.Shipped(t), width, height)
	return tuitest.NewStage(env, New(env)).Press(keys...)
}

func TestLooks(t *testing.T) {
	for _, size := range []screen.Size{{Width: 72, Height: 20}, {Width: 36, Height: 8}} {
		var b strings.Builder
		for _, keys := range [][]string{
			{}, {"text:silence"}, {"text:silence", "down", "down"}, {"text:tell first"}, {"text:zebra"},
		} {
			s := stage(t, size.Width, size.Height, keys...)
			fmt.Fprintf(&b, "%v  [%s]\n\n%s\n\n", keys, s.Screen.View().Place, s.Plain())
		}
		tuitest.Golden(t, fmt.Sprintf("search-%dx%d", size.Width, size.Height), b.String())
	}
}

func TestFitsEverywhere(t *testing.T) {
	long := "paste:" + strings.Repeat("group ", 30)
	for _, size := range []screen.Size{{Width: 36, Height: 6}, {Width: 72, Height: 20}, {Width: 100, Height: 60}} {
		for _, keys := range [][]string{
			{}, {"text:e"}, {"text:e", "down"}, {"text:e", "down", "end"}, {"text:e", "down", "end", "up"},
			{"text:e", "wheel:down", "wheel:down"}, {"text:e", "down", "wheel:down", "wheel:down", "wheel:down"},
			{"text:zebra"}, {"tab"}, {"text:zebra", "tab"}, {long}, {"text:private", "tab"},
		} {
			s := stage(t, size.Width, size.Height, keys...)
			s.Check(t)
			s.CheckKeysWork(t)
			s.Resize(50, 9).Check(t)
		}
	}
}

func TestKeys(t *testing.T) {
	first := tuitest.Shipped(t).Search("private")[0]
	opened := screen.Open{Place: screen.Place{Kind: screen.Reading, Section: first.Section, Marks: "private"}}
	for _, c := range []struct {
		keys   string
		want   screen.Action
		typing bool
	}{
		{"", nil, true},
		{"backspace", screen.Close{}, true},
		{"left", screen.Close{}, true},
		{"esc", screen.Close{}, true},
		{"text:x backspace", nil, true},
		{"text:x backspace backspace", screen.Close{}, true},
		{"text:x left", nil, true},
		{"text:q?c", nil, true},
		{"enter", nil, true},
		{"tab", nil, false},
		{"tab left", screen.Close{}, false},
		{"tab esc", screen.Close{}, false},
		{"tab /", nil, true},
		{"tab tab", nil, true},
		{"text:private down", nil, false},
		{"text:private enter", nil, false},
		{"text:private tab", nil, false},
		{"text:private down up", nil, true},
		{"text:private down down up up", nil, true},
		{"text:private down /", nil, true},
		{"text:private down left", screen.Close{}, false},
		{"text:private down backspace", screen.Close{}, false},
		{"text:private down enter", opened, false},
		{"text:private enter space", opened, false},
		{"paste:private down enter", opened, false},
		{"text:private down down end home enter", opened, false},
		{"text:private click:5,2", opened, false},
		{"text:private down click:5,0", nil, true},
	} {
		s := stage(t, 72, 20, strings.Fields(c.keys)...)
		if got := s.Last(); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%q asks for %#v, want %#v", c.keys, got, c.want)
		}
		if view := s.Screen.View(); view.Typing != c.typing || c.typing && view.Cursor == nil {
			t.Errorf("%q: typing is %v, cursor %v", c.keys, view.Typing, view.Cursor)
		}
	}
}

// Every hit leads to a place, whichever part of the guide it is in.
func TestEveryHitLeadsToItsPlace(t *testing.T) {
	s := stage(t, 72, 20)
	for _, hit := range []content.Hit{
		{Chapter: "welcome", Section: "main-message"},
		{Chapter: "welcome"},
		{Chapter: content.CommitmentID, Section: "keep-private"},
		{Chapter: content.CommitmentID},
		{Chapter: content.GlossaryID, Section: "feedback"},
		{Chapter: content.GlossaryID},
	} {
		search := s.Screen.(search)
		search.hits, search.focus, search.query = []content.Hit{hit}, 0, "words"
		place := search.open().(screen.Open).Place
		want := screen.Place{Kind: screen.Reading, Section: hit.Section, Marks: "words"}
		if hit.Section == "" && hit.Chapter != content.GlossaryID {
			want.Section = hit.Chapter
		}
		if hit.Chapter == content.GlossaryID {
			want.Kind = screen.Glossary
		}
		if place != want {
			t.Errorf("%v leads to %v", hit, place)
		}
	}
}

func TestMarksWhatWasFound(t *testing.T) {
	s := stage(t, 72, 20, "text:SILENCE")
	for _, line := range s.Screen.View().Body {
		if strings.Contains(line, "\x1b[7m") {
			return
		}
	}
	t.Error("nothing is marked")
}

func BenchmarkType(b *testing.B) {
	env := tuitest.Env(tuitest.Shipped(b), 72, 20)
	s := tuitest.NewStage(env, New(env)).Press("text:grou")
	g := tuitest.Messages("g")[0]
	for b.Loop() {
		s.Screen.Update(g)
	}
}
