package record

import (
	"crypto/rand"
	"errors"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"firstsession/content/disk"
	"firstsession/content/walk"
)

func TestManyProgramsAtOnceSaveIntoOneFolder(t *testing.T) {
	g := smallGuide()
	w, _ := apply(t, walk.New(g), answers(g, walk.Agree)...)
	dir := filepath.Join(t.TempDir(), "records")
	const programs, each = 8, 5
	var wait sync.WaitGroup
	errs := make([]error, programs)
	for i := range errs {
		wait.Go(func() {
			for range each {
				d := draft()
				d.Random = rand.Reader
				_, _, err := Save(disk.OS(), dir, w, d)
				errs[i] = errors.Join(errs[i], err)
			}
		})
	}
	wait.Wait()
	must(t, errors.Join(errs...))
	all, err := List(disk.OS(), dir)
	if err != nil || len(all) != programs*each {
		t.Fatalf("%d records, %v", len(all), err)
	}
	for _, e := range all {
		missing, other := Copies(disk.OS(), e, g.Words)
		if e.Err != nil || len(missing)+len(other) > 0 {
			t.Errorf("%s: %v, %v, %v", e.Path, e.Err, missing, other)
		}
	}
	if names, err := disk.OS().ReadDir(dir); err != nil || len(names) != 3*programs*each {
		t.Errorf("%d files, %v", len(names), err)
	}
}

func TestARecordOfAClockThatWentBackwardsIsWhole(t *testing.T) {
	g := smallGuide()
	w, facts := apply(t, walk.New(g), answers(g, walk.Agree)...)
	d := draft()
	d.Answered = AnswerTimes(facts)
	for _, hours := range []int{-1, -24 * 365, 24 * 9000} { // signed before it was answered, by the clock
		d.Now = signedAt.Add(time.Duration(hours) * time.Hour)
		a, err := Build(w, d)
		must(t, err)
		data, err := Encode(a)
		must(t, err)
		if _, err := Decode(data); err != nil {
			t.Errorf("%d hours: %v", hours, err)
		}
		Text(a, g.Words)
	}
}
