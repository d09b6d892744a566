package hostkey

import (
	"crypto/rand"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"firstsession/content/disk"
)

func TestTheHostKeyIsMadeOnceAndIsItsOwners(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a", "key")
	first, err := Open(disk.OS(), path, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	modes := runtime.GOOS != "windows" // which has none
	if err != nil || modes && info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	again, err := Open(disk.OS(), path, rand.Reader)
	if err != nil || Fingerprint(again) != Fingerprint(first) || !strings.HasPrefix(Fingerprint(first), "SHA256:") {
		t.Errorf("%s is %s later: %v", Fingerprint(first), Fingerprint(again), err)
	}
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(disk.OS(), path, rand.Reader); modes && (err == nil || !strings.Contains(err.Error(), "chmod 600")) {
		t.Errorf("a key that others can read: %v", err)
	}
	if err := os.WriteFile(path, []byte("no key"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(disk.OS(), path, rand.Reader); err == nil || strings.Contains(err.Error(), "no key ") {
		t.Errorf("what is no key: %v", err)
	}
}
