package journal

import (
	"errors"
	"fmt"
	"time"

	"firstsession/content/disk"
	"firstsession/content/plain"
	"firstsession/content/walk"
)

// Create makes the journal's file if there is none yet. Append does so too.
func (j *Journal) Create() error {
	if j.unsettled {
		return j.settle()
	}
	if j.file != nil {
		return nil
	}
	err := disk.MakeFolder(j.fsys, j.dir)
	if err == nil && j.lock == nil {
		if j.lock, err = takeLock(j.fsys, j.dir); err != nil {
			return err
		}
	}
	if err == nil {
		err = j.begin()
	}
	if err != nil {
		// Whoever keeps nothing must keep no one off.
		return fmt.Errorf("begin a journal: %w", errors.Join(err, j.Close()))
	}
	return nil
}

// Begun reports whether there is a file that a later start finds.
func (j *Journal) Begun() bool { return j.file != nil || j.unsettled || j.broken }

// begin writes the first line into a file of another name, so that a journal
// without a whole first line never stands there. A file that was not there when
// the journal was opened is taken over if it is still empty since its beginning
// failed, and no other is.
func (j *Journal) begin() error {
	there, err := isThere(j.fsys, j.path())
	if err != nil {
		return err
	}
	if !there {
		// What the lock told of was in another file.
		if err := errors.Join(j.lock.Truncate(0), j.lock.Sync()); err != nil {
			return err
		}
		if err := j.swap(j.path(), header(Format), func() error { return nil }); err != nil {
			return err
		}
	}
	found, err := j.open()
	if err == nil && (len(found.Facts) > 0 || found.SetAside != "") {
		err = ErrInUse // another process had it meanwhile
	}
	if err != nil && j.file != nil {
		err = errors.Join(err, j.file.Close()) // Windows takes no file away that is open
		j.file = nil
	}
	if err != nil && !there {
		err = errors.Join(err, disk.RemoveAny(j.fsys, j.path()))
	}
	return err
}

// Append adds facts at the journal's end, where they outlast a crash. With an error
// none of them stands there, as far as the disk allows, and a later Append may
// succeed. Where it does not allow that, the error and all later ones fit ErrBroken,
// since a line behind half a line would be lost with it.
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
	// Where it cannot be looked up now, the look behind the writing decides.
	if err := j.Check(); errors.Is(err, ErrMoved) {
		return fmt.Errorf("keep a fact in the journal: %w", err)
	}
	if j.old != nil { // of a format that may not know these facts
		if err := j.put(j.old); err != nil {
			return fmt.Errorf("write the journal in its new format: %w", err)
		}
	}
	lines, behind, err := j.chain.encodeAll(facts)
	if err == nil && j.size+int64(len(lines)) > MaxSize {
		err = disk.ErrTooLong
	}
	if err == nil {
		err = j.write(lines)
	}
	if err != nil {
		return fmt.Errorf("keep a fact in the journal: %w", err)
	}
	j.size, j.chain = j.size+int64(len(lines)), behind
	j.counted(j.count + len(facts))
	return nil
}

// Check returns an error that fits ErrMoved if the path leads to another file or to
// none, or another program wrote to it. It may fit again, such as when a memory stick
// is back. Without a file there is nothing to check.
func (j *Journal) Check() error {
	if j.unsettled {
		if err := j.settle(); err != nil {
			return err
		}
	}
	if j.file == nil {
		return nil
	}
	stamp, err := j.stands(j.size)
	if err == nil && !stamp.Equal(j.stamp) {
		err = j.reads()
	}
	if err == nil {
		j.stamp = stamp
	}
	return err
}

// stands returns when the file was changed last, if the path leads to it and it has so
// many bytes.
func (j *Journal) stands(size int64) (stamp time.Time, err error) {
	found, err := j.file.StandsAt(j.path())
	switch {
	case errors.Is(err, disk.ErrMoved):
		return stamp, plain.Hidden{As: ErrMoved, Cause: err}
	case err != nil:
		return stamp, err
	case found.Size() != size:
		return stamp, plain.Hidden{As: ErrMoved, Cause: errSize}
	}
	return found.ModTime(), nil
}

// errSize says that the file is the same, and another program wrote to it.
var errSize = errors.New("its length has changed")

// reads makes sure that a file which was touched still says what was kept.
func (j *Journal) reads() error {
	c, err := load(j.fsys, j.path())
	if plain.IsA[*DamageError](err) || err == nil && c.chain != j.chain {
		err = plain.Hidden{As: ErrMoved, Cause: errors.New("its bytes have changed")}
	}
	return err
}

// write writes and syncs, or takes back what it wrote. What lies in a file that
// the path no longer leads to is not written.
func (j *Journal) write(lines []byte) error {
	_, err := j.file.Write(lines)
	if err == nil {
		err = j.file.Sync()
	}
	var stamp time.Time
	if err == nil {
		stamp, err = j.stands(j.size + int64(len(lines)))
	}
	switch {
	case err == nil:
		j.stamp = stamp
		return nil
	case errors.Is(err, errSize):
		j.broken = true // to cut it would cut what another program wrote
		return err
	}
	if undo := j.file.Truncate(j.size); undo != nil {
		j.broken = true
		return errors.Join(fmt.Errorf("%w: %w", ErrBroken, err), undo)
	}
	return err
}
