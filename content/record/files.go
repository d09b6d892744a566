package record

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"firstsession/content/disk"
	"firstsession/content/plain"
	"firstsession/content/words"
)

// Settle finds out what became of a record that was being saved when the program
// ended. If it is there, it is whole and for good; if not, what there is of it is taken
// away. With an error neither can be told, such as when the folder is not there.
func Settle(fsys disk.FS, path, id string) (there bool, err error) {
	s, err := named(fsys, path, id)
	if err == nil {
		there, err = s.isThere(id)
	}
	if err == nil {
		err = s.sweep()
		if !there {
			err = errors.Join(err, s.remove(textEnd), s.remove(pageEnd))
		}
		err = errors.Join(err, fsys.SyncDir(s.dir))
	}
	if err != nil {
		return false, fmt.Errorf("look for a record: %w", err)
	}
	return there, nil
}

// Sweep takes away what was on its way when a record was saved, where that was not
// possible then.
func Sweep(fsys disk.FS, path, id string) error {
	s, err := named(fsys, path, id)
	if err == nil {
		err = errors.Join(s.sweep(), fsys.SyncDir(s.dir))
	}
	if err != nil && !disk.IsNone(err) {
		return fmt.Errorf("tidy up beside a record: %w", err)
	}
	return nil
}

// named is the set of the record with an id. No other path is touched, whatever a
// journal says.
func named(fsys disk.FS, path, id string) (set, error) {
	base, ok := strings.CutSuffix(path, recordEnd)
	if !ok || id == "" || IDIn(filepath.Base(path)) != id {
		return set{}, fmt.Errorf("%s is no name of a record", path)
	}
	return set{fsys: fsys, dir: filepath.Dir(path), base: base}, nil
}

// isThere reports whether the record has its name. In a folder that is not there
// nothing can be told: it may be on a memory stick.
func (s *set) isThere(id string) (bool, error) {
	if _, err := s.fsys.ReadDir(s.dir); err != nil {
		return false, err
	}
	a, err := Read(s.fsys, s.base+recordEnd)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, err
	case a.ID != id:
		return false, errors.New("another record lies in its place")
	default:
		return true, nil
	}
}

func (s *set) sweep() error {
	return errors.Join(s.remove(recordEnd+disk.TempEnd), s.remove(textEnd+disk.TempEnd), s.remove(pageEnd+disk.TempEnd))
}

// FilesOf are the files of a record in its folder, its own last: its copies to read,
// copies of it and of them under other names, what was added to it, and what was on its
// way. Words are those of its copies; nil if they are not known. What holds other words
// is somebody's own file.
func FilesOf(fsys disk.FS, dir string, e Entry, words *words.Words) ([]string, error) {
	entries, err := List(fsys, dir)
	if err != nil {
		return nil, err
	}
	names, err := fsys.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("look for a record's files: %w", err)
	}
	own, id := filepath.Base(e.Path), e.Record.ID
	var files []string
	for _, name := range names {
		isCopy := slices.ContainsFunc(entries, func(other Entry) bool {
			return filepath.Base(other.Path) == name && other.Err == nil && other.Record.ID == id
		})
		if id != "" && name != own && (isCopy || e.isFile(fsys, filepath.Join(dir, name), words)) {
			files = append(files, name)
		}
	}
	return append(files, own), nil
}

// hasNameOf reports whether the program gives a name to the record with a number, or
// to a copy of it to read.
func hasNameOf(name, id string) bool { return IDIn(name) == id || IDIn(CopyName(name)) == id }

// ofConflict is a name that a sync, a browser or a backup makes of one that is there.
var ofConflict = plain.Late(`^(.+?)(?: ?\(\d+\)| ?\([^()]*conflict[^()]*\)|\.sync-conflict-[\w-]+)?(?:\.json|\.txt|\.html)(?:~|\.bak)?$`)

// IsKnown reports whether anybody can tell what the program wrote in the copies to read
// of a record: it is whole, and their words are known.
func (e Entry) IsKnown(w *words.Words) bool { return w != nil && e.Record.Digest != "" }

