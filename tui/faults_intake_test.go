package tui

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"firstsession/content"
	"firstsession/content/disk/disktest"
	"firstsession/content/journal"
	"firstsession/content/record"
	"firstsession/content/walk"
	"firstsession/tui/intake"
	"firstsession/tui/visit"
)

// faultUSB is where the client's copy goes.
const faultUSB = "/home/maja/usb"

// faultyIntake is a clinician whose disk goes wrong.
type faultyIntake struct {
	*faulty
	desk    *desk
	cleared bool // it was said that the computer is cleared
	clears  bool // to clear it was begun
}

func newFaultyIntake(t *testing.T, guide *content.Guide) *faultyIntake {
	f := &faultyIntake{faulty: newFaulty(t, guide)}
	f.fake = disktest.New(faultHome, faultUSB)
	return f
}

func (f *faultyIntake) start() {
	f.desk = &desk{fsys: f.fake, records: faultRecords, version: "firstsession test", words: f.guide.Words}
	f.visit = visit.New(walk.New(f.guide), f.desk, faultRecords, f.now)
}

// does carries out a deed as the surfaces do, and shows the step it leads to.
func (f *faultyIntake) does(d intake.Deed) bool {
	f.t.Helper()
	done, err := f.visit.Do(d, f.visit.Walk.At())
	if err != nil {
		return false
	}
	if done.To.Kind != "" {
		f.hear(nil)
		f.apply(walk.Event{Kind: walk.Reach, Subject: done.To.Key()})
	}
	return true
}

// move is one thing that clinician or client do where they are. It is false if
// nothing came of it.
func (f *faultyIntake) move() bool {
	f.t.Helper()
	at := f.visit.Walk.At()
	if f.visit.Fresh {
		return !f.cleared && f.does(intake.Deed{Begin: &walk.Form{Reference: "K-102", Parts: walk.AllParts, Aim: "To talk more."}})
	}
	switch at.Kind {
	case walk.Client, walk.Talk, walk.Points:
		return f.does(intake.Deed{Next: true})
	case walk.Signature:
		f.next(at, walk.Event{Kind: walk.NameTyped, Text: "Maja"})
		return true
	case walk.Countersign:
		return f.does(intake.Deed{Save: true, Countersigner: "Dr. Ames", Next: true})
	case walk.Copy:
		return f.does(intake.Deed{Copy: true, Folder: faultUSB, After: []walk.Event{{Kind: walk.CopyGiven, Text: walk.CopyFile}}, Next: true})
	case walk.Closing:
		f.next(at)
		return true
	case walk.Clearing:
		f.clears = true
		f.cleared = f.does(intake.Deed{Clear: true})
		if f.cleared {
			f.told = nil
		}
		return f.cleared
	case walk.Statement:
		f.apply(walk.Event{Kind: walk.SetAnswer, Subject: at.Key(), Answer: walk.TalkFirst})
		f.next(at)
		return true
	default:
		return f.faulty.move()
	}
}

func (f *faultyIntake) goOn() {
	f.t.Helper()
	for range 80 {
		if !f.move() {
			return
		}
	}
	f.t.Fatalf("the intake does not end; it is at %+v", f.visit.Walk.At())
}

func (f *faultyIntake) leave() {
	if !f.visit.Fresh {
		f.visit.Leave()
		f.hear(nil)
	}
	_ = f.desk.Close() // what was said to be on the disk is there already
}

// unfinished are the folders of intakes that were cut off. None of them may be
// damaged, or open.
func (f *faultyIntake) unfinished() []intake.Unfinished {
	f.t.Helper()
	all, err := f.desk.Unfinished()
	if err != nil {
		f.t.Fatal(err)
	}
	for _, u := range all {
		if u.Damage != "" || u.InUse {
			f.t.Fatalf("an intake that was cut off cannot be gone on with: %+v", u)
		}
	}
	return all
}

// comesBack starts the program anew on a disk that is whole again, and checks
// that everything is there of which that was said. Then the intake is finished.
func (f *faultyIntake) comesBack() {
	f.t.Helper()
	before := slices.Clone(f.visit.Facts)
	f.start()
	all := f.unfinished()
	if f.cleared && len(all) > 0 {
		f.t.Fatalf("it was said that the computer is cleared, and there is %+v", all)
	}
	if len(all) == 0 && len(f.told) > 0 && !f.clears {
		f.t.Fatalf("of an intake with %d facts nothing is left", len(f.told))
	}
	if len(all) > 0 {
		f.resumes(all[0].Dir, before)
	}
	f.wholeRecords(f.visit.Facts)
	for range 2 { // one that has lost its journal is begun anew
		f.goOn()
	}
	if !f.cleared || len(f.unfinished()) > 0 {
		f.t.Fatalf("it ends at %+v, and there are %+v", f.visit.Walk.At(), f.unfinished())
	}
	f.wholeRecords(nil)
	f.saysTheTruth(false)
	f.copies()
}

