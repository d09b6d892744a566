package journal

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"firstsession/content/disk"
	"firstsession/content/disk/disktest"
	"firstsession/content/walk"
)

func TestSetAsideBeginsAnew(t *testing.T) {
	fake := put(t, []byte("rubbish\n"))
	if _, _, err := Open(fake, fakeDir); err == nil {
		t.Fatal("no damage")
	}
	path, err := SetAside(fake, fakeDir)
	if err != nil || path != filepath.Join(fakeDir, "set-aside-1.txt") {
		t.Fatal(path, err)
	}
	if data, err := fake.Read(path, MaxSize); err != nil || string(data) != "rubbish\n" {
		t.Errorf("%q, %v", data, err)
	}
	if got := session(fake); len(got) != 8 {
		t.Errorf("%d facts in the new one", len(got))
	}
	if _, err := SetAside(fake, fakeDir); err != nil {
		t.Error(err)
	}
	if path, err := SetAside(fake, fakeDir); err == nil {
		t.Errorf("nothing to set aside, but %s", path)
	}
}

func TestEraseTakesOnlyWhatIsOurs(t *testing.T) {
	fake := disktest.New(fakeHome)
	if there, err := Exists(fake, fakeDir); there || err != nil {
		t.Errorf("%v, %v", there, err)
	}
	if n, err := Erase(fake, fakeDir, nothingFirst); n != 0 || err != nil {
		t.Errorf("nothing there: %d, %v", n, err)
	}
	session(fake)
	report := ReportName(time.Date(2026, 11, 23, 15, 4, 5, 0, time.UTC))
	for _, name := range []string{"set-aside-1.txt", report, "journal.tmp", "letter.txt", "set-aside-.txt"} {
		must(t, disk.WriteNew(fake, filepath.Join(fakeDir, name), nil))
	}
	j, _, err := Open(fake, fakeDir)
	must(t, err)
	if _, err := Erase(fake, fakeDir, nothingFirst); !errors.Is(err, ErrInUse) {
		t.Errorf("while it is open: %v", err)
	}
	must(t, j.Close())
	if n, err := Erase(fake, fakeDir, nothingFirst); n != 4 || err != nil {
		t.Errorf("erased %d, %v", n, err)
	}
	names, err := fake.ReadDir(fakeDir)
	if err != nil || !slices.Equal(names, []string{"letter.txt", "set-aside-.txt"}) {
		t.Errorf("left: %v, %v", names, err)
	}
	for _, name := range names {
		must(t, fake.Remove(filepath.Join(fakeDir, name)))
	}
	session(fake)
	if _, err := Erase(fake, fakeDir, nothingFirst); err != nil {
		t.Error(err)
	}
	fake.Restart(0)
	if names, err := fake.ReadDir(filepath.Dir(fakeDir)); err != nil || len(names) > 0 {
		t.Errorf("after a crash: %v, %v", names, err)
	}
}

func TestTwoThatBeginAtOnce(t *testing.T) {
	fake := disktest.New(fakeHome)
	one, _, err := Open(fake, fakeDir)
	must(t, err)
	two, _, err := Open(fake, fakeDir)
	must(t, err)
	must(t, one.Append(some(1, 1)...))
	if err := two.Append(some(1, 1)...); !errors.Is(err, ErrInUse) {
		t.Errorf("while the other is open: %v", err)
	}
	must(t, one.Close())
	if err := two.Append(some(1, 1)...); !errors.Is(err, ErrInUse) {
		t.Errorf("behind the other's facts: %v", err)
	}
}

// nothingFirst asks for nothing before all is erased.
func nothingFirst([]walk.Fact) error { return nil }

// beside puts files beside an unfinished intake's journal, as other programs do.
func beside(t *testing.T, dir string, names ...string) {
	t.Helper()
	for _, name := range names {
		path := filepath.Join(dir, name)
		must(t, os.MkdirAll(filepath.Dir(path), 0o700))
		must(t, os.WriteFile(path, []byte("My brother"), 0o600))
	}
}

