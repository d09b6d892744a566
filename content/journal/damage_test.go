package journal

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"firstsession/content/disk"
	"firstsession/content/disk/disktest"
	"firstsession/content/walk"
)

// lines is a journal with some facts, as it stands on the disk.
func lines(t testing.TB, count int) []byte {
	t.Helper()
	return encoded(t, newChain(Format), header(Format), some(1, count))
}

// encoded adds the lines of facts to those that there are.
func encoded(t testing.TB, c chain, data []byte, facts []walk.Fact) []byte {
	t.Helper()
	for _, fact := range facts {
		line, after, err := c.encode(fact)
		must(t, err)
		data, c = append(data, line...), after
	}
	return data
}

// old is a journal of the format before, as it stands on the disk.
func old(t testing.TB, count int) []byte {
	t.Helper()
	return encoded(t, newChain(unchecked), header(unchecked), some(1, count))
}

// put makes a file system with a journal of these bytes.
func put(t testing.TB, data []byte) *disktest.Fake {
	t.Helper()
	fake := disktest.New(fakeDir)
	must(t, disk.WriteNew(fake, filepath.Join(fakeDir, FileName), data))
	return fake
}

// account checks that of each line of a journal the fact is read as it was
// kept, or lies in the file that was set aside, or stands behind the damage
// that is told. Was are the facts before anything happened to it; nil if they
// are not known.
func account(t *testing.T, data []byte, was []walk.Fact) {
	t.Helper()
	fake := put(t, data)
	lockSays(t, fake, len(was))
	j, found, err := Open(fake, fakeDir)
	var damage *DamageError
	var newer *NewerError
	switch {
	case errors.As(err, &damage):
		if damage.Line < 1 || damage.Line > bytes.Count(data, []byte("\n"))+1 || damage.Path != filepath.Join(fakeDir, FileName) {
			t.Fatalf("damage at a line that is not there: %v", err)
		}
	case errors.As(err, &newer):
	case err != nil:
		t.Fatal(err)
	}
	if err != nil {
		if now, err := fake.Read(filepath.Join(fakeDir, FileName), MaxSize); err != nil || !bytes.Equal(now, data) {
			t.Fatalf("a refused journal was changed: %v", err)
		}
		return
	}
	var aside []byte
	if found.SetAside != "" {
		if aside, err = fake.Read(found.SetAside, MaxSize); err != nil || len(aside) == 0 {
			t.Fatalf("set aside, but %q, %v", aside, err)
		}
	}
	rest, whole := bytes.CutSuffix(data, aside)
	if got := bytes.Count(rest, []byte("\n")) - 1; !whole || got != len(found.Facts) {
		t.Fatalf("%d facts of %d lines, and %q set aside", len(found.Facts), got, aside)
	}
	if was != nil && (len(found.Facts) > len(was) || !same(found.Facts, was[:len(found.Facts)])) {
		t.Fatalf("read without a word: %+v\nwas: %+v", found.Facts, was)
	}
	if told := j.Missing() > 0 || found.SetAside != ""; was != nil && told != (len(found.Facts) < len(was)) {
		t.Fatalf("%d facts of %d, and %d are told as missing", len(found.Facts), len(was), j.Missing())
	}
	if err := j.Append(some(1000, 1)...); err != nil {
		t.Fatalf("it takes no more: %v", err)
	}
	must(t, j.Close())
	j, again, err := Open(fake, fakeDir)
	if err == nil && j.Missing() > 0 {
		t.Fatalf("%d are told as missing once more", j.Missing())
	}
	if err != nil || len(again.Facts) != len(found.Facts)+1 || again.SetAside != "" {
		t.Fatalf("%d facts and one more are %d, %v", len(found.Facts), len(again.Facts), err)
	}
}

// lockSays has the lock say that so many facts were kept.
func lockSays(t *testing.T, fake *disktest.Fake, count int) {
	t.Helper()
	lock, err := takeLock(fake, fakeDir)
	if err == nil {
		err = errors.Join(lock.Truncate(int64(count)), lock.Close())
	}
	must(t, err)
}

// At the end of a line a cut leaves what the journal was some facts ago, which
// only the lock can tell from what it is now.
func TestAJournalCutAnywhereLosesNothingInSilence(t *testing.T) {
	data := lines(t, 4)
	for cut := range len(data) {
		account(t, data[:cut], some(1, 4))
		account(t, slices.Delete(slices.Clone(data), cut, cut+1), some(1, 4))
	}
}

