package record

import (
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"firstsession/content/disk"
	"firstsession/content/walk"
)

// Additions of all formats so far are read for ever.
func TestAdditionsOfEarlierVersionsAreRead(t *testing.T) {
	entries, err := List(disk.OS(), "testdata/additions")
	if err != nil || len(entries) != 1 || entries[0].Err != nil || len(entries[0].Added) != 8 {
		t.Fatalf("%+v, %v", entries, err)
	}
	e := entries[0]
	if e.WithdrawnOn() != "" || e.ReplacedBy() != "6164646974696f6e" || e.PaperOn() != "2026-11-24" || e.Reference() != "K-120" {
		t.Errorf("%q, %q, %q, %q", e.WithdrawnOn(), e.ReplacedBy(), e.PaperOn(), e.Reference())
	}
	for _, a := range e.Added {
		if want := a.Kind.format(); a.Format != want {
			t.Errorf("%s has format %d, want %d", a.Kind, a.Format, want)
		}
	}
}

func TestWhatIsSetAsideDoesNotCountAndIsStillSaid(t *testing.T) {
	g := guide(t)
	e := Entry{Record: intakeRecord(t, g)}
	back := kinds(t, e.Record)[Withdrawn]
	e.Added = []Addition{back}
	if !strings.Contains(Text(e.Record, g.Words, e.Added...), "\nTaken back on 2026-11-25.") || e.WithdrawnOn() != "2026-11-25" {
		t.Error("it is not said that it was taken back")
	}
	aside, err := NewAddition(e.Record, Addition{Kind: SetAside, Of: back.ID, Time: back.Time.AddDate(0, 0, 1)}, strings.NewReader("another one"))
	must(t, err)
	e.Added = append(e.Added, aside)
	said := strings.Join(strings.Fields(Text(e.Record, g.Words, e.Added...)), " ")
	if e.WithdrawnOn() != "" || len(e.Counts()) != 0 || strings.Count(said, "Taken back on 2026-11-25.") != 2 || !strings.Contains(said, "Set aside, and does not count: “Taken back on 2026-11-25.") {
		t.Errorf("%q, %v, %s", e.WithdrawnOn(), e.Counts(), said)
	}
}

func TestARecordKnowsWhichOneTakesItsPlace(t *testing.T) {
	g := guide(t)
	dir := t.TempDir()
	a := intakeRecord(t, g)
	path, err := writeFiles(disk.OS(), dir, a, g.Words, Draft{})
	must(t, err)
	e := Entry{Path: path, Record: a}
	newer := e.Record
	newer.ID, newer.Supersedes, newer.Time = "0123456789abcdef", e.Record.ID, e.Record.Time.AddDate(0, 0, 1)
	if newer, err = newer.seal(); err != nil {
		t.Fatal(err)
	}
	if _, err := writeFiles(disk.OS(), dir, newer, g.Words, Draft{}); err != nil {
		t.Fatal(err)
	}
	was := at(t, e.Path)
	if was.ReplacedBy() != newer.ID || at(t, filepath.Join(dir, FileName(newer))).ReplacedBy() != "" {
		t.Errorf("it is replaced by %q", was.ReplacedBy())
	}
	must(t, Renew(disk.OS(), was, g.Words))
	for _, end := range []string{textEnd, pageEnd} {
		if copied, err := os.ReadFile(strings.TrimSuffix(e.Path, recordEnd) + end); err != nil || !strings.Contains(string(copied), newer.ID) {
			t.Errorf("%s does not say so, %v", end, err)
		}
	}
	renamed := filepath.Join(dir, "of Tuesday.bak")
	if data, err := os.ReadFile(e.Path); err != nil || os.WriteFile(renamed, data, 0o600) != nil || at(t, renamed).ReplacedBy() != newer.ID {
		t.Errorf("under another name it is not known that it was replaced: %v", err)
	}
	if _, other := Copies(disk.OS(), was, g.Words); len(other) > 0 {
		t.Errorf("%v", other)
	}
}

