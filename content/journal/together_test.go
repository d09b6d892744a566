package journal

import (
	"errors"
	"fmt"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"firstsession/content/disk"
	"firstsession/content/walk"
)

func TestOfManyProgramsAtOnceOneKeepsFactsAndTheOthersAreTold(t *testing.T) {
	for round := range 30 {
		dir := filepath.Join(t.TempDir(), "state", "firstsession")
		const programs = 6
		journals := make([]*Journal, programs)
		for i := range journals {
			var err error
			if journals[i], _, err = Open(disk.OS(), dir); err != nil { // none is there yet
				t.Fatal(err)
			}
		}
		var wait sync.WaitGroup
		errs := make([]error, programs)
		for i, j := range journals {
			wait.Go(func() { errs[i] = j.Append(some(1, 3)...) })
		}
		wait.Wait()
		kept := 0
		for _, err := range errs {
			if err == nil {
				kept++
			} else if !errors.Is(err, ErrInUse) {
				t.Errorf("round %d: %v", round, err)
			}
		}
		for _, j := range journals {
			must(t, j.Close())
		}
		found, err := reopened(t, dir)
		if kept != 1 || err != nil || !same(found.Facts, some(1, 3)) {
			t.Fatalf("round %d: %d kept, and then there are %d facts, %v", round, kept, len(found.Facts), err)
		}
	}
}

func TestManyIntakesAtOnceInOneFolderDoNotMix(t *testing.T) {
	records := filepath.Join(t.TempDir(), "records")
	var wait sync.WaitGroup
	errs := make([]error, 8)
	for i := range errs {
		wait.Go(func() { errs[i] = oneIntake(records, i) })
	}
	wait.Wait()
	must(t, errors.Join(errs...))
	all, err := FindUnfinished(disk.OS(), records)
	if err != nil || len(all) != len(errs) {
		t.Fatalf("%d intakes, %v", len(all), err)
	}
	seen := map[string]bool{}
	for _, u := range all {
		j, found, err := Open(disk.OS(), u.Dir)
		if err != nil || u.Err != nil || len(found.Facts) != 20 || seen[u.Reference] {
			t.Fatalf("%+v has %d facts, %v", u, len(found.Facts), err)
		}
		seen[u.Reference] = true
		for _, fact := range found.Facts {
			if fact.Subject != u.Reference {
				t.Fatalf("%s holds a fact of %s", u.Reference, fact.Subject)
			}
		}
		must(t, j.Close())
	}
}

// oneIntake begins an intake and keeps facts of it, one after the other.
func oneIntake(records string, i int) error {
	reference := fmt.Sprint("K-", i)
	dir, err := NewUnfinished(disk.OS(), records, reference, seeds(fmt.Sprintf("%08d", i)))
	if err != nil {
		return err
	}
	j, _, err := Open(disk.OS(), dir)
	if err != nil {
		return err
	}
	for _, fact := range some(1, 20) {
		fact.Subject = reference
		if err := j.Append(fact); err != nil {
			return err
		}
	}
	return j.Close()
}

func TestAClockThatGoesBackwardsChangesNothing(t *testing.T) {
	dir := t.TempDir()
	var want []walk.Fact
	for _, hours := range []int{0, -1, -24 * 400, 3, -3, 24 * 9000} {
		j, found, err := Open(disk.OS(), dir)
		if err != nil || !same(found.Facts, want) {
			t.Fatalf("%+v, %v", found, err)
		}
		facts := some(len(want)+1, 2)
		for i := range facts {
			facts[i].Time = facts[i].Time.Add(time.Duration(hours) * time.Hour)
		}
		must(t, j.Append(facts...))
		want = append(want, facts...)
		must(t, j.Close())
	}
	if found, err := reopened(t, dir); err != nil || !same(found.Facts, want) {
		t.Errorf("%+v, %v", found, err)
	}
}
