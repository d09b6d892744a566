package store_test

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"firstsession/content/disk"
	"firstsession/content/disk/disktest"
	"firstsession/content/store"
)

func TestAPageToKeepIsThereWholeOrNotAtAll(t *testing.T) {
	day := time.Date(2026, 11, 26, 9, 0, 0, 0, time.UTC)
	home := t.TempDir() // only its name
	folder := filepath.Join(home, "kept")
	for last := 1; ; last++ {
		fake := disktest.New(home)
		refused := false
		fake.Refuse(func(operation int) error {
			if operation != last {
				return nil
			}
			refused = true
			return errors.New("refused")
		})
		path, err := store.Paper(fake, folder, day, "words", "<p>words</p>", []byte("{}"))
		fake.Refuse(nil)
		after := all(t, fake, home)
		switch {
		case err == nil && (!strings.Contains(after, "<p>words</p>") || filepath.Base(path) != "my-page-2026-11-26.html"):
			t.Fatalf("operation %d: called saved in %q, and there is %q", last, path, after)
		case err != nil && (path != "" || strings.Contains(after, "words")):
			t.Fatalf("operation %d: %v, and yet %q, and there is %q", last, err, path, after)
		}
		if !refused {
			break
		}
	}
}

func TestAPageThatIsSavedAgainAsItWasIsTheSame(t *testing.T) {
	folder, day := t.TempDir(), time.Date(2026, 11, 26, 9, 0, 0, 0, time.UTC)
	for _, saved := range []struct{ words, file, in string }{
		{"words", "", "my-page-2026-11-26.html"}, {"words", "", "my-page-2026-11-26.html"}, {"more", "", "my-page-2026-11-26-2.html"},
		{"words", "{}", "my-page-2026-11-26-3.html"}, {"words", "{}", "my-page-2026-11-26-3.html"},
	} {
		var file []byte
		if saved.file != "" {
			file = []byte(saved.file)
		}
		path, err := store.Paper(disk.OS(), folder, day, saved.words, "words", file)
		if err != nil || filepath.Base(path) != saved.in {
			t.Errorf("saved in %q, %v, and not in %q", path, err, saved.in)
		}
	}
}

func TestAPageToKeepIsNeverWrittenOver(t *testing.T) {
	folder, day := t.TempDir(), time.Date(2026, 11, 26, 9, 0, 0, 0, time.UTC)
	must(t, disk.WriteNew(disk.OS(), filepath.Join(folder, "my-page-2026-11-26-2.txt"), []byte("another")))
	for _, want := range []string{"my-page-2026-11-26.html", "my-page-2026-11-26-3.html"} {
		path, err := store.Paper(disk.OS(), folder, day, want, "words", nil)
		if err != nil || filepath.Base(path) != want {
			t.Errorf("saved in %q, %v, and not in %q", path, err, want)
		}
	}
	if left := all(t, disk.OS(), folder); !strings.Contains(left, "another") || strings.Contains(left, "-2.html") {
		t.Errorf("there is %q", left)
	}
}
