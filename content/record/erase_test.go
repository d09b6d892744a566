package record

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"firstsession/content/disk"
	"firstsession/content/disk/disktest"
	"firstsession/content/plain"
)

// toErase is a folder with a record, its copies, a copy under another name, an
// addition, and what is none of its.
func toErase(t *testing.T, fake *disktest.Fake) Entry {
	t.Helper()
	e := saved(t, fake, folder)
	if _, err := Add(fake, e, kinds(t, e.Record)[Withdrawn], smallGuide().Words); err != nil {
		t.Fatal(err)
	}
	data, err := fake.Read(e.Path, MaxSize)
	must(t, err)
	for name, text := range map[string][]byte{"Copy of it.json": data, "letter.txt": []byte("Dear Dana"), "notes-" + e.Record.ID + ".txt": []byte("mine")} {
		must(t, disk.WriteNew(fake, filepath.Join(folder, name), text))
	}
	must(t, fake.SyncDir(folder))
	return e
}

func TestARecordIsErasedWithAllThatBelongsToItAndNothingElse(t *testing.T) {
	fake := disktest.New(home)
	e := toErase(t, fake)
	files, err := FilesOf(fake, folder, e, nil)
	if err != nil || len(files) != 5 || files[4] != filepath.Base(e.Path) {
		t.Fatalf("%q, %v", files, err)
	}
	must(t, EraseFiles(fake, folder, files))
	if left, err := fake.ReadDir(folder); err != nil || strings.Join(left, ", ") != "letter.txt, notes-"+e.Record.ID+".txt" {
		t.Errorf("left is %q, %v", left, err)
	}
	if err := EraseFiles(fake, folder, nil); err == nil {
		t.Error("nothing is called erased")
	}
}

// What somebody put beside a record under a name that begins as its own is not the
// program's to erase, nor a folder.
func TestWhatOnlyBeginsWithARecordsNameIsNamedAndStays(t *testing.T) {
	dir := t.TempDir()
	e := saved(t, disk.OS(), dir)
	id, stem := e.Record.ID, strings.TrimSuffix(filepath.Base(e.Path), recordEnd)
	put := func(names []string, text string) {
		t.Helper()
		for _, name := range names {
			path := filepath.Join(dir, name)
			must(t, errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte(text), 0o600)))
		}
	}
	stay := []string{" letter to GP.docx", "-scan of the signed paper.pdf", " (notes of the session).md", ".signed.p7s", " letter.txt", " letter (1).txt", " (a conflict).docx", "_files/logo.png"}
	put(plain.Each(stay, func(end string) string { return stem + end }), "mine, of "+id)
	put([]string{".old/" + stem + ".json", stem + " (2).txt"}, "mine")
	theirs := []string{" (3).txt", " (4).html", ".txt~", ".json.tmp"}
	for i, end := range theirs {
		data, err := os.ReadFile(filepath.Join(dir, stem+plain.Either(i%4 == 1, pageEnd, textEnd)))
		must(t, err)
		put([]string{stem + end}, string(data)+"MY NOTE, of "+id)
	}
	addition := "addition-2026-11-23-" + id + "-aaaaaaaaaaaaaaaa.json"
	put([]string{addition}, "{\"of\": \"mine\"}")
	stay = append(stay, theirs...)
	link := filepath.Join(dir, stem+" (5).txt")
	if err := os.Symlink("mine.txt", link); err != nil {
		t.Skip(err)
	}
	if _, err := os.Lstat(link); err == nil { // Wine says that it made one, and makes none
		stay = append(stay, " (5).txt")
	}

	text := Text(e.Record, smallGuide().Words)
	gone := []string{" (1).txt", " (Ann's conflicted copy 2026-11-23).txt", ".sync-conflict-20261123-150405-ABCDEFG.txt", ".txt.bak"}
	put(plain.Each(gone, func(end string) string { return stem + end }), text)
	put([]string{stem + ".sync-conflict-20261123-150405-ABCDEFG.html", stem + ".html.bak"}, HTML(e.Record, smallGuide().Words))
	if _, err := Add(disk.OS(), e, kinds(t, e.Record)[Withdrawn], smallGuide().Words); err != nil {
		t.Fatal(err) // so that the copies above say what those of the record did
	}
	put([]string{stem + ".txt.tmp"}, text[:len(text)/2])
	entries, err := List(disk.OS(), dir)
	must(t, err)
	e = entries[slices.IndexFunc(entries, func(e Entry) bool { return e.named() })]
	page, err := os.ReadFile(filepath.Join(dir, stem+pageEnd))
	must(t, err)
	put([]string{stem + pageEnd, stem + " (6).html"}, string(page)+"MY NOTE")
	stay = append(stay, pageEnd, " (6).html")

	files, err := FilesOf(disk.OS(), dir, e, smallGuide().Words)
	if err != nil || len(files) != len(gone)+6 {
		t.Fatalf("%q, %v", files, err)
	}
	named := Naming(disk.OS(), dir, id, files)
	for _, name := range append(plain.Each(stay, func(end string) string { return strings.TrimSuffix(stem+end, "/logo.png") }), ".old/"+stem+".json", stem+" (2).txt", addition) {
		if !slices.Contains(named, filepath.FromSlash(name)) {
			t.Errorf("%s is not named: %q", name, named)
		}
	}
	must(t, EraseFiles(disk.OS(), dir, files))
	if left, err := os.ReadDir(dir); err != nil || len(left) != len(stay)+3 {
		t.Errorf("left is %v, %v", left, err)
	}
}

