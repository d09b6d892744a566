package lines

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"firstsession/content"
	"firstsession/content/guidetest"
	"firstsession/content/page"
	"firstsession/content/record"
	"firstsession/content/visit"
	"firstsession/content/walk"
)

// memory keeps facts in the memory, or refuses to.
type memory struct {
	facts   []walk.Fact
	records int
	refuses error
}

func (m *memory) Begin() error { return m.refuses }

func (m *memory) Keep(facts []walk.Fact) error {
	m.facts = append(m.facts, facts...)
	return m.refuses
}

func (m *memory) Erase(func(walk.Fact) walk.Fact) error { return m.refuses }

func (m *memory) Settle(string, string) (bool, error) { return true, m.refuses }

func (m *memory) SetAside() (string, error) { return "set-aside\x1b[2J\u202e", m.refuses }

func (m *memory) Sign(_ walk.Walk, d record.Draft, folder string) (id, path string, err error) {
	if m.refuses != nil {
		return "", "", m.refuses
	}
	if record.CleanName(d.Name) == "" {
		return "", "", record.ErrNoName
	}
	m.records++
	return fmt.Sprint("r", m.records), folder + "/record.json", nil
}

func shipped(t testing.TB) *content.Guide {
	t.Helper()
	return guidetest.Shipped(t, "en")
}

// newReader is the line mode of somebody who has never been here, and what it
// says first.
func newReader(g *content.Guide, width int) (*Lines, *memory, string) {
	return readerOf(walk.New(g), width)
}

// readerOf is a new reader of a walk that was not begun.
func readerOf(w walk.Walk, width int) (*Lines, *memory, string) {
	g := w.Guide()
	keeper := &memory{}
	now := time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)
	v := visit.New(visit.Options{
		World: page.World{
			Folder: "/home/me", Ways: Ways(g.Words), Stays: true,
			Absolute: func(folder string) (string, error) { return filepath.Join("/home/me", folder), nil },
		},
		Walk: w, Keeper: keeper, Now: func() time.Time { return now },
	})
	v.Start(visit.Found{})
	l := New(v, width)
	return l, keeper, l.Greeting()
}

// type lines, and hear all that is said.
func hear(l *Lines, typed ...string) string {
	said := ""
	for _, line := range typed {
		said += l.Line(line)
	}
	return said
}

// lastLine is the prompt.
func lastLine(said string) string {
	all := strings.Split(strings.TrimSpace(said), "\n")
	return all[len(all)-1]
}

// shows reports whether the step with a key is the page on top.
func (l *Lines) shows(key string) bool { return l.visit.Step().Key() == key }

// goTo comes to a step by the list of chapters, and by reading on.
func goTo(t testing.TB, l *Lines, key string) {
	t.Helper()
	to, ok := l.visit.Walk.Find(key)
	if !ok {
		t.Fatalf("there is no step %q", key)
	}
	l.Line("chapters")
	l.Line(fmt.Sprint(to.Chapter))
	walkOn(l, func() bool { return l.shows(key) })
	if !l.shows(key) {
		t.Fatalf("no way leads to %q", key)
	}
}

// walkOn goes on as a reader would, until something holds or the end is there.
// It hands out all that was said.
func walkOn(l *Lines, holds func() bool) []string {
	var said []string
	for range 2000 {
		if holds() || l.visit.Step().Kind == walk.Closing {
			break
		}
		said = append(said, l.Line(nextLine(l)))
	}
	return said
}

// nextLine is what a reader types who answers everything, with one miss at each
// question.
func nextLine(l *Lines) string {
	s, w, at := l.visit.Sheet(), l.visit.Walk, l.visit.Step()
	switch {
	case l.rest != "":
		return ""
	case at.Kind == walk.Statement && w.Answer(at.ID) == walk.Unanswered:
		n, _ := w.Position(at)
		return []string{"agree", "talk first", "3"}[n%3]
	case at.Kind == walk.Signature && s.Ask != "":
		return "Maja N."
	case at.Kind == walk.Signature:
		return "sign"
	case at.Kind == walk.Question && !w.Tries(at.Key()).Missed && !w.Tries(at.Key()).Done:
		if s.Count(page.Tick) > 0 && !s.Any(page.Tick, func(i page.Item) bool { return i.On }) {
			return "1"
		}
		return map[bool]string{true: "", false: "1"}[s.Count(page.Tick) > 0]
	case at.Kind == walk.Question && !w.Tries(at.Key()).Done:
		return "show me"
	}
	return ""
}

func ticked(s page.Sheet) []page.Item {
	var on []page.Item
	for _, item := range s.Items {
		if item.On {
			on = append(on, item)
		}
	}
	return on
}

// kinds are one page of each kind, and how one comes there from the first.
var kinds = []struct {
	name string
	to   func(t testing.TB, l *Lines)
}{
	{"the first page", func(testing.TB, *Lines) {}},
	{"the chapters before one begins", typing("chapters")},
	{"a chapter to begin with", typing("chapters", "3")},
	{"an opening", typing("")},
	{"a section", at("own-pace")},
	{"a question", at("where-dana-works")},
	{"a question missed", at("where-dana-works", "1")},
	{"a question found", at("where-dana-works", "2")},
	{"a question of several", at("bens-brother", "1")},
	{"a reflection", at("my-worries", "1")},
	{"a promise", at("keep-private")},
	{"a promise answered", at("keep-private", "talk first")},
	{"the signing page", at(walk.SignatureID, "", "", "")},
	{"the signing page with a name", at(walk.SignatureID, "", "", "", "note Ask", "Maja")},
	{"the closing of who signed", at(walk.SignatureID, "", "", "", "Maja", "sign")},
	{"the closing of who did not", at(walk.SignatureID, "", "", "", "do not sign")},
	{"the chapters", typing("", "note Ask", "chapters")},
	{"a search without words", typing("", "search")},
	{"what a search found", typing("", "search group")},
	{"what a search found once", typing("", "search pocket")},
	{"the notes", typing("", "note Ask", "note")},
	{"a note", typing("", "note Ask", "note", "2")},
}

func typing(all ...string) func(testing.TB, *Lines) {
	return func(_ testing.TB, l *Lines) { hear(l, all...) }
}

func at(key string, more ...string) func(testing.TB, *Lines) {
	return func(t testing.TB, l *Lines) {
		l.Line("")
		goTo(t, l, key)
		for _, line := range more {
			for line == "" && l.rest != "" { // however many parts the page has
				l.Line("")
			}
			if line != "" {
				l.Line(line)
			}
		}
	}
}

// eachKind runs a test on one page of each kind.
func eachKind(t *testing.T, run func(t *testing.T, begin func() (*Lines, *memory))) {
	counted := walk.New(shipped(t)) // its words, once for all
	for _, kind := range kinds {
		t.Run(kind.name, func(t *testing.T) {
			run(t, func() (*Lines, *memory) {
				w, _ := walk.New(counted.Guide()).As(counted)
				l, keeper, _ := readerOf(w, 0)
				kind.to(t, l)
				return l, keeper
			})
		})
	}
}
