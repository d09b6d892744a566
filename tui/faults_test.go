package tui

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"firstsession/content"
	"firstsession/content/record"
	"firstsession/content/walk"
	"firstsession/tui/tuitest"
)

// shortGuide is the shipped guide with one chapter of two sections, a question
// and a reflection, and two promises.
func shortGuide(t testing.TB) *content.Guide {
	t.Helper()
	g := *tuitest.Shipped(t)
	var kept []content.Section
	for _, chapter := range g.Chapters {
		for _, section := range chapter.Sections {
			for i, question := range section.Questions {
				if question.ID == "where-dana-works" || question.ID == "my-worries" {
					section.Questions = section.Questions[i : i+1]
					section.Essential = true
					kept = append(kept, section)
				}
			}
		}
	}
	if len(kept) != 2 {
		t.Fatalf("the guide has %d of the two sections", len(kept))
	}
	g.Chapters = []content.Chapter{g.Chapters[0]}
	g.Chapters[0].Sections = kept
	g.Commitment.Statements = g.Commitment.Statements[:2]
	return &g
}

// faulty is somebody whose disk goes wrong, alone or at the desk.
type faulty struct {
	bare
	began bool // the program found out what there is
	// told are the facts of which it was said that they are on the disk.
	told    []walk.Fact
	cleared bool // it was said that the computer is cleared
	clears  bool // to clear it was begun
	// found is what somebody has come back to already, as the disk was and what
	// had been said of it: no other fault that left the same is another start.
	found map[string]bool
}

func newFaulty(t *testing.T, guide *content.Guide, atDesk bool) *faulty {
	f := &faulty{bare: bare{computer: onFake(t), onWay: map[int]bool{}}, found: map[string]bool{}}
	f.read, f.atDesk, f.after, f.now, f.random = guide, atDesk, f.hear, clock(), rand.NewChaCha8([32]byte{})
	return f
}

func (f *faulty) start() {
	f.t.Helper()
	f.o = f.open(f.newProgram())
	if len(f.o.dropped) > 0 {
		f.t.Fatalf("dropped: %v", f.o.dropped)
	}
	f.began = f.o.begin() == nil
}

// hear takes note of what the reader may believe after an answer.
func (f *faulty) hear(id string) {
	v := f.visit()
	if id == "clear now" {
		f.clears, f.cleared = true, v.Fresh()
	}
	switch {
	case f.cleared:
		f.told = nil
	case v.Unkept() == nil && !v.Private:
		f.told = slices.Clone(v.Facts)
	}
}

// goesOn takes the walk to its end, or until something cannot be saved.
func (f *faulty) goesOn() {
	f.t.Helper()
	if f.began && !f.cleared {
		toTheEnd(f)
	}
}

// isDone reports whether the walk has come to its end, and that is kept.
func (f *faulty) isDone() bool {
	v := f.visit()
	return f.atDesk && f.cleared || !f.atDesk && v.Step().Kind == walk.Closing && v.Unkept() == nil
}

func (f *faulty) leave() {
	f.visit().Leave()
	f.hear("")
	_ = f.o.closes() // what was said to be on the disk is there already
}

// comesBack starts the program anew on a disk that is whole again, and checks
// that everything is there of which that was said. Then the walk is finished.
func (f *faulty) comesBack() {
	f.t.Helper()
	before := slices.Clone(f.visit().Facts)
	if f.isFound() {
		return
	}
	f.start()
	if f.o.trouble != nil || !f.began {
		f.t.Fatalf("it does not open again: %v", f.o.trouble)
	}
	if f.atDesk {
		f.findsIntake(before)
	} else {
		f.isKept(f.o.found.Facts, before)
	}
	f.wholeRecords(f.visit().Facts)
	known := len(f.visit().Facts) > 0
	f.saysTheTruth(known)
	f.goesOn()
	f.goesOn() // an intake that has lost its journal is begun anew
	if !f.isDone() {
		f.t.Fatalf("it ends at %+v, %v", f.visit().Step(), f.visit().Unkept())
	}
	f.wholeRecords(f.visit().Facts)
	f.saysTheTruth(known && !f.atDesk)
	f.leave()
	if f.atDesk {
		f.copies()
	}
	if f.start(); len(f.visit().Facts) != len(f.told) || f.atDesk && f.visit().Unfinished() {
		f.t.Fatalf("in the end %d facts are kept of %d", len(f.visit().Facts), len(f.told))
	}
}

