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
)

// lines is a journal with some facts, as it stands on the disk.
func lines(t testing.TB, count int) []byte {
	t.Helper()
	data := header()
	for _, fact := range some(1, count) {
		line, err := encode(fact)
		if err != nil {
			t.Fatal(err)
		}
		data = append(data, line...)
	}
	return data
}

// put makes a file system with a journal of these bytes.
func put(t testing.TB, data []byte) *disktest.Fake {
	t.Helper()
	fake := disktest.New(fakeDir)
	if err := disk.WriteNew(fake, filepath.Join(fakeDir, fileName), data); err != nil {
		t.Fatal(err)
	}
	return fake
}

// account checks that each line of a journal is read, lies in the file that
// was set aside, or stands behind the damage that is told.
func account(t *testing.T, data []byte) {
	t.Helper()
	fake := put(t, data)
	j, found, err := Open(fake, fakeDir)
	var damage *DamageError
	var newer *NewerError
	switch {
	case errors.As(err, &damage):
		if damage.Line < 1 || damage.Line > bytes.Count(data, []byte("\n"))+1 || damage.Path != filepath.Join(fakeDir, fileName) {
			t.Fatalf("damage at a line that is not there: %v", err)
		}
	case errors.As(err, &newer):
	case err != nil:
		t.Fatal(err)
	}
	if err != nil {
		if now, err := fake.Read(filepath.Join(fakeDir, fileName), MaxSize); err != nil || !bytes.Equal(now, data) {
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
	if err := j.Append(some(1000, 1)...); err != nil {
		t.Fatalf("it takes no more: %v", err)
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	_, again, err := Open(fake, fakeDir)
	if err != nil || len(again.Facts) != len(found.Facts)+1 || again.SetAside != "" {
		t.Fatalf("%d facts and one more are %d, %v", len(found.Facts), len(again.Facts), err)
	}
}

func TestAJournalCutAnywhereLosesNothingInSilence(t *testing.T) {
	data := lines(t, 4)
	for cut := range len(data) {
		account(t, data[:cut])
		account(t, slices.Delete(slices.Clone(data), cut, cut+1))
	}
}

func TestAJournalChangedAnywhereLosesNothingInSilence(t *testing.T) {
	data := lines(t, 3)
	for at := range data {
		for _, b := range []byte{0, '\n', '"', '}', ' ', '7', 0xff, data[at] ^ 1, data[at] ^ 0x20, data[at] ^ 0x80} {
			changed := slices.Clone(data)
			changed[at] = b
			account(t, changed)
		}
	}
}

func TestWhatIsDamage(t *testing.T) {
	whole := string(lines(t, 3))
	first, rest, _ := strings.Cut(whole, "\n")
	second, third, _ := strings.Cut(rest, "\n")
	long := strings.Repeat("x", MaxLine)
	for _, c := range []struct {
		name, text, why string
		line            int
	}{
		{"empty", "", "does not name the format", 1},
		{"no first line", rest, "does not name the format", 1},
		{"half a first line", `{"form`, "does not name the format", 1},
		{"first line without an end", first, "does not name the format", 1},
		{"format nought", `{"format":0}` + "\n" + rest, "does not name the format", 1},
		{"unknown field", first + "\n" + strings.Replace(second, `"seq"`, `"more":1,"seq"`, 1) + "\n" + third, `unknown field "more"`, 2},
		{"two in a line", first + "\n" + second + second + "\n" + third, "something stands behind its end", 2},
		{"empty line", first + "\n\n" + rest, "no fact", 2},
		{"line twice", first + "\n" + second + "\n" + rest, "number 1 is not above 1", 3},
		{"long line", first + "\n" + strings.Replace(second, "safe", long, 1) + "\n" + third, "too long", 2},
		{"no kind", first + "\n" + strings.Replace(second, `"set answer"`, `""`, 1) + "\n" + third, "no kind", 2},
		{"not UTF-8", first + "\n" + strings.Replace(second, "safe", "\xff", 1) + "\n" + third, "UTF-8", 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, _, err := Open(put(t, []byte(c.text)), fakeDir)
			var damage *DamageError
			if !errors.As(err, &damage) || damage.Line != c.line || !strings.Contains(damage.Why, c.why) {
				t.Errorf("%v, want line %d and %q", err, c.line, c.why)
			}
			if facts, err := Parse([]byte(c.text)); err == nil {
				t.Errorf("Parse finds %d facts and no damage", len(facts))
			}
		})
	}
}

func TestANewerFormatIsLeftAlone(t *testing.T) {
	for _, text := range []string{`{"format":2}` + "\n", `{"format":7,"more":true}` + "\nanything\n"} {
		_, _, err := Open(put(t, []byte(text)), fakeDir)
		var newer *NewerError
		if !errors.As(err, &newer) || newer.Format < 2 || newer.Path == "" {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestALongFactIsRefusedAndTheNextIsKept(t *testing.T) {
	j, _, err := Open(disktest.New(fakeHome), fakeDir)
	if err != nil {
		t.Fatal(err)
	}
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
	if err != nil {
		t.Fatal(err)
	}
	fact := some(1, 1)[0]
	fact.Data.Text = "不 <b>&\n\t\u2028\u202e\x00 \"\\ \ufffd 👩‍👩‍👧"
	if err := j.Append(fact); err != nil {
		t.Fatal(err)
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	_, found, err := Open(fake, fakeDir)
	if err != nil || len(found.Facts) != 1 || found.Facts[0].Data.Text != fact.Data.Text {
		t.Errorf("%+v, %v", found, err)
	}
}

func TestALinkIsNotFollowed(t *testing.T) {
	dir := t.TempDir()
	other := filepath.Join(dir, "other")
	if err := os.WriteFile(other, lines(t, 1), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(other, filepath.Join(dir, fileName)); err != nil {
		t.Skip("no links here")
	}
	if _, _, err := Open(disk.OS(), dir); !errors.Is(err, disk.ErrNotFile) {
		t.Errorf("%v", err)
	}
}
