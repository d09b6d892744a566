package tui

import (
	"image/color"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"firstsession/tui/guard"
	"firstsession/tui/keys"
)

func TestWhatWasNotKeptIsTriedOnceMoreByWhoLeaves(t *testing.T) {
	s := beginSession(onFake(t), 80, 24)
	r := newScreenReader(s)
	begin(r)
	s.fake.Fill(0)
	readOn(r)
	s.sees("not on the disk")
	s.fake.Fill(-1)
	s.press("q")
	sameFacts(t, s.facts(), s.visit().Facts)
}

func TestADiskThatIsFullAtTheBeginningIsTriedAgain(t *testing.T) {
	s := beginSession(onFake(t), 80, 24)
	s.fake.Fill(0)
	s.press("enter").sees("not on the disk")
	s.fake.Fill(-1)
	readOn(newScreenReader(s))
	sameFacts(t, s.facts(), s.visit().Facts)
}

func TestATornFirstFactIsSaidAsWell(t *testing.T) {
	s := newSession(t, 80, 24)
	s.write(s.journal(), []byte("{\"format\":1}\n{\"seq\":1,\"ti"))
	s.again().sees("was not complete")
}

// A window that is too small shows no page, so nothing may happen to the page
// that is not seen.
func TestInAWindowThatIsTooSmallNoKeyButStopDoesAnything(t *testing.T) {
	eachPlace(t, func(t *testing.T, s *session) {
		if s.resize(29, 24); !strings.HasSuffix(t.Name(), "/help_now") { // which is shown at any size
			s.sees("too small")
		}
		before := len(s.visit().Facts)
		m, v := s.copied()
		for _, name := range []string{"down", "enter", "space", "1", "enter", "space", "2", "enter"} {
			m.Update(keys.Press(name))
		}
		if len(v.Facts) != before {
			t.Errorf("facts came of keys on a page that nobody saw: %v", factLines(v.Facts[before:], nil))
		}
	})
}

func TestInAWindowThatIsTooSmallHelpNowIsShown(t *testing.T) {
	eachPlace(t, func(_ *testing.T, s *session) {
		s.resize(29, 7).press("f1").sees("emergency number now")
		s.press("f1").sees("emergency number now")
		s.press("esc").sees("F1: help now")
	})
}

func TestInAWindowThatIsTooSmallQLeavesFromAFieldAndKeepsItsWords(t *testing.T) {
	s := newSession(t, 80, 24)
	s.press("enter", "n", "text:abc").resize(20, 5)
	if s.press("q"); !s.ended {
		t.Errorf("it does not leave:\n%s", s.window())
	}
	if notes := s.again().walk().Notes(); len(notes) != 1 || notes[0].Text != "abc" {
		t.Errorf("kept: %v", notes)
	}
}

func TestAReflectionShownSmallAndLargeAgainShowsItsPrompt(t *testing.T) {
	s := newSession(t, 80, 24)
	r := newScreenReader(s)
	for _, do := range []deed{begin, goTo("my-worries"), tick(1), sees("Which of these worries")} {
		do(r)
	}
	s.resize(20, 5).resize(40, 12).resize(120, 40).resize(29, 8).resize(80, 24).sees("Which of these worries")
}

func TestEnterAtTheSameTicksSaysSomething(t *testing.T) {
	s := newSession(t, 80, 24)
	r := newScreenReader(s)
	for _, do := range []deed{begin, goTo("bens-brother"), choose(1, 2)} {
		do(r)
	}
	if !s.works("enter") {
		t.Error("the footer shows “Enter answer”, which does nothing")
	}
}

func TestEssentialKeysAt40Cells(t *testing.T) {
	for _, deeds := range [][]deed{
		{begin, goTo("keep-private"), press("2")},
		{begin, note("Ask"), goTo("keep-private"), answerAll("agree"), include("Ask")},
		{damage},
	} {
		s := newSession(t, 80, 24)
		r := newScreenReader(s)
		for _, do := range deeds {
			do(r)
		}
		if footer, _ := s.resize(40, 12).footer(); strings.Contains(footer, "…") {
			t.Errorf("the footer is cut: %q", footer)
		}
	}
}

