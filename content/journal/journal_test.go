package journal

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"firstsession/content/disk"
	"firstsession/content/walk"
)

// some facts, numbered from a first one.
func some(first, count int) []walk.Fact {
	facts := make([]walk.Fact, count)
	for i := range facts {
		n := first + i
		facts[i] = walk.Fact{
			Seq: n, Time: time.Date(2026, 11, 23, 10, 0, n, 500, time.FixedZone("", 3600)),
			Kind: string(walk.SetAnswer), Subject: "keep-private",
			Data: walk.Data{Language: "en", Words: "I will keep it <private> & safe.", Answer: walk.Agree},
		}
	}
	return facts
}

func same(a, b []walk.Fact) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !a[i].Time.Equal(b[i].Time) {
			return false
		}
		x, y := a[i], b[i]
		x.Time, y.Time = time.Time{}, time.Time{}
		if !reflect.DeepEqual(x, y) {
			return false
		}
	}
	return true
}

func TestAJournalIsMadeLateAndReadAgain(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "state", "firstsession")
	j, found, err := Open(disk.OS(), dir)
	if err != nil || !found.New {
		t.Fatalf("%+v, %v", found, err)
	}
	if _, err := os.Stat(filepath.Dir(dir)); !os.IsNotExist(err) {
		t.Error("something was made before the first fact")
	}
	for i := range 3 {
		must(t, j.Append(some(2*i+1, 2)...))
	}
	if _, _, err := Open(disk.OS(), dir); !errors.Is(err, ErrInUse) {
		t.Errorf("a second one: %v", err)
	}
	must(t, j.Close())
	j, found, err = Open(disk.OS(), dir)
	if err != nil || found.New || found.SetAside != "" || !same(found.Facts, some(1, 6)) {
		t.Fatalf("%+v, %v", found, err)
	}
	if err := j.Append(some(6, 1)...); err == nil {
		t.Error("a number twice is no error")
	}
	if err := j.Append(some(7, 1)...); err != nil {
		t.Error(err)
	}
	must(t, j.Close())
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
