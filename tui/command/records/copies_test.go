package records_test

import (
	"encoding/csv"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"firstsession/content/walk"
	"firstsession/tui/command/shell"
)

// copyNames are the names that systems and programs give to a copy.
var copyNames = map[string]func(name string) string{
	"a browser":    func(name string) string { return name + " (1).json" },
	"Windows":      func(name string) string { return name + " - Copy.json" },
	"Windows, 2":   func(name string) string { return name + " - Copy (2).json" },
	"macOS":        func(name string) string { return name + " copy.json" },
	"in German":    func(name string) string { return name + " - Kopie.json" },
	"in front":     func(name string) string { return "Copy of " + name + ".json" },
	"a sync":       func(name string) string { return name + "-DESKTOP-AB12.json" },
	"a conflict":   func(name string) string { return name + " (conflicted copy 2026-11-23).json" },
	"Syncthing":    func(name string) string { return name + ".sync-conflict-20261123-150405-ABCDEFG.json" },
	"in capitals":  func(name string) string { return strings.ToUpper(name) + "-2.JSON" },
	"another name": func(string) string { return "acknowledgement-of-Tuesday.json" },
	"an early day": func(string) string { return "acknowledgement-2020-01-01.json" },
}

func TestACopyOfARecordIsCalledOne(t *testing.T) {
	for system, named := range copyNames {
		t.Run(system, func(t *testing.T) {
			c := newClinic(t)
			path := c.intake("K-102", c.all(), typed("Dana"))
			c.intake("K-103", c.all(), typed("Dana"))
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			whole := filepath.Base(path)
			name := named(strings.TrimSuffix(whole, ".json"))
			c.write(name, string(data))
			said := "a copy of " + whole + ", not another record"

			out, _ := c.run(shell.ExitDone, "records", c.dir)
			got := linesOf(out)
			if len(got) != 6 || strings.Count(out, said) != 1 || !strings.Contains(out, name+" is "+said) {
				t.Errorf("the list is %q", got)
			}
			for _, args := range [][]string{
				{"verify", c.dir}, {"verify", path, filepath.Join(c.dir, name)}, {"verify", filepath.Join(c.dir, name), path},
			} {
				out, _ = c.run(shell.ExitDone, args...)
				if strings.Count(out, "not another record") != 1 || strings.Count(out, "whole; signed") < 2 {
					t.Errorf("%v: %q", args[1:], out)
				}
				for _, line := range linesOf(out) {
					if isCopy := strings.Contains(line, name); isCopy != strings.HasSuffix(line, said) {
						t.Errorf("%v: %q", args[1:], line)
					}
				}
			}
			out, _ = c.run(shell.ExitDone, "records", "--csv", c.dir)
			rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
			if err != nil || len(rows) != 4 {
				t.Fatal(rows, err)
			}
			for _, row := range rows[1:] {
				file, problem := row[len(row)-2], row[len(row)-1]
				if want := map[bool]string{true: said}[file == name]; problem != want {
					t.Errorf("of %s it says %q, want %q", file, problem, want)
				}
			}
		})
	}
}

func TestACopyIsCountedOnceAndTheSameFileNamedTwiceIsNone(t *testing.T) {
	c := newClinic(t)
	path := c.intake("K-102", c.all(), typed("Dana"))
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if out, _ := c.run(shell.ExitDone, "verify", path, path, c.dir); strings.Contains(out, "a copy") {
		t.Errorf("%q", out)
	}
	other := filepath.Join(t.TempDir(), filepath.Base(path))
	if err := os.WriteFile(other, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if out, _ := c.run(shell.ExitDone, "verify", path, other); !strings.Contains(out, other+": whole") || !strings.Contains(out, "a copy of "+path) {
		t.Errorf("%q", out)
	}
	c.write(filepath.Base(path)+".copy.acknowledgement-.json", string(data))
	c.write("acknowledgement-broken.json", string(data[:99]))
	if _, said := c.run(shell.ExitProblems, "records", c.dir); !strings.Contains(said, "1 of 2 records are not whole") {
		t.Errorf("%q", said)
	}
	c.write("._acknowledgement-2026-11-01.json", "of a Mac")
	if out, _ := c.run(shell.ExitProblems, "records", c.dir); strings.Contains(out, "._") {
		t.Errorf("%q", out)
	}
}

func TestARecordWithTheIDOfAnotherIsNoCopy(t *testing.T) {
	c := newClinic(t)
	path := c.intake("K-102", c.all(), typed("Dana"))
	c.random = rand.NewChaCha8([32]byte{}) // once more from its beginning
	c.intake("K-103", c.all(walk.NotNow), typed("Dana"))
	for _, args := range [][]string{{"records", c.dir}, {"records", "--csv", c.dir}, {"verify", c.dir}} {
		out, said := c.run(shell.ExitProblems, args...)
		if !strings.Contains(out, "not whole: it has the id of "+filepath.Base(path)+", and says something else") {
			t.Errorf("%v: %q, and it said %q", args, out, said)
		}
	}
}

// What a sync put beside a record is told, too: nothing that came later is in it.
func TestACopyToReadUnderTheNameOfAConflictIsSaid(t *testing.T) {
	c := newClinic(t)
	path := strings.TrimSuffix(filepath.Base(c.intake("K-102", c.all(), typed("Dana"))), ".json")
	if out, _ := c.run(shell.ExitDone, "records", c.dir); strings.Contains(out, "under other names") {
		t.Errorf("a record's own copies are told: %s", out)
	}
	for _, name := range []string{path + " (1).txt", path + ".sync-conflict-20261123-150405-ABCDEFG.html"} {
		c.write(name, "Dana")
		for _, command := range []string{"records", "verify"} {
			if out, _ := c.run(shell.ExitDone, command, c.dir); !strings.Contains(out, "under other names") || !strings.Contains(out, name) {
				t.Errorf("%s says nothing of %s:\n%s", command, name, out)
			}
		}
	}
}
