package records_test

import (
	"bytes"
	"crypto/rand"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"firstsession/content/disk"
	"firstsession/content/guidetest"
	"firstsession/content/ledger"
	"firstsession/tui/command"
	"firstsession/tui/command/shell"
)

// damages are what can become of a ledger, and what is said of it then.
var damages = []struct {
	what string
	do   func(t *testing.T, dir, file string)
	want string // of verify and of the list
}{
	{"a byte of its last line changed", edits(func(b []byte) []byte { b[len(b)-30] ^= 1; return b }), "does not tell all: lines at its end are gone or damaged (1)"},
	{"a byte of its only check changed", edits(func(b []byte) []byte { b[len(b)-5] ^= 1; return b }), "does not tell all: lines at its end are gone or damaged (1)"},
	{"a byte of a middle line changed", edits(func(b []byte) []byte { b[bytes.IndexByte(b, '\n')+40] ^= 1; return b }), "cannot be read: is damaged: line 2"},
	{"its first line changed", edits(func(b []byte) []byte { b[2] ^= 1; return b }), "cannot be read: is damaged: line 1"},
	{"emptied", edits(func([]byte) []byte { return nil }), "cannot be read: is damaged: line 1"},
	{"cut in its last line", edits(func(b []byte) []byte { return b[:len(b)-20] }), "does not tell all: lines at its end are gone or damaged (1)"},
	{"cut at a line's end", edits(func(b []byte) []byte { return b[:bytes.LastIndexByte(b[:len(b)-1], '\n')+1] }), "does not tell all: lines at its end are gone or damaged (1)"},
	{"cut to its first line", edits(func(b []byte) []byte { return b[:bytes.IndexByte(b, '\n')+1] }), "does not tell all: lines at its end are gone or damaged (2)"},
	{"its end without a newline, and no lock", func(t *testing.T, dir, file string) {
		edits(func(b []byte) []byte { return b[:len(b)-1] })(t, dir, file)
		remove(t, filepath.Join(filepath.Dir(file), "journal.lock"))
	}, "does not tell all: lines at its end are gone or damaged (1)"},
	{"rubbish behind it", edits(func(b []byte) []byte { return append(b, "\x00\x00\nmore\n"...) }), "cannot be read: is damaged: line 4"},
	{"garbage at its end", edits(func(b []byte) []byte { return append(b, "garbage\n"...) }), "does not tell all: lines at its end are gone or damaged (1)"},
	{"garbage without a line's end", edits(func(b []byte) []byte { return append(b, "garbage"...) }), "does not tell all: lines at its end are gone or damaged (1)"},
	{"noughts at its end", edits(func(b []byte) []byte { return append(b, make([]byte, 100)...) }), "does not tell all: lines at its end are gone or damaged (1)"},
	{"empty lines at its end", edits(func(b []byte) []byte { return append(b, '\n') }), "does not tell all: lines at its end are gone or damaged (1)"},
	{"a whole line that is none of its own", edits(func(b []byte) []byte { return append(b, "{\"seq\":9}\n"...) }), "does not tell all: lines at its end are gone or damaged (1)"},
	{"another program's line", edits(func(b []byte) []byte { return append(b, "# a note\n"...) }), "does not tell all: lines at its end are gone or damaged (1)"},
	{"a mark at its end", edits(func(b []byte) []byte { return append(b, "\ufeff"...) }), "does not tell all: lines at its end are gone or damaged (1)"},
	{"a first line of a newer format", edits(func(b []byte) []byte { return append([]byte("{\"format\":99}"), b[bytes.IndexByte(b, '\n'):]...) }), "was written by a newer version"},
	{"its file taken away", func(t *testing.T, _, file string) { t.Helper(); remove(t, file) }, "does not tell all: lines at its end are gone or damaged (2)"},
	{"its folder taken away", func(t *testing.T, _, file string) { t.Helper(); remove(t, filepath.Dir(file)) }, "in no ledger: 2 records"},
	{"a file in the place of its folder", func(t *testing.T, dir, file string) {
		t.Helper()
		remove(t, filepath.Dir(file))
		put(t, filepath.Dir(file), nil)
	}, "cannot be read: "},
	{"a folder in the place of its file", func(t *testing.T, dir, file string) {
		t.Helper()
		remove(t, file)
		if err := os.Mkdir(file, 0o700); err != nil {
			t.Fatal(err)
		}
	}, "cannot be read: "},
	{"one of a newer program", edits(func(b []byte) []byte { return []byte("{\"format\":99,\"kind\":\"x\"}\n") }), "cannot be read: "},
}

