package tui

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"firstsession/content/walk"
)

func sameFacts(t *testing.T, got, want []walk.Fact) {
	t.Helper()
	compare(t, "facts", factLines(got, nil), factLines(want, nil))
	for i := range got {
		if i > 0 && got[i].Seq != got[i-1].Seq+1 {
			t.Errorf("fact %d follows on %d", got[i].Seq, got[i-1].Seq)
		}
	}
}

// toSigning goes to the signing page.
var toSigning = inOrder(begin, goTo("keep-private"), answerAll(walk.Agree))

var errDisk = errors.New("input/output error \x1b[2J")

func TestWhatAFullDiskDidNotTakeIsKeptInOrderOnceThereIsRoom(t *testing.T) {
	for _, space := range []int{0, 1, 100, 300} {
		onBoth(t, onFake, func(t *testing.T, s surface, c *computer) {
			begin(s)
			before := len(c.facts())
			c.fake.Fill(space)
			does(s, readOn, readOn, choose(1), choose(2), readOn, note("Ask"), lacks("Your note is kept"), readOn, sees("not on the disk", "no space left", "it will be tried again"))
			if got := c.facts(); len(got) < before {
				t.Errorf("with room for %d bytes, %d facts are left of %d", space, len(got), before)
			}
			c.fake.Fill(-1)
			does(s, readOn, lacks("not on the disk"))
			sameFacts(t, c.facts(), s.visit().Facts)
		})
	}
}

func TestWhoLeavesWithAFullDiskIsNotToldThatThePlaceIsKept(t *testing.T) {
	t.Parallel()
	onBoth(t, onFake, func(t *testing.T, s surface, c *computer) {
		begin(s)
		c.fake.Fill(0)
		readOn(s)
		s.leave()
		if said := s.visit().Farewell(); !strings.Contains(said, "could not be kept") || strings.Contains(said, "Your place is kept") {
			t.Errorf("it says %q", said)
		}
		if lost(s.visit()) == nil {
			t.Error("it ends as if nothing had been lost")
		}
	})
}

func TestWhoLeavesWithAFullDiskIsAskedOnce(t *testing.T) {
	for keys, typed := range map[string]string{"q": "", "ctrl+c": "", "n,text:Ask about the lift,ctrl+c": "Ask about the lift"} {
		s := beginSession(onFake(t), 80, 24)
		begin(newScreenReader(s))
		s.fake.Fill(0)
		if typed == "" {
			s.press("n", "text:Ask about coming late", "enter", "esc")
		}
		s.press(strings.Split(keys, ",")...)
		if s.sees("could not be kept", "lost once you leave"); s.ended {
			t.Fatalf("%s leaves without asking", keys)
		}
		notes := s.visit().Walk.Notes()
		if s.press("ctrl+c"); !s.ended || len(notes) != 1 || len(s.visit().Walk.Notes()) != 1 {
			t.Errorf("%s and once more: left is %v, with %+v", keys, s.ended, notes)
		}
		if err := lost(s.visit()); err == nil || strings.Contains(err.Error(), "a fact") || !strings.Contains(err.Error(), "and is lost") || !strings.Contains(err.Error(), "no space left") {
			t.Errorf("%s: at the end it says %v", keys, err)
		}
	}
}

func TestAStepThatCouldNotBeWrittenOrSyncedIsTriedAgain(t *testing.T) {
	for operation := 1; operation <= 2; operation++ { // to write, to sync
		onBoth(t, onFake, func(t *testing.T, s surface, c *computer) {
			begin(s)
			at := c.fake.Count() + operation
			c.fake.Refuse(func(n int) error {
				if n == at {
					return errDisk
				}
				return nil
			})
			readOn(s)
			c.fake.Refuse(nil)
			readOn(s)
			sameFacts(t, c.facts(), s.visit().Facts)
		})
	}
}

func TestAJournalThatBrokeIsWholeForWhoComesBack(t *testing.T) {
	t.Parallel()
	onBoth(t, onFake, func(t *testing.T, s surface, c *computer) {
		begin(s)
		c.fake.Refuse(func(int) error { return errDisk })
		does(s, readOn, sees("nothing more is kept until the program is started again", "what was kept before is safe"))
		c.fake.Refuse(nil)
		s.leave()
		s.start()
		s.sees("Welcome", "1 of 10")
		compare(t, "facts", factLines(c.facts(), nil), []string{"reach welcome"})
	})
}

