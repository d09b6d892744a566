package store_test

import (
	"crypto/rand"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"firstsession/content/disk"
	"firstsession/content/disk/disktest"
	"firstsession/content/seal"
	"firstsession/content/store"
	"firstsession/content/visit"
	"firstsession/content/walk"
)

var noon = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

func invitations(fsys disk.FS, home string, now func() time.Time) *store.Invitations {
	o := store.Options{FS: fsys, Records: filepath.Join(home, "records"), Version: "test", Random: rand.Reader}
	return store.NewInvitations(o, home, now)
}

func atNoon() time.Time { return noon }

func TestAPlaceUnderAnInvitationIsAStore(t *testing.T) {
	for _, seed := range []uint64{1} {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			Run(t, func(t *testing.T) Store { return inAPlace(t, seed) })
		})
	}
}

func TestWhatIsLockedIsAStore(t *testing.T) {
	key, _, err := seal.New("a heron at dawn")
	must(t, err)
	Run(t, func(t *testing.T) Store {
		s := inAPlace(t, 0)
		open := s.Open
		s.Spoil = nil // no word can be found in it
		s.Open = func() (visit.Keeper, []walk.Fact, func() error, error) {
			k, found, closes, err := open()
			sealed := store.Seal(k, key)
			if err == nil {
				found, err = sealed.Open(found)
			}
			return sealed, found, closes, err
		}
		return s
	})
}

// inAPlace is what is kept under one invitation, on a disk that can refuse
// anything.
func inAPlace(t *testing.T, seed uint64) Store {
	home := t.TempDir() // only its name
	fake := disktest.New(home)
	s := inFolder(t, fake, home)
	faults(&s, fake, seed)
	all := invitations(fake, home, atNoon)
	words, err := all.Make("K-102", "", "", store.EndOf(noon, 30))
	must(t, err)
	s.Intakes, s.Spoil = nil, nil
	s.Open = func() (visit.Keeper, []walk.Fact, func() error, error) {
		p, found, err := all.Open(words)
		if p == nil {
			return refusing{visit.Nobody(), err}, nil, func() error { return nil }, err
		}
		return p, found.Facts, p.Close, err
	}
	return s
}

func TestAnInvitationIsOpenUntilTheEndOfItsLastDay(t *testing.T) {
	now := time.Date(2026, 11, 26, 5, 26, 0, 0, time.FixedZone("", -6*60*60))
	clock := now
	all := invitations(disk.OS(), t.TempDir(), func() time.Time { return clock })
	words, err := all.Make("K-102", "", "", store.EndOf(now, 60))
	must(t, err)
	list, err := all.List()
	if err != nil || len(list) != 1 || list[0].LastDay(now.Location()) != "2027-01-25" {
		t.Fatalf("%+v, %v", list, err)
	}
	clock = time.Date(2027, 1, 25, 23, 59, 59, 0, now.Location())
	place, _, err := all.Open(words)
	must(t, err)
	must(t, place.Close())
	clock = clock.Add(time.Second)
	if _, _, err := all.Open(words); !errors.Is(err, store.ErrEnded) {
		t.Errorf("the day after: %v", err)
	}
}

func TestInvitationsAreListedByTheirReferences(t *testing.T) {
	all := invitations(disk.OS(), t.TempDir(), atNoon)
	for _, reference := range []string{"K-105", "K-102", "K-106"} {
		_, err := all.Make(reference, "", "es", store.EndOf(noon, 30))
		must(t, err)
	}
	list, err := all.List()
	must(t, err)
	if list[0].Reference != "K-102" || list[1].Reference != "K-105" || list[2].Reference != "K-106" || list[0].Language != "es" {
		t.Errorf("%+v", list)
	}
}

func TestAnInvitationOfTheFirstFormatIsTakenAndNotLocked(t *testing.T) {
	home := t.TempDir()
	all := invitations(disk.OS(), home, atNoon)
	words, err := all.Make("K-102", "", "", store.EndOf(noon, 30))
	must(t, err)
	paths, err := filepath.Glob(filepath.Join(home, "invitations", "*.json"))
	must(t, err)
	must(t, disk.RemoveAny(disk.OS(), paths[0]))
	must(t, disk.WriteNew(disk.OS(), paths[0], []byte(`{"format":1,"reference":"K-102","made":"2026-03-01T12:00:00Z","ends":"2026-04-01T12:00:00Z"}`+"\n")))
	place, _, err := all.Open(words)
	must(t, err)
	if place.MayLock() {
		t.Error("it can be locked, and a program that knows no word would not ask for it")
	}
}

func TestWhatIsLockedOpensWithItsWordAlone(t *testing.T) {
	home := t.TempDir()
	all := invitations(disk.OS(), home, atNoon)
	words, err := all.Make("K-102", "", "", store.EndOf(noon, 30))
	must(t, err)
	opens := func() (store.Kept, []walk.Fact) {
		p, found, err := all.Open(words)
		must(t, err)
		return p, found.Facts
	}
	beside, _ := opens() // another window, which finds nothing either
	place, _ := opens()
	keeper, err := store.Lock(place, "a heron at dawn")
	must(t, err)
	if err := beside.Begin(); !errors.Is(err, store.ErrOpen) {
		t.Errorf("another window begins without the word: %v", err)
	}
	if _, err := store.Lock(beside, "another heron"); !errors.Is(err, store.ErrOpen) {
		t.Errorf("two words: %v", err)
	}
	must(t, keeper.Begin())
	_, facts, err := walk.New(guide).Apply(noon, walk.Event{Kind: walk.TakeNote, Subject: "one", Text: "I am nervous"})
	must(t, err)
	must(t, keeper.Keep(facts))
	must(t, place.Close())
	if holds := held(t, home); strings.Contains(holds, "nervous") || strings.Contains(holds, "heron") {
		t.Errorf("it can be read: %s", holds)
	}

	place, found := opens()
	if _, _, err := store.Unlock(place, "a heron at dusk", found); place.Key() == nil || !errors.Is(err, seal.ErrWrong) {
		t.Errorf("another word: %v", err)
	}
	_, open, err := store.Unlock(place, "A Heron at dawn", found)
	if err != nil || len(open) != len(facts) || open[len(open)-1].Data.Text != "I am nervous" {
		t.Errorf("with its word: %+v, %v", open, err)
	}
	must(t, place.Clear()) // as who has forgotten it
	if place.Key() != nil || !place.MayLock() {
		t.Error("it cannot be begun anew")
	}
	must(t, place.Close())
	if _, found = opens(); len(found) != 0 {
		t.Errorf("there is %+v", found)
	}
}

func held(t *testing.T, home string) string { return all(t, disk.OS(), home) }

func TestWhatEndsGoesWithItsKey(t *testing.T) {
	home := t.TempDir()
	all := invitations(disk.OS(), home, atNoon)
	words, err := all.Make("K-102", "", "", store.EndOf(noon, 30))
	must(t, err)
	place, _, err := all.Open(words)
	must(t, err)
	keeper, err := store.Lock(place, "a heron at dawn")
	must(t, err)
	must(t, keeper.Begin())
	must(t, place.Close())
	_, err = all.Revoke("K-102")
	must(t, err)
	if holds := held(t, home); strings.Contains(holds, ".key") || strings.Contains(holds, "journal") {
		t.Errorf("there is %s", holds)
	}
}
