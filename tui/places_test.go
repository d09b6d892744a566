package tui

import (
	"bytes"
	"fmt"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"

	"firstsession/content/record"
	"firstsession/content/walk"
)

// everywhere is one page of each kind that there is, and how one comes there.
var everywhere = []struct {
	name  string
	deeds []deed
}{
	{"the first page", nil},
	{"the chapters, before one begins", []deed{chapters}},
	{"the opening of a chapter", []deed{begin}},
	{"a section", []deed{begin, readOn}},
	{"a section further down", []deed{begin, goTo("ask-first"), press("down", "down")}},
	{"a question", []deed{begin, goTo("where-dana-works")}},
	{"a question with a focus", []deed{begin, goTo("where-dana-works"), press("1")}},
	{"a question missed", []deed{begin, goTo("where-dana-works"), choose(1)}},
	{"a question found", []deed{begin, goTo("where-dana-works"), choose(2)}},
	{"a question shown", []deed{begin, goTo("where-dana-works"), showMe}},
	{"a question of several", []deed{begin, goTo("bens-brother"), press("1", "space")}},
	{"a question of several, missed", []deed{begin, goTo("bens-brother"), choose(1, 2), press("3", "space")}},
	{"a question once more", []deed{begin, goTo("silence"), choose(1), choose(3), goTo("first-session-in-short"), readOn}},
	{"a reflection", []deed{begin, goTo("my-worries"), tick(1)}},
	{"a reflection with the cursor in its line", []deed{begin, goTo("my-worries"), press("tab", "text:Late trains")}},
	{"an empty search", []deed{begin, press("/")}},
	{"a search with a word", []deed{begin, press("/", "text:group")}},
	{"a search that finds nothing", []deed{begin, press("/", "text:xylophone", "tab")}},
	{"what a search found", []deed{begin, press("/", "text:group", "enter", "down")}},
	{"a section read in between", []deed{begin, find("pocket", 1)}},
	{"the glossary", []deed{begin, glossary}},
	{"the field for a note", []deed{begin, press("n", "text:Ask about Tuesdays")}},
	{"the list of notes", []deed{begin, note("Ask about Tuesdays"), press("n", "tab", "down")}},
	{"the list without notes", []deed{begin, press("n", "tab")}},
	{"help now", []deed{begin, helpNow}},
	{"the list of keys", []deed{begin, keyList}},
	{"about", []deed{begin, about}},
	{"a promise", []deed{begin, goTo("keep-private")}},
	{"a promise with a focus", []deed{begin, goTo("keep-private"), press("2")}},
	{"a promise answered", []deed{begin, goTo("keep-private"), answer(walk.TalkFirst)}},
	{"the signing page", []deed{begin, goTo("keep-private"), answerAll(walk.Agree)}},
	{"the name", []deed{begin, note("Ask"), goTo("keep-private"), answerAll(walk.Agree), press("tab", "tab", "tab", "text:Maja")}},
	{"both ways", []deed{begin, goTo("keep-private"), answerAll(walk.Agree), press("1")}},
	{"not signing", []deed{begin, goTo("keep-private"), answerAll(walk.Agree), press("d")}},
	{"a note that may go into the record", []deed{begin, note("Ask"), goTo("keep-private"), answerAll(walk.Agree), include("Ask")}},
	{"the closing of who signed", []deed{begin, goTo("keep-private"), answerAll(walk.Agree), sign("Maja")}},
	{"the closing of who did not", []deed{begin, goTo("keep-private"), answerAll(walk.NotNow), decline}},
	{"the chapters of who signed", []deed{begin, goTo("keep-private"), answerAll(walk.Agree), sign("Maja"), chapters}},
	{"a journal that is damaged", []deed{begin, damage}},
	{"a page that says where one left", []deed{begin, goTo("own-pace"), leaveAndStart}},
}

// damage leaves, breaks the journal, and comes back.
func damage(s surface) {
	r := s.(*screenReader)
	r.leave()
	r.s.write(r.s.journal(), bytes.Replace(r.s.journalBytes(), []byte("format"), []byte("form"), 1))
	r.start()
}

// eachPlace runs a test at one page of each kind.
func eachPlace(t *testing.T, run func(t *testing.T, s *session)) {
	for _, place := range everywhere {
		t.Run(place.name, func(t *testing.T) {
			t.Parallel()
			s := newSession(t, 80, 24)
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

// forgetful keeps nothing.
type forgetful struct{}

func (forgetful) Begin() error              { return nil }
func (forgetful) Keep([]walk.Fact) error    { return nil }
func (forgetful) SetAside() (string, error) { return "aside", nil }
func (forgetful) Sign(walk.Walk, record.Draft, string) (string, string, error) {
	return "id", "path", nil
}

// copied is the app as it is, to try something on.
func (s *session) copied() *app {
	a := *s.app
	a.stack = slices.Clone(a.stack)
	v := *s.app.visit
	v.Facts, v.Keeper = slices.Clip(v.Facts), forgetful{}
	a.visit = &v
	return &a
}

// looks is all that a reader could notice.
func looks(a *app) string {
	cursor := "no cursor"
	if c := a.shown.cursor; c != nil {
		cursor = fmt.Sprint(c.X, c.Y)
	}
	return fmt.Sprint(a.shown.content, cursor, a.shown.typing, len(a.stack), len(a.visit.Facts))
}
