package tui

import (
	"fmt"
	"testing"

	tea "charm.land/bubbletea/v2"

	"firstsession/content/visit"
	"firstsession/content/walk"
	"firstsession/tui/screen"
)

// everywhere is one page of each kind that there is, and how one comes there.
var everywhere = []struct {
	name   string
	deeds  []deed
	atDesk bool
}{
	{name: "the first page", deeds: nil},
	{name: "the chapters, before one begins", deeds: []deed{chapters}},
	{name: "the opening of a chapter", deeds: []deed{begin}},
	{name: "a section", deeds: []deed{begin, readOn}},
	{name: "a section without a trace", deeds: []deed{beginPrivate, readOn}},
	{name: "a section further down", deeds: []deed{begin, goTo("ask-first"), press("down", "down")}},
	{name: "a question", deeds: []deed{begin, goTo("where-dana-works")}},
	{name: "a question with a focus", deeds: []deed{begin, goTo("where-dana-works"), press("1")}},
	{name: "a question missed", deeds: []deed{begin, goTo("where-dana-works"), choose(1)}},
	{name: "a question found", deeds: []deed{begin, goTo("where-dana-works"), choose(2)}},
	{name: "a question shown", deeds: []deed{begin, goTo("where-dana-works"), showMe}},
	{name: "a question of several", deeds: []deed{begin, goTo("bens-brother"), press("1")}},
	{name: "a question of several, missed", deeds: []deed{begin, goTo("bens-brother"), choose(1, 2), press("3")}},
	{name: "a question once more", deeds: []deed{begin, goTo("silence"), choose(1), choose(3), goTo("first-session-in-short"), readOn}},
	{name: "a reflection", deeds: []deed{begin, goTo("my-worries"), tick(1)}},
	{name: "a reflection with the cursor in its line", deeds: []deed{begin, goTo("my-worries"), writing("own", "Late trains")}},
	{name: "an empty search", deeds: []deed{begin, press("/")}},
	{name: "a search with a word", deeds: []deed{begin, press("/", "text:group")}},
	{name: "a search that finds nothing", deeds: []deed{begin, press("/", "text:xylophone", "tab")}},
	{name: "what a search found", deeds: []deed{begin, press("/", "text:group", "enter")}},
	{name: "a section read in between", deeds: []deed{begin, find("pocket", 1)}},
	{name: "the glossary", deeds: []deed{begin, glossary}},
	{name: "the field for a note", deeds: []deed{begin, press("n", "text:Ask about Tuesdays")}},
	{name: "the list of notes", deeds: []deed{begin, note("Ask about Tuesdays"), press("n", "tab")}},
	{name: "the list without notes", deeds: []deed{begin, notesList, press("tab")}},
	{name: "a note that may be deleted", deeds: []deed{begin, note("Ask about Tuesdays"), askToDelete}},
	{name: "help now", deeds: []deed{begin, helpNow}},
	{name: "the list of keys", deeds: []deed{begin, keyList}},
	{name: "about", deeds: []deed{begin, about}},
	{name: "a promise", deeds: []deed{begin, goTo("keep-private")}},
	{name: "a promise with a focus", deeds: []deed{begin, goTo("keep-private"), press("2")}},
	{name: "a promise answered", deeds: []deed{begin, goTo("keep-private"), answer(walk.TalkFirst)}},
	{name: "the signing page", deeds: []deed{begin, goTo("keep-private"), answerAll(walk.Agree)}},
	{name: "the name", deeds: []deed{begin, note("Ask"), goTo("keep-private"), answerAll(walk.Agree), writing("name", "Maja")}},
	{name: "both ways", deeds: []deed{begin, goTo("keep-private"), answerAll(walk.Agree), focus("sign")}},
	{name: "not signing", deeds: []deed{begin, goTo("keep-private"), answerAll(walk.Agree), press("d")}},
	{name: "a note that may go into the record", deeds: []deed{begin, note("Ask"), goTo("keep-private"), answerAll(walk.Agree), include("Ask")}},
	{name: "the closing of who signed", deeds: []deed{begin, goTo("keep-private"), answerAll(walk.Agree), sign("Maja")}},
	{name: "the closing of who did not", deeds: []deed{begin, goTo("keep-private"), answerAll(walk.NotNow), decline}},
	{name: "the chapters of who signed", deeds: []deed{begin, goTo("keep-private"), answerAll(walk.Agree), sign("Maja"), chapters}},
	{name: "a journal that is damaged", deeds: []deed{damage}},
	{name: "a page that says where one left", deeds: []deed{begin, goTo("own-pace"), leaveAndStart}},

	{name: "the form of an intake", atDesk: true},
	{name: "a form with a mistake", deeds: []deed{fill("Reference for the client", "../x"), act("Begin the intake")}, atDesk: true},
	{name: "a line of the form", deeds: []deed{writing("reference", "K-102")}, atDesk: true},
	{name: "a tick of the form", deeds: []deed{mark("We go through it together")}, atDesk: true},
	{name: "a choice of the form", deeds: []deed{mark(talkOnly)}, atDesk: true},
	{name: "the client’s page", deeds: []deed{beginIntake(wholeGuide)}, atDesk: true},
	{name: "a section of an intake", deeds: []deed{beginIntake(wholeGuide), readOn, readOn, flag}, atDesk: true},
	{name: "the note for the clinician", deeds: []deed{beginIntake(wholeGuide), readOn, clinician}, atDesk: true},
	{name: "a reflection of an intake", deeds: []deed{beginIntake(wholeGuide), goTo("my-worries")}, atDesk: true},
	{name: "the chapters of an intake", deeds: []deed{beginIntake(essentials), readOn, chapters}, atDesk: true},
	{name: "the talk", deeds: []deed{beginIntake(talkOnly), pastShown, note("My brother"), toTalk, choosing("n1")}, atDesk: true},
	{name: "what is still open", deeds: []deed{toPromises, answerAll(walk.TalkFirst), back}, atDesk: true},
	{name: "the signing page of an intake", deeds: []deed{toPromises, answerAll(walk.Agree)}, atDesk: true},
	{name: "the end of an intake", deeds: []deed{beginIntake(talkOnly), pastShown, endIntake}, atDesk: true},
	{name: "the clinician’s part", deeds: []deed{toPromises, answerAll(walk.Agree), sign("Maja")}, atDesk: true},
	{name: "the client’s copy", deeds: []deed{toPromises, answerAll(walk.Agree), sign("Maja"), countersigned}, atDesk: true},
	{name: "the closing of an intake", deeds: []deed{toPromises, answerAll(walk.Agree), sign("Maja"), countersigned, act("I want no copy")}, atDesk: true},
	{name: "the clearing", deeds: []deed{toPromises, answerAll(walk.Agree), sign("Maja"), countersigned, act("I want no copy"), readOn, act("Clear this intake")}, atDesk: true},
	{name: "intakes that were cut off", deeds: []deed{beginIntake(talkOnly), leaveAndStart, act("Delete what is kept of K-102")}, atDesk: true},
}

