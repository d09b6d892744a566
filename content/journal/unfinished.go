package journal

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"firstsession/content/code"
	"firstsession/content/disk"
	"firstsession/content/plain"
	"firstsession/content/walk"
)

// unfinishedPrefix begins the names of the folders of intakes that are not
// finished. The dot hides them from whoever only looks for records.
const unfinishedPrefix = ".unfinished-"

// randomBytes is how many of them the name of such a folder has, so that two
// intakes with one reference stay apart.
const randomBytes = 8

// maxNames is how many names for a folder are tried, if random bytes are not random.
const maxNames = 4

// ErrNotOwn says that a link or a file has the name of an unfinished intake's
// folder. It is left alone.
var ErrNotOwn error = &plain.Told{Key: "not_own", Text: "this is no folder that the program made, and it is left as it is"}

// Unfinished is an intake that was begun and is neither saved nor erased.
type Unfinished struct {
	Dir       string // for Open and Erase
	Reference string
	Facts     []walk.Fact // what was kept of it, as far as it can be read
	Last      time.Time   // when something was last kept of it; zero if nothing was
	// InUse says that another window has it open. It can then be neither
	// opened nor erased, and Last is not known.
	InUse bool
	// Err says why it cannot be gone on with: it fits *DamageError,
	// *NewerError or ErrNotOwn where it is one of these. The first two can be
	// erased.
	Err error
}

// IntakesDir is the folder of the intakes that are not finished: the user's own,
// since a folder of records may be shared, synced or backed up.
func IntakesDir(state string) string { return filepath.Join(state, "intakes") }

// NewUnfinished makes a folder of its own for an intake, in which Open and Create then
// begin the journal.
func NewUnfinished(fsys disk.FS, folder, reference string, random io.Reader) (dir string, err error) {
	if reference, err = walk.CleanReference(reference); err == nil {
		err = disk.MakeFolder(fsys, folder)
	}
	if err == nil {
		dir, err = makeOwn(fsys, folder, reference, random)
	}
	if err != nil {
		return "", fmt.Errorf("begin an intake: %w", err)
	}
	return dir, nil
}

func makeOwn(fsys disk.FS, records, reference string, random io.Reader) (dir string, err error) {
	for range maxNames {
		var number string
		if number, err = code.Number(random, randomBytes); err != nil {
			return "", err
		}
		dir = filepath.Join(records, unfinishedPrefix+reference+"-"+number)
		if err = fsys.Mkdir(dir); !errors.Is(err, fs.ErrExist) {
			break
		}
	}
	if err != nil {
		return "", err
	}
	if err := fsys.SyncDir(records); err != nil {
		return "", errors.Join(err, fsys.Remove(dir))
	}
	return dir, nil
}

// FindUnfinished finds the intakes in a folder that are not finished, the last
// first: earlier versions had them in the folder of records. It changes nothing in
// them. Without the folder there are none.
func FindUnfinished(fsys disk.FS, records string) ([]Unfinished, error) {
	names, err := fsys.ReadDir(records)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("look for unfinished intakes: %w", err)
	}
	var found []Unfinished
	for _, name := range names {
		if reference, ok := referenceOf(name); ok {
			u := Unfinished{Dir: filepath.Join(records, name), Reference: reference}
			u.look(fsys)
			found = append(found, u)
		}
	}
	slices.SortStableFunc(found, func(a, b Unfinished) int { return b.Last.Compare(a.Last) })
	return found, nil
}

func referenceOf(name string) (string, bool) {
	rest, ok := strings.CutPrefix(name, unfinishedPrefix)
	end := len(rest) - 2*randomBytes - 1
	if !ok || end < 1 || rest[end] != '-' || strings.Trim(rest[end+1:], "0123456789abcdef") != "" {
		return "", false
	}
	reference, err := walk.CleanReference(rest[:end])
	return reference, err == nil && reference == rest[:end]
}

// look finds out how an intake is, and holds the lock no longer.
func (u *Unfinished) look(fsys disk.FS) {
	there, err := hasJournal(fsys, u.Dir)
	if err == nil && !there {
		err = refuseOthers(fsys, u.Dir)
	}
	if n := known(fsys, u.Dir); err == nil && !there && n > 0 {
		err = &plain.Told{Key: "intake_moved", Text: "there is no {file} in its folder, and it had {n} lines: it was moved or deleted", Pairs: []any{"file", FileName, "n", n}}
	}
	if u.Err = err; err != nil || !there {
		return
	}
	lock, err := takeLock(fsys, u.Dir)
	if u.InUse = errors.Is(err, ErrInUse); err != nil {
		u.Err = plain.Either(u.InUse, nil, err)
		return
	}
	c, err := load(fsys, filepath.Join(u.Dir, FileName))
	u.Facts = c.facts
	if last := len(c.facts) - 1; last >= 0 {
		u.Last = c.facts[last].Time
	}
	u.Err = errors.Join(err, lock.Close())
}

// refuseOthers refuses a folder without a journal in which something else lies:
// that may be the journal, under another name.
func refuseOthers(fsys disk.FS, dir string) error {
	names, err := fsys.ReadDir(dir)
	for _, name := range names {
		if name != lockName && name != unfinished {
			return &plain.Told{Key: "intake_other", Text: "there is no {file} in its folder, though {name} is there", Pairs: []any{"file", FileName, "name", name}}
		}
	}
	return err
}

func hasJournal(fsys disk.FS, dir string) (bool, error) {
	if err := refuseLink(fsys, dir); err != nil {
		return false, err
	}
	return isThere(fsys, filepath.Join(dir, FileName))
}

// refuseLink refuses what is not a folder in the place of an unfinished
// intake's. The folder of records may be on a share, where somebody else could
// put a link; what it leads to must be neither opened nor erased. Other folders
// are where the user wants them, behind a link or not.
func refuseLink(fsys disk.FS, dir string) error {
	if _, ok := referenceOf(filepath.Base(dir)); !ok {
		return nil
	}
	info, err := fsys.Lstat(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil // Create makes it
	}
	if err == nil && !info.IsDir() {
		err = fmt.Errorf("%s: %w", dir, ErrNotOwn)
	}
	return err
}
