package store_test

import (
	"crypto/rand"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"firstsession/content/disk"
	"firstsession/content/record"
	"firstsession/content/store"
	"firstsession/content/store/postgres/postgrestest"
	"firstsession/content/visit"
	"firstsession/content/walk"
)

// copied is a store that there can be a copy of.
type copied interface {
	store.Served
	store.Copied
}

func folderStore(t *testing.T) *store.Invitations {
	dir := t.TempDir()
	o := store.Options{FS: disk.OS(), Records: filepath.Join(dir, "records"), Version: "test", Random: rand.Reader}
	return store.NewInvitations(o, dir, time.Now)
}

func TestAReaderGoesOnInACopy(t *testing.T) {
	first, second := folderStore(t), folderStore(t)
	database := inDatabase(t, postgrestest.New(t), 2*time.Second)
	var at copied = first
	words, err := first.Make("K-102", "", "", time.Now().AddDate(0, 0, 1))
	must(t, err)
	w := newWindow(t, Store{
		Open: func() (visit.Keeper, []walk.Fact, func() error, error) {
			k, found, err := at.Open(words)
			return k, found.Facts, k.Close, err
		},
		Records: filepath.Join(t.TempDir(), "elsewhere"),
		Read: func(path string) (record.Record, error) {
			fsys, dir := at.RecordFiles()
			return record.Read(fsys, filepath.Join(dir, filepath.Base(path)))
		},
	}, 1)
	w.Records = first.Records
	take := func(steps string) {
		t.Helper()
		for _, step := range strings.Split(steps, ", ") {
			if err := w.take(step); err != nil {
				t.Fatalf("%s: %v", step, err)
			}
		}
	}
	take("opens, begins, keeps lilac heron, erases heron, signs")
	if _, _, err := store.Copy(first, database); !errors.Is(err, store.ErrOpen) {
		t.Errorf("copied while it is open: %v", err)
	}
	for _, to := range []copied{database, second} {
		take("closes")
		for range 2 {
			if n, files, err := store.Copy(at, to); n != 1 || files != 3 || err != nil {
				t.Fatalf("copied %d invitations, %d files, %v", n, files, err)
			}
		}
		at = to
		take("opens, settles again, settled 1")
	}
	take("keeps maple, closes, opens, closes")
	if n := len(w.found); n == 0 || w.found[n-1].Data.Text != "maple" || w.found[1].Data.Text != walk.Erased && w.found[2].Data.Text != walk.Erased {
		t.Errorf("found %s", said(w.found))
	}
	if _, _, err := store.Copy(second, database); !errors.Is(err, store.ErrDiffers) {
		t.Errorf("what went on elsewhere was written over: %v", err)
	}
}
