package disktest

import (
	"errors"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"

	"firstsession/content/disk"
)

// use is an operation on what is there.
func (f *Fake) use(op, path string) (*node, error) {
	if err := f.step(op, path); err != nil {
		return nil, err
	}
	return f.find(op, path)
}

// claim is an operation that needs a name which nothing has.
func (f *Fake) claim(op, path string) error {
	if err := f.step(op, path); err != nil {
		return err
	}
	return f.free(op, path)
}

// Create makes a file that is not there yet.
func (f *Fake) Create(path string) (disk.File, error) {
	if err := f.claim("create", path); err != nil {
		return nil, err
	}
	n := &node{}
	f.name(path, n, "")
	return &fakeFile{f, n, path}, nil
}

// Append opens a file to write at its end.
func (f *Fake) Append(path string) (disk.File, error) {
	n, err := f.use("append", path)
	if err != nil {
		return nil, err
	}
	return &fakeFile{f, n, path}, nil
}

// Read returns a whole file.
func (f *Fake) Read(path string, limit int64) ([]byte, error) {
	n, err := f.use("read", path)
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
	n, err := f.use("link", path)
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
// Both names change at once, after a crash as well.
func (f *Fake) Rename(path, name string) error {
	n, err := f.use("rename", path)
	if err != nil {
		return err
	}
	f.name(name, n, path)
	return nil
}

// Remove takes a file or an empty folder away.
func (f *Fake) Remove(path string) error {
	n, err := f.use("remove", path)
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
	if err := f.claim("mkdir", path); err != nil {
		return err
	}
	f.name(path, &node{dir: true}, "")
	return nil
}

// SyncDir lets the names in a folder outlast a crash.
func (f *Fake) SyncDir(path string) error {
	if _, err := f.use("sync", path); err != nil {
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
	n, err := f.use("stat", path)
	if err != nil {
		return nil, err
	}
	return n.info()
}

// Lstat looks a name up. There are no links here.
func (f *Fake) Lstat(path string) (fs.FileInfo, error) { return f.Stat(path) }

// Share lets the group of its folder read a file or a folder.
func (f *Fake) Share(path string) error {
	n, err := f.use("share", path)
	if err != nil {
		return err
	}
	if n.mode |= 0o040; n.dir {
		n.mode |= 0o010
	}
	return nil
}

// ReadDir lists the names in a folder.
func (f *Fake) ReadDir(path string) ([]string, error) {
	if _, err := f.use("list", path); err != nil {
		return nil, err
	}
	return f.below(path), nil
}

func (f *Fake) below(path string) []string {
	var names []string
	for _, name := range slices.Sorted(maps.Keys(f.nodes)) {
		if name != path && filepath.Dir(name) == path {
			names = append(names, filepath.Base(name))
		}
	}
	return names
}

// Lock holds a lock file until it is closed.
func (f *Fake) Lock(path string) (disk.File, error) {
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
	return fakeLock{&fakeFile{f, f.nodes[path], path}}, nil
}