func TestWhatWouldBeUntrueCannotBeAdded(t *testing.T) {
	g := smallGuide()
	whole := Entry{Record: intakeRecord(t, g)}
	now := whole.Record.Time.AddDate(0, 0, 10)
	day := func(days int) string { return whole.Record.Time.AddDate(0, 0, days).Format(time.DateOnly) }
	back, unsigned, replaced, refused := whole, whole, whole, whole
	back.Added = []Addition{kinds(t, whole.Record)[Withdrawn]}
	unsigned.Record.Name, unsigned.Record.Outcome = "", walk.EndNotSigned
	replaced.Added = []Addition{{Kind: Replaced, Of: "0123456789abcdef"}}
	refused.Record.Statements = []Statement{{Answer: walk.NotNow}}
	unsigned.Record.Statements = []Statement{{Answer: walk.Agree}, {Answer: walk.NotNow}}
	unanswered := unsigned
	unanswered.Record.Statements = []Statement{{Answer: walk.Agree}, {}}
	for what, c := range map[string]struct {
		to   Entry
		a    Addition
		want string // empty if it can be
	}{
		"taken back on the day":     {whole, Addition{Kind: Withdrawn, Day: day(0)}, ""},
		"taken back today":          {whole, Addition{Kind: Withdrawn, Day: day(10)}, ""},
		"taken back tomorrow":       {whole, Addition{Kind: Withdrawn, Day: day(11)}, "is to come"},
		"taken back before":         {whole, Addition{Kind: Withdrawn, Day: day(-1)}, "is before the record"},
		"taken back twice":          {back, Addition{Kind: Withdrawn, Day: day(2)}, "already"},
		"taken back and not signed": {unsigned, Addition{Kind: Withdrawn, Day: day(2)}, "nothing was signed"},
		"taken back and replaced":   {replaced, Addition{Kind: Withdrawn, Day: day(2)}, "0123456789abcdef"},
		"paper, and not signed":     {unsigned, Addition{Kind: OnPaper, Day: day(2)}, ""},
		"paper, and replaced":       {replaced, Addition{Kind: OnPaper, Day: day(2)}, "0123456789abcdef"},
		"paper, and all refused":    {refused, Addition{Kind: OnPaper, Day: day(2)}, "no promise stands in it as agreed to"},
		"paper, and one unanswered": {unanswered, Addition{Kind: OnPaper, Day: day(2)}, "without an answer"},
		"to do, and over":           {whole, Addition{Kind: ToDo, Day: day(9), Text: "x"}, "is over"},
		"to do today":               {whole, Addition{Kind: ToDo, Day: day(10), Text: "x"}, ""},
		"the same reference":        {whole, Addition{Kind: Corrected, Reference: whole.Reference()}, "already"},
		"countersigned twice":       {whole, Addition{Kind: Countersigned, Name: whole.Countersigners()[0]}, "already"},
		"set aside, and not there":  {whole, Addition{Kind: SetAside, Of: "0123456789abcdef"}, "no addition"},
		"set aside":                 {back, Addition{Kind: SetAside, Of: back.Added[0].ID}, ""},
	} {
		err := c.to.MayAdd(c.a, now)
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", what, err, c.want)
		}
	}
}

func TestReferencesAreNearThatAreEasilyTypedForEachOther(t *testing.T) {
	for pair, want := range map[[2]string]bool{
		{"K-101", "k-101"}: true, {"K-101", "K101"}: true, {"K-101", "K_101"}: true, {"K-7", "K-007"}: true,
		{"K-101", "K-102"}: false, {"K-10", "K-100"}: false, {"K-1-1", "K-11"}: false, {"K-1-1", "k1_01"}: true, {"A-101", "K-101"}: false, {"É-1", "é-1"}: true,
	} {
		if got := Near(pair[0], pair[1]); got != want {
			t.Errorf("%v: %v", pair, got)
		}
	}
}

func TestTheNameOfARecordSaysItsDayItsReferenceAndItsNumber(t *testing.T) {
	for name, want := range map[string][3]string{
		"acknowledgement-2026-11-01-K-102-0123456789abcdef.json": {"2026-11-01", "K-102", "0123456789abcdef"},
		"acknowledgement-2026-11-01-0123456789abcdef.json":       {"2026-11-01", "", "0123456789abcdef"},
		"acknowledgement-0123456789abcdef.json":                  {"", "", "0123456789abcdef"},
		"acknowledgement-2026-11-01-K-102.json":                  {},
		"acknowledgement-2026-11-01-0123456789abcdef.txt":        {},
		"a-2026-11-01-0123456789abcdef.json":                     {},
		"acknowledgement-.json":                                  {},
	} {
		if day, reference, id := InName(name); [3]string{day, reference, id} != want {
			t.Errorf("%s: %q, %q, %q", name, day, reference, id)
		}
	}
}

func TestTheNameOfAnAdditionSaysItsNumberAndItsRecords(t *testing.T) {
	a := kinds(t, intakeRecord(t, smallGuide()))[OnPaper]
	if id, of := AdditionIn(additionName(a)); id != a.ID || of != a.Record {
		t.Errorf("%q, %q", id, of)
	}
	for _, name := range []string{"", "addition-x.json", "addition-2026-11-01-0123456789abcdef.json", "addition-2026-11-01-x-0123456789abcdef.json"} {
		if id, of := AdditionIn(name); id+of != "" {
			t.Errorf("%q: %q, %q", name, id, of)
		}
	}
}

// fields are the names of all fields of a type in JSON, and of those within it.
func fields(in reflect.Type, found map[string]bool) {
	for in.Kind() == reflect.Pointer || in.Kind() == reflect.Slice {
		in = in.Elem()
	}
	if in.Kind() != reflect.Struct || in == reflect.TypeFor[time.Time]() {
		return
	}
	for i := range in.NumField() {
		name, _, _ := strings.Cut(in.Field(i).Tag.Get("json"), ",")
		if name != "" {
			found[name] = true
		}
		fields(in.Field(i).Type, found)
	}
}

func TestTheFieldsOfRecordsAndAdditionsAreDocumented(t *testing.T) {
	said, err := os.ReadFile("../../.github/RECORDS.md")
	must(t, err)
	found := map[string]bool{}
	fields(reflect.TypeFor[Record](), found)
	fields(reflect.TypeFor[Addition](), found)
	for _, name := range slices.Sorted(maps.Keys(found)) {
		if !strings.Contains(string(said), "`"+name+"`") {
			t.Errorf("%s is not in RECORDS.md", name)
		}
	}
}
