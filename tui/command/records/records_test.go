package records_test

import (
	crypto "crypto/rand"
	"encoding/csv"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"firstsession/content"
	"firstsession/content/disk"
	"firstsession/content/guidetest"
	"firstsession/content/journal"
	"firstsession/content/ledger"
	"firstsession/content/record"
	"firstsession/content/walk"
	"firstsession/tui/command"
	"firstsession/tui/command/shell"
)

// clinic is a folder of records that a test fills.
type clinic struct {
	t      testing.TB
	dir    string
	guide  *content.Guide
	random io.Reader
	day    int
	// unnoted leaves records out of the ledger.
	unnoted bool
	// alone leaves the client's signature without another.
	alone bool
}

func newClinic(t testing.TB) *clinic {
	t.Helper()
	g := guidetest.Shipped(t, "en")
	return &clinic{t: t, dir: filepath.Join(t.TempDir(), "records"), guide: g, random: rand.NewChaCha8([32]byte{})}
}

// intake saves the record of an intake with these answers, a day after the
// last, and returns its path.
func (c *clinic) intake(reference string, answers []walk.Answer, more ...walk.Event) string {
	c.t.Helper()
	events := []walk.Event{{Kind: walk.SetForm, Form: &walk.Form{Reference: reference, Clinician: "Dr. Lind", Run: []walk.Way{walk.ReadAloud}, Parts: walk.TalkOnly, Practice: c.guide.PracticeCode, Group: c.guide.Group.ID}}}
	for i, answer := range answers {
		events = append(events, walk.Event{Kind: walk.SetAnswer, Subject: c.guide.Commitment.Statements[i].ID, Answer: answer})
	}
	c.day++
	at := time.Date(2026, 11, c.day, 15, 0, 0, 0, time.UTC)
	w, facts, err := walk.New(c.guide).Apply(at, append(events, more...)...)
	if err != nil {
		c.t.Fatal(err)
	}
	by := "Dr. Lind"
	if c.alone {
		by = ""
	}
	_, path, err := record.Save(disk.OS(), c.dir, w, record.Draft{
		Countersigner: by, Now: at, Answered: record.AnswerTimes(facts), Program: "test", Random: c.random,
		Began: record.Began(facts), Entered: record.Piped,
	})
	if err == nil && !c.unnoted {
		err = ledger.Book{FS: disk.OS(), Dir: c.dir, Writer: "00112233445566aa"}.Note()
	}
	if err != nil {
		c.t.Fatal(err)
	}
	return path
}

// underPractice lays what a practice file says over the guide.
func (c *clinic) underPractice(file string) { c.t.Helper(); c.inGroup(file, "") }

// inGroup lays what it says of a group over it.
func (c *clinic) inGroup(file, group string) {
	c.t.Helper()
	source := shell.Source{Env: shell.Env{FS: disk.OS(), Random: crypto.Reader, Getenv: noEnvironment, Now: time.Now, Shipped: guidetest.Read}, Practice: file, Group: group}
	g, err := source.Load()
	if err != nil {
		c.t.Fatal(err)
	}
	c.guide = g
}

// all are answers to every statement: these, and agree to the others.
func (c *clinic) all(first ...walk.Answer) []walk.Answer {
	for len(first) < len(c.guide.Commitment.Statements) {
		first = append(first, walk.Agree)
	}
	return first
}

func typed(name string) walk.Event { return walk.Event{Kind: walk.NameTyped, Text: name} }

func noEnvironment(string) string { return "" }

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

// run runs a command where nothing is typed and the environment is empty.
func run(args []string, streams shell.Streams) int {
	streams.In = strings.NewReader("")
	env := shell.Env{Streams: streams, FS: disk.OS(), Random: crypto.Reader, Getenv: noEnvironment, Now: time.Now, Wait: time.Sleep, Shipped: guidetest.Read}
	return command.Run(args, env, nil, nil)
}

// run runs a command and wants an exit code.
func (c *clinic) run(code int, args ...string) (out, said string) {
	c.t.Helper()
	var o, e strings.Builder
	if got := run(args, shell.Streams{Out: &o, Err: &e}); got != code {
		c.t.Fatalf("%v: exit code %d, want %d; it said %s", args, got, code, e.String())
	}
	return o.String(), e.String()
}

func (c *clinic) write(name, text string) {
	c.t.Helper()
	if err := os.WriteFile(filepath.Join(c.dir, name), []byte(text), 0o600); err != nil {
		c.t.Fatal(err)
	}
}

func linesOf(text string) []string { return strings.Split(strings.TrimSuffix(text, "\n"), "\n") }

