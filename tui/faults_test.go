package tui

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"firstsession/content"
	"firstsession/content/disk/disktest"
	"firstsession/content/journal"
	"firstsession/content/record"
	"firstsession/content/walk"
	"firstsession/tui/tuitest"
	"firstsession/tui/visit"
)

const (
	faultHome    = "/home/maja"
	faultState   = "/home/maja/.local/state/firstsession"
	faultRecords = "/home/maja/Documents/First Session"
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

// faulty is a reader whose disk goes wrong.
type faulty struct {
	t     *testing.T
	fake  *disktest.Fake
	guide *content.Guide
	now   func() time.Time
	store *store
	visit *visit.Visit
	// told are the facts of which it was said that they are on the disk.
	told []walk.Fact
}

func newFaulty(t *testing.T, guide *content.Guide) *faulty {
	return &faulty{t: t, fake: disktest.New(faultHome), guide: guide, now: clock()}
}

// start starts the program, as openStore and open do on a real disk. It says
// what was found in the journal.
func (f *faulty) start() []walk.Fact {
	f.t.Helper()
	f.store = &store{fsys: f.fake, dir: faultState, folder: faultRecords, version: "firstsession test"}
	var opened journal.Opened
	f.store.journal, opened, f.store.why = journal.Open(f.fake, faultState)
	w, dropped := walk.Replay(f.guide, opened.Facts)
	if len(dropped) > 0 {
		f.t.Fatalf("dropped: %v", dropped)
	}
	f.visit = &visit.Visit{
		Walk: w, Facts: opened.Facts, Fresh: !w.Started(), Folder: faultRecords, Keeper: f.store, Now: f.now,
	}
	sweep(f.fake, opened.Facts)
	f.visit.Settle()
	return opened.Facts
}

// apply does what the surfaces do, and hears whether it is on the disk.
func (f *faulty) apply(events ...walk.Event) {
	f.t.Helper()
	possible, unkept := f.visit.Apply(events...)
	if !possible {
		f.t.Fatalf("not possible: %v", events)
	}
	f.hear(unkept)
}

func (f *faulty) hear(unkept error) {
	if unkept == nil && f.visit.Unkept == nil {
		f.told = slices.Clone(f.visit.Facts)
	}
}

// next goes on from a step.
func (f *faulty) next(from walk.Step, events ...walk.Event) {
	f.t.Helper()
	f.apply(visit.Onward(from, events...)...)
	if to, ok := f.visit.Walk.Next(from); ok {
		f.apply(walk.Event{Kind: walk.Reach, Subject: to.Key()})
	}
}

// move is one thing that a reader does where they are. It is false if nothing
// came of it: at the end, and where a signature could not be saved.
func (f *faulty) move() bool {
	f.t.Helper()
	w, at := f.visit.Walk, f.visit.Walk.At()
	if f.visit.Fresh {
		_ = f.visit.Begin(true) // the reader is told, and goes on
		f.apply(walk.Event{Kind: walk.Reach, Subject: at.Key()})
		return true
	}
	switch at.Kind {
	case walk.Section:
		if len(w.Notes()) == 0 {
			f.apply(walk.Event{Kind: walk.TakeNote, Subject: at.Key(), Text: "Ask about Tuesdays"})
		}
		f.next(at)
	case walk.Question:
		f.answer(at)
	case walk.Reflection:
		f.next(at, walk.Event{Kind: walk.Tick, Subject: at.Key(), Options: []int{1}, Text: "Late trains"})
	case walk.Statement:
		f.apply(walk.Event{Kind: walk.SetAnswer, Subject: at.Key(), Answer: walk.Agree})
		f.next(at)
	case walk.Signature:
		f.apply(walk.Event{Kind: walk.Include, Subject: w.Notes()[0].ID, Yes: true})
		signed, err := f.visit.Sign("Maja", faultRecords)
		if err != nil {
			return false
		}
		f.next(at, signed)
	case walk.Closing:
		return false
	default:
		f.next(at)
	}
	return true
}

// answer misses a question, finds it, and goes on.
func (f *faulty) answer(at walk.Step) {
	f.t.Helper()
	w := f.visit.Walk
	var options []content.Option
	for _, section := range f.guide.Chapters[0].Sections {
		if section.Questions[0].ID == at.ID {
			options = section.Questions[0].Options
		}
	}
	switch tries := w.Tries(at.Key()); {
	case tries.Done:
		f.next(at)
	default:
		fits := slices.IndexFunc(options, func(o content.Option) bool { return o.Right })
		if !tries.Missed {
			fits = slices.IndexFunc(options, func(o content.Option) bool { return !o.Right })
		}
		f.apply(walk.Event{Kind: walk.Choose, Subject: at.Key(), Options: []int{fits}})
	}
}

// goOn moves on to the end, or until a signature cannot be saved.
func (f *faulty) goOn() {
	f.t.Helper()
	for range 60 {
		if !f.move() {
			return
		}
	}
	f.t.Fatalf("the walk does not end; it is at %+v", f.visit.Walk.At())
}

func (f *faulty) leave() {
	f.visit.Leave()
	f.hear(nil)
	_ = f.store.Close() // what was said to be on the disk is there already
}

// comesBack starts the program anew on a disk that is whole again, and checks
// that everything is there of which that was said. Then the walk is finished.
func (f *faulty) comesBack() {
	f.t.Helper()
	before := slices.Clone(f.visit.Facts)
	found := f.start()
	if f.store.why != nil {
		f.t.Fatalf("it does not open again: %v", f.store.why)
	}
	f.isPrefix("what was said to be kept", f.told, found)
	f.isPrefix("what is kept", found, before)
	f.wholeRecords(found)
	f.saysTheTruth(len(found) > 0)
	f.goOn()
	if at := f.visit.Walk.At(); at.Kind != walk.Closing || f.visit.Unkept != nil {
		f.t.Fatalf("it ends at %+v, %v", at, f.visit.Unkept)
	}
	f.wholeRecords(f.visit.Facts)
	f.saysTheTruth(len(found) > 0)
	f.leave()
	if again := f.start(); len(again) != len(f.told) {
		f.t.Fatalf("in the end %d facts are kept of %d", len(again), len(f.told))
	}
	f.leave()
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

// wholeRecords checks that each record is whole and has its copies, and that
// one that facts speak of is there.
func (f *faulty) wholeRecords(facts []walk.Fact) {
	f.t.Helper()
	names, err := f.fake.ReadDir(faultRecords)
	if err != nil {
		names = nil // it was not made yet
	}
	whole := map[string]bool{}
	for _, name := range names {
		if filepath.Ext(name) != ".json" {
			continue
		}
		path := filepath.Join(faultRecords, name)
		a, err := record.Read(f.fake, path)
		if err != nil {
			f.t.Fatalf("%s: %v", name, err)
		}
		if missing, other := record.Copies(f.fake, path, a, &f.guide.Words); len(missing)+len(other) > 0 {
			f.t.Fatalf("of %s %v is missing and %v reads otherwise", name, missing, other)
		}
		whole[path] = true
	}
	for _, fact := range facts {
		if fact.Kind == string(walk.Sign) && !whole[fact.Data.Text] {
			f.t.Fatalf("there is no record %s among %v", fact.Data.Text, names)
		}
	}
}
