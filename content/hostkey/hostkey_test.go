package hostkey

import (
	"crypto/rand"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
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

func TestServersThatStartTogetherHaveOneKey(t *testing.T) {
	dir := t.TempDir()
	for n := range 20 {
		path, prints := filepath.Join(dir, strconv.Itoa(n)), make([]string, 4)
		var all sync.WaitGroup
		for i := range prints {
			all.Go(func() {
				key, err := Open(disk.OS(), path, rand.Reader)
				if err != nil {
					t.Error(err)
					return
				}
				prints[i] = Fingerprint(key)
			})
		}
		all.Wait()
		if slices.Sort(prints); len(slices.Compact(prints)) != 1 {
			t.Fatalf("they have %q", prints)
		}
	}
	if left, err := filepath.Glob(filepath.Join(dir, "*.tmp")); len(left) > 0 || err != nil {
		t.Errorf("left: %q, %v", left, err)
	}
}
