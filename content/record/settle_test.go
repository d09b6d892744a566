package record

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"firstsession/content/disk/disktest"
	"firstsession/content/walk"
)

// Wherever a saving is cut off, what is found afterwards is a whole record or
// nothing at all.
func TestWhatBecameOfASavingIsARecordOrNothing(t *testing.T) {
	g := guide(t)
	w, _ := apply(t, walk.New(g), answers(g, walk.Agree)...)
	save := func(fake *disktest.Fake) (id, at string, err error) {
		d := draft()
		d.Saving = func(told, path string) error {
			id, at = told, path
			if names, err := fake.ReadDir(filepath.Dir(path)); err == nil && len(names) > 0 {
				t.Fatalf("it is told too late: %v", names)
			}
			return nil
		}
		_, _, err = Save(fake, folder, w, d)
		return id, at, err
	}
	counted := disktest.New(home)
	if _, _, err := save(counted); err != nil {
		t.Fatal(err)
	}
	for n := 1; n <= counted.Count(); n++ {
		crashed := disktest.New(home)
		crashed.CrashAt(n)
		id, path, err := save(crashed)
		for seed := range uint64(20) {
			t.Run(fmt.Sprintf("crash at %d, seed %d", n, seed), func(t *testing.T) {
				fake := crashed.Clone()
				fake.Restart(seed)
				if path == "" {
					return // it had not begun
				}
				there, unknown := Settle(fake, path, id)
				if unknown != nil {
					t.Fatal(unknown)
				}
				if err == nil && !there {
					t.Error("it was called saved, and is not there")
				}
				fake.Restart(0) // what was found is for good
				names, listed := fake.ReadDir(folder)
				want := []string(nil)
				if there {
					stem := strings.TrimSuffix(filepath.Base(path), recordEnd)
					want = []string{stem + pageEnd, stem + recordEnd, stem + textEnd}
				}
				if listed != nil || !slices.Equal(names, want) {
					t.Errorf("there is %v and not %v, %v", names, want, listed)
				}
				if _, err := Read(fake, path); (err == nil) != there {
					t.Errorf("the record: %v", err)
				}
			})
		}
	}
}

func TestWhatCannotBeToldIsNotSettled(t *testing.T) {
	const id = "00112233445566aa"
	fake := disktest.New(folder)
	for _, path := range []string{
		folder + "/elsewhere/acknowledgement-2026-11-25-" + id + ".json", // no such folder
		folder + "/acknowledgement-2026-11-25-ffffffffffffffff.json", folder + "/" + id + ".json", folder + "/mine.txt", "",
	} {
		if there, err := Settle(fake, path, id); there || err == nil {
			t.Errorf("%s: %v, %v", path, there, err)
		}
	}
	path := folder + "/acknowledgement-2026-11-25-" + id + ".json"
	file, err := fake.Create(path)
	if err == nil {
		_, err = file.Write([]byte("{}"))
	}
	must(t, err)
	if there, err := Settle(fake, path, id); there || err == nil {
		t.Errorf("a damaged one: %v, %v", there, err)
	}
	if _, err := fake.Stat(path); err != nil {
		t.Errorf("it is gone: %v", err)
	}
}

// Records that earlier versions wrote are read for ever, and so are those of now.
func TestRecordsOfEveryFormatAreWhole(t *testing.T) {
	formats := map[int]int{}
	for _, folder := range []string{"before", "format3", "format4", "format5", "format6"} {
		found, err := filepath.Glob("testdata/" + folder + "/*.json")
		if err != nil || len(found) == 0 {
			t.Fatal(found, err)
		}
		for _, path := range found {
			data, err := os.ReadFile(path)
			must(t, err)
			a, err := Decode(data)
			if err != nil || filepath.Base(path) != FileName(a) {
				t.Errorf("%s: %v", path, err)
			}
			formats[a.Format]++
		}
	}
	if formats[1] != 1 || formats[2] != 1 || formats[3] != 2 || formats[4] != 1 || formats[5] != 1 || formats[6] != 1 {
		t.Errorf("by format: %v", formats)
	}
}
