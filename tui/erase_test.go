package tui

import (
	"strings"
	"testing"

	"firstsession/content/journal"
)

// holdsSecret reports whether a word stands in a file of the state folder.
func (c *computer) holdsSecret() bool {
	c.t.Helper()
	for _, path := range c.in("state/firstsession", "*", "") {
		if data, err := c.disk().Read(path, journal.MaxSize); err == nil && strings.Contains(string(data), "secret") {
			return true
		}
	}
	return false
}

// noted is a reader in lines who has written a note and changed it, and asked
// once to delete it.
func noted(t *testing.T) *lineReader {
	t.Helper()
	r := beginLines(onFake(t))
	does(r, begin, note("my secret affair"), newest)
	r.fill(byID(r, "note text"), "my secret")
	choosing("delete note")(r)
	return r
}

func TestANoteIsCalledGoneOnlyWhenNoFileHoldsIt(t *testing.T) {
	for n := 1; n <= 40; n++ {
		r := noted(t)
		at := r.fake.Count() + n
		r.fake.Refuse(func(operation int) error {
			if operation == at {
				return errDisk
			}
			return nil
		})
		choosing("delete note")(r)
		said := r.heard
		r.fake.Refuse(nil)
		gone, held := strings.Contains(said, "The note is gone."), r.holdsSecret()
		if gone && held {
			t.Errorf("operation %d: it stands on the disk, and is called gone\n%s", n, said)
		}
		if !gone && !strings.Contains(said, "is not gone from this computer yet") {
			t.Errorf("operation %d: nothing is said of it\n%s", n, said)
		}
		for len(r.visit().IDs()) > 1 {
			back(r)
		}
		readOn(r)
		if r.holdsSecret() {
			t.Errorf("operation %d: it is not tried again", n)
		}
	}
}

func TestACrashWhileANoteGoesIsMendedAtTheNextStart(t *testing.T) {
	t.Parallel()
	for n := 1; n <= 40; n++ {
		for seed := range uint64(6) {
			r := noted(t)
			r.fake.CrashAt(r.fake.Count() + n)
			choosing("delete note")(r)
			gone := strings.Contains(r.heard, "The note is gone.")
			r.fake.Restart(seed)
			if gone && r.holdsSecret() {
				t.Fatalf("operation %d, seed %d: it was called gone", n, seed)
			}
			r.start()
			if len(r.walk().Notes()) == 0 && r.holdsSecret() {
				t.Fatalf("operation %d, seed %d: it is deleted and still there", n, seed)
			}
		}
	}
}

func TestWhatCannotBeErasedIsSaidOnLeaving(t *testing.T) {
	r := noted(t)
	r.fake.Fill(200) // room for the fact, and for no second journal
	choosing("delete note")(r)
	r.types("stop")
	if !strings.Contains(r.heard, "is not gone from this computer yet") {
		t.Errorf("it says\n%s", r.heard)
	}
	if err := lost(r.visit()); err == nil || !strings.Contains(err.Error(), "may still be on the disk") {
		t.Errorf("the end says %v", err)
	}
}
