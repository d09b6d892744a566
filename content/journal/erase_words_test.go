package journal

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"testing"

	"firstsession/content/disk"
	"firstsession/content/disk/disktest"
	"firstsession/content/walk"
)

const secret = "my \"secret\" <affair>"

// noted are facts of which the second and third hold the secret.
func noted() []walk.Fact {
	facts := some(1, 4)
	for i, text := range []string{secret, "more of " + secret, ""} {
		f := &facts[i+1]
		f.Kind, f.Subject, f.Data = string(walk.ChangeNote), "n1", walk.Data{Text: text}
	}
	facts[1].Kind = string(walk.TakeNote)
	return facts
}

func forget(facts []walk.Fact) func(walk.Fact) walk.Fact {
	gone := walk.Gone(facts)
	return func(f walk.Fact) walk.Fact {
		if gone[f.Seq] {
			return walk.WithoutWords(f)
		}
		return f
	}
}

func changed(facts []walk.Fact) []walk.Fact {
	var all []walk.Fact
	for _, f := range facts {
		all = append(all, forget(facts)(f))
	}
	return all
}

// holders are the files in the journal's folder in which the secret stands.
func holders(t *testing.T, fake *disktest.Fake) []string {
	t.Helper()
	names, err := fake.ReadDir(fakeDir)
	must(t, err)
	var found []string
	for _, name := range names {
		data, err := fake.Read(filepath.Join(fakeDir, name), MaxSize)
		if err == nil && (bytes.Contains(data, []byte("secret")) || bytes.Contains(data, []byte("affair"))) {
			found = append(found, name)
		}
	}
	return found
}

// withSecret is a disk with a journal that holds the secret, a torn line of it,
// and an old journal with it.
func withSecret(t *testing.T) *disktest.Fake {
	t.Helper()
	fake := disktest.New(fakeHome)
	j, _, err := Open(fake, fakeDir)
	must(t, err)
	must(t, j.Append(noted()[:2]...))
	must(t, j.Close())
	whole, err := fake.Read(filepath.Join(fakeDir, FileName), MaxSize)
	must(t, err)
	write(t, fake, "set-aside-1.txt", whole)
	write(t, fake, "set-aside-2.txt", []byte(`{"seq":9,"time":"2026-11-23T10:00:00Z","kind":"change note","subject":"n1","data":{"text":"my \"sec`))
	write(t, fake, "set-aside-3.txt", []byte(`{"seq":9,"time":"2026-11-23T10:00:00Z","kind":"reach","subj`))
	write(t, fake, unfinished, whole)
	must(t, fake.SyncDir(fakeDir))
	return fake
}

func write(t *testing.T, fake *disktest.Fake, name string, data []byte) {
	t.Helper()
	must(t, disk.WriteNew(fake, filepath.Join(fakeDir, name), data))
}

// erases opens the journal, takes the note back, and erases its words.
func erases(fake *disktest.Fake) (j *Journal, kept, erased bool) {
	j, _, err := Open(fake, fakeDir)
	if err != nil {
		return nil, false, false
	}
	if j.Append(noted()[2:]...) != nil {
		return j, false, false
	}
	return j, true, j.Rewrite(forget(noted())) == nil
}

func TestErasedWordsAreInNoFileOfTheFolder(t *testing.T) {
	fake := withSecret(t)
	j, _, erased := erases(fake)
	if !erased || len(holders(t, fake)) > 0 {
		t.Fatalf("erased: %v, and it stands in %v", erased, holders(t, fake))
	}
	if _, err := fake.Stat(filepath.Join(fakeDir, "set-aside-3.txt")); err != nil {
		t.Error("what was set aside and holds none of it is gone, too")
	}
	must(t, j.Append(some(5, 1)...))
	must(t, j.Close())
	_, found, err := Open(fake, fakeDir)
	if want := append(changed(noted()), some(5, 1)...); err != nil || !same(found.Facts, want) {
		t.Errorf("%+v, %v", found.Facts, err)
	}
}

func TestErasingCanCrashAtAnyOperation(t *testing.T) {
	base := withSecret(t)
	start := base.Count()
	if _, _, erased := erases(base); !erased {
		t.Fatal("it does not erase")
	}
	operations := base.Count() - start
	for n := 1; n <= operations+1; n++ {
		for seed := range uint64(20) {
			t.Run(fmt.Sprintf("operation %d, seed %d", n, seed), func(t *testing.T) {
				fake := withSecret(t)
				fake.CrashAt(fake.Count() + n)
				_, kept, erased := erases(fake)
				fake.Restart(seed)
				checkErased(t, fake, kept, erased)
			})
		}
	}
}

// checkErased opens the journal again. What was kept is there, what was called
// erased is nowhere, and what was not can be erased now.
func checkErased(t *testing.T, fake *disktest.Fake, kept, erased bool) {
	t.Helper()
	if found := holders(t, fake); erased && len(found) > 0 {
		t.Fatalf("it was erased, and stands in %v", found)
	}
	j, found, err := Open(fake, fakeDir)
	if err != nil {
		t.Fatalf("it does not open again: %v", err)
	}
	if kept && !same(found.Facts, noted()) && !same(found.Facts, changed(noted())) {
		t.Fatalf("other facts: %+v", found.Facts)
	}
	if !kept {
		return
	}
	if err := j.Rewrite(forget(found.Facts)); err != nil || len(holders(t, fake)) > 0 {
		t.Errorf("again: %v, and it stands in %v", err, holders(t, fake))
	}
	if err := j.Append(some(5, 1)...); err != nil {
		t.Error(err)
	}
}

func TestARefusedOperationErasesLaterAndLosesNoFact(t *testing.T) {
	refused := errors.New("refused")
	for n := 1; n <= 40; n++ {
		for seed := range uint64(4) {
			fake := withSecret(t)
			j, _, err := Open(fake, fakeDir)
			if err == nil {
				err = j.Append(noted()[2:]...)
			}
			must(t, err)
			at := fake.Count() + n
			fake.Refuse(func(operation int) error {
				if operation == at {
					return refused
				}
				return nil
			})
			first := j.Rewrite(forget(noted()))
			fake.Refuse(nil)
			if found := holders(t, fake); first == nil && len(found) > 0 {
				t.Fatalf("operation %d: erased, and it stands in %v", n, found)
			}
			more := j.Append(some(5, 1)...) == nil
			if first != nil && j.Rewrite(forget(noted())) == nil && len(holders(t, fake)) > 0 {
				t.Fatalf("operation %d: erased later, and it stands in %v", n, holders(t, fake))
			}
			fake.Restart(seed)
			_, found, err := Open(fake, fakeDir)
			least := 4
			if more {
				least = 5
			}
			if err != nil || len(found.Facts) < least {
				t.Fatalf("operation %d, seed %d: %d facts of %d, %v", n, seed, len(found.Facts), least, err)
			}
		}
	}
}

func TestAFullDiskErasesNothingAndSaysSo(t *testing.T) {
	fake := withSecret(t)
	j, _, err := Open(fake, fakeDir)
	if err == nil {
		err = j.Append(noted()[2:]...)
	}
	must(t, err)
	fake.Fill(30)
	if err := j.Rewrite(forget(noted())); err == nil {
		t.Fatal("it is called erased")
	}
	fake.Fill(-1)
	must(t, j.Append(some(5, 1)...))
	if err := j.Rewrite(forget(noted())); err != nil || len(holders(t, fake)) > 0 {
		t.Errorf("%v, and it stands in %v", err, holders(t, fake))
	}
}
