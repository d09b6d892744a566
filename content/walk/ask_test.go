package walk

import (
	"fmt"
	"slices"
	"testing"

	"firstsession/content"
)

func TestAMissIsMarkedAndAskedAgainUntilItIsRightOrShown(t *testing.T) {
	const key = "which"
	for _, test := range []struct {
		events []Event
		want   string
	}{
		{nil, "{[false false false] [] false false false false}"}, // Tried Last Missed Shown Done Later
		{[]Event{choose(key, 1)}, "{[false false false] [1] false false true false}"},
		{[]Event{choose(key, 0)}, "{[true false false] [0] true false false false}"},
		{[]Event{choose(key, 0), choose(key, 2)}, "{[true false true] [2] true false false false}"},
		{[]Event{choose(key, 0), choose(key, 1)}, "{[true false false] [1] true false true false}"},
		{[]Event{choose(key, 0), showMe(key)}, "{[true false false] [0] true true true false}"},
		{[]Event{showMe(key)}, "{[false false false] [] false true true false}"},
		{[]Event{later(key)}, "{[false false false] [] false false false true}"},
		{[]Event{later(key), choose(key, 0)}, "{[true false false] [0] true false false true}"},
		{[]Event{later(key), choose(key, 1)}, "{[false false false] [1] false false true false}"},
		{[]Event{later(key), showMe(key)}, "{[false false false] [] false true true false}"},
		{[]Event{choose(key, 0), later(key)}, "{[true false false] [0] true false false true}"},
	} {
		if got := fmt.Sprint(after(t, test.events...).Tries(key)); got != test.want {
			t.Errorf("after %v tries are %s, want %s", test.events, got, test.want)
		}
	}
}

func TestOfAllThatFitOnlyWhatDoesNotFitIsMarked(t *testing.T) {
	for _, test := range []struct {
		event Event
		want  string
	}{
		{choose("all", 0), "{[false false false] [0] true false false false}"},
		{choose("all", 1, 0), "{[false true false] [0 1] true false false false}"},
		{choose("all", 0, 1, 2), "{[false true false] [0 1 2] true false false false}"},
		{choose("all", 2, 0), "{[false false false] [0 2] false false true false}"},
	} {
		if got := fmt.Sprint(after(t, test.event).Tries("all")); got != test.want {
			t.Errorf("after %v tries are %s, want %s", test.event, got, test.want)
		}
	}
}

func TestWhatIsOfferedOnceMoreIsTriedAfresh(t *testing.T) {
	w := after(t, choose("which", 0), choose("which", 1))
	if got := fmt.Sprint(w.Tries("which again")); got != "{[false false false] [] false false false false}" {
		t.Errorf("before, tries are %s", got)
	}
	w = then(t, w, choose("which again", 2))
	if got := fmt.Sprint(w.Tries("which again")); got != "{[false false true] [2] true false false false}" {
		t.Errorf("after a miss, tries are %s", got)
	}
	if got := fmt.Sprint(w.Tries("which")); got != "{[true false false] [1] true false true false}" {
		t.Errorf("the first tries are now %s", got)
	}
}

func TestWhatIsNoQuestionHasNoTries(t *testing.T) {
	for _, key := range []string{"", "one", "mine", "four", "which again"} {
		if got := New(smallGuide()).Tries(key); got.Tried != nil || got.Done {
			t.Errorf("%q has the tries %v", key, got)
		}
	}
}

func TestATryIsRightIfExactlyTheRightOptionsAreChosen(t *testing.T) {
	one, all := smallGuide().Chapters[0].Sections[0].Questions[0], smallGuide().Chapters[0].Sections[1].Questions[0]
	for _, test := range []struct {
		question content.Question
		chosen   []int
		outcome  string
		missing  int
	}{
		{one, []int{1}, Right, 0},
		{one, []int{0}, NotQuite, 1},
		{one, nil, NotQuite, 1},
		{all, []int{0, 2}, Right, 0},
		{all, []int{2, 0}, Right, 0},
		{all, []int{0}, NotQuite, 1},
		{all, []int{1}, NotQuite, 2},
		{all, []int{0, 1, 2}, NotQuite, 0},
		{all, []int{7, -1}, NotQuite, 2},
	} {
		if outcome, missing := Outcome(test.question, test.chosen), Missing(test.question, test.chosen); outcome != test.outcome || missing != test.missing {
			t.Errorf("%s %v is %s with %d missing", test.question.ID, test.chosen, outcome, missing)
		}
	}
}

