package record

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"runtime"
	"syscall"

	"firstsession/content/disk"
	"firstsession/content/plain"
)

// lockName is that of the lock in a folder of records. It is there only while somebody
// has it, or where a computer stopped just then.
const lockName = ".records.lock"

// holdTries is how often a lock is asked for whose file goes just then.
const holdTries = 60

// ErrHeld says that somebody else has the records of a folder just now.
var ErrHeld error = &plain.Told{Key: "records_held", Text: "somebody else is adding to the records in this folder, or erasing one, just now; please try again in a moment"}

// Hold has what lies beside the records in a folder for one alone, until it is
// released: whoever adds, erases or writes copies anew looks for what is there only
// then. It waits for nobody. Where there is no folder, or the disk or database knows no
// locks, nothing is held.
func Hold(fsys disk.FS, dir string) (release func() error, err error) {
	none := func() error { return nil }
	if _, err := fsys.Stat(dir); err != nil {
		return none, nil // which is told by whoever looks into it
	}
	path := filepath.Join(dir, lockName)
	for range holdTries {
		var lock disk.File
		lock, err = fsys.Lock(path)
		if err == nil {
			// Whoever had it took its file away: then ours is nobody's lock.
			if _, err = lock.StandsAt(path); err == nil {
				return func() error { return letGo(fsys, path, lock) }, open(fsys, path)
			}
			err = errors.Join(err, lock.Close())
		}
		switch {
		case errors.Is(err, errors.ErrUnsupported), errors.Is(err, syscall.ENOLCK):
			return none, nil
		case errors.Is(err, disk.ErrLocked):
			return none, ErrHeld
		case errors.Is(err, disk.ErrMoved), errors.Is(err, fs.ErrNotExist),
			runtime.GOOS == "windows" && errors.Is(err, fs.ErrPermission): // its name is just going
		default:
			return none, fmt.Errorf("hold the folder of the records: %w", err)
		}
	}
	return none, ErrHeld
}

// open lets others of the folder's group wait for the lock. Another's lock is open
// already, or was left by one who could not open it.
func open(fsys disk.FS, path string) error {
	if err := fsys.Share(path); err != nil && !errors.Is(err, fs.ErrPermission) {
		return fmt.Errorf("hold the folder of the records: %w", err)
	}
	return nil
}

// letGo takes the lock's file away while it is held, so that nobody else's goes.
// Windows takes none away that is open, and so no other's behind it.
func letGo(fsys disk.FS, path string, lock disk.File) error {
	removed := disk.RemoveAny(fsys, path)
	err := lock.Close()
	if removed != nil && runtime.GOOS == "windows" {
		removed = disk.RemoveAny(fsys, path)
	}
	if errors.Is(removed, fs.ErrPermission) {
		removed = nil // it stays behind, and does no harm
	}
	return errors.Join(err, removed)
}

// Holding does something while it holds a folder.
func Holding(fsys disk.FS, dir string, do func() error) error {
	release, err := Hold(fsys, dir)
	if err != nil {
		return errors.Join(err, release())
	}
	return errors.Join(do(), release())
}
