package tui

import (
	"bytes"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"firstsession/content/disk"
	"firstsession/content/journal"
	"firstsession/content/ledger"
	"firstsession/content/record"
	"firstsession/content/store"
	"firstsession/content/walk"
)

var (
	recordsDir = fakeHome + "/records"
	stateDir   = fakeHome + "/state/firstsession"
)

// startsOn starts the program on another disk.
func (f *faulty) startsOn(fsys disk.FS) {
	f.t.Helper()
	p := f.newProgram()
	p.FS = fsys
	f.o = f.open(p)
	if err := f.o.begin(); err != nil {
		f.t.Fatal(err)
	}
}

// toSign goes on to the signing page.
func (f *faulty) toSign() {
	f.t.Helper()
	until(f, func() bool { return f.visit().Step().Kind == walk.Signature }, func() { stepOn(f) })
}

// signs signs, and reports whether that is said.
func (f *faulty) signs() bool {
	f.t.Helper()
	sign("Maja")(f)
	return f.visit().Step().Kind == walk.Closing
}

// saysTheTruth checks that a walk knows the records that lie on the disk, and
// that nothing lies there of one that was never saved. Remembered is false for a
// walk of which nothing was kept: it cannot know them.
func (f *faulty) saysTheTruth(remembered bool) {
	f.t.Helper()
	var names []string
	for _, path := range f.in("records", "*", "") {
		names = append(names, filepath.Base(path))
	}
	if l, err := ledger.Read(f.fake, recordsDir); err != nil || len(l.Troubles) > 0 {
		f.t.Fatalf("the ledger cannot be read: %v, %v", l.Troubles, err)
	}
	signed, hasSigned := f.visit().Walk.Signed()
	replaced := map[string]bool{}
	var records []record.Record
	for _, name := range names {
		if strings.HasPrefix(name, ".unfinished-") || strings.HasPrefix(name, "ledger-") {
			continue
		}
		stem := strings.TrimSuffix(name, filepath.Ext(name))
		if strings.HasSuffix(name, ".tmp") || !slices.Contains(names, stem+".json") {
			f.t.Fatalf("of a record that was not saved %s is left", name)
		}
		if a, err := record.Read(f.fake, filepath.Join(recordsDir, name)); err == nil {
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
	if _, unsure := f.visit().Walk.Unsure(); unsure {
		f.t.Fatal("it is not known whether there is a record, and it could be")
	}
}

// awayDisk is a disk on which one folder cannot be reached, such as on a memory
// stick that was taken out.
type awayDisk struct {
	disk.FS
	away string
}

func (d *awayDisk) ReadDir(path string) ([]string, error) {
	if filepath.ToSlash(path) == d.away {
		return nil, errors.New("no such device")
	}
	return d.FS.ReadDir(path)
}

// Where nobody can look, it is neither said that there is a record nor that
// there is none. Once the stick is back, it is known.
func TestARecordThatCannotBeLookedForIsNeitherThereNorNot(t *testing.T) {
	f := newFaulty(t, shortGuide(t), false)
	f.start()
	f.toSign()
	if !f.signs() {
		t.Fatal("it is not signed")
	}
	f.fake.Restart(1)
	whole, err := f.fake.Read(f.journal(), journal.MaxSize)
	at := bytes.Index(whole, []byte(`"kind":"sign"`))
	if err != nil || at < 0 {
		t.Fatal(at, err)
	}
	before := whole[:bytes.LastIndexByte(whole[:at], '\n')+1] // the journal had that it is signed
	if err := errors.Join(disk.RemoveAny(f.fake, f.journal()), disk.WriteNew(f.fake, f.journal(), before)); err != nil {
		t.Fatal(err)
	}
	away := &awayDisk{f.fake, recordsDir}
	f.startsOn(away)
	decline(f)
	if path, unsure := f.visit().Walk.Unsure(); !unsure || !strings.HasPrefix(filepath.ToSlash(path), recordsDir) {
		t.Errorf("it is sure of what nobody knows: %q", path)
	}
	away.away = ""
	f.visit().Leave()
	if _, ok := f.visit().Walk.Signed(); !ok || !f.visit().Walk.Declined() {
		t.Error("once the stick is back, the record is not known, or that it was not to be signed again")
	}
}

// fullDisk takes so many writes more in the files that it opens.
type fullDisk struct {
	disk.FS
	room *int
}

func (d fullDisk) Append(path string) (disk.File, error) {
	file, err := d.FS.Append(path)
	return fullFile{file, d.room}, err
}

type fullFile struct {
	disk.File
	room *int
}

func (f fullFile) Write(data []byte) (int, error) {
	if *f.room--; *f.room < 0 {
		return 0, errors.New("no space left")
	}
	return f.File.Write(data)
}

// Where the journal's disk is full and that of the records is not, a record that
// the journal does not know would be taken for none at the next start.
func TestNoRecordIsMadeThatTheNextStartWouldNotKnow(t *testing.T) {
	for from, left := range map[string]int{"before it is signed": 0, "once it is saved": 1} {
		t.Run(from, func(t *testing.T) {
			f, room := newFaulty(t, shortGuide(t), false), 1000
			f.start()
			f.toSign()
			f.leave()
			f.startsOn(fullDisk{f.fake, &room})
			room = left
			signed := f.signs()
			if signed != (left > 0) {
				t.Fatalf("signed is %v: %v", signed, f.visit().Sheet().Notice)
			}
			if f.visit().Leave(); f.visit().Unkept() == nil {
				t.Error("it is called kept")
			}
			f.fake.Restart(1)
			f.start()
			f.saysTheTruth(true)
			if _, known := f.visit().Walk.Signed(); known != signed {
				t.Errorf("signed: %v", known)
			}
			f.goesOn()
			f.saysTheTruth(true)
		})
	}
}

// In private nothing remembers a record, so what is on its way goes at once.
func TestInPrivateARecordThatCannotBeSavedLeavesNothing(t *testing.T) {
	t.Parallel()
	for n := 1; n < 30; n++ {
		for _, width := range []int{1, 2} {
			f := newFaulty(t, shortGuide(t), false)
			f.start()
			beginPrivate(f)
			f.toSign()
			at := f.fake.Count()
			f.fake.Refuse(func(operation int) error {
				if operation >= at+n && operation < at+n+width {
					return errDisk
				}
				return nil
			})
			signed := f.signs()
			f.fake.Refuse(nil)
			if f.visit().Leave(); !signed {
				f.saysTheTruth(true)
			}
			if there, stat := f.fake.Stat(stateDir); stat == nil {
				t.Fatalf("there is a %s", there.Name())
			}
		}
	}
}

// What is erased is erased with all that a saving left behind.
func TestToForgetLeavesNothingOfARecordThatWasNotSaved(t *testing.T) {
	for _, there := range []bool{false, true} { // whether the record got its name
		f := newFaulty(t, shortGuide(t), false)
		f.start()
		f.toSign()
		if !there {
			f.fake.CrashAt(f.fake.Count() + 20) // amid the record's files
		}
		if f.signs() != there {
			t.Fatalf("signed is not %v", there)
		}
		f.fake.Restart(1)
		if len(f.in("records", "*", "")) == 0 {
			t.Fatal("there is nothing")
		}
		if _, err := store.Erase(f.fake, stateDir); err != nil {
			t.Fatal(err)
		}
		f.saysTheTruth(false)
		if names := f.in("records", "*", ""); (len(names) == 3) != there || len(names) > 3 {
			t.Errorf("there is %v", names)
		}
	}
}
