//go:build unix

package content

import (
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// Opening a named pipe waits until someone writes to it.
func TestNamedPipe(t *testing.T) {
	dir := writeGuide(t)
	if err := syscall.Mkfifo(filepath.Join(dir, "en/02-pipe.md"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := loadFolder(t, dir); err == nil || !strings.Contains(err.Error(), "02-pipe.md: this is not an ordinary file") {
		t.Errorf("in the language's folder: %v", err)
	}
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := loadFolder(t, pipe); err == nil {
		t.Error("a pipe is no folder")
	}
}

func TestALinkOutOfTheGuideIsRefusedWithItsName(t *testing.T) {
	dir := writeGuide(t)
	if err := syscall.Symlink("/etc/hostname", filepath.Join(dir, "en/02-linked.md")); err != nil {
		t.Fatal(err)
	}
	if err := loadFolder(t, dir); err == nil || !strings.Contains(err.Error(), "02-linked.md: this is a link that leads out") {
		t.Error(err)
	}
}
