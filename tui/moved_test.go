package tui

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"firstsession/content/walk"
	"firstsession/tui/visit"
)

// onEach is a journey's surface with what the program says at its end.
type onEach struct {
	surface
	visit    *visit.Visit
	farewell func() string
}

// onBoth runs a test on the full screen and in lines, each on a computer of its
// own.
func onBoth(t *testing.T, atDesk bool, test func(*testing.T, computer, onEach)) {
	t.Run("full screen", func(t *testing.T) {
		c := computer{t: t, home: t.TempDir(), atDesk: atDesk}
		s := beginSession(c, 80, 24)
		test(t, c, onEach{newScreenReader(s), s.app.visit, func() string {
			said := &bytes.Buffer{}
			s.program.err = said
			report(said, s.program.farewell(s.app))
			return said.String()
		}})
	})
	t.Run("lines", func(t *testing.T) {
		c := computer{t: t, home: t.TempDir(), atDesk: atDesk}
		r := beginLines(c)
		test(t, c, onEach{r, r.o.visit, func() string {
			said := &bytes.Buffer{}
			report(said, lost(r.o.visit))
			return r.heard + said.String()
		}})
	})
}

// outs are the ways in which a file gets out of its place while the guide is
// open.
var outs = map[string]func(path string) error{
	"its folder is renamed": func(path string) error { return os.Rename(filepath.Dir(path), filepath.Dir(path)+"2") },
	"its folder is gone":    func(path string) error { return os.RemoveAll(filepath.Dir(path)) },
	"the folder above is renamed": func(path string) error {
		above := filepath.Dir(filepath.Dir(path))
		return os.Rename(above, above+"2")
	},
	"it is gone":    os.Remove,
	"it is renamed": func(path string) error { return os.Rename(path, path+".old") },
	"a copy is put in its place": func(path string) error {
		data, err := os.ReadFile(path)
		return errors.Join(err, os.WriteFile(path+".sync", data, 0o600), os.Rename(path+".sync", path))
	},
	"it is emptied": func(path string) error { return os.Truncate(path, 0) },
}

func TestAPlaceThatIsTakenAwayIsNotCalledKept(t *testing.T) {
	for name, out := range outs {
		for _, goOn := range []bool{true, false} {
			t.Run(name, func(t *testing.T) {
				onBoth(t, false, func(t *testing.T, c computer, r onEach) {
					r.begin(true)
					r.readOn()
					if err := out(c.journal()); err != nil {
						t.Skip(err) // not possible on this system
					}
					if goOn {
						r.readOn()
						r.sees("not on the disk", "was moved, taken away or changed")
					}
					r.leave()
					if said := r.farewell(); !strings.Contains(said, "not on the disk") || strings.Contains(said, "Your place is kept") {
						t.Errorf("the farewell is %q", said)
					}
				})
			})
		}
	}
}

func TestAnIntakeThatIsTakenAwayIsNotCalledKept(t *testing.T) {
	for name, out := range outs {
		t.Run(name, func(t *testing.T) {
			onBoth(t, true, func(t *testing.T, c computer, r onEach) {
				beginIntake(wholeGuide)(r)
				r.readOn()
				if err := out(c.journal()); err != nil {
					t.Skip(err)
				}
				r.readOn()
				r.sees("not on the disk")
				r.leave()
				if said := r.farewell(); !strings.Contains(said, "not on the disk") || strings.Contains(said, "offers to go on") {
					t.Errorf("the farewell is %q", said)
				}
			})
		})
	}
}

// toClearing brings an intake to where it is asked once more whether to clear it.
var toClearing = inOrder(toPromises, note("My brother"), answerAll(walk.Agree), sign("Maja"), countersigned,
	act("The page to print is enough"), readOn, act("Clear this intake"))

func TestAnIntakeThatWasMovedIsNotCalledCleared(t *testing.T) {
	for name, out := range outs {
		if name == "it is emptied" {
			continue // what was in it is gone
		}
		t.Run(name, func(t *testing.T) {
			onBoth(t, true, func(t *testing.T, c computer, r onEach) {
				toClearing(r)
				if err := out(c.journal()); err != nil {
					t.Skip(err)
				}
				r.act("Yes, clear it now")
				r.sees("was not in its place", "it still lies there")
				r.lacks("The last intake is cleared")
				if len(r.visit.Facts) > 0 {
					t.Error("the intake is still in the program")
				}
				r.leave()
				if said := r.farewell(); !strings.Contains(said, "was not in its place") || strings.Contains(said, "No working file") {
					t.Errorf("the farewell is %q", said)
				}
			})
		})
	}
}

func TestAnIntakeThatWasPutAwayAndMovedIsNotCalledGone(t *testing.T) {
	onBoth(t, true, func(t *testing.T, c computer, r onEach) {
		inOrder(toPromises, endIntake, act("We go on another day"), countersigned, act("I want no copy today"), readOn,
			act("Keep the working file"))(r)
		records := filepath.Join(c.home, "records")
		if err := os.Rename(records, records+"2"); err != nil {
			t.Skip(err)
		}
		r.leave()
		if said := r.farewell(); strings.Contains(said, "No working file") {
			t.Errorf("the farewell is %q", said)
		}
	})
}

// signedButCutOff brings a reader to where a record is saved, and the journal was
// cut off before it had that.
func signedButCutOff(t *testing.T, c computer, r onEach) {
	t.Helper()
	inOrder(begin, goTo("keep-private"), answerAll(walk.Agree), sign("Maja"))(r)
	r.leave()
	data, err := os.ReadFile(c.journal())
	at := bytes.Index(data, []byte(`"kind":"sign"`))
	if err != nil || at < 0 {
		t.Fatal(at, err)
	}
	if err := os.WriteFile(c.journal(), data[:bytes.LastIndexByte(data[:at], '\n')+1], 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestARecordWhoseJournalWasCutOffCountsAsSigned(t *testing.T) {
	onBoth(t, false, func(t *testing.T, c computer, r onEach) {
		signedButCutOff(t, c, r)
		r.start()
		r.sees("You signed on", "That record is in")
		r.decline()
		r.sees("No new record was made", "is still here")
		r.lacks("No record was made. What")
	})
}

func TestARecordOnAStickThatIsOutIsNeitherThereNorNot(t *testing.T) {
	onBoth(t, false, func(t *testing.T, c computer, r onEach) {
		signedButCutOff(t, c, r)
		records := filepath.Join(c.home, "records")
		if err := os.Rename(records, records+"2"); err != nil {
			t.Skip(err)
		}
		r.start()
		r.sees("A record was being saved when the guide ended last time", "cannot be looked at now")
		r.decline()
		r.sees("A record was being saved when the guide ended last time", "It may be here")
		r.lacks("No record was made", "You signed on")
		r.leave()
		if err := os.Rename(records+"2", records); err != nil {
			t.Fatal(err)
		}
		r.start()
		r.back()
		r.sees("You signed on")
	})
}
