// Package disk is the one small view of a file system that journal and record
// have, so that a test can let any operation on it fail, fill it up or crash
// it. It knows files and folders, and nothing of what stands in them. No
// format, no words and no clock may come in.
package disk

import (
	"errors"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"syscall"

	"firstsession/content/plain"
)

// FS is a file system. Files are made with mode 0600 and folders with 0700, but by
// Shared, so that no other user of the computer reads them. What is missing or there
// already is told by errors that fit fs.ErrNotExist and fs.ErrExist.
type FS interface {
	// Create makes a file that is not there yet, not even as a link.
	Create(path string) (File, error)
	// Append opens a file to write at its end. A link is refused.
	Append(path string) (File, error)
	// Read returns a whole file. One longer than limit bytes is refused with
	// ErrTooLong, and anything that is no ordinary file with ErrNotFile.
	Read(path string, limit int64) ([]byte, error)
	// Link gives a file a second name, which must not be there yet.
	Link(path, name string) error
	// Rename moves a file to another name, over a file that has it.
	Rename(path, name string) error
	// Remove takes a file away, or a folder that is empty.
	Remove(path string) error
	// Mkdir makes one folder.
	Mkdir(path string) error
	// SyncDir returns when the names in a folder outlast a crash.
	SyncDir(path string) error
	// Stat looks a file or folder up, through links.
	Stat(path string) (fs.FileInfo, error)
	// Lstat looks a name up: of a link, the link itself.
	Lstat(path string) (fs.FileInfo, error)
	// Share lets the group of the folder in which a file or a folder lies read it.
	// Windows has its own rules for that, and nothing is done there.
	Share(path string) error
	// ReadDir lists the names in a folder, sorted.
	ReadDir(path string) ([]string, error)
	// Lock holds a lock file until it is closed. It does not wait: if another
	// process holds it, the error is ErrLocked. The file is the holder's to use,
	// but for one of another user, which may only be read.
	Lock(path string) (File, error)
}

// File is an open file that is written to its end.
type File interface {
	io.Writer
	// Truncate gives the file a length: it is cut, or has noughts at its end.
	Truncate(size int64) error
	// Sync returns when what was written outlasts a crash.
	Sync() error
	// StandsAt looks the file up if a path, not followed through a link, leads to
	// this very file. If it leads to another or to none, the error fits ErrMoved;
	// if to none, IsNone reports so.
	StandsAt(path string) (fs.FileInfo, error)
	Close() error
}

// The errors that a caller tells apart.
var (
	ErrTooLong error = &plain.Told{Key: "file_long", Text: "the file is too long"}
	ErrNotFile error = &plain.Told{Key: "not_file", Text: "this is no ordinary file"}
	ErrLocked  error = &plain.Told{Key: "locked", Text: "another program holds the lock"}
	ErrMoved   error = &plain.Told{Key: "file_moved", Text: "the file was moved, replaced or taken away while it was open"}
)