func TestAJournalChangedAnywhereLosesNothingInSilence(t *testing.T) {
	data := lines(t, 3)
	for at := range data {
		other := []byte{0, '\n', '"', '}', ' ', '7', 0xff}
		for bit := range 8 {
			other = append(other, data[at]^1<<bit)
		}
		for _, b := range other {
			changed := slices.Clone(data)
			changed[at] = b
			account(t, changed, some(1, 3))
		}
	}
}

func TestALineThatIsMissingOrMovedIsDamage(t *testing.T) {
	all := bytes.SplitAfter(lines(t, 5), []byte("\n"))
	for name, order := range map[string][]int{
		"a line less": {0, 1, 3, 4, 5}, "the first less": {0, 2, 3, 4, 5}, "two lines less": {0, 1, 4, 5},
		"two lines swapped": {0, 1, 3, 2, 4, 5}, "a line twice": {0, 1, 2, 2, 3, 4, 5},
	} {
		var data []byte
		for _, i := range order {
			data = append(data, all[i]...)
		}
		_, _, err := Open(put(t, data), fakeDir)
		var damage *DamageError
		if !errors.As(err, &damage) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestWhatIsDamage(t *testing.T) {
	whole := string(old(t, 3)) // no check hides what else there is to find
	first, rest, _ := strings.Cut(whole, "\n")
	second, third, _ := strings.Cut(rest, "\n")
	checked := string(lines(t, 3))
	long := strings.Repeat("x", MaxLine)
	for _, c := range []struct {
		name, text, why string
		line            int
	}{
		{"empty", "", "it is empty", 1},
		{"no first line", rest, "does not name the format", 1},
		{"half a first line", `{"form`, "does not name the format", 1},
		{"first line without an end", first, "does not name the format", 1},
		{"format nought", `{"format":0}` + "\n" + rest, "does not name the format", 1},
		{"another case in the first line", `{"Format":1}` + "\n" + rest, "does not name the format", 1},
		{"room in the first line", `{"format": 1}` + "\n" + rest, "does not name the format", 1},
		{"room behind the first line", `{"format":1} ` + "\n" + rest, "does not name the format", 1},
		{"the first line of Windows", `{"format":1}` + "\r\n" + rest, "another program saved it anew", 1},
		{"a mark before the first line", "\ufeff" + whole, "another program saved it anew", 1},
		{"a nought before the format", `{"format":01}` + "\n" + rest, "does not name the format", 1},
		{"unknown field", first + "\n" + strings.Replace(second, `"seq"`, `"more":1,"seq"`, 1) + "\n" + third, `unknown field "more"`, 2},
		{"two in a line", first + "\n" + second + second + "\n" + third, "something stands behind its end", 2},
		{"empty line", first + "\n\n" + rest, "no fact", 2},
		{"line twice", first + "\n" + second + "\n" + rest, "number 1 is not above 1", 3},
		{"long line", first + "\n" + strings.Replace(second, "safe", long, 1) + "\n" + third, "too long", 2},
		{"no kind", first + "\n" + strings.Replace(second, `"set answer"`, `""`, 1) + "\n" + third, "no kind", 2},
		{"not UTF-8", first + "\n" + strings.Replace(second, "safe", "\xff", 1) + "\n" + third, "UTF-8", 2},
		{"other words", strings.Replace(checked, "safe", "sage", 1), "its check does not fit", 2},
		{"another check", strings.Replace(checked, `"check":"`, `"check":"x`, 1), "its check does not fit", 2},
		{"no check", strings.Replace(whole, `"format":1`, `"format":2`, 1), "its check does not fit", 2},
		{"nearly nothing", `{"format":2}` + "\n{}\n{}\n", "it has no check", 2},
		{"a check too many", strings.Replace(checked, `"format":7`, `"format":1`, 1), `unknown field "check"`, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, _, err := Open(put(t, []byte(c.text)), fakeDir)
			var damage *DamageError
			if !errors.As(err, &damage) || damage.Line != c.line || !strings.Contains(damage.Why, c.why) {
				t.Errorf("%v, want line %d and %q", err, c.line, c.why)
			}
		})
	}
}

func TestANewerFormatIsLeftAlone(t *testing.T) {
	for _, text := range []string{`{"format":8}` + "\n", `{"format":9,"more":true}` + "\nanything\n", `{"format":99}` + string(lines(t, 2)[len(header(Format))-1:])} {
		_, _, err := Open(put(t, []byte(text)), fakeDir)
		var newer *NewerError
		if !errors.As(err, &newer) || newer.Format <= Format || newer.Path == "" {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestAFirstLineThatChangedIsNoNewerFormat(t *testing.T) {
	journals := map[string][]byte{"of now": lines(t, 3), "format 1": old(t, 3)}
	journals["format 2"] = encoded(t, newChain(headerless), header(headerless), some(1, 3))
	for name, data := range journals {
		for bit := range 8 * bytes.IndexByte(data, '\n') {
			damaged := bytes.Clone(data)
			damaged[bit/8] ^= 1 << (bit % 8)
			fake := put(t, damaged)
			j, found, err := Open(fake, fakeDir)
			if err == nil {
				t.Errorf("%s, bit %d: it is read without a word, as %d facts", name, bit, len(found.Facts))
				must(t, j.Close())
				continue
			}
			var damage *DamageError
			if !errors.As(err, &damage) {
				t.Errorf("%s, bit %d: %v", name, bit, err)
			}
			if _, err := SetAside(fake, fakeDir); err != nil {
				t.Errorf("%s, bit %d: it cannot be put aside: %v", name, bit, err)
			}
		}
	}
}

func TestALongFactIsRefusedAndTheNextIsKept(t *testing.T) {
	j, _, err := Open(disktest.New(fakeHome), fakeDir)
	must(t, err)
	long := some(1, 1)
	long[0].Data.Text = strings.Repeat("x", MaxLine)
	if err := j.Append(long...); !errors.Is(err, ErrTooMuch) {
		t.Errorf("%v", err)
	}
	if err := j.Append(some(1, 1)...); err != nil {
		t.Error(err)
	}
}

func TestTextOfAnyKindIsKept(t *testing.T) {
	fake := disktest.New(fakeHome)
	j, _, err := Open(fake, fakeDir)
	must(t, err)
	fact := some(1, 1)[0]
	fact.Data.Text = "不 <b>&\n\t\u2028\u202e\x00 \"\\ \ufffd 👩‍👩‍👧"
	must(t, j.Append(fact))
	must(t, j.Close())
	_, found, err := Open(fake, fakeDir)
	if err != nil || len(found.Facts) != 1 || found.Facts[0].Data.Text != fact.Data.Text {
		t.Errorf("%+v, %v", found, err)
	}
}

func TestALinkIsNotFollowed(t *testing.T) {
	dir := t.TempDir()
	other := filepath.Join(dir, "other")
	must(t, os.WriteFile(other, lines(t, 1), 0o600))
	if err := os.Symlink(other, filepath.Join(dir, FileName)); err != nil {
		t.Skip("no links here")
	}
	if _, _, err := Open(disk.OS(), dir); !errors.Is(err, disk.ErrNotFile) {
		t.Errorf("%v", err)
	}
}

// What stands in the place of the lock is named, with what to do.
func TestALockThatIsNoneIsNamed(t *testing.T) {
	for what, put := range map[string]func(path string) error{
		"a folder":          func(path string) error { return os.Mkdir(path, 0o700) },
		"a full folder":     func(path string) error { return os.MkdirAll(filepath.Join(path, "x"), 0o700) },
		"a link":            func(path string) error { return os.Symlink(FileName, path) },
		"a link to nothing": func(path string) error { return os.Symlink("nothing", path) },
		"a link to itself":  func(path string) error { return os.Symlink(lockName, path) },
	} {
		t.Run(what, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, lockName)
			if err := errors.Join(os.WriteFile(filepath.Join(dir, FileName), lines(t, 1), 0o600), put(path)); err != nil {
				t.Skip(err) // where nobody may make links
			}
			if _, _, err := Open(disk.OS(), dir); err == nil || !strings.Contains(err.Error(), path+" is a folder or a link") {
				t.Error(err)
			}
		})
	}
}

// What another program did to a whole file is told as that.
func TestAJournalThatWasSavedAnewIsToldAsThat(t *testing.T) {
	whole := string(header(Format)) + "{}\n"
	for data, want := range map[string]string{
		"": "it is empty", "\ufeff" + whole: "another program saved it anew", strings.ReplaceAll(whole, "\n", "\r\n"): "another program saved it anew",
		"\xff\xfe{\x00": "another program saved it anew", "\xfe\xff\x00{": "another program saved it anew", "\n": "does not name the format", "{}\n": "does not name the format", "\x00\x00": "does not name the format",
	} {
		if _, err := read([]byte(data)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", data, err)
		}
	}
}
