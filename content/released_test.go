package content

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// A guide that somebody exported opens in later versions: a word whose names in
// braces change gets another key, and the old one is retired.
func TestWordsThatWereExportedStillOpen(t *testing.T) {
	all, err := filepath.Glob("testdata/released/*.toml")
	if err != nil || len(all) == 0 {
		t.Fatal(all, err)
	}
	for _, path := range all {
		words, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		guide := fstest.MapFS{}
		err = fs.WalkDir(Embedded(), "en", func(name string, entry fs.DirEntry, err error) error {
			if err == nil && !entry.IsDir() {
				data, read := fs.ReadFile(Embedded(), name)
				guide[name], err = &fstest.MapFile{Data: data}, read
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		guide["en/"+WordsFile] = &fstest.MapFile{Data: words}
		if _, err := Load(guide, "en"); err != nil {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func TestNoWordThatIsSaidIsRetired(t *testing.T) {
	own, _, err := ownWords("en")
	if err != nil {
		t.Fatal(err)
	}
	said := WordKeys(own)
	for _, key := range strings.Fields(retired) {
		if said[key] != "" {
			t.Errorf("%s is retired, and is said: what an older guide says there would be read as something else", key)
		}
	}
}
