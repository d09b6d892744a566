package walk

import (
	"errors"
	"fmt"
	"testing"
)

func TestHowAnIntakeEnds(t *testing.T) {
	ready := []Event{answer("come", Agree), answer("keep", Agree)}
	open := []Event{answer("come", Agree), answer("keep", NotNow)}
	with := func(events []Event, more ...Event) []Event { return append(append([]Event{}, events...), more...) }
	for _, test := range []struct {
		name   string
		events []Event
		want   Ending
		typed  string
	}{
		{"nothing", nil, Undecided, ""},
		{"all answered", ready, Undecided, ""},
		{"a name", with(ready, nameTyped(" Dana ")), EndSigned, "Dana"},
		{"a name and open points", with(open, nameTyped("Dana")), EndSignedOpen, "Dana"},
		{"a point is answered again", with(open, nameTyped("Dana"), answer("keep", Agree)), Undecided, "Dana"},
		{"a point is answered again, and signed", with(open, nameTyped("Dana"), answer("keep", Agree), nameTyped("Dana")), EndSigned, "Dana"},
		{"declined, and taken back", with(ready, decline(), nameTyped("")), Undecided, ""},
		{"a name taken away", with(ready, nameTyped("Dana"), nameTyped(" ")), Undecided, ""},
		{"declined", []Event{decline()}, EndNotSigned, ""},
		{"declined, then a name", with(ready, decline(), nameTyped("Dana")), EndSigned, "Dana"},
		{"a name, then declined", with(ready, nameTyped("Dana"), decline()), EndNotSigned, ""},
		{"stopped", []Event{end(EndStopped)}, EndStopped, ""},
		{"to be continued", with(ready, end(EndContinued)), EndContinued, ""},
		{"stopped with a name", with(ready, nameTyped("Dana"), end(EndStopped)), EndStopped, "Dana"},
		{"stopped, and gone on", with(ready, nameTyped("Dana"), end(EndStopped), end(Undecided)), EndSigned, "Dana"},
		{"stopped, then a name", with(ready, end(EndStopped), nameTyped("Dana")), EndSigned, "Dana"},
		{"stopped, then declined", []Event{end(EndStopped), decline()}, EndNotSigned, ""},
		{"declined, then continued", []Event{decline(), end(EndContinued)}, EndContinued, ""},
		{"declined, continued, gone on", []Event{decline(), end(EndContinued), end(Undecided)}, EndNotSigned, ""},
	} {
		w := intake(t, TalkOnly, test.events...)
		if w.Outcome() != test.want || w.Name() != test.typed {
			t.Errorf("%s: it ends %q with the name %q, want %q, %q", test.name, w.Outcome(), w.Name(), test.want, test.typed)
		}
		_, facts, err := w.Apply(at, sign("record", "path"))
		if (err == nil) != (test.want != Undecided) || err != nil && !errors.Is(err, ErrUndecided) {
			t.Errorf("%s: saving it is %v, %v", test.name, facts, err)
		}
		if signed, ok := then(t, w, test.events...).Signed(); ok {
			t.Errorf("%s: signed is %v", test.name, signed)
		}
	}
	if w := then(t, answered(t)); w.Outcome() != Undecided {
		t.Errorf("a member's walk ends %q", w.Outcome())
	}
}

func TestARecordIsSavedWhateverTheOutcome(t *testing.T) {
	w := intake(t, TalkOnly, decline(), sign("r1", "p"))
	if s, ok := w.Signed(); !ok || s.Outcome != EndNotSigned || !w.Declined() || w.Outcome() != EndNotSigned {
		t.Errorf("%v, %v, declined %v", s, ok, w.Declined())
	}
	w = then(t, w, answer("come", Agree), answer("keep", Agree), nameTyped("Dana"))
	if s, _ := w.Signed(); s.Outcome != EndNotSigned || w.Outcome() != EndSigned {
		t.Errorf("saved is %v, and it ends %q", s, w.Outcome())
	}
	w = then(t, w, sign("r2", "p"))
	if s, _ := w.Signed(); s.Record != "r2" || s.Outcome != EndSigned {
		t.Errorf("saved is %v", s)
	}
}