func (f *faultyIntake) resumes(dir string, before []walk.Fact) {
	f.t.Helper()
	data, err := f.fake.Read(filepath.Join(dir, "journal.jsonl"), journal.MaxSize)
	if err != nil {
		f.t.Fatal(err)
	}
	found, _ := journal.Parse(data) // a torn last line is none
	if _, err := f.visit.Do(intake.Deed{Resume: dir}, walk.Step{}); err != nil {
		f.t.Fatalf("it cannot be gone on with: %v", err)
	}
	if !f.clears { // to clear may have been cut off
		f.isPrefix("what was said to be kept", f.told, f.visit.Facts)
	}
	f.isPrefix("what is kept", found, before)
	f.saysTheTruth(true)
	if _, ok := f.visit.Walk.Form(); !ok {
		f.t.Fatalf("an intake without its form is gone on with, at %+v", f.visit.Walk.At())
	}
}

// copies checks that whatever has the name of a client's copy is whole.
func (f *faultyIntake) copies() {
	f.t.Helper()
	names, err := f.fake.ReadDir(faultUSB)
	if err != nil {
		f.t.Fatal(err)
	}
	for _, name := range names {
		if strings.HasSuffix(name, ".tmp") {
			continue
		}
		stem := strings.TrimSuffix(strings.TrimSuffix(name, ".txt"), ".html")
		saved, err := record.Read(f.fake, filepath.Join(faultRecords, stem+".json"))
		if err != nil {
			f.t.Fatalf("a copy of no record: %v", err)
		}
		want := record.CopyText(saved, f.guide.Words)
		if strings.HasSuffix(name, ".html") {
			want = record.CopyHTML(saved, f.guide.Words)
		}
		if got, err := f.fake.Read(filepath.Join(faultUSB, name), record.MaxSize); err != nil || string(got) != want {
			f.t.Fatalf("the copy %s has %d bytes of %d, %v", name, len(got), len(want), err)
		}
	}
}

func intakeOperations(t *testing.T, guide *content.Guide) int {
	t.Helper()
	f := newFaultyIntake(t, guide)
	f.start()
	f.goOn()
	if !f.cleared {
		t.Fatalf("without a fault the intake ends at %+v", f.visit.Walk.At())
	}
	return f.fake.Count()
}

func TestACrashAnywhereInAnIntakeLosesNothingThatWasOnTheDisk(t *testing.T) {
	guide := shortGuide(t)
	for n := 1; n <= intakeOperations(t, guide); n++ {
		for seed := range uint64(4) {
			t.Run(fmt.Sprintf("operation %d, seed %d", n, seed), func(t *testing.T) {
				f := newFaultyIntake(t, guide)
				f.fake.CrashAt(n)
				f.start()
				f.goOn()
				f.fake.Restart(seed)
				f.comesBack()
			})
		}
	}
}

func TestARefusalAnywhereInAnIntakeLosesNothingThatWasOnTheDisk(t *testing.T) {
	guide := shortGuide(t)
	for n := 1; n <= intakeOperations(t, guide); n++ {
		for _, width := range []int{1, 2, 1000} {
			for seed := range uint64(2) {
				t.Run(fmt.Sprintf("%d from operation %d, seed %d", width, n, seed), func(t *testing.T) {
					f := newFaultyIntake(t, guide)
					f.fake.Refuse(func(operation int) error {
						if operation >= n && operation < n+width {
							return errors.New("input/output error")
						}
						return nil
					})
					f.start()
					f.goOn()
					f.goOn() // what failed is tried once more
					f.leave()
					if seed > 0 { // and then the power is cut
						f.fake.Restart(seed - 1)
					}
					f.fake.Refuse(nil)
					f.comesBack()
				})
			}
		}
	}
}

func TestADiskThatFillsUpAnywhereInAnIntakeLosesNothing(t *testing.T) {
	guide := shortGuide(t)
	for n := 1; n <= intakeOperations(t, guide); n++ {
		for _, space := range []int{0, 40, 700} {
			t.Run(fmt.Sprintf("from operation %d, for %d bytes more", n, space), func(t *testing.T) {
				f := newFaultyIntake(t, guide)
				f.fake.Refuse(func(operation int) error {
					if operation == n {
						f.fake.Fill(space)
					}
					return nil
				})
				f.start()
				f.goOn()
				if n%2 == 0 { // there is room again while the program runs
					f.fake.Fill(-1)
					f.goOn()
					if !f.cleared {
						t.Fatalf("with room again it is at %+v, %v", f.visit.Walk.At(), f.visit.Unkept)
					}
				}
				f.leave()
				f.fake.Fill(-1)
				f.comesBack()
			})
		}
	}
}
