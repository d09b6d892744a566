package record

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"firstsession/content/disk"
	"firstsession/content/walk"
	"firstsession/content/words"
)

// fill puts so many records of intakes into a folder, a day apart, the last
// first.
func fill(t testing.TB, dir string, count int) {
	t.Helper()
	g := guide(t)
	answered := intake(t, g, mixed(g)...)
	random := rand.NewChaCha8([32]byte{})
	for i := range count {
		d := counter()
		d.Now, d.Random = signedAt.AddDate(0, 0, -i), random
		w, _, err := answered.Apply(d.Now, walk.Event{Kind: walk.NameTyped, Text: typed})
		must(t, err)
		if _, _, err := Save(disk.OS(), dir, w, d); err != nil {
			t.Fatal(err)
		}
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	must(t, os.WriteFile(path, []byte(text), 0o600))
}

func TestAFolderListsItsRecordsByDate(t *testing.T) {
	dir := t.TempDir()
	fill(t, dir, 3)
	for _, name := range []string{"acknowledgement-2026-11-22-K-7-x.json", "acknowledgement-broken.json", "letter.json", "acknowledgement-a.txt", "acknowledgement-a.json.tmp"} {
		write(t, filepath.Join(dir, name), "Dear Dana")
	}
	for _, name := range []string{".unfinished-K-102-0123456789abcdef", "acknowledgement-folder.json"} {
		must(t, os.Mkdir(filepath.Join(dir, name), 0o700))
	}
	write(t, filepath.Join(dir, ".unfinished-K-102-0123456789abcdef", "acknowledgement-x.json"), "")
	entries, err := List(disk.OS(), dir)
	must(t, err)
	var got []string
	for _, e := range entries {
		var damage *DamageError
		switch {
		case errors.As(e.Err, &damage):
			got = append(got, "damaged "+filepath.Base(e.Path))
		case e.Err != nil:
			got = append(got, "no file")
		default:
			got = append(got, e.Record.Time.Format("2006-01-02"))
		}
	}
	want := []string{"damaged acknowledgement-broken.json", "no file", "2026-11-21", "damaged acknowledgement-2026-11-22-K-7-x.json", "2026-11-22", "2026-11-23"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if _, err := List(disk.OS(), filepath.Join(dir, "nowhere")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("nowhere: %v", err)
	}
}

func TestWhichStatementsAreOpen(t *testing.T) {
	g := smallGuide()
	a := intakeRecord(t, g)
	if got := a.Answered(walk.TalkFirst); len(got) != 1 || got[0].ID != "come" {
		t.Errorf("%+v", got)
	}
	if got := a.Answered(walk.Unanswered); got != nil {
		t.Errorf("%+v", got)
	}
}

func TestCopiesThatAreMissingOrReadOtherwiseAreSaid(t *testing.T) {
	g := guide(t)
	dir := t.TempDir()
	path, err := writeFiles(disk.OS(), dir, intakeRecord(t, g), g.Words, Draft{})
	must(t, err)
	a, err := Read(disk.OS(), path)
	must(t, err)
	base := path[:len(path)-len(recordEnd)]
	check := func(path string, words *words.Words, missing, other string) {
		t.Helper()
		m, o := Copies(disk.OS(), Entry{Path: path, Record: a}, words)
		if fmt.Sprint(m) != missing || fmt.Sprint(o) != other {
			t.Errorf("missing %v, other %v; want %s, %s", m, o, missing, other)
		}
	}
	check(path, g.Words, "[]", "[]")
	check(filepath.Join(dir, "renamed"), g.Words, "[]", "[]")
	words := *g.Words
	words.Record.TakeBack = "Other words"
	check(path, &words, "[]", "["+base+".txt "+base+".html]")
	text, err := os.ReadFile(base + ".txt")
	must(t, err)
	text[100] ^= 1
	write(t, base+".txt", string(text))
	check(path, g.Words, "[]", "["+base+".txt]")
	write(t, base+".txt", string(text)+"more")
	check(path, g.Words, "[]", "["+base+".txt]")
	check(path, nil, "[]", "[]")
	must(t, os.Remove(base+".html"))
	check(path, g.Words, "["+base+".html]", "["+base+".txt]")
	check(path, nil, "["+base+".html]", "[]")
}

func BenchmarkList(b *testing.B) {
	for _, count := range []int{100, 1000} {
		b.Run(fmt.Sprint(count), func(b *testing.B) {
			dir := b.TempDir()
			fill(b, dir, count)
			for b.Loop() {
				entries, err := List(disk.OS(), dir)
				if err != nil || len(entries) != count || entries[0].Err != nil {
					b.Fatal(len(entries), err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*count), "µs/record")
		})
	}
}
