package handout

import (
	"reflect"
	"testing"
)

func TestADrawingIsDrawnAnewWithLinesThatMeet(t *testing.T) {
	got := sketched("you ●─┐\n   ▼  me too  2")
	want := sketch{
		Wide: 150, High: 40,
		Paths: []string{"M50 10L60 10", "M60 10L65 10L65 20"},
		Heads: []string{"30,26 35,34 40,26"},
		Seats: []seat{{45, 10, 6, true}},
		Words: []caption{{0, 15, 30, "you"}, {60, 35, 60, "me too"}, {140, 35, 10, "2"}},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("drawn is\n%+v, want\n%+v", got, want)
	}
}

func TestWhatCannotBeDrawnAnewStaysAsItIs(t *testing.T) {
	for art, want := range map[string]bool{
		"┌──┐\n│ä │\n└──┘": true,
		"+--+\n|  |":       true,
		"╔══╗":             false, // a kind of line that is not known
		"中文":               false, // two cells wide
		"e\u0301":          false, // none wide
	} {
		if got := canSketch(art); got != want {
			t.Errorf("canSketch(%q) = %v, want %v", art, got, want)
		}
	}
}
