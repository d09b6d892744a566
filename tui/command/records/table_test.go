package records_test

import (
	"crypto/rand"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"firstsession/content/contenttest"
	"firstsession/content/disk"
	"firstsession/content/guidetest"
	"firstsession/content/ledger"
	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/walk"
	"firstsession/tui/command"
	"firstsession/tui/command/shell"
)

// add puts an addition beside a record, and into the ledger of one writer.
func (c *clinic) add(path string, a record.Addition) record.Addition {
	c.t.Helper()
	e := ledger.At(disk.OS(), path)
	a.Time, a.Program = e.Record.Time.AddDate(0, 0, 1), "test"
	a, err := record.NewAddition(e.Record, a, rand.Reader)
	if err == nil {
		_, err = record.Add(disk.OS(), e, a, c.guide.Words)
	}
	if err == nil {
		err = ledger.Book{FS: disk.OS(), Dir: c.dir, Writer: "00112233445566aa"}.Note()
	}
	if err != nil {
		c.t.Fatal(err)
	}
	return a
}

// at runs a command on a day, in a window of so many columns.
func (c *clinic) at(day string, columns int, args ...string) string {
	c.t.Helper()
	now, err := time.Parse(time.DateOnly, day)
	if err != nil {
		c.t.Fatal(err)
	}
	var out, said strings.Builder
	env := shell.Env{Streams: shell.Streams{In: strings.NewReader(""), Out: &out, Err: &said}, FS: disk.OS(), Random: rand.Reader, Getenv: noEnvironment, Columns: columns, Now: func() time.Time { return now }, Shipped: guidetest.Read}
	if code := command.Run(args, env, nil, nil); code != shell.ExitDone {
		c.t.Fatalf("%v: code %d, %s", args, code, said.String())
	}
	return out.String()
}

func TestTheListFitsTheWindowAndSaysWhatIsOverdue(t *testing.T) {
	c := newClinic(t)
	c.guide.Group.Name = "The group on Tuesday evenings for people who grieve"
	path := c.intake("K-102", c.all(walk.TalkFirst), typed("Dana"))
	todo := c.add(path, record.Addition{Kind: record.ToDo, Day: "2026-11-10", Text: "Ring the insurer " + strings.Repeat("and again ", 20)})
	c.add(path, record.Addition{Kind: record.ToDo, Day: "2026-11-20", Text: "Ask about lifts"})
	for _, columns := range []int{0, 40, 60, 66, 72, 80, 120} {
		out := c.at("2026-11-15", columns, "records", c.dir)
		most := columns
		if columns == 0 {
			most = 80
		}
		if columns > 0 {
			out += c.at("2026-11-15", columns, "verify", c.dir)
		}
		for _, line := range linesOf(out) {
			if plain.Cells(line) > most {
				t.Errorf("at %d: %d columns: %s", columns, plain.Cells(line), line)
			}
		}
		said := strings.Join(strings.Fields(out), " ")
		for _, want := range []string{"to do by 2026-11-10, overdue: Ring the insurer", "(number " + todo.ID + ")", "to do by 2026-11-20: Ask", "1 of them overdue."} {
			if !strings.Contains(said, want) {
				t.Errorf("at %d it does not say %q:\n%s", columns, want, out)
			}
		}
	}
	for day, want := range map[string]string{"2026-11-15": "yes", "2026-11-10": ""} {
		if rows := csvOf(t, c.at(day, 0, "records", "--csv", c.dir)); at(rows, 1, "overdue") != want {
			t.Errorf("on %s: %q", day, at(rows, 1, "overdue"))
		}
	}
	if out := c.at("2026-11-15", 59, "records", c.dir); !strings.Contains(strings.Join(strings.Fields(out), " "), " group: "+c.guide.Group.Name+" clinician") {
		t.Errorf("told in lines, it is cut: %s", out)
	}
	if out := c.at("2026-11-15", 40, "records", c.dir); !strings.HasPrefix(out, "2026-11-01 K-102: signed with open\npoints\n  group: The group on Tuesday evenings\n") {
		t.Errorf("at 40: %s", out)
	}
	if out := c.at("2026-11-15", 80, "records", c.dir); !strings.Contains(out, "  The group on Tuesday…  Dr. Lind   signed with open points\n") {
		t.Errorf("at 80: %s", out)
	}
}

