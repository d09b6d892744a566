package tui

import (
	"fmt"
	"testing"

	"firstsession/content/walk"
	"firstsession/tui/theme"
	"firstsession/tui/tuitest"
)

// pictured are the pages of which the whole window is kept as a picture.
var pictured = []struct {
	name  string
	deeds []deed
}{
	{"first", nil},
	{"chapters", []deed{begin, goTo("own-pace"), chapters}},
	{"section", []deed{begin, goTo("own-pace")}},
	{"missed", []deed{begin, goTo("where-dana-works"), choose(1)}},
	{"promise", []deed{begin, goTo("keep-private")}},
	{"signing", []deed{begin, goTo("keep-private"), answerAll(walk.TalkFirst), press("1")}},
	{"closing", []deed{begin, goTo("keep-private"), answerAll(walk.NotNow), decline}},
}

// pictureOf takes the deeds on a computer whose folders are always the same.
func pictureOf(t *testing.T, width, height int, deeds []deed) *session {
	t.Helper()
	s := newSession(t, width, height)
	s.app.visit.Folder = "/home/maja/Documents/First Session"
	r := newScreenReader(s)
	for _, do := range deeds {
		do(r)
	}
	return s
}

func TestTheWholeWindowLooksAsItDid(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {40, 12}} {
		for _, page := range pictured {
			name := fmt.Sprintf("window/%s-%dx%d", page.name, size[0], size[1])
			t.Run(name, func(t *testing.T) {
				tuitest.Golden(t, name, pictureOf(t, size[0], size[1], page.deeds).screen())
			})
		}
	}
}

func TestTheColoursOfEachThemeAreAsTheyWere(t *testing.T) {
	for _, look := range []theme.Theme{theme.Dark(), theme.Light(), theme.HighContrast()} {
		t.Run(look.Name, func(t *testing.T) {
			s := pictureOf(t, 80, 24, pictured[3].deeds)
			s.app.setTheme(look)
			s.resize(80, 24)
			tuitest.Golden(t, "window/missed-"+look.Name, s.model.View().Content)
		})
	}
}

func TestAClickOnAnOptionIsItsNumber(t *testing.T) {
	for _, test := range []struct {
		name  string
		deeds []deed
		words string
		key   string
	}{
		{"of a question", []deed{begin, goTo("where-dana-works")}, "She can leave it out", "2"},
		{"of a question with several", []deed{begin, goTo("bens-brother")}, "People rarely lose control", "3"},
		{"of a reflection", []deed{begin, goTo("my-worries")}, "They will judge me", "2"},
		{"of a promise", []deed{begin, goTo("keep-private")}, "I want to talk about this first", "2"},
		{"not to sign", []deed{begin, goTo("keep-private"), answerAll(walk.Agree), press("1")}, "Not now, do not sign", "2"},
		{"of the first page", nil, "choose a chapter", "c"},
		{"of the first page, in private", nil, "begin, and leave no trace", "p"},
		{"of the chapters", []deed{begin, chapters}, "Common myths", "3"},
		{"of the notes", []deed{begin, note("Ask about Tuesdays"), press("n", "tab")}, "Ask about Tuesdays", "down"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := newSession(t, 80, 24)
			r := newScreenReader(s)
			for _, do := range test.deeds {
				do(r)
			}
			clicked, pressed := s.copied(), s.copied()
			x, y := s.find(test.words)
			clicked.Update(tuitest.Messages(fmt.Sprintf("click:%d,%d", x, y))[0])
			pressed.Update(tuitest.Messages(test.key)[0])
			if looks(clicked) != looks(pressed) {
				t.Errorf("a click shows\n%s\nand %s shows\n%s", clicked.shown.content, test.key, pressed.shown.content)
			}
			if looks(clicked) == looks(s.app) {
				t.Errorf("a click does nothing")
			}
		})
	}
}

func TestASecondClickOnAChapterGoesThere(t *testing.T) {
	s := newSession(t, 80, 24)
	s.press("enter", "c")
	x, y := s.find("Stumbling blocks")
	s.click(x, y).sees("Chapters").click(x, y)
	if at := s.step().Key(); at != "stumbling-blocks" {
		t.Errorf("it leads to %q", at)
	}
}
