package walk

import (
	"errors"
	"firstsession/content/guidetest"
	"fmt"
	"testing"
)

const (
	intakeFront = "client page, "
	intakeEnd   = "talk page, commitment, come, keep, points page, signing, countersigning, copy page, closing, clearing page"
)

func TestAnIntakeGoesThroughThePartsThatItsFormNames(t *testing.T) {
	for _, test := range []struct {
		parts Parts
		want  string
	}{
		{AllParts, "first, one, which, mine, two, all, second, three, "},
		{Essentials, "first, two, all, "},
		{TalkOnly, ""},
	} {
		if got := keys(intake(t, test.parts).Steps()); got != intakeFront+test.want+intakeEnd {
			t.Errorf("%s: steps are %s", test.parts, got)
		}
	}
}

func TestWhatIsStillOpenIsAPageOnlyWhileSomethingIs(t *testing.T) {
	const with = "commitment, come, keep, points page, signing"
	const without = "commitment, come, keep, signing"
	for _, test := range []struct {
		name   string
		events []Event
		want   string
		points string
	}{
		{"nothing answered", nil, with, "[come keep]"},
		{"all agreed to", []Event{answer("come", Agree), answer("keep", Agree)}, without, "[]"},
		{"one to talk about", []Event{answer("keep", TalkFirst)}, with, "[come keep]"},
		{"one agreed to, and nothing said to the other", []Event{answer("keep", Agree)}, with, "[come]"},
		{"both open", []Event{answer("keep", NotNow), answer("come", TalkFirst)}, with, "[come keep]"},
		{"answered again, elsewhere", []Event{answer("come", Agree), answer("keep", NotNow), reach(PointsID), reach("keep"), answer("keep", Agree)}, without, "[]"},
		{"answered again, and still there", []Event{answer("come", Agree), answer("keep", NotNow), reach(PointsID), answer("keep", Agree)}, with, "[]"},
		{"and gone on", []Event{answer("come", Agree), answer("keep", NotNow), reach(PointsID), answer("keep", Agree), reach(SignatureID)}, without, "[]"},
	} {
		w := intake(t, TalkOnly, test.events...)
		want := "client page, talk page, " + test.want + ", countersigning, copy page, closing, clearing page"
		points := []string{}
		for _, s := range w.OpenPoints() {
			points = append(points, s.ID)
		}
		if got := keys(w.Steps()); got != want || fmt.Sprint(points) != test.points {
			t.Errorf("%s: steps are %s, open are %v", test.name, got, points)
		}
	}
}

func TestAnIntakeIsGoneThroughFromEndToEnd(t *testing.T) {
	w := intake(t, Essentials)
	var way []Step
	for s, ok := w.At(), true; ok; s, ok = w.Next(s) {
		way = append(way, s)
		w = then(t, w, reach(s.Key()))
		if s.Kind == Statement {
			w = then(t, w, answer(s.ID, TalkFirst))
		}
	}
	const want = "client page, first, two, all, talk page, commitment, come, keep, points page, signing, countersigning, copy page, closing, clearing page"
	if keys(way) != want || keys(w.Steps()) != want {
		t.Errorf("the way is %s", keys(way))
	}
}

func TestInAnIntakeNobodyIsLedBackToAStatementAndNothingIsSignedWithoutItsAnswer(t *testing.T) {
	w := intake(t, TalkOnly, answer("keep", TalkFirst), reach(SignatureID))
	keep, _ := w.Find("keep")
	countersign, _ := w.Find(CountersignID)
	next, _ := w.Next(keep)
	previous, _ := w.Previous(countersign)
	points, _ := w.Find(PointsID)
	sign, _ := w.Next(points)
	if next != points || sign.Key() != SignatureID || previous != sign || w.At() != sign {
		t.Errorf("next is %q, then %q, and before the countersignature comes %q", next.Key(), sign.Key(), previous.Key())
	}
	if _, _, err := w.Apply(at, nameTyped("Dana")); !errors.Is(err, ErrOpen) {
		t.Errorf("signed with a statement open: %v", err)
	}
	if w = then(t, w, decline()); w.Outcome() != EndNotSigned {
		t.Errorf("declined, it ends %q", w.Outcome())
	}
}

