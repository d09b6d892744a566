package records_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"firstsession/content/store/postgres/postgrestest"
	"firstsession/tui/command/shell"
)

func TestMain(m *testing.M) { os.Exit(postgrestest.Run(m)) }

func TestADatabaseStandsInThePlaceOfAFolder(t *testing.T) {
	address := postgrestest.New(t)
	c := newClinic(t)
	first, second := filepath.Dir(c.dir), filepath.Join(t.TempDir(), "second")
	c.intake("K-1", c.all(), typed("Dana"))
	c.intake("K-2", c.all(), typed("Robin"))
	code, _ := c.run(shell.ExitDone, "invite", "--store", first, "--reference", "K-3")
	if _, said := c.run(shell.ExitDone, "store", "copy", first, address); !strings.Contains(said, "Copied: 1 invitations with what is kept under them, 6 files") {
		t.Fatal(said)
	}
	c.run(shell.ExitDone, "store", "copy", first, address) // which is made again
	out, _ := c.run(shell.ExitDone, "records", address)
	if got := linesOf(out); got[len(got)-1] != "2 records: 2 signed." || !strings.Contains(got[1], "K-1") || !strings.Contains(got[2], "K-2") {
		t.Fatalf("%q", got)
	}
	if out, _ := c.run(shell.ExitDone, "verify", address, c.dir); strings.Count(out, ": whole; ") != 4 || strings.Count(out, "; a copy of ") != 2 {
		t.Errorf("%q", out)
	}
	c.run(shell.ExitDone, "records", "add", "K-1", "--records", address, "--withdrawn")
	c.run(shell.ExitDone, "records", "erase", "K-2", "--yes", "--records", address)
	out, _ = c.run(shell.ExitDone, "records", address)
	if got := linesOf(out); !strings.HasPrefix(got[len(got)-1], "1 record: ") || !strings.Contains(got[1], "taken back") {
		t.Errorf("%q", got)
	}
	c.run(shell.ExitDone, "invite", "--store", address, "--reference", "K-4")
	if _, said := c.run(shell.ExitFailed, "invite", "--store", address, "--reference", "K-4"); !strings.Contains(said, "K-4 has an invitation already") {
		t.Error(said)
	}
	c.run(shell.ExitDone, "invite", "revoke", "--store", address, "K-4")
	c.run(shell.ExitDone, "store", "copy", address, second)
	out, _ = c.run(shell.ExitDone, "invite", "list", "--store", second)
	if got := linesOf(out); len(got) != 2 || !strings.HasPrefix(got[0], "K-3\t\tuntil ") || got[1] != "K-4\t\trevoked" {
		t.Errorf("%q", got)
	}
	if !regexp.MustCompile(`^K-3\t[a-z]+(-[a-z]+){4}-[0-9]{2}\tuntil `).MatchString(code) {
		t.Errorf("%q", code)
	}
	for _, name := range filesIn(t, filepath.Join(second, "records")) {
		was, err := os.ReadFile(filepath.Join(c.dir, name))
		is, failed := os.ReadFile(filepath.Join(second, "records", name))
		if strings.HasSuffix(name, ".json") && !strings.HasPrefix(name, "addition-") && (err != nil || failed != nil || string(was) != string(is)) {
			t.Errorf("%s is not the same: %v, %v", name, err, failed)
		}
	}
}

func filesIn(t *testing.T, dir string) (names []string) {
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 4 { // the record of K-1, its copies, and what was added
		t.Fatal(entries, err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestADatabaseThatIsNotThereIsSaid(t *testing.T) {
	c := newClinic(t)
	if err := os.Mkdir(c.dir, 0o700); err != nil { // which a store has
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"records"}, {"verify"}, {"records", "erase", "K-1", "--records"}, {"records", "add", "K-1", "--withdrawn", "--records"},
		{"invite", "list", "--store"}, {"store", "copy", filepath.Dir(c.dir)},
	} {
		_, said := c.run(shell.ExitFailed, append(args, "postgres://somebody:secret@127.0.0.1:1/readers")...)
		if !strings.Contains(said, "open the database 127.0.0.1:1/readers: ") || strings.Contains(said, "secret") {
			t.Errorf("%q: %q", args, said)
		}
	}
	_, said := c.run(shell.ExitUsage, "serve", "--store", "postgres://127.0.0.1:1/readers")
	if !strings.Contains(said, "--host-key names the file") {
		t.Error(said)
	}
}
