package disktest

import (
	"errors"
	"io"
	"io/fs"
	"path/filepath"
	"slices"

	"firstsession/content/disk"
)

// Create makes a file that is not there yet.
func (f *Fake) Create(path string) (disk.File, error) {
	if err := f.step("create", path); err != nil {
		return nil, err
	}
	if err := f.free("create", path); err != nil {
		return nil, err
	}
	n := &node{}
	f.name(path, n, "")
	return &fakeFile{f, n, path}, nil
}

// Append opens a file to write at its end.
func (f *Fake) Append(path string) (disk.File, error) {
	if err := f.step("append", path); err != nil {
		return nil, err
	}
	n, err := f.find("append", path)
	if err != nil {
		return nil, err
	}
	return &fakeFile{f, n, path}, nil
}

// Read returns a whole file.
func (f *Fake) Read(path string, limit int64) ([]byte, error) {
	if err := f.step("read", path); err != nil {
		return nil, err
	}
	n, err := f.find("read", path)
	switch {
	case err != nil:
		return nil, err
	case n.dir:
		return nil, &fs.PathError{Op: "read", Path: path, Err: disk.ErrNotFile}
	case int64(len(n.data)) > limit:
		return nil, &fs.PathError{Op: "read", Path: path, Err: disk.ErrTooLong}
	}
	return slices.Clone(n.data), nil
}

// Link gives a file a second name.
func (f *Fake) Link(path, name string) error {
	if err := f.step("link", path); err != nil {
		return err
	}
	n, err := f.find("link", path)
	if err == nil {
		err = f.free("link", name)
	}
	if err != nil {
		return err
	}
	f.name(name, n, "")
	return nil
}

// Rename moves a file to another name, which is not one that it has already.
// Both names change at once, and after a
// crash as well both are as they were or both are changed.
func (f *Fake) Rename(path, name string) error {
	if err := f.step("rename", path); err != nil {
		return err
	}
	n, err := f.find("rename", path)
	if err != nil {
		return err
	}
	f.name(name, n, path)
	return nil
}

// Remove takes a file or an empty folder away.
func (f *Fake) Remove(path string) error {
	if err := f.step("remove", path); err != nil {
		return err
	}
	n, err := f.find("remove", path)
	if err != nil {
		return err
	}
	if n.dir && len(f.below(path)) > 0 {
		return &fs.PathError{Op: "remove", Path: path, Err: errors.New("the folder is not empty")}
	}
	f.name(path, nil, "")
	return nil
}

// Mkdir makes one folder.
func (f *Fake) Mkdir(path string) error {
	if err := f.step("mkdir", path); err != nil {
		return err
	}
	if err := f.free("mkdir", path); err != nil {
		return err
	}
	f.name(path, &node{dir: true}, "")
	return nil
}

// SyncDir lets the names in a folder outlast a crash.
func (f *Fake) SyncDir(path string) error {
	if err := f.step("sync", path); err != nil {
		return err
	}
	if _, err := f.find("sync", path); err != nil {
		return err
	}
	var rest []change
	for _, c := range f.pending {
		if filepath.Dir(c.path) == path {
			setName(f.lasting, c)
		} else {
			rest = append(rest, c)
		}
	}
	f.pending = rest
	return nil
}

// Stat looks a file or folder up.
func (f *Fake) Stat(path string) (fs.FileInfo, error) {
	if err := f.step("stat", path); err != nil {
		return nil, err
	}
	n, err := f.find("stat", path)
	if err != nil {
		return nil, err
	}
	return fakeInfo{filepath.Base(path), n}, nil
}

// Lstat looks a name up. There are no links here.
func (f *Fake) Lstat(path string) (fs.FileInfo, error) { return f.Stat(path) }

// ReadDir lists the names in a folder.
func (f *Fake) ReadDir(path string) ([]string, error) {
	if err := f.step("list", path); err != nil {
		return nil, err
	}
	if _, err := f.find("list", path); err != nil {
		return nil, err
	}
	return f.below(path), nil
}

func (f *Fake) below(path string) []string {
	var names []string
	for _, name := range sortedNames(f.nodes) {
		if name != path && filepath.Dir(name) == path {
			names = append(names, filepath.Base(name))
		}
	}
	return names
}

// Lock holds a lock file until it is closed.
func (f *Fake) Lock(path string) (io.Closer, error) {
	if err := f.step("lock", path); err != nil {
		return nil, err
	}
	if f.locks[path] {
		return nil, &fs.PathError{Op: "lock", Path: path, Err: disk.ErrLocked}
	}
	if f.nodes[path] == nil {
		if err := f.free("lock", path); err != nil {
			return nil, err
		}
		f.name(path, &node{}, "")
	}
	f.locks[path] = true
	return fakeLock{f, path}, nil
}