func TestANameWhoseStatementLostItsAnswerSignsNothing(t *testing.T) {
	_, facts, err := New(smallGuide()).Apply(at, setForm(AllParts), answer("come", Agree), answer("keep", Agree), nameTyped("Dana"))
	if err != nil {
		t.Fatal(err)
	}
	w, _ := Replay(changedGuide(), facts)
	if w.Outcome() != Undecided || w.Name() != "Dana" {
		t.Errorf("it ends %q with the name %q", w.Outcome(), w.Name())
	}
	if _, _, err := w.Apply(at, sign("r", "p")); !errors.Is(err, ErrOpen) {
		t.Errorf("saving it is %v", err)
	}
	if w = then(t, w, answer("come", Agree)); w.Outcome() != Undecided {
		t.Errorf("answered anew and not signed anew, it ends %q", w.Outcome())
	}
	if w = then(t, w, nameTyped("Dana")); w.Outcome() != EndSigned {
		t.Errorf("signed anew, it ends %q", w.Outcome())
	}
}

func TestAnswersGoIntoARecordThatIsSignedOrWhereTheClientWantsIt(t *testing.T) {
	both := []Event{answer("come", Agree), answer("keep", NotNow)}
	for _, test := range []struct {
		name   string
		events []Event
		want   bool
	}{
		{"signed", []Event{nameTyped("Dana")}, true},
		{"not signed", []Event{decline()}, false},
		{"stopped", []Event{end(EndStopped)}, false},
		{"to be continued", []Event{end(EndContinued)}, false},
		{"wanted", []Event{include(AnswersID, true), decline()}, true},
		{"taken back", []Event{include(AnswersID, true), include(AnswersID, false), decline()}, false},
		{"wanted, and asked anew under another practice file", append([]Event{include(AnswersID, true)}, append(intake(t, AllParts).Under("b", ""), decline())...), false},
	} {
		if got := intake(t, AllParts, append(both, test.events...)...).AnswersGoIn(); got != test.want {
			t.Errorf("%s: they go in is %v", test.name, got)
		}
	}
	if _, _, err := after(t, both...).Apply(at, include(AnswersID, true)); err == nil {
		t.Error("a member is asked, too")
	}
}

func TestTheAimIsInTheRecordOnlyIfTheClientWantsIt(t *testing.T) {
	without := form(AllParts)
	without.Aim = " "
	noAim := Event{Kind: SetForm, Form: without}
	for _, test := range []struct {
		name   string
		events []Event
		want   bool
	}{
		{"not asked", nil, false},
		{"wanted", []Event{include(AimID, true)}, true},
		{"taken back", []Event{include(AimID, true), include(AimID, false)}, false},
		{"corrected", []Event{include(AimID, true), setForm(TalkOnly)}, true},
		{"taken away, and given anew", []Event{include(AimID, true), noAim, setForm(AllParts)}, false},
	} {
		if got := intake(t, AllParts, test.events...).Included(AimID); got != test.want {
			t.Errorf("%s: included is %v", test.name, got)
		}
	}
	if _, _, err := intake(t, AllParts, noAim).Apply(at, include(AimID, true)); err == nil {
		t.Error("an aim that there is not is included")
	}
}

func TestWhichCopyTheClientGot(t *testing.T) {
	w := intake(t, AllParts)
	for _, which := range []string{CopyFile, CopyPage, CopyNone, CopyFile} {
		if w = then(t, w, copyGiven(which)); w.CopyGiven() != which {
			t.Errorf("the copy is %q, want %q", w.CopyGiven(), which)
		}
	}
}

func TestWhatOnlyAnIntakeKnowsIsNotPossibleElsewhere(t *testing.T) {
	w := answered(t)
	for _, e := range []Event{flag("one", true), nameTyped("Dana"), nameTyped(""), end(EndStopped), end(Undecided), copyGiven(CopyFile)} {
		if _, facts, err := w.Apply(at, e); !errors.Is(err, ErrNoIntake) || facts != nil {
			t.Errorf("%v: %v, %v", e, facts, err)
		}
	}
	for _, e := range []Event{include(AimID, true), reach(ClientID), reach(PointsID), reach(ClearingID)} {
		if _, facts, err := w.Apply(at, e); err == nil {
			t.Errorf("%v: %v", e, facts)
		}
	}
}