func edits(change func([]byte) []byte) func(*testing.T, string, string) {
	return func(t *testing.T, _, file string) {
		t.Helper()
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		put(t, file, change(data))
	}
}

func put(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

func remove(t *testing.T, path string) {
	t.Helper()
	if err := os.RemoveAll(path); err != nil {
		t.Fatal(err)
	}
}

// Whatever became of a ledger is said, and erasing either keeps that in one or
// does not happen.
func TestADamagedLedgerIsSaidAndNeverTakenForWhole(t *testing.T) {
	for _, d := range damages {
		t.Run(d.what, func(t *testing.T) {
			c := newClinic(t)
			c.intake("K-1", c.all(), typed("Dana"))
			path := c.intake("K-2", c.all(), typed("Dana"))
			d.do(t, c.dir, filepath.Join(c.dir, "ledger-00112233445566aa", "journal.jsonl"))
			for _, which := range []string{"verify", "records"} {
				var out, said strings.Builder
				run([]string{which, c.dir}, shell.Streams{Out: &out, Err: &said})
				if !strings.Contains(out.String(), d.want) {
					t.Errorf("%s does not say %q:\n%s%s", which, d.want, out.String(), said.String())
				}
			}
			for _, args := range [][]string{{"verify", path}, {"print", path}, {"records", "add", path, "--todo", "ring", "--by", "2030-01-01"}} {
				var said strings.Builder
				run(args, shell.Streams{Out: &said, Err: &said})
				if !strings.Contains(said.String(), d.want) && !strings.HasPrefix(d.want, "in no ledger") {
					t.Errorf("%v does not say %q:\n%s", args, d.want, &said)
				}
				if flat := strings.Join(strings.Fields(said.String()), " "); args[0] == "print" && !strings.HasPrefix(d.want, "in no ledger") && !strings.Contains(flat, "It cannot tell whether more was added") {
					t.Errorf("the page does not say it:\n%s", flat)
				}
			}
			id := ledger.At(disk.OS(), path).Record.ID
			c.erases(disk.OS(), path)
			l, err := ledger.Read(disk.OS(), c.dir)
			if err != nil {
				t.Fatal(err)
			}
			_, there := os.Stat(path)
			if line, _ := l.Find(id); (there == nil) == line.Gone {
				t.Errorf("the file: %v; the ledger: %+v", there, line)
			}
		})
	}
}

// erases erases a record as the user whose ledger is there, and returns what was said.
func (c *clinic) erases(fsys disk.FS, path string) string {
	c.t.Helper()
	state := c.t.TempDir()
	if err := os.Mkdir(filepath.Join(state, "firstsession"), 0o700); err != nil {
		c.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(state, "firstsession", "ledger-writer"), []byte("00112233445566aa\n"), 0o600); err != nil {
		c.t.Fatal(err)
	}
	getenv := func(name string) string {
		return map[string]string{"XDG_STATE_HOME": state, "LOCALAPPDATA": state}[name]
	}
	var out, said strings.Builder
	command.Run([]string{"records", "erase", "--yes", path}, shell.Env{
		Streams: shell.Streams{In: strings.NewReader(""), Out: &out, Err: &said}, FS: fsys, Random: rand.Reader, Getenv: getenv, Now: time.Now, Shipped: guidetest.Read,
	}, nil, nil)
	return out.String() + said.String()
}

// sticky is a disk that takes no file away whose name has one end.
type sticky struct {
	disk.FS
	end string
}

func (s sticky) Remove(path string) error {
	if strings.HasSuffix(path, s.end) {
		return &fs.PathError{Op: "remove", Path: path, Err: syscall.EPERM}
	}
	return s.FS.Remove(path)
}

// What is erased half is said to be that, and is erased by the same command.
func TestAnErasingThatFailsHalfWayIsToldAndCanBeFinished(t *testing.T) {
	for _, end := range []string{".html", ".txt", ".json"} {
		c := newClinic(t)
		path := c.intake("K-1", c.all(), typed("Dana"))
		if said := c.erases(sticky{disk.OS(), end}, path); !strings.Contains(said, "the same command erases the rest") || strings.Contains(said, "Erased") {
			t.Errorf("%s: %s", end, said)
		}
		for _, which := range []string{"verify", "records"} {
			out, _ := c.run(shell.ExitProblems, which, c.dir)
			if !strings.Contains(out, "was to be erased, and is still here, or was brought back; firstsession records erase "+path) {
				t.Errorf("%s: %s: %s", end, which, out)
			}
		}
		if said := c.erases(disk.OS(), path); !strings.Contains(said, "Erased: the record") || !strings.Contains(said, "The ledger keeps that it was erased.") {
			t.Errorf("%s: %s", end, said)
		}
		if out, _ := c.run(shell.ExitDone, "verify", c.dir); !strings.Contains(out, "there are no records in this folder\n") || !strings.Contains(out, "records that were erased here, as the ledger notes: 1\n") {
			t.Errorf("%s: %s", end, out)
		}
	}
}

// Whoever looks a folder over hears that one of its records was erased, beside those
// that are there.
func TestWhatWasErasedIsSaidBesideWhatIsThere(t *testing.T) {
	c := newClinic(t)
	c.intake("K-2", c.all(), typed("Sam"))
	c.erases(disk.OS(), c.intake("K-1", c.all(), typed("Dana")))
	for _, which := range []string{"verify", "records"} {
		if out, _ := c.run(shell.ExitDone, which, c.dir); !strings.Contains(out, "records that were erased here, as the ledger notes: 1\n") {
			t.Errorf("%s: %s", which, out)
		}
	}
	if out, _ := c.run(shell.ExitDone, "records", "--csv", c.dir); strings.Contains(out, "were erased here") {
		t.Errorf("a table has it as a problem: %s", out)
	}
}

// A folder of before ledgers gets one when something of it is erased; a member's
// own gets none, and that is said.
func TestErasedIsNotedWhereThereWasNoLedger(t *testing.T) {
	c := newClinic(t)
	c.unnoted = true
	path := c.intake("K-1", c.all(), typed("Dana"))
	kept, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	c.erases(disk.OS(), path)
	put(t, path, kept)
	if out, _ := c.run(shell.ExitProblems, "records", c.dir); !strings.Contains(out, "was erased, and is here again") {
		t.Errorf("%s", out)
	}
	if out, _ := c.run(shell.ExitProblems, "verify", c.dir); strings.Contains(out, "is still here") {
		t.Errorf("it is said twice: %s", out)
	}
	const still = "was to be erased, and is still here, or was brought back"
	if out, _ := c.run(shell.ExitProblems, "verify", path); !strings.Contains(out, still) {
		t.Errorf("%s", out)
	}
	if out, said := c.run(shell.ExitDone, "records", "add", "K-1", "--records", c.dir, "--paper"); !strings.Contains(out+said, still) {
		t.Errorf("%s", out+said)
	}
	// By the name of its file alone, it is found in the folder.
	c.run(shell.ExitDone, "records", "add", filepath.Base(path), "--records", c.dir, "--withdrawn")
	c.answers(func() {}, "records", "erase", filepath.Base(path), "--records", c.dir)
	if left := c.leftOf(); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
}

func TestCopiesWithoutTheirRecordAreSaid(t *testing.T) {
	c := newClinic(t)
	path := c.intake("K-1", c.all(), typed("Dana"))
	remove(t, path)
	for _, which := range []string{"verify", "records"} {
		if out, _ := c.run(shell.ExitDone, which, c.dir); !strings.Contains(out, "there are only copies to read; the record itself is not here") {
			t.Errorf("%s: %s", which, out)
		}
	}
}

// A reference that was corrected, or is typed in other letters, leads to what it is.
func TestAReferenceThatIsNearlyOneLeadsToIt(t *testing.T) {
	c := newClinic(t)
	c.intake("K-1", c.all(), typed("Dana"))
	c.run(shell.ExitDone, "records", "add", "K-1", "--records", c.dir, "--corrected-reference", "K-2")
	for typed, want := range map[string]string{
		"K-1": "; K-1 was corrected, and is K-2 now", "k-1": "; K-1 was corrected, and is K-2 now", "k-2": "; there is K-2", "K-9": "reference in " + c.dir + "\n",
	} {
		for _, args := range [][]string{{"records", "erase", typed, "--yes"}, {"records", "add", typed, "--paper"}} {
			if _, said := c.run(shell.ExitFailed, append(args, "--records", c.dir)...); !strings.Contains(said, want) {
				t.Errorf("%q: %s", typed, said)
			}
		}
	}
}