func TestTheListIsOfAGroupASiteOrWhatIsOpen(t *testing.T) {
	c := newClinic(t)
	place := func(id, name, site string) { c.guide.Group.ID, c.guide.Group.Name, c.guide.Group.Site = id, name, site }
	place("tue", "Tuesdays", "Southside")
	c.intake("K-1", c.all(walk.TalkFirst), typed("Dana"))
	place("grief", "Grief", "Northgate")
	c.intake("K-2", c.all(), typed("Dana"))
	place("fri", "Fridays", "Southside")
	c.intake("K-3", c.all(), typed("Dana"))
	for flags, want := range map[string]string{
		"--group tuesdays": "K-1", "--group tue": "K-1", "--site south": "K-1 K-3", "--open": "K-1", "--site SOUTHSIDE --group f": "K-3",
	} {
		for _, csv := range []bool{false, true} {
			args := append([]string{"records"}, strings.Fields(flags)...)
			if csv {
				args = append(args, "--csv")
			}
			out, _ := c.run(shell.ExitDone, append(args, c.dir)...)
			for _, reference := range []string{"K-1", "K-2", "K-3"} {
				if strings.Contains(out, reference) != strings.Contains(want, reference) {
					t.Errorf("%s lists:\n%s", flags, out)
				}
			}
			if !csv && !strings.Contains(out, " not listed, as you asked.\n") {
				t.Errorf("%s does not say that there are more:\n%s", flags, out)
			}
		}
	}
	for flag, want := range map[string]string{
		"--group": `no record is of the group "monday"; there are: Fridays, Grief, Tuesdays`, "--site": `no record is of the site "monday"; there are: Northgate, Southside`,
	} {
		if out, said := c.run(shell.ExitFailed, "records", flag, "monday", c.dir); out != "" || !strings.Contains(said, want) {
			t.Errorf("%s: %s, %s", flag, out, said)
		}
	}
	place("tue", "Martes", "Al sur") // the same in another language
	c.guide.Language = "es"
	c.intake("K-4", c.all(), typed("Dana"))
	for _, flags := range [][]string{{"--group", "Tuesdays"}, {"--group", "martes"}, {"--site", "southside", "--group", "tue"}} {
		args := append(append([]string{"records"}, flags...), c.dir)
		if out, _ := c.run(shell.ExitDone, args...); strings.Count(out, "Tuesdays") != 2 || !strings.Contains(out, "K-4") || !strings.Contains(out, "2 other records are not listed") {
			t.Errorf("%v: %s", flags, out)
		}
	}
	place("tue", "Tardes", "Al sur") // two files, or another name: nobody knows
	c.intake("K-5", c.all(), typed("Dana"))
	if out, _ := c.run(shell.ExitDone, "records", c.dir); !strings.Contains(out, "Martes") || !strings.Contains(out, "Tardes") {
		t.Errorf("%s", out)
	}
	c.run(shell.ExitUsage, "records", "--open", "--keep", "7", c.dir)
}