func TestTheListOfKeysShowsNoKeyThatDoesNothing(t *testing.T) {
	s := newSession(t, 120, 40)
	s.press("enter", "?")
	if footer, _ := s.footer(); strings.Contains(footer, "? ") {
		t.Errorf("the footer shows ?, which does nothing here: %q", footer)
	}
}

func TestWhoseWholeJournalWasPutAsideIsNotToldThatItIsHere(t *testing.T) {
	s := newSession(t, 80, 24)
	findsDamage(newScreenReader(s), &s.computer)
	s.press("x")
	if words := strings.Join(strings.Fields(s.window()), " "); strings.Contains(words, "All before it is here") {
		t.Error("the walk begins anew, and the page says: All before it is here")
	}
}

func TestTheColourProfileOutlastsTheNewsOfTheBackground(t *testing.T) {
	shows := func(look string, news ...tea.Msg) string {
		s := beginSession(computer{t: t, home: t.TempDir(), theme: look}, 80, 24)
		s.send(news...)
		return s.model.View().Content
	}
	ascii, white := tea.ColorProfileMsg{Profile: colorprofile.ASCII}, tea.BackgroundColorMsg{Color: color.White}
	if shows("auto", white) != shows("light") || shows("light") == shows("dark") || shows("light") == shows("light", ascii) {
		t.Error("the background does not choose the theme, or themes and profiles look alike")
	}
	if got := shows("auto", ascii, white); got != shows("light", ascii) {
		t.Errorf("it shows %q", got)
	}
}

func TestALongNoticeLeavesRoomForThePage(t *testing.T) {
	s := newSession(t, 30, 8)
	begin(newScreenReader(s))
	s.visit().Say(strings.Repeat("a long path /and/so/on ", 40))
	s.resize(30, 8)
	rows := strings.Split(s.window(), "\n")
	at := slices.IndexFunc(rows, func(row string) bool { return strings.Contains(row, "a long path") })
	if page := strings.Fields(strings.Join(rows[1:at], "\n")); at < 3 || len(page) < 5 {
		t.Errorf("the page has too little room:\n%s", s.window())
	}
}

func TestAClickReachesOnlyWhatIsShown(t *testing.T) {
	s := newSession(t, 60, 9)
	s.press("enter", "c")
	before := s.window()
	for y := range 30 {
		s.click(5, s.height+y).click(5, -1-y)
	}
	s.press("click:59,8").sees("A click does nothing there").press("down", "up")
	if after := s.window(); after != before || s.step().Kind != "" {
		t.Errorf("a click beside the footer's keys came to\n%s", after)
	}
}

func TestChoosingAChapterFirstKeepsNothingUnasked(t *testing.T) {
	s := newSession(t, 80, 24)
	s.press("c", "down", "enter", "p").sees("Your first session")
	s.press("space", "n", "text:a note", "enter", "q")
	if facts := s.facts(); facts != nil {
		t.Errorf("kept: %v", factLines(facts, nil))
	}
}

func TestNothingIsCalledKeptBeforeItIsOnTheDisk(t *testing.T) {
	s := beginSession(onFake(t), 80, 24)
	begin(newScreenReader(s))
	s.fake.Fill(0)
	s.press("n", "text:a question", "enter").sees("not on the disk")
	if kept := s.walk().Guide().Words.Notes.Kept; strings.Contains(s.window(), kept) {
		t.Errorf("the page says %q:\n%s", kept, s.window())
	}
	broke := &guard.Crash{What: "index out of range"}
	if err := s.program.reportCrash(broke, s.opening.store, s.visit(), ""); strings.Contains(err.Error(), "is kept") {
		t.Errorf("with a full disk, a crash says: %v", err)
	}
	s.fake.Fill(-1)
	if err := s.program.reportCrash(broke, s.opening.store, s.visit(), ""); !strings.Contains(err.Error(), "is kept") {
		t.Errorf("with room again, a crash says: %v", err)
	}
}

func TestLeavingThePageAboutTroubleLosesNoSteps(t *testing.T) {
	s := newSession(t, 80, 24)
	findsDamage(newScreenReader(s), &s.computer)
	s.press("q")
	if err := lost(s.visit()); err != nil {
		t.Errorf("nothing was done, and leaving says: %v", err)
	}
}
