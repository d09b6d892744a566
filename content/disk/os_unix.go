//go:build unix

package disk

import (
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// noFollow refuses a link where a file is opened.
const noFollow = syscall.O_NOFOLLOW

// Share lets the group of its folder read a file, and enter a folder.
func (system) Share(path string) error {
	above, err := os.Stat(filepath.Dir(path))
	if err != nil {
		return err
	}
	info, err := os.Lstat(path)
	if err != nil {
		return err
	}
	mode := info.Mode().Perm() | 0o040
	switch {
	case info.IsDir():
		mode = (mode | 0o010) | info.Mode()&fs.ModeSetgid
	case !info.Mode().IsRegular():
		return &fs.PathError{Op: "share", Path: path, Err: ErrNotFile}
	}
	if its, ok := above.Sys().(*syscall.Stat_t); ok && !hasGroup(info, its.Gid) {
		if err := os.Chown(path, -1, int(its.Gid)); err != nil {
			return err
		}
	}
	return os.Chmod(path, mode)
}

// IsBusy reports whether an error says that another program has a file just now,
// for which none is refused here.
func IsBusy(error) bool { return false }

// HasOtherName reports whether a file has another name somewhere, under which it stays
// when this one is taken away.
func HasOtherName(_ string, info fs.FileInfo) bool {
	its, ok := info.Sys().(*syscall.Stat_t)
	return ok && info.Mode().IsRegular() && its.Nlink > 1
}

func hasGroup(info fs.FileInfo, group uint32) bool {
	its, ok := info.Sys().(*syscall.Stat_t)
	return ok && its.Gid == group
}
