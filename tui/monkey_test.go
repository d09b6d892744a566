package tui

import (
	"bytes"
	"encoding/json"
	flags "flag" // a flag is something else in these tests
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"firstsession/content/disk"
	"firstsession/content/disk/disktest"
	"firstsession/content/journal"
	"firstsession/content/record"
	"firstsession/content/walk"
	"firstsession/tui/tuitest"
)

// A million is a good night's sleep: go test ./tui -run Monkeys -monkeys 1000000 -timeout 0
var monkeys = flags.Int("monkeys", 3_200, "how many events the monkeys make up on each surface, in pieces of 400")

// pieceLength is how many events one seed makes up. A failure names its seed:
// -run 'Monkeys.*/seed_17$' does the same again.
const pieceLength = 400

// eachMonkey gives each seed's piece a monkey. Of four, one is a clinician's,
// and one goes through the whole guide that the program carries.
func eachMonkey(t *testing.T, run func(m *monkey)) {
	whole, short := tuitest.Shipped(t), shortGuide(t)
	for seed := 1; seed <= *monkeys/pieceLength; seed++ {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			t.Parallel()
			m := &monkey{
				computer: onFake(t), random: rand.New(rand.NewPCG(uint64(seed), 6)), now: clock(), typed: map[rune]bool{},
			}
			m.read, m.atDesk = short, seed%4 == 1
			if seed%4 == 0 {
				m.read = whole
			}
			run(m)
		})
	}
}

// monkey is somebody who does anything, at a computer where nothing goes wrong
// but that it may crash when the program has ended.
type monkey struct {
	computer
	random  *rand.Rand
	now     func() time.Time
	opening *opening
	seen    int           // how many of the visit's facts were looked at
	typed   map[rune]bool // all letters that were typed or pasted
	did     []string
}

// open starts the program. The facts that are found are those that were kept.
func (m *monkey) open() {
	m.t.Helper()
	if m.random.IntN(3) == 0 {
		m.fake.Restart(m.random.Uint64())
	}
	m.opening = m.computer.open(m.newProgram())
	if o := m.opening; o.trouble != nil || len(o.dropped) > 0 || o.found.SetAside != "" {
		m.fail("the journal does not open: %v; dropped %v, set aside %q", o.trouble, o.dropped, o.found.SetAside)
	}
	m.opening.visit.Now = m.now
	m.seen = len(m.opening.found.Facts)
}

// begin shows the first page.
func (m *monkey) begin() {
	m.t.Helper()
	if err := m.opening.begin(); err != nil {
		m.fail("it does not begin: %v", err)
	}
}

func (m *monkey) fail(format string, args ...any) {
	m.t.Helper()
	last := m.did[max(0, len(m.did)-60):]
	m.t.Fatalf("%s\nafter %d events, the last of them\n%q", fmt.Sprintf(format, args...), len(m.did), last)
}

// took notes what was done, and the letters in it.
func (m *monkey) took(name, letters string) {
	m.did = append(m.did, name[:min(len(name), 24)])
	for _, r := range letters {
		m.typed[r] = true
	}
}

// check looks at the facts that an event came to. Deliberate says that it was
// an act: Enter, or a line that was typed.
func (m *monkey) check(deliberate bool) {
	m.t.Helper()
	v := m.opening.visit
	if len(m.did)%5 == 0 {
		m.showsNow()
	}
	if len(v.Facts) < m.seen {
		m.seen = 0 // another intake
	}
	if v.Unkept() != nil {
		m.fail("something is not kept: %v", v.Unkept())
	}
	if len(v.Facts) == m.seen {
		return
	}
	if _, begun := v.Walk.Form(); m.atDesk && !begun {
		m.fail("a clinician’s walk has no form")
	}
	for _, fact := range v.Facts[m.seen:] {
		m.checkFact(fact, deliberate)
	}
	m.seen = len(v.Facts)
	again, dropped := walk.Replay(m.read, v.Facts)
	if got, want := told(again), told(v.Walk); got != want || len(dropped) > 0 {
		m.fail("replayed it is\n%s\nand not\n%s\ndropped: %v", got, want, dropped)
	}
}

// showsNow compares the page as it is kept by the visit with the page as it is now.
func (m *monkey) showsNow() {
	m.t.Helper()
	v := m.opening.visit
	kept, err := json.Marshal(v.Sheet())
	now, err2 := json.Marshal(v.Copy(v.Keeper).Sheet())
	if err != nil || err2 != nil || !bytes.Equal(kept, now) {
		m.fail("shown is\n%s\nand not\n%s\n%v %v", kept, now, err, err2)
	}
}

