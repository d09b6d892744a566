package tui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"firstsession/content"
	"firstsession/content/walk"
)

func TestAnIntakeIsOnlyGoneOnWithUnderItsOwnPracticeFile(t *testing.T) {
	home := t.TempDir()
	without := computer{t: t, home: home, atDesk: true}
	with := without
	with.practice = filepath.Join(home, "practice.toml")
	with.write(with.practice, []byte("[[statement]]\nid = \"phones\"\ntext = \"I switch my phone off.\"\nneeded_to_start = true\n"))

	take := func(c computer, at string, deeds ...deed) {
		t.Helper()
		s := beginSession(c, 80, 24)
		r := newScreenReader(s)
		does(r, deeds...)
		if s.step().Key() != at {
			t.Errorf("it is at %q, want %q", s.step().Key(), at)
		}
		r.leave()
		s.close()
	}
	take(with, "client page", beginIntake(talkOnly))
	take(without, "", act("Go on with K-102"), sees("begun with another practice file"))
	take(with, "client page", act("Go on with K-102"))
}

// eachSurface runs a case on the full screen and in lines. Start is the program
// started again on the same computer, with what its practice file says now.
func eachSurface(t *testing.T, atDesk bool, run func(t *testing.T, c *computer, start func(practice string) surface)) {
	t.Helper()
	for name, begin := range map[string]func(computer) surface{
		"full screen": func(c computer) surface { return newScreenReader(beginSession(c, 80, 24)) },
		"lines":       func(c computer) surface { return beginLines(c) },
	} {
		t.Run(name, func(t *testing.T) {
			home := t.TempDir()
			c := computer{t: t, home: home, atDesk: atDesk, practice: filepath.Join(home, "practice.toml")}
			var s surface
			run(t, &c, func(practice string) surface {
				if err := os.WriteFile(c.practice, []byte(practice), 0o600); err != nil {
					t.Fatal(err)
				}
				if s == nil {
					s = begin(c)
				} else {
					s.start()
				}
				return s
			})
		})
	}
}

const (
	tellsNobody = "privacy = \"We tell nobody.\"\n"
	tellsOthers = "privacy = \"We record every session.\"\n"
)

func TestASignatureNeverStandsForFactsThatWereNotShown(t *testing.T) {
	eachSurface(t, true, func(t *testing.T, c *computer, start func(string) surface) {
		s := start(tellsNobody)
		inOrder(toPromises, note("Mine"), answerAll(walk.Agree), sign("Maja"))(s)
		first := at(s)
		s.leave()
		s = start(tellsOthers)
		before := len(c.facts())
		inOrder(act("Go on with K-102"), sees("This intake began under another practice file"))(s)
		if at(s) != "" || len(c.facts()) != before || first != walk.CountersignID {
			t.Fatalf("it goes on at %q, from %q", at(s), first)
		}
		inOrder(act("Go on with K-102"), sees("The promises are asked again, and so is the signature"))(s)
		if at(s) != content.CommitmentID {
			t.Fatalf("it goes on at %q", at(s))
		}
		sees("What your practice says now", "We record every session.")(s)
		s.leave()
		s = start(tellsOthers) // whoever leaves now goes on without a word
		inOrder(act("Go on with K-102"), sees("Here you go on", "We record every session."), readOn,
			answerAll(walk.TalkFirst), goTo(walk.SignatureID), lacks("What your practice says now"), sign("Maja"), countersigned)(s)
		compare(t, "records", recordLines(c.records()), []string{"signed with open points: Maja (K-102), countersigned by Dr. Ames"})
	})
}

func TestAnEarlyEndSaysNoFactsThatWereNotShown(t *testing.T) {
	eachSurface(t, true, func(t *testing.T, c *computer, start func(string) surface) {
		s := start(tellsNobody)
		inOrder(beginIntake(wholeGuide), pastShown)(s)
		s.leave()
		s = start(tellsOthers)
		inOrder(act("Go on with K-102"), sees("began under another practice file"), act("Go on with K-102"), endIntake, choosing("stopped"), countersigned)(s)
		all := c.records()
		if len(all) != 1 || len(all[0].Place().Facts) != 1 || all[0].Place().Facts[0].Key != "not_kept" || !strings.Contains(all[0].Place().Facts[0].Text, all[0].Place().Code) {
			t.Errorf("it records %+v", all)
		}
	})
}

func TestWhoComesBackWithTheFirstPracticeFileGoesOnAsItWas(t *testing.T) {
	eachSurface(t, true, func(t *testing.T, c *computer, start func(string) surface) {
		s := start(tellsNobody)
		inOrder(toPromises, answerAll(walk.Agree), sign("Maja"))(s)
		s.leave()
		s = start(tellsOthers)
		act("Go on with K-102")(s)
		s.leave()
		s = start(tellsNobody)
		inOrder(act("Go on with K-102"), sees("signed, with every promise agreed to"), countersigned, sees("countersigned as Dr. Ames"))(s)
		compare(t, "records", recordLines(c.records()), []string{"signed: Maja (K-102), countersigned by Dr. Ames"})
	})
}

func TestAMembersSignatureIsNotSaidOfPromisesThatChanged(t *testing.T) {
	promise := func(text string) string { return "[[statement]]\nid = \"phones\"\ntext = \"" + text + "\"\n" }
	eachSurface(t, false, func(t *testing.T, _ *computer, start func(string) surface) {
		s := start(promise("I switch my phone off."))
		inOrder(begin, goTo("keep-private"), answerAll(walk.Agree), sign("Maja"), lacks("Some promises have changed"))(s)
		if at(s) != walk.ClosingID {
			t.Fatalf("it ends at %q", at(s))
		}
		s.leave()
		s = start(promise("I leave my phone at home."))
		sees("Some promises are asked anew", "is still here")(s)
		inOrder(chapters, scrollTo("Some promises are asked anew"), sees("Some promises are asked anew"))(s)
	})
}

// The record holds all that the practice says of itself, as it was shown: so what
// stands on pages that an intake leaves out is shown with the group.
func TestTheShortestIntakeShowsAllThatThePracticeSays(t *testing.T) {
	file := "practice_name = \"Lindenhof\"\nabsences = \"\"\"Ring 555 0100.\nBefore noon.\"\"\"\nprivacy = \"Only we read it.\"\nfee = \"\"\"" + strings.Repeat("Ten.\n", 8) + "\"\"\"\n[notes]\nattendance = \"A bell rings.\"\n"
	for part, elsewhere := range map[string]bool{talkOnly: true, wholeGuide: false} {
		eachSurface(t, true, func(_ *testing.T, _ *computer, start func(string) surface) {
			s := start(file)
			inOrder(beginIntake(part), goTo(content.YourGroupID))(s)
			s.sees("Lindenhof")
			if elsewhere {
				scrollTo("A bell rings.")(s)
				s.sees("What else your practice says", "If you cannot come", "Every session, on time", "Ring 555 0100.", "Before noon.", "A bell rings.")
			} else {
				s.lacks("What else your practice says", "A bell rings.")
			}
			s.lacks("Only we read it.") // which its own page says, in every walk
		})
	}
}
