package disk_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"firstsession/content/disk"
	"firstsession/content/disk/disktest"
)

func env(pairs ...string) func(string) string {
	return func(name string) string {
		for i := 0; i < len(pairs); i += 2 {
			if pairs[i] == name {
				return pairs[i+1]
			}
		}
		return ""
	}
}

func TestStateFolder(t *testing.T) {
	for _, c := range []struct {
		goos   string
		getenv func(string) string
		want   string
	}{
		{"linux", env("HOME", "/home/dana"), "/home/dana/.local/state/firstsession"},
		{"linux", env("HOME", "/home/dana/", "XDG_STATE_HOME", "/s"), "/s/firstsession"},
		{"linux", env("HOME", "/home/dana", "XDG_STATE_HOME", "s"), "/home/dana/.local/state/firstsession"},
		{"linux", env("XDG_STATE_HOME", "/s"), "/s/firstsession"},
		{"linux", env("HOME", "/"), "/.local/state/firstsession"},
		{"linux", env("HOME", "dana"), ""},
		{"linux", env(), ""},
		{"freebsd", env("HOME", "/home/dana"), "/home/dana/.local/state/firstsession"},
		{"darwin", env("HOME", "/Users/dana"), "/Users/dana/Library/Application Support/firstsession"},
		{"darwin", env("HOME", "/Users/dana", "XDG_STATE_HOME", "/s"), "/s/firstsession"},
		{"darwin", env(), ""},
		{"windows", env("LOCALAPPDATA", `C:\Users\dana\AppData\Local`), `C:\Users\dana\AppData\Local\firstsession`},
		{"windows", env("LOCALAPPDATA", `AppData`, "USERPROFILE", `C:\Users\dana`), `C:\Users\dana\AppData\Local\firstsession`},
		{"windows", env("USERPROFILE", `\\server\dana`), `\\server\dana\AppData\Local\firstsession`},
		{"windows", env("HOME", "/home/dana"), ""},
	} {
		got, err := disk.StateFolderOn(c.goos, c.getenv)
		if got != c.want || (c.want == "") != errors.Is(err, disk.ErrNoHome) {
			t.Errorf("%s: %q, %v, want %q", c.goos, got, err, c.want)
		}
	}
}

func TestRecordsFolder(t *testing.T) {
	home := env("HOME", "/home/dana")
	for _, c := range []struct {
		name, goos string
		getenv     func(string) string
		folders    []string
		list       string
		want       string
	}{
		{"nothing there", "linux", home, nil, "", "/home/dana/First Session"},
		{"documents", "linux", home, []string{"/home/dana/Documents"}, "", "/home/dana/Documents/First Session"},
		{"in the environment", "linux", env("XDG_DOCUMENTS_DIR", "/d"), nil, "", "/d/First Session"},
		{"relative", "linux", env("HOME", "/home/dana", "XDG_DOCUMENTS_DIR", "d"), nil, "", "/home/dana/First Session"},
		{"listed", "linux", home, []string{"/home/dana/Documents"},
			"# folders\nXDG_DESKTOP_DIR=\"$HOME/Desktop\"\n  XDG_DOCUMENTS_DIR=\"$HOME/Dokumente\"\n", "/home/dana/Dokumente/First Session"},
		{"listed whole", "linux", home, nil, "XDG_DOCUMENTS_DIR=\"/data/dana/\"", "/data/dana/First Session"},
		{"listed as home", "linux", home, nil, "XDG_DOCUMENTS_DIR=\"$HOME/\"", "/home/dana/First Session"},
		{"listed in words of a shell", "linux", home, nil, "XDG_DOCUMENTS_DIR=\"$(rm -rf x)/a\"\nXDG_DOCUMENTS_DIR=\"$HOMEWORK\"", "/home/dana/First Session"},
		{"no home", "linux", env(), nil, "", ""},
		{"mac", "darwin", env("HOME", "/Users/dana"), []string{"/Users/dana/Documents"}, "", "/Users/dana/Documents/First Session"},
		{"windows", "windows", env("USERPROFILE", `C:\Users\dana`), nil, "", `C:\Users\dana\First Session`},
		{"windows without", "windows", env(), nil, "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			fake := disktest.New(append(c.folders, "/home/dana/.config")...)
			if c.list != "" {
				must(t, disk.WriteNew(fake, "/home/dana/.config/user-dirs.dirs", []byte(c.list)))
			}
			got, err := disk.RecordsFolderOn(fake, c.goos, c.getenv)
			if got != c.want || (c.want == "") != errors.Is(err, disk.ErrNoHome) {
				t.Errorf("%q, %v, want %q", got, err, c.want)
			}
		})
	}
}

// Both file systems keep the same promises.
func TestFileSystems(t *testing.T) {
	dir := t.TempDir()
	for name, fsys := range map[string]disk.FS{"OS": disk.OS(), "fake": disktest.New(dir)} {
		t.Run(name, func(t *testing.T) { testFileSystem(t, fsys, dir) })
	}
}