func TestTheFormIsCorrectedAndNothingIsLost(t *testing.T) {
	w := intake(t, AllParts, reach("one"), pass("one"), choose("which", 0), showMe("which"), takeNote("one", "Ask."), flag("three", true))
	w = then(t, w, setForm(TalkOnly))
	if got := keys(w.Steps()); got != "client page, one, talk page, commitment, come, keep, points page, signing, countersigning, copy page, closing, clearing page" {
		t.Errorf("where one is, is not in the list: %s", got)
	}
	one := w.At()
	if next, _ := w.Next(one); one.Key() != "one" || next.Key() != TalkID {
		t.Errorf("one is at %q, and next is %q", one.Key(), next.Key())
	}
	w = then(t, w, reach(TalkID))
	if got := keys(w.Steps()); got != intakeFront+intakeEnd {
		t.Errorf("steps are %s", got)
	}
	if got := fmt.Sprint(w.Seen(), w.Missed(), w.Notes(), keys(w.Flagged())); got != "[one] [which] [{n1 one Ask.}]three" {
		t.Errorf("kept is %s", got)
	}
	w = then(t, w, setForm(AllParts))
	if got := keys(w.Steps()); got != "client page, first, one, which, mine, two, all, which again, second, three, "+intakeEnd {
		t.Errorf("steps are %s", got)
	}
}

func TestWhatIsLeftOutCanBeLookedUp(t *testing.T) {
	w := intake(t, TalkOnly, reach("come"), reach("three"), pass("three"))
	three := w.At()
	if next, ok := w.Next(three); three.Key() != "three" || !ok || next.Key() != TalkID {
		t.Errorf("one is at %q, and next is %q", three.Key(), next.Key())
	}
	if got := fmt.Sprint(w.Seen(), w.State(2), w.Unread(2)); got != fmt.Sprint([]string{"three"}, LeftOut, 0) {
		t.Errorf("seen, state and unread are %s", got)
	}
	w = then(t, w, reach("come"))
	if got := keys(w.Steps()); got != intakeFront+intakeEnd {
		t.Errorf("steps are %s", got)
	}
}

func TestChaptersThatAreLeftOutKeepTheirNumbersAndAreNotMissing(t *testing.T) {
	for _, test := range []struct {
		parts  Parts
		events []Event
		want   string // the states of the three chapters, and what is unread in them
	}{
		{AllParts, nil, "to come 2, to come 1, to come 0"},
		{Essentials, nil, "to come 1, left out 0, to come 0"},
		{Essentials, []Event{pass("one"), pass("three")}, "to come 1, left out 0, to come 0"},
		{Essentials, []Event{pass("first")}, "begun 1, left out 0, to come 0"},
		{Essentials, []Event{pass("two"), choose("all", 0, 2)}, "done 0, left out 0, to come 0"},
		{TalkOnly, []Event{pass("one"), answer("come", Agree)}, "left out 0, left out 0, begun 0"},
		{TalkOnly, []Event{decline()}, "left out 0, left out 0, done 0"},
		{TalkOnly, []Event{decline(), end(EndContinued)}, "left out 0, left out 0, to come 0"},
		{TalkOnly, []Event{end(EndStopped), sign("r", "p")}, "left out 0, left out 0, to come 0"},
		{TalkOnly, []Event{answer("come", Agree), answer("keep", Agree), nameTyped("Dana")}, "left out 0, left out 0, done 0"},
	} {
		w := intake(t, test.parts, test.events...)
		got := ""
		for n := 1; n <= w.Chapters(); n++ {
			if n > 1 {
				got += ", "
			}
			got += fmt.Sprint([]string{"to come", "begun", "done", "left out"}[w.State(n)], " ", w.Unread(n))
		}
		if got != test.want || w.Chapters() != 3 || w.LeftOut(0) || w.LeftOut(3) || w.LeftOut(4) {
			t.Errorf("%s after %v: %s, want %s", test.parts, test.events, got, test.want)
		}
	}
	w := intake(t, TalkOnly)
	if w.ChapterTitle(2) != "Second" || w.First(2).Key() != "second" || w.First(3).Key() != "commitment" || w.At().Chapter != 0 {
		t.Errorf("%q, %v, %v, %v", w.ChapterTitle(2), w.First(2), w.First(3), w.At())
	}
}

