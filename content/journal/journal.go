// Package journal keeps the facts of a walk on the disk: a file of JSON Lines
// that only grows, one fact a line with a check over all so far, below a first
// line with the format's number. What Append has returned from outlasts a crash.
// The lock beside it is as long as there are facts, so that a file which ends
// earlier than it did is found. It knows nothing of what facts mean; no rule of
// the walk, no clock and no terminal may come in.
package journal

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"time"

	"firstsession/content/disk"
	"firstsession/content/plain"
	"firstsession/content/walk"
)

// Format is the number of the format that this program writes. Whatever changes in a
// line, and a new kind of fact, needs another number. An older journal is written anew
// before it gets its next fact.
const Format = 7

// The limits of a journal that is read. A reader's facts come to a few
// hundred kilobytes.
const (
	MaxLine = 64 << 10
	MaxSize = 100 << 20
)

// FileName is the name of a journal in its folder; the others are beside it.
const (
	FileName   = "journal.jsonl"
	unfinished = "journal.tmp"
	lockName   = "journal.lock"
)

// Journal is open to append to. One process at a time has it.
type Journal struct {
	fsys    disk.FS
	dir     string
	lock    disk.File   // nil until there is a file; as long as that has facts, or shorter
	file    disk.File   // nil until there is a file, and while it is let go of
	size    int64       // of the lines that are whole
	stamp   time.Time   // when the file was last changed, as far as that is known to be fine
	count   int         // of the facts
	chain   chain       // behind the last fact
	old     []walk.Fact // all facts, if they are still to be written in this format; nil if not
	broken  bool
	missing int // how many facts the file once had at its end, and has no more
	// unsettled is set from when the file is let go of, to be written anew, until
	// what stands in its place is open and cannot lose its name any more.
	unsettled bool
}

// Opened is what was found when a journal was opened.
type Opened struct {
	Facts    []walk.Fact
	New      bool   // set if there is no journal yet
	SetAside string // the path of the file that now holds a last line which was torn; empty if none was
}

// Open opens the journal in a folder, and reads it. If there is none, nothing is made
// or locked before the first Append or Create. The error may fit ErrInUse,
// *DamageError or *NewerError.
func Open(fsys disk.FS, dir string) (*Journal, Opened, error) {
	j := &Journal{fsys: fsys, dir: dir}
	there, err := hasJournal(fsys, dir)
	if err != nil {
		return nil, Opened{}, fmt.Errorf("open journal: %w", err)
	}
	if !there {
		j.missing = known(fsys, dir)
		return j, Opened{New: true}, nil
	}
	if j.lock, err = takeLock(fsys, dir); err != nil {
		return nil, Opened{}, err
	}
	found, err := j.open()
	if err != nil {
		return nil, Opened{}, errors.Join(err, j.Close())
	}
	return j, found, nil
}

func (j *Journal) path() string { return filepath.Join(j.dir, FileName) }

func isThere(fsys disk.FS, path string) (bool, error) {
	_, err := fsys.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil, err
}

func takeLock(fsys disk.FS, dir string) (disk.File, error) {
	path := filepath.Join(dir, lockName)
	lock, err := fsys.Lock(path)
	if errors.Is(err, disk.ErrLocked) {
		return nil, ErrInUse
	}
	if info, odd := fsys.Lstat(path); err != nil && odd == nil && !info.Mode().IsRegular() {
		err = plain.Tell("lock_odd", "{path} is a folder or a link, where a file of the program keeps a second window off; please move it away, and start again; nothing that is kept was changed", "path", path)
	}
	if err != nil {
		return nil, fmt.Errorf("open journal: %w", err)
	}
	return lock, nil
}

// open reads a file that is there, under the lock.
func (j *Journal) open() (Opened, error) {
	c, err := load(j.fsys, j.path())
	if err != nil {
		return Opened{}, err
	}
	found := Opened{Facts: c.facts}
	j.size, j.chain, j.count, j.stamp = c.size, c.chain, len(c.facts), time.Time{}
	if j.old = nil; c.chain.format != Format {
		j.old = c.facts
	}
	if j.file, err = j.fsys.Append(j.path()); err == nil {
		// Whoever wrote what was read may have been killed before it was synced.
		err = errors.Join(j.file.Sync(), j.fsys.SyncDir(j.dir))
	}
	if err == nil {
		err = j.countMissing(len(c.torn) > 0)
	}
	if err != nil {
		return Opened{}, fmt.Errorf("open journal: %w", err)
	}
	if len(c.torn) > 0 {
		if found.SetAside, err = j.setTornAside(c.torn); err != nil {
			return Opened{}, fmt.Errorf("set the torn last line of the journal aside: %w", err)
		}
	}
	return found, nil
}

