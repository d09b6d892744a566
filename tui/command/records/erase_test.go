package records_test

import (
	"crypto/rand"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"firstsession/content/disk"
	"firstsession/content/guidetest"
	"firstsession/content/ledger"
	"firstsession/content/record"
	"firstsession/tui/command"
	"firstsession/tui/command/shell"
)

// asked is an answer that is typed once something else was done.
type asked struct {
	before func()
	answer *strings.Reader
}

func (a asked) Read(data []byte) (int, error) {
	if a.answer.Len() == 4 {
		a.before()
	}
	return a.answer.Read(data)
}

// answers runs a command where yes is typed, once something else was done. It is to
// succeed.
func (c *clinic) answers(before func(), args ...string) string {
	c.t.Helper()
	var said strings.Builder
	state := c.t.TempDir()
	got := command.Run(args, shell.Env{
		Streams: shell.Streams{In: asked{before, strings.NewReader("yes\n")}, Out: &said, Err: &said}, FS: disk.OS(), Random: rand.Reader, Now: time.Now, Wait: time.Sleep, Shipped: guidetest.Read,
		Getenv: func(name string) string {
			return map[string]string{"XDG_STATE_HOME": state, "LOCALAPPDATA": state}[name]
		},
	}, nil, nil)
	if got != shell.ExitDone {
		c.t.Fatalf("%v: exit code %d: %s", args, got, &said)
	}
	return said.String()
}

// leftOf is what is left in the folder but ledgers.
func (c *clinic) leftOf() []string {
	c.t.Helper()
	names, err := disk.OS().ReadDir(c.dir)
	if err != nil {
		c.t.Fatal(err)
	}
	var left []string
	for _, name := range names {
		if !strings.HasPrefix(name, "ledger-") {
			left = append(left, name)
		}
	}
	return left
}

func TestWhatIsAddedWhileErasingIsAskedForGoesToo(t *testing.T) {
	c := newClinic(t)
	c.intake("K-102", c.all(), typed("Dana"))
	said := c.answers(func() {
		c.run(shell.ExitDone, "records", "add", "K-102", "--records", c.dir, "--todo", "confidential", "--by", "2027-01-01")
	}, "records", "erase", "K-102", "--records", c.dir)
	if left := c.leftOf(); len(left) > 0 || !strings.Contains(said, "Erased: the record") {
		t.Errorf("left is %v; it said %s", left, said)
	}
}

// The clock is handed in: nothing here takes time.
func TestWhoAddsWaitsAMomentForWhoHoldsTheFolder(t *testing.T) {
	c := newClinic(t)
	c.intake("K-102", c.all(), typed("Dana"))
	add := func(after time.Duration, code int, want string) {
		t.Helper()
		release, err := record.Hold(disk.OS(), c.dir)
		if err != nil {
			t.Fatal(err)
		}
		let := sync.OnceFunc(func() {
			if err := release(); err != nil {
				t.Error(err)
			}
		})
		var said strings.Builder
		var waited time.Duration
		got := command.Run([]string{"records", "add", "K-102", "--records", c.dir, "--todo", "ring", "--by", "2030-01-01"}, shell.Env{
			Streams: shell.Streams{In: strings.NewReader(""), Out: &said, Err: &said}, FS: disk.OS(), Random: rand.Reader, Getenv: noEnvironment, Now: time.Now, Shipped: guidetest.Read,
			Wait: func(d time.Duration) {
				if waited += d; waited >= after {
					let()
				}
			},
		}, nil, nil)
		let()
		if got != code || waited > 4*time.Second || !strings.Contains(said.String(), want) {
			t.Errorf("exit code %d after %s: %s", got, waited, &said)
		}
	}
	add(time.Second, shell.ExitDone, "Added to the record")
	add(time.Minute, shell.ExitFailed, "somebody else is adding to the records in this folder")
}

// Additions, and erasing at their end, come from as many windows as there are.
func TestAdditionsAtOnceAllStandInTheCopiesAndNoneOutlivesItsRecord(t *testing.T) {
	c := newClinic(t)
	path := c.intake("K-102", c.all(), typed("Dana"))
	add := []string{"records", "add", "K-102", "--records", c.dir, "--todo", "ring the insurer", "--by", "2027-01-01"}
	adds := func() { run(add, shell.Streams{Out: new(strings.Builder), Err: new(strings.Builder)}) }
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(adds)
	}
	wait.Wait()
	for _, end := range []string{".txt", ".html"} {
		text, err := os.ReadFile(strings.TrimSuffix(path, ".json") + end)
		if got := strings.Count(string(text), "ring the insurer"); err != nil || got != 4 {
			t.Errorf("%s has %d of 4, %v", end, got, err)
		}
	}
	for range 4 {
		wait.Go(adds)
	}
	c.answers(func() {}, "records", "erase", "K-102", "--records", c.dir)
	wait.Wait()
	if left := c.leftOf(); len(left) > 0 {
		t.Errorf("left is %v", left)
	}
}

