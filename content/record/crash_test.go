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
)

const (
	home   = "/home/dana"
	folder = "/home/dana/Documents/First Session"
)

// checkPairs makes sure that whatever has a final name is whole, and no record
// without its copy.
func checkPairs(t *testing.T, fake *disktest.Fake, data, text []byte) (records, others int) {
	t.Helper()
	names, err := fake.ReadDir(folder)
	if err != nil {
		return 0, 0
	}
	there := map[string]bool{}
	for _, name := range names {
		there[name] = true
	}
	for _, name := range names {
		got, err := fake.Read(filepath.Join(folder, name), MaxSize)
		if err != nil {
			t.Fatal(err)
		}
		switch {
		case strings.HasSuffix(name, recordEnd):
			records++
			if !bytes.Equal(got, data) {
				t.Fatalf("half a record: %d of %d bytes", len(got), len(data))
			}
			if !there[strings.TrimSuffix(name, recordEnd)+textEnd] {
				t.Fatal("a record without its copy")
			}
		case strings.HasSuffix(name, textEnd):
			others++
			if !bytes.Equal(got, text) {
				t.Fatalf("half a copy: %d of %d bytes", len(got), len(text))
			}
		default:
			others++
		}
	}
	return records, others
}

func TestARecordIsThereWholeOrNotAtAll(t *testing.T) {
	g := guide(t)
	w, _ := apply(t, walk.New(g), answers(g, walk.Agree)...)
	a, err := Build(w, draft())
	if err != nil {
		t.Fatal(err)
	}
	data, err := Encode(a)
	if err != nil {
		t.Fatal(err)
	}
	text := []byte(Text(a, g.Words))
	fake := disktest.New(home)
	if _, err := Write(fake, folder, a, g.Words); err != nil {
		t.Fatal(err)
	}
	if records, others := checkPairs(t, fake, data, text); records != 1 || others != 1 {
		t.Fatalf("%d records, %d others", records, others)
	}
	operations := fake.Count()

	saved := func(t *testing.T, fake *disktest.Fake, err error) {
		t.Helper()
		records, _ := checkPairs(t, fake, data, text)
		if err == nil && records != 1 {
			t.Fatalf("it was called saved, and there are %d", records)
		}
	}
	for n := 1; n <= operations; n++ {
		for seed := range uint64(40) {
			t.Run(fmt.Sprintf("crash at %d, seed %d", n, seed), func(t *testing.T) {
				fake := disktest.New(home)
				fake.CrashAt(n)
				_, err := Write(fake, folder, a, g.Words)
				fake.Restart(seed)
				saved(t, fake, err)
			})
		}
		for _, width := range []int{1, 2, 3, 1000} {
			for seed := range uint64(10) {
				t.Run(fmt.Sprintf("refused from %d, %d times, seed %d", n, width, seed), func(t *testing.T) {
					fake := disktest.New(home)
					fake.Refuse(func(operation int) error {
						if operation >= n && operation < n+width {
							return errors.New("refused")
						}
						return nil
					})
					_, err := Write(fake, folder, a, g.Words)
					if err != nil && !strings.HasPrefix(err.Error(), "save acknowledgement: ") {
						t.Errorf("%v", err)
					}
					fake.Refuse(nil)
					saved(t, fake, err)
					if records, others := checkPairs(t, fake, data, text); width == 1 && err != nil && records+others > 0 {
						t.Errorf("one refusal, and %d records and %d other files are left", records, others)
					}
					fake.Restart(seed)
					saved(t, fake, err)
				})
			}
		}
	}
	for space := range len(data) + len(text) {
		if space%23 != 0 && space < len(data)+len(text)-50 {
			continue
		}
		fake := disktest.New(home)
		fake.Fill(space)
		if _, err := Write(fake, folder, a, g.Words); err == nil {
			t.Errorf("%d bytes are enough", space)
		}
		if records, others := checkPairs(t, fake, data, text); records+others > 0 {
			t.Errorf("a full disk, and %d records and %d other files are left", records, others)
		}
	}
}
