package tui

import (
	"path/filepath"
	"strings"
	"testing"

	"firstsession/content/walk"
)

// What is not finished is its clinician's own, whoever else reads the records.
func TestAnUnfinishedIntakeSaysWhoseAndHowFarAndLiesWithNoRecords(t *testing.T) {
	t.Parallel()
	clinic := func(t testing.TB) computer { return computer{t: t, home: t.TempDir(), atDesk: true} }
	onBoth(t, clinic, func(t *testing.T, s surface, c *computer) {
		inOrder(fill("Reference for the client", "K-102"), fill("Your name, clinician", "Dr. L."), together, mark(talkOnly), act("Begin the intake"), straight)(s)
		if left := c.in("records", ".unfinished-*", ""); len(left) > 0 {
			t.Errorf("in the folder of the records there is %q", left)
		}
		if left := c.in(filepath.Join("state", "firstsession", "intakes"), ".unfinished-K-102-*", ""); len(left) != 1 {
			t.Errorf("in the user's own folder there is %q", left)
		}
		s.leave()
		s.start()
		sees("Go on with K-102", "With Dr. L. As far as: What members ask of each other.", "No record is saved yet.")(s)
		inOrder(act("Begin a new intake"), sees("Reference for the client"), back, sees("These intakes were cut off."))(s)
		inOrder(act("Go on with K-102"), answerAll(walk.Agree), sign("Maja"))(s)
		s.leave()
		s.start()
		inOrder(sees("The client has signed. No record is saved yet."), act("Go on with K-102"), countersigned)(s)
		s.leave()
		s.start()
		sees("Its record is saved; only the working file is left.")(s)
	})
}

// One that was ended is not told as one that stands where it was, nor in another
// language than that of whoever is to open it.
func TestAnIntakeThatWasEndedSaysSoWhereItIsOfferedInTheCliniciansLanguage(t *testing.T) {
	onEach(t, func(t *testing.T, inLines bool) {
		c := inBoth(t)
		c.atDesk, c.language, c.clinicians = true, "es", "en"
		started(c, inLines, fill("Reference for the client", "K-102"), together, mark(talkOnly), act("Begin the intake"), readOn)
		started(c, inLines, sees("As far as: Welcome."), act("Go on with K-102"), endIntake, choosing("stopped"))
		started(c, inLines, sees("It was ended early. It opens at the clinician’s part. No record is saved yet."), lacks("As far as"),
			act("Go on with K-102"), sees("What goes into the record"), back, sees("Firma"))
		started(c, inLines, sees("It was ended early. As far as: What members ask of each other. No record is saved yet."), lacks("It opens at"),
			act("Go on with K-102"), sees("Firma"), endIntake, choosing("stopped"), choosing("save"))
		started(c, inLines, sees("Its record is saved"), lacks("It was ended early"))
	})
}

// Where a client's file lies is told to the clinician, also on the client's page.
func TestTheLastWordsOfAnIntakeAreTheCliniciansInTheirLanguage(t *testing.T) {
	onEach(t, func(t *testing.T, inLines bool) {
		c := inBoth(t)
		c.atDesk, c.language, c.clinicians = true, "es", "en"
		started(c, inLines, fill("Reference for the client", "K-102"), together, mark(talkOnly), act("Begin the intake"), readOn, func(s surface) {
			if said := s.visit().Farewell(); !strings.HasPrefix(said, "An intake is kept in ") {
				t.Errorf("it says %q", said)
			}
		})
	})
}

// Where nothing can be typed, nothing that was typed is lost.
func TestWhatWasTypedIsLostOnlyWhereThereIsALine(t *testing.T) {
	c := computer{t: t, home: t.TempDir(), atDesk: true}
	started(c, false, beginIntake(talkOnly))
	s := beginSession(c, 80, 24)
	if s.press("q"); strings.Contains(s.window(), "typed") {
		t.Errorf("where nothing can be typed it says\n%s", s.window())
	}
	s.press("down", "enter")
	s.press("esc", "q").sees("Press q once more to leave. What was typed on this page is not kept.")
}

// What is left out for a group is not asked there, and so is not open.
func TestAnIntakeOfAGroupThatLeavesAStatementOutIsSignedAndSaved(t *testing.T) {
	file := "[[group]]\nid = \"skills\"\nname = \"Skills group\"\nleave_out = [\"statement.contact-outside\"]\n" +
		"[[group]]\nid = \"friday\"\nname = \"Friday group\"\n"
	eachSurface(t, true, func(_ *testing.T, _ *computer, start func(string) surface) {
		s := start(file)
		inOrder(fill("Reference for the client", "K-102"), together, mark("Skills group"), mark(talkOnly), act("Begin the intake"), straight,
			answerAll(walk.Agree), sign("Maja"))(s)
		s.leave()
		start(file)
		inOrder(sees("Group: Skills group.", "The client has signed. No record is saved yet."), act("Go on with K-102"), countersigned)(s)
		s.leave()
		start(file)
		sees("Its record is saved; only the working file is left.")(s)
	})
}

// Where an earlier record is saved, nobody reads that none is.
func TestAnIntakeThatGoesOnAfterItsRecordSaysThatThereIsOne(t *testing.T) {
	onEach(t, func(t *testing.T, inLines bool) {
		c := onDisk(t)
		c.atDesk = true
		started(c, inLines, beginIntake(talkOnly), endIntake, choosing("continued"), choosing("save"))
		started(c, inLines, sees("Its record is saved"), act("Go on with K-102"))
		started(c, inLines, sees("A record of how it was earlier is saved."), lacks("No record is saved yet"), act("Go on with K-102"),
			goTo("keep-private"), answerAll(walk.Agree), sign("Maja"))
		started(c, inLines, sees("The client has signed; that is in no record yet."), lacks("No record is saved yet"))
	})
}

// What a new intake is asked about records of its reference, one that was cut off
// says of those that were saved meanwhile.
func TestAnIntakeThatGoesOnSaysThatARecordWasSavedSince(t *testing.T) {
	onEach(t, func(t *testing.T, inLines bool) {
		c := onDisk(t)
		c.atDesk = true
		started(c, inLines, beginIntake(talkOnly))
		started(c, inLines, act("Begin a new intake"), beginIntake(talkOnly), endIntake, choosing("continued"), choosing("save"),
			act("I want no copy"), readOn, act("Clear this intake"), act("Yes, clear it now"))
		started(c, inLines, act("Go on with K-102"), sees("Since this intake began, a record with this reference"))
	})
}
