package tui

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"firstsession/content/journal"
	"firstsession/content/record"
	"firstsession/content/walk"
)

func sameFacts(t *testing.T, got, want []walk.Fact) {
	t.Helper()
	compare(t, "facts", factLines(got, nil), factLines(want, nil))
	for i := range got {
		if i > 0 && got[i].Seq != got[i-1].Seq+1 {
			t.Errorf("fact %d follows on %d", got[i].Seq, got[i-1].Seq)
		}
	}
}

func TestWhatAFullDiskDidNotTakeIsKeptInOrderOnceThereIsRoom(t *testing.T) {
	for _, space := range []int{0, 1, 100, 300} {
		s := newSession(t, 80, 24)
		fake := s.onFake(s.opening.store)
		r := newScreenReader(s)
		r.begin(true)
		before := len(s.kept(fake))
		fake.Fill(space)
		for _, do := range []deed{readOn, readOn, choose(1), choose(2), readOn, note("Ask"), readOn} {
			do(r)
		}
		s.sees("not on the disk", "no space left", "it will be tried again")
		if got := s.kept(fake); len(got) < before {
			t.Errorf("with room for %d bytes, %d facts are left of %d", space, len(got), before)
		}
		fake.Fill(-1)
		r.readOn()
		if strings.Contains(s.screen(), "not on the disk") {
			t.Errorf("it is still said that the step is not kept\n%s", s.screen())
		}
		sameFacts(t, s.kept(fake), s.app.visit.Facts)
	}
}

func TestAStepThatCouldNotBeWrittenOrSyncedIsTriedAgain(t *testing.T) {
	for operation := 1; operation <= 4; operation++ { // to look, to write, to sync, to look again
		s := newSession(t, 80, 24)
		fake := s.onFake(s.opening.store)
		s.press("enter")
		at := fake.Count() + operation
		fake.Refuse(func(n int) error {
			if n == at {
				return errors.New("input/output error")
			}
			return nil
		})
		s.press("space")
		fake.Refuse(nil)
		newScreenReader(s).readOn()
		sameFacts(t, s.kept(fake), s.app.visit.Facts)
	}
}

func TestAJournalThatBrokeIsWholeForWhoComesBack(t *testing.T) {
	s := newSession(t, 80, 24)
	fake := s.onFake(s.opening.store)
	s.press("enter")
	fake.Refuse(func(int) error { return errors.New("input/output error") })
	s.press("space").sees("nothing more is kept until the program is started again", "what was kept before is safe")
	fake.Refuse(nil)
	s.press("q")
	data, err := fake.Read(s.journal(), journal.MaxSize)
	if err != nil {
		t.Fatal(err)
	}
	s.write(s.journal(), data)
	s.again().sees("Welcome", "1 of 10")
	compare(t, "facts", factLines(s.facts(), nil), []string{"reach welcome"})
}

// toSign brings a session to the signing page.
func toSign(s *session) *screenReader {
	s.t.Helper()
	r := newScreenReader(s)
	s.press("enter", "c", "end", "enter")
	for r.at() != promises[0] {
		r.readOn()
	}
	answerAll(walk.Agree)(r)
	return r
}

func TestARecordThatDoesNotFitOnTheDiskIsSignedOnceThereIsRoom(t *testing.T) {
	s := newSession(t, 80, 24)
	fake := s.onFake(s.opening.store)
	r := toSign(s)
	before := s.kept(fake)
	fake.Fill(500)
	r.sign("Maja")
	s.sees("could not be saved", "no space left", "Nothing is lost")
	if names, err := fake.ReadDir(s.app.visit.Folder); err == nil && len(names) > 0 {
		t.Errorf("something stays behind: %v", names)
	}
	after, _ := walk.Replay(s.app.env.Guide, s.kept(fake))
	if _, signed := after.Signed(); signed {
		t.Error("what could not be saved counts as signed")
	}
	sameFacts(t, s.kept(fake)[:len(before)], before)
	fake.Fill(-1)
	s.press("enter", "enter", "1", "enter").sees("You signed on")
	names, err := fake.ReadDir(s.app.visit.Folder)
	if err != nil || len(names) != 2 {
		t.Fatalf("the records are %v, %v", names, err)
	}
	a, err := record.Read(fake, filepath.Join(s.app.visit.Folder, names[0]))
	if err != nil || a.Name != "Maja" {
		t.Errorf("the record is of %q, %v", a.Name, err)
	}
	sameFacts(t, s.kept(fake), s.app.visit.Facts)
}

// The last eight operations of signing are the journal's: it looks for its file,
// writes, syncs and looks again, that one has signed, and that one came to the
// closing.
func TestWhoHasSignedHasSignedEvenIfTheJournalTakesNoMore(t *testing.T) {
	counted := newSession(t, 80, 24)
	fake := counted.onFake(counted.opening.store)
	r := toSign(counted)
	r.toName()
	before := fake.Count()
	counted.press("text:Maja", "enter", "1", "enter")
	ofRecord := fake.Count() - before - 8

	s := newSession(t, 80, 24)
	fake = s.onFake(s.opening.store)
	toSign(s).toName()
	before = fake.Count()
	fake.Refuse(func(n int) error {
		if n > before+ofRecord && (n-before-ofRecord)%3 == 2 { // to write, and not to take back
			return errors.New("no space left")
		}
		return nil
	})
	s.press("text:Maja", "enter", "1", "enter").sees("You signed on", "not on the disk")
	fake.Refuse(nil)
	newScreenReader(s).back()
	sameFacts(t, s.kept(fake), s.app.visit.Facts)
}

func TestAFileInThePlaceOfTheRecordsFolderLosesNothing(t *testing.T) {
	s := newSession(t, 80, 24)
	s.write(filepath.Join(s.home, "records"), []byte("mine"))
	r := toSign(s)
	before := s.facts()
	r.sign("Maja")
	s.sees("could not be saved", "a file where a folder should be", "Nothing is lost")
	sameFacts(t, s.facts(), before)
	other := filepath.Join(s.home, "other")
	s.press(slices.Repeat([]string{"backspace"}, len(s.app.visit.Folder))...)
	s.press("text:"+other, "enter").sees("Maja").press("enter", "1", "enter").sees("You signed on")
	if found, _ := filepath.Glob(filepath.Join(other, "*.json")); len(found) != 1 {
		t.Errorf("the records are %v", found)
	}
}
