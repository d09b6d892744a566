package walk

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"firstsession/content"
)

// kept are the facts of events in the small guide.
func kept(t *testing.T, events ...Event) []Fact {
	t.Helper()
	_, facts, err := New(smallGuide()).Apply(at, events...)
	if err != nil {
		t.Fatal(err)
	}
	return facts
}

// changedGuide is the small guide in which a statement, options, a prompt and
// a right answer have changed.
func changedGuide() *content.Guide {
	g := smallGuide()
	g.Commitment.Statements[0].Text = "I will come on time."
	which, mine := &g.Chapters[0].Sections[0].Questions[0], &g.Chapters[0].Sections[0].Questions[1]
	which.Prompt, which.Options[0].Text, which.Options[1].Right, which.Options[2].Right = "Which then?", "These", false, true
	mine.Options[1].Text, mine.Options[2].Text = "Lime", "Navy"
	return g
}

func TestWhatNoLongerStandsInTheGuideIsDroppedAndListedOnce(t *testing.T) {
	for _, test := range []struct {
		name   string
		events []Event
		want   string
	}{
		{"nothing", nil, "[]"},
		{"an answer whose words stand", []Event{answer("keep", Agree)}, "[]"},
		{"an answer whose words do not", []Event{answer("come", Agree)}, "[{statement come I will come. en}]"},
		{"answered often", []Event{answer("come", Agree), answer("come", NotNow)}, "[{statement come I will come. en}]"},
		{"a tick that stands", []Event{tick("mine", "", 0)}, "[]"},
		{"a tick that does not", []Event{tick("mine", "", 0, 1)}, "[{reflection mine Green en}]"},
		{"two ticks, set often", []Event{tick("mine", "", 1), tick("mine", "", 1, 2)}, "[{reflection mine Green en} {reflection mine Blue en}]"},
		{"a tick that was taken back", []Event{tick("mine", "", 1), tick("mine", "", 0)}, "[]"},
		{"a question's options", []Event{choose("which", 0), choose("which", 1)}, "[]"},
		{"in the guide's order", []Event{answer("come", Agree), tick("mine", "", 1)}, "[{reflection mine Green en} {statement come I will come. en}]"},
	} {
		w, dropped := Replay(changedGuide(), kept(t, test.events...))
		if fmt.Sprint(dropped) != test.want || fmt.Sprint(w.Dropped()) != test.want {
			t.Errorf("%s: dropped are %v, want %s", test.name, dropped, test.want)
		}
	}
}

func TestADroppedAnswerIsOpenAgain(t *testing.T) {
	facts := kept(t, answer("come", Agree), answer("keep", Agree), reach("keep"), reach(SignatureID))
	w, _ := Replay(changedGuide(), facts)
	if open := w.Open(); len(open) != 1 || open[0].ID != "come" || w.Answer("come") != Unanswered {
		t.Errorf("open are %v", open)
	}
	if w.At().Kind != Signature {
		t.Errorf("one left where it says which are open, and comes back to %q", w.At().Key())
	}
	if _, _, err := w.Apply(at, sign("r", "p")); !errors.Is(err, ErrOpen) {
		t.Errorf("signing is %v", err)
	}
}

func TestADroppedTickLeavesTheOthers(t *testing.T) {
	w, _ := Replay(changedGuide(), kept(t, tick("mine", "Pink", 0, 1)))
	if ticks, said := w.Ticks("mine"); fmt.Sprint(ticks) != "{[0] Pink}" || !said {
		t.Errorf("ticks are %v, %v", ticks, said)
	}
}

func TestWhatWasIncludedGoesWithItsLastTick(t *testing.T) {
	w, _ := Replay(changedGuide(), kept(t, tick("mine", "", 1), include("mine", true)))
	if w = then(t, w, tick("mine", "", 0)); w.Included("mine") {
		t.Error("a tick that was never chosen for the record is in it")
	}
}

func TestWhatIsGivenAnewIsNoLongerDropped(t *testing.T) {
	facts := kept(t, answer("come", Agree), tick("mine", "", 0, 1))
	w, _ := Replay(changedGuide(), facts)
	// The tick that is left is confirmed as it stands.
	w, more, err := w.Apply(at, answer("come", Agree), tick("mine", "", 0))
	if err != nil || len(more) != 2 || w.Dropped() != nil {
		t.Errorf("facts %v, error %v, dropped %v", more, err, w.Dropped())
	}
	if again, dropped := Replay(changedGuide(), append(facts, more...)); dropped != nil || snapshot(again) != snapshot(w) {
		t.Errorf("dropped are %v", dropped)
	}
}

