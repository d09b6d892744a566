package disktest

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"firstsession/content/disk"
)

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
		err = &fs.PathError{Op: "write", Path: w.path, Err: errors.New("no space left")}
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
		return nil, &fs.PathError{Op: "find", Path: path, Err: disk.ErrMoved}
	}
	return there.info()
}

func (w *fakeFile) Close() error { return w.fake.step("close", w.path) }
