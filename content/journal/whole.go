package journal

import (
	"errors"
	"path/filepath"

	"firstsession/content/disk"
	"firstsession/content/walk"
)

// Whole is all of a journal with some facts, as it stands in a file.
func Whole(facts []walk.Fact) ([]byte, error) {
	lines, _, err := newChain(Format).encodeAll(facts)
	return append(header(Format), lines...), err
}

// ReadWhole reads all of a journal, to its last line. The error fits *DamageError
// or *NewerError.
func ReadWhole(data []byte) ([]walk.Fact, error) {
	c, err := read(data)
	if err == nil && len(c.torn) > 0 {
		err = &DamageError{Line: len(c.facts) + 2, Why: "it is torn"}
	}
	return c.facts, err
}

// Put writes facts as the journal of a folder that has none: all of them, or none.
func Put(fsys disk.FS, dir string, facts []walk.Fact) error {
	data, err := Whole(facts)
	temp := filepath.Join(dir, unfinished)
	if err == nil {
		err = disk.RemoveAny(fsys, temp)
	}
	if err == nil {
		err = disk.WriteNew(fsys, temp, data)
	}
	if err != nil {
		return err
	}
	if err := disk.Place(fsys, temp, filepath.Join(dir, FileName)); err != nil {
		return errors.Join(err, disk.RemoveAny(fsys, temp))
	}
	return errors.Join(disk.RemoveAny(fsys, temp), fsys.SyncDir(dir))
}
