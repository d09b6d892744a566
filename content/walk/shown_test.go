package walk

import (
	"slices"
	"testing"

	"firstsession/content"
)

// Whoever signs has been shown what to do in danger, what holds for the group,
// and what the therapist may have to tell, however short the way is.
func TestWhatEveryoneIsShownIsInEveryWayThroughTheGuide(t *testing.T) {
	shown := []string{content.YourGroupID, "not-emergency", "limits-of-privacy"}
	g := intakeGuide()
	for _, id := range shown {
		last := len(g.Chapters) - 1
		g.Chapters[last].Sections = append(g.Chapters[last].Sections, content.Section{ID: id, Heading: id})
	}
	for _, parts := range []Parts{AllParts, Essentials, TalkOnly} {
		w, _, err := New(g).Apply(at, Event{Kind: SetForm, Form: form(parts)})
		if err != nil {
			t.Fatal(err)
		}
		for _, id := range shown {
			if !slices.ContainsFunc(w.Steps(), func(s Step) bool { return s.ID == id }) {
				t.Errorf("%s leaves %s out", parts, id)
			}
		}
	}
}

func TestAnotherGroupAsksThePromisesAnew(t *testing.T) {
	group := func(id string) Event { return Event{Kind: SetGroup, Subject: id} }
	w, facts, err := New(intakeGuide()).Apply(at, group("tuesday"), answer("come", Agree), group("tuesday"), group("dbt"))
	if err != nil || len(facts) != 3 {
		t.Fatalf("%v, %+v", err, facts)
	}
	again, _ := Replay(intakeGuide(), facts)
	for _, w := range []Walk{w, again} {
		if w.Group() != "dbt" || w.Answer("come") != Unanswered {
			t.Errorf("of %q, the answer is %q", w.Group(), w.Answer("come"))
		}
	}
	if GroupOf(facts) != "dbt" || GroupOf(nil) != "" {
		t.Errorf("%q", GroupOf(facts))
	}
}
