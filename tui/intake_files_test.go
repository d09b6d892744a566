package tui

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"firstsession/content/walk"
)

func TestWhatAReaderWroteIsForTheirUserOnly(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("rights are others there")
	}
	r := atDeskInLines(t)
	stick := filepath.Join(r.home, "stick")
	if err := os.Mkdir(stick, 0o755); err != nil {
		t.Fatal(err)
	}
	inOrder(toPromises, note("Mine"), answerAll(walk.Agree), sign("Maja"), countersigned, fill("A folder for your copy", stick), act("Save my copy into this folder"))(r)
	seen := 0
	err := filepath.WalkDir(r.home, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil && info.Mode().Perm() != 0o600 {
			t.Errorf("%s has the mode %v", path, info.Mode())
		}
		seen++
		return err
	})
	if err != nil || seen < 6 { // journal, lock, three of the record, two of the copy
		t.Errorf("%d files are there: %v", seen, err)
	}
}
