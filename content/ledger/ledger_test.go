package ledger

import (
	"crypto/rand"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"firstsession/content"
	"firstsession/content/disk"
	"firstsession/content/disk/disktest"
	"firstsession/content/record"
	"firstsession/content/walk"
	"firstsession/content/words"
)

const folder = "/clinic/records"

const mine, theirs = "00000000000000aa", "00000000000000bb"

var day = time.Date(2026, 11, 1, 15, 0, 0, 0, time.UTC)

var guide = &content.Guide{
	Language: "en", Words: &words.Words{Guide: words.Guide{Title: "A"}},
	Commitment: content.Commitment{Chapter: content.Chapter{ID: content.CommitmentID}, Statements: []content.Statement{{ID: "come", Text: "I come."}}},
}

// saves saves the record of an intake and gives its number.
func saves(t testing.TB, fsys disk.FS, reference string, n int) string {
	t.Helper()
	w, _, err := walk.New(guide).Apply(day.AddDate(0, 0, n),
		walk.Event{Kind: walk.SetForm, Form: &walk.Form{Reference: reference, Parts: walk.TalkOnly}}, walk.Event{Kind: walk.Decline})
	if err != nil {
		t.Fatal(err)
	}
	a, _, err := record.Save(fsys, folder, w, record.Draft{Now: day, Random: rand.Reader, Program: "test"})
	if err != nil {
		t.Fatal(err)
	}
	return a.ID
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestTheLedgersOfAFolderAreOne(t *testing.T) {
	fake := disktest.New(folder)
	first := saves(t, fake, "K-1", 0)
	must(t, Book{FS: fake, Dir: folder, Writer: mine}.Note())
	second := saves(t, fake, "K-2", 1)
	must(t, Book{FS: fake, Dir: folder, Writer: theirs}.Note())
	must(t, Book{FS: fake, Dir: folder, Writer: theirs}.Note()) // there is nothing new
	must(t, Book{FS: fake, Dir: folder, Writer: mine}.Erased(second, day))
	l, err := Read(fake, folder)
	must(t, err)
	if len(l.Lines) != 2 || l.Lines[0].ID != first || l.Lines[1].ID != second || l.Lines[0].Erased || !l.Lines[1].Erased ||
		len(l.Lines[0].place) != 1 || l.Lines[0].place[mine] == 0 || len(l.Lines[1].place) != 1 || l.Lines[1].place[theirs] == 0 {
		t.Errorf("%+v", l.Lines)
	}
	data, err := fake.Read(filepath.Join(folder, "ledger-"+mine, "journal.jsonl"), 1<<20)
	must(t, err)
	for _, not := range []string{"K-1", "K-2", "not signed"} {
		if strings.Contains(string(data), not) {
			t.Errorf("the ledger says %q", not)
		}
	}
}

func TestASecondFileOfAWriterThatASyncMadeIsReadToo(t *testing.T) {
	fake := disktest.New(folder)
	saves(t, fake, "K-1", 0)
	must(t, Book{FS: fake, Dir: folder, Writer: mine}.Note())
	from := filepath.Join(folder, "ledger-"+mine)
	must(t, fake.Rename(filepath.Join(from, "journal.jsonl"), filepath.Join(from, "journal (conflicted copy).jsonl")))
	saves(t, fake, "K-2", 1)
	must(t, Book{FS: fake, Dir: folder, Writer: mine}.Note())
	if l, err := Read(fake, folder); err != nil || len(l.Lines) != 2 {
		t.Errorf("%+v, %v", l.Lines, err)
	}
}

func TestALedgerThatCannotBeReadHidesNoOther(t *testing.T) {
	fake := disktest.New(folder)
	saves(t, fake, "K-1", 0)
	must(t, Book{FS: fake, Dir: folder, Writer: mine}.Note())
	must(t, fake.Mkdir(filepath.Join(folder, "ledger-"+theirs)))
	must(t, disk.WriteNew(fake, filepath.Join(folder, "ledger-"+theirs, "journal.jsonl"), []byte("rubbish\nand more\n")))
	l, err := Read(fake, folder)
	if err != nil || len(l.Lines) != 1 || len(l.Troubles) != 1 {
		t.Errorf("%+v, %+v, %v", l.Lines, l.Troubles, err)
	}
}

// Whose ledger was beside another cannot go unseen: what it said of erased records
// would go with it.
func TestALedgerThatIsTakenAwayIsKnownByTheOthers(t *testing.T) {
	fake := disktest.New(folder)
	for n, writer := range []string{mine, theirs, theirs} {
		saves(t, fake, fmt.Sprint("K-", n), n)
		must(t, Book{FS: fake, Dir: folder, Writer: writer}.Note())
	}
	data, err := fake.Read(filepath.Join(folder, "ledger-"+theirs, "journal.jsonl"), 1<<20)
	if must(t, err); strings.Count(string(data), mine) != 1 {
		t.Errorf("it is not noted once: %s", data)
	}
	must(t, fake.Rename(filepath.Join(folder, "ledger-"+mine), "/clinic/away"))
	l, err := Read(fake, folder)
	if err != nil || len(l.Lines) != 2 || len(l.Troubles) != 1 || !errors.Is(l.Troubles[0].Err, LostError{Away: true}) {
		t.Errorf("%+v, %+v, %v", l.Lines, l.Troubles, err)
	}
	for _, said := range []bool{false, true} {
		if damaged, before := l.Troubles[0].Damaged(); !damaged || before != said {
			t.Errorf("it is damaged: %v; before its records were noted again: %v", damaged, before)
		}
		must(t, Book{FS: fake, Dir: folder, Writer: theirs}.Note())
		l, err = Read(fake, folder)
		must(t, err)
	}
	if len(l.Lines) != 3 || !errors.Is(l.Troubles[0].Err, LostError{Away: true, Before: true}) {
		t.Errorf("%+v, %+v", l.Lines, l.Troubles)
	}
}

// One's own begins anew, and what it said is lost all the same; one that a sync
// brings later is whole.
func TestALedgerThatBeginsAnewSaysWhatIsLost(t *testing.T) {
	fsys, dir := disk.OS(), t.TempDir()
	notes := func(writer, reference string) {
		t.Helper()
		w, _, err := walk.New(guide).Apply(day, walk.Event{Kind: walk.SetForm, Form: &walk.Form{Reference: reference, Parts: walk.TalkOnly}}, walk.Event{Kind: walk.Decline})
		must(t, err)
		_, _, err = record.Save(fsys, dir, w, record.Draft{Now: day, Random: rand.Reader, Program: "test"})
		must(t, err)
		must(t, Book{FS: fsys, Dir: dir, Writer: writer}.Note())
	}
	moves := func(from, to string) {
		t.Helper()
		must(t, fsys.Rename(filepath.Join(dir, from), filepath.Join(dir, to)))
	}
	notes(mine, "K-1")
	notes(theirs, "K-2")
	notes(mine, "K-3")
	moves("ledger-"+theirs, "away")
	notes(mine, "K-4")
	moves("away", "ledger-"+theirs)
	if l, err := Read(fsys, dir); err != nil || len(l.Troubles) != 0 {
		t.Errorf("%+v, %v", l.Troubles, err)
	}
	moves("ledger-"+mine, "away")
	notes(mine, "K-5")
	if l, err := Read(fsys, dir); err != nil || len(l.Troubles) != 1 || !errors.Is(l.Troubles[0].Err, LostError{Before: true}) {
		t.Errorf("%+v, %v", l.Troubles, err)
	}
}

// A record that is not here was here if this writer noted it, or a later one of
// the same writer is here; otherwise it may be on its way.
func TestWhatIsMissingIsToldFromWhatHasNotComeYet(t *testing.T) {
	fake := disktest.New(folder)
	var ids []string
	for n, writer := range []string{mine, theirs, theirs, theirs} {
		ids = append(ids, saves(t, fake, fmt.Sprint("K-", n), n))
		must(t, Book{FS: fake, Dir: folder, Writer: writer}.Note())
	}
	l, err := Read(fake, folder)
	must(t, err)
	for _, c := range []struct {
		what string
		gone int
		here []string
		want bool
	}{
		{"one's own", 0, nil, true},
		{"another's, with a later one here", 1, ids[2:], true},
		{"another's, with an earlier one here", 3, ids[:3], false},
		{"another's, and none here", 2, nil, false},
	} {
		line, _ := l.Find(ids[c.gone])
		if got := l.Came(line, mine, func(id string) bool { return slices.Contains(c.here, id) }); got != c.want {
			t.Errorf("%s: %v", c.what, got)
		}
	}
}

// A share that goes away between a record and its note costs nothing: the next
// note takes it in.
func TestWhateverADiskDoesANoteCanBeMadeUp(t *testing.T) {
	count := disktest.New(folder)
	saves(t, count, "K-1", 0)
	begun := count.Count()
	must(t, Book{FS: count, Dir: folder, Writer: mine}.Note())
	for n := begun + 1; n <= count.Count(); n++ {
		for _, how := range []string{"refused", "crash 0", "crash 1", "crash 7"} {
			fake := disktest.New(folder)
			id := saves(t, fake, "K-1", 0)
			book := Book{FS: fake, Dir: folder, Writer: mine}
			if how == "refused" {
				fake.Refuse(func(operation int) error {
					if operation == n {
						return errors.New("refused")
					}
					return nil
				})
			} else {
				fake.CrashAt(n)
			}
			err := book.Note()
			fake.Refuse(nil)
			if how != "refused" {
				fake.Restart(uint64(how[len(how)-1] - '0'))
			}
			l, read := Read(fake, folder)
			if read != nil || len(l.Troubles) > 0 || err == nil && !l.has(id) {
				t.Fatalf("%s at %d: noted %v, and then %+v, %v", how, n, err, l, read)
			}
			must(t, book.Note())
			if l, err := Read(fake, folder); err != nil || len(l.Lines) != 1 || !l.has(id) {
				t.Fatalf("%s at %d: %+v, %v", how, n, l, err)
			}
		}
	}
}

func TestAWriterIsNamedOnce(t *testing.T) {
	fake := disktest.New("/home/dana")
	state := "/home/dana/state"
	first, err := Writer(fake, state, strings.NewReader("12345678"))
	must(t, err)
	again, err := Writer(fake, state, strings.NewReader("abcdefgh"))
	if err != nil || again != first || first != "3132333435363738" {
		t.Errorf("%s, %s, %v", first, again, err)
	}
	must(t, fake.Remove(filepath.Join(state, writerName)))
	must(t, disk.WriteNew(fake, filepath.Join(state, writerName), []byte("../x\n")))
	if _, err := Writer(fake, state, strings.NewReader("abcdefgh")); err == nil {
		t.Error("anything is a writer")
	}
}

func TestALedgerInASharedFolderCanBeReadByItsGroup(t *testing.T) {
	fake := disktest.New(folder)
	fake.SetGroup(folder)
	saves(t, fake, "K-1", 0)
	must(t, Book{FS: fake, Dir: folder, Writer: mine}.Note())
	for path, want := range map[string]string{"": "drwxr-x---", "journal.jsonl": "-rw-r-----"} {
		info, err := fake.Stat(filepath.Join(folder, "ledger-"+mine, path))
		if must(t, err); info.Mode().String() != want {
			t.Errorf("%q is %v", path, info.Mode())
		}
	}
}

// What a ledger lost stays told when more is written to it, and what is left of
// it is taken over.
func TestWhatALedgerLostIsNotForgottenWhenMoreIsWritten(t *testing.T) {
	for what, change := range map[string]func([]byte) []byte{
		"cut at a line's end":    func(b []byte) []byte { return b[:len(b)-len(lastLine(b))] },
		"cut in a line":          func(b []byte) []byte { return b[:len(b)-9] },
		"a byte in its last":     func(b []byte) []byte { b[len(b)-30] ^= 1; return b },
		"a byte in its middle":   func(b []byte) []byte { b[len(b)-len(lastLine(b))-30] ^= 1; return b },
		"a byte in its first":    func(b []byte) []byte { b[3] ^= 1; return b },
		"emptied":                func([]byte) []byte { return nil },
		"its file is taken away": nil,
	} {
		fake := disktest.New(folder)
		for n := range 3 {
			saves(t, fake, fmt.Sprint("K-", n), n)
			must(t, Book{FS: fake, Dir: folder, Writer: mine}.Note())
		}
		path := filepath.Join(folder, "ledger-"+mine, "journal.jsonl")
		data, err := fake.Read(path, 1<<20)
		must(t, err)
		must(t, fake.Remove(path))
		if change != nil {
			must(t, disk.WriteNew(fake, path, change(slices.Clone(data))))
		}
		for range 2 {
			saves(t, fake, "K-9", 9)
			must(t, Book{FS: fake, Dir: folder, Writer: mine}.Note())
			l, err := Read(fake, folder)
			if err != nil || len(l.Troubles) != 1 || !errors.Is(l.Troubles[0].Err, LostError{Before: true}) {
				t.Errorf("%s: %+v, %v", what, l.Troubles, err)
			}
			if names, err := fake.ReadDir(folder); err != nil || len(l.Lines) != strings.Count(strings.Join(names, " "), ".json") {
				t.Errorf("%s: %d lines, %v", what, len(l.Lines), names)
			}
		}
	}
}

func lastLine(data []byte) string {
	lines := strings.SplitAfter(string(data), "\n")
	return lines[len(lines)-2]
}

// A record that is erased, comes back, and is erased half is not said to be gone.
func TestErasedIsWhatAllFilesAreGoneOf(t *testing.T) {
	fake := disktest.New(folder)
	id := saves(t, fake, "K-1", 0)
	book := Book{FS: fake, Dir: folder, Writer: mine}
	must(t, book.Note())
	for n, step := range []struct {
		do           func(string, time.Time) error
		erased, gone bool
	}{{book.Erasing, true, false}, {book.Erased, true, true}, {book.Erasing, true, false}, {book.Erased, true, true}} {
		must(t, step.do(id, day.Add(time.Duration(n)*time.Hour)))
		l, err := Read(fake, folder)
		must(t, err)
		if line, _ := l.Find(id); line.Erased != step.erased || line.Gone != step.gone {
			t.Errorf("%d: %+v", n, line)
		}
	}
}

// A ledger of each format so far is read for ever.
func TestALedgerOfEarlierVersionsIsRead(t *testing.T) {
	l, err := Read(disk.OS(), "testdata/folder")
	must(t, err)
	if len(l.Lines) != 3 || len(l.Troubles) != 0 {
		t.Fatalf("%+v", l)
	}
	record, _ := l.Find("7273747576777879")
	addition, _ := l.Find("6164646974303031")
	erased, _ := l.Find("0123456789abcdef")
	if record.Of != "" || addition.Of != record.ID || addition.Digest == "" || !erased.Erased || !erased.Gone {
		t.Errorf("%+v", l.Lines)
	}
}
