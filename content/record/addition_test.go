package record

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"firstsession/content/contenttest"
	"firstsession/content/disk"
	"firstsession/content/disk/disktest"
)

func addition(t testing.TB, to Record, a Addition) Addition {
	t.Helper()
	if a.Time.IsZero() {
		a.Time = signedAt.AddDate(0, 0, 3)
	}
	a.Program = "firstsession test"
	made, err := NewAddition(to, a, strings.NewReader("addition"))
	must(t, err)
	return made
}

// kinds are one addition of each kind.
func kinds(t testing.TB, to Record) map[Kind]Addition {
	t.Helper()
	meaning := Meaning{Heading: "What it means", Text: []string{"I was there."}}
	all := map[Kind]Addition{}
	for _, a := range []Addition{
		{Kind: Withdrawn, Day: "2026-11-25"},
		{Kind: ToDo, Day: "2026-12-01", Text: "Ring the insurer"},
		{Kind: Done, Day: "2026-11-30", Text: "Ring the insurer", Of: "6164646974696f6e"},
		{Kind: Countersigned, Name: "Dr. Holm", Meaning: &meaning},
		{Kind: Corrected, Reference: "K-120"},
		{Kind: OnPaper, Day: "2026-11-24"},
		{Kind: SetAside, Of: "6164646974696f6e"},
		{Kind: Replaced, Of: "6164646974696f6e"},
	} {
		all[a.Kind] = addition(t, to, a)
	}
	return all
}

func TestAnAdditionIsReadAgainByteForByteOrNotAtAll(t *testing.T) {
	to := intakeRecord(t, smallGuide())
	for kind, a := range kinds(t, to) {
		data, err := Encode(a)
		must(t, err)
		again, err := DecodeAddition(data)
		if twice, _ := Encode(again); err != nil || !bytes.Equal(twice, data) || again.Kind != kind {
			t.Fatalf("%s: %+v, %v", kind, again, err)
		}
		for at := range data {
			for _, changed := range [][]byte{data[:at], slices.Insert(slices.Clone(data), at, ' '), slices.Delete(slices.Clone(data), at, at+1)} {
				if _, err := DecodeAddition(changed); err == nil {
					t.Fatalf("%s: byte %d does not count", kind, at)
				}
			}
		}
	}
	data, err := Encode(kinds(t, to)[ToDo])
	must(t, err)
	for how, saved := range contenttest.SavedAnew(data) {
		if _, err := DecodeAddition(saved); err == nil || !strings.Contains(err.Error(), "every word in it is as it was") {
			t.Errorf("saved anew, %s: %v", how, err)
		}
	}
	var newer *NewerError
	if _, err := DecodeAddition([]byte(`{"format":3,"more":1}`)); !errors.As(err, &newer) || newer.Format != 3 {
		t.Errorf("a newer one: %v", err)
	}
}

func TestAnAdditionSaysWhatItsKindSaysAndNothingElse(t *testing.T) {
	to := intakeRecord(t, smallGuide())
	meaning := &Meaning{Heading: "x"}
	for _, a := range []Addition{
		{Kind: "revoked", Day: "2026-11-25"},
		{Kind: Withdrawn},
		{Kind: Withdrawn, Day: "yesterday"},
		{Kind: Withdrawn, Day: "2026-11-25", Text: "She said that she was afraid"},
		{Kind: ToDo, Text: "Ring the insurer"},
		{Kind: ToDo, Day: "2026-12-01"},
		{Kind: ToDo, Day: "2026-12-01", Text: strings.Repeat("x", MaxToDo+1)},
		{Kind: Done, Day: "2026-12-01", Text: "Ring", Of: "../x"},
		{Kind: Countersigned, Name: "Dr. Holm"},
		{Kind: Countersigned, Name: "\u202e", Meaning: meaning},
		{Kind: Corrected, Reference: "../x"},
		{Kind: Corrected, Reference: "K-120", Name: "Dana"},
		{Kind: OnPaper},
		{Kind: SetAside},
		{Kind: SetAside, Of: "6164646974696f6e", Day: "2026-11-25"},
	} {
		a.Time = signedAt
		if made, err := NewAddition(to, a, strings.NewReader("addition")); err == nil {
			t.Errorf("%+v", made)
		}
	}
}