// The practice's file knows all names of a group: each finds it, and the list has the
// one in its own language, also where every client read in another.
func TestAGroupIsFoundByAnyNameThatThePracticesFileHas(t *testing.T) {
	c := newClinic(t)
	file := filepath.Join(t.TempDir(), "practice.toml")
	text := "language = \"en\"\n[[site]]\nid = \"south\"\nname = \"Southside\"\n[site.in.es]\nname = \"Al sur\"\n" +
		"[[group]]\nid = \"tue\"\nsite = \"south\"\nname = \"Tuesday group\"\n[group.in.es]\nname = \"Grupo del martes\"\n"
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	place := func(name, site, language string) {
		c.guide.Group.ID, c.guide.Group.Name, c.guide.Group.Site, c.guide.Language = "tue", name, site, language
	}
	place("Grupo del martes", "Al sur", "es")
	c.intake("K-1", c.all(), typed("Dana"))
	c.intake("K-2", c.all(), typed("Dana"))
	for language, name := range map[string]string{"en": "Tuesday group", "es": "Grupo del martes"} {
		for _, typed := range []string{"Tuesday group", "grupo del", "tue"} {
			for _, site := range []string{"southside", "al sur"} {
				out, _ := c.run(shell.ExitDone, "records", "--practice", file, "--language", language, "--group", typed, "--site", site, c.dir)
				if strings.Count(out, name) != 2 {
					t.Errorf("%s, --group %s --site %s: %s", language, typed, site, out)
				}
			}
		}
	}
	if out, _ := c.run(shell.ExitDone, "records", c.dir); strings.Count(out, "Grupo del martes") != 2 {
		t.Errorf("without the file: %s", out)
	}
	place("Somebody else's", "Al sur", "en")
	c.intake("K-3", c.all(), typed("Dana"))
	if out, _ := c.run(shell.ExitDone, "records", "--practice", file, c.dir); strings.Count(out, "Tuesday group") != 2 {
		t.Errorf("another group of that id: %s", out)
	}
}

// A lost withdrawal must not read as a signature that holds.
func TestAnAdditionThatIsMissingIsToldWhereverTheRecordIs(t *testing.T) {
	c := newClinic(t)
	path := c.intake("K-110", c.all(), typed("Dana"))
	c.add(path, record.Addition{Kind: record.Withdrawn, Day: "2026-11-02"})
	c.add(c.intake("K-111", c.all(), typed("Dana")), record.Addition{Kind: record.OnPaper, Day: "2026-11-03"})
	c.write("expected", "K-110\n")
	found, err := filepath.Glob(filepath.Join(c.dir, "addition-*"+ledger.At(disk.OS(), path).Record.ID+"*"))
	if err != nil || len(found) != 1 {
		t.Fatal(found, err)
	}
	number, _ := record.AdditionIn(filepath.Base(found[0]))
	kept, err := os.ReadFile(found[0])
	if err == nil {
		err = os.Remove(found[0])
	}
	if err != nil {
		t.Fatal(err)
	}
	if _, said := c.run(shell.ExitFailed, "records", "add", path, "--set-aside", number[:6]); !strings.Contains(said, "the addition "+number+" to this record is damaged or missing here, or has not come yet") {
		t.Errorf("%s", said)
	}
	missing := " is missing"
	for _, args := range [][]string{{"records", c.dir}, {"records", "--csv", c.dir}, {"verify", c.dir}, {"records", "--expected", filepath.Join(c.dir, "expected"), c.dir}} {
		if out, said := c.run(shell.ExitProblems, args...); !strings.Contains(out+said, missing) || !strings.Contains(out+said, "K-110") {
			t.Errorf("%v: %s, %s", args, out, said)
		}
	}
	if out, _ := c.run(shell.ExitProblems, "records", "--expected", filepath.Join(c.dir, "expected"), c.dir); !strings.Contains(out, "signed; an addition to it is missing") {
		t.Errorf("%s", out)
	}
	if err := os.WriteFile(found[0], kept, 0o600); err != nil {
		t.Fatal(err)
	}
	if out, _ := c.run(shell.ExitDone, "records", c.dir); !strings.Contains(out, "taken back 2026-11-02") {
		t.Errorf("%s", out)
	}
	// Of a record that is damaged, an addition says so, and not that it is away.
	c.write(filepath.Base(path), "{}\n")
	out, _ := c.run(shell.ExitProblems, "records", c.dir)
	if !strings.Contains(out, "it is an addition to "+filepath.Base(path)+", which cannot be read whole") || !strings.Contains(out, "K-110      -      -          cannot be read whole") {
		t.Errorf("%s", out)
	}
}

