package ledger

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"

	"firstsession/content/code"
	"firstsession/content/disk"
)

// writerName is that of the file which names the writer, in the user's state
// folder.
const writerName = "ledger-writer"

// Writer is the number of this user on this computer, which is made where there
// is none yet. It says nothing but that it is another than those of others.
func Writer(fsys disk.FS, state string, random io.Reader) (string, error) {
	path := filepath.Join(state, writerName)
	number, err := readWriter(fsys, path)
	if !errors.Is(err, fs.ErrNotExist) {
		return number, err
	}
	if number, err = code.Number(random, 8); err != nil {
		return "", err
	}
	err = disk.MakeFolder(fsys, state)
	if err == nil {
		err = disk.WriteNew(fsys, path, []byte(number+"\n"))
	}
	if err == nil {
		err = fsys.SyncDir(state)
	}
	if errors.Is(err, fs.ErrExist) { // another window was first
		return readWriter(fsys, path)
	}
	if err != nil {
		return "", fmt.Errorf("name this computer to the ledger: %w", err)
	}
	return number, nil
}

// KnownWriter is the number of this user on this computer; empty if there is none
// yet.
func KnownWriter(fsys disk.FS, state string) (string, error) {
	number, err := readWriter(fsys, filepath.Join(state, writerName))
	if disk.IsNone(err) || errors.Is(err, fs.ErrPermission) {
		return "", nil
	}
	return number, err
}

func readWriter(fsys disk.FS, path string) (string, error) {
	data, err := fsys.Read(path, 100)
	if err != nil {
		return "", err
	}
	number := strings.TrimSpace(string(data))
	if !folderName().MatchString("ledger-" + number) {
		return "", fmt.Errorf("%s names no writer of a ledger", path)
	}
	return number, nil
}

// IsOwn reports whether a name in the user's state folder is the ledger's.
func IsOwn(name string) bool { return name == writerName }