func TestAnIntakesFolderIsErasedWithAllThatIsInIt(t *testing.T) {
	for _, name := range []string{
		"journal.jsonl.bak", "journal.jsonl~", ".journal.jsonl.swp", "#journal.jsonl#", "journal (conflicted copy).jsonl",
		"journal.jsonl.sync-conflict-1", "Copy of journal.jsonl", "letter.txt", "set-aside-.txt", ".stversions/journal.jsonl",
		"a/b/c/journal.jsonl", ".DS_Store",
	} {
		records := filepath.Join(t.TempDir(), "records")
		j, dir := begin(t, disk.OS(), records, "K-1", "12345678", 2)
		must(t, j.Close())
		beside(t, dir, name)
		beside(t, records, "letter.txt")
		if n, err := Erase(disk.OS(), dir, nothingFirst); n != 2 || err != nil {
			t.Errorf("%s: erased %d, %v", name, n, err)
		}
		if names, err := disk.OS().ReadDir(records); err != nil || !slices.Equal(names, []string{"letter.txt"}) {
			t.Errorf("%s: left are %v, %v", name, names, err)
		}
	}
}

func TestWhatALinkInAnIntakesFolderLeadsToIsLeftAlone(t *testing.T) {
	records := filepath.Join(t.TempDir(), "records")
	j, dir := begin(t, disk.OS(), records, "K-1", "12345678", 2)
	must(t, j.Close())
	beside(t, records, "mine/letter.txt")
	if err := os.Symlink(filepath.Join(records, "mine"), filepath.Join(dir, "link")); err != nil {
		t.Skip("no links here")
	}
	if _, err := Erase(disk.OS(), dir, nothingFirst); err != nil {
		t.Error(err)
	}
	if names, err := disk.OS().ReadDir(filepath.Join(records, "mine")); err != nil || len(names) != 1 {
		t.Errorf("left are %v, %v", names, err)
	}
}

func TestAnIntakeWhoseJournalHasAnotherNameIsNotTakenForNone(t *testing.T) {
	records := filepath.Join(t.TempDir(), "records")
	j, dir := begin(t, disk.OS(), records, "K-1", "12345678", 2)
	must(t, j.Close())
	must(t, os.Rename(filepath.Join(dir, FileName), filepath.Join(dir, "journal.jsonl.old")))
	all, err := FindUnfinished(disk.OS(), records)
	if err != nil || len(all) != 1 || all[0].Err == nil {
		t.Errorf("%+v, %v", all, err)
	}
	if n, err := Erase(disk.OS(), dir, nothingFirst); n != 1 || err != nil {
		t.Errorf("erased %d, %v", n, err)
	}
}

func TestWhatCannotBeErasedInAnIntakesFolderIsNotCalledGone(t *testing.T) {
	j, dir := begin(t, disktest.New(records), records, "K-1", "12345678", 2)
	fake := j.fsys.(*disktest.Fake)
	must(t, j.Close())
	must(t, disk.WriteNew(fake, filepath.Join(dir, "journal.jsonl.bak"), []byte("My brother")))
	whole := fake.Clone()
	if _, err := Erase(whole, dir, nothingFirst); err != nil {
		t.Fatal(err)
	}
	for n := fake.Count() + 1; n <= whole.Count(); n++ {
		again := fake.Clone()
		again.Refuse(func(operation int) error {
			if operation == n {
				return errors.New("refused")
			}
			return nil
		})
		_, err := Erase(again, dir, nothingFirst)
		again.Refuse(nil)
		if _, found := again.Stat(filepath.Join(dir, "journal.jsonl.bak")); err == nil && found == nil {
			t.Errorf("operation %d: it is called erased", n)
		}
		if _, err := Erase(again, dir, nothingFirst); err != nil {
			t.Errorf("operation %d, tried again: %v", n, err)
		}
		if names, err := again.ReadDir(records); err != nil || len(names) > 0 {
			t.Errorf("operation %d: left are %v, %v", n, names, err)
		}
	}
}
