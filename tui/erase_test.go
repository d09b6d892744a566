package tui

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"firstsession/content"
	"firstsession/content/disk/disktest"
	"firstsession/content/journal"
)

// holdsSecret reports whether a word stands in a file of the state folder.
func holdsSecret(t *testing.T, fake *disktest.Fake) bool {
	t.Helper()
	dir := filepath.Join(pipedHome, "state")
	names, err := fake.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if data, err := fake.Read(filepath.Join(dir, name), journal.MaxSize); err == nil && strings.Contains(string(data), "secret") {
			return true
		}
	}
	return false
}

// noted is a reader in lines who has written a note, and asked once to delete it.
func noted(t *testing.T, g *content.Guide) *piped {
	t.Helper()
	p := newPiped(t, g, disktest.New(pipedHome))
	p.lines.Start(0)
	for _, line := range []string{"", "note my secret affair", "change 1 my secret", "delete 1"} {
		p.lines.Line(line)
	}
	return p
}

func TestANoteIsCalledGoneOnlyWhenNoFileHoldsIt(t *testing.T) {
	g, err := content.Load(content.Embedded(), "en")
	if err != nil {
		t.Fatal(err)
	}
	for n := 1; n <= 40; n++ {
		p := noted(t, g)
		at := p.fake.Count() + n
		p.fake.Refuse(func(operation int) error {
			if operation == at {
				return errors.New("refused")
			}
			return nil
		})
		said := p.lines.Line("delete 1")
		p.fake.Refuse(nil)
		gone, held := strings.Contains(said, "The note is gone."), holdsSecret(t, p.fake)
		if gone && held {
			t.Errorf("operation %d: it stands on the disk, and is called gone\n%s", n, said)
		}
		if !gone && !strings.Contains(said, "is not gone from this computer yet") {
			t.Errorf("operation %d: nothing is said of it\n%s", n, said)
		}
		p.lines.Line("")
		if holdsSecret(t, p.fake) {
			t.Errorf("operation %d: it is not tried again", n)
		}
	}
}

func TestACrashWhileANoteGoesIsMendedAtTheNextStart(t *testing.T) {
	g, err := content.Load(content.Embedded(), "en")
	if err != nil {
		t.Fatal(err)
	}
	for n := 1; n <= 40; n++ {
		for seed := range uint64(6) {
			p := noted(t, g)
			p.fake.CrashAt(p.fake.Count() + n)
			gone := strings.Contains(p.lines.Line("delete 1"), "The note is gone.")
			p.fake.Restart(seed)
			if gone && holdsSecret(t, p.fake) {
				t.Fatalf("operation %d, seed %d: it was called gone", n, seed)
			}
			again := newPiped(t, g, p.fake)
			again.visit.Forget()
			if len(again.visit.Walk.Notes()) == 0 && holdsSecret(t, p.fake) {
				t.Fatalf("operation %d, seed %d: it is deleted and still there", n, seed)
			}
		}
	}
}

func TestWhatCannotBeErasedIsSaidOnLeaving(t *testing.T) {
	g, err := content.Load(content.Embedded(), "en")
	if err != nil {
		t.Fatal(err)
	}
	p := noted(t, g)
	p.fake.Fill(200) // room for the fact, and for no second journal
	p.lines.Line("delete 1")
	if said := p.lines.Line("stop"); !strings.Contains(said, "is not gone from this computer yet") {
		t.Errorf("it says\n%s", said)
	}
	if err := lost(p.visit); err == nil || !strings.Contains(err.Error(), "may still be on the disk") {
		t.Errorf("the end says %v", err)
	}
}
