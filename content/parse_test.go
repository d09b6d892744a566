package content

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"firstsession/content/contenttest"
	"firstsession/content/source"
)

var update = flag.Bool("update", false, "write what was parsed into the cases")

// TestParse lies the files of each case over the smallest guide and compares
// what is parsed with the case's last file, "want": the problems as they are
// shown, or the parts of the guide that are not the smallest guide's.
//
// In a case, ~ before a file's name takes that file away, and \xNN is a byte.
func TestParse(t *testing.T) {
	names, err := filepath.Glob("testdata/parse/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			last := len(archive.Files) - 1
			if last < 0 || archive.Files[last].Name != "want" {
				t.Fatal("the last file of a case is want")
			}
			got := outcome(contenttest.CaseFiles(archive.Files[:last]))
			if *update {
				archive.Files[last].Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want := string(archive.Files[last].Data); got != want {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

// outcome loads a guide and writes down what came of it.
func outcome(files fstest.MapFS) string {
	guide, err := Load(files, "en")
	var problems source.Problems
	switch {
	case errors.As(err, &problems):
		return problems.Error() + "\n"
	case err != nil:
		return "error: " + err.Error() + "\n"
	}
	base, err := Load(contenttest.TinyGuide(), "en")
	if err != nil {
		return "the smallest guide: " + err.Error() + "\n"
	}
	var d dumper
	d.guide(guide)
	var b dumper
	b.guide(base)
	return d.without(&b)
}
