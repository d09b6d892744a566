package record

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"firstsession/content"
	"firstsession/content/disk"
	"firstsession/content/guidetest"
	"firstsession/content/walk"
)

var signedAt = time.Date(2026, 11, 23, 15, 4, 5, 678, time.FixedZone("CET", 3600))

func guide(t testing.TB) *content.Guide {
	t.Helper()
	return guidetest.Shipped(t, "en")
}

// apply lets a reader do things, a second apart.
func apply(t testing.TB, w walk.Walk, events ...walk.Event) (walk.Walk, []walk.Fact) {
	t.Helper()
	var all []walk.Fact
	for i, event := range events {
		after, facts, err := w.Apply(signedAt.Add(time.Duration(i-100)*time.Second), event)
		must(t, err)
		w, all = after, append(all, facts...)
	}
	return w, all
}

func answers(g *content.Guide, answer walk.Answer) []walk.Event {
	var events []walk.Event
	for _, s := range g.Commitment.Statements {
		events = append(events, walk.Event{Kind: walk.SetAnswer, Subject: s.ID, Answer: answer})
	}
	return events
}

func draft() Draft {
	return Draft{Name: "Dana", Now: signedAt, Program: "firstsession test", Random: strings.NewReader("12345678abcdefghABCDEFGH")}
}

func TestWhatIsSavedIsWhole(t *testing.T) {
	g := guide(t)
	w, facts := apply(t, walk.New(g), answers(g, walk.Agree)...)
	d := draft()
	d.Answered = AnswerTimes(facts)
	dir := filepath.Join(t.TempDir(), "My Documents", "First Session")
	a, path, err := Save(disk.OS(), dir, w, d)
	must(t, err)
	if want := filepath.Join(dir, "acknowledgement-2026-11-23-3132333435363738.json"); path != want {
		t.Errorf("path %s, want %s", path, want)
	}
	names, err := disk.OS().ReadDir(dir)
	if err != nil || len(names) != 3 {
		t.Errorf("%v, %v", names, err)
	}
	for _, name := range names {
		if info, err := os.Stat(filepath.Join(dir, name)); err != nil || runtime.GOOS != "windows" && info.Mode() != 0o600 {
			t.Errorf("%s: %v, %v", name, info.Mode(), err)
		}
	}
	again, err := Read(disk.OS(), path)
	must(t, err)
	one, _ := Encode(a)
	two, _ := Encode(again)
	if !bytes.Equal(one, two) {
		t.Error("it reads differently")
	}
	if _, err := writeFiles(disk.OS(), dir, a, g.Words, Draft{}); !errors.Is(err, os.ErrExist) {
		t.Errorf("written twice: %v", err)
	}
	d.Random = strings.NewReader("12345678abcdefgh")
	if b, _, err := Save(disk.OS(), dir, w, d); err != nil || b.ID != "6162636465666768" {
		t.Errorf("saved twice with the same id: %s, %v", b.ID, err)
	}
	text, err := os.ReadFile(strings.TrimSuffix(path, ".json") + ".txt")
	must(t, err)
	if want := Text(a, g.Words); string(text) != want {
		t.Errorf("the copy reads\n%s\nwant\n%s", text, want)
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
