package lines

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"firstsession/content"
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
	v := visit.New(visit.Options{
		Walk: walk.New(g), Folder: "/home/me", Keeper: keeper, Now: func() time.Time { return now },
		Absolute: func(folder string) (string, error) { return folder, nil },
		Ways:     Ways(g.Words), Stays: true,
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
