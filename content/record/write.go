package record

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"firstsession/content"
	"firstsession/content/disk"
	"firstsession/content/walk"
)

// The ends of the names of a record, of its readable copy, and of either
// while it is written.
const (
	recordEnd = ".json"
	textEnd   = ".txt"
	tempEnd   = ".tmp"
)

// FilePattern fits the names of records, for filepath.Match.
const FilePattern = "acknowledgement-*" + recordEnd

// FileName is the name of a record's file: its date and its id.
func FileName(a Acknowledgement) string { return baseName(a) + recordEnd }

func baseName(a Acknowledgement) string {
	return "acknowledgement-" + a.Time.Format("2006-01-02") + "-" + a.ID
}

// maxIDs is how many ids are tried. Not even the second is ever needed,
// unless the random bytes are not random.
const maxIDs = 4

// Save builds a record and writes it. It is the one step from a signature to
// a file.
func Save(fsys disk.FS, dir string, w walk.Walk, d Draft) (a Acknowledgement, path string, err error) {
	for range maxIDs {
		if a, err = Build(w, d); err != nil {
			return Acknowledgement{}, "", err
		}
		path, err = Write(fsys, dir, a, w.Guide().Words)
		if !errors.Is(err, fs.ErrExist) {
			break
		}
	}
	return a, path, err
}

// Write puts a record and its readable copy into a folder, which it makes if
// it has to. When it returns a path, both are on the disk for good; when it
// returns an error, none of them is, as far as the disk allows, and never half
// of one under its name. A file that is there is never written over: the error
// then fits fs.ErrExist.
func Write(fsys disk.FS, dir string, a Acknowledgement, words content.Words) (path string, err error) {
	data, err := Encode(a)
	if err == nil {
		err = disk.MakeFolder(fsys, dir)
	}
	if err != nil {
		return "", fmt.Errorf("save acknowledgement: %w", err)
	}
	p := pair{fsys: fsys, dir: dir, base: filepath.Join(dir, baseName(a))}
	if err := p.write([]byte(Text(a, words)), data); err != nil {
		return "", fmt.Errorf("save acknowledgement: %w", err)
	}
	return p.base + recordEnd, nil
}

// pair is a record and its readable copy on their way to the disk.
type pair struct {
	fsys disk.FS
	dir  string
	base string
	made []string // what is there so far, in order
}

// write lets the record get its name last, and only once the copy's name is
// there for good: a record is then never without its copy.
func (p *pair) write(text, data []byte) error {
	err := p.steps(
		func() error { return p.temp(textEnd, text) },
		func() error { return p.temp(recordEnd, data) },
		func() error { return p.place(textEnd) },
		func() error { return p.fsys.SyncDir(p.dir) },
		func() error { return p.place(recordEnd) },
	)
	if err == nil {
		// A file of another name that stays behind does no harm to the two.
		cleaned := errors.Join(p.remove(textEnd+tempEnd), p.remove(recordEnd+tempEnd))
		if err = p.fsys.SyncDir(p.dir); err == nil {
			return nil
		}
		err = errors.Join(err, cleaned)
	}
	return errors.Join(err, p.undo())
}

func (p *pair) steps(steps ...func() error) error {
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func (p *pair) temp(end string, data []byte) error {
	if err := disk.WriteNew(p.fsys, p.base+end+tempEnd, data); err != nil {
		return err
	}
	p.made = append(p.made, end+tempEnd)
	return nil
}

func (p *pair) place(end string) error {
	if err := disk.Place(p.fsys, p.base+end+tempEnd, p.base+end); err != nil {
		return err
	}
	p.made = append(p.made, end)
	return nil
}

func (p *pair) remove(end string) error { return disk.RemoveAny(p.fsys, p.base+end) }

// undo takes away what was made, the last first. The copy goes only once the
// record is gone for good.
func (p *pair) undo() error {
	var errs []error
	stays := false
	for i := len(p.made) - 1; i >= 0; i-- {
		end := p.made[i]
		if end == textEnd && stays {
			continue
		}
		err := p.remove(end)
		if err == nil && end == recordEnd {
			err = p.fsys.SyncDir(p.dir)
		}
		stays = stays || end == recordEnd && err != nil
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}

// Read reads a record's file and verifies it.
func Read(fsys disk.FS, path string) (Acknowledgement, error) {
	data, err := fsys.Read(path, MaxSize)
	if errors.Is(err, disk.ErrTooLong) {
		return Acknowledgement{}, damage("it is too long for a record")
	}
	if err != nil {
		return Acknowledgement{}, fmt.Errorf("read acknowledgement: %w", err)
	}
	return Verify(data)
}
