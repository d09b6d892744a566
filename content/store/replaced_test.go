package store

import (
	"crypto/rand"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"firstsession/content/disk"
	"firstsession/content/guidetest"
	"firstsession/content/record"
	"firstsession/content/walk"
)

// A client who comes back is known at the other site, and what was replaced there
// says so.
func TestAReferenceIsKnownInOtherFoldersAndWhatIsReplacedThereSaysSo(t *testing.T) {
	guide := guidetest.Shipped(t, "en")
	north, south := filepath.Join(t.TempDir(), "north"), filepath.Join(t.TempDir(), "south")
	day := time.Date(2026, 11, 2, 10, 0, 0, 0, time.UTC)
	intake := func(dir, reference, instead string) string {
		t.Helper()
		events := []walk.Event{{Kind: walk.SetForm, Form: &walk.Form{Reference: reference, Parts: walk.TalkOnly, Supersedes: instead}}}
		for _, s := range guide.Commitment.Statements {
			events = append(events, walk.Event{Kind: walk.SetAnswer, Subject: s.ID, Answer: walk.Agree})
		}
		w, _, err := walk.New(guide).Apply(day, append(events, walk.Event{Kind: walk.NameTyped, Text: "Dana"})...)
		if err != nil {
			t.Fatal(err)
		}
		f := &Folder{Options: Options{FS: disk.OS(), Random: rand.Reader}, others: []string{south, north}}
		saving := func(string, string) error { return nil }
		// Whoever adds to the record that is replaced has its folder for a moment.
		release, err := record.Hold(disk.OS(), north)
		if err != nil {
			t.Fatal(err)
		}
		id, _, err := f.Sign(w, record.Draft{Now: day, Saving: saving}, dir)
		if held := errors.Is(f.unnoted, record.ErrHeld); err != nil || held != (instead != "") {
			t.Fatal(err, f.unnoted)
		}
		if err := errors.Join(release(), f.Keep(nil), f.Close()); err != nil || f.unnoted != nil || f.untold != nil {
			t.Fatal(err, f.unnoted)
		}
		return id
	}
	first := intake(north, "K-101", "")
	at := &Intakes{Options: Options{FS: disk.OS(), Records: south, Random: rand.Reader}, Others: []string{north}, State: t.TempDir(), Guide: guide}
	for _, typed := range []string{"K-101", "k-101", "K101"} {
		known, _ := at.Known(typed)
		if len(known) != 1 || known[0].ID != first || known[0].Folder != north || (known[0].Reference == "") != (typed == "K-101") {
			t.Errorf("%s: %+v", typed, known)
		}
	}
	for _, a := range []record.Addition{{Kind: record.Withdrawn, Day: "2026-11-03"}, {Kind: record.Corrected, Reference: "K-160"}} {
		a.Time = day.AddDate(0, 0, 1)
		entries, err := record.List(disk.OS(), north)
		if err != nil {
			t.Fatal(err)
		}
		if a, err = record.NewAddition(entries[0].Record, a, rand.Reader); err == nil {
			_, err = record.Add(disk.OS(), entries[0], a, guide.Words)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, typed := range []string{"K-101", "K-160"} {
		known, _ := at.Known(typed)
		if len(known) != 1 || known[0].TakenBack != "2026-11-03" || known[0].Corrected != (typed == "K-101") {
			t.Errorf("%s: %+v", typed, known)
		}
	}
	second := intake(south, "K-160", first)
	if known, _ := at.Known("K-160"); len(known) != 1 || known[0].ID != second || known[0].Folder != "" {
		t.Errorf("%+v", known)
	}
	entries, err := record.List(disk.OS(), north) // alone
	if err != nil || len(entries) != 1 || entries[0].ReplacedBy() != second {
		t.Errorf("%+v, %v", entries, err)
	}
	text, err := os.ReadFile(strings.TrimSuffix(entries[0].Path, ".json") + ".txt")
	if err != nil || !strings.Contains(string(text), "The record "+second) {
		t.Errorf("the copy does not say which record took its place: %v", err)
	}
}
