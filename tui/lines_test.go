package tui

import (
	"fmt"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"firstsession/content/page"
	"firstsession/content/plain"
	"firstsession/content/visit"
	"firstsession/content/walk"
	"firstsession/tui/lines"
)

// lineReader takes the walk as lines, by typed words.
type lineReader struct {
	computer
	o      *opening
	lines  *lines.Lines
	heard  string            // since the last deed
	before func(line string) // is called before each; nil for nothing
	// beside is how many places are open that are none here, since what they
	// say is said where one is.
	beside int
	onWay  map[int]bool
}

// beginLines starts the program on a computer, line by line.
func beginLines(c computer) *lineReader {
	r := &lineReader{computer: c, onWay: map[int]bool{}}
	r.start()
	c.t.Cleanup(r.close)
	return r
}

func (r *lineReader) start() {
	r.t.Helper()
	o := r.open(r.newProgram())
	r.o, r.lines, r.beside = o, lines.New(o.visit, 0), 0
	if err := o.begin(); err != nil {
		r.t.Fatal(err)
	}
	r.heard = r.lines.Greeting()
}

func (r *lineReader) close() {
	if err := r.o.closes(); err != nil {
		r.t.Error(err)
	}
}

func (r *lineReader) testing() testing.TB       { return r.t }
func (r *lineReader) visit() *visit.Visit       { return r.o.visit }
func (r *lineReader) walk() walk.Walk           { return r.o.visit.Walk }
func (r *lineReader) at() string                { return r.o.visit.Step().Key() }
func (r *lineReader) journeyFacts() []walk.Fact { return r.facts() }
func (r *lineReader) onTheWay() map[int]bool    { return r.onWay }

// types types a line, and hears what is said to it.
func (r *lineReader) types(format string, args ...any) {
	r.t.Helper()
	line := fmt.Sprintf(format, args...)
	if r.before != nil {
		r.before(line)
	}
	r.heard = r.lines.Line(line)
	r.beside = 0
}

// sees listens to what was said, and, if that is not all, to the page once more, to its end.
func (r *lineReader) sees(texts ...string) {
	r.t.Helper()
	all := r.heard
	missing := func() int {
		shown := strings.Join(strings.Fields(all), " ")
		return slices.IndexFunc(texts, func(text string) bool { return !strings.Contains(shown, text) })
	}
	if missing() >= 0 && !r.lines.Over() {
		all += r.again()
	}
	for missing() >= 0 && strings.Contains(all[strings.LastIndex(strings.TrimSpace(all), "\n")+1:], r.visit().Guide().Words.Lines.Rest) {
		all += r.lines.Line("")
	}
	if i := missing(); i >= 0 {
		r.t.Fatalf("%q is not said in\n%s", texts[i], all)
	}
}

// again hears the page once more, after what was only read in between.
func (r *lineReader) again() string {
	word := plain.Spellings(r.visit().Guide().Words.Command.Again)[0]
	return r.lines.Line(word) + r.lines.Line(word)
}

// lacks listens for what may not be said.
func (r *lineReader) lacks(texts ...string) {
	r.t.Helper()
	for _, text := range texts {
		if all := r.heard + r.again(); strings.Contains(all, text) {
			r.t.Fatalf("%q is said in\n%s", text, all)
		}
	}
}

func (r *lineReader) leave() {
	r.t.Helper()
	for range 2 { // where something would be lost, it asks once more
		if !r.lines.Over() {
			r.do(page.Stop, "")
		}
	}
	if !r.lines.Over() {
		r.t.Fatal("stop does not leave")
	}
	r.close()
}

func (r *lineReader) goOn() { r.t.Helper(); r.types("") }

// do types the word of a meaning. What is only said leaves one where one was.
func (r *lineReader) do(m page.Meaning, text string) {
	r.t.Helper()
	if m == page.Back && r.beside > 0 {
		r.beside--
		return
	}
	before, beside := r.visit().ID(), r.beside
	word := plain.Fill("{"+string(m)+"}", r.visit().Ways...)
	r.types("%s", strings.TrimSpace(word+" "+text))
	passing := m == page.Languages[0] && r.visit().State().Other != nil || m == page.HelpNow || m == page.Glossary || m == page.About || m == page.Keys || m == page.Clinician || m == page.Rule
	switch {
	case !passing || r.lines.Over():
	case r.visit().ID() == before:
		r.beside = beside + 1
	default: // a long one, which is said in parts
		r.beside = beside
	}
}

// hearOut hears a page that is said in parts to its end.
func (r *lineReader) hearOut() {
	r.t.Helper()
	for strings.Contains(r.heard, r.walk().Guide().Words.Lines.Rest) {
		r.types("")
	}
}

// choose types the word of an act, or the number of another item, once it was said.
func (r *lineReader) choose(item page.Item) {
	r.t.Helper()
	r.hearOut()
	before := r.visit().ID()
	if item.Word != "" {
		r.types("%s", item.Word)
		return
	}
	r.types("%d", r.number(item))
	if item.Kind == page.Row && r.visit().ID() == before {
		r.beside++
	}
}

// number is the number that an item has.
func (r *lineReader) number(item page.Item) int {
	n := 0
	for _, there := range r.visit().Sheet().Items {
		if there.Kind != page.GoOn && !there.Live {
			n++
		}
		if there.ID == item.ID {
			return n
		}
	}
	r.t.Fatalf("%q has no number", item.ID)
	return 0
}

// fill types the number of a line and its text; a line that is asked for needs
// no number.
func (r *lineReader) fill(item page.Item, text string) {
	r.t.Helper()
	if item.ID == r.visit().Sheet().Ask && item.Text == "" {
		r.types("%s", text)
		return
	}
	r.hearOut()
	r.types("%d %s", r.number(item), text)
}

// TestJourneysInLines takes the journeys of the full screen line by line, and
// expects the same facts and the same records.
func TestJourneysInLines(t *testing.T) {
	var taken atomic.Int32
	t.Cleanup(func() {
		if least := int32(60); taken.Load() < least {
			t.Errorf("%d journeys were taken in lines, want at least %d", taken.Load(), least)
		}
	})
	for _, j := range journeys() {
		t.Run(j.name, func(t *testing.T) {
			t.Parallel()
			r := beginLines(computer{t: t, home: t.TempDir(), atDesk: j.atDesk})
			j.take(r)
			j.check(t, &r.computer, r.at(), r.onWay)
			taken.Add(1)
		})
	}
}