// Missing is how many facts were kept and not there any more when the file was opened:
// it was cut, taken away, or an older copy put back. It is told again until another
// fact is kept.
func (j *Journal) Missing() int { return j.missing }

// known is how many facts the lock in a folder knows of.
func known(fsys disk.FS, dir string) int {
	lock, err := fsys.Lstat(filepath.Join(dir, lockName))
	if err != nil || !lock.Mode().IsRegular() {
		return 0
	}
	return int(min(lock.Size(), MaxSize))
}

// countMissing compares the facts with the length of the lock, which is not waited for:
// it may tell of fewer facts than were kept, never of more. A torn line is told of by
// itself.
func (j *Journal) countMissing(torn bool) error {
	info, err := j.lock.StandsAt(filepath.Join(j.dir, lockName))
	if err != nil {
		return err
	}
	j.missing = max(0, int(info.Size())-j.count)
	if torn && j.missing > 0 {
		j.missing--
	}
	return nil
}

// counted notes how many facts there are now. Where that fails, fewer are noted.
func (j *Journal) counted(count int) {
	j.count = count
	if err := j.lock.Truncate(int64(count)); err != nil {
		return
	}
}

func load(fsys disk.FS, path string) (c contents, err error) {
	data, err := fsys.Read(path, MaxSize)
	if errors.Is(err, disk.ErrTooLong) {
		return c, &DamageError{Path: path, Line: 1, Why: "the file is too long for a journal"}
	}
	if err != nil {
		return c, fmt.Errorf("open journal: %w", err)
	}
	c, err = read(data)
	if damage, ok := errors.AsType[*DamageError](err); ok {
		damage.Path = path
	}
	if newer, ok := errors.AsType[*NewerError](err); ok {
		newer.Path = path
	}
	c.size = int64(len(data) - len(c.torn))
	return c, err
}

// Look reads a journal that is another's, and changes nothing. Of one that is damaged
// it has the facts above the damage. Lost is how many facts the lock beside it knows
// that are not there; a torn last line that it does not know may be written just now,
// and is passed over if it begins like one.
func Look(fsys disk.FS, path string) (facts []walk.Fact, lost int, err error) {
	c, err := load(fsys, path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return c.facts, 0, err
	}
	dir := filepath.Dir(path)
	there, unknown := isThere(fsys, filepath.Join(dir, lockName))
	switch {
	case filepath.Base(path) == FileName && unknown == nil && there:
		lost = max(0, known(fsys, dir)-len(c.facts))
	case len(c.torn) > 0:
		lost = 1
	}
	if lost == 0 && len(c.torn) > 0 && !isBegun(c.torn) {
		lost = 1
	}
	if lost > 0 {
		return c.facts, lost, nil
	}
	return c.facts, 0, err
}

// isBegun reports whether a torn line is the beginning of one that is being written.
func isBegun(torn []byte) bool {
	const begins = `{"seq":`
	return torn[len(torn)-1] != '\n' && (bytes.HasPrefix(torn, []byte(begins)) || strings.HasPrefix(begins, string(torn)))
}

// setTornAside moves a last line into a file of its own, where it is for good before
// the journal loses it.
func (j *Journal) setTornAside(torn []byte) (string, error) {
	path, err := freeName(j.fsys, j.dir)
	if err == nil {
		err = disk.WriteLasting(j.fsys, path, torn)
	}
	if err == nil {
		err = j.file.Truncate(j.size)
	}
	if err == nil {
		err = j.file.Sync()
	}
	return path, err
}

// Close gives the journal back to other processes.
func (j *Journal) Close() (err error) {
	if j.file != nil {
		err = j.file.Close()
		j.file = nil
	}
	if j.lock != nil {
		err = errors.Join(err, j.lock.Close())
		j.lock = nil
	}
	return err
}
