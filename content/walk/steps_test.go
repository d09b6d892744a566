package walk

import (
	"slices"
	"strings"
	"testing"

	"firstsession/content"
)

// keys writes a list of steps as their keys.
func keys(steps []Step) string {
	var all []string
	for _, s := range steps {
		all = append(all, s.Key())
	}
	return strings.Join(all, ", ")
}

func TestAWalkGoesThroughTheChaptersAndEndsWithTheCommitment(t *testing.T) {
	const want = "first, one, which, mine, two, all, second, three, commitment, come, keep, signing, closing"
	if got := keys(New(smallGuide()).Steps()); got != want {
		t.Errorf("steps are %s, want %s", got, want)
	}
}

func TestAQuestionThatWasMissedShownOrLeftIsOfferedOnceMoreAtTheEndOfItsChapter(t *testing.T) {
	const before, end = "first, one, which, mine, two, all, ", "second, three, commitment, come, keep, signing, closing"
	const recap = "recap page, " // before the promises, while a question is open
	for _, test := range []struct {
		name   string
		events []Event
		want   string
	}{
		{"right at once", []Event{choose("which", 1)}, ""},
		{"missed and not done", []Event{choose("which", 0)}, recap},
		{"right at the second try", []Event{choose("which", 0), choose("which", 1)}, "which again, "},
		{"shown", []Event{showMe("which")}, "which again, "},
		{"left for later", []Event{later("which")}, "which again, " + recap},
		{"left for later, and found where it stands first", []Event{later("which"), choose("which", 1)}, ""},
		{"left for later, and found when it came back", []Event{later("which"), choose("which again", 0)}, "which again, "},
		{"left for later twice", []Event{later("which"), later("which again"), choose("which", 1)}, "which again, "},
		{"left for later, and found while it is shown again", []Event{later("which"), reach("which again"), choose("which", 1)}, "which again, "},
		{"gone on from there", []Event{later("which"), reach("which again"), choose("which", 1), reach("three")}, ""},
		{"not all chosen", []Event{choose("all", 0), choose("all", 0, 2)}, "all again, "},
		{"two, in the guide's order", []Event{showMe("all"), showMe("which")}, "which again, all again, "},
		{"stays when done again", []Event{showMe("all"), choose("all again", 1, 2)}, "all again, "},
		{"missed again", []Event{showMe("all"), choose("all again", 0), showMe("all again")}, "all again, "},
	} {
		again, recapped := strings.CutSuffix(test.want, recap)
		want := before + again + end
		if recapped {
			want = strings.Replace(want, "commitment", recap+"commitment", 1)
		}
		if got := keys(after(t, test.events...).Steps()); got != want {
			t.Errorf("%s: steps are %s", test.name, got)
		}
	}
}

// answered is a walk in which every statement has an answer.
func answered(t *testing.T) Walk {
	return after(t, answer("come", Agree), answer("keep", NotNow))
}

func TestNextAndPreviousFollowTheList(t *testing.T) {
	missed := then(t, answered(t), showMe("which"))
	for _, w := range []Walk{answered(t), missed} {
		steps := w.Steps()
		for i, s := range steps {
			if next, ok := w.Next(s); ok != (i+1 < len(steps)) || ok && next != steps[i+1] {
				t.Errorf("after %s comes %s, %v", s.Key(), next.Key(), ok)
			}
			if previous, ok := w.Previous(s); ok != (i > 0) || ok && previous != steps[i-1] {
				t.Errorf("before %s comes %s, %v", s.Key(), previous.Key(), ok)
			}
		}
	}
}

func TestAStepThatIsNotInTheWalkHasNoNeighbours(t *testing.T) {
	w := New(smallGuide())
	for _, s := range []Step{{}, {Kind: Question, ID: "which", Chapter: 1, Again: true}, {Kind: Section, ID: "four", Chapter: 1}} {
		if next, ok := w.Next(s); ok {
			t.Errorf("after %v comes %v", s, next)
		}
		if previous, ok := w.Previous(s); ok {
			t.Errorf("before %v comes %v", s, previous)
		}
	}
}

func TestEveryStepCanBeComeToWhateverIsOpen(t *testing.T) {
	w := New(smallGuide())
	for _, s := range w.Steps() {
		if _, _, err := w.Apply(at, reach(s.Key())); err != nil {
			t.Errorf("%s can be reached: %v", s.Key(), err)
		}
	}
}

func TestNobodyIsLedBackToAStatementWithoutAnAnswer(t *testing.T) {
	for _, events := range [][]Event{nil, {answer("keep", Agree)}, {answer("come", TalkFirst), answer("keep", NotNow)}} {
		w := after(t, events...)
		last, _ := w.Find("keep")
		if next, ok := w.Next(last); !ok || next.Kind != Signature {
			t.Errorf("after %v, next is %q", events, next.Key())
		}
	}
}

func TestAStatementWithoutAnAnswerDoesNotHoldUpTheNext(t *testing.T) {
	w := New(smallGuide())
	come, _ := w.Find("come")
	if next, _ := w.Next(come); next.Key() != "keep" {
		t.Errorf("next is %q", next.Key())
	}
}