func TestExpectedShowsEverybodyAndHintsAtWhatIsNear(t *testing.T) {
	c := newClinic(t)
	base := c.dir
	c.dir = filepath.Join(base, "north")
	c.intake("K-108", c.all(), typed("Dana"))
	c.add(c.intake("K-106", c.all(), typed("Dana")), record.Addition{Kind: record.Corrected, Reference: "K-160"})
	c.dir = filepath.Join(base, "south")
	c.intake("K-108", c.all(), typed("Dana"))
	file := filepath.Join(base, "expected")
	if err := os.WriteFile(file, []byte("K-108\nk108\nK-106\nK-160\nK-9\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	out, said := c.run(shell.ExitDone, "records", "--expected", file, filepath.Join(base, "north"), c.dir)
	want := `reference  state                                     date
K-108      signed                                    2026-11-03
k108       no record here; there is K-108            -
K-106      no record here; its reference is K-160 now  -
K-160      signed                                    2026-11-02
K-9        no record here                            -

5 expected: 2 signed, 0 went through it and did not sign, 3 not oriented yet.
`
	if strings.Join(strings.Fields(out), " ") != strings.Join(strings.Fields(want), " ") || !strings.HasPrefix(said, "K-108 has 2 records that hold, and none names another: ") {
		t.Errorf("%s\n%s", out, said)
	}
}

// Who took a promise back was oriented, and is counted apart.
func TestWhoTookItBackIsCountedApart(t *testing.T) {
	c := newClinic(t)
	c.add(c.intake("K-1", c.all(), typed("Dana")), record.Addition{Kind: record.Withdrawn, Day: "2026-11-02"})
	file := filepath.Join(c.dir, "expected")
	if err := os.WriteFile(file, []byte("K-1\nK-2\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, _ := c.run(shell.ExitDone, "records", "--expected", file, c.dir); !strings.Contains(out, "did not sign, 1 took it back, 1 not oriented yet.\n") {
		t.Errorf("%s", out)
	}
}

// A list of references comes from a spreadsheet, a mail or an editor.
func TestTheExpectedAreReadHoweverTheyWereSaved(t *testing.T) {
	c := newClinic(t)
	c.intake("K-108", c.all(), typed("Dana"))
	list := "reference\nK-108\nK-9\n"
	all := contenttest.SavedAnew([]byte(list))
	delete(all, "with other room")
	delete(all, "without room")
	all["in quotation marks"] = []byte("\"Reference\"\n\"K-108\"\n“K-9”\n")
	all["with the line ends of an old Mac"] = []byte("Ref.\rK-108\rK-9\r")
	all["with room at its sides"] = []byte("  ID \n\tK-108\t\n K-9\u00a0\n")
	all["with other line ends"] = []byte("Referencias\u2028K-108\u2029K-9")
	all["without a heading"] = []byte("K-108\nK-9")
	all["with remarks"] = []byte("# who is to come\nClient\nK-108\n\n# and\nK-9")
	for how, data := range all {
		file := filepath.Join(t.TempDir(), "expected")
		if err := os.WriteFile(file, data, 0o600); err != nil {
			t.Fatal(err)
		}
		out, said := c.run(shell.ExitDone, "records", "--expected", file, c.dir)
		if !strings.Contains(out, "2 expected: 1 signed, 0 went through it and did not sign, 1 not oriented yet.") || strings.Contains(said, "heading") == (how == "without a heading") {
			t.Errorf("%s:\n%s%s", how, out, said)
		}
	}
}

// What stands beside a reference is none, and it is said how to write the list.
func TestWhatIsNoReferenceIsNotExpected(t *testing.T) {
	c := newClinic(t)
	c.intake("K-108", c.all(), typed("Dana"))
	for _, list := range []string{"K-108,Anna", "K-108;Anna", "K-108\tAnna", "K-108 K-109", "Anna Lind", "K-108\nreference", "{\"reference\":\"K-108\"}", "K-108 | x", "\x00", "%PDF-1.7"} {
		file := filepath.Join(t.TempDir(), "expected")
		if err := os.WriteFile(file, []byte(list), 0o600); err != nil {
			t.Fatal(err)
		}
		var out, said strings.Builder
		code := run([]string{"records", "--expected", file, c.dir}, shell.Streams{Out: &out, Err: &said})
		if list == "K-108\nreference" {
			if code != shell.ExitDone { // it may be one
				t.Errorf("%q: %s", list, said.String())
			}
		} else if code != shell.ExitProblems || !strings.Contains(said.String(), "column of references alone") {
			t.Errorf("%q: %d, %s", list, code, said.String())
		}
	}
}

// Whoever signed without a promise that the practice needs is not to be taken for
// somebody who can start.
func TestExpectedTellsASignatureThatLacksWhatIsNeeded(t *testing.T) {
	c := newClinic(t)
	needed := c.guide.Commitment.Statements[0].ID
	c.guide.PracticeCode, c.guide.Commitment.Statements[0].Needed = "0123456789ab", true
	c.intake("K-1", c.all(walk.NotNow), typed("Dana"))
	c.intake("K-2", c.all(walk.Agree, walk.TalkFirst), typed("Dana"))
	none := slices.Repeat([]walk.Answer{walk.NotNow}, len(c.guide.Commitment.Statements))
	refused := c.intake("K-3", none, include(walk.AnswersID), walk.Event{Kind: walk.Decline})
	c.add(refused, record.Addition{Kind: record.OnPaper, Day: "2026-11-04"}) // as an earlier version took it
	c.write("expected", "K-1\nK-2\nK-3\n")
	out, _ := c.run(shell.ExitDone, "records", "--expected", filepath.Join(c.dir, "expected"), c.dir)
	out = strings.Join(strings.Fields(out), " ")
	for _, want := range []string{
		"K-1 signed, but not agreed: not now: " + needed + " (needed)", "K-2 signed; talk first: ", "K-3 signed, but not agreed: not now: ",
		"3 expected: 1 signed, 2 signed without all that is needed, 0 went",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in %s", want, out)
		}
	}
	table, _ := c.run(shell.ExitDone, "records", "--csv", c.dir)
	if rows := csvOf(t, table); rows[3][slices.Index(rows[0], "holds")] != "no" {
		t.Errorf("%v holds", rows[3])
	}
}

func TestTheListSaysWhatNobodyCountersigned(t *testing.T) {
	c := newClinic(t)
	c.intake("K-1", c.all(), typed("Dana"))
	c.alone = true
	c.intake("K-2", c.all(), typed("Dana"))
	c.intake("K-3", c.all(), walk.Event{Kind: walk.Decline}) // there is nothing to countersign
	out, _ := c.run(shell.ExitDone, "records", c.dir)
	if _, below, _ := strings.Cut(out, "K-2"); strings.Count(out, "  not countersigned\n") != 1 || !strings.Contains(below, "  not countersigned\n") {
		t.Errorf("%s", out)
	}
}

// One reference that two clients have would answer for both.
func TestAReferenceThatAnotherSignedRecordHasIsRefused(t *testing.T) {
	c := newClinic(t)
	c.intake("K-1", c.all(), typed("Dana"))
	signed, unsigned := c.intake("K-2", c.all(), typed("Ana")), c.intake("K-3", c.all(), walk.Event{Kind: walk.Decline})
	if _, said := c.run(shell.ExitFailed, "records", "add", signed, "--corrected-reference", "K-1"); !strings.Contains(said, "K-1 has a record that holds already, acknowledgement-2026-11-01-K-1-") {
		t.Errorf("%s", said)
	}
	if _, said := c.run(shell.ExitDone, "records", "add", unsigned, "--corrected-reference", "K-1"); !strings.Contains(said, "K-1 has another record, too: acknowledgement-2026-11-01-K-1-") {
		t.Errorf("%s", said)
	}
}

func TestTheColumnsOfTheTableAreDocumented(t *testing.T) {
	said, err := os.ReadFile("../../../.github/RECORDS.md")
	if err != nil {
		t.Fatal(err)
	}
	c := newClinic(t)
	c.intake("K-1", c.all(), typed("Dana"))
	out, _ := c.run(shell.ExitDone, "records", "--csv", c.dir)
	for _, name := range csvOf(t, out)[0] {
		if !strings.Contains(string(said), "`"+name+"`") {
			t.Errorf("%s is not in RECORDS.md", name)
		}
	}
}
