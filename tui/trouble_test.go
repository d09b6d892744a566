package tui

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"firstsession/content/page"
	"firstsession/content/walk"
	"firstsession/tui/command/shell"
)

// bytes are those of a file.
func (c *computer) bytes(path string) []byte {
	c.t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		c.t.Fatal(err)
	}
	return data
}

// write puts a file in the place of what is there.
func (c *computer) write(path string, data []byte) {
	c.t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		c.t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		c.t.Fatal(err)
	}
}

// aside are the files that were put aside, and reports those of crashes, by
// their bytes.
func (c *computer) aside() []string   { c.t.Helper(); return c.besideJournal("set-aside-*") }
func (c *computer) reports() []string { c.t.Helper(); return c.besideJournal("report-*") }

func (c *computer) besideJournal(pattern string) []string {
	c.t.Helper()
	var all []string
	for _, path := range c.in("state/firstsession", pattern, "") {
		all = append(all, string(c.bytes(path)))
	}
	return all
}

// finds leaves at a section, and comes back to a journal of other bytes.
func finds(s surface, c *computer, changed func(whole []byte) []byte) (found []byte) {
	s.testing().Helper()
	does(s, begin, readOn, readOn, back)
	s.leave()
	found = changed(c.bytes(c.journal()))
	c.write(c.journal(), found)
	s.start()
	return found
}

func TestATornLastLineIsPutAsideAndSaid(t *testing.T) {
	t.Parallel()
	onBoth(t, onDisk, func(t *testing.T, s surface, c *computer) {
		torn := finds(s, c, func(whole []byte) []byte { return whole[:len(whole)-9] })
		s.sees("was not complete", "All before it is here")
		want := string(torn[bytes.LastIndexByte(torn, '\n')+1:])
		if aside := c.aside(); len(aside) != 1 || aside[0] != want || at(s) != "where-help-comes-from" {
			t.Errorf("it opens at %q, put aside is %q, want %q", at(s), aside, want)
		}
		does(s, later, leaveAndStart)
		if aside := c.aside(); len(aside) != 1 || at(s) != "why-first" {
			t.Errorf("after it: at %q, put aside %q", at(s), aside)
		}
	})
}

// lessLines is a journal without so many of its last lines.
func lessLines(whole []byte, count int) []byte {
	for range count {
		whole = whole[:bytes.LastIndexByte(whole[:len(whole)-1], '\n')+1]
	}
	return whole
}

func TestAJournalThatEndsEarlierThanItDidIsTold(t *testing.T) {
	for _, count := range []int{1, 2, 3, 4, 5} {
		t.Run(fmt.Sprint(count), func(t *testing.T) {
			onBoth(t, onDisk, func(t *testing.T, s surface, c *computer) {
				finds(s, c, func(whole []byte) []byte { return lessLines(whole, count) })
				s.sees("ends earlier than last time", fmt.Sprintf("Missing at its end: %d.", count))
				s.lacks("This is the page where you left")
				does(s, leaveAndStart)
				s.sees(fmt.Sprintf("Missing at its end: %d.", count)) // nothing was done since
				does(s, walkOn, walkOn, leaveAndStart)
				s.lacks("ends earlier")
			})
		})
	}
}

func TestAnIntakeThatEndsEarlierThanItDidIsTold(t *testing.T) {
	for _, count := range []int{1, 2} {
		t.Run(fmt.Sprint(count), func(t *testing.T) {
			onBoth(t, atTheDesk, func(t *testing.T, s surface, c *computer) {
				does(s, beginIntake(wholeGuide), readOn, readOn)
				s.leave()
				c.write(c.journal(), lessLines(c.bytes(c.journal()), count))
				s.start()
				does(s, act("Go on with K-102"))
				s.sees("ends earlier than last time", fmt.Sprintf("Missing at its end: %d.", count))
			})
		})
	}
}

// findsDamage comes back to a journal with another byte in its middle.
func findsDamage(s surface, c *computer) []byte {
	s.testing().Helper()
	broken := finds(s, c, func(whole []byte) []byte {
		lines := bytes.SplitAfter(whole, []byte("\n"))
		lines[2] = append([]byte("?"), lines[2]...)
		return bytes.Join(lines, nil)
	})
	s.sees("About your place", "is damaged: line 3", "Nothing in it was changed")
	return broken
}

func TestADamagedJournalIsPutAsideIfTheReaderSaysSo(t *testing.T) {
	t.Parallel()
	onBoth(t, onDisk, func(t *testing.T, s surface, c *computer) {
		broken := findsDamage(s, c)
		s.do(page.Aside, "")
		s.sees("put aside in", "1 of 10")
		if aside := c.aside(); len(aside) != 1 || aside[0] != string(broken) {
			t.Errorf("put aside is %q", aside)
		}
		if does(s, readOn, leaveAndStart, sees("Welcome back")); at(s) != "main-message" {
			t.Errorf("the new journal leads to %q", at(s))
		}
	})
}

// toAnAnswer reads from the first chapter's opening to its first question, and
// answers that.
var toAnAnswer = inOrder(readOn, readOn, choose(2), sees("You found what fits"))

