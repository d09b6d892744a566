package journal

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"testing"

	"firstsession/content/disk"
	"firstsession/content/disk/disktest"
)

// inFormat is a journal of a format that holds the secret.
func inFormat(t *testing.T, format int) *disktest.Fake {
	t.Helper()
	fake := put(t, encoded(t, newChain(format), header(format), noted()))
	must(t, fake.SyncDir(fakeDir))
	return fake
}

func TestAJournalOfAFormatBeforeIsErasedAndThenOfTheNewOne(t *testing.T) {
	for _, format := range []int{unchecked, headerless, Format} {
		fake := inFormat(t, format)
		j, _, err := Open(fake, fakeDir)
		must(t, err)
		if err := j.Rewrite(forget(noted())); err != nil || len(holders(t, fake)) > 0 {
			t.Fatalf("format %d: %v, and it stands in %v", format, err, holders(t, fake))
		}
		must(t, j.Append(some(5, 1)...))
		must(t, j.Close())
		want := append(changed(noted()), some(5, 1)...)
		lines, _, err := newChain(Format).encodeAll(want)
		written := append(header(Format), lines...)
		as, readErr := fake.Read(filepath.Join(fakeDir, FileName), MaxSize)
		if err != nil || readErr != nil || !bytes.Equal(as, written) {
			t.Errorf("format %d: it is now\n%s\n%v, %v", format, as, err, readErr)
		}
	}
}

// What is refused while words are erased and the journal gets its new format in
// one is tried again, whether by erasing or by the next fact, and then a crash
// comes.
func TestAFaultWhileAnOldJournalIsErasedLosesNothing(t *testing.T) {
	const most = 30
	for n := 1; n <= most; n++ {
		for seed := range uint64(8) {
			for _, width := range []int{0, 1, 2, 4, 1000} {
				for _, again := range []bool{false, true} {
					t.Run(fmt.Sprintf("operation %d, %d refused, seed %d, again %v", n, width, seed, again), func(t *testing.T) {
						fake := inFormat(t, headerless)
						j, _, err := Open(fake, fakeDir)
						must(t, err)
						breakFrom(fake, n, width)
						erased := j.Rewrite(forget(noted())) == nil
						if again {
							erased = j.Rewrite(forget(noted())) == nil || erased
						}
						kept := j.Append(some(5, 1)...) == nil
						if err := j.Check(); errors.Is(err, ErrMoved) && !j.broken {
							t.Errorf("it is said to be moved: %v", err)
						}
						fake.Refuse(nil)
						fake.Restart(seed)
						if found := holders(t, fake); erased && len(found) > 0 {
							t.Fatalf("it was erased, and stands in %v", found)
						}
						_, found, err := Open(fake, fakeDir)
						if err != nil || kept && len(found.Facts) != 5 || len(found.Facts) < 4 {
							t.Fatalf("said to be kept: %v; %d facts, %v", kept, len(found.Facts), err)
						}
						if first := found.Facts[:4]; !same(first, noted()) && !same(first, changed(noted())) {
							t.Errorf("other facts: %+v", first)
						}
					})
				}
			}
		}
	}
}

// breakFrom lets so many operations fail from the nth on; none is a crash.
func breakFrom(fake *disktest.Fake, n, width int) {
	first := fake.Count() + n
	if width == 0 {
		fake.CrashAt(first)
		return
	}
	fake.Refuse(func(operation int) error {
		if operation >= first && operation < first+width {
			return errors.New("refused")
		}
		return nil
	})
}

// What was refused for as long as it took to let go of the file and not to open
// it again is mended by whatever comes next.
func TestAJournalThatWasLetGoOfIsGoneOnWithOnceTheDiskAllows(t *testing.T) {
	for n := 1; n <= 40; n++ {
		fake := withSecret(t)
		j, _, err := Open(fake, fakeDir)
		if err == nil {
			err = j.Append(noted()[2:]...)
		}
		must(t, err)
		breakFrom(fake, n, 1000)
		first := j.Rewrite(forget(noted()))
		if !j.Begun() {
			t.Errorf("from operation %d on: it is said not to have begun", n)
		}
		fake.Refuse(nil)
		if err := errors.Join(j.Check(), j.Append(some(5, 1)...), j.Rewrite(forget(noted()))); err != nil {
			t.Errorf("from operation %d on: %v, after %v", n, err, first)
		}
		if found := holders(t, fake); len(found) > 0 {
			t.Errorf("from operation %d on: it stands in %v", n, found)
		}
	}
}

// Words in a file that was moved are not gone, and a file that stands in its
// place is not the journal's to write over.
func TestWordsInAJournalThatWasMovedAreNotCalledErased(t *testing.T) {
	for _, c := range moved {
		t.Run(c.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "state")
			j, _, err := Open(disk.OS(), dir)
			if err == nil {
				err = j.Append(noted()...)
			}
			must(t, err)
			closedInTheEnd(t, j)
			if err := c.out(dir); err != nil {
				t.Skip(err)
			}
			there, _ := disk.OS().Read(filepath.Join(dir, FileName), MaxSize)
			if err := j.Rewrite(forget(noted())); !errors.Is(err, ErrMoved) {
				t.Errorf("%v", err)
			}
			after, _ := disk.OS().Read(filepath.Join(dir, FileName), MaxSize)
			if !bytes.Equal(there, after) {
				t.Errorf("what stands there was written over: %s", after)
			}
			if c.back != nil {
				if err := errors.Join(c.back(dir), j.Rewrite(forget(noted()))); err != nil {
					t.Errorf("once it is back: %v", err)
				}
			}
			must(t, j.Close())
		})
	}
}
