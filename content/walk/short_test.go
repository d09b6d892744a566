package walk

import (
	"testing"

	"firstsession/content"
	"firstsession/content/guidetest"
)

// essentialGuide is smallGuide, of which the first section matters most.
func essentialGuide() *content.Guide {
	g := smallGuide()
	g.Chapters[0].Sections[0].Essential = true
	return g
}

func TestTheShortWayGoesThroughWhatIsEssentialAndLosesNothing(t *testing.T) {
	const whole = "first, one, which, mine, two, all, second, three, commitment, come, keep, signing, closing"
	short := Event{Kind: GoShort, Yes: true}
	w, facts, err := New(essentialGuide()).Apply(at, choose("all", 0), short)
	if err != nil {
		t.Fatal(err)
	}
	const want = "first, one, which, mine, commitment, come, keep, signing, closing"
	if got := keys(w.Steps()); got != want || !w.Short() {
		t.Errorf("the short way is %s, want %s", got, want)
	}
	if w.State(2) != LeftOut || w.State(1) == LeftOut {
		t.Errorf("the chapters are %v and %v", w.State(1), w.State(2))
	}
	again, _ := Replay(essentialGuide(), facts)
	if got := keys(again.Steps()); got != want || !again.Short() {
		t.Errorf("after a restart it is %s", got)
	}
	if _, more, err := w.Apply(at, short); err != nil || len(more) > 0 {
		t.Errorf("chosen again it leaves %v, %v", more, err)
	}
	w = then(t, w, Event{Kind: GoShort})
	if !w.Tries("all").Missed {
		t.Error("what was answered is lost")
	}
	if w = then(t, w, choose("all", 0, 2)); w.Short() {
		t.Error("it is still short")
	}
	if got := keys(New(essentialGuide()).Steps()); got != whole {
		t.Errorf("the whole way is %s", got)
	}
}

func TestTheShortWayAsksOnlyWhatIsMarkedWhereAGuideMarksQuestions(t *testing.T) {
	g := essentialGuide()
	g.Chapters[0].Sections[0].Questions[1].Essential = true
	const want = "first, one, mine, commitment, come, keep, signing, closing"
	if got := keys(then(t, New(g), Event{Kind: GoShort, Yes: true}).Steps()); got != want {
		t.Errorf("the short way is %s, want %s", got, want)
	}
}

func TestTheStepThatOneIsAtStaysOnTheShortWay(t *testing.T) {
	w := then(t, New(essentialGuide()), reach("three"), Event{Kind: GoShort, Yes: true})
	if w.At().ID != "three" {
		t.Errorf("it is at %v", w.At())
	}
	if next, ok := w.Next(w.At()); !ok || next.ID != "commitment" {
		t.Errorf("next is %v", next)
	}
}

func TestAnIntakeHasNoShortWayButThatOfItsForm(t *testing.T) {
	w := then(t, New(essentialGuide()), setForm(AllParts))
	if _, _, err := w.Apply(at, Event{Kind: GoShort, Yes: true}); err == nil {
		t.Error("it goes the short way")
	}
}

func TestMinutesAreThoseOfWhatIsLeft(t *testing.T) {
	guide := guidetest.Shipped(t, "en")
	w := New(guide)
	whole, chapters := w.Minutes(0, Reading), 0
	for n := 1; n <= w.Chapters(); n++ {
		chapters += w.Minutes(n, Reading)
	}
	if whole != chapters {
		t.Errorf("all chapters take %d minutes, one by one %d", whole, chapters)
	}
	if heard := w.Minutes(0, Listening); heard <= whole {
		t.Errorf("to hear it takes %d minutes, and to read it %d", heard, whole)
	}
	if short := w.ShortMinutes(Reading); short < 10 || short > 17 {
		t.Errorf("the short way takes %d minutes", short)
	}
	before := w.Minutes(1, Reading)
	for _, section := range guide.Chapters[0].Sections {
		w = then(t, w, pass(section.ID))
	}
	if after := w.Minutes(1, Reading); after >= before {
		t.Errorf("with all sections read, %d of %d minutes are left", after, before)
	}
}

func TestAChapterThatTheShortWayLeavesOutIsWholeForWhoLooksIntoIt(t *testing.T) {
	short := Event{Kind: GoShort, Yes: true}
	w := then(t, New(essentialGuide()), short, reach("second"))
	if next, _ := w.Next(w.At()); next.ID != "three" {
		t.Errorf("next is %v", next)
	}
	w = then(t, w, reach("three"))
	if next, _ := w.Next(w.At()); next.ID != "commitment" {
		t.Errorf("behind it is %v", next)
	}
	w = then(t, w, reach("commitment"))
	if before, _ := w.Previous(w.At()); before.ID != "mine" || w.State(2) != LeftOut {
		t.Errorf("it is part of the way now: %v comes before", before)
	}
}