func TestADamagedJournalStaysAsItIsIfTheReaderGoesOn(t *testing.T) {
	nonsense := func(s surface) {
		if r, ok := s.(*lineReader); ok {
			r.types("nonsense")
		}
	}
	for _, deeds := range [][]deed{
		{readOn, toAnAnswer, note("Ask")},
		{},
		{nonsense, note("Ask"), chapters, pick(3), readOn},
	} {
		onBoth(t, onDisk, func(t *testing.T, s surface, c *computer) {
			broken := findsDamage(s, c)
			does(s, deeds...)
			s.leave()
			if got, bye := c.bytes(c.journal()), s.visit().Farewell(); !bytes.Equal(got, broken) || strings.Contains(bye, "Your place is kept") {
				t.Errorf("it says %q, and the journal is now %q", bye, got)
			}
			s.start()
			s.sees("About your place")
		})
	}
}

func TestAJournalOfANewerProgramIsLeftAlone(t *testing.T) {
	t.Parallel()
	onBoth(t, onDisk, func(t *testing.T, s surface, c *computer) {
		newer := finds(s, c, newerFormat)
		s.sees("written by a newer First Session", "nothing will be kept this time")
		if r, ok := s.(keyboard); ok {
			r.press("x")
		} else {
			s.do(page.Aside, "")
			s.sees("That cannot be done here now, and nothing has changed")
		}
		does(s, sees("written by a newer First Session"), readOn, toAnAnswer, note("Ask"))
		s.leave()
		if got, aside := c.bytes(c.journal()), c.aside(); !bytes.Equal(got, newer) || aside != nil {
			t.Errorf("put aside is %q, and the journal is now %q", aside, got)
		}
	})
}

func TestASecondWindowReadsAndKeepsNothing(t *testing.T) {
	t.Parallel()
	onBoth(t, onDisk, func(t *testing.T, one surface, c *computer) {
		does(one, begin, readOn)
		onBothAt(t, *c, func(two surface) {
			does(two, sees("already open in another window"), readOn, toAnAnswer)
		})
		does(one, readOn, later)
		want := []string{"reach welcome", "pass welcome", "reach main-message", "pass main-message",
			"reach where-help-comes-from", "later where-help-comes-from", "reach why-first"}
		compare(t, "facts", factLines(c.facts(), nil), want)
		if does(one, leaveAndStart, sees("Welcome back")); at(one) != "why-first" {
			t.Errorf("it opens at %q", at(one))
		}
	})
}

func TestTwoWindowsThatBothBeginDoNotMixTheirFacts(t *testing.T) {
	t.Parallel()
	onBoth(t, onDisk, func(t *testing.T, one surface, c *computer) {
		onBothAt(t, *c, func(two surface) {
			if !one.visit().Walk.Started() {
				does(one, begin, readOn)
			}
			does(two, begin, sees("open in another window"), toAnAnswer)
		})
		compare(t, "facts", factLines(c.facts(), nil), []string{"reach welcome", "pass welcome", "reach main-message"})
	})
}

// onBothAt starts both surfaces at one computer.
func onBothAt(t *testing.T, c computer, run func(s surface)) {
	t.Helper()
	c.t = t
	screen, lines := beginSession(c, 60, 20), beginLines(c)
	run(newScreenReader(screen))
	run(lines)
}

func TestWithoutAHomeTheGuideIsReadAndSignedAllTheSame(t *testing.T) {
	t.Parallel()
	homeless := func(t testing.TB) computer { return computer{t: t, home: t.TempDir(), noHome: true} }
	onBoth(t, homeless, func(t *testing.T, s surface, c *computer) {
		mine := filepath.Join(c.home, "mine")
		does(s, sees("Your place cannot be kept on this computer", "names no home folder"), readOn,
			goTo("keep-private"), answerAll(walk.Agree), sign("Maja"), sees("say here which folder"),
			fillID("folder", mine))
		if shown := byID(s, "folder").Text; shown != mine {
			t.Errorf("the folder is %q", shown)
		}
		does(s, sign(""), sees("You signed on"))
		if found := c.in("mine", "*.json", ""); len(found) != 1 {
			t.Errorf("records are %v", found)
		}
	})
}

func TestAFileInThePlaceOfTheStateFolderIsSaid(t *testing.T) {
	notOnWindows(t, "a file in the place of a folder is only found there when one is made")
	for _, name := range []string{"state", filepath.Join("state", "firstsession")} {
		inTheWay := func(t testing.TB) computer {
			c := onDisk(t)
			c.write(filepath.Join(c.home, name), []byte("mine"))
			return c
		}
		onBoth(t, inTheWay, func(t *testing.T, s surface, c *computer) {
			does(s, sees("Your place cannot be kept"), readOn, toAnAnswer)
			if data := c.bytes(filepath.Join(c.home, name)); string(data) != "mine" {
				t.Errorf("the file is now %q", data)
			}
		})
	}
}

func TestWhatIsForgottenIsGoneAndRecordsStay(t *testing.T) {
	t.Parallel()
	onBoth(t, onDisk, func(t *testing.T, s surface, c *computer) {
		does(s, begin, note("Ask"), goTo("keep-private"), answerAll(walk.Agree), sign("Maja"))
		s.leave()
		if r, ok := s.(*screenReader); ok {
			r.s.close()
		}
		var said bytes.Buffer
		if code := obey([]string{"forget", "--yes"}, Streams{In: strings.NewReader(""), Out: io.Discard, Err: &said}, c.getenv); code != shell.ExitDone {
			t.Fatalf("forget ends with %d: %s", code, said.String())
		}
		if _, err := os.Stat(filepath.Dir(c.journal())); !os.IsNotExist(err) {
			t.Errorf("the journal's folder is still there: %v", err)
		}
		s.start()
		s.sees("begin, and keep my place")
		compare(t, "records", recordLines(c.records()), []string{"signed: Maja"})
	})
}
