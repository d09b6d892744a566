package walk

import (
	"encoding/json"
	"errors"
	"fmt"
	"testing"
	"time"

	"firstsession/content"
)

func TestWhatIsNotPossibleIsAnErrorAndChangesNothing(t *testing.T) {
	w := after(t, reach("one"), takeNote("one", "Ask."), takeNote("one", "Gone."), changeNote("n2", ""))
	before := snapshot(w)
	for _, e := range []Event{
		reach("four"), reach(""), reach("all again"), reach("one again"),
		pass("four"), pass("which"), pass("come"), pass(SignatureID), pass(ClosingID),
		choose("one", 0), choose("mine", 0), choose("four", 0), choose("come", 0), choose("which again", 0),
		choose("which"), choose("which", -1), choose("which", 3), choose("which", 0, 1), choose("which", 1, 1),
		choose("all"), choose("all", 0, 3), choose("all", 0, 2, 2),
		showMe("mine"), showMe("one"), showMe("four"), later("mine"), later("one"), later("four"),
		tick("which", "", 0), tick("four", ""), tick("mine", "", 3), tick("mine", "", -1), tick("mine", "", 1, 1),
		answer("come", Unanswered), answer("come", "yes"), answer("one", Agree), answer("which", Agree), answer("four", Agree),
		takeNote("four", "Ask."), takeNote("", "Ask."), takeNote("one", ""), takeNote("one", " \n\t"),
		changeNote("n2", "Back."), changeNote("n3", "New."), changeNote("one", "New."), changeNote("", ""),
		include("n2", true), include("n3", true), include("mine", true), include("which", true), include("", false),
		sign("", "path"), sign("record", "path"), {Kind: Decline, Subject: "four"},
		{}, {Kind: "jump", Subject: "one"},
	} {
		// The event before it must not happen either.
		got, facts, err := w.Apply(at, choose("which", 0), e)
		if err == nil || facts != nil || snapshot(got) != before {
			t.Errorf("%v: facts %v, error %v", e, facts, err)
		}
	}
	if snapshot(w) != before {
		t.Error("the walk itself was changed")
	}
}

func TestNothingIsSignedWhileAStatementIsOpen(t *testing.T) {
	for _, test := range []struct {
		events []Event
		open   int
	}{
		{nil, 2},
		{[]Event{answer("come", Agree)}, 1},
		{[]Event{answer("come", Agree), answer("keep", Agree)}, 0},
		{[]Event{answer("come", NotNow), answer("keep", TalkFirst)}, 0},
		{[]Event{answer("come", NotNow), answer("keep", NotNow)}, 0},
	} {
		w := after(t, test.events...)
		if open := w.Open(); len(open) != test.open {
			t.Errorf("after %v, open are %v", test.events, open)
		}
		if _, _, err := w.Apply(at, sign("record", "path")); errors.Is(err, ErrOpen) != (test.open > 0) {
			t.Errorf("after %v, signing is %v", test.events, err)
		}
	}
}

func TestAStatementCanBeAnsweredAndSignedInOneGo(t *testing.T) {
	w := after(t, answer("come", Agree), answer("keep", TalkFirst), reach(SignatureID), sign("record", "path"))
	if signed, ok := w.Signed(); !ok || signed.Record != "record" || signed.Path != "path" || !signed.Time.Equal(at) {
		t.Errorf("signed is %v, %v", signed, ok)
	}
}

func TestNoStatementHasAnAnswerBeforehand(t *testing.T) {
	w := New(smallGuide())
	for _, s := range w.Open() {
		if a := w.Answer(s.ID); a != Unanswered {
			t.Errorf("%s has the answer %q", s.ID, a)
		}
	}
	if len(w.Open()) != 2 {
		t.Errorf("open are %v", w.Open())
	}
}

