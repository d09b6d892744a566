package tui

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime"
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
	t.Parallel()
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
	t.Parallel()
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
	t.Parallel()
	onBoth(t, onDisk, func(t *testing.T, r surface, c *computer) {
		signedButCutOff(t, c, r)
		r.start()
		r.sees("You signed on", "If you sign again")
		decline(r)
		r.sees("No new record was made", "is still here")
		r.lacks("No record was made. What")
	})
}

func TestARecordOnAStickThatIsOutIsNeitherThereNorNot(t *testing.T) {
	t.Parallel()
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
	t.Parallel()
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

// Nothing says that a record is here without having looked, in the visit in which it
// was signed nor in a later one.
func TestARecordThatIsNotThereAnyMoreIsNotSaidToBe(t *testing.T) {
	t.Parallel()
	moved, altered := "is not there any more", "is not what was saved"
	change := func(old, new string) func(string) error {
		return func(path string) error {
			data, err := os.ReadFile(path)
			return errors.Join(err, os.WriteFile(path, bytes.Replace(data, []byte(old), []byte(new), 1), 0o600))
		}
	}
	for what, c := range map[string]struct {
		end string
		do  func(path string) error
		say string
	}{
		"its folder is renamed": {".json", func(path string) error { return os.Rename(filepath.Dir(path), filepath.Dir(path)+"2") }, moved},
		"a file is in its folder's place": {".json", func(path string) error {
			return errors.Join(os.RemoveAll(filepath.Dir(path)), os.WriteFile(filepath.Dir(path), nil, 0o600))
		}, moved},
		"it is renamed":                    {".json", func(path string) error { return os.Rename(path, path+".moved") }, moved},
		"it is deleted":                    {".json", os.Remove, moved},
		"it is a link that leads nowhere":  {".json", func(path string) error { return errors.Join(os.Remove(path), os.Symlink("/nowhere/x", path)) }, moved},
		"it is emptied":                    {".json", func(path string) error { return os.Truncate(path, 0) }, altered},
		"it is cut":                        {".json", func(path string) error { return os.Truncate(path, 100) }, altered},
		"a name in it is changed":          {".json", change("Maja", "Mara"), altered},
		"an editor saved it anew":          {".json", change("  ", "\t"), altered},
		"another text lies there":          {".json", func(path string) error { return os.WriteFile(path, []byte("{}"), 0o600) }, altered},
		"a folder lies there":              {".json", func(path string) error { return errors.Join(os.Remove(path), os.Mkdir(path, 0o700)) }, altered},
		"its copy to read is deleted":      {".txt", os.Remove, "in its exact form"},
		"its copy to read is emptied":      {".txt", func(path string) error { return os.Truncate(path, 0) }, "in its exact form"},
		"its copy to read is another text": {".txt", func(path string) error { return os.WriteFile(path, []byte("Dear Anna"), 0o600) }, "in its exact form"},
	} {
		t.Run(what, func(t *testing.T) {
			onBoth(t, onDisk, func(t *testing.T, s surface, computer *computer) {
				does(s, begin, goTo("keep-private"), answerAll(walk.Agree), sign("Maja"), sees("Your record is here"))
				if err := c.do(computer.in("records", "*"+c.end, "")[0]); err != nil {
					t.Fatal(err)
				}
				untrue := lacks("Your record is here", "lies beside it")
				if c.say != "in its exact form" {
					untrue = lacks("Your record is here", "stays where it is", "lies beside it")
				}
				does(s, chapters, untrue, sees(c.say), back, leaveAndStart, untrue, sees(c.say), chapters, untrue, sees(c.say), back)
				s.leave()
				if said := farewell(s); !strings.Contains(said, c.say) || strings.Contains(said, "you signed is here") {
					t.Errorf("the farewell is %q", said)
				}
			})
		})
	}
}

func TestARecordThatIsSignedAgainIsHereAgain(t *testing.T) {
	t.Parallel()
	onBoth(t, onDisk, func(t *testing.T, s surface, c *computer) {
		does(s, begin, goTo("keep-private"), answerAll(walk.Agree), sign("Maja"))
		if err := os.RemoveAll(filepath.Join(c.home, "records")); err != nil {
			t.Fatal(err)
		}
		does(s, chapters, sees("is not there any more"), back, lacks("Your record is here"), goTo("keep-private"), answerAll(walk.Agree), sign("Maja"), sees("Your record is here"))
	})
}

// Of a visit without a trace it is not said, either.
func TestARecordWithoutATraceThatIsGoneIsNotSaidToBeHere(t *testing.T) {
	t.Parallel()
	onBoth(t, onDisk, func(t *testing.T, s surface, c *computer) {
		does(s, beginPrivate, goTo("keep-private"), answerAll(walk.Agree), sign("Maja"), sees("Your record is here"))
		if err := os.RemoveAll(filepath.Join(c.home, "records")); err != nil {
			t.Fatal(err)
		}
		does(s, chapters, lacks("is saved on this computer"), sees("is not there any more"))
		s.leave()
		if said := farewell(s); !strings.Contains(said, "is not there any more") || strings.Contains(said, "is saved on this computer") {
			t.Errorf("the farewell is %q", said)
		}
	})
}

// A file that went while the guide was closed is told at the next start, and is not
// looked for where the reader had it erased.
func TestAPlaceThatIsGoneBetweenTwoStartsIsTold(t *testing.T) {
	gone := "is not here any more"
	for what, c := range map[string]struct {
		do   func(path string) error
		want bool
	}{
		"deleted":               {os.Remove, true},
		"renamed":               {func(path string) error { return os.Rename(path, path+".old") }, true},
		"cut to its first line": {func(path string) error { return os.Truncate(path, int64(len("{\"format\":5}\n"))) }, true},
		"deleted with its lock": {func(path string) error {
			return errors.Join(os.Remove(path), os.Remove(strings.TrimSuffix(path, "jsonl")+"lock"))
		}, false},
		"deleted with its folder":   {func(path string) error { return os.RemoveAll(filepath.Dir(path)) }, false},
		"a link that leads nowhere": {func(path string) error { return errors.Join(os.Remove(path), os.Symlink("/nowhere/x", path)) }, true},
	} {
		t.Run(what, func(t *testing.T) {
			onBoth(t, onDisk, func(t *testing.T, s surface, computer *computer) {
				does(s, begin, readOn)
				s.leave()
				err := c.do(computer.journal())
				if err != nil && runtime.GOOS == "windows" {
					t.Skipf("the program of before is still here, and what it has open cannot be moved: %v", err)
				}
				if err != nil {
					t.Fatal(err)
				}
				s.start()
				if c.want {
					does(s, sees(gone))
				} else {
					does(s, lacks(gone))
				}
			})
		})
	}
}
