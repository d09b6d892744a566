package journal

import (
	"errors"
	"fmt"
	"path/filepath"

	"firstsession/content/disk"
	"firstsession/content/walk"
)

// put puts a journal of these facts, in this format, in the place of the file,
// under the lock. Whatever goes wrong or crashes, either the old file stands
// there or the new one, whole; without an error the new one outlasts a crash.
// After an error it can be tried again.
func (j *Journal) put(facts []walk.Fact) error {
	lines, behind, err := newChain(Format).encodeAll(facts)
	if err != nil {
		return err
	}
	data := append(header(Format), lines...)
	if err := j.swap(j.path(), data, j.let); err != nil {
		return err
	}
	j.size, j.chain, j.old = int64(len(data)), behind, nil
	return j.settle()
}

// swap puts other bytes in the place of a file in the journal's folder, whole
// or not at all. Before is called when they are on the disk. The new name does
// not yet outlast a crash.
func (j *Journal) swap(path string, data []byte, before func() error) error {
	temp := filepath.Join(j.dir, unfinished)
	if err := disk.RemoveAny(j.fsys, temp); err != nil {
		return err
	}
	if err := disk.WriteNew(j.fsys, temp, data); err != nil {
		return err
	}
	err := before()
	if err == nil {
		err = j.fsys.Rename(temp, path)
	}
	if err != nil {
		return errors.Join(err, disk.RemoveAny(j.fsys, temp))
	}
	return nil
}

// let lets go of the journal's file, since Windows moves nothing over one that
// is open. From here on the journal is unsettled. A file that is not the one
// which was read is never moved over.
func (j *Journal) let() error {
	if err := j.Check(); err != nil {
		return err
	}
	file := j.file
	j.file, j.unsettled = nil, true
	return file.Close()
}

// settle opens the file that stands there now, if it was let go of, and returns
// when its name outlasts a crash. Until then nothing may be appended, which
// could be lost with the name. After an error it can be tried again.
func (j *Journal) settle() error {
	if j.file == nil {
		file, err := j.fsys.Append(j.path())
		if disk.IsNone(err) || errors.Is(err, disk.ErrNotFile) {
			return movedError{err}
		}
		if err != nil {
			return fmt.Errorf("open the journal that was written anew: %w", err)
		}
		j.file = file
	}
	if err := j.fsys.SyncDir(j.dir); err != nil {
		return fmt.Errorf("keep the name of the journal that was written anew: %w", err)
	}
	j.unsettled = false
	return nil
}
