package tui

import (
	"strings"
	"testing"
)

// atDeskInLines is a clinician who goes by lines.
func atDeskInLines(t *testing.T) *lineReader {
	t.Helper()
	return beginLines(computer{t: t, home: t.TempDir(), atDesk: true})
}

func TestAMarkIsSaidAsItIsAfterwards(t *testing.T) {
	r := atDeskInLines(t)
	inOrder(beginIntake(essentials), goTo("own-pace"), flag, toTalk)(r)
	number := r.number(byLabel(r, "Common myths: Will I have to tell everything?"))
	for _, want := range []string{"(not ticked)", "(ticked)", "(not ticked)"} {
		r.types("%d", number)
		if first, _, _ := strings.Cut(r.heard, "\n\n"); !strings.Contains(first, want) {
			t.Fatalf("%q is not said in\n%s", want, r.heard)
		}
	}
}

func TestWhatIsNoAnswerOnTheFormIsForItsFirstEmptyField(t *testing.T) {
	r := atDeskInLines(t)
	if !strings.Contains(r.heard, "the note for you (clinician note)") {
		t.Errorf("how a note is seen is not said on the form\n%s", r.heard)
	}
	for _, label := range []string{"Reference for the client", "Your name, clinician"} {
		r.types("K-102 x")
		if want := "“" + label + "”, type"; !strings.Contains(r.heard, want) {
			t.Errorf("%s is not where it is to be written in\n%s", want, r.heard)
		}
		fill(label, "K-102")(r)
	}
	if r.types("K-102 x"); strings.Contains(r.heard, "To write it into") {
		t.Errorf("what may stay empty is to be filled in\n%s", r.heard)
	}
}

func TestAnAimIsCalledOneWhereItIsCovered(t *testing.T) {
	r := atDeskInLines(t)
	inOrder(fillID("aim", "To be less alone"), beginIntake(talkOnly), pastShown, toTalk)(r)
	if !strings.Contains(r.heard, "The client’s own aim, in their words") || strings.Contains(r.heard, "Notes for my therapist") {
		t.Errorf("the talk calls it something else\n%s", r.heard)
	}
}

func TestOnceTheIntakeIsClearedNothingIsAskedOnceMore(t *testing.T) {
	r := atDeskInLines(t)
	inOrder(toPromises, endIntake, act("It stops here"), act("Save without a countersignature"), act("The page to print is enough"), readOn)(r)
	r.types("clear")
	if !strings.Contains(r.heard, "Please look once more") {
		t.Fatalf("it does not ask once more\n%s", r.heard)
	}
	r.types("clear")
	if strings.Contains(r.heard, "Please look once more") || !strings.Contains(r.heard, "The last intake is cleared") {
		t.Fatalf("what was done is not said\n%s", r.heard)
	}
}
