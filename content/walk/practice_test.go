package walk

import (
	"testing"

	"firstsession/content"
)

// under is the small guide of an intake, with a text and a practice file by
// their codes.
func under(revision, practice string) *content.Guide {
	g := intakeGuide()
	g.Revision, g.PracticeCode = revision, practice
	return g
}

// signedUnder are the facts of an intake in which the client has signed.
func signedUnder(t *testing.T, g *content.Guide, more ...Event) []Fact {
	t.Helper()
	f := form(AllParts)
	f.Practice = g.PracticeCode
	events := []Event{
		{Kind: SetForm, Form: f}, takeNote("one", "Mine"), flag("one", true), reach("come"), answer("come", Agree), answer("keep", TalkFirst),
		reach(SignatureID), nameTyped("Dana"), reach(CountersignID),
	}
	_, facts, err := New(g).Apply(at, append(events, more...)...)
	if err != nil {
		t.Fatal(err)
	}
	return facts
}

func TestUnderAnotherPracticeFileThePromisesAreAskedAnew(t *testing.T) {
	for _, more := range [][]Event{nil, {decline()}, {sign("r", "p"), reach(CopyID)}} {
		facts := signedUnder(t, under("t", "a"), more...)
		w, _ := Replay(under("t", "b"), facts)
		w, added, err := w.Apply(at, w.Under("b", "tuesday")...)
		if err != nil {
			t.Fatal(err)
		}
		again, _ := Replay(under("t", "b"), append(facts, added...))
		for _, w := range []Walk{w, again} {
			form, _ := w.Form()
			if form.Practice != "b" || w.Outcome() != Undecided || w.Name() != "" || w.Declined() || len(w.Open()) != 2 || w.At().ID != content.CommitmentID {
				t.Errorf("it ends %q under %q with the name %q and %d open, at %v", w.Outcome(), form.Practice, w.Name(), len(w.Open()), w.At())
			}
			if len(w.Notes()) != 1 || !w.IsFlagged("one") {
				t.Error("a note or a mark is lost")
			}
			if _, saved := w.Saved(); saved {
				t.Error("what is asked anew is called saved")
			}
		}
		if w = then(t, again, answer("come", Agree), answer("keep", Agree), nameTyped("Dana")); w.Outcome() != EndSigned {
			t.Errorf("signed anew, it ends %q", w.Outcome())
		}
	}
}

func TestASignatureFallsWithTheTextThatItStandsFor(t *testing.T) {
	facts := signedUnder(t, under("old", "a"))
	w, _ := Replay(under("old", "a"), facts)
	if w.Lapsed() || w.Outcome() != EndSignedOpen {
		t.Fatalf("under the same text it ends %q", w.Outcome())
	}
	w, _ = Replay(under("new", "a"), facts)
	if !w.Lapsed() || w.Outcome() != Undecided {
		t.Errorf("under another text it ends %q", w.Outcome())
	}
	if events := w.Resume(); len(events) != 1 || events[0].Subject != SignatureID {
		t.Errorf("it goes on with %v", events)
	}
	if w = then(t, w, nameTyped("Dana")); w.Lapsed() || w.Outcome() != EndSignedOpen {
		t.Errorf("signed anew, it ends %q", w.Outcome())
	}
	saved := signedUnder(t, under("old", "a"), sign("r", "p"))
	w, _ = Replay(under("new", "a"), saved)
	if _, ok := w.Saved(); !ok || w.Lapsed() {
		t.Error("a record that was saved is not called so under another text")
	}
	if w = then(t, w, answer("keep", Agree)); !w.Lapsed() || w.Outcome() != Undecided {
		t.Errorf("answered anew under another text, it ends %q", w.Outcome())
	}
}

func TestAMembersSignatureIsOfThePromisesThatWereAsked(t *testing.T) {
	_, facts, err := New(smallGuide()).Apply(at, answer("come", Agree), answer("keep", Agree), sign("r", "p"))
	if err != nil {
		t.Fatal(err)
	}
	if w, _ := Replay(smallGuide(), facts); w.Lapsed() || w.State(3) != Done {
		t.Error("nothing has changed, and it is not signed")
	}
	w, _ := Replay(changedGuide(), facts)
	if _, there := w.Signed(); !w.Lapsed() || w.State(3) == Done || !there {
		t.Error("a promise has changed, and all is signed")
	}
	if w = then(t, w, answer("come", Agree)); !w.Lapsed() {
		t.Error("an answer signs")
	}
	if w = then(t, w, sign("r2", "p")); w.Lapsed() || w.State(3) != Done {
		t.Error("it cannot be signed anew")
	}
}