func TestAFactHoldsTheWordsAsTheyWereShown(t *testing.T) {
	start := []Event{showMe("all"), takeNote("two", "Ask."), answer("come", Agree), answer("keep", Agree), tick("mine", "", 0)}
	for _, test := range []struct {
		event Event
		want  string // kind, subject and data
	}{
		{reach("one"), `reach one {}`},
		{pass("one"), `pass one {"language":"en"}`},
		{pass("first"), `pass first {"language":"en"}`},
		{choose("which", 0), `choose which {"language":"en","words":"Which?","options":["This"],"outcome":"not quite"}`},
		{choose("which", 1), `choose which {"language":"en","words":"Which?","options":["That"],"outcome":"right"}`},
		{choose("all again", 2, 1), `choose all again {"language":"en","words":"Which of these?","options":["Left","Up"],"outcome":"right"}`},
		{choose("all again", 1), `choose all again {"language":"en","words":"Which of these?","options":["Left"],"outcome":"not quite"}`},
		{showMe("which"), `show me which {"language":"en","words":"Which?"}`},
		{later("which"), `later which {"language":"en","words":"Which?"}`},
		{tick("mine", "Pink", 2, 1), `tick mine {"language":"en","words":"Which are yours?","options":["Green","Blue"],"text":"Pink"}`},
		{tick("mine", " "), `tick mine {"language":"en","words":"Which are yours?"}`},
		{answer("come", TalkFirst), `set answer come {"language":"en","words":"I will come.","answer":"talk first"}`},
		{takeNote("all again", " Why? "), `take note n2 {"text":" Why? ","at":"all again"}`},
		{changeNote("n1", "Else."), `change note n1 {"text":"Else."}`},
		{changeNote("n1", " "), `change note n1 {}`},
		{include("n1", true), `include n1 {"yes":true}`},
		{include("mine", true), `include mine {"yes":true}`},
		{sign("record", "/path"), `sign record {"language":"en","text":"/path"}`},
		{decline(), `decline signing {"language":"en"}`},
		{Event{Kind: Decline}, `decline signing {"language":"en"}`},
	} {
		_, facts, err := after(t, start...).Apply(at, test.event)
		if err != nil || len(facts) != 1 {
			t.Errorf("%v: facts %v, error %v", test.event, facts, err)
			continue
		}
		data, err := json.Marshal(facts[0].Data)
		if got := fmt.Sprintf("%s %s %s", facts[0].Kind, facts[0].Subject, data); got != test.want || err != nil {
			t.Errorf("fact is %s\nwant    %s", got, test.want)
		}
	}
}

func TestWhatChangesNothingLeavesNoFact(t *testing.T) {
	ready := []Event{answer("come", Agree), answer("keep", Agree)}
	for _, test := range []struct {
		name  string
		done  []Event
		event Event
	}{
		{"reach where one is", []Event{reach("one")}, reach("one")},
		{"pass a section twice", []Event{pass("one")}, pass("one")},
		{"pass an opening twice", []Event{pass("first")}, pass("first")},
		{"pass a reflection twice", []Event{pass("mine")}, pass("mine")},
		{"choose again what was right", []Event{choose("which", 1)}, choose("which", 1)},
		{"choose another when done", []Event{choose("which", 1)}, choose("which", 0)},
		{"choose when shown", []Event{showMe("which")}, choose("which", 1)},
		{"the same miss", []Event{choose("which", 0)}, choose("which", 0)},
		{"the same miss after leaving it", []Event{choose("all", 1, 0), later("all")}, choose("all", 0, 1)},
		{"show when done", []Event{choose("which", 1)}, showMe("which")},
		{"leave what is done", []Event{choose("which", 1)}, later("which")},
		{"leave twice", []Event{later("which")}, later("which")},
		{"the same ticks", []Event{tick("mine", "Pink", 1, 0)}, tick("mine", "Pink", 0, 1)},
		{"no ticks", nil, tick("mine", " ")},
		{"the same answer", []Event{answer("come", Agree)}, answer("come", Agree)},
		{"the same note", []Event{takeNote("one", "Ask.")}, changeNote("n1", "Ask.")},
		{"included already", []Event{takeNote("one", "Ask."), include("n1", true)}, include("n1", true)},
		{"not included anyway", []Event{takeNote("one", "Ask.")}, include("n1", false)},
		{"signed already", append(ready, sign("record", "path")), sign("record", "path")},
		{"declined already", []Event{decline()}, decline()},
	} {
		w := after(t, test.done...)
		got, facts, err := w.Apply(at, test.event)
		if err != nil || len(facts) != 0 || snapshot(got) != snapshot(w) {
			t.Errorf("%s: facts %v, error %v", test.name, facts, err)
		}
	}
}

