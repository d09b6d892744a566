package records_test

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"firstsession/content/disk"
	"firstsession/content/guidetest"
	"firstsession/content/ledger"
	"firstsession/content/record"
	"firstsession/content/walk"
	"firstsession/tui/command"
	"firstsession/tui/command/shell"
)

func TestSeveralFoldersAreOneList(t *testing.T) {
	c := newClinic(t)
	north, south := filepath.Join(c.dir, "north"), filepath.Join(c.dir, "south")
	for i, dir := range []string{north, south, north} {
		c.dir = dir
		c.intake(fmt.Sprint("K-", i), c.all(), typed("Dana"))
	}
	out, said := c.run(shell.ExitDone, "records", north, south, north+string(filepath.Separator))
	got := linesOf(out)
	if len(got) != 6 || said != "" || !strings.HasSuffix(got[0], "  folder") {
		t.Fatalf("%q, %q", got, said)
	}
	for i, dir := range []string{north, south, north} {
		if line := got[i+1]; !strings.Contains(line, fmt.Sprint("K-", i)) || !strings.HasSuffix(line, string(filepath.Separator)+filepath.Base(dir)) {
			t.Errorf("%q is not K-%d in %s", line, i, dir)
		}
	}
	out, _ = c.run(shell.ExitDone, "records", "--csv", north, south)
	if rows := csvOf(t, out); len(rows) != 4 || at(rows, 2, "folder") != south {
		t.Errorf("%q", rows)
	}
}

func TestOfWideFoldersTheListHasTheEnds(t *testing.T) {
	for _, names := range [][2]string{{"a/north", "b/c/south"}, {"a/x/records", "a/y/records"}, {"records", "a/records"}} {
		c := newClinic(t)
		base := c.dir
		args := []string{"records"}
		for i, name := range names {
			c.dir = filepath.Join(base, filepath.FromSlash(name))
			c.intake(fmt.Sprint("K-", i), c.all(), typed("Dana"))
			args = append(args, c.dir)
		}
		out, _ := c.run(shell.ExitDone, args...)
		for i, want := range names {
			if line := linesOf(out)[i+1]; !strings.HasSuffix(line, string(filepath.Separator)+filepath.FromSlash(want)) {
				t.Errorf("%v: %s", names, out)
			}
		}
	}
}

// A share that is away hides nothing of the others, and is said.
func TestAFolderThatIsAwayIsSaidBesideTheOthers(t *testing.T) {
	c := newClinic(t)
	c.intake("K-1", c.all(), typed("Dana"))
	away := filepath.Join(c.dir, "away")
	out, said := c.run(shell.ExitFailed, "records", c.dir, away)
	if !strings.Contains(out, "K-1") || !strings.Contains(out, away+": cannot be read: ") || !strings.Contains(said, "1 of what was named could not be read") {
		t.Errorf("%q, %q", out, said)
	}
}

// BenchmarkAClinic lists a thousand records in five folders.
func BenchmarkAClinic(b *testing.B) {
	c := newClinic(b)
	base := c.dir
	c.unnoted = true // until all are there
	args := []string{"records"}
	for site := range 5 {
		c.dir = filepath.Join(base, fmt.Sprint("site", site))
		args = append(args, c.dir)
		for i := range 200 {
			c.intake(fmt.Sprintf("K-%d-%d", site, i), c.all(), typed("Dana"))
		}
		if err := (ledger.Book{FS: disk.OS(), Dir: c.dir, Writer: "00112233445566aa"}).Note(); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		if code := run(args, shell.Streams{Out: io.Discard, Err: io.Discard}); code != shell.ExitDone {
			b.Fatal(code)
		}
	}
}

func TestWhatHasBeenKeptForLongEnoughIsListed(t *testing.T) {
	c := newClinic(t)
	c.intake("K-1", c.all(), typed("Dana"))
	c.intake("K-2", c.all(), typed("Dana"))
	env := shell.Env{Streams: shell.Streams{In: strings.NewReader(""), Err: io.Discard}, FS: disk.OS(), Getenv: noEnvironment, Shipped: guidetest.Read}
	for now, want := range map[string]int{"2033-11-01": 0, "2033-11-02": 2, "2034-01-01": 3} {
		day, err := time.Parse(time.DateOnly, now)
		if err != nil {
			t.Fatal(err)
		}
		var out strings.Builder
		env.Out, env.Now = &out, func() time.Time { return day }
		if code := command.Run([]string{"records", "--keep", "7", c.dir}, env, nil, nil); code != shell.ExitDone || strings.Count(out.String(), "\n") != want {
			t.Errorf("on %s: %d, %q", now, code, out.String())
		}
	}
}

// A copy of a folder from before a withdrawal must not hide it, whichever is named
// first.
func TestWhatWasAddedInOneFolderCountsForACopyInAnother(t *testing.T) {
	c := newClinic(t)
	path := c.intake("K-110", c.all(), typed("Dana"))
	before := filepath.Join(t.TempDir(), "before")
	if err := os.CopyFS(before, os.DirFS(c.dir)); err != nil {
		t.Fatal(err)
	}
	c.add(path, record.Addition{Kind: record.Withdrawn, Day: "2026-11-02"})
	for _, dirs := range [][]string{{before, c.dir}, {c.dir, before}} {
		out, _ := c.run(shell.ExitDone, append([]string{"records"}, dirs...)...)
		if !strings.Contains(out, "taken back 2026-11-02") || !strings.Contains(out, "1 record: 1 taken back.") {
			t.Errorf("%s", out)
		}
	}
}

// Folders that a sync keeps alike have each record, and each erasing, twice.
func TestWhatTwoFoldersBothHaveIsCountedOnce(t *testing.T) {
	c := newClinic(t)
	c.intake("K-1", c.all(), typed("Dana"))
	c.intake("K-2", c.all(walk.TalkFirst), typed("Dana"))
	c.intake("K-3", c.all(), typed("Dana"))
	c.answers(func() {}, "records", "erase", "K-3", "--records", c.dir)
	other := filepath.Join(t.TempDir(), "other")
	if err := os.CopyFS(other, os.DirFS(c.dir)); err != nil {
		t.Fatal(err)
	}
	out, _ := c.run(shell.ExitDone, "records", "--open", c.dir, other)
	if strings.Count(out, "the ledger notes: 1") != 1 || !strings.Contains(out, "1 other record is not listed") {
		t.Errorf("%s", out)
	}
}
