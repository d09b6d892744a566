package disk

import (
	"io/fs"
	"path/filepath"
	"strings"

	"firstsession/content/plain"
)

// Mount is a file system that has another one at a folder's name, and whatever lies
// in it. Nothing is moved or linked from one to the other.
func Mount(under FS, dir string, at FS) FS { return mounted{under, filepath.Clean(dir), at} }

type mounted struct {
	FS
	dir string
	at  FS
}

// of is the file system in which a path lies.
func (m mounted) of(path string) FS {
	rest, ok := strings.CutPrefix(filepath.Clean(path), m.dir)
	return plain.Either(ok && (rest == "" || rest[0] == filepath.Separator), m.at, m.FS)
}

func (m mounted) Create(path string) (File, error) { return m.of(path).Create(path) }
func (m mounted) Append(path string) (File, error) { return m.of(path).Append(path) }
func (m mounted) Read(path string, limit int64) ([]byte, error) {
	return m.of(path).Read(path, limit)
}
func (m mounted) Link(path, name string) error           { return m.of(path).Link(path, name) }
func (m mounted) Rename(path, name string) error         { return m.of(path).Rename(path, name) }
func (m mounted) Remove(path string) error               { return m.of(path).Remove(path) }
func (m mounted) Mkdir(path string) error                { return m.of(path).Mkdir(path) }
func (m mounted) SyncDir(path string) error              { return m.of(path).SyncDir(path) }
func (m mounted) Stat(path string) (fs.FileInfo, error)  { return m.of(path).Stat(path) }
func (m mounted) Lstat(path string) (fs.FileInfo, error) { return m.of(path).Lstat(path) }
func (m mounted) Share(path string) error                { return m.of(path).Share(path) }
func (m mounted) ReadDir(path string) ([]string, error)  { return m.of(path).ReadDir(path) }
func (m mounted) Lock(path string) (File, error)         { return m.of(path).Lock(path) }
