package journal

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"firstsession/content/disk"
	"firstsession/content/plain"
	"firstsession/content/walk"
)

// put puts a journal of these facts, in this format, in the place of the file.
// Whatever goes wrong or crashes, either the old file stands there or the new one,
// whole. After an error it can be tried again.
func (j *Journal) put(facts []walk.Fact) error {
	data, behind, err := whole(facts)
	if err == nil {
		err = j.swap(j.path(), data, j.let)
	}
	if err != nil {
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
	if err := disk.WriteOver(j.fsys, temp, data, false); err != nil {
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

// let lets go of the journal's file, since Windows moves nothing over one that is
// open. One that is not the file which was read is never moved over.
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
			return plain.Hidden{As: ErrMoved, Cause: err}
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

// Whole is all of a journal with some facts, as it stands in a file.
func Whole(facts []walk.Fact) ([]byte, error) {
	data, _, err := whole(facts)
	return data, err
}

func whole(facts []walk.Fact) (data []byte, behind chain, err error) {
	lines, behind, err := newChain(Format).encodeAll(facts)
	return append(header(Format), lines...), behind, err
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
		err = disk.WriteOver(fsys, temp, data, false)
	}
	if err != nil {
		return err
	}
	if err := disk.Place(fsys, temp, filepath.Join(dir, FileName)); err != nil {
		return errors.Join(err, disk.RemoveAny(fsys, temp))
	}
	return errors.Join(disk.RemoveAny(fsys, temp), fsys.SyncDir(dir))
}

// Rewrite writes the journal anew with other facts in the place of those that it has,
// so that what was erased stands nowhere in its folder any more, nor in what was set
// aside. Change must keep a fact's number. With an error, the old words may still be
// there, and all facts are; it can be called again.
func (j *Journal) Rewrite(change func(walk.Fact) walk.Fact) error {
	switch {
	case j.broken:
		return ErrBroken
	case !j.Begun():
		return nil // what was never begun holds no words
	}
	if err := j.eraseWords(change); err != nil {
		return fmt.Errorf("erase words from the journal: %w", err)
	}
	return nil
}

func (j *Journal) eraseWords(change func(walk.Fact) walk.Fact) error {
	// Words that were moved elsewhere cannot be erased there.
	if err := j.Check(); err != nil {
		return err
	}
	c, err := load(j.fsys, j.path())
	if err == nil && len(c.torn) > 0 {
		err = errors.New("its last line is torn")
	}
	if err != nil {
		return err
	}
	facts, gone := altered(c.facts, change)
	if len(gone) == 0 { // all of it may have gone in a try before this one, which was cut off on its way
		return errors.Join(disk.RemoveAny(j.fsys, filepath.Join(j.dir, unfinished)), j.fsys.SyncDir(j.dir))
	}
	if err := j.eraseAside(gone); err != nil {
		return err
	}
	return j.put(facts)
}

type taken struct{ subject, kind, words string }

func altered(facts []walk.Fact, change func(walk.Fact) walk.Fact) (after []walk.Fact, gone []taken) {
	for _, fact := range facts {
		changed := change(fact)
		after = append(after, changed)
		if words := fact.Data.Text; words != changed.Data.Text {
			gone = append(gone, taken{fact.Subject, fact.Kind, words})
		}
		if was, is := fact.Data.Form, changed.Data.Form; was != nil && is != nil && was.Aim != is.Aim {
			gone = append(gone, taken{fact.Subject, fact.Kind, was.Aim})
		}
	}
	return after, gone
}

// eraseAside takes words out of what was set aside: a torn line that may hold
// some of them goes, and in a whole journal others stand in their place.
func (j *Journal) eraseAside(gone []taken) error {
	names, err := ours(j.fsys, j.dir)
	if err != nil {
		return err
	}
	for _, name := range names {
		if !strings.HasPrefix(name, asidePrefix) {
			continue
		}
		if err := j.eraseIn(filepath.Join(j.dir, name), gone); err != nil {
			return err
		}
	}
	// The journal names what is to be erased, so it must not lose that first.
	return j.fsys.SyncDir(j.dir)
}

func (j *Journal) eraseIn(path string, gone []taken) error {
	data, err := j.fsys.Read(path, MaxSize)
	if err != nil {
		return fmt.Errorf("look at what was set aside: %w", err)
	}
	if !bytes.HasPrefix(data, []byte(`{"format"`)) {
		if mayHold(data, gone) {
			return disk.RemoveAny(j.fsys, path)
		}
		return nil
	}
	left := without(data, gone)
	if bytes.Equal(left, data) {
		return nil
	}
	return j.swap(path, left, func() error { return nil })
}

// mayHold reports whether a torn line may hold some of the words. It may end
// within them, so that a line of the same kind about the same is enough.
func mayHold(torn []byte, gone []taken) bool {
	for _, t := range gone {
		about := bytes.Contains(torn, quoted(t.kind)) && bytes.Contains(torn, quoted(t.subject))
		if about || bytes.Contains(torn, bytes.Trim(quoted(t.words), `"`)) {
			return true
		}
	}
	return false
}

func quoted(text string) []byte {
	line, err := marshal(text)
	if err != nil {
		return []byte(text) // a string can always be encoded
	}
	return line
}