func TestADamagedRecordIsErasedByItsFileAndItIsSaidTruly(t *testing.T) {
	c := newClinic(t)
	path := c.intake("K-102", c.all(), typed("Dana"))
	c.run(shell.ExitDone, "records", "add", "K-102", "--records", c.dir, "--todo", "ring", "--by", "2027-01-01")
	if err := os.Truncate(path, 500); err != nil {
		t.Fatal(err)
	}
	_, said := c.run(shell.ExitFailed, "records", "erase", "K-102", "--records", c.dir, "--yes")
	if !strings.Contains(said, "cannot be read whole; to erase it, with what belongs to it: firstsession records erase "+path) {
		t.Errorf("by its reference: %s", said)
	}
	put(t, strings.TrimSuffix(path, ".json")+".txt", []byte("MY NOTE"))
	said = c.answers(func() {}, "records", "erase", path, "--yes")
	left := c.leftOf() // nobody was asked about these
	if len(left) != 2 || !strings.Contains(said, "and stay") || !strings.Contains(said, left[0]+", "+left[1]) {
		t.Errorf("left is %v: %s", left, said)
	}
	text := filepath.Join(c.dir, filepath.Base(strings.TrimSuffix(path, ".json")+".txt"))
	if _, said = c.run(shell.ExitFailed, "records", "erase", text, "--yes"); !strings.Contains(said, "without --yes it is asked first") || len(c.leftOf()) != 2 {
		t.Errorf("left is %v: %s", c.leftOf(), said)
	}
	put(t, path, []byte("{"))
	said = c.answers(func() {}, "records", "erase", path)
	if left := c.leftOf(); len(left) > 0 {
		t.Errorf("left is %v", left)
	}
	if strings.Contains(said, "1 files") {
		t.Errorf("it says %s", said)
	}
	for _, want := range []string{"what there is of the record", "it is not whole: its end is missing", "3 files", "Nobody can tell whether somebody wrote in these of them: ", "The ledger keeps"} {
		if !strings.Contains(said, want) {
			t.Errorf("it does not say %q: %s", want, said)
		}
	}
}