func TestRecordsAreListedByDateWithWhatIsOpen(t *testing.T) {
	c := newClinic(t)
	c.guide.Commitment.Statements[1].Needed = true
	c.guide.Group.Name = "Tuesdays"
	c.intake("K-102", c.all(walk.TalkFirst, walk.NotNow), typed("Dana Kowalski"))
	c.guide.Group.Name = ""
	c.intake("A.7", c.all(), typed("Dana Kowalski"))
	c.intake("B_1", []walk.Answer{walk.Agree}, walk.Event{Kind: walk.Decline})
	if _, err := journal.NewUnfinished(disk.OS(), c.dir, "Z-9", c.random); err != nil {
		t.Fatal(err)
	}
	out, said := c.run(shell.ExitDone, "records", c.dir)
	want := `date        reference  group     clinician  outcome
2026-11-01  K-102      Tuesdays  Dr. Lind   signed with open points
  talk first: keep-private; not now: come-on-time (needed)
2026-11-02  A.7        -         Dr. Lind   signed
2026-11-03  B_1        -         Dr. Lind   not signed
  no answer kept: 7 (1 needed)

3 records: 1 signed with open points, 1 signed, 1 not signed. 2 with something
open.
`
	if out != want || said != "" {
		t.Errorf("\n%s\nwant\n%s\nand it said %q", out, want, said)
	}
}

func TestATableSaysNothingOfAnswersThatAreNotKept(t *testing.T) {
	c := newClinic(t)
	c.intake("K-1", c.all(walk.TalkFirst), walk.Event{Kind: walk.Decline})
	c.intake("K-2", c.all(walk.TalkFirst), include(walk.AnswersID), walk.Event{Kind: walk.Decline})
	out, _ := c.run(shell.ExitDone, "records", "--csv", c.dir)
	rows := csvOf(t, out)
	at := slices.Index(rows[0], "talk first")
	if got := rows[1][at : at+4]; !slices.Equal(got, slices.Repeat([]string{"not kept"}, 4)) {
		t.Errorf("not kept: %q", got)
	}
	if got := rows[2][at : at+4]; !slices.Equal(got, []string{c.guide.Commitment.Statements[0].ID, "", "", ""}) {
		t.Errorf("kept: %q", got)
	}
	paper := []string{"records", "add", "--records", c.dir, "--paper", "--on", "2026-11-02"}
	if _, said := c.run(shell.ExitFailed, append(paper, "K-1")...); !strings.Contains(said, "tick where one signs that the answers go in") {
		t.Error(said)
	}
	c.run(shell.ExitDone, append(paper, "K-2")...)
}

// include is a tick of the client's.
func include(id string) walk.Event { return walk.Event{Kind: walk.Include, Subject: id, Yes: true} }

// byteOrderMark stands before a table, so that spreadsheets take it for UTF-8.
const byteOrderMark = "\ufeff"

// csvOf is a table as it was written, without the mark before it.
func csvOf(t testing.TB, out string) [][]string {
	t.Helper()
	table, marked := strings.CutPrefix(out, byteOrderMark)
	rows, err := csv.NewReader(strings.NewReader(table)).ReadAll()
	if err != nil || !marked {
		t.Fatalf("%q, %v", out, err)
	}
	return rows
}

func TestARecordThatAnotherReplacesIsMarked(t *testing.T) {
	c := newClinic(t)
	first := c.intake("K-102", c.all(), typed("Dana"))
	a, err := record.Read(disk.OS(), first)
	if err != nil {
		t.Fatal(err)
	}
	c.intake("K-102", c.all(walk.TalkFirst), typed("Dana"), walk.Event{Kind: walk.Sign, Subject: a.ID, Text: first})
	out, _ := c.run(shell.ExitDone, "records", c.dir)
	if got := linesOf(out); len(got) != 6 || !strings.HasSuffix(got[1], "  replaced") || strings.Contains(got[2], "replaced") {
		t.Errorf("%q", got)
	}
}

