package walk

import "testing"

func TestAnIntakeThatWasToBeContinuedGoesOnWhereTheClientStopped(t *testing.T) {
	later := []Event{reach(CountersignID), sign("r", "p"), reach(CopyID), reach(ClosingID), reach(ClearingID)}
	for _, test := range []struct {
		name   string
		events []Event
		at     string
		ending Ending
	}{
		{"at a statement", append([]Event{reach("keep"), end(EndContinued)}, later...), "keep", Undecided},
		{"at a page that is left out", append([]Event{reach("three"), end(EndContinued)}, later...), "three", Undecided},
		{"at the first page", append([]Event{end(EndContinued)}, later...), ClientID, Undecided},
		{"on the signing page", append([]Event{reach(SignatureID), end(EndContinued)}, later...), SignatureID, Undecided},
		{"where the end is offered", append([]Event{reach("come"), reach(CountersignID), end(EndContinued)}, later...), "come", Undecided},
		{"after a page was looked at again", append([]Event{reach("come"), end(EndContinued), reach(CountersignID), reach("keep")}, later...), "keep", Undecided},
		{"not saved yet", []Event{reach("come"), end(EndContinued), reach(CountersignID)}, CountersignID, EndContinued},
		{"stopped", append([]Event{reach("come"), end(EndStopped)}, later...), ClearingID, EndStopped},
		{"declined", append([]Event{reach("come"), decline()}, later...), ClearingID, EndNotSigned},
		{"cut off", []Event{reach("come")}, "come", Undecided},
	} {
		w, facts, err := New(intakeGuide()).Apply(at, append([]Event{setForm(TalkOnly)}, test.events...)...)
		if err != nil {
			t.Fatal(err)
		}
		w, _ = Replay(w.Guide(), facts)
		again := then(t, w, w.Resume()...)
		if again.At().Key() != test.at || again.Outcome() != test.ending || len(again.Resume()) > 0 {
			t.Errorf("%s: it goes on at %q and ends %q, want %q, %q", test.name, again.At().Key(), again.Outcome(), test.at, test.ending)
		}
		if !again.MayEndEarly() && test.ending != EndNotSigned {
			t.Errorf("%s: it cannot be ended once more", test.name)
		}
	}
	if events := New(smallGuide()).Resume(); events != nil {
		t.Errorf("a member's walk goes on with %v", events)
	}
}
