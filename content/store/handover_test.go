package store_test

import (
	"bytes"
	"crypto/rand"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"firstsession/content/contenttest"
	"firstsession/content/disk"
	"firstsession/content/disk/disktest"
	"firstsession/content/journal"
	"firstsession/content/store"
	"firstsession/content/walk"
)

// handing is a home in which an intake was cut off, and where its file is to go.
func handing(t *testing.T, references ...string) (fake *disktest.Fake, state, path string) {
	t.Helper()
	home := t.TempDir() // only its name
	fake, state, path = disktest.New(home), filepath.Join(home, "state"), filepath.Join(home, "K-102.intake")
	for _, reference := range references {
		intakes := &store.Intakes{Options: store.Options{FS: fake, Records: filepath.Join(home, "records"), Random: rand.Reader}, State: state}
		keeper, err := intakes.Begin(reference)
		must(t, err)
		_, facts, err := walk.New(nil).Apply(time.Unix(1, 0), walk.Event{Kind: walk.SetForm, Form: &walk.Form{Reference: reference, Clinician: "A. Haddad", Parts: walk.TalkOnly}})
		must(t, err)
		must(t, keeper.Keep(facts))
		must(t, intakes.Close())
	}
	return fake, state, path
}

// there are the forms of the intakes that lie in a state folder.
func there(t *testing.T, fake *disktest.Fake, state string) (forms []walk.Form) {
	t.Helper()
	found, err := journal.FindUnfinished(fake, journal.IntakesDir(state))
	must(t, err)
	for _, u := range found {
		if w, _ := walk.Replay(nil, u.Facts); u.Err == nil && len(u.Facts) > 0 {
			form, _ := w.Form()
			forms = append(forms, form)
		}
	}
	return forms
}

func TestAnIntakeIsHandedOverAndTaken(t *testing.T) {
	fake, state, path := handing(t, "K-102")
	must(t, store.HandOver(fake, state, "K-102", path))
	if left := there(t, fake, state); len(left) > 0 {
		t.Fatalf("it is still here: %+v", left)
	}
	other := filepath.Join(filepath.Dir(state), "other")
	is, kept, err := store.Take(fake, rand.Reader, other, path, " P. Nguyen ", time.Unix(2, 0))
	if taken := there(t, fake, other); err != nil || kept != nil || is.Reference != "K-102" || len(taken) != 1 ||
		taken[0].Clinician != "P. Nguyen" || strings.Join(taken[0].Before, ",") != "A. Haddad" {
		t.Fatalf("%+v, %v, %v: %+v", is, kept, err, taken)
	}
	if _, err := fake.Stat(path); err == nil {
		t.Error("the file is still there")
	}
	must(t, store.HandOver(fake, other, "K-102", path))
	_, _, err = store.Take(fake, rand.Reader, other, path, "P. Nguyen", time.Unix(3, 0)) // who takes it back
	if taken := there(t, fake, other); err != nil || len(taken) != 1 || len(taken[0].Before) != 1 {
		t.Errorf("%v: %+v", err, taken)
	}
}

// Another program may have saved the file anew on its way.
func TestAnIntakeThatWasSavedAnewIsTaken(t *testing.T) {
	fake, state, path := handing(t, "K-102")
	must(t, store.HandOver(fake, state, "K-102", path))
	whole, err := fake.Read(path, journal.MaxSize)
	must(t, err)
	for how, data := range contenttest.SavedAnew(whole) {
		again, other := filepath.Join(filepath.Dir(path), "again"), filepath.Join(filepath.Dir(state), how)
		file, err := fake.Create(again)
		must(t, err)
		_, err = file.Write(data)
		must(t, errors.Join(err, file.Close()))
		if _, kept, err := store.Take(fake, rand.Reader, other, again, "P. Nguyen", time.Unix(2, 0)); err != nil || kept != nil || len(there(t, fake, other)) != 1 {
			t.Errorf("%s: %v, %v", how, err, kept)
		}
	}
}

func TestWhatCannotBeHandedOverStays(t *testing.T) {
	fake, state, path := handing(t, "K-102", "K-103", "K-103")
	for reference, want := range map[string]error{"K-1": store.ErrNoSuch, "K-103": store.ErrSeveral} {
		if err := store.HandOver(fake, state, reference, path); !errors.Is(err, want) {
			t.Errorf("%s: %v", reference, err)
		}
	}
	if err := store.HandOver(fake, state, "k-102", path); !errors.Is(err, store.ErrNoSuch) || !strings.Contains(err.Error(), "there is K-102, K-103") {
		t.Errorf("in small letters: %v", err)
	}
	must(t, store.HandOver(fake, state, "K-102", path))
	whole, err := fake.Read(path, journal.MaxSize)
	must(t, err)
	for cut := range whole {
		bad := filepath.Join(filepath.Dir(path), "bad")
		for _, data := range [][]byte{whole[:cut], bytes.Replace(whole, whole[cut:cut+1], []byte{whole[cut] ^ 1}, 1)} {
			if bytes.Equal(bytes.TrimSpace(data), bytes.TrimSpace(whole)) {
				continue
			}
			file, err := fake.Create(bad)
			must(t, err)
			_, err = file.Write(data)
			must(t, errors.Join(err, file.Close()))
			if _, _, err := store.Take(fake, rand.Reader, state, bad, "P. Nguyen", time.Unix(2, 0)); !errors.Is(err, store.ErrNoTaken) {
				t.Fatalf("cut or changed at %d: %v", cut, err)
			}
			must(t, fake.Remove(bad))
		}
	}
	if _, _, err := store.Take(fake, rand.Reader, state, path, "", time.Unix(2, 0)); !errors.Is(err, store.ErrOwn) {
		t.Errorf("nobody takes it: %v", err)
	}
	if left := there(t, fake, state); len(left) != 2 {
		t.Errorf("%+v", left)
	}
}

