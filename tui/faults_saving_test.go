package tui

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"firstsession/content/disk"
	"firstsession/content/journal"
	"firstsession/content/record"
	"firstsession/content/walk"
)

// saysTheTruth checks that a walk knows the records that lie on the disk, and
// that nothing lies there of one that was never saved. Remembered is false for a
// walk of which nothing was kept: it cannot know them.
func (f *faulty) saysTheTruth(remembered bool) {
	f.t.Helper()
	names, err := f.fake.ReadDir(faultRecords)
	if err != nil {
		return // it was not made yet
	}
	signed, hasSigned := f.visit.Walk.Signed()
	replaced := map[string]bool{}
	var records []record.Acknowledgement
	for _, name := range names {
		if strings.HasPrefix(name, ".unfinished-") {
			continue
		}
		stem := strings.TrimSuffix(name, filepath.Ext(name))
		if strings.HasSuffix(name, ".tmp") || !slices.Contains(names, stem+".json") {
			f.t.Fatalf("of a record that was not saved %s is left", name)
		}
		if a, err := record.Read(f.fake, filepath.Join(faultRecords, name)); err == nil {
			records = append(records, a)
			replaced[a.Supersedes] = true
		}
	}
	if !remembered {
		return
	}
	for _, a := range records {
		switch {
		case !hasSigned:
			f.t.Fatalf("it is said that no record was made, and there is %s", a.ID)
		case !replaced[a.ID] && a.ID != signed.Record:
			f.t.Fatalf("%s stands, and nothing says that it was replaced by %s", a.ID, signed.Record)
		}
	}
	if _, unsure := f.visit.Walk.Unsure(); unsure {
		f.t.Fatal("it is not known whether there is a record, and it could be")
	}
}

// awayDisk is a disk on which one folder cannot be reached, such as on a memory
// stick that was taken out.
type awayDisk struct {
	disk.FS
	away string
}

func (d awayDisk) ReadDir(path string) ([]string, error) {
	if path == d.away {
		return nil, errors.New("no such device")
	}
	return d.FS.ReadDir(path)
}

// Where nobody can look, it is neither said that there is a record nor that
// there is none. Once the stick is back, it is known.
func TestARecordThatCannotBeLookedForIsNeitherThereNorNot(t *testing.T) {
	f := newFaulty(t, shortGuide(t))
	f.start()
	for f.visit.Walk.At().Kind != walk.Signature {
		f.move()
	}
	if _, err := f.visit.Sign("Maja", faultRecords); err != nil {
		t.Fatal(err)
	}
	f.fake.Restart(1) // before the journal had that it is signed
	whole := f.fake
	f.start()
	f.visit.Walk, _ = walk.Replay(f.guide, f.visit.Facts[:len(f.visit.Facts)-1])
	f.visit.Facts = f.visit.Facts[:len(f.visit.Facts)-1]
	f.store.fsys = awayDisk{whole, faultRecords}
	f.visit.Settle()
	f.apply(walk.Event{Kind: walk.Decline})
	if path, unsure := f.visit.Walk.Unsure(); !unsure || !strings.HasPrefix(path, faultRecords) {
		t.Errorf("it is sure of what nobody knows: %q", path)
	}
	f.store.fsys = whole
	f.visit.Settle()
	if _, ok := f.visit.Walk.Signed(); !ok || !f.visit.Walk.Declined() {
		t.Error("once the stick is back, the record is not known, or that it was not to be signed again")
	}
}

// fullDisk takes nothing more in the files that it opens, once full.
type fullDisk struct {
	disk.FS
	full *bool
}

func (d fullDisk) Append(path string) (disk.File, error) {
	file, err := d.FS.Append(path)
	return fullFile{file, d.full}, err
}

type fullFile struct {
	disk.File
	full *bool
}

func (f fullFile) Write(data []byte) (int, error) {
	if *f.full {
		return 0, errors.New("no space left")
	}
	return f.File.Write(data)
}

// Where the journal's disk is full and that of the records is not, a record that
// the journal does not know would be taken for none at the next start.
func TestNoRecordIsMadeThatTheNextStartWouldNotKnow(t *testing.T) {
	for _, from := range []string{"before it is signed", "once it is saved"} {
		t.Run(from, func(t *testing.T) {
			f, full := newFaulty(t, shortGuide(t)), false
			f.start()
			for f.visit.Walk.At().Kind != walk.Signature {
				f.move()
			}
			f.leave()
			j, _, err := journal.Open(fullDisk{f.fake, &full}, faultState)
			if err != nil {
				t.Fatal(err)
			}
			f.store.journal = j
			full = from == "before it is signed"
			event, err := f.visit.Sign("Maja", faultRecords)
			if full != (err != nil) {
				t.Fatalf("to sign: %v", err)
			}
			full = true
			if err == nil {
				f.apply(event)
			}
			if f.visit.Leave(); f.visit.Unkept == nil {
				t.Error("it is called kept")
			}
			f.fake.Restart(1)
			f.start()
			f.saysTheTruth(true)
			if _, signed := f.visit.Walk.Signed(); signed != (err == nil) {
				t.Errorf("signed: %v", signed)
			}
			f.goOn()
			f.saysTheTruth(true)
		})
	}
}

// In private nothing remembers a record, so what is on its way goes at once.
func TestInPrivateARecordThatCannotBeSavedLeavesNothing(t *testing.T) {
	for n := 1; n < 30; n++ {
		for _, width := range []int{1, 2} {
			f := newFaulty(t, shortGuide(t))
			f.start()
			if err := f.visit.Begin(false); err != nil {
				t.Fatal(err)
			}
			f.apply(walk.Event{Kind: walk.Reach, Subject: f.visit.Walk.At().Key()})
			for f.visit.Walk.At().Kind != walk.Signature {
				f.move()
			}
			at := f.fake.Count()
			f.fake.Refuse(func(operation int) error {
				if operation >= at+n && operation < at+n+width {
					return errors.New("input/output error")
				}
				return nil
			})
			_, err := f.visit.Sign("Maja", faultRecords)
			f.fake.Refuse(nil)
			if f.visit.Leave(); err != nil {
				f.saysTheTruth(true)
			}
			if there, stat := f.fake.Stat(faultState); stat == nil {
				t.Fatalf("there is a %s", there.Name())
			}
		}
	}
}

// What is erased is erased with all that a saving left behind.
func TestToForgetLeavesNothingOfARecordThatWasNotSaved(t *testing.T) {
	for _, there := range []bool{false, true} { // whether the record got its name
		f := newFaulty(t, shortGuide(t))
		f.start()
		for f.visit.Walk.At().Kind != walk.Signature {
			f.move()
		}
		if there {
			if _, err := f.visit.Sign("Maja", faultRecords); err != nil {
				t.Fatal(err)
			}
		} else {
			f.fake.CrashAt(f.fake.Count() + 20) // amid the record's files
			if _, err := f.visit.Sign("Maja", faultRecords); err == nil {
				t.Fatal("it is signed")
			}
		}
		f.fake.Restart(1)
		if names, err := f.fake.ReadDir(faultRecords); err != nil || len(names) == 0 {
			t.Fatal(names, err)
		}
		if _, err := journal.EraseAfter(f.fake, faultState, settleAll(f.fake)); err != nil {
			t.Fatal(err)
		}
		f.saysTheTruth(false)
		if names, err := f.fake.ReadDir(faultRecords); err != nil || (len(names) == 2) != there || len(names) > 2 {
			t.Errorf("there is %v, %v", names, err)
		}
	}
}
