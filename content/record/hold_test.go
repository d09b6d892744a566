package record

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"firstsession/content/disk"
)

func TestAFolderOfRecordsIsHeldByOneAloneAndNothingStaysBehind(t *testing.T) {
	fsys, dir := disk.OS(), t.TempDir()
	release, err := Hold(fsys, dir)
	must(t, err)
	if _, err := Hold(fsys, dir); !errors.Is(err, ErrHeld) {
		t.Errorf("it is held twice: %v", err)
	}
	if err := release(); err != nil {
		t.Error(err)
	}
	if err := Holding(fsys, dir, func() error { return nil }); err != nil {
		t.Errorf("who comes later: %v", err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left is %v, %v", left, err)
	}
}

// A computer that stopped leaves the file of a lock, which may be another user's.
func TestALockThatWasLeftBehindIsNobodys(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, lockName)
	must(t, os.WriteFile(path, nil, 0o440))
	ran := false
	if err := Holding(disk.OS(), dir, func() error { ran = true; return nil }); err != nil || !ran {
		t.Errorf("ran: %v, %v", ran, err)
	}
}

func TestAFolderThatIsNotThereIsNotHeld(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "none")
	if err := Holding(disk.OS(), dir, func() error { return nil }); err != nil {
		t.Error(err)
	}
}