func testFileSystem(t *testing.T, fsys disk.FS, dir string) {
	check := func(err error) {
		t.Helper()
		must(t, err)
	}
	fails := func(err, want error) {
		t.Helper()
		if !errors.Is(err, want) {
			t.Errorf("%v, want %v", err, want)
		}
	}
	below := filepath.Join(dir, "a", "b")
	one, two := filepath.Join(below, "one"), filepath.Join(below, "two")
	check(disk.MakeFolder(fsys, below))
	check(disk.MakeFolder(fsys, below))
	check(disk.WriteNew(fsys, one, []byte("first")))
	fails(disk.WriteNew(fsys, one, nil), fs.ErrExist)
	_, err := fsys.Read(two, 10)
	fails(err, fs.ErrNotExist)
	_, err = fsys.Append(two)
	fails(err, fs.ErrNotExist)
	_, err = fsys.Read(one, 4)
	fails(err, disk.ErrTooLong)
	_, err = fsys.Read(below, 4)
	fails(err, disk.ErrNotFile)
	if err := disk.MakeFolder(fsys, filepath.Join(one, "c")); err == nil {
		t.Error("a folder in a file")
	}

	file, err := fsys.Append(one)
	check(err)
	_, err = file.Write([]byte(" second"))
	check(err)
	check(file.Truncate(6))
	_, err = file.Write([]byte("third"))
	check(err)
	check(errors.Join(file.Sync(), file.Close(), fsys.SyncDir(below)))
	data, err := fsys.Read(one, 11)
	if err != nil || string(data) != "first third" {
		t.Errorf("%q, %v", data, err)
	}

	check(disk.Place(fsys, one, two))
	fails(disk.Place(fsys, one, two), fs.ErrExist)
	fails(disk.Place(fsys, filepath.Join(below, "none"), filepath.Join(below, "three")), fs.ErrNotExist)
	names, err := fsys.ReadDir(below)
	if err != nil || !slices.Equal(names, []string{"one", "two"}) {
		t.Errorf("%v, %v", names, err)
	}
	check(fsys.Remove(two))
	check(fsys.Rename(one, two))
	if err := fsys.Remove(below); err == nil {
		t.Error("a folder with a file in it was removed")
	}
	check(fsys.Remove(two))
	check(disk.RemoveAny(fsys, two))
	fails(fsys.Remove(two), fs.ErrNotExist)

	lock, err := fsys.Lock(filepath.Join(below, "lock"))
	check(err)
	_, err = fsys.Lock(filepath.Join(below, "lock"))
	fails(err, disk.ErrLocked)
	check(lock.Close())
	lock, err = fsys.Lock(filepath.Join(below, "lock"))
	check(err)
	check(errors.Join(lock.Close(), fsys.Remove(filepath.Join(below, "lock")), fsys.Remove(below)))
}

func TestOnlyTheUserReadsWhatIsMade(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("modes are those of Unix")
	}
	dir := filepath.Join(t.TempDir(), "a")
	fsys := disk.OS()
	must(t, disk.MakeFolder(fsys, dir))
	must(t, disk.WriteNew(fsys, filepath.Join(dir, "file"), nil))
	lock, err := fsys.Lock(filepath.Join(dir, "lock"))
	must(t, err)
	must(t, lock.Close())
	for name, mode := range map[string]fs.FileMode{"": 0o700, "file": 0o600, "lock": 0o600} {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil || info.Mode().Perm() != mode {
			t.Errorf("%q: %v, %v", name, info.Mode(), err)
		}
	}
	link := filepath.Join(dir, "link")
	must(t, os.Symlink(filepath.Join(dir, "nowhere"), link))
	if err := disk.WriteNew(fsys, link, nil); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a link was written through: %v", err)
	}
	if _, err := fsys.Lock(link); err == nil {
		t.Error("a link was locked through")
	}
}

func TestPlaceWhereThereAreNoLinks(t *testing.T) {
	fake := disktest.New("/d")
	for _, name := range []string{"/d/a", "/d/b"} {
		must(t, disk.WriteNew(fake, name, []byte(name)))
	}
	noLinks := func(operation int) error { return errors.New("not supported") }
	only := func(n int) func(int) error {
		return func(operation int) error {
			if operation == n {
				return noLinks(operation)
			}
			return nil
		}
	}
	fake.Refuse(only(fake.Count() + 1))
	if err := disk.Place(fake, "/d/a", "/d/b"); err == nil || !strings.Contains(err.Error(), "not supported") {
		t.Errorf("over a file: %v", err)
	}
	fake.Refuse(only(fake.Count() + 1))
	if err := disk.Place(fake, "/d/a", "/d/c"); err != nil {
		t.Error(err)
	}
	fake.Refuse(nil)
	if names, err := fake.ReadDir("/d"); err != nil || !slices.Equal(names, []string{"b", "c"}) {
		t.Errorf("%v, %v", names, err)
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
