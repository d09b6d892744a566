package store_test

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"firstsession/content/disk"
	"firstsession/content/disk/disktest"
	"firstsession/content/record"
	"firstsession/content/store"
	"firstsession/content/visit"
	"firstsession/content/walk"
)

func TestAFolderIsAStore(t *testing.T) {
	for _, seed := range []uint64{0, 1, 2} {
		t.Run(fmt.Sprint("on a disk that can refuse anything, seed ", seed), func(t *testing.T) {
			home := t.TempDir() // only its name
			Run(t, func(t *testing.T) Store { return onFake(t, home, seed) })
		})
	}
	t.Run("on this computer", func(t *testing.T) { Run(t, onDisk) })
}

// onFake is a folder on a disk of which any operation can be refused. The seed
// says what is left of what was not synced when the power is cut.
func onFake(t *testing.T, home string, seed uint64) Store {
	fake := disktest.New(home)
	s := inFolder(t, fake, home)
	faults(&s, fake, seed)
	return s
}

// faults has what is done on a disk refused, or the power cut.
func faults(s *Store, fake *disktest.Fake, seed uint64) {
	s.Refuse = func(n int, meanwhile func()) (refused bool) {
		last := fake.Count() + n
		fake.Refuse(func(operation int) error {
			if operation != last {
				return nil
			}
			refused = true
			return errors.New("refused")
		})
		defer fake.Refuse(nil)
		meanwhile()
		return refused
	}
	s.Cut = func(n int, meanwhile func()) bool {
		last := fake.Count() + n
		fake.CrashAt(last)
		meanwhile()
		cut := fake.Count() >= last
		fake.Restart(seed)
		return cut
	}
}

// onDisk is a folder on the computer's own disk, of which the whole can be taken
// away.
func onDisk(t *testing.T) Store {
	home := filepath.Join(t.TempDir(), "home")
	must(t, os.Mkdir(home, 0o700))
	s := inFolder(t, disk.OS(), home)
	if runtime.GOOS == "windows" { // where a folder with open files is not moved
		return s
	}
	s.Refuse = func(n int, meanwhile func()) bool {
		if n > 1 {
			meanwhile()
			return false
		}
		away := home + " away"
		must(t, errors.Join(os.Rename(home, away), os.WriteFile(home, nil, 0o600)))
		meanwhile()
		must(t, errors.Join(os.Remove(home), os.Rename(away, home)))
		return true
	}
	return s
}

func inFolder(t *testing.T, fsys disk.FS, home string) Store {
	records := filepath.Join(home, "records")
	getenv := func(string) string { return home }
	return Store{
		Open: func() (visit.Keeper, []walk.Fact, func() error, error) {
			f, found, err := store.Open(store.Options{FS: fsys, Getenv: getenv, Records: records, Version: "test", Random: rand.Reader})
			return f, found.Facts, f.Close, err
		},
		Intakes: func() visit.Intakes {
			return &store.Intakes{Options: store.Options{FS: fsys, Records: records, Version: "test", Random: rand.Reader}, State: filepath.Join(home, "firstsession")}
		},
		Records: records,
		Read:    func(path string) (record.Record, error) { return record.Read(fsys, path) },
		Holds:   func() string { return all(t, fsys, home) },
		Spoil: func(word string) {
			path := filepath.Join(home, "firstsession", "journal.jsonl")
			text, err := fsys.Read(path, 1<<20)
			must(t, errors.Join(err, fsys.Remove(path)))
			must(t, disk.WriteNew(fsys, path, bytes.Replace(text, []byte(word), []byte("?"), 1)))
		},
	}
}

// all is what stands in a folder and below it, with the names.
func all(t *testing.T, fsys disk.FS, dir string) string {
	names, err := fsys.ReadDir(dir)
	must(t, err)
	var text strings.Builder
	for _, name := range names {
		path := filepath.Join(dir, name)
		text.WriteString("\n" + name + "\n")
		info, err := fsys.Stat(path)
		must(t, err)
		if info.IsDir() {
			text.WriteString(all(t, fsys, path))
			continue
		}
		data, err := fsys.Read(path, 1<<20)
		must(t, err)
		text.Write(data)
	}
	return text.String()
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
