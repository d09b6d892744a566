package tui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"firstsession/content"
	"firstsession/content/walk"
)

// guided is a computer with a guide's folder, as export writes it.
func guided(at func(testing.TB) computer) func(testing.TB) computer {
	return func(t testing.TB) computer {
		c := at(t)
		c.guide = filepath.Join(c.home, "guide")
		if err := os.CopyFS(c.guide, content.Embedded()); err != nil {
			t.Fatal(err)
		}
		return c
	}
}

// walkOn goes on to the next page, and leaves a question for later.
func walkOn(s surface) {
	if s.visit().Step().Kind == walk.Question {
		later(s)
		return
	}
	readOn(s)
}

// walksTo goes on from page to page up to one.
func walksTo(key string) deed {
	return func(s surface) {
		s.testing().Helper()
		until(s, func() bool { return at(s) == key }, func() { walkOn(s) })
	}
}

// gone are places that are taken out of the guide while somebody is there.
var gone = []struct {
	name, at     string
	file         string // of which the words change; without them it is taken away
	old, instead string
	found        string // where they come back to
	said         string
}{
	{"nothing", "arriving", "02-first-session.md", "Getting there", "Coming there", "arriving", ""},
	{"a section", "why-first", "01-welcome.md", "{#why-first}", "{#why-now}", "where-help-comes-from", "no longer in the guide"},
	{"a question", "silence", "02-first-session.md", "silence}", "stillness}", "time-to-form", "no longer in the guide"},
	{"a chapter, at its first page", "first-session", "02-first-session.md", "", "", "sent-by-work again", "no longer in the guide"},
	{"a chapter, within it", "three-sentences", "02-first-session.md", "", "", "sent-by-work again", "no longer in the guide"},
	{"the first section", "arriving", "02-first-session.md", "{#arriving", "{#coming", "first-session", "no longer in the guide"},
	{"the chapter before", "arriving", "01-welcome.md", "", "", "arriving", ""},
	{"the chapter behind", "arriving", "03-common-myths.md", "", "", "arriving", ""},
	{"a section of the chapter before", "arriving", "01-welcome.md", "{#why-first}", "{#why-now}", "arriving", ""},
	{"the section before a question", "time-to-form", "02-first-session.md", "{#time-to-form", "{#time-needed", "groups-differ", "no longer in the guide"},
}

// takeOut takes a place out of the guide.
func (c *computer) takeOut(file, old, instead string) {
	c.t.Helper()
	path := filepath.Join(c.guide, "en", file)
	if old == "" {
		if err := os.Remove(path); err != nil {
			c.t.Fatal(err)
		}
		return
	}
	c.write(path, []byte(strings.ReplaceAll(string(c.bytes(path)), old, instead)))
}

func TestWhereThePlaceIsGoneTheNearestIsShownAndSaid(t *testing.T) {
	t.Parallel()
	for _, g := range gone {
		t.Run(g.name, func(t *testing.T) {
			onBoth(t, guided(onDisk), func(t *testing.T, s surface, c *computer) {
				does(s, begin, walksTo(g.at))
				s.leave()
				c.takeOut(g.file, g.old, g.instead)
				s.start()
				if at(s) != g.found {
					t.Errorf("it opens at %q, want %q", at(s), g.found)
				}
				if g.said == "" {
					s.sees("This is the page where you left")
					return
				}
				s.sees(g.said, "This is the nearest one that is left")
				s.lacks("This is the page where you left")
				does(s, walkOn, leaveAndStart)
				s.lacks(g.said)
			})
		})
	}
}

func TestAnIntakeWhosePlaceIsGoneGoesOnAtTheNearestAndSaysSo(t *testing.T) {
	t.Parallel()
	for _, g := range gone {
		t.Run(g.name, func(t *testing.T) {
			onBoth(t, guided(atTheDesk), func(t *testing.T, s surface, c *computer) {
				does(s, beginIntake(wholeGuide), walksTo(g.at))
				s.leave()
				c.takeOut(g.file, g.old, g.instead)
				s.start()
				does(s, act("Go on with K-102"))
				if at(s) != g.found {
					t.Errorf("it opens at %q, want %q", at(s), g.found)
				}
				if g.said == "" {
					s.lacks("no longer in the guide")
					return
				}
				s.sees(g.said, "This is the nearest one that is left")
			})
		})
	}
}

func TestWhoSawOnlyWhatIsGoneIsTold(t *testing.T) {
	t.Parallel()
	onBoth(t, guided(onDisk), func(t *testing.T, s surface, c *computer) {
		does(s, begin, walksTo("why-first"))
		s.leave()
		c.takeOut("01-welcome.md", "", "")
		s.start()
		s.sees("The pages that you have seen are not in this guide", "begin, and keep my place")
		does(s, begin)
		if at(s) != "first-session" {
			t.Errorf("it begins at %q", at(s))
		}
	})
}
