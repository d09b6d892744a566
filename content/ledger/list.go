package ledger

import (
	"path/filepath"
	"slices"

	"firstsession/content/disk"
	"firstsession/content/record"
)

// List is record.List, where each record also misses the additions that the ledgers of
// the folder know: without them, one that was taken back would look signed. One that
// was erased, and is here again, says so. What is wrong with a ledger, Read says.
func List(fsys disk.FS, dir string) ([]record.Entry, error) {
	entries, err := record.List(fsys, dir)
	if err != nil || len(entries) == 0 {
		return entries, err
	}
	l, err := Read(fsys, dir)
	for _, line := range l.Lines {
		of, _ := l.Find(line.Of)
		for i := range entries {
			switch e := &entries[i]; {
			case e.Err != nil:
			case line.Of == "" && e.Record.ID == line.ID:
				e.Erased = line.Erased
			case line.Of != "" && e.Record.ID == line.Of && !line.Erased && !of.Erased:
				e.Missed = append(slices.Clip(e.Missed), line.ID)
			}
		}
	}
	return entries, err
}

// At reads the record in a file, with what came to it in its folder later.
func At(fsys disk.FS, path string) record.Entry {
	entries, err := List(fsys, filepath.Dir(path))
	if err != nil {
		entries = nil // the record can be read all the same
	}
	return record.In(fsys, entries, path)
}
