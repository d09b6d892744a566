package author

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"firstsession/content/check"
	"firstsession/content/disk"
	"firstsession/content/disk/disktest"
	"firstsession/content/guidetest"
	"firstsession/content/practice"
	"firstsession/tui/command/shell"
)

func TestTable(t *testing.T) {
	easy := check.Grade{Words: 5, Sentences: 2, Syllables: 5, By: check.FormulaFor("en")}
	got, err := fill("table", []check.Measure{
		{Chapter: "a-long-name", Words: 360, Reading: 2 * time.Minute, Questions: 2, Reflections: 1, Asking: 90 * time.Second, Sections: 3, Grade: &easy},
		{Words: 4500, Reading: 25 * time.Minute, Sections: 70},
	})
	want := `chapter      sections  words  reading min  questions  question min  grade
a-long-name         3    360          2.0          2           1.5   -2.8
all                70   4500         25.0          0           0.0      -

Minutes are at 180 words a minute, with 10 seconds to choose an answer.
Of the questions, reflections: 0. Sections of the commitment are its statements.
The grade is Flesch-Kincaid's, for English.
`
	if err != nil || !strings.HasPrefix(got, want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestAPracticesReportSaysHowOldItsCrisisTextIs(t *testing.T) {
	today := time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)
	guide := guidetest.Shipped(t, "en")
	const warns = "a.toml: no problems, but a warning: the crisis text "
	for text, want := range map[string][]string{
		"":                                 {"a.toml: no problems, but a warning: there is no crisis text\n", "\n\nThere is no crisis text, so the guide shows its own words only.\n"},
		"fee = 'TBD, ring O55 123 4567'\n": {"a.toml: no problems, but a warning: there is no crisis text; what is said below of a line\n", "a letter in its number", "still to be written"},
		"[crisis]\ntext = 'Call'\n":        {warns + "does not say when it was checked; what is said below of a line\n", "\n\nThe crisis text does not say when it was checked. The guide shows its own words first, "},
		"[crisis]\ntext = 'Call'\nchecked = 2025-11-24\n": {"a.toml: no problems, but a warning: what is said below of a line\n", "\n\nThe crisis text was checked on 2025-11-24, within the last year. "},
		"[crisis]\ntext = 'Call'\nchecked = 2025-11-22\n": {warns + "was checked on 2025-11-22, over a year ago; what is said below of a line\n", "\n\nThe crisis text was checked on 2025-11-22, over a year ago. The guide shows its own words first, "},
	} {
		practice, err := practice.Parse("a.toml", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		p := &program{&shell.Program{}}
		p.Now = func() time.Time { return today }
		report, err := p.reportOf("a.toml", practice, guide)
		if err != nil {
			t.Fatal(err)
		}
		got, err := fill("practice", report)
		if err != nil || !strings.HasPrefix(got, want[0]) || !strings.Contains(got, want[1]) {
			t.Errorf("%q gives\n%s, %v", text, got, err)
		}
	}
}

func TestAnExportThatFailsLeavesNothing(t *testing.T) {
	broken := brokenFS{fstest.MapFS{
		"README.md":   {Data: []byte("read me")},
		"en/01-a.md":  {Data: []byte("# A")},
		"en/02-b.md":  {Data: []byte("# B")},
		"en/words.ml": {Data: []byte("")},
	}}
	dir := filepath.Join(t.TempDir(), "above", "new")
	_, err := export(disk.Shared(), broken, dir)
	want := fmt.Sprintf("exporting the guide: the disk is gone; nothing of it was left in %s", dir)
	if err == nil || err.Error() != want {
		t.Errorf("%v; want %q", err, want)
	}
	if _, err := os.Stat(filepath.Dir(dir)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the folder above: %v", err)
	}
}

func TestAnExportOntoADiskThatRefusesAnythingLeavesNothing(t *testing.T) {
	guide := fstest.MapFS{"README.md": {Data: []byte("read me")}, "en/01-a.md": {Data: []byte("# A")}}
	for n := 1; ; n++ {
		fake := disktest.New("/home")
		fake.Refuse(func(operation int) error {
			if operation == n {
				return errors.New("input/output error")
			}
			return nil
		})
		written, err := export(fake, guide, "/home/above/new")
		if n > fake.Count() {
			if err != nil || written != 2 {
				t.Errorf("on a whole disk %d are written, %v", written, err)
			}
			return
		}
		if _, left := fake.Lstat("/home/above"); err != nil && !errors.Is(left, fs.ErrNotExist) {
			t.Errorf("operation %d: %v, and what was made is there still (%v)", n, err, left)
		}
	}
}

// brokenFS loses its second chapter.
type brokenFS struct{ fstest.MapFS }

func (b brokenFS) Open(name string) (fs.File, error) {
	if name == "en/02-b.md" {
		return nil, errors.New("the disk is gone")
	}
	return b.MapFS.Open(name)
}

func (b brokenFS) ReadFile(name string) ([]byte, error) {
	if name == "en/02-b.md" {
		return nil, errors.New("the disk is gone")
	}
	return b.MapFS.ReadFile(name)
}