// saved is a folder with a record in it.
func saved(t testing.TB, fsys disk.FS, dir string) Entry {
	t.Helper()
	g := smallGuide()
	a := intakeRecord(t, g)
	path, err := writeFiles(fsys, dir, a, g.Words, Draft{})
	must(t, err)
	return Entry{Path: path, Record: a}
}

func TestAdditionsAreListedWithTheirRecordAndSaidInItsCopies(t *testing.T) {
	g := guide(t)
	dir := t.TempDir()
	a := intakeRecord(t, g)
	path, err := writeFiles(disk.OS(), dir, a, g.Words, Draft{})
	must(t, err)
	before, err := os.ReadFile(path)
	must(t, err)
	todo := addition(t, a, Addition{Kind: ToDo, Day: "2026-12-01", Text: "Ring the insurer"})
	for i, add := range []Addition{
		todo, kinds(t, a)[Withdrawn], kinds(t, a)[Countersigned], kinds(t, a)[Corrected], kinds(t, a)[OnPaper],
		{Kind: ToDo, Day: "2026-11-29", Text: "Ask about lifts"},
		{Kind: Done, Day: "2026-11-30", Text: todo.Text, Of: todo.ID},
	} {
		if i > 0 {
			add.Time = signedAt.AddDate(0, 0, i+3)
			if add, err = NewAddition(a, add, strings.NewReader(fmt.Sprintf("addition%d", i)[1:])); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := Add(disk.OS(), at(t, path), add, g.Words); err != nil {
			t.Fatal(err)
		}
	}
	entries, err := List(disk.OS(), dir)
	if err != nil || len(entries) != 1 || len(entries[0].Added) != 7 {
		t.Fatalf("%+v, %v", entries, err)
	}
	e := entries[0]
	if todo := e.ToDo(); len(todo) != 1 || todo[0].Text != "Ask about lifts" || e.Reference() != "K-120" ||
		e.WithdrawnOn() != "2026-11-25" || e.PaperOn() != "2026-11-24" || !slices.Equal(e.Countersigners(), []string{"Dr. Anna Lind", "Dr. Holm"}) {
		t.Errorf("%+v, %s, %s, %s, %v", todo, e.Reference(), e.WithdrawnOn(), e.PaperOn(), e.Countersigners())
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the record has changed, %v", err)
	}
	if missing, other := Copies(disk.OS(), e, g.Words); len(missing)+len(other) > 0 {
		t.Errorf("%v is missing, %v reads otherwise", missing, other)
	}
	text, err := os.ReadFile(strings.TrimSuffix(path, recordEnd) + textEnd)
	said := strings.Join(strings.Fields(string(text)), " ")
	for _, want := range []string{
		"Added later", "Taken back on 2026-11-25.", "To do by 2026-12-01: Ring the insurer", "Done on 2026-11-30: Ring the insurer",
		"Countersigned by Dr. Holm. (", "The reference is K-120.", "Signed on paper, with ink, on 2026-11-24.",
	} {
		if err != nil || !strings.Contains(said, want) {
			t.Errorf("the copy does not say %q, %v", want, err)
		}
	}
}

func TestAnAdditionThatIsOfNoRecordOrDamagedIsListedApart(t *testing.T) {
	dir := t.TempDir()
	e := saved(t, disk.OS(), dir)
	other := e.Record
	other.ID = "0123456789abcdef"
	for name, a := range map[string]Addition{"orphan": addition(t, other, Addition{Kind: Withdrawn, Day: "2026-11-25"}), "whole": kinds(t, e.Record)[OnPaper]} {
		data, err := Encode(a)
		must(t, err)
		write(t, filepath.Join(dir, "addition-"+name+".json"), string(data))
	}
	write(t, filepath.Join(dir, "addition-broken.json"), "{}")
	entries, err := List(disk.OS(), dir)
	if err != nil || len(entries) != 3 || len(entries[0].Added) != 1 {
		t.Fatalf("%+v, %v", entries, err)
	}
	var damage *DamageError
	if !errors.As(entries[1].Err, &damage) || !errors.Is(entries[2].Err, ErrNoRecord) {
		t.Errorf("%v, %v", entries[1].Err, entries[2].Err)
	}
}

// Whatever a disk does while something is added, the record stays as it was,
// and the addition is there whole or not at all.
func TestAnAdditionIsThereWholeOrNotAtAll(t *testing.T) {
	g := smallGuide()
	count := disktest.New(home)
	e := saved(t, count, folder)
	begun := count.Count()
	a := kinds(t, e.Record)[Withdrawn]
	if _, err := Add(count, e, a, g.Words); err != nil {
		t.Fatal(err)
	}
	check := func(t *testing.T, fake *disktest.Fake, err error, called string) {
		t.Helper()
		entries, listed := List(fake, folder)
		if listed != nil || len(entries) != 1 || entries[0].Err != nil {
			t.Fatalf("%+v, %v", entries, listed)
		}
		there := len(entries[0].Added) == 1
		if (err == nil || errors.Is(err, ErrCopies)) && !there {
			t.Fatalf("it was called added (%s, %v), and is not there", called, err)
		}
		whole, added := copies(e.Record, g.Words), copies(e.Record, g.Words, a)
		for i := range whole {
			got, _ := fake.Read(strings.TrimSuffix(e.Path, recordEnd)+whole[i].end, MaxSize)
			if !bytes.Equal(got, whole[i].data) && !bytes.Equal(got, added[i].data) {
				t.Fatalf("%s is half a copy", whole[i].end)
			}
		}
	}
	for n := begun + 1; n <= count.Count(); n++ {
		crashed := disktest.New(home)
		saved(t, crashed, folder)
		crashed.CrashAt(n)
		path, err := Add(crashed, e, a, g.Words)
		for seed := range uint64(10) {
			fake := crashed.Clone()
			fake.Restart(seed)
			check(t, fake, err, fmt.Sprintf("crash at %d, %s", n, path))
		}
		for _, width := range []int{1, 2, 1000} {
			fake := disktest.New(home)
			saved(t, fake, folder)
			fake.Refuse(func(operation int) error {
				if operation >= n && operation < n+width {
					return errors.New("refused")
				}
				return nil
			})
			path, err := Add(fake, e, a, g.Words)
			fake.Refuse(nil)
			check(t, fake, err, fmt.Sprintf("refused at %d, %s", n, path))
			if names, _ := fake.ReadDir(folder); width == 1 && err != nil && !errors.Is(err, ErrCopies) && len(names) != 3 {
				t.Errorf("refused at %d, and left are %v", n, names)
			}
		}
	}
}

func TestARecordInASharedFolderCanBeReadByItsGroup(t *testing.T) {
	g := smallGuide()
	a := intakeRecord(t, g)
	for what, c := range map[string]struct {
		setgid, asked bool
		want          os.FileMode
	}{
		"a folder of one's own":              {false, false, 0o600},
		"a folder of several people":         {true, false, 0o640},
		"a folder that is said to be shared": {false, true, 0o640},
	} {
		fake := disktest.New(folder)
		if c.setgid {
			fake.SetGroup(folder)
		}
		path, err := writeFiles(fake, folder, a, g.Words, Draft{Shared: c.asked})
		must(t, err)
		added, err := Add(fake, Entry{Path: path, Record: a}, kinds(t, a)[OnPaper], g.Words)
		must(t, err)
		base := strings.TrimSuffix(path, recordEnd)
		for _, file := range []string{path, base + textEnd, base + pageEnd, added} {
			if info, err := fake.Stat(file); err != nil || info.Mode() != c.want {
				t.Errorf("%s: %s is %v, %v", what, file, info.Mode(), err)
			}
		}
	}
}

// at is the record in a file, with what its folder has for it.
func at(t testing.TB, path string) Entry {
	t.Helper()
	entries, err := List(disk.OS(), filepath.Dir(path))
	must(t, err)
	return In(disk.OS(), entries, path)
}