// Whatever the disk refuses, the intake is here, or whole in the file.
func TestAnIntakeThatIsHandedOverIsNeverLost(t *testing.T) {
	for last := 1; ; last++ {
		fake, state, path := handing(t, "K-102")
		other := filepath.Join(filepath.Dir(state), "other")
		refused, operations := false, 0
		fake.Refuse(func(int) error {
			if operations++; operations != last {
				return nil
			}
			refused = true
			return errors.New("refused")
		})
		err := store.HandOver(fake, state, "K-102", path)
		if err == nil {
			_, _, err = store.Take(fake, rand.Reader, other, path, "P. Nguyen", time.Unix(2, 0))
		}
		fake.Refuse(nil)
		if len(there(t, fake, state))+len(there(t, fake, other)) == 0 {
			if _, _, again := store.Take(fake, rand.Reader, other, path, "P. Nguyen", time.Unix(2, 0)); again != nil {
				t.Fatalf("operation %d: %v, and then it is nowhere: %v", last, err, again)
			}
		}
		if !refused {
			return
		}
	}
}

// Several clinicians who share a folder may take the same file at once, and a sync
// may bring it back.
func TestAnIntakeIsTakenOnce(t *testing.T) {
	fake, state, path := handing(t, "K-102")
	must(t, store.HandOver(fake, state, "K-102", path))
	data, err := fake.Read(path, journal.MaxSize)
	must(t, err)
	again := func() {
		t.Helper()
		must(t, disk.WriteNew(fake, path, data))
	}
	one, two := filepath.Join(filepath.Dir(state), "one"), filepath.Join(filepath.Dir(state), "two")
	// The other takes it between any two steps of the first.
	for step := 1; ; step++ {
		operations, interrupted := 0, false
		var second error
		fake.Refuse(func(int) error {
			if operations++; operations == step && !interrupted {
				interrupted = true
				_, _, second = store.Take(fake, rand.Reader, two, path, "B. Lind", time.Unix(3, 0))
			}
			return nil
		})
		_, _, first := store.Take(fake, rand.Reader, one, path, "P. Nguyen", time.Unix(2, 0))
		fake.Refuse(nil)
		if !interrupted {
			break
		}
		if got := len(there(t, fake, one)) + len(there(t, fake, two)); got != 1 || (first == nil) == (second == nil) {
			t.Fatalf("step %d: %d have it; %v and %v", step, got, first, second)
		}
		for _, dir := range []string{one, two} {
			found, err := journal.FindUnfinished(fake, journal.IntakesDir(dir))
			must(t, err)
			for _, u := range found {
				_, err := store.Erase(fake, u.Dir)
				must(t, err)
			}
		}
		again()
	}
	again()
	if _, _, err := store.Take(fake, rand.Reader, one, path, "P. Nguyen", time.Unix(4, 0)); !errors.Is(err, store.ErrTaken) || len(there(t, fake, one)) != 1 {
		t.Errorf("it is taken again: %v, %d", err, len(there(t, fake, one)))
	}
	if _, err := fake.Stat(path); err != nil {
		t.Errorf("the file is not left as it was: %v", err)
	}
}

func TestAnIntakeIsNotTakenThroughALink(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "K-102.intake")
	must(t, disk.WriteNew(disk.OS(), path, []byte("whatever")))
	link := filepath.Join(dir, "link")
	if err := os.Symlink(path, link); err != nil {
		t.Skip(err)
	}
	if _, _, err := store.Take(disk.OS(), rand.Reader, filepath.Join(dir, "state"), link, "P. Nguyen", time.Unix(2, 0)); !errors.Is(err, store.ErrLink) {
		t.Errorf("%v", err)
	}
}

// What is said to be erased stays under no other name of the file.
func TestAnIntakeThatIsTakenStaysUnderNoOtherName(t *testing.T) {
	fake, state, path := handing(t, "K-102")
	must(t, store.HandOver(fake, state, "K-102", path))
	data, err := fake.Read(path, 1<<20)
	must(t, err)
	dir := t.TempDir()
	path = filepath.Join(dir, "K-102.intake")
	must(t, disk.WriteNew(disk.OS(), path, data))
	if err := os.Link(path, filepath.Join(dir, "again")); err != nil {
		t.Skip(err)
	}
	_, kept, err := store.Take(disk.OS(), rand.Reader, filepath.Join(dir, "state"), path, "P. Nguyen", time.Unix(2, 0))
	must(t, errors.Join(kept, err))
	if left, err := os.ReadFile(filepath.Join(dir, "again")); err != nil || len(left) > 0 {
		t.Errorf("it holds %q, %v", left, err)
	}
}

// A window may still list an intake that was handed over in another one.
func TestAnIntakeThatWasHandedOverIsNotGoneOnWith(t *testing.T) {
	fake, state, path := handing(t, "K-102")
	intakes := &store.Intakes{Options: store.Options{FS: fake, Records: filepath.Join(filepath.Dir(state), "records"), Random: rand.Reader}, State: state}
	listed, err := intakes.Unfinished()
	must(t, errors.Join(err, store.HandOver(fake, state, "K-102", path)))
	if _, _, _, err := intakes.Resume(listed[0].ID); !errors.Is(err, store.ErrGone) {
		t.Errorf("%v", err)
	}
}
