package content

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"
)

// today is the day on which the cases are read.
func today(t testing.TB) time.Time {
	t.Helper()
	day, err := time.ParseInLocation(time.DateOnly, "2026-06-15", time.Local)
	if err != nil {
		t.Fatal(err)
	}
	return day
}

// TestPractice lays the practice file of each case over the built-in guide, or
// over the smallest one if the case has a file of it, and compares what comes
// of it with the case's last file, "want": the problems as they are shown, or
// the parts of the guide that are changed.
func TestPractice(t *testing.T) {
	names, err := filepath.Glob("testdata/practice/*.txtar")
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
			if last < 1 || archive.Files[0].Name != "practice.toml" || archive.Files[last].Name != "want" {
				t.Fatal("a case begins with practice.toml and ends with want")
			}
			guide := embeddedGuide(t)
			if last > 1 {
				guide = loaded(t, caseFiles(archive.Files[1:last]))
			}
			got := practiceOutcome(t, archive.Files[0].Data, guide)
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

func embeddedGuide(t testing.TB) *Guide {
	t.Helper()
	g, err := Load(Embedded(), "en")
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func loaded(t testing.TB, files fstest.MapFS) *Guide {
	t.Helper()
	g, err := Load(files, "en")
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// practiceOutcome writes down what comes of a practice file.
func practiceOutcome(t *testing.T, data []byte, g *Guide) string {
	t.Helper()
	p, err := ParsePractice("practice.toml", unescape(data))
	var over *Guide
	if err == nil {
		over, err = p.Over(g, today(t))
	}
	var problems Problems
	if errors.As(err, &problems) {
		return problems.Error() + "\n"
	}
	if err != nil {
		t.Fatalf("not problems: %v", err)
	}
	var before, after dumper
	before.guide(g)
	after.guide(over)
	return after.without(&before) + after.practice(over)
}

// practice writes down what a guide has only with a practice.
func (d *dumper) practice(g *Guide) string {
	only := dumper{}
	only.chunk("practice %q", g.Practice)
	only.line("when", g.Card.When)
	only.line("where", g.Card.Where)
	only.line("call", g.Card.Call)
	only.line("crisis", g.Card.Crisis)
	only.blocks(g.Card.Help)
	return strings.Join(only.chunks, "")
}
