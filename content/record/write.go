package record

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"firstsession/content/disk"
	"firstsession/content/walk"
	"firstsession/content/words"
)

// The ends of the names of a record and of its readable copies.
const (
	recordEnd = ".json"
	textEnd   = ".txt"
	pageEnd   = ".html"
)

const namePrefix = "acknowledgement-"

// FileName is the name of a record's file: its date, an intake's reference, and its id.
func FileName(a Record) string { return baseName(a) + recordEnd }

func baseName(a Record) string {
	return namePrefix + strings.Join(list(a.Time.Format(time.DateOnly), a.reference(), a.ID), "-")
}

// reference is the client's, as it was when the record was made; empty without one.
func (a Record) reference() string {
	switch {
	case a.Intake != nil:
		return a.Intake.Reference
	case a.Invited != nil:
		return a.Invited.Reference
	}
	return ""
}

// written is a file with its content; end is that of its name.
type written struct {
	end  string
	data []byte
}

// File is one of a record's files.
type File struct {
	Name string
	Data []byte
}

// Make builds a record, and what is to be kept of it where that is no folder: its
// readable copies, and the record as the last.
func Make(w walk.Walk, d Draft) (a Record, files []File, err error) {
	if a, err = Build(w, d); err != nil {
		return a, nil, err
	}
	data, err := Encode(a)
	for _, c := range copies(a, w.Guide().Words) {
		files = append(files, File{baseName(a) + c.end, c.data})
	}
	return a, append(files, File{FileName(a), data}), err
}

// maxIDs is how many ids are tried, if random bytes are not random.
const maxIDs = 4

// Save builds a record and writes it. It is the one step from a signature to a file.
func Save(fsys disk.FS, dir string, w walk.Walk, d Draft) (a Record, path string, err error) {
	for range maxIDs {
		if a, err = Build(w, d); err != nil {
			return Record{}, "", err
		}
		path, err = writeFiles(fsys, dir, a, w.Guide().Words, d)
		if !errors.Is(err, fs.ErrExist) {
			break
		}
	}
	return a, path, err
}

// writeFiles puts a record and its readable copies into a folder for good, and first
// tells the draft's Saving. With an error none of them is there, as far as the disk
// allows, and never half of one under its name. A file that is there is never written
// over: the error then fits fs.ErrExist.
func writeFiles(fsys disk.FS, dir string, a Record, words *words.Words, d Draft) (path string, err error) {
	data, err := Encode(a)
	if err == nil {
		err = errors.Join(a.Intake.check(), a.Invited.check(a.Intake)) // the reference becomes a part of the name
	}
	if err == nil {
		err = disk.MakeFolder(fsys, dir)
	}
	s := set{fsys: fsys, dir: dir, base: filepath.Join(dir, baseName(a))}
	if err == nil {
		s.shared = d.Shared || disk.IsShared(fsys, dir)
	}
	if err == nil && d.Saving != nil {
		err = d.Saving(a.ID, s.base+recordEnd)
	}
	if err == nil {
		err = s.write(append(copies(a, words), written{recordEnd, data}))
	}
	if err != nil {
		return "", fmt.Errorf("save record: %w", err)
	}
	return s.base + recordEnd, nil
}

// set is a record and its readable copies on their way to the disk.
type set struct {
	fsys   disk.FS
	dir    string
	base   string
	shared bool // the folder's group may read what is written
}

// write lets the record, the last of the files, get its name once the names of its
// copies are there for good: it is then never without them. They go again only once
// the record is gone for good, or is another's.
func (s *set) write(files []written) error {
	for i, file := range files {
		path := s.base + file.end
		err := disk.WriteShared(s.fsys, path+disk.TempEnd, file.data, s.shared)
		if err == nil {
			err = disk.PlaceWhole(s.fsys, path)
		}
		if err == nil {
			continue
		}
		if file.end == recordEnd && !errors.Is(err, fs.ErrExist) && !s.isGone() {
			return err
		}
		for _, made := range slices.Backward(files[:i]) {
			err = errors.Join(err, s.remove(made.end))
		}
		return err
	}
	return nil
}

func (s *set) isGone() bool {
	_, err := s.fsys.Lstat(s.base + recordEnd)
	return disk.IsNone(err) && s.fsys.SyncDir(s.dir) == nil
}

func (s *set) remove(end string) error { return disk.RemoveAny(s.fsys, s.base+end) }

// Read reads a record's file and verifies it.
func Read(fsys disk.FS, path string) (Record, error) {
	return read[Record](fsys, path, "a record", Format)
}

// ReadAddition reads an addition's file and verifies it.
func ReadAddition(fsys disk.FS, path string) (Addition, error) {
	return read[Addition](fsys, path, "an addition", AdditionFormat)
}

func read[S digested](fsys disk.FS, path, what string, newest int) (none S, err error) {
	data, err := fsys.Read(path, MaxSize)
	switch {
	case errors.Is(err, disk.ErrTooLong):
		return none, damage("it is too long for %s", what)
	case err != nil:
		return none, fmt.Errorf("read %s: %w", what, err)
	}
	return decode[S](data, what, newest)
}
