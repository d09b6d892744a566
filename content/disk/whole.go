package disk

import (
	"errors"
	"path/filepath"
)

// PlaceNew writes a file that gets its name only when it is whole, and returns
// when that outlasts a crash. One that is there is never written over. A file that
// is shared can be read by its folder's group.
func PlaceNew(fsys FS, path string, data []byte, shared bool) error {
	temp, err := writeBeside(fsys, path, data, shared)
	if err != nil {
		return err
	}
	placed := Place(fsys, temp, path)
	cleaned := RemoveAny(fsys, temp) // what stays behind does no harm
	if placed == nil {
		if err = fsys.SyncDir(filepath.Dir(path)); err == nil {
			return nil
		}
		err = errors.Join(err, RemoveAny(fsys, path))
	}
	return errors.Join(placed, err, cleaned)
}

// Replace is PlaceNew over a file that may be there: until the new one is whole,
// the old one stays.
func Replace(fsys FS, path string, data []byte, shared bool) error {
	temp, err := writeBeside(fsys, path, data, shared)
	if err != nil {
		return err
	}
	if err = fsys.Rename(temp, path); err != nil {
		return errors.Join(err, RemoveAny(fsys, temp))
	}
	return fsys.SyncDir(filepath.Dir(path))
}

// writeBeside writes a file under the name that it has until it is whole, over
// what was cut off there.
func writeBeside(fsys FS, path string, data []byte, shared bool) (temp string, err error) {
	temp = path + ".tmp"
	if err = RemoveAny(fsys, temp); err == nil {
		err = WriteShared(fsys, temp, data, shared)
	}
	return temp, err
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