// Cut off before its end, an erasing can be done again: as long as anything of a
// record is there, the record is.
func TestWhateverADiskDoesARecordThatIsErasedIsFoundUntilAllOfItIsGone(t *testing.T) {
	count := disktest.New(home)
	e := toErase(t, count)
	files, err := FilesOf(count, folder, e, nil)
	must(t, err)
	begun := count.Count()
	must(t, EraseFiles(count, folder, files))
	left := func(fake *disktest.Fake) (record bool, others int) {
		for _, name := range files {
			if _, err := fake.Stat(filepath.Join(folder, name)); err == nil && name == filepath.Base(e.Path) {
				record = true
			} else if err == nil {
				others++
			}
		}
		return record, others
	}
	for n := begun + 1; n <= count.Count(); n++ {
		for seed := range uint64(10) {
			for _, how := range []string{"crash", "refused"} {
				fake := disktest.New(home)
				toErase(t, fake)
				if how == "crash" {
					fake.CrashAt(n)
				} else {
					fake.Refuse(func(operation int) error {
						if operation == n {
							return errors.New("refused")
						}
						return nil
					})
				}
				err := EraseFiles(fake, folder, files)
				fake.Refuse(nil)
				fake.Restart(seed)
				record, others := left(fake)
				if at := fmt.Sprintf("%s at %d, seed %d", how, n, seed); !record && others > 0 || err == nil && (record || others > 0) {
					t.Fatalf("%s: the record is there: %v, and %d other files, %v", at, record, others, err)
				}
			}
		}
	}
}

// Whoever has copies of earlier versions wrote nothing in them, and a note in how a page
// looks is one.
func TestCopiesOfEarlierVersionsAreTheProgramsAsLongAsNobodyWroteInThem(t *testing.T) {
	words, seen := guide(t).Words, 0
	for _, pattern := range []string{"before/*.json", "format*/*.json"} {
		paths, err := filepath.Glob(filepath.Join("testdata", pattern))
		must(t, err)
		for _, path := range paths {
			a, err := Read(disk.OS(), path)
			must(t, err)
			e := Entry{Path: path, Record: a}
			for _, end := range []string{textEnd, pageEnd} {
				data, err := os.ReadFile(strings.TrimSuffix(path, recordEnd) + end)
				if err != nil {
					continue
				}
				seen++
				if !e.wrote(words, data, false) {
					t.Errorf("of %s, %s is taken for somebody's", path, end)
				}
				for _, note := range []string{"/* MY NOTE */</style>", "</style><style>/* MY NOTE */</style>"} {
					if noted := strings.Replace(string(data), "</style>", note, 1); noted != string(data) && e.wrote(words, []byte(noted), false) {
						t.Errorf("of %s, a page with %s is taken for the program's", path, note)
					}
				}
			}
		}
	}
	if seen < 9 {
		t.Errorf("only %d copies are there", seen)
	}
}
