package tui

import (
	"fmt"
	"strings"
	"testing"

	"firstsession/content/walk"
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
	{"signing", []deed{begin, goTo("keep-private"), answerAll(walk.TalkFirst), focus("sign")}},
	{"closing", []deed{begin, goTo("keep-private"), answerAll(walk.NotNow), decline}},
}

// pictureOf takes the deeds on a computer whose folders are always the same.
func pictureOf(t *testing.T, look string, width, height int, deeds []deed) *session {
	t.Helper()
	s := beginSession(computer{t: t, home: t.TempDir(), theme: look}, width, height)
	s.visit().Folder = "/home/maja/Documents/First Session"
	r := newScreenReader(s)
	for _, do := range deeds {
		do(r)
	}
	return s
}

func TestTheWholeWindowLooksAsItDid(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{80, 24}, {40, 12}} {
		for _, page := range pictured {
			name := fmt.Sprintf("window/%s-%dx%d", page.name, size[0], size[1])
			t.Run(name, func(t *testing.T) {
				tuitest.Golden(t, name, pictureOf(t, "dark", size[0], size[1], page.deeds).window())
			})
		}
	}
}

func TestTheColoursOfEachThemeAreAsTheyWere(t *testing.T) {
	for _, look := range []string{"dark", "light", "high-contrast"} {
		t.Run(look, func(t *testing.T) {
			s := pictureOf(t, look, 80, 24, pictured[3].deeds)
			tuitest.Golden(t, "window/missed-"+look, s.model.View().Content)
		})
	}
}

// Where a number only leads to what is to be opened, a click opens it.
func TestAClickOnAnOptionIsItsNumber(t *testing.T) {
	for _, test := range []struct {
		name  string
		deeds []deed
		words string
		key   string
	}{
		{"of a question", []deed{begin, goTo("where-dana-works")}, "She can leave it out", "2"},
		{"of a question with several", []deed{begin, goTo("bens-brother")}, "People rarely lose control", "3"},
		{"of a reflection", []deed{begin, goTo("my-worries")}, "The others will judge me", "2"},
		{"of a promise", []deed{begin, goTo("keep-private")}, "I want to talk about this first", "2"},
		{"not to sign", []deed{begin, goTo("keep-private"), answerAll(walk.Agree), focus("sign")}, "Not now, do not sign", "d"},
		{"of the first page", nil, "choose a chapter", "c"},
		{"of the first page, in private", nil, "begin, and leave no trace", "p"},
		{"of the chapters", []deed{begin, chapters}, "Common myths", "3 enter"},
		{"of the notes", []deed{begin, note("Ask about Tuesdays"), notesList}, "Ask about Tuesdays", "tab enter"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := newSession(t, 80, 24)
			r := newScreenReader(s)
			for _, do := range test.deeds {
				do(r)
			}
			clicked, v1 := s.copied()
			pressed, v2 := s.copied()
			x, y := s.find(test.words)
			click := fmt.Sprintf("click:%d,%d", x, y)
			sendAll(clicked, tuitest.Messages(click)...)
			sendAll(pressed, tuitest.Messages(strings.Fields(test.key)...)...)
			if looks(clicked) != looks(pressed) || !sameVisit(v1, v2) {
				t.Errorf("a click shows\n%s\nand %s shows\n%s", clicked.View().Content, test.key, pressed.View().Content)
			}
			if looks(clicked) == looks(s.screen) {
				t.Errorf("a click does nothing")
			}
		})
	}
}

func TestAClickOnAChapterGoesThere(t *testing.T) {
	s := newSession(t, 80, 24)
	s.press("enter", "c")
	x, y := s.find("Stumbling blocks")
	s.click(x, y)
	if at := s.step().Key(); at != "stumbling-blocks" {
		t.Errorf("it leads to %q", at)
	}
}
