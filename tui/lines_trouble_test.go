package tui

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"firstsession/content/record"
	"firstsession/content/walk"
)

// hears wants texts in what was said last, and others not.
func (r *lineReader) hears(texts ...string) {
	r.t.Helper()
	for _, text := range texts {
		if !strings.Contains(r.heard, text) {
			r.t.Fatalf("%q is not said in\n%s", text, r.heard)
		}
	}
}

func TestInLinesWhatAFullDiskDidNotTakeIsKeptOnceThereIsRoom(t *testing.T) {
	for _, space := range []int{0, 1, 100, 300} {
		r := newLineReader(t)
		fake := r.onFake(r.o.store)
		r.begin(true)
		before := len(r.kept(fake))
		fake.Fill(space)
		for _, do := range []deed{readOn, readOn, choose(1), choose(2), readOn} {
			do(r)
		}
		r.note("Ask")
		r.hears("not on the disk", "no space left", "it will be tried again", "It is not on the disk yet.")
		if strings.Contains(r.heard, "Your note is kept.") {
			t.Errorf("a note is called kept that is not\n%s", r.heard)
		}
		if got := r.kept(fake); len(got) < before {
			t.Errorf("with room for %d bytes, %d facts are left of %d", space, len(got), before)
		}
		fake.Fill(-1)
		r.readOn()
		if strings.Contains(r.heard, "not on the disk") {
			t.Errorf("it is still said that the step is not kept\n%s", r.heard)
		}
		sameFacts(t, r.kept(fake), r.o.visit.Facts)
	}
}

func TestInLinesWhoLeavesWithAFullDiskIsNotToldThatThePlaceIsKept(t *testing.T) {
	r := newLineReader(t)
	fake := r.onFake(r.o.store)
	r.begin(true)
	fake.Fill(0)
	r.readOn()
	r.types("stop")
	r.hears("could not be kept")
	if strings.Contains(r.heard, "Your place is kept") {
		t.Errorf("it says\n%s", r.heard)
	}
	if lost(r.o.visit) == nil {
		t.Error("it ends as if nothing had been lost")
	}
}

func TestInLinesARecordThatDoesNotFitOnTheDiskIsSignedOnceThereIsRoom(t *testing.T) {
	r := newLineReader(t)
	fake := r.onFake(r.o.store)
	for _, do := range []deed{begin, goToOnFake("keep-private"), answerAll(walk.Agree)} {
		do(r)
	}
	before := r.kept(fake)
	fake.Fill(500)
	r.sign("Maja")
	r.hears("could not be saved", "no space left", "Nothing is lost", "To sign as Maja, type sign.")
	if r.at() != walk.SignatureID || strings.Contains(r.heard, "You signed") {
		t.Errorf("it is at %q and says\n%s", r.at(), r.heard)
	}
	if names, err := fake.ReadDir(r.o.visit.Folder); err == nil && len(names) > 0 {
		t.Errorf("something stays behind: %v", names)
	}
	sameFacts(t, r.kept(fake)[:len(before)], before)
	fake.Fill(-1)
	r.types("sign")
	r.hears("You signed on")
	names, err := fake.ReadDir(r.o.visit.Folder)
	if err != nil || len(names) != 2 {
		t.Fatalf("the records are %v, %v", names, err)
	}
	a, err := record.Read(fake, filepath.Join(r.o.visit.Folder, names[0]))
	if err != nil || a.Name != "Maja" {
		t.Errorf("the record is of %q, %v", a.Name, err)
	}
	sameFacts(t, r.kept(fake), r.o.visit.Facts)
}

// goToOnFake goes to a step where the journal is on no real disk.
func goToOnFake(key string) deed {
	return func(s surface) {
		r := s.(*lineReader)
		to, _ := r.walk().Find(key)
		r.types("chapters")
		r.types("%d", to.Chapter)
		for range 40 {
			if r.at() != key {
				r.types("")
			}
		}
	}
}

func TestInLinesSigningAtAnyRefusedOperationSaysOnlyWhatIsSo(t *testing.T) {
	refused, signed := 0, 0
	for operation := 1; operation <= 40; operation++ {
		r := newLineReader(t)
		fake := r.onFake(r.o.store)
		for _, do := range []deed{begin, goToOnFake("keep-private"), answerAll(walk.Agree)} {
			do(r)
		}
		r.types("Maja")
		at := fake.Count() + operation
		fake.Refuse(func(n int) error {
			if n == at {
				return errors.New("input/output error \x1b[2J")
			}
			return nil
		})
		r.types("sign")
		fake.Refuse(nil)
		names, err := fake.ReadDir(r.o.visit.Folder)
		whole := err == nil && slices.ContainsFunc(names, func(name string) bool { return strings.HasSuffix(name, ".json") })
		says := strings.Contains(r.heard, "You signed on")
		if says != whole {
			t.Errorf("operation %d: a record is there %v, and it is said %v:\n%s", operation, whole, says, r.heard)
		}
		if says {
			signed++
			continue
		}
		refused++
		r.types("sign")
		r.hears("You signed on")
	}
	if refused == 0 || signed == 0 {
		t.Errorf("%d were refused and %d signed", refused, signed)
	}
}

