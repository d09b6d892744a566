package shell

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"firstsession/content/disk"
	"firstsession/content/plain"
)

// WriteNew writes a file that is not there yet. If it cannot be written to its
// end, nothing is left of it.
func WriteNew(fsys disk.FS, path string, data []byte) error {
	err := disk.WriteNew(fsys, path, data)
	if errors.Is(err, fs.ErrExist) {
		return plain.Tell("there_already", "{path} is there already and was left as it is", "path", path)
	}
	return err
}

// NotFile says that what is at a path is no file to read or write over.
func NotFile(path string) error {
	return plain.Tell("no_ordinary_file", "{path} is not an ordinary file and was left as it is", "path", path)
}

// WriteText writes a file that is not there yet or, if forced, over one that is:
// until the new one is whole, the old one stays. The disk says who may read a new one.
func WriteText(fsys disk.FS, path, text string, force bool) error {
	info, err := fsys.Stat(path)
	switch {
	case !force || errors.Is(err, fs.ErrNotExist):
		return WriteNew(fsys, path, []byte(text))
	case err != nil:
		return err
	case !info.Mode().IsRegular():
		return NotFile(path)
	}
	target, err := filepath.EvalSymlinks(path) // a link stays, and what it names is replaced
	if err != nil {
		return err
	}
	temp := fmt.Sprintf("%s.%d.tmp", target, os.Getpid())
	if err := WriteNew(fsys, temp, []byte(text)); err != nil {
		return err
	}
	if err = os.Chmod(temp, info.Mode().Perm()); err == nil {
		err = fsys.Rename(temp, target)
	}
	if err != nil {
		err = errors.Join(err, fsys.Remove(temp))
	}
	return err
}
