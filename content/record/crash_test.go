package record

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"firstsession/content/disk/disktest"
	"firstsession/content/walk"
	"firstsession/content/words"
)

const (
	home   = "/home/dana"
	folder = "/home/dana/Documents/First Session"
)

// files are what Write has to put into a folder: a record, which is the last,
// and its copies; each by the end of its name.
func files(t *testing.T, a Record, words *words.Words) []written {
	t.Helper()
	data, err := Encode(a)
	must(t, err)
	return append(copies(a, words), written{recordEnd, data})
}

// checkSet makes sure that whatever has a final name is whole, and no record
// without its copies.
func checkSet(t *testing.T, fake *disktest.Fake, want []written) (records, others int) {
	t.Helper()
	names, err := fake.ReadDir(folder)
	if err != nil {
		return 0, 0
	}
	there := map[string]bool{}
	for _, name := range names {
		there[filepath.Ext(name)] = true
		got, err := fake.Read(filepath.Join(folder, name), MaxSize)
		must(t, err)
		others++
		for _, file := range want {
			if strings.HasSuffix(name, file.end) && !bytes.Equal(got, file.data) {
				t.Fatalf("half of %s: %d of %d bytes", name, len(got), len(file.data))
			}
		}
	}
	if !there[recordEnd] {
		return 0, others
	}
	for _, file := range want {
		if !there[file.end] {
			t.Fatalf("a record without its %s", file.end)
		}
	}
	return 1, others - 1
}

func TestARecordIsThereWholeOrNotAtAll(t *testing.T) {
	g := guide(t)
	w, _ := apply(t, walk.New(g), answers(g, walk.Agree)...)
	own, err := Build(w, draft())
	must(t, err)
	short := smallGuide()
	for _, c := range []struct {
		name  string
		a     Record
		words *words.Words
		files int
	}{
		{"a member's own", own, g.Words, 3},
		{"of an intake", intakeRecord(t, short), short.Words, 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			want := files(t, c.a, c.words)
			fake := disktest.New(home)
			if _, err := writeFiles(fake, folder, c.a, c.words, Draft{}); err != nil {
				t.Fatal(err)
			}
			if records, others := checkSet(t, fake, want); records != 1 || records+others != c.files {
				t.Fatalf("%d records, %d others", records, others)
			}
			crashes(t, c.a, c.words, want, fake.Count())
			fullDisks(t, c.a, c.words, want)
		})
	}
}

// crashes lets each operation of writing a record crash, or be refused.
func crashes(t *testing.T, a Record, words *words.Words, want []written, operations int) {
	saved := func(t *testing.T, fake *disktest.Fake, err error) {
		t.Helper()
		records, _ := checkSet(t, fake, want)
		if err == nil && records != 1 {
			t.Fatalf("it was called saved, and there are %d", records)
		}
	}
	for n := 1; n <= operations; n++ {
		crashed := disktest.New(home)
		crashed.CrashAt(n)
		_, err := writeFiles(crashed, folder, a, words, Draft{})
		for seed := range uint64(40) {
			t.Run(fmt.Sprintf("crash at %d, seed %d", n, seed), func(t *testing.T) {
				fake := crashed.Clone()
				fake.Restart(seed)
				saved(t, fake, err)
			})
		}
		for _, width := range []int{1, 2, 3, 1000} {
			t.Run(fmt.Sprintf("refused from %d, %d times", n, width), func(t *testing.T) {
				fake := disktest.New(home)
				fake.Refuse(func(operation int) error {
					if operation >= n && operation < n+width {
						return errors.New("refused")
					}
					return nil
				})
				_, err := writeFiles(fake, folder, a, words, Draft{})
				if err != nil && !strings.HasPrefix(err.Error(), "save record: ") {
					t.Errorf("%v", err)
				}
				fake.Refuse(nil)
				saved(t, fake, err)
				if records, others := checkSet(t, fake, want); width == 1 && err != nil && records+others > 0 {
					t.Errorf("one refusal, and %d records and %d other files are left", records, others)
				}
				for seed := range uint64(10) {
					after := fake.Clone()
					after.Restart(seed)
					saved(t, after, err)
				}
			})
		}
	}
}

// fullDisks lets the disk fill up anywhere within a record and its copies.
func fullDisks(t *testing.T, a Record, words *words.Words, want []written) {
	t.Helper()
	size := 0
	for _, file := range want {
		size += len(file.data)
	}
	for space := range size {
		if space%23 != 0 && space < size-50 {
			continue
		}
		fake := disktest.New(home)
		fake.Fill(space)
		if _, err := writeFiles(fake, folder, a, words, Draft{}); err == nil {
			t.Errorf("%d bytes are enough", space)
		}
		if records, others := checkSet(t, fake, want); records+others > 0 {
			t.Errorf("a full disk, and %d records and %d other files are left", records, others)
		}
		fake.Fill(-1)
		if _, err := writeFiles(fake, folder, a, words, Draft{}); err != nil {
			t.Errorf("with room again: %v", err)
		}
	}
}