// focus goes to an item, and writing writes into a line and stays there.
func focus(id string) deed {
	return func(s surface) { s.testing().Helper(); s.(*screenReader).focus(byID(s, id)) }
}

func writing(id, text string) deed { return inOrder(focus(id), press("text:"+text)) }

// damage leaves, breaks the journal, and comes back.
func damage(s surface) { findsDamage(s, &s.(*screenReader).s.computer) }

// eachPlace runs a test at one page of each kind.
func eachPlace(t *testing.T, run func(t *testing.T, s *session)) {
	for _, place := range everywhere {
		t.Run(place.name, func(t *testing.T) {
			t.Parallel()
			s := beginSession(computer{t: t, home: t.TempDir(), atDesk: place.atDesk}, 80, 24)
			r := newScreenReader(s)
			for _, do := range place.deeds {
				do(r)
			}
			run(t, s)
		})
	}
}

// resize gives the window another size.
func (s *session) resize(width, height int) *session {
	s.t.Helper()
	s.width, s.height = width, height
	s.send(tea.WindowSizeMsg{Width: width, Height: height})
	return s
}

// copied is the screen as it is with its visit, to try something on.
func (s *session) copied() (*screen.Model, *visit.Visit) {
	v := s.visit().Copy(visit.Nobody())
	return s.screen.On(v), v
}

// looks is all of the window that a reader could notice.
func looks(m *screen.Model) string {
	view := m.View()
	cursor := "no cursor"
	if c := view.Cursor; c != nil {
		cursor = fmt.Sprint(c.X, c.Y)
	}
	return view.Content + cursor
}
