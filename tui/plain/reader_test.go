package plain

import (
	"encoding/json"
	"errors"
	"fmt"
	"testing"
	"time"
	"unicode/utf8"

	"firstsession/content"
	"firstsession/content/record"
	"firstsession/content/walk"
	"firstsession/tui/tuitest"
	"firstsession/tui/visit"
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

func (m *memory) Erase(change func(walk.Fact) walk.Fact) error {
	for i, f := range m.facts {
		m.facts[i] = change(f)
	}
	return m.refuses
}

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
	g, err := content.Load(content.Embedded(), "en")
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// newReader is the line mode of somebody who has never been here, and what it
// says first.
func newReader(g *content.Guide, width int) (*Lines, *memory, string) {
	keeper := &memory{}
	now := time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)
	l := New(&visit.Visit{Walk: walk.New(g), Fresh: true, Folder: "/home/me", Keeper: keeper, Now: func() time.Time { return now }}, width)
	return l, keeper, l.Start(0)
}

// unfit is the first thing in a text that line mode may never write.
func unfit(text string) error {
	if !utf8.ValidString(text) {
		return errors.New("it is not UTF-8")
	}
	for _, r := range text {
		switch {
		case r == '\n':
		case r < 0x20, r >= 0x7f && r <= 0x9f, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
			return fmt.Errorf("there is U+%04X in it", r)
		}
	}
	return nil
}

// goTo comes to a step by the list of chapters, and by reading on.
func goTo(t testing.TB, l *Lines, key string) {
	t.Helper()
	to, ok := l.visit.Walk.Find(key)
	if !ok {
		t.Fatalf("there is no step %q", key)
	}
	l.Line("chapters")
	l.Line(fmt.Sprint(to.Chapter))
	walkOn(l, func() bool { return l.At().Key() == key })
	if l.At().Key() != key {
		t.Fatalf("no way leads to %q", key)
	}
}

// walkOn goes on as a reader would, until something holds or the end is there.
// It hands out all that was said.
func walkOn(l *Lines, holds func() bool) []string {
	var said []string
	for range 1000 {
		lines := tuitest.Lines(l.visit.Walk, l.At())
		if lines == nil {
			break
		}
		for _, line := range lines {
			if holds() {
				return said
			}
			said = append(said, l.Line(line))
		}
	}
	return said
}

func never() bool { return false }

// replayed is the walk that the kept facts lead to.
func replayed(t testing.TB, g *content.Guide, facts []walk.Fact) walk.Walk {
	t.Helper()
	data, err := json.Marshal(facts)
	if err != nil {
		t.Fatal(err)
	}
	var read []walk.Fact
	if err := json.Unmarshal(data, &read); err != nil {
		t.Fatal(err)
	}
	w, dropped := walk.Replay(g, read)
	if len(dropped) > 0 {
		t.Fatalf("dropped on coming back: %+v", dropped)
	}
	return w
}

// told is all that a walk tells.
func told(w walk.Walk) string {
	signed, ok := w.Signed()
	text := fmt.Sprint(w.At(), w.Seen(), w.Notes(), w.Declined(), ok, signed.Record, signed.Path)
	for _, step := range w.Steps() {
		ticks, _ := w.Ticks(step.ID)
		text += fmt.Sprint(step, w.Tries(step.Key()), ticks, w.Answer(step.ID), w.Included(step.ID))
	}
	return text
}

// kinds are one page of each kind, and how one comes there from the first.
var kinds = []struct {
	name string
	to   func(t testing.TB, l *Lines)
}{
	{"the first page", func(testing.TB, *Lines) {}},
	{"the chapters before one begins", lines("chapters")},
	{"a chapter to begin with", lines("chapters", "3")},
	{"an opening", lines("")},
	{"a section", at("own-pace")},
	{"a question", at("where-dana-works")},
	{"a question missed", at("where-dana-works", "1")},
	{"a question found", at("where-dana-works", "2")},
	{"a question of several", at("bens-brother", "1")},
	{"a reflection", at("my-worries", "1", "own Late trains")},
	{"a promise", at("keep-private")},
	{"a promise answered", at("keep-private", "talk first")},
	{"the signing page", at(walk.SignatureID)},
	{"the signing page with a name", at(walk.SignatureID, "note Ask", "Maja")},
	{"the closing of who signed", at(walk.SignatureID, "Maja", "sign")},
	{"the closing of who did not", at(walk.SignatureID, "do not sign")},
	{"the chapters", lines("", "note Ask", "chapters")},
	{"a search without words", lines("", "search")},
	{"what a search found", lines("", "search group")},
	{"what a search found once", lines("", "search pocket")},
	{"a section read in between", lines("", "search pocket", "1")},
	{"the rule of a promise", at("keep-private", "rule")},
	{"trouble", func(_ testing.TB, l *Lines) {
		l.stack = nil
		l.Trouble("damaged: \x1b[31m\u2066", true)
	}},
}

func lines(all ...string) func(testing.TB, *Lines) {
	return func(_ testing.TB, l *Lines) {
		for _, line := range all {
			l.Line(line)
		}
	}
}

func at(key string, more ...string) func(testing.TB, *Lines) {
	return func(t testing.TB, l *Lines) {
		l.Line("")
		goTo(t, l, key)
		lines(more...)(t, l)
	}
}

// eachKind runs a test on one page of each kind.
func eachKind(t *testing.T, g *content.Guide, run func(t *testing.T, begin func() *Lines)) {
	for _, kind := range kinds {
		t.Run(kind.name, func(t *testing.T) {
			run(t, func() *Lines {
				l, _, _ := newReader(g, 0)
				kind.to(t, l)
				return l
			})
		})
	}
}