func TestHowFarAChapterIs(t *testing.T) {
	all := []Event{pass("one"), choose("which", 1), pass("mine"), pass("two"), choose("all", 0, 2)}
	without := func(i int, instead ...Event) []Event {
		return append(slices.Delete(slices.Clone(all), i, i+1), instead...)
	}
	ready := []Event{answer("come", Agree), answer("keep", NotNow)}
	for _, test := range []struct {
		name    string
		events  []Event
		chapter int
		want    State
	}{
		{"nothing", nil, 1, ToCome},
		{"only reached", []Event{reach("one")}, 1, ToCome},
		{"another chapter", []Event{pass("three")}, 1, ToCome},
		{"opening read", []Event{pass("first")}, 1, Begun},
		{"section read", []Event{pass("one")}, 1, Begun},
		{"question missed", []Event{choose("which", 0)}, 1, Begun},
		{"question left", []Event{later("which")}, 1, Begun},
		{"reflection ticked", []Event{tick("mine", "", 1)}, 1, Begun},
		{"all", all, 1, Done},
		{"a section not read", without(3), 1, Begun},
		{"a question not seen", without(1), 1, Begun},
		{"a question missed and no more", without(1, choose("which", 0)), 1, Begun},
		{"a question left for later", without(1, later("which")), 1, Begun},
		{"a question shown, and offered once more", without(1, showMe("which")), 1, Done},
		{"a reflection not passed", without(2), 1, Begun},
		{"only sections", []Event{pass("three")}, 2, Done},
		{"only the opening", []Event{pass("second")}, 2, Begun},
		{"commitment: nothing", nil, 3, ToCome},
		{"commitment: opening", []Event{pass("commitment")}, 3, Begun},
		{"commitment: one answer", []Event{answer("come", NotNow)}, 3, Begun},
		{"commitment: all answers", ready, 3, Begun},
		{"commitment: signed", append(ready, sign("record", "path")), 3, Done},
		{"commitment: declined", slices.Concat(ready, []Event{decline()}), 3, Done},
		{"commitment: declined with promises open", []Event{decline()}, 3, Begun},
		{"no such chapter", all, 0, ToCome},
		{"no such chapter", all, 4, ToCome},
	} {
		if got := after(t, test.events...).State(test.chapter); got != test.want {
			t.Errorf("%s: state is %d, want %d", test.name, got, test.want)
		}
	}
}

func TestWhatWasSeenMissedAndLeftForLaterIsListedInTheGuidesOrder(t *testing.T) {
	w := after(t, pass("three"), pass("one"), later("all"), showMe("which"), later("which again"))
	if got := fmt.Sprint(w.Seen(), w.Unread(1), w.Unread(2), w.Unread(3), w.Missed(), keys(w.Waiting())); got != "[one three] 1 0 0 [which]all, which again" {
		t.Errorf("seen, unread, missed and waiting are %s", got)
	}
	w = then(t, w, choose("all", 1), showMe("all"), choose("which again", 0))
	if got := fmt.Sprint(w.Missed(), keys(w.Waiting())); got != "[which all]" {
		t.Errorf("missed and waiting are %s", got)
	}
}

func TestAReflectionIsSaidAndTakenBack(t *testing.T) {
	for _, test := range []struct {
		events []Event
		want   string
		said   bool
	}{
		{nil, "{[] }", false},
		{[]Event{pass("mine")}, "{[] }", false},
		{[]Event{tick("mine", "", 2, 0)}, "{[0 2] }", true},
		{[]Event{tick("mine", "Pink")}, "{[] Pink}", true},
		{[]Event{tick("mine", "Pink", 1), tick("mine", "", 0)}, "{[0] }", true},
		{[]Event{tick("mine", "Pink", 1), tick("mine", "")}, "{[] }", false},
	} {
		if got, said := after(t, test.events...).Ticks("mine"); fmt.Sprint(got) != test.want || said != test.said {
			t.Errorf("after %v ticks are %v, %v", test.events, got, said)
		}
	}
}

func TestNotesAreKeptInOrderAndNoIDIsGivenTwice(t *testing.T) {
	for _, test := range []struct {
		events []Event
		want   string
	}{
		{nil, "[]"},
		{[]Event{takeNote("one", "A"), takeNote("first", "B")}, "[{n1 one A} {n2 first B}]"},
		{[]Event{takeNote("one", "A"), takeNote("one", "B"), changeNote("n1", "C")}, "[{n1 one C} {n2 one B}]"},
		{[]Event{takeNote("one", "A"), changeNote("n1", ""), takeNote("one", "B")}, "[{n2 one B}]"},
	} {
		if got := fmt.Sprint(after(t, test.events...).Notes()); got != test.want {
			t.Errorf("after %v notes are %s", test.events, got)
		}
	}
}

func TestANoteNeverTakesTheIDOfSomethingInTheGuide(t *testing.T) {
	g := smallGuide()
	g.Chapters[0].Sections[0].Questions[1].ID = "n1"
	if got := fmt.Sprint(then(t, New(g), takeNote("one", "A")).Notes()); got != "[{n2 one A}]" {
		t.Errorf("notes are %s", got)
	}
}