func TestWordsThatComeBackFindTheirAnswer(t *testing.T) {
	w, dropped := Replay(smallGuide(), kept(t, answer("come", TalkFirst)))
	if w.Answer("come") != TalkFirst || dropped != nil {
		t.Errorf("the answer is %q, dropped %v", w.Answer("come"), dropped)
	}
}

func TestSectionsAndQuestionsStayDoneByTheirID(t *testing.T) {
	events := []Event{pass("one"), choose("which", 0), choose("which", 1), pass("mine"), pass("two"), choose("all", 0, 2)}
	w, _ := Replay(changedGuide(), kept(t, events...))
	if w.State(1) != Done {
		t.Errorf("the chapter's state is %d", w.State(1))
	}
	// "This" is gone; "That" was right then.
	if got := fmt.Sprint(w.Tries("which")); got != "{[false false false] [1] true false true false}" {
		t.Errorf("tries are %s", got)
	}
	if _, ok := w.Find("which again"); !ok {
		t.Error("what was missed is not offered once more")
	}
}

func TestFactsThatCannotBeUsedArePassedOver(t *testing.T) {
	for _, f := range []Fact{
		{},
		{Kind: "of a newer version", Subject: "one"},
		{Kind: string(Reach), Subject: "four"},
		{Kind: string(Reach), Subject: "which again"},
		{Kind: string(Pass), Subject: "come"},
		{Kind: string(Choose), Subject: "four", Data: Data{Outcome: Right}},
		{Kind: string(Choose), Subject: "mine", Data: Data{Outcome: Right}},
		{Kind: string(Choose), Subject: "which", Data: Data{Outcome: "of a newer version"}},
		{Kind: string(Choose), Subject: "which again", Data: Data{Outcome: Right}},
		{Kind: string(ShowMe), Subject: "one"},
		{Kind: string(Later), Subject: "come"},
		{Kind: string(Tick), Subject: "which", Data: Data{Options: []string{"This"}}},
		{Kind: string(SetAnswer), Subject: "one", Data: Data{Answer: Agree}},
		{Kind: string(SetAnswer), Subject: "come", Data: Data{Words: "I will come.", Answer: "of a newer version"}},
		{Kind: string(SetAnswer), Subject: "come", Data: Data{Words: "I will come."}},
		{Kind: string(TakeNote), Subject: "n1", Data: Data{At: "one"}},
		{Kind: string(ChangeNote), Subject: "n1", Data: Data{Text: "B"}},
		{Kind: string(Include), Subject: "n1", Data: Data{Yes: true}},
		{Kind: string(Include), Subject: "mine", Data: Data{Yes: true}},
	} {
		w, dropped := Replay(smallGuide(), []Fact{f})
		if snapshot(w) != snapshot(New(smallGuide())) || dropped != nil {
			t.Errorf("%v: the walk is %s", f, snapshot(w))
		}
	}
}

func TestANoteOutlivesTheStepAtWhichItWasTaken(t *testing.T) {
	g := smallGuide()
	g.Chapters = g.Chapters[1:]
	w, _ := Replay(g, kept(t, takeNote("one", "Ask.")))
	if got := fmt.Sprint(w.Notes()); got != "[{n1 one Ask.}]" {
		t.Errorf("notes are %s", got)
	}
}

func TestANoteIsTakenOnce(t *testing.T) {
	facts := kept(t, takeNote("one", "A"), changeNote("n1", "B"))
	w, _ := Replay(smallGuide(), append(facts, facts[0]))
	if got := fmt.Sprint(w.Notes()); got != "[{n1 one B}]" {
		t.Errorf("notes are %s", got)
	}
}

func TestAReflectionThatBecameAQuestionIsAskedAsOne(t *testing.T) {
	g := smallGuide()
	mine := &g.Chapters[0].Sections[0].Questions[1]
	mine.Options = slices.Clone(mine.Options)
	mine.Options[0].Right = true
	w, dropped := Replay(g, kept(t, tick("mine", "", 0), pass("mine")))
	if w.Tries("mine").Done || dropped != nil || w.State(1) != ToCome {
		t.Errorf("tries are %v, dropped %v, the chapter's state is %d", w.Tries("mine"), dropped, w.State(1))
	}
}