func TestAnAnswerThatIsGivenAgainAfterSigningIsGivenThen(t *testing.T) {
	w := after(t, answer("come", Agree), answer("keep", Agree), Event{Kind: Sign, Subject: "00ff", Text: "/r.json"})
	later := at.AddDate(0, 1, 0)
	w, facts, err := w.Apply(later, answer("come", Agree))
	if err != nil || len(facts) != 1 || !facts[0].Time.Equal(later) {
		t.Errorf("facts %v, error %v", facts, err)
	}
	if _, is := w.Signed(); !is || w.Lapsed() {
		t.Error("what was signed falls by it")
	}
}

func TestTheFirstStepIsReachedOnce(t *testing.T) {
	_, facts, err := New(smallGuide()).Apply(at, reach("first"), reach("first"))
	if err != nil || len(facts) != 1 {
		t.Errorf("facts %v, error %v", facts, err)
	}
}

func TestFactsAreNumberedOnFromTheLast(t *testing.T) {
	w, _ := Replay(smallGuide(), []Fact{
		{Seq: 3, Kind: string(Reach), Subject: "one"},
		{Seq: 9, Kind: "of a newer version", Subject: "one"},
		{Seq: 7, Kind: string(Pass), Subject: "elsewhere"},
	})
	_, facts, err := w.Apply(at, pass("one"), pass("one"), reach("which"), later("which"))
	if err != nil || len(facts) != 3 || facts[0].Seq != 10 || facts[1].Seq != 11 || facts[2].Seq != 12 {
		t.Errorf("facts %v, error %v", facts, err)
	}
}

func TestAFactKeepsTheTimeWithItsOffset(t *testing.T) {
	now := time.Now().In(at.Location())
	_, facts, _ := New(smallGuide()).Apply(now, reach("one"))
	if got := facts[0].Time; !got.Equal(now) || got != now.Round(0) || got.Location() != now.Location() {
		t.Errorf("time is %v, want %v", got, now)
	}
}

// Accents that were typed apart from their letters are kept as they are shown; a
// name keeps its bytes.
func TestWhatIsTypedIsKeptComposed(t *testing.T) {
	w := after(t, takeNote("one", "Sen\u0303or."), changeNote("n1", "Cafe\u0301."), tick("mine", "q\u0307 n\u0303", 0))
	if got := w.Notes()[0].Text; got != "Caf\u00e9." {
		t.Errorf("the note is %q", got)
	}
	if ticks, _ := w.Ticks("mine"); ticks.Own != "q\u0307 \u00f1" {
		t.Errorf("the own words are %q", ticks.Own)
	}
	if _, facts, err := w.Apply(at, changeNote("n1", "Cafe\u0301.")); err != nil || len(facts) > 0 {
		t.Errorf("the same words change it: %v, %v", facts, err)
	}
}

// A journal may be older than that guides are composed: what was chosen and
// agreed to under the same words stays.
func TestTheSameWordsUncomposedAreTheSame(t *testing.T) {
	q := &content.Question{Options: []content.Option{{Text: "Se\u00f1or"}, {Text: "Two"}}}
	if options, gone := findOptions(q, []string{"Sen\u0303or"}); len(options) != 1 || len(gone) != 0 {
		t.Errorf("found %v, gone %v", options, gone)
	}
	w := after(t)
	w.plan.statements["come"].Text = "I come, se\u00f1or."
	w.takeAnswer(Step{ID: "come"}, Fact{Data: Data{Words: "I come, sen\u0303or.", Answer: Agree}})
	if w.answers["come"] != Agree {
		t.Error("the answer is gone")
	}
}