// checkFact makes sure that what counts came of an act, and what is signed of
// a name that was typed.
func (m *monkey) checkFact(fact walk.Fact, deliberate bool) {
	m.t.Helper()
	resumed := m.seen == 0 && m.atDesk // an intake that is gone on with brings its facts along
	name := ""
	switch kind := walk.EventKind(fact.Kind); kind {
	case walk.SetAnswer, walk.Decline, walk.SetForm, walk.End, walk.CopyGiven:
	case walk.NameTyped:
		if name = fact.Data.Text; name == walk.Erased {
			return // it was taken back since, and erased
		}
	case walk.Sign:
		a, err := record.Read(m.fake, fact.Data.Text)
		if err != nil {
			m.fail("signed, and the record is not whole: %v", err)
		}
		name = a.Name
		if !m.atDesk && name == "" {
			m.fail("signed without a name")
		}
	default:
		return
	}
	if !deliberate && !resumed {
		m.fail("%q came of no act", fact.Kind)
	}
	for _, r := range name {
		if !m.typed[r] {
			m.fail("the name is %q, and nobody typed %q", name, r)
		}
	}
}

// kept compares what is on the disk with what counts.
func (m *monkey) kept() {
	m.t.Helper()
	v := m.opening.visit
	if m.atDesk && v.Fresh() {
		return
	}
	data, err := m.fake.Read(m.openJournal(), journal.MaxSize)
	if v.Fresh() || v.Private {
		if err == nil && v.Private {
			m.fail("who wants no trace has a journal")
		}
		return
	}
	if err != nil {
		m.fail("there is no journal: %v", err)
	}
	if got, want := timedLines(m.factsOf(data)), timedLines(v.Facts); strings.Join(got, "\n") != strings.Join(want, "\n") {
		m.fail("on the disk is\n%q\nand not\n%q", got, want)
	}
}

// factsOf opens a copy of a journal, as the program's own is in use.
func (m *monkey) factsOf(data []byte) []walk.Fact {
	fake := disktest.New(stateDir)
	if err := disk.WriteNew(fake, filepath.Join(stateDir, "journal.jsonl"), data); err != nil {
		m.t.Fatal(err)
	}
	_, opened, err := journal.Open(fake, stateDir)
	if err != nil || opened.SetAside != "" {
		m.fail("the journal: %v, set aside %q", err, opened.SetAside)
	}
	return opened.Facts
}

// openJournal is the path of the journal in which the visit is kept: of several
// intakes that were not finished, the one that is open.
func (m *monkey) openJournal() string {
	for _, dir := range []string{filepath.Join(m.home, "state", "firstsession", "intakes"), filepath.Join(m.home, "records")} {
		found, err := journal.FindUnfinished(m.disk(), dir)
		if err != nil {
			m.fail("the intakes: %v", err)
		}
		for _, u := range found {
			if u.InUse {
				return filepath.Join(u.Dir, "journal.jsonl")
			}
		}
	}
	return m.journal()
}

// told is all that can be known of a walk.
func told(w walk.Walk) string {
	signed, ok := w.Signed()
	form, _ := w.Form()
	text := fmt.Sprint(w.At(), w.Notes(), w.Declined(), ok, signed.Record, signed.Path, signed.Outcome, form, w.Name(), w.Outcome(), w.CopyGiven(), w.Topics())
	for _, step := range w.Steps() {
		ticks, _ := w.Ticks(step.ID)
		text += fmt.Sprint(step, w.Tries(step.Key()), ticks, w.Answer(step.ID), w.Included(step.ID), w.IsFlagged(step.Key()))
	}
	return text
}

// words are what monkeys write.
var monkeyWords = []string{
	"Maja", "Maja", "M. N.", "K-102", "Dr. Ames", "group", "pocket", "xylophone", "", " ", "  ", "Ask about Tuesdays", "語語語語", "é\u0301\u0302",
	"\x1b[2J\x1b]0;x\x07", "a\nb\r\nc", "\u202eabc\u2066", "\x00\x7f\u009b31m", "\xff\xfe", "&#27;[2J <b> *x* [y](#own-pace)", "👩‍👩‍👧 ☺️",
	"../../x", "CON", "/home/maja/other", "~/x", "sign", "agree", "1", strings.Repeat("long ", 100), strings.Repeat("語", 700), "\t\tq\x03",
	strings.Repeat("x", 5000), "q", "enter\r", "\r\n\r\n\r\n",
}

func (m *monkey) word() string { return monkeyWords[m.random.IntN(len(monkeyWords))] }

func oneOf[T any](r *rand.Rand, of ...T) T { return of[r.IntN(len(of))] }
