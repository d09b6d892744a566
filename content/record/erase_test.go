package record

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"firstsession/content/disk"
	"firstsession/content/disk/disktest"
)

// toErase is a folder with a record, its copies, a copy under another name, an
// addition, and what is none of its.
func toErase(t *testing.T, fake *disktest.Fake) Entry {
	t.Helper()
	e := saved(t, fake, folder)
	if _, err := Add(fake, e, kinds(t, e.Record)[Withdrawn], smallGuide().Words); err != nil {
		t.Fatal(err)
	}
	data, err := fake.Read(e.Path, MaxSize)
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string][]byte{"Copy of it.json": data, "letter.txt": []byte("Dear Dana"), "notes-" + e.Record.ID + ".txt": []byte("mine")} {
		if err := disk.WriteNew(fake, filepath.Join(folder, name), text); err != nil {
			t.Fatal(err)
		}
	}
	if err := fake.SyncDir(folder); err != nil {
		t.Fatal(err)
	}
	return e
}

func TestARecordIsErasedWithAllThatBelongsToItAndNothingElse(t *testing.T) {
	fake := disktest.New(home)
	e := toErase(t, fake)
	files, err := FilesOf(fake, folder, e)
	if err != nil || len(files) != 5 || files[4] != filepath.Base(e.Path) {
		t.Fatalf("%q, %v", files, err)
	}
	if err := EraseFiles(fake, folder, files); err != nil {
		t.Fatal(err)
	}
	if left, err := fake.ReadDir(folder); err != nil || strings.Join(left, ", ") != "letter.txt, notes-"+e.Record.ID+".txt" {
		t.Errorf("left is %q, %v", left, err)
	}
	if err := EraseFiles(fake, folder, nil); err == nil {
		t.Error("nothing is called erased")
	}
}

// Cut off before its end, an erasing can be done again: as long as anything of a
// record is there, the record is.
func TestWhateverADiskDoesARecordThatIsErasedIsFoundUntilAllOfItIsGone(t *testing.T) {
	count := disktest.New(home)
	e := toErase(t, count)
	files, err := FilesOf(count, folder, e)
	if err != nil {
		t.Fatal(err)
	}
	begun := count.Count()
	if err := EraseFiles(count, folder, files); err != nil {
		t.Fatal(err)
	}
	left := func(fake *disktest.Fake) (record bool, others int) {
		for _, name := range files {
			if _, err := fake.Stat(filepath.Join(folder, name)); err == nil && name == filepath.Base(e.Path) {
				record = true
			} else if err == nil {
				others++
			}
		}
		return record, others
	}
	for n := begun + 1; n <= count.Count(); n++ {
		for seed := range uint64(10) {
			for _, how := range []string{"crash", "refused"} {
				fake := disktest.New(home)
				toErase(t, fake)
				if how == "crash" {
					fake.CrashAt(n)
				} else {
					fake.Refuse(func(operation int) error {
						if operation == n {
							return errors.New("refused")
						}
						return nil
					})
				}
				err := EraseFiles(fake, folder, files)
				fake.Refuse(nil)
				fake.Restart(seed)
				record, others := left(fake)
				if at := fmt.Sprintf("%s at %d, seed %d", how, n, seed); !record && others > 0 || err == nil && (record || others > 0) {
					t.Fatalf("%s: the record is there: %v, and %d other files, %v", at, record, others, err)
				}
			}
		}
	}
}