func TestOneIsWhereOneWasLast(t *testing.T) {
	for _, test := range []struct {
		events []Event
		at     string
	}{
		{nil, "first"},
		{[]Event{reach("first")}, "first"},
		{[]Event{reach("first"), pass("first"), reach("one")}, "one"},
		{[]Event{reach("three"), reach("two")}, "two"},
		{[]Event{reach("two"), choose("which", 1), takeNote("one", "Ask.")}, "two"},
		{[]Event{showMe("which"), reach("which again")}, "which again"},
	} {
		if got := after(t, test.events...).At().Key(); got != test.at {
			t.Errorf("after %v one is at %q, want %q", test.events, got, test.at)
		}
	}
}

func TestAStepIsFoundByItsKey(t *testing.T) {
	w := after(t, showMe("which"))
	for _, s := range w.Steps() {
		if got, ok := w.Find(s.Key()); !ok || got != s {
			t.Errorf("%q is %v, %v", s.Key(), got, ok)
		}
	}
	for _, key := range []string{"", "four", "all again", "one again", "mine again", "which again again", " again"} {
		if s, ok := w.Find(key); ok {
			t.Errorf("%q is %v", key, s)
		}
	}
}

func TestStepsAreCountedAmongTheirKindInTheirChapter(t *testing.T) {
	w := after(t, showMe("all"))
	for _, test := range []struct {
		key   string
		n, of int
	}{
		{"first", 0, 0},
		{"one", 1, 2},
		{"which", 1, 2},
		{"mine", 1, 1},
		{"two", 2, 2},
		{"all", 2, 2},
		{"all again", 1, 1},
		{"three", 1, 1},
		{"commitment", 0, 0},
		{"come", 1, 2},
		{"keep", 2, 2},
		{"signing", 0, 0},
		{"closing", 0, 0},
	} {
		s, _ := w.Find(test.key)
		if n, of := w.Position(s); n != test.n || of != test.of {
			t.Errorf("%s is %d of %d, want %d of %d", test.key, n, of, test.n, test.of)
		}
	}
	if n, of := w.Position(Step{Kind: Section, ID: "four", Chapter: 1}); n != 0 || of != 0 {
		t.Errorf("a step that is not there is %d of %d", n, of)
	}
}

func TestTheCommitmentIsTheLastChapter(t *testing.T) {
	w := New(smallGuide())
	if w.Chapters() != 3 {
		t.Errorf("there are %d chapters", w.Chapters())
	}
	for n, want := range []struct{ title, first string }{{}, {"First", "first"}, {"Second", "second"}, {"Asked", "commitment"}, {}} {
		if title, first := w.ChapterTitle(n), w.First(n).Key(); title != want.title || first != want.first {
			t.Errorf("chapter %d is %q and begins with %q", n, title, first)
		}
	}
}

func TestAWalkWithoutAGuideHasNothingToShowAndDoesNotPanic(t *testing.T) {
	var zero Walk
	if s, ok := zero.Find("one"); ok || zero.At() != (Step{}) || zero.First(1) != (Step{}) || zero.Chapters() != 0 || zero.Open() != nil {
		t.Errorf("the zero walk has %v", s)
	}
	if _, _, err := zero.Apply(at, sign("r", "p")); err == nil {
		t.Error("the zero walk can be signed")
	}
	if got := keys(New(nil).Steps()); got != "commitment, signing, closing" {
		t.Errorf("steps of no guide are %s", got)
	}
}

func TestNoTwoStepsShareAKeyWhateverTheGuide(t *testing.T) {
	g := smallGuide()
	g.Chapters[1].Sections[0].ID = "one"
	g.Commitment.Statements[1].ID = "first"
	if got := keys(New(g).Steps()); got != "first, one, which, mine, two, all, second, commitment, come, signing, closing" {
		t.Errorf("steps are %s", got)
	}
}

func TestAQuestionComesBackAboutItsSecondSceneOrInAnotherOrder(t *testing.T) {
	second := content.Question{ID: "which-2", Prompt: "And here?", Options: []content.Option{{Text: "Yes", Right: true}, {Text: "No"}}}
	g := smallGuide()
	g.Chapters[0].Sections[0].Questions[0].Second = &second
	w := then(t, New(g), showMe("which"), showMe("all"))
	for key, want := range map[string][]string{
		"which": {"This", "That", "Other"}, "which again": {"Yes", "No"},
		"all": {"Up", "Down", "Left"}, "all again": {"Down", "Left", "Up"},
	} {
		step, ok := w.Find(key)
		if !ok {
			t.Fatalf("%s is no step", key)
		}
		var texts []string
		for _, option := range w.Question(step).Options {
			texts = append(texts, option.Text)
		}
		if !slices.Equal(texts, want) {
			t.Errorf("%s has the options %q, want %q", key, texts, want)
		}
	}
	if w = then(t, w, choose("which again", 0)); !w.Tries("which again").Done {
		t.Error("the second scene is not graded by its own options")
	}
}
