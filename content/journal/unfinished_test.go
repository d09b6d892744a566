package journal

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"firstsession/content/disk"
	"firstsession/content/disk/disktest"
	"firstsession/content/walk"
)

const records = "/home/dana/Documents/First Session"

// seeds are random bytes that are not random.
func seeds(text string) *strings.Reader { return strings.NewReader(text) }

// begin begins an intake and keeps some facts of it.
func begin(t *testing.T, fsys disk.FS, records, reference, seed string, count int) (*Journal, string) {
	t.Helper()
	dir, err := NewUnfinished(fsys, records, reference, seeds(seed))
	must(t, err)
	j, found, err := Open(fsys, dir)
	if err != nil || !found.New {
		t.Fatalf("%+v, %v", found, err)
	}
	must(t, j.Append(some(1, count)...))
	return j, dir
}

// listed are the unfinished intakes in words.
func listed(t *testing.T, fsys disk.FS, records string) string {
	t.Helper()
	all, err := FindUnfinished(fsys, records)
	must(t, err)
	var lines []string
	for _, u := range all {
		line := u.Reference
		if !u.Last.IsZero() {
			line += " of second " + fmt.Sprint(u.Last.Second())
		}
		var damage *DamageError
		switch {
		case u.InUse:
			line += " in use"
		case errors.As(u.Err, &damage):
			line += " damaged"
		case errors.Is(u.Err, ErrNotOwn):
			line += " not our own"
		case u.Err != nil:
			line += " " + u.Err.Error()
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, ", ")
}

func TestAnIntakeIsCutOffFoundGoneOnWithAndErased(t *testing.T) {
	fsys, records := disk.OS(), filepath.Join(t.TempDir(), "a", "records")
	if got := listed(t, fsys, records); got != "" {
		t.Errorf("without a folder there are %s", got)
	}
	j, dir := begin(t, fsys, records, "K-102", "12345678", 3)
	if want := filepath.Join(records, ".unfinished-K-102-3132333435363738"); dir != want {
		t.Errorf("it is in %s, want %s", dir, want)
	}
	for path, mode := range map[string]fs.FileMode{records: 0o700, dir: 0o700, filepath.Join(dir, FileName): 0o600, filepath.Join(dir, lockName): 0o600} {
		if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != mode {
			t.Errorf("%s: %v, %v", path, info.Mode(), err)
		}
	}
	if got := listed(t, fsys, records); got != "K-102 in use" {
		t.Errorf("while it is open there are %s", got)
	}
	if _, err := Erase(fsys, dir, nothingFirst); !errors.Is(err, ErrInUse) {
		t.Errorf("erased while it is open: %v", err)
	}
	must(t, j.Close())
	if got := listed(t, fsys, records); got != "K-102 of second 3" {
		t.Errorf("there are %s", got)
	}
	j, found, err := Open(fsys, dir)
	if err != nil || !same(found.Facts, some(1, 3)) {
		t.Fatalf("%+v, %v", found, err)
	}
	must(t, j.Append(some(4, 1)...))
	must(t, j.Close())
	if _, err := Erase(fsys, dir, nothingFirst); err != nil {
		t.Fatal(err)
	}
	if names, err := fsys.ReadDir(records); err != nil || len(names) > 0 {
		t.Errorf("left are %v, %v", names, err)
	}
}

func TestTwoIntakesInOneFolderDoNotMix(t *testing.T) {
	fake := disktest.New(fakeHome)
	one, first := begin(t, fake, records, "K-102", "12345678", 2)
	two, second := begin(t, fake, records, "K-102", "1234567887654321", 5) // the same bytes first
	if first == second {
		t.Fatal("both are in one folder")
	}
	if got := listed(t, fake, records); got != "K-102 in use, K-102 in use" {
		t.Errorf("there are %s", got)
	}
	must(t, one.Close())
	if _, err := Erase(fake, first, nothingFirst); err != nil {
		t.Error(err)
	}
	if err := two.Append(some(6, 1)...); err != nil {
		t.Error(err)
	}
	must(t, two.Close())
	third, _ := begin(t, fake, records, "A.7", "abcdefgh", 9)
	must(t, third.Close())
	if got := listed(t, fake, records); got != "A.7 of second 9, K-102 of second 6" {
		t.Errorf("there are %s", got)
	}
	if _, err := NewUnfinished(fake, records, "K-102", bytes.NewReader(bytes.Repeat([]byte("87654321"), 9))); !errors.Is(err, fs.ErrExist) {
		t.Errorf("the same random bytes again and again: %v", err)
	}
}

func TestOnlyOneWindowGoesOnWithAnIntake(t *testing.T) {
	fake := disktest.New(fakeHome)
	j, dir := begin(t, fake, records, "K-102", "12345678", 2)
	if _, _, err := Open(fake, dir); !errors.Is(err, ErrInUse) {
		t.Errorf("opened twice: %v", err)
	}
	must(t, j.Close())
	if _, _, err := Open(fake, dir); err != nil {
		t.Error(err)
	}
}

func TestADamagedIntakeIsSaidAndCanBeErased(t *testing.T) {
	fake := disktest.New(records)
	dir, err := NewUnfinished(fake, records, "K-102", seeds("12345678"))
	must(t, err)
	must(t, disk.WriteNew(fake, filepath.Join(dir, FileName), []byte("rubbish\nand more\n")))
	if got := listed(t, fake, records); got != "K-102 damaged" {
		t.Errorf("there are %s", got)
	}
	if _, err := Erase(fake, dir, nothingFirst); err != nil {
		t.Fatal(err)
	}
	if names, err := fake.ReadDir(records); err != nil || len(names) > 0 {
		t.Errorf("left are %v, %v", names, err)
	}
}

func TestAnIntakeThatWasCutOffAtOnceIsFoundAndErased(t *testing.T) {
	fake := disktest.New(fakeHome)
	dir, err := NewUnfinished(fake, records, "K-102", seeds("12345678"))
	must(t, err)
	if got := listed(t, fake, records); got != "K-102" {
		t.Errorf("there are %s", got)
	}
	if _, err := Erase(fake, dir, nothingFirst); err != nil || listed(t, fake, records) != "" {
		t.Errorf("%v, and there are %s", err, listed(t, fake, records))
	}
}

func TestWhatIsNoUnfinishedIntakeIsPassedOver(t *testing.T) {
	const id = "-0123456789abcdef"
	fake := disktest.New(records)
	for _, name := range []string{".unfinished", ".unfinished" + id, ".unfinished-" + id, ".unfinished-.." + id, ".unfinished-a" + strings.ToUpper(id),
		".unfinished-a_0123456789abcdef", ".unfinished-K-102-012345", "unfinished-K-102" + id, ".other", "acknowledgement-x.json"} {
		must(t, fake.Mkdir(filepath.Join(records, name)))
	}
	if got := listed(t, fake, records); got != "" {
		t.Errorf("there are %s", got)
	}
}

func TestAFileOrALinkInPlaceOfTheFolderIsLeftAlone(t *testing.T) {
	fsys, records, elsewhere := disk.OS(), t.TempDir(), filepath.Join(t.TempDir(), "state")
	j, _, err := Open(fsys, elsewhere)
	must(t, err)
	must(t, j.Append(some(1, 2)...))
	must(t, j.Close())
	link := filepath.Join(records, ".unfinished-K-1-0123456789abcdef")
	nowhere := filepath.Join(records, ".unfinished-K-2-0123456789abcdef")
	file := filepath.Join(records, ".unfinished-K-3-0123456789abcdef")
	for _, err := range []error{os.Symlink(elsewhere, link), os.Symlink(records+"/nowhere", nowhere), os.WriteFile(file, nil, 0o600)} {
		must(t, err)
	}
	if got := listed(t, fsys, records); got != "K-1 not our own, K-2 not our own, K-3 not our own" {
		t.Errorf("there are %s", got)
	}
	for _, dir := range []string{link, nowhere, file} {
		if _, _, err := Open(fsys, dir); !errors.Is(err, ErrNotOwn) {
			t.Errorf("%s is opened: %v", dir, err)
		}
		if _, err := Erase(fsys, dir, nothingFirst); err == nil && dir != nowhere {
			t.Errorf("%s is erased", dir)
		}
		if _, err := os.Lstat(dir); err != nil {
			t.Errorf("%s is gone: %v", dir, err)
		}
	}
	j, found, err := Open(fsys, elsewhere)
	if err != nil || len(found.Facts) != 2 {
		t.Fatalf("behind the link are %d facts, %v", len(found.Facts), err)
	}
	must(t, j.Close())
	// A member may keep the whole state folder behind a link.
	own := filepath.Join(records, "state")
	must(t, os.Symlink(elsewhere, own))
	if n, err := Erase(fsys, own, nothingFirst); n != 1 || err != nil {
		t.Errorf("erased %d, %v", n, err)
	}
}

func TestAnIntakesFolderWithAReferenceThatFitsNoFileIsNotMade(t *testing.T) {
	fake := disktest.New(fakeHome)
	for _, reference := range []string{"", "../../x", "CON", strings.Repeat("x", 300), "😀"} {
		if dir, err := NewUnfinished(fake, records, reference, seeds("12345678")); err == nil {
			t.Errorf("%q: %s", reference, dir)
		}
	}
	if _, err := NewUnfinished(fake, records, "K-102", seeds("123")); err == nil {
		t.Error("without random bytes there is a name")
	}
	if got := listed(t, fake, records); got != "" {
		t.Errorf("there are %s", got)
	}
}

func TestBeginningAnIntakeCanFailAndLeavesNothingHalf(t *testing.T) {
	for n := 1; n < 30; n++ {
		fake := disktest.New(fakeHome)
		fake.Refuse(func(operation int) error {
			if operation == n {
				return errors.New("refused")
			}
			return nil
		})
		dir, err := NewUnfinished(fake, records, "K-102", seeds("12345678"))
		fake.Refuse(nil)
		if got := listed(t, fake, records); (got == "") != (err != nil) || (dir == "") != (err != nil) {
			t.Errorf("operation %d: %q, %v, and there are %q", n, dir, err, got)
		}
	}
}

func TestAFormOutlastsTheJournal(t *testing.T) {
	fake := disktest.New(fakeHome)
	j, dir := begin(t, fake, records, "K-102", "12345678", 1)
	form := walk.Form{Reference: "K-102", Clinician: "Dr. Lind", Run: []walk.Way{walk.Together, walk.ByVideo, walk.Guardian}, Parts: walk.TalkOnly, Aim: "To talk."}
	fact := some(2, 1)[0]
	fact.Kind, fact.Data = string(walk.SetForm), walk.Data{Form: &form}
	must(t, j.Append(fact))
	must(t, j.Close())
	fake.Restart(0)
	_, found, err := Open(fake, dir)
	if err != nil || len(found.Facts) != 2 || fmt.Sprint(*found.Facts[1].Data.Form) != fmt.Sprint(form) {
		t.Errorf("%+v, %v", found, err)
	}
}

// A folder whose journal went is no intake that never began: its lock knows better.
func TestAnIntakeWhoseJournalIsGoneIsSaidAndCanBeErased(t *testing.T) {
	fake := disktest.New(records)
	j, dir := begin(t, fake, records, "K-1", "12345678", 3)
	must(t, j.Close())
	must(t, fake.Remove(filepath.Join(dir, FileName)))
	if got := listed(t, fake, records); got != "K-1 there is no journal.jsonl in its folder, and it had 3 lines: it was moved or deleted" {
		t.Errorf("%s", got)
	}
	if _, err := Erase(fake, dir, nothingFirst); err != nil {
		t.Fatal(err)
	}
	if got := listed(t, fake, records); got != "" {
		t.Errorf("%s", got)
	}
}

// What was being erased when the power went is not told as gone: it is to be.
func TestAnErasingThatIsCutOffIsNoMovedJournal(t *testing.T) {
	for n := 1; n < 40; n++ {
		for _, seed := range []uint64{0, 1, 5} {
			fake := disktest.New(records)
			j, dir := begin(t, fake, records, "K-1", "12345678", 3)
			must(t, j.Close())
			fake.CrashAt(fake.Count() + n)
			_, err := Erase(fake, dir, nothingFirst)
			fake.Restart(seed)
			if got := listed(t, fake, records); strings.Contains(got, "moved or deleted") {
				t.Errorf("%d, %d: %s after %v", n, seed, got, err)
			}
		}
	}
}