// begunInLines is a reader who left at a section, with the bytes of the journal.
func begunInLines(t *testing.T) (*lineReader, []byte) {
	t.Helper()
	r := newLineReader(t)
	for _, do := range []deed{begin, readOn, readOn, back} {
		do(r)
	}
	r.leave()
	return r, r.bytes()
}

func (r *lineReader) bytes() []byte {
	r.t.Helper()
	data, err := os.ReadFile(r.journal())
	if err != nil {
		r.t.Fatal(err)
	}
	return data
}

// finds comes back to a journal of other bytes.
func (r *lineReader) finds(data []byte) {
	r.t.Helper()
	if err := os.WriteFile(r.journal(), data, 0o600); err != nil {
		r.t.Fatal(err)
	}
	r.start()
}

func (r *lineReader) putAside() []string {
	r.t.Helper()
	paths, err := filepath.Glob(filepath.Join(filepath.Dir(r.journal()), "set-aside-*"))
	if err != nil {
		r.t.Fatal(err)
	}
	return paths
}

func TestInLinesATornLastLineIsPutAsideAndSaid(t *testing.T) {
	r, whole := begunInLines(t)
	r.finds(whole[:len(whole)-9])
	r.hears("was not complete", "All before it is here", "Welcome back")
	if r.at() != "where-help-comes-from" || len(r.putAside()) != 1 {
		t.Errorf("it opens at %q, put aside %v", r.at(), r.putAside())
	}
}

func damagedInLines(t *testing.T) (*lineReader, []byte) {
	t.Helper()
	r, whole := begunInLines(t)
	all := bytes.SplitAfter(whole, []byte("\n"))
	all[2] = append([]byte("?"), all[2]...)
	broken := bytes.Join(all, nil)
	r.finds(broken)
	r.hears("About your place", "is damaged: line 3", "Nothing in it was changed", "type aside")
	return r, broken
}

func TestInLinesADamagedJournalIsPutAsideIfTheReaderSaysSo(t *testing.T) {
	r, broken := damagedInLines(t)
	r.types("aside")
	r.hears("put aside in", "Chapter 1 of 10")
	if aside := r.putAside(); len(aside) != 1 {
		t.Errorf("put aside is %v", aside)
	} else if data, err := os.ReadFile(aside[0]); err != nil || !bytes.Equal(data, broken) {
		t.Errorf("put aside is %q, %v", data, err)
	}
	r.readOn()
	r.leave()
	r.start()
	r.hears("Welcome back")
}

func TestInLinesADamagedJournalStaysAsItIsIfTheReaderGoesOn(t *testing.T) {
	for _, typed := range [][]string{{"", "", "", "2", "note Ask", "stop"}, {"stop"}, {"nonsense", "note Ask", "chapters", "3", "", "stop"}} {
		r, broken := damagedInLines(t)
		for _, line := range typed {
			r.types("%s", line)
		}
		if got := r.bytes(); !bytes.Equal(got, broken) || strings.Contains(r.heard, "Your place is kept") {
			t.Errorf("after %q it says %q, and the journal is %q", typed, r.heard, got)
		}
		r.close()
	}
}

func TestInLinesAJournalOfANewerProgramIsLeftAlone(t *testing.T) {
	r, whole := begunInLines(t)
	newer := slices.Concat([]byte("{\"format\":9,\"more\":true}\n"), whole[bytes.IndexByte(whole, '\n')+1:])
	r.finds(newer)
	r.hears("written by a newer First Session", "nothing will be kept this time")
	r.types("aside")
	r.hears("“aside” is no answer here")
	for _, line := range []string{"", "", "", "2", "note Ask", "stop"} {
		r.types("%s", line)
	}
	if got := r.bytes(); !bytes.Equal(got, newer) || len(r.putAside()) > 0 {
		t.Errorf("the journal is now %q", got)
	}
}

func TestInLinesWithoutAHomeTheGuideIsReadAndSignedAllTheSame(t *testing.T) {
	r := &lineReader{computer: computer{t: t, home: t.TempDir(), noHome: true}, onTheWay: map[int]bool{}}
	r.start()
	t.Cleanup(r.close)
	r.hears("Your place cannot be kept on this computer", "names no home folder")
	r.types("")
	for _, do := range []deed{goToOnFake("keep-private"), answerAll(walk.Agree)} {
		do(r)
	}
	r.sign("Maja")
	r.hears("No folder is set for your copy")
	mine := filepath.Join(r.home, "mine")
	r.types("folder %s", mine)
	r.hears("saved in this folder: " + mine)
	r.types("sign")
	r.hears("You signed on")
	if found, _ := filepath.Glob(filepath.Join(mine, "*.json")); len(found) != 1 {
		t.Errorf("records are %v", found)
	}
}

func TestInLinesAFileInThePlaceOfTheRecordsFolderLosesNothing(t *testing.T) {
	r := newLineReader(t)
	if err := os.WriteFile(filepath.Join(r.home, "records"), []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, do := range []deed{begin, goTo("keep-private"), answerAll(walk.Agree)} {
		do(r)
	}
	before := r.facts()
	r.sign("Maja")
	r.hears("could not be saved", "a file where a folder should be", "Nothing is lost", "folder and another folder", "Type sign")
	sameFacts(t, r.facts(), before)
	r.types("folder %s", filepath.Join(r.home, "other"))
	r.types("sign")
	r.hears("You signed on")
}
