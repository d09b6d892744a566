package disktest

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"

	"firstsession/content/disk"
)

// use is an operation on what is there.
func (f *Fake) use(op, path string, do func(path string, n *node) error) error {
	path = slashed(path)
	err := f.step(op, path)
	if err != nil {
		return err
	}
	n, err := f.find(op, path)
	if err != nil {
		return err
	}
	return do(path, n)
}

// claim is an operation that gives a name which nothing has to something new.
func (f *Fake) claim(op, path string, n *node) error {
	err := f.step(op, path)
	if err == nil {
		err = f.free(op, path)
	}
	if err == nil {
		f.name(path, n, "")
	}
	return err
}

// Create makes a file that is not there yet.
func (f *Fake) Create(path string) (disk.File, error) {
	made := &fakeFile{f, &node{}, slashed(path)}
	if err := f.claim("create", made.path, made.node); err != nil {
		return nil, err
	}
	return made, nil
}

// Append opens a file to write at its end.
func (f *Fake) Append(path string) (file disk.File, err error) {
	err = f.use("append", path, func(path string, n *node) error {
		file = &fakeFile{f, n, path}
		return nil
	})
	return file, err
}

// Read returns a whole file.
func (f *Fake) Read(path string, limit int64) (data []byte, err error) {
	err = f.use("read", path, func(path string, n *node) error {
		switch {
		case n.dir:
			return refused("read", path, disk.ErrNotFile)
		case int64(len(n.data)) > limit:
			return refused("read", path, disk.ErrTooLong)
		}
		data = slices.Clone(n.data)
		return nil
	})
	return data, err
}

// Link gives a file a second name.
func (f *Fake) Link(path, name string) error {
	return f.use("link", path, func(_ string, n *node) error {
		err := f.free("link", slashed(name))
		if err == nil {
			f.name(slashed(name), n, "")
		}
		return err
	})
}

// Rename moves a file to another name, which is not one that it has already.
// Both names change at once, after a crash as well.
func (f *Fake) Rename(path, name string) error {
	return f.use("rename", path, func(path string, n *node) error {
		f.name(slashed(name), n, path)
		return nil
	})
}

// Remove takes a file or an empty folder away.
func (f *Fake) Remove(path string) error {
	return f.use("remove", path, func(path string, n *node) error {
		if n.dir && len(f.below(path)) > 0 {
			return refused("remove", path, errors.New("the folder is not empty"))
		}
		f.name(path, nil, "")
		return nil
	})
}

// Mkdir makes one folder.
func (f *Fake) Mkdir(path string) error { return f.claim("mkdir", slashed(path), &node{dir: true}) }

// SyncDir lets the names in a folder outlast a crash.
func (f *Fake) SyncDir(path string) error {
	return f.use("sync", path, func(path string, _ *node) error {
		f.pending = slices.DeleteFunc(f.pending, func(c change) bool {
			here := folderOf(c.path) == path
			if here {
				setName(f.lasting, c)
			}
			return here
		})
		return nil
	})
}

// Stat looks a file or folder up.
func (f *Fake) Stat(path string) (info fs.FileInfo, err error) {
	err = f.use("stat", path, func(_ string, n *node) (err error) {
		info, err = n.info()
		return err
	})
	return info, err
}

// Lstat looks a name up. There are no links here.
func (f *Fake) Lstat(path string) (fs.FileInfo, error) { return f.Stat(path) }

// Share lets the group of its folder read a file or a folder.
func (f *Fake) Share(path string) error {
	return f.use("share", path, func(_ string, n *node) error {
		if n.mode |= 0o040; n.dir {
			n.mode |= 0o010
		}
		return nil
	})
}

// ReadDir lists the names in a folder.
func (f *Fake) ReadDir(path string) (names []string, err error) {
	err = f.use("list", path, func(path string, _ *node) error {
		names = f.below(path)
		return nil
	})
	return names, err
}

func (f *Fake) below(path string) []string {
	var names []string
	for _, name := range slices.Sorted(maps.Keys(f.nodes)) {
		if name != path && folderOf(name) == path {
			names = append(names, filepath.Base(name))
		}
	}
	return names
}

// Lock holds a lock file until it is closed.
func (f *Fake) Lock(path string) (disk.File, error) {
	path = slashed(path)
	if err := f.step("lock", path); err != nil {
		return nil, err
	}
	if f.locks[path] {
		return nil, refused("lock", path, disk.ErrLocked)
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

type fakeLock struct{ *fakeFile }

func (l fakeLock) Close() error {
	delete(l.fake.locks, l.path)
	return nil
}

type fakeFile struct {
	fake *Fake
	node *node
	path string
}

func (w *fakeFile) Write(data []byte) (int, error) {
	n := len(data)
	err := w.fake.step("write", w.path)
	switch {
	case err != nil:
		n /= 2 // what is refused may have been done in part
	case w.fake.space >= 0 && n > w.fake.space:
		n = w.fake.space
		err = refused("write", w.path, errors.New("no space left"))
	}
	if w.fake.space >= 0 {
		n = min(n, w.fake.space)
		w.fake.space -= n
	}
	w.node.data = append(w.node.data, data[:n]...)
	w.node.changed++
	return n, err
}

func (w *fakeFile) Truncate(size int64) error {
	if err := w.fake.step("truncate", w.path); err != nil {
		return err
	}
	w.node.data = append(w.node.data, make([]byte, max(0, int(size)-len(w.node.data)))...)[:size:size]
	w.node.changed++
	return nil
}

func (w *fakeFile) Sync() error {
	if err := w.fake.step("sync", w.path); err != nil {
		return err
	}
	w.node.synced = slices.Clone(w.node.data)
	return nil
}

func (w *fakeFile) StandsAt(path string) (fs.FileInfo, error) {
	path = slashed(path)
	if err := w.fake.step("find", path); err != nil {
		return nil, err
	}
	there, err := w.fake.find("find", path)
	switch {
	case err != nil:
		return nil, fmt.Errorf("%w: %w", disk.ErrMoved, err)
	case there != w.node:
		return nil, refused("find", path, disk.ErrMoved)
	}
	return there.info()
}

func (w *fakeFile) Close() error { return w.fake.step("close", w.path) }
