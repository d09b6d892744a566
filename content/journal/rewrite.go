package journal

import (
	"errors"
	"path/filepath"

	"firstsession/content/disk"
	"firstsession/content/walk"
)

// renew writes a journal of a format before this one anew, so that it can take
// facts which that format does not know.
func (j *Journal) renew() error {
	if j.old == nil {
		return nil
	}
	if err := j.rewrite(j.old); err != nil {
		return err
	}
	j.old = nil
	return nil
}

// rewrite puts a journal of these facts in the place of the file, under the
// lock. Whatever goes wrong or crashes, either the old file stands there or the
// new one, whole. After an error it can be tried again.
func (j *Journal) rewrite(facts []walk.Fact) error {
	data, behind, err := encodeAll(facts)
	if err != nil {
		return err
	}
	temp := filepath.Join(j.dir, unfinished)
	if err := disk.RemoveAny(j.fsys, temp); err != nil {
		return err
	}
	if err := disk.WriteNew(j.fsys, temp, data); err != nil {
		return err
	}
	// Windows moves no file over one that is open.
	err = j.file.Close()
	if err == nil {
		err = j.fsys.Rename(temp, j.path())
	}
	if err != nil {
		return errors.Join(err, disk.RemoveAny(j.fsys, temp), j.reopen())
	}
	j.size, j.chain = int64(len(data)), behind
	return errors.Join(j.fsys.SyncDir(j.dir), j.reopen())
}

// reopen opens the file that stands there now.
func (j *Journal) reopen() error {
	file, err := j.fsys.Append(j.path())
	if err != nil {
		j.file, j.broken = nil, true
		return errors.Join(ErrBroken, err)
	}
	j.file = file
	return nil
}

// encodeAll makes the bytes of a whole journal.
func encodeAll(facts []walk.Fact) (data []byte, behind chain, err error) {
	data, behind = header(Format), newChain(Format)
	for _, fact := range facts {
		var line []byte
		if line, behind, err = behind.encode(fact); err != nil {
			return nil, behind, err
		}
		data = append(data, line...)
	}
	return data, behind, nil
}
