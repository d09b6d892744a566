package record

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"firstsession/content/disk"
)

// FilesOf are the files of a record in its folder, the record's own last: its
// copies to read, copies of it under other names, what was added to it, and what
// was on its way. They are told by its number.
func FilesOf(fsys disk.FS, dir string, e Entry) ([]string, error) {
	entries, err := List(fsys, dir)
	if err != nil {
		return nil, err
	}
	names, err := fsys.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("look for a record's files: %w", err)
	}
	own := filepath.Base(e.Path)
	var files []string
	for _, name := range names {
		lower := strings.ToLower(name)
		ours := strings.Contains(lower, namePrefix) || strings.HasPrefix(lower, additionPrefix)
		if name != own && ours && strings.Contains(lower, e.Record.ID) {
			files = append(files, name)
		}
	}
	for _, other := range entries { // under names without its number
		name := filepath.Base(other.Path)
		if other.Err == nil && other.Record.ID == e.Record.ID && name != own && !strings.Contains(strings.ToLower(name), e.Record.ID) {
			files = append(files, name)
		}
	}
	return append(files, own), nil
}

// EraseFiles takes files of a record away. The record goes last: cut off before, it
// is still found, to be erased again.
func EraseFiles(fsys disk.FS, dir string, files []string) error {
	if len(files) == 0 {
		return errors.New("erase a record: it has no files")
	}
	for i, name := range files {
		if i == len(files)-1 {
			if err := fsys.SyncDir(dir); err != nil {
				return fmt.Errorf("erase a record: %w", err)
			}
		}
		if err := disk.RemoveAny(fsys, filepath.Join(dir, name)); err != nil {
			return fmt.Errorf("erase a record: %w", err)
		}
	}
	if err := fsys.SyncDir(dir); err != nil {
		return fmt.Errorf("erase a record: %w", err)
	}
	return nil
}
