package tui

import (
	"path/filepath"
	"testing"

	"firstsession/tui/tuitest"
)

//go:generate go test . -run ^TestThePicturesOfTheProgramAreWhatItShowsNow$ -update

// The pictures stand at the top of the README. They are drawn from what the
// program shows, so they can be neither better than it nor older.
func TestThePicturesOfTheProgramAreWhatItShowsNow(t *testing.T) {
	dark, light := Papers()
	for _, look := range []struct {
		name  string
		paper Paper
	}{{"dark", dark}, {"light", light}} {
		for _, page := range []struct {
			name, title, says string
			deeds             []deed
		}{
			{
				"first-session", "The first page of First Session",
				"A ring of ten seats, one of them taken. Below it, what the guide is for and how long it takes, and four ways on: begin, begin without a trace, choose a chapter, and I need help now.",
				nil,
			},
			{
				"first-session-question", "A question in First Session",
				"A member would rather not say where she works: what could she do? Of three answers the first was tried, and a sentence says why another fits better. The second was found, and a sentence says why it fits.",
				[]deed{begin, goTo("where-dana-works"), choose(1), choose(2)},
			},
		} {
			s := pictureOf(t, look.name, 80, 24, page.deeds)
			picture := Picture{
				Title: page.title, Says: page.says, Columns: 80, Rows: 24,
				Paper: look.paper, Content: s.model.View().Content,
			}
			path := filepath.Join("..", ".github", page.name+"-"+look.name+".svg")
			tuitest.Committed(t, path, picture.SVG())
		}
	}
}
