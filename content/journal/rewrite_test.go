package journal

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"firstsession/content/disk"
	"firstsession/content/disk/disktest"
	"firstsession/content/walk"
)

// before are journals as earlier versions wrote them, by a name: made here, and
// files that were kept.
func before(t *testing.T) map[string][]byte {
	t.Helper()
	all := map[string][]byte{
		"format 1":                old(t, 5),
		"format 1, nothing in it": old(t, 0),
		"format 2":                encoded(t, newChain(headerless), header(headerless), some(1, 5)),
		"format 2, nothing in it": header(headerless),
		"format 3":                encoded(t, newChain(3), header(3), some(1, 5)),
	}
	kept, err := filepath.Glob("testdata/before/*.jsonl")
	if err != nil || len(kept) < 3 {
		t.Fatalf("%d files, %v", len(kept), err)
	}
	for _, path := range kept {
		data, err := os.ReadFile(path)
		must(t, err)
		all[filepath.Base(path)] = data
	}
	return all
}

// following is a fact to come after others.
func following(facts []walk.Fact) walk.Fact {
	next := some(1, 1)[0]
	if len(facts) > 0 {
		next.Seq = facts[len(facts)-1].Seq + 1
	}
	return next
}

func TestAJournalOfAFormatBeforeIsReadAndGoneOnWithInTheNewOne(t *testing.T) {
	for name, data := range before(t) {
		t.Run(name, func(t *testing.T) {
			whole, err := read(data)
			if err != nil || len(whole.torn) > 0 {
				t.Fatalf("%q is torn, %v", whole.torn, err)
			}
			want := whole.facts
			fake := put(t, data)
			path := filepath.Join(fakeDir, FileName)
			j, found, err := Open(fake, fakeDir)
			if err != nil || !same(found.Facts, want) {
				t.Fatalf("%+v, %v", found, err)
			}
			if as, err := fake.Read(path, MaxSize); err != nil || !bytes.Equal(as, data) {
				t.Errorf("to read it changed it: %v", err)
			}
			for range 2 {
				next := following(want)
				must(t, j.Append(next))
				want = append(want, next)
			}
			must(t, j.Close())
			lines, _, err := newChain(Format).encodeAll(want)
			written := append(header(Format), lines...)
			if as, readErr := fake.Read(path, MaxSize); err != nil || readErr != nil || !bytes.Equal(as, written) {
				t.Errorf("it is now\n%s\nand not\n%s\n%v, %v", as, written, err, readErr)
			}
		})
	}
}

// Whatever happens while a journal is written anew, its facts are there, and the
// new one once it was said to be kept.
func TestAFaultWhileAJournalIsWrittenAnewLosesNothing(t *testing.T) {
	data := encoded(t, newChain(headerless), header(headerless), some(1, 5))
	appends := func(fake *disktest.Fake) error {
		j, _, err := Open(fake, fakeDir)
		if err != nil {
			return err
		}
		for range 2 { // what failed is tried once more
			if err = j.Append(some(6, 1)...); err == nil {
				break
			}
		}
		return errors.Join(err, j.Close())
	}
	counted := put(t, data)
	at := counted.Count()
	must(t, appends(counted))
	operations := counted.Count() - at
	for n := 1; n <= operations; n++ {
		for seed := range uint64(12) {
			for _, width := range []int{0, 1, 2, 1000} {
				t.Run(fmt.Sprintf("operation %d, %d refused, seed %d", n, width, seed), func(t *testing.T) {
					fake := put(t, data)
					must(t, fake.SyncDir(fakeDir))
					first := fake.Count() + n
					if width == 0 {
						fake.CrashAt(first)
					} else {
						fake.Refuse(func(operation int) error {
							if operation >= first && operation < first+width {
								return errors.New("refused")
							}
							return nil
						})
					}
					kept := appends(fake) == nil
					fake.Restart(seed)
					_, found, err := Open(fake, fakeDir)
					must(t, err)
					if !same(found.Facts, some(1, 6)) && (kept || !same(found.Facts, some(1, 5))) {
						t.Errorf("said to be kept: %v; there is %+v", kept, found.Facts)
					}
				})
			}
		}
	}
}

