package disk

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime"
	"syscall"

	"github.com/gofrs/flock"

	"firstsession/content/plain"
)

// OS is the computer's own file system.
func OS() FS { return system{0o600} }

// Shared is OS for files that others may read, as the user's settings allow.
func Shared() FS { return system{0o644} }

// system makes files with a mode. What its operations promise stands at FS.
type system struct{ mode fs.FileMode }

type file struct{ *os.File }

func (f file) StandsAt(path string) (fs.FileInfo, error) {
	open, err := f.Stat()
	if err != nil {
		return nil, err
	}
	there, err := os.Lstat(path)
	switch {
	case IsNone(err):
		return nil, fmt.Errorf("%w: %w", ErrMoved, err)
	case err != nil:
		return nil, err
	case !os.SameFile(open, there):
		return nil, &fs.PathError{Op: "find", Path: path, Err: ErrMoved}
	}
	return there, nil
}

// Truncate opens the file once more on Windows, which cuts none through an opening to
// write at its end.
func (f file) Truncate(size int64) error {
	if runtime.GOOS == "windows" {
		return os.Truncate(f.Name(), size)
	}
	return f.File.Truncate(size)
}

func (s system) Create(path string) (File, error) {
	return open(os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, s.mode))
}

func (system) Append(path string) (File, error) {
	// Asked first, because opening a named pipe would wait for ever.
	info, err := os.Lstat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "open", Path: path, Err: ErrNotFile}
	}
	return open(os.OpenFile(path, os.O_WRONLY|os.O_APPEND|noFollow, 0))
}

func open(opened *os.File, err error) (File, error) {
	if err != nil {
		return nil, err
	}
	return file{opened}, nil
}

func (system) Read(path string, limit int64) (data []byte, err error) {
	tooLong := &fs.PathError{Op: "read", Path: path, Err: ErrTooLong}
	switch info, err := os.Stat(path); {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, &fs.PathError{Op: "read", Path: path, Err: ErrNotFile}
	case info.Size() > limit:
		return nil, tooLong // not a byte of a film is read
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	data, err = io.ReadAll(io.LimitReader(file, limit+1))
	if err == nil && int64(len(data)) > limit {
		return nil, tooLong
	}
	return data, err
}

func (system) Link(path, name string) error           { return os.Link(path, name) }
func (system) Rename(path, name string) error         { return os.Rename(path, name) }
func (system) Remove(path string) error               { return os.Remove(path) }
func (s system) Mkdir(path string) error              { return os.Mkdir(path, s.mode|s.mode&0o444>>2) }
func (system) Stat(path string) (fs.FileInfo, error)  { return os.Stat(path) }
func (system) Lstat(path string) (fs.FileInfo, error) { return os.Lstat(path) }

// SyncDir is nothing on Windows, and some file systems refuse it; both keep names in
// their own way.
func (system) SyncDir(path string) (err error) {
	if runtime.GOOS == "windows" {
		return nil
	}
	dir, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, dir.Close()) }()
	err = dir.Sync()
	if errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.EINVAL) {
		return nil
	}
	return err
}

func (system) ReadDir(path string) ([]string, error) {
	entries, err := os.ReadDir(path)
	return plain.Each(entries, fs.DirEntry.Name), err
}

// held is a lock file, opened once more to be written to.
type held struct {
	File
	lock io.Closer
}

func (h held) Close() error { return errors.Join(h.File.Close(), h.lock.Close()) }

// Lock holds a lock file, which stays when the lock is given back.
func (s system) Lock(path string) (File, error) {
	lock := flock.New(path, flock.SetFlag(os.O_CREATE|os.O_RDWR|noFollow), flock.SetPermissions(0o600))
	write := s.Append
	ours, err := lock.TryLock()
	if errors.Is(err, fs.ErrPermission) { // another user's, which is held all the same
		lock = flock.New(path, flock.SetFlag(os.O_RDONLY|noFollow))
		write = func(path string) (File, error) { return open(os.Open(path)) }
		ours, err = lock.TryLock()
	}
	if err == nil && !ours {
		err = ErrLocked
	}
	var file File
	if err == nil {
		file, err = write(path)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("lock %s: %w", path, err), lock.Close())
	}
	return held{file, lock}, nil
}