// MakeFolder makes a folder and those above it, as far as they are missing, and returns
// when they outlast a crash.
func MakeFolder(fsys FS, path string) error {
	info, err := fsys.Stat(path)
	switch {
	case err == nil && info.IsDir():
		// An earlier call may have made it and then failed. A folder that must not
		// be read is not the user's, so nothing was made in it.
		if err := fsys.SyncDir(filepath.Dir(path)); !errors.Is(err, fs.ErrPermission) {
			return err
		}
		return nil
	case err == nil:
		return &plain.Told{Key: "not_folder", Text: "{path} is a file where a folder should be", Pairs: []any{"path", path}}
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	above := filepath.Dir(path)
	if above == path {
		return err
	}
	if err := MakeFolder(fsys, above); err != nil {
		return err
	}
	if err := fsys.Mkdir(path); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return fsys.SyncDir(above)
}

// WriteNew writes a file that is not there yet, and returns when its content outlasts a
// crash. Its name does so after SyncDir. If it cannot be written to its end, it is taken
// away again.
func WriteNew(fsys FS, path string, data []byte) error {
	file, err := fsys.Create(path)
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	if err == nil {
		err = file.Sync() // a full disk may show only here
	}
	if err = errors.Join(err, file.Close()); err != nil {
		return errors.Join(err, fsys.Remove(path))
	}
	return nil
}

// WriteLasting is WriteNew of a file whose name outlasts a crash, too, in a folder that is
// made if it is not there.
func WriteLasting(fsys FS, path string, data []byte) error {
	err := MakeFolder(fsys, filepath.Dir(path))
	if err == nil {
		err = WriteNew(fsys, path, data)
	}
	if err == nil {
		err = fsys.SyncDir(filepath.Dir(path))
	}
	return err
}

// IsShared reports whether a folder gives its group to what is put into it.
func IsShared(fsys FS, dir string) bool {
	info, err := fsys.Stat(dir)
	return err == nil && info.IsDir() && info.Mode()&fs.ModeSetgid != 0
}

// Place gives a file its final name, never over another file: the error then fits
// fs.ErrExist. The file may keep its first name as well. Where a drive knows no links,
// such as most memory sticks, it is renamed after a look whether the name is free.
func Place(fsys FS, path, name string) error {
	err := fsys.Link(path, name)
	if err == nil || errors.Is(err, fs.ErrExist) || errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if _, found := fsys.Stat(name); !errors.Is(found, fs.ErrNotExist) {
		return errors.Join(err, found)
	}
	return fsys.Rename(path, name)
}

// IsNone reports whether an error says that nothing can be at a path: no such file, a
// file where a folder should be, or a name that the computer cannot have.
func IsNone(err error) bool {
	none := []error{fs.ErrNotExist, syscall.ENOTDIR, syscall.ENAMETOOLONG, syscall.ELOOP, syscall.EINVAL}
	return slices.ContainsFunc(none, func(n error) bool { return errors.Is(err, n) })
}

// Empty takes a file away if there is one, and first what it holds where it has another
// name, under which that would stay.
func Empty(fsys FS, path string) error {
	if info, err := fsys.Lstat(path); err == nil && HasOtherName(path, info) {
		file, err := fsys.Append(path)
		if err == nil {
			err = errors.Join(file.Truncate(0), file.Sync(), file.Close())
		}
		if err != nil {
			return err
		}
	}
	return RemoveAny(fsys, path)
}

// RemoveAny takes a file away, and is content if there is none.
func RemoveAny(fsys FS, path string) error {
	if err := fsys.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// PlaceNew writes a file that gets its name only when it is whole, and returns when that
// outlasts a crash. One that is there is never written over. A file that is shared can
// be read by its folder's group.
func PlaceNew(fsys FS, path string, data []byte, shared bool) error {
	if err := WriteOver(fsys, path+TempEnd, data, shared); err != nil {
		return err
	}
	return PlaceWhole(fsys, path)
}

// PlaceWhole is PlaceNew of a file that is written already, under its name and TempEnd.
func PlaceWhole(fsys FS, path string) error {
	err := Place(fsys, path+TempEnd, path)
	cleaned := RemoveAny(fsys, path+TempEnd) // what stays behind does no harm
	if err == nil {
		if err = fsys.SyncDir(filepath.Dir(path)); err == nil {
			return nil
		}
		err = errors.Join(err, RemoveAny(fsys, path))
	}
	return errors.Join(err, cleaned)
}

// Replace is PlaceNew over a file that may be there: until the new one is whole,
// the old one stays.
func Replace(fsys FS, path string, data []byte, shared bool) error {
	temp := path + TempEnd
	if err := WriteOver(fsys, temp, data, shared); err != nil {
		return err
	}
	if err := fsys.Rename(temp, path); err != nil {
		return errors.Join(err, RemoveAny(fsys, temp))
	}
	return fsys.SyncDir(filepath.Dir(path))
}

// TempEnd ends the name that a file has until it is whole.
const TempEnd = ".tmp"

// WriteOver is WriteShared in the place of what is there, such as what was cut off.
func WriteOver(fsys FS, path string, data []byte, shared bool) error {
	if err := RemoveAny(fsys, path); err != nil {
		return err
	}
	return WriteShared(fsys, path, data, shared)
}

// WriteShared is WriteNew, of a file that the folder's group may read if it is
// shared.
func WriteShared(fsys FS, path string, data []byte, shared bool) error {
	err := WriteNew(fsys, path, data)
	if err == nil && shared {
		if err = fsys.Share(path); err != nil {
			err = errors.Join(err, fsys.Remove(path))
		}
	}
	return err
}
