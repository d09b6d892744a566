package content

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"
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
			got := outcome(caseFiles(archive.Files[:last]))
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

// caseFiles lies a case's files over the smallest guide.
func caseFiles(files []txtar.File) fstest.MapFS {
	guide := tinyGuide()
	for _, file := range files {
		if name, gone := strings.CutPrefix(file.Name, "~"); gone {
			delete(guide, "en/"+name)
			continue
		}
		guide["en/"+file.Name] = &fstest.MapFile{Data: unescape(file.Data)}
	}
	return guide
}

// unescape turns \xNN into a byte, since a case itself is plain text, and
// \xNN*1000 into a thousand of them.
func unescape(data []byte) []byte {
	var b strings.Builder
	for text := string(data); ; {
		before, after, found := strings.Cut(text, `\x`)
		b.WriteString(before)
		if !found {
			return []byte(b.String())
		}
		var value byte
		if _, err := fmt.Sscanf(after[:2], "%02x", &value); err != nil {
			panic(err)
		}
		text = after[2:]
		count := 1
		if rest, times := strings.CutPrefix(text, "*"); times {
			if _, err := fmt.Sscanf(rest, "%d", &count); err != nil {
				panic(err)
			}
			text = strings.TrimLeft(rest, "0123456789")
		}
		b.WriteString(strings.Repeat(string([]byte{value}), count))
	}
}

// outcome loads a guide and writes down what came of it.
func outcome(files fstest.MapFS) string {
	guide, err := Load(files, "en")
	var problems Problems
	switch {
	case errors.As(err, &problems):
		return problems.Error() + "\n"
	case err != nil:
		return "error: " + err.Error() + "\n"
	}
	base, err := Load(tinyGuide(), "en")
	if err != nil {
		return "the smallest guide: " + err.Error() + "\n"
	}
	var d dumper
	d.guide(guide)
	var b dumper
	b.guide(base)
	return d.without(&b)
}
