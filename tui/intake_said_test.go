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
