package command

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"firstsession/content/disk"
)

// writeNew writes a file that is not there yet. If it cannot be written to its
// end, nothing is left of it.
func writeNew(path string, data []byte) error {
	err := disk.WriteNew(disk.Shared(), path, data)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s is there already and was left as it is", path)
	}
	return err
}

// writeText writes a file that is not there yet or, if forced, over one that is:
// until the new one is whole, the old one stays.
func writeText(path, text string, force bool) error {
	info, err := os.Stat(path)
	switch {
	case !force || errors.Is(err, fs.ErrNotExist):
		return writeNew(path, []byte(text))
	case err != nil:
		return err
	case !info.Mode().IsRegular():
		return fmt.Errorf("%s is not an ordinary file and was left as it is", path)
	}
	target, err := filepath.EvalSymlinks(path) // a link stays, and what it names is replaced
	if err != nil {
		return err
	}
	temp := fmt.Sprintf("%s.%d.tmp", target, os.Getpid())
	if err := writeNew(temp, []byte(text)); err != nil {
		return err
	}
	err = os.Chmod(temp, info.Mode().Perm())
	if err == nil {
		err = os.Rename(temp, target)
	}
	if err != nil {
		return errors.Join(err, os.Remove(temp))
	}
	return nil
}
