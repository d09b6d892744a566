//go:build unix

package disk

import (
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

func TestWhatIsSharedCanBeReadByTheGroupOfItsFolder(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only root can give a folder any group")
	}
	const group = 4242
	dir := t.TempDir()
	if err := os.Chown(dir, -1, group); err != nil {
		t.Fatal(err)
	}
	for _, setgid := range []bool{false, true} {
		if setgid {
			if err := os.Chmod(dir, 0o770|fs.ModeSetgid); err != nil {
				t.Fatal(err)
			}
		}
		if got := IsShared(OS(), dir); got != setgid {
			t.Errorf("shared is %v, setgid %v", got, setgid)
		}
		file, below := filepath.Join(dir, "file"), filepath.Join(dir, "folder")
		if err := WriteNew(OS(), file, nil); err != nil {
			t.Fatal(err)
		}
		if err := OS().Mkdir(below); err != nil {
			t.Fatal(err)
		}
		for path, want := range map[string]fs.FileMode{file: 0o640, below: 0o750} {
			if err := OS().Share(path); err != nil {
				t.Fatal(err)
			}
			info, err := os.Stat(path)
			if err != nil {
				t.Fatal(err)
			}
			if its, ok := info.Sys().(*syscall.Stat_t); !ok || its.Gid != group || info.Mode().Perm() != want {
				t.Errorf("%s: %v of the group %d", path, info.Mode(), its.Gid)
			}
			if err := os.Remove(path); err != nil {
				t.Fatal(err)
			}
		}
	}
	link := filepath.Join(dir, "link")
	if err := os.Symlink("/etc/hostname", link); err != nil {
		t.Fatal(err)
	}
	if err := OS().Share(link); err == nil {
		t.Error("what a link leads to is shared")
	}
}