func TestAFolderWithoutRecordsIsSaidOnStandardError(t *testing.T) {
	c := newClinic(t)
	c.run(shell.ExitFailed, "records", c.dir)
	if err := os.Mkdir(c.dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if out, said := c.run(shell.ExitDone, "records", c.dir); out != "" || !strings.HasPrefix(said, "There are no records in ") {
		t.Errorf("%q, %q", out, said)
	}
	if out, _ := c.run(shell.ExitDone, "records", "--csv", c.dir); len(linesOf(out)) != 1 || !strings.HasPrefix(out, byteOrderMark+"date,reference,") {
		t.Errorf("%q", out)
	}
	c.run(shell.ExitUsage, "records")
}

func TestDamageIsListedWithItsReason(t *testing.T) {
	c := newClinic(t)
	c.intake("K-102", c.all(), typed("Dana"))
	c.write("acknowledgement-2026-01-01-X-1-0123456789abcdef.json", "{}\n")
	c.write("acknowledgement-z.json", `{"format":9}`)
	c.write("letter.txt", "Dear Dana")
	out, said := c.run(shell.ExitProblems, "records", c.dir)
	got := linesOf(out)
	if len(got) != 7 || said != "firstsession: 1 of 2 records are not whole\n" || !strings.HasPrefix(got[1], "2026-01-01  X-1        -      -          cannot be read whole") ||
		!strings.HasPrefix(got[4], "acknowledgement-z.json: cannot be read: it was made by a newer version") ||
		!strings.HasPrefix(got[5], "acknowledgement-2026-01-01-X-1-0123456789abcdef.json: not whole: it names no format") {
		t.Errorf("%q, %q", got, said)
	}
	out, _ = c.run(shell.ExitProblems, "records", "--csv", c.dir)
	rows := csvOf(t, out)
	if len(rows) != 4 || at(rows, 2, "date") != "2026-01-01" || at(rows, 2, "reference") != "X-1" || at(rows, 2, "file") != "acknowledgement-2026-01-01-X-1-0123456789abcdef.json" || !strings.HasPrefix(at(rows, 2, "problem"), "not whole: ") {
		t.Errorf("%q", rows)
	}
}

func TestTheTableHasARowForEachRecord(t *testing.T) {
	c := newClinic(t)
	c.guide.Commitment.Statements[0].Needed = true
	c.guide.Practice, c.guide.Group = "River Clinic", content.Group{ID: "tue", Name: "Tuesdays", Site: "Southside"}
	path := c.intake("K-102", c.all(walk.TalkFirst, walk.TalkFirst, walk.NotNow), typed("Dana Kowalski"))
	out, said := c.run(shell.ExitDone, "records", "--csv", c.dir)
	rows := csvOf(t, out)
	if len(rows) != 2 || said != "" || strings.Contains(out, "Dana") {
		t.Fatalf("%q, %q", rows, said)
	}
	a, err := record.Read(disk.OS(), path)
	if err != nil {
		t.Fatal(err)
	}
	for column, want := range map[string]string{
		"date": "2026-11-01", "reference": "K-102", "outcome": "signed with open points", "holds": "yes", "text": c.guide.Revision,
		"talk first": "keep-private, come-on-time", "not now": "give-it-a-start", "no answer": "", "needed and open": "keep-private",
		"countersigned": "yes", "countersigned by": "Dr. Lind", "parts": "talk", "how": "read aloud", "entered": "piped input",
		"began": "2026-11-01 15:00 +00:00", "ended": "2026-11-01 15:00 +00:00", "group": "Tuesdays", "site": "Southside", "practice": "River Clinic",
		"language": "en", "program": "test", "id": a.ID, "file": filepath.Base(path), "folder": c.dir, "problem": "",
	} {
		if got := at(rows, 1, column); got != want {
			t.Errorf("%s: %q, want %q", column, got, want)
		}
	}
}

// at is a cell of a table, by the name of its column.
func at(rows [][]string, row int, column string) string {
	i := slices.Index(rows[0], column)
	if i < 0 || row >= len(rows) || i >= len(rows[row]) {
		return "there is no " + column
	}
	return rows[row][i]
}

// Spreadsheets split a table at the mark of their language, and some of them
// inside quotation marks as well.
func TestNoFileNameBecomesAFormulaWhereverATableIsSplit(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no file can have such names there")
	}
	c := newClinic(t)
	c.intake("K-102", c.all(), typed("Dana"))
	for _, name := range []string{"=1+1", `";=1+1`, ";=1+1;", `;"=1+1";`, "; @x", `,"-1`, ";\u2003+1"} {
		if err := os.WriteFile(filepath.Join(c.dir, "acknowledgement-"+name+".json"), []byte("{}"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	out, _ := c.run(shell.ExitProblems, "records", "--csv", c.dir)
	for _, mark := range []string{";", ",", "\t"} {
		for _, line := range strings.Split(out, "\n") {
			for _, part := range strings.Split(line, mark) {
				part = strings.TrimLeft(part, "\" \u2003")
				if part != "" && strings.Contains("=+-@", part[:1]) {
					t.Errorf("split at %q, this would be worked out: %s", mark, part)
				}
			}
		}
	}
}

func TestAFullDiskAtTheTableIsSaid(t *testing.T) {
	c := newClinic(t)
	c.intake("K-102", c.all(), typed("Dana"))
	for _, args := range [][]string{{"records", c.dir}, {"records", "--csv", c.dir}} {
		var said strings.Builder
		code := run(args, shell.Streams{Out: failing{syscall.ENOSPC}, Err: &said})
		if code != shell.ExitFailed || !strings.HasPrefix(said.String(), "firstsession: writing to standard output: ") {
			t.Errorf("%v: %d, %q", args, code, said.String())
		}
	}
}

func TestVerifySaysWhichPromisesHaveChangedSince(t *testing.T) {
	c := newClinic(t)
	c.guide.Commitment.Statements[1].Text = "I plan to come."
	c.guide.Revision = "0123456789abcdef"
	c.intake("K-102", c.all(), typed("Dana"))
	if out, _ := c.run(shell.ExitDone, "records", c.dir); !strings.Contains(out, "\n  to be asked anew: come-on-time\n") {
		t.Errorf("who is to be asked anew: %q", out)
	}
	out, said := c.run(shell.ExitDone, "verify", c.dir)
	if got := linesOf(out); len(got) != 1 || said != "" || !strings.Contains(got[0], "text 0123456789abcdef; the guide's text is ") || !strings.Contains(got[0], "of the promises come-on-time has other words") {
		t.Errorf("verify: %q", got)
	}
	out, _ = c.run(shell.ExitDone, "records", "--csv", c.dir)
	if !strings.Contains(out, ",come-on-time has other words,") {
		t.Errorf("%q", out)
	}
}

func TestPromisesOfAPracticeChangeApartFromTheText(t *testing.T) {
	c := newClinic(t)
	c.guide.Commitment.Statements = append(c.guide.Commitment.Statements, content.Statement{ID: "bring-tea", Text: "I will bring tea."})
	c.intake("K-102", c.all(), typed("Dana"))
	out, _ := c.run(shell.ExitDone, "verify", c.dir)
	if !strings.Contains(out, "which is the guide's text now, but of the promises bring-tea is not in this guide; it may be from a practice file (--practice)") {
		t.Errorf("%q", out)
	}
}

func TestVerifySaysWhatIsWithTheCopies(t *testing.T) {
	c := newClinic(t)
	path := c.intake("K-102", c.all(), typed("Dana"))
	base := strings.TrimSuffix(path, ".json")
	if out, _ := c.run(shell.ExitDone, "verify", c.dir); strings.Contains(out, "copy") {
		t.Errorf("%q", out)
	}
	if err := os.Remove(base + ".html"); err != nil {
		t.Fatal(err)
	}
	c.write(filepath.Base(base)+".txt", "Dear Dana")
	out, said := c.run(shell.ExitDone, "verify", path)
	if !strings.Contains(out, ": whole; signed on 2026-11-01; ") || said != "" ||
		!strings.HasSuffix(out, "; its .html copy is not there; its .txt copy does not have its number, and may be of another record\n") {
		t.Errorf("%q", out)
	}
}

func TestVerifyPassesOverIntakesThatAreNotFinished(t *testing.T) {
	c := newClinic(t)
	c.intake("K-102", c.all(), typed("Dana"))
	dir, err := journal.NewUnfinished(disk.OS(), c.dir, "Z-9", c.random)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "journal.jsonl"), []byte("rubbish"), 0o600); err != nil {
		t.Fatal(err)
	}
	out, said := c.run(shell.ExitDone, "verify", c.dir)
	if got := linesOf(out); len(got) != 1 || said != "" || strings.Contains(out, "Z-9") {
		t.Errorf("%q, %q", got, said)
	}
}

// What is added stands in a file that never changes, so that nothing is left out of
// it in silence.
func TestWhatIsNoTextIsNotAdded(t *testing.T) {
	c := newClinic(t)
	path := c.intake("K-1", c.all(), typed("Dana"))
	for _, flag := range []string{"--todo", "--countersigned"} {
		for _, text := range []string{"caf\xe9", "a\x1b[31mb", "a\x00b", "\ufffd", "ring\nthe insurer", "a\u202eb", "\u200b", "\xff\xfe", "a\x7fb", "a\u0085b", "\xc3"} {
			args := []string{"records", "add", path, flag, text}
			if flag == "--todo" {
				args = append(args, "--by", "2099-01-01")
			}
			if _, said := c.run(shell.ExitUsage, args...); !strings.Contains(said, flag+" holds ") {
				t.Errorf("%q: %s", text, said)
			}
		}
	}
	if all, err := filepath.Glob(filepath.Join(c.dir, "addition-*")); err != nil || len(all) > 0 {
		t.Errorf("%v, %v", all, err)
	}
}