func TestStepsOfAnIntakeAreCountedAmongThoseThatAreShown(t *testing.T) {
	w := intake(t, Essentials)
	for key, want := range map[string]string{"two": "1 1", "all": "1 1", "one": "0 0", ClientID: "0 0", TalkID: "0 0", "keep": "2 2", ClearingID: "0 0"} {
		s, ok := w.Find(key)
		if n, of := w.Position(s); !ok || fmt.Sprint(n, of) != want {
			t.Errorf("%s is %d of %d, want %s", key, n, of, want)
		}
	}
}

func TestAnyPageCanBeFlagged(t *testing.T) {
	w := intake(t, AllParts, showMe("which"))
	for _, s := range w.Steps() {
		w = then(t, w, flag(s.Key(), true))
		if !w.IsFlagged(s.Key()) {
			t.Errorf("%s is not flagged", s.Key())
		}
	}
	if keys(w.Flagged()) != keys(w.Steps()) {
		t.Errorf("flagged are %s", keys(w.Flagged()))
	}
	w = then(t, w, flag("one", false), flag("which", false))
	if got := keys(w.Flagged()); w.IsFlagged("one") || got != "client page, first, mine, two, all, which again, second, three, "+intakeEnd {
		t.Errorf("flagged are %s", got)
	}
}

func TestTopicsAreSectionsEachOnceWhatIsEssentialFirst(t *testing.T) {
	for _, test := range []struct {
		events []Event
		want   string
	}{
		{nil, ""},
		{[]Event{choose("which", 1)}, ""},
		{[]Event{choose("which", 0)}, "three"},
		{[]Event{showMe("all")}, "two"},
		{[]Event{showMe("all"), showMe("which")}, "two, three"},
		{[]Event{choose("which", 0), choose("which", 2)}, "three"},
		{[]Event{choose("which", 0), choose("which", 1)}, ""},
		{[]Event{choose("which", 0), choose("which", 1), choose("which again", 1)}, ""},
		{[]Event{choose("which", 0), later("which")}, "three"},
		{[]Event{choose("which", 0), showMe("which")}, "three"},
		{[]Event{showMe("all"), showMe("all again")}, "two"},
		{[]Event{showMe("all"), choose("all again", 0)}, "two"},
		{[]Event{showMe("all"), choose("all again", 1, 2)}, ""},
		{[]Event{showMe("all"), choose("all again", 0), choose("all again", 1, 2)}, ""},
	} {
		if got := keys(intake(t, AllParts, test.events...).Topics()); got != test.want {
			t.Errorf("after %v topics are %s, want %s", test.events, got, test.want)
		}
	}
	g := intakeGuide()
	g.Chapters[0].Sections[1].Questions[0].Again = "three"
	if got := keys(then(t, New(g), showMe("which"), showMe("all")).Topics()); got != "three" {
		t.Errorf("topics are %s", got)
	}
}

// A long list would be a score by another name.
func TestOfManyTopicsTheFewThatWeighMostAreListed(t *testing.T) {
	w := New(guidetest.Shipped(t, "en"))
	for _, step := range w.Steps() {
		if step.Kind == Question && !step.Again {
			w = then(t, w, showMe(step.ID))
		}
	}
	if got := keys(w.Topics()); got != "feeling-worse, limits-of-privacy, main-message, your-choice, own-pace" {
		t.Errorf("topics are %s", got)
	}
}

// What was read at home is left out, with what is asked about it, and can be looked
// up all the same.
func TestWhatWasReadAtHomeIsLeftOut(t *testing.T) {
	for _, test := range []struct {
		parts Parts
		read  []string
		want  string
		home  bool // the first chapter
	}{
		{AllParts, []string{"one"}, "first, two, all, second, three, ", false},
		{AllParts, []string{"one", "two"}, "second, three, ", true},
		{AllParts, []string{"gone"}, "first, one, which, mine, two, all, second, three, ", false},
		{Essentials, []string{"two"}, "", false},
	} {
		given := form(test.parts)
		given.Read = test.read
		w := then(t, New(intakeGuide()), Event{Kind: SetForm, Form: given})
		if got := keys(w.Steps()); got != intakeFront+test.want+intakeEnd || w.ChapterAtHome(1) != test.home {
			t.Errorf("%s, with %s read at home: steps are %s, %v", test.parts, test.read, got, w.ChapterAtHome(1))
		}
		if _, ok := w.Find("one"); !ok || len(w.Seen()) > 0 || w.ChapterAtHome(w.Chapters()) {
			t.Error("it is gone, or was read here, or the promises were read at home")
		}
	}
}