// isFound reports whether somebody has come back to the same, and notes it.
func (f *faulty) isFound() bool {
	f.t.Helper()
	facts, err := json.Marshal([][]walk.Fact{f.told, f.visit().Facts})
	if err != nil {
		f.t.Fatal(err)
	}
	state := fmt.Sprint(f.clears, f.cleared, string(facts), f.fake.Seen())
	defer func() { f.found[state] = true }()
	return f.found[state]
}

// isKept checks that what was said to be kept is, and nothing that was not done.
func (f *faulty) isKept(found, before []walk.Fact) {
	f.t.Helper()
	if !f.clears { // to clear may have been cut off
		f.isPrefix("what was said to be kept", f.told, found)
	}
	f.isPrefix("what is kept", found, before)
}

// isPrefix checks that facts stand at the beginning of others.
func (f *faulty) isPrefix(what string, facts, of []walk.Fact) {
	f.t.Helper()
	if len(facts) > len(of) || !slices.Equal(timedLines(facts), timedLines(of[:len(facts)])) {
		f.t.Fatalf("%s:\n\t%s\nof\n\t%s", what, strings.Join(timedLines(facts), "\n\t"), strings.Join(timedLines(of), "\n\t"))
	}
}

func timedLines(facts []walk.Fact) []string {
	lines := factLines(facts, nil)
	for i, fact := range facts {
		lines[i] = fmt.Sprint(fact.Seq, " ", fact.Time.Format(time.TimeOnly), " ", lines[i])
	}
	return lines
}

// findsIntake goes on with the intake that was cut off. It may neither be
// damaged nor open.
func (f *faulty) findsIntake(before []walk.Fact) {
	f.t.Helper()
	all, err := f.visit().Intakes.Unfinished()
	if err != nil {
		f.t.Fatal(err)
	}
	switch {
	case len(all) == 0 && (f.clears || len(f.told) == 0):
		return
	case f.cleared || len(all) != 1 || all[0].Damage != "" || all[0].InUse:
		f.t.Fatalf("after %d facts, cleared %v, there are %+v", len(f.told), f.cleared, all)
	}
	_, found, _, err := f.visit().Intakes.Resume(all[0].ID)
	if err != nil {
		f.t.Fatalf("it cannot be gone on with: %v", err)
	}
	f.isKept(found, before)
	if act("Go on with K-102")(f); f.visit().Fresh() {
		f.t.Fatalf("it is not gone on with: %v", f.visit().Notice())
	}
	if !f.visit().State().Intake() {
		f.t.Fatal("an intake without its form is gone on with")
	}
}

// wholeRecords checks that each record is whole and has its copies, and that
// one that facts speak of is there.
func (f *faulty) wholeRecords(facts []walk.Fact) {
	f.t.Helper()
	words, whole := f.visit().Walk.Guide().Words, map[string]bool{}
	entries, err := record.List(f.fake, filepath.Join(f.home, "records"))
	if err != nil && len(f.in("records", "*.json", "")) > 0 {
		f.t.Fatal(err)
	}
	for _, e := range entries {
		if e.Err != nil {
			f.t.Fatal(e.Err)
		}
		if missing, other := record.Copies(f.fake, e, words); len(missing)+len(other) > 0 {
			f.t.Fatalf("of %s %v is missing and %v reads otherwise", e.Path, missing, other)
		}
		whole[e.Path] = true
	}
	for _, fact := range facts {
		if fact.Kind == string(walk.Sign) && !whole[fact.Data.Text] {
			f.t.Fatalf("there is no record %s", fact.Data.Text)
		}
	}
}

// copies checks that whatever has the name of a client's copy is whole.
func (f *faulty) copies() {
	f.t.Helper()
	guide := f.visit().Walk.Guide()
	for _, path := range slices.Concat(f.in("usb", "*.txt", ""), f.in("usb", "*.html", "")) {
		name := filepath.Base(path)
		stem := strings.TrimSuffix(strings.TrimSuffix(name, ".txt"), ".html")
		saved, err := record.Read(f.fake, filepath.Join(f.home, "records", stem+".json"))
		if err != nil {
			f.t.Fatalf("a copy of no record: %v", err)
		}
		want, html := record.ForClient(saved, guide)
		if strings.HasSuffix(name, ".html") {
			want = html
		}
		if got, err := f.fake.Read(path, record.MaxSize); err != nil || string(got) != want {
			f.t.Fatalf("the copy %s has %d bytes of %d, %v", name, len(got), len(want), err)
		}
	}
}
