package tui

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// writeNew writes a file that is not there yet. If it cannot be written to its
// end, nothing is left of it.
func writeNew(path string, data []byte) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s is there already and was left as it is", path)
	}
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	if err == nil {
		err = file.Sync() // a full disk may show only here
	}
	if err = errors.Join(err, file.Close()); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return nil
}

// writeOver writes a file in place of one that may be there. Until the new one
// is whole, the old one stays.
func writeOver(path string, data []byte) error {
	target, err := filepath.EvalSymlinks(path) // a link stays, and what it names is replaced
	if errors.Is(err, fs.ErrNotExist) {
		return writeNew(path, data)
	}
	if err != nil {
		return err
	}
	info, err := os.Stat(target)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return fmt.Errorf("%s is not an ordinary file and was left as it is", path)
	}
	temp := fmt.Sprintf("%s.%d.tmp", target, os.Getpid())
	if err := writeNew(temp, data); err != nil {
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
