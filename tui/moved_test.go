package tui

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"firstsession/content/walk"
)

// atTheDesk is a computer where a clinician begins an intake.
func atTheDesk(t testing.TB) computer { return computer{t: t, home: t.TempDir(), atDesk: true} }

// farewell is what the program says at its end.
func farewell(s surface) string {
	if err := lost(s.visit()); err != nil {
		return err.Error()
	}
	return s.visit().Farewell()
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
	"a word in it is written over": func(path string) error {
		data, err := os.ReadFile(path)
		later := time.Now().Add(time.Minute)
		return errors.Join(err, os.WriteFile(path, bytes.Replace(data, []byte("reach"), []byte("peach"), 1), 0o600),
			os.Chtimes(path, later, later))
	},
	"it is emptied": func(path string) error { return os.Truncate(path, 0) },
}

func TestAPlaceThatIsTakenAwayIsNotCalledKept(t *testing.T) {
	for name, out := range outs {
		for _, goOn := range []bool{true, false} {
			t.Run(name, func(t *testing.T) {
				onBoth(t, onDisk, func(t *testing.T, r surface, c *computer) {
					begin(r)
					readOn(r)
					if err := out(c.journal()); err != nil {
						t.Skip(err) // not possible on this system
					}
					if goOn {
						readOn(r)
						r.sees("not on the disk", "was moved, taken away or changed")
					}
					r.leave()
					if said := farewell(r); !strings.Contains(said, "not on the disk") || strings.Contains(said, "Your place is kept") {
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
			onBoth(t, atTheDesk, func(t *testing.T, r surface, c *computer) {
				beginIntake(wholeGuide)(r)
				readOn(r)
				if err := out(c.journal()); err != nil {
					t.Skip(err)
				}
				readOn(r)
				r.sees("not on the disk")
				r.leave()
				if said := farewell(r); !strings.Contains(said, "not on the disk") || strings.Contains(said, "offers to go on") {
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
		if name == "it is emptied" || name == "a word in it is written over" {
			continue // it lies in its place
		}
		t.Run(name, func(t *testing.T) {
			onBoth(t, atTheDesk, func(t *testing.T, r surface, c *computer) {
				toClearing(r)
				if err := out(c.journal()); err != nil {
					t.Skip(err)
				}
				act("Yes, clear it now")(r)
				r.sees("was not in its place", "it still lies there")
				r.lacks("The last intake is cleared")
				if len(r.visit().Facts) > 0 {
					t.Error("the intake is still in the program")
				}
				r.leave()
				if said := farewell(r); !strings.Contains(said, "was not in its place") || strings.Contains(said, "No working file") {
					t.Errorf("the farewell is %q", said)
				}
			})
		})
	}
}

func TestAnIntakeThatWasPutAwayAndMovedIsNotCalledGone(t *testing.T) {
	onBoth(t, atTheDesk, func(t *testing.T, r surface, c *computer) {
		inOrder(toPromises, endIntake, act("We go on another day"), countersigned, act("I want no copy today"), readOn,
			act("Keep the working file"))(r)
		records := filepath.Join(c.home, "records")
		if err := os.Rename(records, records+"2"); err != nil {
			t.Skip(err)
		}
		r.leave()
		if said := farewell(r); strings.Contains(said, "No working file") {
			t.Errorf("the farewell is %q", said)
		}
	})
}

// signedButCutOff brings a reader to where a record is saved, and the journal was
// cut off before it had that.
func signedButCutOff(t *testing.T, c *computer, r surface) {
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
	onBoth(t, onDisk, func(t *testing.T, r surface, c *computer) {
		signedButCutOff(t, c, r)
		r.start()
		r.sees("You signed on", "That record is in")
		decline(r)
		r.sees("No new record was made", "is still here")
		r.lacks("No record was made. What")
	})
}

func TestARecordOnAStickThatIsOutIsNeitherThereNorNot(t *testing.T) {
	onBoth(t, onDisk, func(t *testing.T, r surface, c *computer) {
		signedButCutOff(t, c, r)
		records := filepath.Join(c.home, "records")
		if err := os.Rename(records, records+"2"); err != nil {
			t.Skip(err)
		}
		r.start()
		r.sees("A record was being saved when the guide ended last time", "cannot be looked at now")
		decline(r)
		r.sees("A record was being saved when the guide ended last time", "It may be here")
		r.lacks("No record was made", "You signed on")
		r.leave()
		if err := os.Rename(records+"2", records); err != nil {
			t.Fatal(err)
		}
		r.start()
		back(r)
		r.sees("You signed on")
	})
}

// A copy that an editor or a sync tool makes of the working file goes with it.
func TestNoCopyOfAWorkingFileOutlivesItsClearing(t *testing.T) {
	for _, name := range []string{"journal.jsonl.bak", ".journal.jsonl.swp", "journal (1).jsonl", "old/journal.jsonl"} {
		t.Run(name, func(t *testing.T) {
			onBoth(t, atTheDesk, func(t *testing.T, s surface, c *computer) {
				toClearing(s)
				c.write(filepath.Join(filepath.Dir(c.journal()), name), c.bytes(c.journal()))
				act("Yes, clear it now")(s)
				s.sees("The last intake is cleared")
				s.leave()
				if said := farewell(s); !strings.Contains(said, "No working file") {
					t.Errorf("the farewell is %q", said)
				}
				if left := c.in("state/firstsession/intakes", ".unfinished-*", ""); len(left) > 0 {
					t.Errorf("left is %q", left)
				}
			})
		})
	}
}

func TestARecordThatIsNotThereAnyMoreIsNotSaidToBe(t *testing.T) {
	onBoth(t, onDisk, func(t *testing.T, s surface, c *computer) {
		does(s, begin, goTo("keep-private"), answerAll(walk.Agree), sign("Maja"), sees("Your record is here"))
		for _, path := range c.in("records", "*", "") {
			if err := os.Rename(path, path+".moved"); err != nil {
				t.Fatal(err)
			}
		}
		does(s, leaveAndStart, lacks("Your record is here"), sees("is not there any more"),
			chapters, lacks("Your record is here"), sees("is not there any more"), back, signAgain, answerAll(walk.Agree), sign("Maja"), sees("Your record is here"))
	})
}