func TestOnlyWhatWasChosenForTheRecordIsInIt(t *testing.T) {
	said := []Event{takeNote("one", "A"), tick("mine", "", 1)}
	for _, test := range []struct {
		name       string
		events     []Event
		note, mine bool
	}{
		{"nothing chosen", nil, false, false},
		{"the note", []Event{include("n1", true)}, true, false},
		{"the reflection", []Event{include("mine", true)}, false, true},
		{"and taken back", []Event{include("mine", true), include("mine", false)}, false, false},
		{"the note is taken away", []Event{include("n1", true), changeNote("n1", "")}, false, false},
		{"the note is changed", []Event{include("n1", true), changeNote("n1", "B")}, true, false},
		{"nothing is said any more", []Event{include("mine", true), tick("mine", "")}, false, false},
		{"and something else later", []Event{include("mine", true), tick("mine", ""), tick("mine", "", 2)}, false, false},
	} {
		w := after(t, append(slices.Clone(said), test.events...)...)
		if w.Included("n1") != test.note || w.Included("mine") != test.mine {
			t.Errorf("%s: included are note %v, reflection %v", test.name, w.Included("n1"), w.Included("mine"))
		}
	}
}

func TestSigningAndNotSigningStandBesideEachOther(t *testing.T) {
	for _, test := range []struct {
		events   []Event
		record   string
		declined bool
	}{
		{nil, "", false},
		{[]Event{sign("r1", "p")}, "r1", false},
		{[]Event{decline()}, "", true},
		{[]Event{decline(), sign("r1", "p")}, "r1", false},
		{[]Event{sign("r1", "p"), sign("r2", "p")}, "r2", false},
		{[]Event{sign("r1", "p"), decline()}, "r1", true},
		{[]Event{sign("r1", "p"), decline(), sign("r1", "p")}, "r1", false},
	} {
		w := then(t, answered(t), test.events...)
		if signed, ok := w.Signed(); signed.Record != test.record || ok != (test.record != "") || w.Declined() != test.declined {
			t.Errorf("after %v signed is %v, declined %v", test.events, signed, w.Declined())
		}
	}
}

func TestOneCanDeclineWithoutAnsweringAnything(t *testing.T) {
	if w := after(t, decline(), reach(ClosingID)); !w.Declined() || w.At().Kind != Closing {
		t.Errorf("declined is %v at %v", w.Declined(), w.At())
	}
}

func TestAWalkIsStartedByAnythingThatOneDoes(t *testing.T) {
	if New(smallGuide()).Started() {
		t.Error("a new walk is started")
	}
	for _, e := range []Event{reach("first"), pass("one"), later("all"), takeNote("one", "A"), answer("come", NotNow), decline()} {
		if !after(t, e).Started() {
			t.Errorf("%v starts nothing", e)
		}
	}
}

func TestWhatIsHandedOutCannotChangeTheWalk(t *testing.T) {
	w := after(t, choose("which", 0), tick("mine", "", 1), takeNote("one", "A"))
	before := snapshot(w)
	tries, notes := w.Tries("which"), w.Notes()
	ticks, _ := w.Ticks("mine")
	tries.Tried[1], tries.Last[0], ticks.Options[0], notes[0].Text = true, 9, 9, "B"
	if got := snapshot(w); got != before {
		t.Errorf("the walk is now %s", got)
	}
}

func TestWhatIsStillOpenIsListedUntilItIsAnsweredOrShown(t *testing.T) {
	for _, test := range []struct {
		name   string
		events []Event
		want   string
	}{
		{"nothing tried", nil, ""},
		{"found", []Event{choose("which", 1)}, ""},
		{"left, and missed", []Event{later("all"), choose("which", 0)}, "which, all"},
		{"left again", []Event{later("which"), later("which again")}, "which again"},
		{"found when it came back", []Event{later("which"), choose("which again", 0)}, ""},
		{"shown when it came back", []Event{later("which"), showMe("which again")}, ""},
	} {
		if got := keys(after(t, test.events...).StillOpen()); got != test.want {
			t.Errorf("%s: still open are %s", test.name, got)
		}
	}
	read := []Event{pass("one"), pass("two"), pass("mine"), choose("all", 0, 2), later("which")}
	if w := after(t, read...); w.State(1) != Begun || then(t, w, choose("which again", 0)).State(1) != Done {
		t.Error("a chapter is not done when what was left is answered at its end")
	}
}

func TestAChapterThatWasReadSaysOnlyItsQuestionsAreLeft(t *testing.T) {
	w := New(smallGuide())
	if n := w.QuestionsLeft(1); n != 0 {
		t.Errorf("nothing is read, and %d are left", n)
	}
	for _, s := range w.plan.chapter(1) {
		switch s.Kind {
		case Opening, Section, Reflection:
			w = then(t, w, Event{Kind: Pass, Subject: s.Key()})
		case Question:
			if !s.Again {
				w = then(t, w, Event{Kind: Later, Subject: s.Key()})
			}
		}
	}
	if n := w.QuestionsLeft(1); n == 0 || w.State(1) != Begun {
		t.Errorf("%d are left, and the chapter is %v", n, w.State(1))
	}
}
