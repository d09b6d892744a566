package records

import (
	"errors"
	"path/filepath"
	"strings"

	"firstsession/content/record"
	"firstsession/tui/command/shell"
)

// onlyCopies are the copies to read that are meant where their record is not here, by
// one of their files or by the record's number or reference, and that number; empty if
// none are.
func (p *program) onlyCopies(which string, e record.Entry, none error) (record.Entry, string, error) {
	t, dir, file := p.words(), filepath.Dir(e.Path), filepath.Base(e.Path)
	isCopy := e.Path != "" && record.CopyName(file) != ""
	if none == nil || e.Path != "" && !isCopy {
		return e, "", nil
	}
	if e.Path == "" {
		dir, _ = p.RecordsFolder() //nolint:errcheck // which findRecord says
	}
	lone, _, err := record.LoneCopies(p.FS, dir)
	if err != nil {
		return e, "", err
	}
	var found []record.Entry
	for name, copies := range lone {
		_, reference, id := record.InName(name)
		if isCopy && name == record.CopyName(file) || !isCopy && (id == which || reference == which) {
			found = append(found, record.Entry{Path: filepath.Join(dir, copies[0]), Record: record.Record{ID: id}})
		}
	}
	switch {
	case len(found) > 1:
		return e, "", failed(t.LoneSeveral, "name", which, "n", len(found))
	case len(found) == 0 && isCopy:
		return e, "", failed(t.CopyOfHere, "path", e.Path, "record", shell.Quoted(filepath.Join(dir, record.CopyName(file))))
	case len(found) == 0:
		return e, "", nil
	}
	id := found[0].Record.ID
	entries, err := record.List(p.FS, dir)
	for _, other := range entries {
		if other.Err == nil && other.Record.ID == id { // under another name
			err = errors.Join(err, failed(t.CopyOfOther, "path", found[0].Path, "file", filepath.Base(other.Path), "id", id))
		}
	}
	return found[0], id, err
}

// unreadable says of a record that was not found which files may be meant: those
// that have its number or reference in their names and cannot be read whole, and what
// is to be done then.
func (p *program) unreadable(which string, none error, then string) error {
	var entries []record.Entry
	if dir, err := p.RecordsFolder(); err == nil {
		entries, _ = record.List(p.FS, dir) //nolint:errcheck // none says it
	}
	for _, e := range entries {
		if name := filepath.Base(e.Path); e.Err != nil && strings.Contains(name, "-"+which) {
			none = failed("{none}\n"+p.words().FileBroken+then, "none", none, "file", name, "path", e.Path)
		}
	}
	return none
}
