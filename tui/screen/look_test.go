package screen

import (
	"fmt"
	"strings"
	"testing"

	"firstsession/content/page"
	"firstsession/content/walk"
	"firstsession/tui/frame"
	"firstsession/tui/theme"
	"firstsession/tui/tuitest"
)

func TestPagesLook(t *testing.T) {
	for _, c := range []struct {
		name   string
		window size
		page   fake
		keys   string
	}{
		{"form-whole", size{80, 60}, form(), "text:K-102,enter"},
		{"form-tick", wide, form(), "tab,tab,space,down"},
		{"form-acts", wide, form(), "tab,tab,enter,enter,enter,enter"},
		{"form-act", wide, form(), "tab,tab,enter,enter,enter,enter,down"},
		{"form-notice", wide, form(), "text:bad,enter"},
		{"form-act-notice", wide, form(), "tab,tab,enter,enter,enter,enter,down,enter"},
		{"form-line-narrow", narrow, form(), "tab,text:Fewer quarrels and somebody to ring"},
		{"talk-whole", size{80, 60}, talk(), "tab,space"},
		{"talk-narrow", narrow, talk(), "tab"},
		{"acts", wide, acts(), "down"},
		{"acts-narrow", narrow, acts(), "enter"},
		{"ask", wide, ask(), "1,enter,3"},
	} {
		s := on(t, c.window, c.page).press(strings.Split(c.keys, ",")...)
		s.fits()
		tuitest.Golden(t, c.name, s.plain())
	}
}

// Of real pages, the states of a question and a promise are shown beside each
// other; whole windows of others are kept with the program.
func TestStepsLook(t *testing.T) {
	for _, c := range []struct{ name, at, keys string }{
		{"question", "where-dana-works", "1 enter down|enter|1 enter enter|1 enter 2 enter|s"},
		{"several", "bens-brother", "1|1 2 enter|1 3 enter|s"},
		{"reflection", "my-worries", "2|shift+tab text:q|shift+tab text:mine enter"},
		{"promise", "keep-private", "enter|3|2 enter"},
	} {
		for _, window := range []size{wide, narrow} {
			var all strings.Builder
			for _, keys := range strings.Split("|"+c.keys, "|") {
				s := of(t, visitAt(t, c.at), window).press(strings.Fields(keys)...)
				s.fits()
				fmt.Fprintf(&all, "== %s\n%s\n\n", keys, s.plain())
			}
			tuitest.Golden(t, fmt.Sprintf("%s-%dx%d", c.name, window.Width, window.Height), all.String())
		}
	}
}

func TestColours(t *testing.T) {
	for _, look := range []theme.Theme{theme.Dark(), theme.Light(), theme.HighContrast()} {
		s := &stage{t, visitAt(t, "where-dana-works"), nil}
		s.m = New(s.v, look, true)
		s.resize(wide).press("1", "enter", "down").fits()
		tuitest.Golden(t, "colours-"+strings.ReplaceAll(look.Name, " ", "-"), s.m.View().Content)
	}
}

// Help now is read at once, whatever the window.
func TestHelpBeginsWithWhatToDo(t *testing.T) {
	for _, window := range sizes {
		s := of(t, visitAt(t, "own-pace"), window).press("f1")
		help := s.v.Walk.Guide().Help.Title
		if !strings.HasPrefix(strings.TrimSpace(s.plain()), help) || !strings.HasPrefix(strings.TrimSpace(s.body()), "If life is at risk") {
			t.Errorf("help begins with\n%s", s.plain())
		}
	}
}

func TestASectionBesideTheTextIsOpenedByAClick(t *testing.T) {
	s := of(t, visitAt(t, "main-message"), size{150, 44})
	second := s.v.Walk.Guide().Chapters[0].Sections[1]
	if s.click(second.Heading); s.v.Step().ID != second.ID {
		t.Errorf("the click leads to %+v\n%s", s.v.Step(), s.plain())
	}
}

