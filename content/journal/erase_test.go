package journal

import (
	"errors"
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
		if err := disk.WriteNew(fake, filepath.Join(fakeDir, name), nil); err != nil {
			t.Fatal(err)
		}
	}
	j, _, err := Open(fake, fakeDir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Erase(fake, fakeDir, nothingFirst); !errors.Is(err, ErrInUse) {
		t.Errorf("while it is open: %v", err)
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	if n, err := Erase(fake, fakeDir, nothingFirst); n != 4 || err != nil {
		t.Errorf("erased %d, %v", n, err)
	}
	names, err := fake.ReadDir(fakeDir)
	if err != nil || !slices.Equal(names, []string{"letter.txt", "set-aside-.txt"}) {
		t.Errorf("left: %v, %v", names, err)
	}
	for _, name := range names {
		if err := fake.Remove(filepath.Join(fakeDir, name)); err != nil {
			t.Fatal(err)
		}
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
	if err != nil {
		t.Fatal(err)
	}
	two, _, err := Open(fake, fakeDir)
	if err != nil {
		t.Fatal(err)
	}
	if err := one.Append(some(1, 1)...); err != nil {
		t.Fatal(err)
	}
	if err := two.Append(some(1, 1)...); !errors.Is(err, ErrInUse) {
		t.Errorf("while the other is open: %v", err)
	}
	if err := one.Close(); err != nil {
		t.Fatal(err)
	}
	if err := two.Append(some(1, 1)...); !errors.Is(err, ErrInUse) {
		t.Errorf("behind the other's facts: %v", err)
	}
}

// nothingFirst asks for nothing before all is erased.
func nothingFirst([]walk.Fact) error { return nil }
