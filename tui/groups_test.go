package tui

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"firstsession/content/walk"
	"firstsession/tui/tuitest"
)

// elmStreet is the file of a practice with two groups at two sites.
const elmStreet = `
practice_name = "Elm Street"
fee = "Ten a session."
[crisis]
text = "Call the desk."
checked = 2026-11-20
[[site]]
id = "south"
name = "Southside"
where = "3 South Street"
[[site]]
id = "north"
name = "Northgate"
[[group]]
id = "tuesday"
name = "Tuesday group"
site = "south"
when = "Tuesdays at six"
[[group]]
id = "dbt"
name = "Skills group"
site = "north"
when = "Thursdays at ten"
leave_out = ["crisis", "statement.contact-outside"]
`

// atElmStreet is a computer with that file.
func atElmStreet(t testing.TB, atDesk bool) computer {
	home := t.TempDir()
	c := computer{t: t, home: home, atDesk: atDesk, practice: filepath.Join(home, "practice.toml")}
	c.write(c.practice, []byte(elmStreet))
	return c
}

// started runs deeds on a computer from its start to its end, on a surface.
func started(c computer, inLines bool, deeds ...deed) (where string) {
	if inLines {
		r := beginLines(c)
		does(r, deeds...)
		where = at(r)
		r.leave()
		return where
	}
	s := beginSession(c, 80, 24)
	r := newScreenReader(s)
	does(r, deeds...)
	where = at(r)
	r.leave()
	s.close()
	return where
}

// onEach runs a case on the full screen and in lines.
func onEach(t *testing.T, run func(t *testing.T, inLines bool)) {
	t.Helper()
	t.Run("full screen", func(t *testing.T) { run(t, false) })
	t.Run("lines", func(t *testing.T) { run(t, true) })
}

func TestAnIntakeAsksForTheGroupAndGoesOnOnlyUnderIt(t *testing.T) {
	onEach(t, func(t *testing.T, inLines bool) {
		c := atElmStreet(t, true)
		started(c, inLines,
			sees("Which group the client may join", "Tuesday group, Southside", "Skills group, Northgate"),
			beginIntake(talkOnly), sees("Please choose which group the client may join"),
			mark("Skills group"), sees("There is no crisis text for this group"), saidFirst("There is no crisis text"),
			mark("Tuesday group"), lacks("There is no crisis text"),
			act("Begin the intake"), readOn, sees("Your group", "Tuesdays at six", "3 South Street"), readOn, sees("If you are in danger"), readOn, sees("What your therapist may tell"))
		if form := formOf(c); form.Group != "tuesday" {
			t.Errorf("kept is %+v", form)
		}
		before := len(c.facts())
		other := c
		other.group = "dbt"
		where := started(other, inLines, act("Go on with K-102"), sees("This intake began for the group tuesday, and goes on only for that one", "--group tuesday"))
		if where != "" || len(c.facts()) != before {
			t.Errorf("under another group it goes on at %q", where)
		}
		same := c
		same.group = "tuesday"
		for _, c := range []computer{c, same} {
			if where := started(c, inLines, act("Go on with K-102"), sees("What your therapist may tell"), helpNow, sees("Call the desk."), back); where != "limits-of-privacy" {
				t.Errorf("it goes on at %q", where)
			}
		}
	})
}

// formOf is the form of the intake that was kept last.
func formOf(c computer) walk.Form {
	for _, fact := range slices.Backward(c.facts()) {
		if fact.Data.Form != nil {
			return *fact.Data.Form
		}
	}
	return walk.Form{}
}

func TestTheNextIntakeIsForNoGroupYet(t *testing.T) {
	onEach(t, func(t *testing.T, inLines bool) {
		started(atElmStreet(t, true), inLines,
			fill("Reference for the client", "K-102"), together, mark("Tuesday group"), mark(talkOnly), act("Begin the intake"), endIntake, act("It stops here"),
			act("Save without a countersignature"), act("The page to print is enough"), readOn, act("Clear this intake"), act("Yes, clear it now"),
			act("Begin a new intake"), sees("Which group the client may join"), beginIntake(talkOnly), sees("Please choose which group"))
	})
}

func TestWithOneGroupThereIsNothingToChoose(t *testing.T) {
	onEach(t, func(t *testing.T, inLines bool) {
		c := atElmStreet(t, true)
		c.group = "dbt"
		started(c, inLines, sees("For this group: Skills group, Northgate", "There is no crisis text for this group"), lacks("Which group"),
			beginIntake(talkOnly), readOn, sees("Thursdays at ten"))
		if form := formOf(c); form.Group != "dbt" {
			t.Errorf("kept is %+v", form)
		}
	})
}

func TestAnIntakeFromBeforeThereWereGroupsIsGoneOnWithUnderTheOneThatIsNamed(t *testing.T) {
	onEach(t, func(t *testing.T, inLines bool) {
		c := atElmStreet(t, true)
		c.write(c.practice, []byte("when = \"Tuesdays at six\"\n"))
		started(c, inLines, toPromises, answerAll(walk.Agree))
		c.write(c.practice, []byte(elmStreet))
		if where := started(c, inLines, act("Go on with K-102"), sees("began before the practice file named groups")); where != "" {
			t.Errorf("it goes on at %q", where)
		}
		c.group = "tuesday"
		started(c, inLines, act("Go on with K-102"), sees("began under another practice file"), act("Go on with K-102"), sees("The promises are asked again"))
		if form := formOf(c); form.Group != "tuesday" {
			t.Errorf("kept is %+v", form)
		}
	})
}