func TestAdditionsWithoutTheirRecordAreErased(t *testing.T) {
	c := newClinic(t)
	path := c.intake("K-102", c.all(), typed("Dana"))
	for _, what := range []string{"--withdrawn", "--paper"} {
		c.run(shell.ExitDone, "records", "add", "K-102", "--records", c.dir, what, "--on", time.Now().Format(time.DateOnly))
	}
	additions, err := filepath.Glob(filepath.Join(c.dir, "addition-*.json"))
	if err != nil || len(additions) != 2 {
		t.Fatal(additions, err)
	}
	_, said := c.run(shell.ExitFailed, "records", "erase", additions[0], "--yes")
	if !strings.Contains(said, "which is whole; firstsession records erase") {
		t.Errorf("beside its record: %s", said)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	said = c.answers(func() {}, "records", "erase", additions[0])
	if left := c.leftOf(); len(left) > 0 || !strings.Contains(said, "Erased: what there is of the record") {
		t.Errorf("left is %v; it said %s", left, said)
	}
}

// An addition that a sync brought back, when its record was erased, is told.
func TestAnAdditionOfAnErasedRecordIsToldAndErased(t *testing.T) {
	c := newClinic(t)
	c.intake("K-102", c.all(), typed("Dana"))
	c.run(shell.ExitDone, "records", "add", "K-102", "--records", c.dir, "--todo", "ring", "--by", "2027-01-01")
	additions, err := filepath.Glob(filepath.Join(c.dir, "addition-*.json"))
	if err != nil || len(additions) != 1 {
		t.Fatal(additions, err)
	}
	data, err := os.ReadFile(additions[0])
	if err != nil {
		t.Fatal(err)
	}
	c.answers(func() {}, "records", "erase", "K-102", "--records", c.dir)
	put(t, additions[0], data)
	for _, which := range []string{"verify", "records"} {
		out, _ := c.run(shell.ExitProblems, which, c.dir)
		if !strings.Contains(out, "was erased, and an addition to it is still here, or came back: ") {
			t.Errorf("%s: %s", which, out)
		}
	}
	c.answers(func() {}, "records", "erase", additions[0])
	if left := c.leftOf(); len(left) > 0 {
		t.Errorf("left is %v", left)
	}
}

// What is named twice is looked at once, and in the order in which it is named.
func TestWhatIsNamedTwiceIsVerifiedOnce(t *testing.T) {
	c := newClinic(t)
	path := c.intake("K-102", c.all(), typed("Dana"))
	for _, paths := range [][]string{
		{c.dir, c.dir}, {c.dir, c.dir + "/"}, {c.dir, c.dir + "/."}, {c.dir, path}, {path, c.dir}, {path, path}, {path, path, c.dir, c.dir}, {c.dir + "/../records", c.dir},
		{path, c.dir + "/./" + filepath.Base(path)}, {c.dir},
	} {
		out, said := c.run(shell.ExitDone, append([]string{"verify"}, paths...)...)
		if strings.Count(out, "whole; signed") != 1 || strings.Contains(out, "no records") {
			t.Errorf("%v: %s%s", paths, out, said)
		}
	}
}

// Additions within one second stand in the order in which they were made.
func TestAdditionsOfOneSecondKeepTheirOrder(t *testing.T) {
	c := newClinic(t)
	path := c.intake("K-102", c.all(), typed("Dana"))
	for i := range 12 {
		c.run(shell.ExitDone, "records", "add", "K-102", "--records", c.dir, "--corrected-reference", fmt.Sprintf("K-2%02d", i))
		c.run(shell.ExitDone, "records", "add", fmt.Sprintf("K-2%02d", i), "--records", c.dir, "--corrected-reference", "K-102")
	}
	if e := ledger.At(disk.OS(), path); e.Reference() != "K-102" || len(e.EarlierReferences()) != 24 {
		t.Errorf("%q, %v", e.Reference(), e.EarlierReferences())
	}
}

// A note that somebody typed into a copy to read outlives what is added, and erasing.
func TestANoteInACopyToReadStaysAndTheCopyIsNamed(t *testing.T) {
	c := newClinic(t)
	path := c.intake("K-102", c.all(), typed("Dana"))
	copied := strings.TrimSuffix(path, ".json") + ".txt"
	text, err := os.ReadFile(copied)
	if err != nil {
		t.Fatal(err)
	}
	put(t, copied, append(text, "MY NOTE\n"...))
	_, said := c.run(shell.ExitDone, "records", "add", "K-102", "--records", c.dir, "--withdrawn")
	if !strings.Contains(said, filepath.Base(copied)+": not as this version writes it") || !strings.Contains(said, "firstsession print "+path) {
		t.Errorf("it said %s", said)
	}
	if said = c.answers(func() {}, "records", "erase", "K-102", "--records", c.dir); strings.Count(said, "what else they hold: "+filepath.Base(copied)) != 2 {
		t.Errorf("it said %s", said)
	}
	if kept, err := os.ReadFile(copied); err != nil || !strings.HasSuffix(string(kept), "MY NOTE\n") || len(c.leftOf()) != 1 {
		t.Errorf("%v: %v, %s", c.leftOf(), err, kept)
	}
}

func TestErasingALinkSaysThatTheFileItLeadsToStays(t *testing.T) {
	c := newClinic(t)
	path := c.intake("K-102", c.all(), typed("Dana"))
	real := filepath.Join(t.TempDir(), "real.json")
	if err := os.Rename(path, real); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(real, path); err != nil {
		t.Skip(err)
	}
	said := c.answers(func() {}, "records", "erase", "K-102", "--records", c.dir)
	if strings.Count(said, "only links: "+filepath.Base(path)+". The files that they lead to stay") != 2 {
		t.Errorf("it said %s", said)
	}
}

func TestOneFileIsCountedAsOne(t *testing.T) {
	c := newClinic(t)
	path := c.intake("K-102", c.all(), typed("Dana"))
	remove(t, path)
	remove(t, strings.TrimSuffix(path, ".json")+".html")
	said := c.answers(func() {}, "records", "erase", strings.TrimSuffix(path, ".json")+".txt")
	for _, want := range []string{", 1 file in ", "It cannot be brought back."} {
		if !strings.Contains(said, want) {
			t.Errorf("it does not say %q: %s", want, said)
		}
	}
}

// A supervisor's countersignature stands in the list, and whoever adds it to a record
// that was taken back hears so.
func TestACountersignatureThatWasAddedIsListedAndOnWhatWasTakenBackItIsSaid(t *testing.T) {
	c := newClinic(t)
	c.intake("K-102", c.all(), typed("Dana"))
	add := func(args ...string) string {
		_, said := c.run(shell.ExitDone, append([]string{"records", "add", "K-102", "--records", c.dir}, args...)...)
		return said
	}
	if said := add("--countersigned", "Ana Ruiz"); strings.Contains(said, "took this record back") {
		t.Error(said)
	}
	if out, _ := c.run(shell.ExitDone, "records", c.dir); !strings.Contains(out, "\n  countersigned by Ana Ruiz\n") {
		t.Error(out)
	}
	add("--withdrawn")
	if said := add("--countersigned", "Bo Lind"); !strings.Contains(said, "the client took this record back on 2") {
		t.Error(said)
	}
}
