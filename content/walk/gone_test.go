package walk

import (
	"slices"
	"testing"

	"firstsession/content"
)

// without is the small guide without what has these ids.
func without(ids ...string) *content.Guide {
	is := func(id string) bool { return slices.Contains(ids, id) }
	g := intakeGuide()
	g.Chapters = slices.DeleteFunc(g.Chapters, func(c content.Chapter) bool { return is(c.ID) })
	for i := range g.Chapters {
		sections := slices.DeleteFunc(slices.Clone(g.Chapters[i].Sections), func(s content.Section) bool { return is(s.ID) })
		for j := range sections {
			asked := slices.Clone(sections[j].Questions)
			sections[j].Questions = slices.DeleteFunc(asked, func(q content.Question) bool { return is(q.ID) })
		}
		g.Chapters[i].Sections = sections
	}
	statements := slices.Clone(g.Commitment.Statements)
	g.Commitment.Statements = slices.DeleteFunc(statements, func(s content.Statement) bool { return is(s.ID) })
	return g
}

func reaches(keys ...string) (events []Event) {
	for _, key := range keys {
		events = append(events, reach(key))
	}
	return events
}

// wentOn is somebody who went on from the first page to a step.
func wentOn(to string) (events []Event) {
	for _, s := range New(intakeGuide()).Steps() {
		if events = append(events, reach(s.Key())); s.Key() == to {
			break
		}
	}
	return events
}

func TestWhereThePlaceIsGoneTheNearestBeforeItIsShown(t *testing.T) {
	for _, c := range []struct {
		name   string
		events []Event
		gone   []string
		at     string
		told   bool
	}{
		{"nothing is gone", wentOn("two"), nil, "two", false},
		{"what was passed is gone", wentOn("two"), []string{"one"}, "two", false},
		{"what is to come is gone", wentOn("two"), []string{"second"}, "two", false},
		{"a section", wentOn("two"), []string{"two"}, "mine", true},
		{"a section and what was asked before it", wentOn("two"), []string{"two", "mine", "which"}, "one", true},
		{"a question", wentOn("which"), []string{"which"}, "one", true},
		{"a reflection", wentOn("mine"), []string{"mine"}, "which", true},
		{"a chapter, at its first page", wentOn("second"), []string{"second"}, "all", true},
		{"a chapter, within it", wentOn("three"), []string{"second"}, "all", true},
		{"the first chapter, within the second", wentOn("three"), []string{"first"}, "three", false},
		{"both chapters but their end", wentOn("keep"), []string{"first", "second"}, "keep", false},
		{"a promise", wentOn("keep"), []string{"keep"}, "come", true},
		{"the promise before, too", wentOn("keep"), []string{"keep", "come"}, content.CommitmentID, true},
		{"a section that was gone back to", append(wentOn("two"), reach("mine")), []string{"mine"}, "which", true},
		{"a chapter that was gone back to", append(wentOn(content.CommitmentID), reach("three")), []string{"second"}, "all", true},
		{"a section that was leapt back to", append(wentOn("come"), reach("one")), []string{"one"}, "come", true},
		{"the only chapter that was seen, but for a leap", reaches("second", "first", "one"), []string{"first"}, "second", true},
		{"another guide between", append(wentOn("one"), reach("mine")), []string{"mine"}, "one", true},
	} {
		_, facts, err := New(intakeGuide()).Apply(at, c.events...)
		if err != nil {
			t.Fatal(err)
		}
		w, _ := Replay(without(c.gone...), facts)
		if w.At().Key() != c.at || w.PlaceGone() != c.told {
			t.Errorf("%s: at %q, told %t; want %q, %t", c.name, w.At().Key(), w.PlaceGone(), c.at, c.told)
		}
		if w = then(t, w, reach(ClosingID)); w.PlaceGone() {
			t.Errorf("%s: it is told again behind another step", c.name)
		}
	}
}

func TestAnIntakeWhosePlaceIsGoneGoesOnAtTheNearest(t *testing.T) {
	later := reaches(CountersignID, ClosingID, ClearingID)
	for _, c := range []struct {
		name   string
		events []Event
		gone   []string
		at     string
		told   bool
	}{
		{"cut off", wentOn("two"), []string{"two"}, "mine", true},
		{"a chapter", wentOn("three"), []string{"second"}, "all", true},
		{"a promise", wentOn("keep"), []string{"keep"}, "come", true},
		{"on the page for the client", reaches(ClientID), []string{"first"}, ClientID, false},
		{"at the end", append(wentOn("keep"), later...), []string{"keep"}, ClearingID, false},
		{"to be continued", slices.Concat(wentOn("two"), []Event{end(EndContinued), reach(CountersignID), sign("r", "p")}, later), []string{"two"}, "mine", true},
		{"to be continued elsewhere", slices.Concat(wentOn("two"), []Event{end(EndContinued), reach(CountersignID), sign("r", "p")}, later), []string{"second"}, "two", false},
	} {
		_, facts, err := New(intakeGuide()).Apply(at, append([]Event{setForm(AllParts)}, c.events...)...)
		if err != nil {
			t.Fatal(err)
		}
		w, _ := Replay(without(c.gone...), facts)
		told := w.PlaceGone()
		if w = then(t, w, w.Resume()...); w.At().Key() != c.at || told != c.told {
			t.Errorf("%s: at %q, told %t; want %q, %t", c.name, w.At().Key(), told, c.at, c.told)
		}
	}
}