func TestARecordThatDoesNotFitOnTheDiskIsSignedOnceThereIsRoom(t *testing.T) {
	t.Parallel()
	onBoth(t, onFake, func(t *testing.T, s surface, c *computer) {
		toSigning(s)
		before := c.facts()
		c.fake.Fill(500)
		does(s, sign("Maja"), sees("could not be saved", "no space left", "Nothing is lost"), lacks("You signed"))
		if names := c.in("records", "*", ""); at(s) != walk.SignatureID || len(names) > 0 {
			t.Errorf("it is at %q, and there stays behind: %v", at(s), names)
		}
		after, _ := walk.Replay(s.visit().Walk.Guide(), c.facts())
		if _, signed := after.Signed(); signed {
			t.Error("what could not be saved counts as signed")
		}
		sameFacts(t, c.facts()[:len(before)], before)
		c.fake.Fill(-1)
		does(s, sign(""), sees("You signed on"))
		if names := c.in("records", "*", ""); len(names) != 3 {
			t.Errorf("the records are %v", names)
		}
		compare(t, "records", recordLines(c.records()), []string{"signed: Maja"})
		sameFacts(t, c.facts(), s.visit().Facts)
	})
}

// The last four operations of signing are the journal's: it writes and syncs
// that one has signed, and that one came to the closing.
func TestWhoHasSignedHasSignedEvenIfTheJournalTakesNoMore(t *testing.T) {
	toName := inOrder(toSigning, fillID("name", "Maja"))
	onBoth(t, onFake, func(t *testing.T, counted surface, c *computer) {
		toName(counted)
		before := c.fake.Count()
		sign("")(counted)
		ofRecord := c.fake.Count() - before - 4

		onBoth(t, onFake, func(t *testing.T, s surface, c *computer) {
			toName(s)
			before := c.fake.Count()
			c.fake.Refuse(func(n int) error {
				if n > before+ofRecord && n%2 == (before+ofRecord+1)%2 { // to write, and not to take back
					return errors.New("no space left")
				}
				return nil
			})
			does(s, sign(""), sees("You signed on", "not on the disk"))
			c.fake.Refuse(nil)
			back(s)
			sameFacts(t, c.facts(), s.visit().Facts)
		})
	})
}

func TestSigningAtAnyRefusedOperationSaysOnlyWhatIsSo(t *testing.T) {
	t.Parallel()
	refused, signed := 0, 0
	for operation := 1; operation <= 40; operation++ {
		r := beginLines(onFake(t))
		does(r, toSigning, fillID("name", "Maja"))
		r.hearOut()
		at := r.fake.Count() + operation
		r.fake.Refuse(func(n int) error {
			if n == at {
				return errDisk
			}
			return nil
		})
		r.types("sign")
		r.fake.Refuse(nil)
		whole := len(r.in("records", "*.json", "")) > 0
		says := strings.Contains(r.heard, "You signed on")
		if says != whole {
			t.Errorf("operation %d: a record is there %v, and it is said %v:\n%s", operation, whole, says, r.heard)
		}
		if says {
			signed++
			continue
		}
		refused++
		does(r, sign(""), sees("You signed on"))
	}
	if refused == 0 || signed == 0 {
		t.Errorf("%d were refused and %d signed", refused, signed)
	}
}

func TestAFileInThePlaceOfTheRecordsFolderLosesNothing(t *testing.T) {
	t.Parallel()
	onBoth(t, onDisk, func(t *testing.T, s surface, c *computer) {
		c.write(filepath.Join(c.home, "records"), []byte("mine"))
		toSigning(s)
		before := c.facts()
		does(s, sign("Maja"), sees("could not be saved", "a file where a folder should be", "Nothing is lost"))
		sameFacts(t, c.facts(), before)
		does(s, fillID("folder", filepath.Join(c.home, "other")), sign(""), sees("You signed on"))
		if found := c.in("other", "*.json", ""); len(found) != 1 {
			t.Errorf("the records are %v", found)
		}
	})
}

func TestTheFootDoesNotCallKeptWhatEscDrops(t *testing.T) {
	s := beginSession(onFake(t), 80, 24)
	begin(newScreenReader(s))
	s.fake.Fill(0)
	s.press("n", "text:Ask about the lift", "enter", "text:More of it", "esc").sees("Press Esc once more", "then not kept")
	if strings.Contains(s.window(), "Enter Esc keep") {
		t.Errorf("the foot says that Esc keeps it\n%s", s.window())
	}
}
