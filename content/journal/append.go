package journal

import (
	"errors"
	"fmt"
	"path/filepath"

	"firstsession/content/disk"
	"firstsession/content/walk"
)

// Create makes the journal's file if there is none yet. Append does so too.
func (j *Journal) Create() error {
	if j.file != nil {
		return nil
	}
	if err := disk.MakeFolder(j.fsys, j.dir); err != nil {
		return fmt.Errorf("begin a journal: %w", err)
	}
	if j.lock == nil {
		if err := j.take(); err != nil {
			return err
		}
	}
	if err := j.begin(); err != nil {
		// Whoever keeps nothing must keep no one off.
		err = errors.Join(err, j.lock.Close())
		j.lock = nil
		return fmt.Errorf("begin a journal: %w", err)
	}
	return nil
}

// begin writes the first line into a file of another name, so that a journal
// without a whole first line never stands there.
func (j *Journal) begin() error {
	there, err := isThere(j.fsys, j.path())
	if err != nil {
		return err
	}
	if there {
		return j.adopt()
	}
	temp := filepath.Join(j.dir, unfinished)
	if err := disk.RemoveAny(j.fsys, temp); err != nil {
		return err
	}
	line := header()
	if err := disk.WriteNew(j.fsys, temp, line); err != nil {
		return err
	}
	if err := j.fsys.Rename(temp, j.path()); err != nil {
		return errors.Join(err, disk.RemoveAny(j.fsys, temp))
	}
	if err := j.fsys.SyncDir(j.dir); err != nil {
		return errors.Join(err, disk.RemoveAny(j.fsys, j.path()))
	}
	file, err := j.fsys.Append(j.path())
	if err != nil {
		return errors.Join(err, disk.RemoveAny(j.fsys, j.path()))
	}
	j.file, j.size, j.chain = file, int64(len(line)), chain{format: Format}
	return nil
}

// adopt takes over a file that was not there when the journal was opened: one
// that is still empty since its beginning failed, and no other.
func (j *Journal) adopt() error {
	found, err := j.open()
	if err == nil && (len(found.Facts) > 0 || found.SetAside != "") {
		err = ErrInUse // another process had it meanwhile
	}
	if err != nil && j.file != nil {
		err = errors.Join(err, j.file.Close())
		j.file, j.last = nil, 0
	}
	return err
}

// Append adds facts at the journal's end. When it returns without an error,
// they outlast a crash. When it returns an error, none of them stands in the
// journal, as far as the disk allows, and a later Append may succeed. Where
// the disk does not allow that much, the error and all later ones fit
// ErrBroken, since a line behind half a line would be lost with it.
func (j *Journal) Append(facts ...walk.Fact) error {
	if len(facts) == 0 {
		return nil
	}
	if j.broken {
		return ErrBroken
	}
	if err := j.Create(); err != nil {
		return err
	}
	lines, behind, err := j.encode(facts)
	if err != nil {
		return err
	}
	if j.size+int64(len(lines)) > MaxSize {
		return fmt.Errorf("keep a fact in the journal: %w", disk.ErrTooLong)
	}
	if err := j.write(lines); err != nil {
		return fmt.Errorf("keep a fact in the journal: %w", err)
	}
	j.size += int64(len(lines))
	j.last, j.chain = facts[len(facts)-1].Seq, behind
	return nil
}

// encode makes the lines of facts, and the chain behind them.
func (j *Journal) encode(facts []walk.Fact) (lines []byte, behind chain, err error) {
	last, behind := j.last, j.chain
	for _, fact := range facts {
		if fact.Seq <= last {
			return nil, behind, fmt.Errorf("keep a fact in the journal: its number %d is not above %d", fact.Seq, last)
		}
		last = fact.Seq
		var line []byte
		if line, behind, err = behind.encode(fact); err != nil {
			return nil, behind, fmt.Errorf("keep a fact in the journal: %w", err)
		}
		lines = append(lines, line...)
	}
	return lines, behind, nil
}

// write writes and syncs, or takes back what it wrote.
func (j *Journal) write(lines []byte) error {
	_, err := j.file.Write(lines)
	if err == nil {
		err = j.file.Sync()
	}
	if err == nil {
		return nil
	}
	if undo := j.file.Truncate(j.size); undo != nil {
		j.broken = true
		return errors.Join(fmt.Errorf("%w: %w", ErrBroken, err), undo)
	}
	return err
}
