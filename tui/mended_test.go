package tui

import (
	"image/color"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"firstsession/tui/keys"
)

func TestWhatWasNotKeptIsTriedOnceMoreByWhoLeaves(t *testing.T) {
	s := newSession(t, 80, 24)
	fake := s.onFake(s.opening.store)
	r := newScreenReader(s)
	r.begin(true)
	fake.Fill(0)
	r.readOn()
	s.sees("not on the disk")
	fake.Fill(-1)
	s.press("q")
	sameFacts(t, s.kept(fake), s.app.visit.Facts)
}

func TestADiskThatIsFullAtTheBeginningIsTriedAgain(t *testing.T) {
	s := newSession(t, 80, 24)
	fake := s.onFake(s.opening.store)
	fake.Fill(0)
	s.press("enter").sees("not on the disk")
	fake.Fill(-1)
	newScreenReader(s).readOn()
	sameFacts(t, s.kept(fake), s.app.visit.Facts)
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
		s.resize(29, 24).sees("too small")
		before := len(s.app.visit.Facts)
		a := s.copied()
		for _, name := range []string{"down", "enter", "space", "1", "enter", "space", "2", "enter"} {
			a.Update(keys.Press(name))
		}
		if len(a.visit.Facts) != before {
			t.Errorf("facts came of keys on a page that nobody saw: %v", factLines(a.visit.Facts[before:], nil))
		}
	})
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
		{begin, damage},
	} {
		s := newSession(t, 80, 24)
		r := newScreenReader(s)
		for _, do := range deeds {
			do(r)
		}
		if _, footer, _ := s.resize(40, 12).lines(); strings.Contains(footer, "…") {
			t.Errorf("the footer is cut: %q", footer)
		}
	}
}

func TestTheListOfKeysShowsNoKeyThatDoesNothing(t *testing.T) {
	s := newSession(t, 120, 40)
	s.press("enter", "?")
	if _, footer, _ := s.lines(); strings.Contains(footer, "? ") {
		t.Errorf("the footer shows ?, which does nothing here: %q", footer)
	}
}

func TestTheArrowsOfTheChaptersAlwaysMove(t *testing.T) {
	s := newSession(t, 80, 24)
	s.press("enter", "c")
	for _, key := range []string{"up", "down"} {
		if !s.works(key) {
			t.Errorf("%s does nothing", key)
		}
	}
}

func TestWhoseWholeJournalWasPutAsideIsNotToldThatItIsHere(t *testing.T) {
	s, _ := damaged(t)
	s.press("x")
	if words := strings.Join(strings.Fields(s.screen()), " "); strings.Contains(words, "All before it is here") {
		t.Error("the walk begins anew, and the page says: All before it is here")
	}
}

func TestTheColourProfileOutlastsTheNewsOfTheBackground(t *testing.T) {
	s := newSession(t, 80, 24)
	s.app.themed = false
	s.send(tea.ColorProfileMsg{Profile: colorprofile.ASCII}, tea.BackgroundColorMsg{Color: color.White})
	if got := s.app.env.Theme; got.Profile != colorprofile.ASCII || got.Name != "light" {
		t.Errorf("theme %s with profile %v", got.Name, got.Profile)
	}
}

func TestALongNoticeLeavesRoomForThePage(t *testing.T) {
	s := newSession(t, 30, 8)
	s.press("enter")
	s.app.notice.text = strings.Repeat("a long path /and/so/on ", 40)
	s.resize(30, 8)
	if body := s.app.layout().body.Height; body < 2 {
		t.Errorf("the page has %d lines", body)
	}
}

func TestAClickReachesOnlyWhatIsShown(t *testing.T) {
	s := newSession(t, 60, 9)
	s.press("enter", "c")
	for _, c := range s.app.shown.clicks {
		if c.y < 0 || c.y >= s.height {
			t.Errorf("a click at row %d of %d leads to %v", c.y, s.height, c.msg)
		}
	}
	before := s.screen()
	s.press("click:58,8")
	if after := s.screen(); after != before {
		t.Errorf("a click beside the footer's keys came to\n%s", after)
	}
}

func TestChoosingAChapterFirstKeepsNothingUnasked(t *testing.T) {
	s := newSession(t, 80, 24)
	s.press("c", "down", "p").sees("Your first session")
	s.press("space", "n", "text:a note", "enter", "q")
	if facts := s.facts(); facts != nil {
		t.Errorf("kept: %v", factLines(facts, nil))
	}
}

func TestNothingIsCalledKeptBeforeItIsOnTheDisk(t *testing.T) {
	s := newSession(t, 80, 24)
	fake := s.onFake(s.opening.store)
	newScreenReader(s).begin(true)
	fake.Fill(0)
	s.press("n", "text:a question", "enter").sees("not on the disk")
	if kept := s.app.env.Words().Notes.Kept; strings.Contains(s.screen(), kept) {
		t.Errorf("the page says %q:\n%s", kept, s.screen())
	}
	broke := &crash{what: "index out of range"}
	if err := s.program.reportCrash(broke, s.opening.store, s.app.visit, ""); strings.Contains(err.Error(), "is kept") {
		t.Errorf("with a full disk, a crash says: %v", err)
	}
	fake.Fill(-1)
	if err := s.program.reportCrash(broke, s.opening.store, s.app.visit, ""); !strings.Contains(err.Error(), "is kept") {
		t.Errorf("with room again, a crash says: %v", err)
	}
}

func TestLeavingThePageAboutTroubleLosesNoSteps(t *testing.T) {
	s, _ := damaged(t)
	s.press("q")
	if err := lost(s.app.visit); err != nil {
		t.Errorf("nothing was done, and leaving says: %v", err)
	}
}
