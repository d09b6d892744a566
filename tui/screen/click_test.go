package screen

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"firstsession/content"
	"firstsession/content/guidetest"
	"firstsession/content/page"
	"firstsession/content/visit"
	"firstsession/content/walk"
)

// clickFooter clicks on the name of a key at the foot of the window, if it stands there.
func (s *stage) clickFooter(name string) *stage {
	lines := strings.Split(s.plain(), "\n")
	if before, _, ok := strings.Cut(lines[len(lines)-1], name); ok {
		s.press("click:" + strconv.Itoa(ansi.StringWidth(before)) + "," + strconv.Itoa(len(lines)-1))
	}
	return s
}

// clickAt is a click on a place, wherever it stands.
func (s *stage) clickAt(to stop) *stage {
	s.m.update(to)
	s.m.render()
	return s
}

// However one clicks, on the answers and on the names of the keys, a question, a
// promise and the signature are answered by a key alone; and the click says so.
func TestNoClickAnswersAQuestionOrAPromiseOrSigns(t *testing.T) {
	all := visiting(t).Walk
	for _, step := range all.Steps() {
		if !slices.Contains([]walk.Kind{walk.Question, walk.Statement}, step.Kind) {
			continue
		}
		for _, window := range []size{{40, 12}, {160, 50}} {
			s := of(t, visitAt(t, step.Key()), window)
			if before := len(s.v.Facts); s.clickAll().v.Step() != step || len(s.v.Facts) != before {
				t.Errorf("%v %s: clicks came to %v, and to %d facts\n%s", window, step.Key(), s.v.Step(), len(s.v.Facts)-before, s.plain())
			}
		}
	}
	s := signing(t, wide).at("name", "text:Dana", "enter")
	if before := len(s.v.Facts); s.clickAll().signed() != 0 || len(s.v.Facts) != before {
		t.Errorf("clicks signed\n%s", s.plain())
	}
}

// clickAll clicks on each place of the page, and each time on what the footer names for it.
func (s *stage) clickAll() *stage {
	for range 4 {
		for _, spot := range s.m.here.paper.Spots {
			s.clickAt(spot.Stop).clickFooter("Enter").clickFooter("Space")
		}
	}
	return s
}

func TestAClickThatDoesNothingSaysSo(t *testing.T) {
	for _, c := range []struct {
		at     string
		keys   string
		clicks []string
		says   string
	}{
		{"where-dana-works", "2", []string{"Enter answer"}, "Press the key itself"},
		{"keep-private", "1", []string{"Enter do this"}, "Press the key itself"},
		{"keep-private", "", []string{"1-3 choose"}, "Press the key itself"},
		{"keep-private", "", []string{"I agree", "I agree"}, "Press Enter"},
		{"where-dana-works", "2", []string{"2"}, "Press Enter"},
		{"where-dana-works", "", []string{"What could Dana do"}, "A click does nothing there"},
		{"keep-private", "1", []string{"What members ask"}, "A click does nothing there"},
		{"keep-private", "n", []string{"No one reads this"}, "A click does nothing there"},
		{"keep-private", "n", []string{"____"}, "Here you type"},
		{"keep-private", "g", []string{"altruism"}, "A click does nothing there"},
		{"keep-private", "?", []string{"n: "}, "A click does nothing there"},
	} {
		s := of(t, visitAt(t, c.at), size{100, 50}).press(strings.Fields(c.keys)...)
		for _, words := range c.clicks {
			s.click(words)
			s.m.Update(tea.MouseReleaseMsg{Button: tea.MouseLeft}) // as each click has
		}
		if !strings.Contains(s.text(), c.says) {
			t.Errorf("%s: %q is not said:\n%s", c.at, c.says, s.plain())
		}
	}
}

// The first click takes a word away, and the rows move under the second.
func TestADoubleClickChoosesNothingElse(t *testing.T) {
	for _, c := range []struct{ words, chosen string }{{"I agree", "agree"}, {"I want to talk", "talk"}} {
		s := of(t, visitAt(t, "keep-private"), wide).press("enter").click(c.words)
		at, chosen := s.m.aim.Point, s.focus()
		click := "click:" + strconv.Itoa(at.X) + "," + strconv.Itoa(at.Y)
		if s.press(click); s.focus() != chosen || !strings.HasPrefix(chosen, c.chosen) || !strings.Contains(s.text(), "The page moved") {
			t.Errorf("%s: chosen is %q, and then %q\n%s", c.words, chosen, s.focus(), s.plain())
		}
		if s.press(click); s.focus() == chosen {
			t.Errorf("%s: one more click does nothing\n%s", c.words, s.plain())
		}
	}
}

func TestAClickIntoTheNoteThatIsWrittenDoesNotSendItOff(t *testing.T) {
	for _, window := range []size{{40, 12}, wide} {
		s := of(t, visitAt(t, "main-message"), window).press("n", "text:I feel scared about").click("scared").press("text: it", "enter")
		if notes := s.v.Walk.Notes(); len(notes) != 1 || notes[0].Text != "I feel scared about it" {
			t.Errorf("%v: kept is %+v\n%s", window, notes, s.plain())
		}
	}
}

func TestAWordAboutAClickStandsUntilTheNextKey(t *testing.T) {
	s := of(t, visitAt(t, "where-dana-works"), size{160, 50}).click("What could Dana do").press("down")
	if strings.Contains(s.text(), "last line") {
		t.Errorf("it still stands\n%s", s.plain())
	}
}

// first is the first page, with a language beside it.
func first(t testing.TB, window size) *stage {
	t.Helper()
	v := visit.New(visit.Options{
		Walk: walk.New(guidetest.Shipped(t, "en")), Keeper: &memory{}, Now: func() time.Time { return now },
		World:  page.World{Languages: []content.Language{{Code: "en", Name: "English"}, {Code: "es", Name: "Español"}}},
		ReadIn: func(language, _ string) (*content.Guide, error) { return guidetest.Shipped(t, language), nil },
	})
	v.Start(visit.Found{})
	return of(t, v, window)
}

func TestAClickOnWhatTheFirstPageNamesDoesWhatItsKeyDoes(t *testing.T) {
	for _, window := range []size{{80, 24}, {160, 50}} {
		for words, key := range map[string]string{"o: ": "o", "Español": "o", "leave no trace": "p", "the short way": "w", "I need help": "f1", "By ear": ""} {
			clicked, pressed := first(t, window).click(words), first(t, window)
			if key != "" {
				pressed.press(key)
			}
			if said := strings.Contains(clicked.text(), "last line"); said == (key != "") || key != "" && clicked.text() != pressed.text() {
				t.Errorf("%v: a click on %q leads to\n%s", window, words, clicked.plain())
			}
		}
	}
}

func TestAClickOnAPromiseThatIsStillOpenLeadsThere(t *testing.T) {
	for _, words := range []string{"I will keep private", "not answered yet"} {
		s := of(t, visitAt(t, walk.SignatureID), size{160, 70}).click(words)
		if at := s.v.Step().Key(); at != "keep-private" {
			t.Errorf("a click on %q leads to %s\n%s", words, at, s.plain())
		}
	}
	if s := signing(t, size{160, 70}); s.click("I will keep private").v.Step().Key() != walk.SignatureID {
		t.Error("one with an answer leads away, too")
	}
}