// isFile reports whether a file is one of a record, and where nobody can tell, whether
// it has the name of one.
func (e Entry) isFile(fsys disk.FS, path string, w *words.Words) bool {
	id := e.Record.ID
	info, err := fsys.Lstat(path)
	if err != nil || info.IsDir() {
		return false
	}
	name, isTemp := strings.CutSuffix(filepath.Base(path), disk.TempEnd)
	if !e.IsKnown(w) && !isTemp && hasNameOf(name, id) {
		return true
	}
	data, err := fsys.Read(path, MaxSize)
	if err != nil {
		return false
	}
	if a, err := DecodeAddition(data); err == nil && strings.HasSuffix(strings.ToLower(name), recordEnd) {
		return a.Record == id
	}
	parts := ofConflict().FindStringSubmatch(name)
	if parts == nil {
		return false
	}
	if _, of := AdditionIn(parts[1] + recordEnd); of != id && IDIn(parts[1]+recordEnd) != id {
		return false
	}
	if whole, err := fsys.Read(filepath.Join(filepath.Dir(path), name), MaxSize); isTemp && err == nil && bytes.HasPrefix(whole, data) {
		return true
	}
	if a, err := Decode(data); err == nil && a.ID == id {
		return true
	}
	return e.IsKnown(w) && e.wrote(w, data, isTemp)
}

const mostNames = 5000

// Naming are the files in a folder, and in those within it, that have a record's number
// in their name or their words and are none of its own: they may be somebody's.
func Naming(fsys disk.FS, dir, id string, own []string) (found []string) {
	names, _ := fsys.ReadDir(dir) //nolint:errcheck // nothing can be said of what cannot be read
	for _, name := range names[:min(len(names), mostNames)] {
		info, err := fsys.Lstat(filepath.Join(dir, name))
		switch {
		case err != nil, slices.Contains(own, name):
		case info.IsDir() && own != nil && !strings.Contains(name, id):
			for _, within := range Naming(fsys, filepath.Join(dir, name), id, nil) {
				found = append(found, filepath.Join(name, within))
			}
		case !info.Mode().IsRegular() && strings.Contains(name, id), info.Mode().IsRegular() && hasNumber(fsys, dir, name, id):
			found = append(found, name)
		}
	}
	return found
}

// hasNumber reports whether a file's name or words have a number. What has the name of
// another record is not read, nor a ledger.
func hasNumber(fsys disk.FS, dir, name, id string) bool {
	lower := strings.ToLower(filepath.Base(name))
	if strings.Contains(lower, id) {
		return true
	}
	if IsOf(lower) || strings.HasSuffix(lower, ".jsonl") {
		return false
	}
	data, err := fsys.Read(filepath.Join(dir, name), MaxSize)
	text, _ := plain.InUTF8(data)
	return err == nil && (bytes.Contains(data, []byte(id)) || bytes.Contains(text, []byte(id)))
}

// EraseFiles takes files of a record away. The record goes last: cut off before, it
// is still found, to be erased again.
func EraseFiles(fsys disk.FS, dir string, files []string) error {
	if len(files) == 0 {
		return errors.New("erase a record: it has no files")
	}
	var err error
	for i, name := range files {
		if err == nil && i == len(files)-1 {
			err = fsys.SyncDir(dir)
		}
		if err == nil {
			err = disk.RemoveAny(fsys, filepath.Join(dir, name))
		}
	}
	if err == nil {
		err = fsys.SyncDir(dir)
	}
	if err != nil {
		return fmt.Errorf("erase a record: %w", err)
	}
	return nil
}

// Presence is how a record that was saved was found to be.
type Presence int

// What a record may be found to be.
const (
	Here    Presence = iota // it is where it was saved, with a copy to read beside it
	NoCopy                  // it is, and its copy to read is not beside it
	Moved                   // there is nothing in its place
	Altered                 // there is something else: damaged, changed, or another record
	Unseen                  // its place cannot be looked at
)

// IsHere reports whether the record itself is where it was saved.
func (s Presence) IsHere() bool { return s == Here || s == NoCopy }

// LookFor looks for a record where it was saved.
func LookFor(fsys disk.FS, path, id string) Presence {
	a, err := Read(fsys, path)
	switch {
	case disk.IsNone(err):
		return Moved
	case plain.IsA[*DamageError](err), err == nil && a.ID != id, errors.Is(err, disk.ErrNotFile):
		return Altered
	case err != nil:
		return Unseen
	}
	base, named := strings.CutSuffix(path, recordEnd)
	text, err := fsys.Read(base+textEnd, MaxSize)
	if !named || err != nil || !bytes.Contains(text, []byte(id)) {
		return NoCopy
	}
	return Here
}