// By the short way, only what belongs to it is listed.
func TestBesideTheTextStandsWhatBelongsToTheWay(t *testing.T) {
	s := of(t, visitAt(t, "main-message", walk.Event{Kind: walk.GoShort, Yes: true}), size{150, 44})
	lines, _ := s.m.beside()
	if got, all := 1+strings.Count(tuitest.Plain(lines), "○"), len(s.v.Walk.Guide().Chapters[0].Sections); got >= all {
		t.Errorf("%d of %d sections:\n%s", got, all, tuitest.Plain(lines))
	}
}

// The aside of a wide window says which sections were read.
func TestBesideTheTextStandsWhereOneIs(t *testing.T) {
	look := func(events ...walk.Event) string {
		s := of(t, visitAt(t, "main-message", events...), size{150, 44})
		lines, _ := s.m.beside()
		return tuitest.Plain(lines)
	}
	if aside := look(); !strings.HasPrefix(aside, "◐ What a therapy group\n  is for\n") || strings.Count(aside, "○") != len(visiting(t).Walk.Guide().Chapters[0].Sections)-1 || strings.Contains(aside, "●") {
		t.Errorf("before anything was read:\n%s", aside)
	}
	if aside := look(walk.Event{Kind: walk.Pass, Subject: "main-message"}); !strings.HasPrefix(aside, "● What a therapy group\n  is for\n") {
		t.Errorf("after the first section was read:\n%s", aside)
	}
	s := of(t, visitAt(t, "main-message"), size{150, 44})
	if !strings.Contains(s.plain(), "◐ What a therapy group ") {
		t.Errorf("it is not drawn:\n%s", s.plain())
	}
}

// A path is broken where the window ends, and never cut, so that it can be
// copied.
func TestAPathIsShownWhole(t *testing.T) {
	for _, width := range []int{frame.Least.Width, 42, 80} {
		s := of(t, visitAt(t, walk.ClosingID, append(answered[:len(answered):len(answered)], signed)...), size{width, 200})
		path := strings.TrimSuffix(signed.Text, ".json") + ".txt"
		if text := strings.Join(strings.Fields(s.plain()), ""); !strings.Contains(text, strings.ReplaceAll(path, " ", "")) {
			t.Errorf("%d: the path is not whole:\n%s", width, s.plain())
		}
	}
}

func TestEnterWithNothingWrittenSaysHowToLeave(t *testing.T) {
	for _, window := range sizes[1:] {
		s := of(t, visitAt(t, "own-pace"), window).press("n", "enter")
		if s.fits(); !strings.Contains(s.text(), "Nothing is written yet.") {
			t.Errorf("%v: it says nothing:\n%s", window, s.plain())
		}
		if s.press("enter", "text:quit it", "enter"); len(s.v.Walk.Notes()) != 1 || s.v.Walk.Notes()[0].Text != "quit it" {
			t.Errorf("%v: what is typed next is lost:\n%s", window, s.plain())
		}
	}
}

func TestWhatIsKeptLeavesItsLine(t *testing.T) {
	s := of(t, visitAt(t, "own-pace"), wide).press("n", "text:hello", "enter")
	if notes := s.v.Walk.Notes(); len(notes) != 1 || s.v.Sheet().Items[0].Text != "" || s.v.Sheet().Items[0].ID != page.NewNoteID {
		t.Errorf("kept are %+v, and the line has %q", notes, s.v.Sheet().Items[0].Text)
	}
}

// Letters are text there once more, and it looks so; behind Esc they are keys.
func TestBehindANoteThatWasKeptAnotherBegins(t *testing.T) {
	for _, window := range []size{{40, 12}, {80, 24}} {
		s := of(t, visitAt(t, "own-pace"), window).press("n", "text:hello", "enter")
		if s.focus() != page.NewNoteID || !strings.Contains(s.text(), "Enter done Esc close") {
			t.Errorf("%v: the focus is on %q\n%s", window, s.focus(), s.plain())
		}
		if s.press("text:you", "esc"); len(s.v.Walk.Notes()) != 2 || s.focus() != "" || s.m.Typing() {
			t.Errorf("%v: behind Esc the focus is on %q\n%s", window, s.focus(), s.plain())
		}
		if s.press("esc"); s.v.Step().Kind == "" {
			t.Errorf("%v: Esc does not close it\n%s", window, s.plain())
		}
	}
}