func TestWhatIsNotPossibleInAnIntakeChangesNothing(t *testing.T) {
	w := intake(t, Essentials, answer("come", Agree))
	before := snapshot(w)
	bad := func(change func(*Form)) Event {
		f := form(AllParts)
		change(f)
		return Event{Kind: SetForm, Form: f}
	}
	for _, e := range []Event{
		{Kind: SetForm}, bad(func(f *Form) { f.Reference = "../../x" }), bad(func(f *Form) { f.Parts = "" }),
		bad(func(f *Form) { f.Parts = "some" }), bad(func(f *Form) { f.Run = []Way{"by post"} }), bad(func(f *Form) { f.Run = []Way{Together, Together} }),
		flag("four", true), flag("", true), flag("which again", true), nameTyped("Dana"),
		end("signed"), end("maybe"), copyGiven(""), copyGiven("email"), sign("r", "p"),
		pass(ClientID), pass(TalkID), answer(PointsID, Agree), later(ClearingID),
	} {
		got, facts, err := w.Apply(at, flag("one", true), e)
		if err == nil || facts != nil || snapshot(got) != before {
			t.Errorf("%v: facts %v, error %v", e, facts, err)
		}
	}
}

func TestWhatChangesNothingInAnIntakeLeavesNoFact(t *testing.T) {
	ready := []Event{answer("come", Agree), answer("keep", Agree), nameTyped("Dana")}
	for _, test := range []struct {
		name  string
		done  []Event
		event Event
	}{
		{"the same form", nil, setForm(AllParts)},
		{"flagged twice", []Event{flag("one", true)}, flag("one", true)},
		{"not flagged anyway", nil, flag("one", false)},
		{"the same name", ready, nameTyped("Dana ")},
		{"no name anyway", nil, nameTyped(" ")},
		{"goes on anyway", nil, end(Undecided)},
		{"stopped twice", []Event{end(EndStopped)}, end(EndStopped)},
		{"the same copy", []Event{copyGiven(CopyPage)}, copyGiven(CopyPage)},
		{"declined twice", []Event{decline()}, decline()},
		{"saved twice", []Event{decline(), sign("r", "p")}, sign("r", "p")},
	} {
		w := intake(t, AllParts, test.done...)
		if got, facts, err := w.Apply(at, test.event); err != nil || len(facts) != 0 || snapshot(got) != snapshot(w) {
			t.Errorf("%s: facts %v, error %v", test.name, facts, err)
		}
	}
}

func TestAFormIsKeptAsItCounts(t *testing.T) {
	w := then(t, New(smallGuide()), Event{Kind: SetForm, Form: &Form{
		Reference: " K-102 ", Clinician: "Dr. Lind ", Run: []Way{SupportPerson, Guardian, ByVideo, ReadAloud, ByPhone}, Parts: TalkOnly, Aim: "\n",
	}})
	got, ok := w.Form()
	if !ok || fmt.Sprint(got) != fmt.Sprint(Form{Reference: "K-102", Clinician: "Dr. Lind", Run: []Way{ByPhone, ByVideo, ReadAloud, Guardian, SupportPerson}, Parts: TalkOnly}) {
		t.Errorf("%+v, %v", got, ok)
	}
	got.Run[0] = "else"
	if again, _ := w.Form(); again.Run[0] != ByPhone {
		t.Error("what is handed out can change the walk")
	}
	if form, ok := New(smallGuide()).Form(); ok || form.Reference != "" {
		t.Errorf("a member's walk has the form %+v", form)
	}
}

