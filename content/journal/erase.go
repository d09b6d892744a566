package journal

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"firstsession/content/disk"
	"firstsession/content/plain"
	"firstsession/content/walk"
)

const (
	asidePrefix  = "set-aside-"
	reportPrefix = "report-"
	textSuffix   = ".txt"
)

const maxAside = 1000

// freeName is a name for what is set aside, which no file has yet.
func freeName(fsys disk.FS, dir string) (string, error) {
	for n := 1; n <= maxAside; n++ {
		path := filepath.Join(dir, fmt.Sprint(asidePrefix, n, textSuffix))
		if there, err := isThere(fsys, path); err != nil || !there {
			return path, err
		}
	}
	return "", fmt.Errorf("too many files named %s lie in %s already", asidePrefix, dir)
}

// SetAside moves a whole journal to another name in its folder, so that a new one can
// begin.
func SetAside(fsys disk.FS, dir string) (path string, err error) {
	lock, err := takeLock(fsys, dir)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, lock.Close()) }()
	if path, err = freeName(fsys, dir); err == nil {
		err = fsys.Rename(filepath.Join(dir, FileName), path)
	}
	if err == nil {
		err = fsys.SyncDir(dir)
	}
	if err != nil {
		return "", fmt.Errorf("set the journal aside: %w", err)
	}
	return path, nil
}

// ReportName is the name of a report of a crash, which Erase knows.
func ReportName(at time.Time) string {
	return reportPrefix + at.Format("20060102-150405") + textSuffix
}

// isOurs reports whether a file in the journal's folder is the program's, but no lock.
func isOurs(name string) bool {
	if name == FileName || name == unfinished {
		return true
	}
	stem, ok := strings.CutSuffix(name, textSuffix)
	if !ok {
		return false
	}
	if number, ok := strings.CutPrefix(stem, asidePrefix); ok {
		return number != "" && strings.Trim(number, "0123456789") == ""
	}
	return strings.HasPrefix(stem, reportPrefix)
}

// Exists reports whether there is anything that Erase would erase.
func Exists(fsys disk.FS, dir string) (bool, error) {
	names, err := ours(fsys, dir)
	return len(names) > 0, err
}

func ours(fsys disk.FS, dir string) ([]string, error) {
	all, err := fsys.ReadDir(dir)
	if disk.IsNone(err) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("look into the journal's folder: %w", err)
	}
	return plain.Only(all, isOurs), nil
}

// Erase takes away all that the program remembers in a folder, and then the folder, if
// nothing else is in it. That of an unfinished intake is the program's own, and goes
// with all that is in it, such as a copy that another program made of its journal.
// Erased is how many files that were besides the lock. First is what the facts ask for
// before, as far as they can be read. If that fails, nothing is erased.
func Erase(fsys disk.FS, dir string, first func([]walk.Fact) error) (erased int, err error) {
	there, err := isThere(fsys, dir)
	if err != nil || !there {
		return 0, err
	}
	if err := refuseLink(fsys, dir); err != nil {
		return 0, fmt.Errorf("erase what is remembered: %w", err)
	}
	lock, err := takeLock(fsys, dir)
	if err != nil {
		return 0, err
	}
	c, damaged := load(fsys, filepath.Join(dir, FileName))
	if damaged != nil {
		c.facts = nil // nothing can be told
	}
	if err = first(c.facts); err == nil {
		// Cut off behind this, it is not looked for.
		err = errors.Join(lock.Truncate(0), lock.Sync())
	}
	if err == nil {
		erased, err = eraseFiles(fsys, dir)
	}
	// Windows takes no file away that is open, so the lock goes last.
	if err = errors.Join(err, lock.Close()); err == nil {
		var more int
		more, err = eraseFolder(fsys, dir)
		erased += more
	}
	if err != nil {
		return erased, fmt.Errorf("erase what is remembered in %s: %w", dir, err)
	}
	return erased, nil
}

func eraseFiles(fsys disk.FS, dir string) (erased int, err error) {
	names, err := ours(fsys, dir)
	if err != nil {
		return 0, err
	}
	for i, name := range names {
		if err := disk.Empty(fsys, filepath.Join(dir, name)); err != nil {
			return i, err
		}
	}
	return len(names), fsys.SyncDir(dir)
}

func eraseFolder(fsys disk.FS, dir string) (erased int, err error) {
	if err := disk.RemoveAny(fsys, filepath.Join(dir, lockName)); err != nil {
		return 0, err
	}
	names, err := fsys.ReadDir(dir)
	if _, own := referenceOf(filepath.Base(dir)); err != nil || len(names) > 0 && !own {
		return 0, err
	}
	return len(names), eraseAll(fsys, dir)
}

// eraseAll takes away a folder and all that is in it: of a link, the link.
func eraseAll(fsys disk.FS, dir string) error {
	names, err := fsys.ReadDir(dir)
	for _, name := range names {
		path := filepath.Join(dir, name)
		info, found := fsys.Lstat(path)
		if found == nil && info.IsDir() {
			found = eraseAll(fsys, path)
		} else if found == nil {
			found = disk.Empty(fsys, path)
		}
		err = errors.Join(err, found)
	}
	if err == nil {
		err = fsys.Remove(dir)
	}
	if err == nil {
		err = fsys.SyncDir(filepath.Dir(dir))
	}
	return err
}
