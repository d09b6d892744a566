package records_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"firstsession/content/disk"
	"firstsession/content/ledger"
	"firstsession/content/walk"
	"firstsession/tui/command/shell"
)

// A fee that changes is asked anew; a record of then is whole all the same.
func TestVerifyAndRecordsSayWhichFactsOfThePracticeHaveChangedSince(t *testing.T) {
	c := newClinic(t)
	file := filepath.Join(t.TempDir(), "practice.toml")
	writes := func(text string) {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	writes("group_name = \"Tuesdays\"\nfee = \"40\"\n")
	c.underPractice(file)
	c.intake("K-102", c.all(), typed("Dana"))
	out, _ := c.run(shell.ExitDone, "verify", "--practice", file, c.dir)
	if !strings.HasSuffix(out, ", which is the guide's text now\n") {
		t.Errorf("nothing has changed, and it says %q", out)
	}
	writes("group_name = \"Tuesdays\"\nfee = \"50\"\nsize = \"8\"\n")
	expected := filepath.Join(filepath.Dir(file), "expected")
	if err := os.WriteFile(expected, []byte("K-102\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c2 := range []struct {
		args []string
		want string
	}{
		{[]string{"verify"}, "; of the practice's facts What it costs has other words, How many people is new\n"},
		{[]string{"records"}, "\n  to be asked anew: What it costs, How many people\n"},
		{[]string{"records", "--expected", expected}, "signed; to be asked anew: What it costs, How many people  "},
		{[]string{"records", "--csv"}, ",\"fee has other words, size is new\","},
	} {
		if out, _ = c.run(shell.ExitDone, append(c2.args, "--practice", file, c.dir)...); !strings.Contains(out, c2.want) {
			t.Errorf("%v says %q", c2.args, out)
		}
	}
	if out, _ = c.run(shell.ExitDone, "records", c.dir); !strings.Contains(out, "is not known of 1 record: ") || !strings.Contains(out, "name it with --practice") || strings.Contains(out, "asked anew: ") {
		t.Errorf("without a practice file: %q", out)
	}
	if out, _ = c.run(shell.ExitDone, "verify", c.dir); strings.Contains(out, "fee") {
		t.Errorf("without a practice file there is nothing to compare: %q", out)
	}
}

// In a folder of several groups, each record is compared with what the practice
// says of its own.
func TestEachRecordIsComparedWithItsOwnGroup(t *testing.T) {
	c := newClinic(t)
	file := filepath.Join(t.TempDir(), "practice.toml")
	writes := func(fee string) {
		text := "practice_name = \"River Clinic\"\n[[group]]\nid = \"tuesday\"\nname = \"Tuesdays\"\nfee = \"" + fee + "\"\n" +
			"[[group]]\nid = \"friday\"\nname = \"Fridays\"\nfee = \"30\"\n"
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	writes("40")
	for _, group := range []string{"tuesday", "friday"} {
		c.inGroup(file, group)
		c.intake("K-"+group, c.all(), typed("Dana"))
	}
	out, _ := c.run(shell.ExitDone, "records", "--practice", file, c.dir)
	if got := linesOf(out); strings.Contains(out, "asked anew") || !strings.Contains(got[2], "Fridays") {
		t.Errorf("nothing has changed:\n%s", out)
	}
	writes("50")
	out, _ = c.run(shell.ExitDone, "records", "--practice", file, c.dir)
	if got := linesOf(out); got[2] != "  to be asked anew: What it costs" || strings.Count(out, "to be asked anew: ") != 1 {
		t.Errorf("the fee of one group has changed:\n%s", out)
	}
}

// Whoever seals a changed record anew is found by the ledger, as long as that is
// not changed as well.
func TestARecordThatWasChangedOnPurposeIsNotWhatTheLedgerNoted(t *testing.T) {
	c := newClinic(t)
	path := c.intake("K-102", c.all(walk.NotNow), typed("Dana"))
	if err := (ledger.Book{FS: disk.OS(), Dir: c.dir, Writer: "00112233445566aa"}).Note(); err != nil {
		t.Fatal(err)
	}
	if out, _ := c.run(shell.ExitDone, "verify", c.dir); strings.Contains(out, "ledger") {
		t.Errorf("nothing has changed: %q", out)
	}
	c.random = rand.NewChaCha8([32]byte{}) // once more from its beginning, for the same number
	c.day = 0
	removeSet(t, path)
	c.intake("K-102", c.all(), typed("Dana"))
	want := filepath.Base(path) + " is whole, and is not what the ledger noted when it was saved"
	for _, args := range [][]string{{"records", c.dir}, {"records", "--csv", c.dir}, {"verify", c.dir}} {
		if out, _ := c.run(shell.ExitProblems, args...); !strings.Contains(out, want) {
			t.Errorf("%v: %q", args, out)
		}
	}
}

// What another's ledger knows may be on its way; a record without a line may wait
// for the next intake.
func TestWhatIsNotHereYetAndWhatIsNotNotedYetAreNoDamage(t *testing.T) {
	c := newClinic(t)
	c.unnoted = true
	book := ledger.Book{FS: disk.OS(), Dir: c.dir, Writer: "00112233445566aa"}
	c.intake("K-1", c.all(), typed("Dana"))
	late := c.intake("K-2", c.all(), typed("Dana"))
	if err := book.Note(); err != nil {
		t.Fatal(err)
	}
	removeSet(t, late)
	c.intake("K-3", c.all(), typed("Dana"))
	out, _ := c.run(shell.ExitDone, "records", c.dir)
	for _, want := range []string{" of 2026-11-02 is not here yet\n", "in no ledger: 1 record in "} {
		if !strings.Contains(out, want) {
			t.Errorf("it does not say %q:\n%s", want, out)
		}
	}
}

// removeSet takes a record and its copies away.
func removeSet(t *testing.T, path string) {
	t.Helper()
	for _, end := range []string{".json", ".txt", ".html"} {
		if err := os.Remove(strings.TrimSuffix(path, ".json") + end); err != nil {
			t.Fatal(err)
		}
	}
}