func TestFactsOfAnIntakeThatCannotBeUsedArePassedOver(t *testing.T) {
	newer := form("of a newer version")
	for _, f := range []Fact{
		{Kind: string(SetForm)},
		{Kind: string(SetForm), Data: Data{Form: newer}},
		{Kind: string(Flag), Subject: "one", Data: Data{Yes: true}},
		{Kind: string(NameTyped), Data: Data{Text: "Dana"}},
		{Kind: string(End), Data: Data{Outcome: string(EndStopped)}},
		{Kind: string(CopyGiven), Data: Data{Text: CopyFile}},
	} {
		if w, _ := Replay(smallGuide(), []Fact{f}); snapshot(w) != snapshot(New(smallGuide())) {
			t.Errorf("%v: the walk is %s", f, snapshot(w))
		}
	}
	before := snapshot(intake(t, AllParts))
	for _, f := range []Fact{
		{Kind: string(SetForm), Data: Data{Form: newer}},
		{Kind: string(Flag), Subject: "four", Data: Data{Yes: true}},
		{Kind: string(End), Data: Data{Outcome: "of a newer version"}},
		{Kind: string(CopyGiven), Data: Data{Text: "of a newer version"}},
	} {
		if w, _ := Replay(intakeGuide(), []Fact{{Kind: string(SetForm), Data: Data{Form: form(AllParts)}}, f}); snapshot(w) != before {
			t.Errorf("%v: the walk is %s", f, snapshot(w))
		}
	}
}

func TestTheIDsOfAnIntakesPagesAreNoneOfAGuide(t *testing.T) {
	g := intakeGuide()
	for i, id := range []string{"client", "talk"} {
		g.Chapters[i].Sections[0].ID = id
	}
	g.Commitment.Statements[0].ID, g.Commitment.Statements[1].ID = "points", "aim"
	if got := keys(then(t, New(g), setForm(AllParts)).Steps()); got != "client page, first, client, which, mine, two, all, second, talk, talk page, commitment, points, aim, points page, signing, countersigning, copy page, closing, clearing page" {
		t.Errorf("steps are %s", got)
	}
}

func TestTheShippedGuideHasAShortIntake(t *testing.T) {
	w := then(t, New(shippedGuide(t)), setForm(Essentials))
	sections := 0
	for _, s := range w.Steps() {
		if s.Kind == Section {
			sections++
		}
	}
	if sections < 5 {
		t.Errorf("the short intake has %d sections: %s", sections, keys(w.Steps()))
	}
}

func TestWhatTheClientDecidedIsNotReplacedByAnEnd(t *testing.T) {
	ready := []Event{answer("come", Agree), answer("keep", Agree), nameTyped("Dana")}
	for _, test := range []struct {
		name   string
		events []Event
		may    bool
	}{
		{"nothing saved", ready, true},
		{"signed", append(ready[:3:3], sign("r", "p")), false},
		{"signed, and a point opened since", append(ready[:3:3], sign("r", "p"), answer("keep", NotNow)), false},
		{"not signed", []Event{decline(), sign("r", "p")}, false},
		{"stopped", []Event{end(EndStopped), sign("r", "p")}, true},
		{"to be continued", []Event{end(EndContinued), sign("r", "p")}, true},
		{"to be continued, then signed", append([]Event{end(EndContinued), sign("r", "p")}, append(ready[:3:3], sign("s", "p"))...), false},
	} {
		w := intake(t, TalkOnly, test.events...)
		before := w.Outcome()
		for _, as := range []Ending{EndStopped, EndContinued} {
			got, _, err := w.Apply(at, end(as))
			if w.MayEndEarly() != test.may || (err == nil) != test.may || err != nil && (!errors.Is(err, ErrSaved) || got.Outcome() != before) {
				t.Errorf("%s: may is %v; ended as %q: %v, %v", test.name, w.MayEndEarly(), as, got.Outcome(), err)
			}
		}
	}
	w := intake(t, TalkOnly, append(ready, sign("r", "p"), answer("keep", NotNow), nameTyped("Dana"), sign("s", "p"))...)
	if s, _ := w.Signed(); s.Record != "s" || s.Outcome != EndSignedOpen {
		t.Errorf("answered and signed again, saved is %v", s)
	}
	if then(t, w, decline()).Outcome() != EndNotSigned || New(smallGuide()).MayEndEarly() {
		t.Error("one cannot decline after signing, or a member's walk can be ended")
	}
}