func TestAMemberIsAskedWhichGroupAndMayNotKnowYet(t *testing.T) {
	onEach(t, func(t *testing.T, inLines bool) {
		c := atElmStreet(t, false)
		asked := sees("Which one may you join?", "Tuesday group, Southside", "Tuesdays at six", "Skills group, Northgate", "I do not know yet")
		started(c, inLines, asked, mark("I do not know yet"), begin, goTo("your-group"), sees("Elm Street", "Ten a session."), lacks("Southside", "Thursdays at ten"))
		// It is asked again, and then kept.
		started(c, inLines, asked, mark("Tuesday group"), sees("Southside", "Tuesdays at six"), lacks("Thursdays at ten"))
		if facts := c.facts(); facts[len(facts)-1].Kind != string(walk.SetGroup) || facts[len(facts)-1].Subject != "tuesday" {
			t.Errorf("kept is %+v", facts[len(facts)-1])
		}
		if where := started(c, inLines, lacks("Which one may you join?"), sees("Tuesdays at six")); where != "your-group" {
			t.Errorf("it is at %q", where)
		}
	})
}

func TestHelpIsAsNearAsEverWhereTheGroupIsAskedFor(t *testing.T) {
	onEach(t, func(t *testing.T, inLines bool) {
		started(atElmStreet(t, false), inLines, helpNow, sees("If life is at risk", "Call the desk."), back, sees("Which one may you join?"))
	})
}

func TestUnderAnotherGroupThePromisesAreAskedAnew(t *testing.T) {
	onEach(t, func(t *testing.T, inLines bool) {
		c := atElmStreet(t, false)
		started(c, inLines, mark("Tuesday group"), begin, goTo("keep-private"), answer(walk.Agree), readOn,
			about, mark("Choose another group"), mark("Skills group"),
			sees("other facts about the group than before", "is asked anew"))
		w := walkOf(c)
		if w.Group() != "dbt" || len(w.Open()) != len(promises) {
			t.Errorf("of %q, %d promises are open", w.Group(), len(w.Open()))
		}
	})
}

// walkOf is the walk that was kept, through the guide that is built in.
func walkOf(c computer) walk.Walk {
	w, _ := walk.Replay(tuitest.Shipped(c.t), c.facts())
	return w
}

func TestAGroupThatTheFileNamesNoMoreIsAskedForAgain(t *testing.T) {
	onEach(t, func(t *testing.T, inLines bool) {
		c := atElmStreet(t, false)
		started(c, inLines, mark("Skills group"), begin)
		c.write(c.practice, []byte(strings.ReplaceAll(elmStreet, "\"dbt\"", "\"skills\"")))
		started(c, inLines, sees("Which one may you join?"))
	})
}

func TestTheGroupOfTheFlagIsNotAskedFor(t *testing.T) {
	onEach(t, func(t *testing.T, inLines bool) {
		c := atElmStreet(t, false)
		c.group = "tuesday"
		started(c, inLines, lacks("Which one"), begin, goTo("your-group"), sees("Tuesdays at six"))
	})
}

// The clinician's own pages are of the group as well.
func TestAnIntakeInTwoLanguagesIsOfItsGroupInBoth(t *testing.T) {
	onEach(t, func(t *testing.T, inLines bool) {
		c := atElmStreet(t, true)
		c.language, c.clinicians = "es", "en"
		where := started(c, inLines, fill("Reference for the client", "K-102"), together, mark("Tuesday group"), mark(talkOnly), act("Begin the intake"),
			sees("Tuesday group, Southside"), readOn, sees("Su grupo", "Tuesdays at six"))
		if form := formOf(c); form.Group != "tuesday" || where != "your-group" {
			t.Errorf("at %q, kept is %+v", where, form)
		}
		started(c, inLines, act("Go on with K-102"), sees("Su grupo", "3 South Street"))
	})
}

func TestWhoComesInByAChapterIsAskedForTheGroupAsWell(t *testing.T) {
	onEach(t, func(t *testing.T, inLines bool) {
		started(atElmStreet(t, false), inLines, chapters, pick(4), begin, sees("Which one may you join?"), mark("Tuesday group"), sees("How groups work"))
	})
}

func TestWhoReadsForAnotherGroupThanBeforeIsToldThatThePromisesAreAskedAnew(t *testing.T) {
	onEach(t, func(t *testing.T, inLines bool) {
		c := atElmStreet(t, false)
		started(c, inLines, mark("Tuesday group"), begin, goTo("keep-private"), answer(walk.Agree), readOn)
		c.group = "dbt"
		started(c, inLines, sees("other facts about the group than before"))
		if w := walkOf(c); w.Group() != "dbt" || len(w.Open()) != len(promises) {
			t.Errorf("of %q, %d promises are open", w.Group(), len(w.Open()))
		}
	})
}
