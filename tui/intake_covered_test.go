package tui

import (
	"testing"

	"firstsession/content/walk"
)

// atDeskOnScreen is a clinician at the full screen.
func atDeskOnScreen(t *testing.T) *screenReader {
	t.Helper()
	return newScreenReader(beginSession(computer{t: t, home: t.TempDir(), atDesk: true}, 80, 24))
}

func TestACoveredNoteIsChangedWithoutBeingShown(t *testing.T) {
	for _, c := range []struct {
		typed []string
		want  string
	}{
		{[]string{"enter"}, "My brother"},
		{[]string{"tab"}, "My brother"},
		{[]string{"esc"}, "My brother"},
		{[]string{"text:The stairs", "enter"}, "The stairs"},
	} {
		r := atDeskOnScreen(t)
		inOrder(beginIntake(talkOnly), pastShown, note("My brother"))(r)
		newest(r)
		r.focus(byID(r, "note text"))
		r.lacks("My brother")
		r.press(c.typed...)
		r.lacks("My brother", "The stairs")
		if notes := r.s.walk().Notes(); len(notes) != 1 || notes[0].Text != c.want {
			t.Errorf("%v: the notes are %v, want %q", c.typed, notes, c.want)
		}
	}
}

func TestCoveredNotesAreToldApart(t *testing.T) {
	for _, r := range []surface{atDeskOnScreen(t), atDeskInLines(t)} {
		inOrder(beginIntake(talkOnly), pastShown, note("My brother"), note("My sister"), notesList)(r)
		r.lacks("My brother", "My sister")
		r.sees("Note 1, covered", "Note 2, covered")
	}
}

func TestCoveredWordsOfAReflectionAreChangedWithoutBeingShown(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		typed []string
		want  string
	}{
		{[]string{"enter"}, "Late trains"},
		{[]string{"tab"}, "Late trains"},
		{[]string{"text:Stairs", "enter"}, "Stairs"},
		{[]string{"text:S", "backspace", "enter"}, "Late trains"},
		{[]string{"backspace", "enter"}, "Late trains"}, // an empty line is no answer
		{[]string{"tab", "enter"}, ""},                  // that is an act of its own
		{[]string{"backspace", "text:Stairs", "tab"}, "Stairs"},
	} {
		r := atDeskOnScreen(t)
		inOrder(beginIntake(wholeGuide), goTo("my-worries"), ownWords)(r)
		r.focus(byID(r, "own"))
		r.lacks("Late trains")
		r.press(c.typed...)
		r.lacks("Late trains", "Stairs")
		if ticks, _ := r.s.walk().Ticks("my-worries"); ticks.Own != c.want {
			t.Errorf("%v: the words are %q, want %q", c.typed, ticks.Own, c.want)
		}
	}
}

func TestWhatIsHalfTypedOverCoveredWordsTakesTheirPlaceOnLeaving(t *testing.T) {
	r := atDeskOnScreen(t)
	inOrder(beginIntake(wholeGuide), goTo("my-worries"), ownWords)(r)
	r.focus(byID(r, "own"))
	r.press("text:Stairs", "ctrl+c")
	facts := r.s.facts()
	if last := facts[len(facts)-1]; last.Kind != string(walk.Tick) || last.Data.Text != "Stairs" {
		t.Errorf("the last fact is %+v", last)
	}
}