// moved are the ways in which a journal's file gets out of its place while it
// is open, and whether it can be brought back.
var moved = []struct {
	name string
	out  func(dir string) error
	back func(dir string) error
}{
	{"its folder is renamed", func(dir string) error { return os.Rename(dir, dir+"2") }, func(dir string) error { return os.Rename(dir+"2", dir) }},
	{"its folder is gone", os.RemoveAll, nil},
	{"a file stands for its folder", func(dir string) error {
		return errors.Join(os.RemoveAll(dir), os.WriteFile(dir, nil, 0o600))
	}, nil},
	{"it is gone", func(dir string) error { return os.Remove(filepath.Join(dir, FileName)) }, nil},
	{"it is renamed", func(dir string) error {
		return os.Rename(filepath.Join(dir, FileName), filepath.Join(dir, "old"))
	}, func(dir string) error { return os.Rename(filepath.Join(dir, "old"), filepath.Join(dir, FileName)) }},
	{"a copy is put in its place", func(dir string) error {
		path := filepath.Join(dir, FileName)
		data, err := os.ReadFile(path)
		return errors.Join(err, os.WriteFile(path+".sync", data, 0o600), os.Rename(path+".sync", path))
	}, nil},
	{"a link is put in its place", func(dir string) error {
		path := filepath.Join(dir, FileName)
		return errors.Join(os.Rename(path, path+".real"), os.Symlink(path+".real", path))
	}, nil},
	{"it is cut", func(dir string) error { return os.Truncate(filepath.Join(dir, FileName), 20) }, nil},
	{"it is emptied", func(dir string) error { return os.Truncate(filepath.Join(dir, FileName), 0) }, nil},
	{"a word is written over", inPlace("agree", "Agree"), inPlace("Agree", "agree")},
	{"its first line is written over", inPlace(`"format":7`, `"format":1`), inPlace(`"format":1`, `"format":7`)},
	{"its last line is written over", inPlace(`"seq":2`, `"seq":9`), inPlace(`"seq":9`, `"seq":2`)},
	{"its end is written over", inPlace("}\n", "}\x00"), inPlace("}\x00", "}\n")},
	{"noughts are written over a word", inPlace("agree", "\x00\x00\x00\x00\x00"), inPlace("\x00\x00\x00\x00\x00", "agree")},
	{"another program writes to it", func(dir string) error {
		file, err := os.OpenFile(filepath.Join(dir, FileName), os.O_APPEND|os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		_, err = file.WriteString("{}\n")
		return errors.Join(err, file.Close())
	}, nil},
}

// inPlace puts other bytes, as many, in the place of the last that are there, a
// while after it was written.
func inPlace(before, after string) func(dir string) error {
	return func(dir string) error {
		path := filepath.Join(dir, FileName)
		data, err := os.ReadFile(path)
		if at := bytes.LastIndex(data, []byte(before)); at >= 0 {
			copy(data[at:], after)
		}
		later := time.Now().Add(time.Duration(len(before)) * time.Minute)
		return errors.Join(err, os.WriteFile(path, data, 0o600), os.Chtimes(path, later, later))
	}
}

func TestAJournalThatWasOnlyTouchedIsKept(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "state")
	j, _, err := Open(disk.OS(), dir)
	for n := 1; n < 4 && err == nil; n++ {
		err = errors.Join(j.Append(some(n, 1)...), inPlace("agree", "agree")(dir), j.Check())
	}
	must(t, err)
	must(t, j.Close())
}

func TestWhatDoesNotLieInTheJournalsPlaceIsNotCalledKept(t *testing.T) {
	for _, c := range moved {
		t.Run(c.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "state")
			j, _, err := Open(disk.OS(), dir)
			if err == nil {
				err = j.Append(some(1, 2)...)
			}
			if err != nil || j.Check() != nil {
				t.Fatalf("%v, %v", err, j.Check())
			}
			closedInTheEnd(t, j)
			if err := c.out(dir); err != nil {
				t.Skip(err)
			}
			for range 2 {
				if err := j.Append(some(3, 1)...); !errors.Is(err, ErrMoved) {
					t.Errorf("%v", err)
				}
				if err := j.Check(); !errors.Is(err, ErrMoved) {
					t.Errorf("%v", err)
				}
			}
			if c.back == nil {
				must(t, j.Close())
				return
			}
			if err := errors.Join(c.back(dir), j.Append(some(3, 1)...)); err != nil {
				t.Errorf("once it is back: %v", err)
			}
			must(t, j.Close())
			if found, err := reopened(t, dir); err != nil || !same(found.Facts, some(1, 3)) {
				t.Errorf("%+v, %v", found, err)
			}
		})
	}
}

// A lock that was deleted lets a second program in.
func TestOfTwoProgramsThatBothHaveALockOneIsToldThatNothingIsKept(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a lock that is held cannot be deleted there")
	}
	dir := t.TempDir()
	first, _, err := Open(disk.OS(), dir)
	if err == nil {
		err = errors.Join(first.Append(some(1, 2)...), os.Remove(filepath.Join(dir, lockName)))
	}
	must(t, err)
	second, _, err := Open(disk.OS(), dir)
	must(t, err)
	if err := second.Append(some(3, 1)...); err != nil {
		t.Error(err)
	}
	if err := first.Append(some(3, 1)...); !errors.Is(err, ErrMoved) {
		t.Error(err)
	}
	if err := second.Append(some(4, 1)...); err != nil {
		t.Error(err)
	}
	must(t, first.Close())
	must(t, second.Close())
	if found, err := reopened(t, dir); err != nil || !same(found.Facts, some(1, 4)) {
		t.Errorf("%+v, %v", found, err)
	}
}
