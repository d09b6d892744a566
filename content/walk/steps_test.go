package walk

import (
	"strings"
	"testing"
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

func TestAQuestionThatWasMissedOrShownIsOfferedOnceMoreAtTheEndOfItsChapter(t *testing.T) {
	const before, end = "first, one, which, mine, two, all, ", "second, three, commitment, come, keep, signing, closing"
	for _, test := range []struct {
		name   string
		events []Event
		want   string
	}{
		{"right at once", []Event{choose("which", 1)}, ""},
		{"missed and not done", []Event{choose("which", 0)}, ""},
		{"right at the second try", []Event{choose("which", 0), choose("which", 1)}, "which again, "},
		{"shown", []Event{showMe("which")}, "which again, "},
		{"left for later", []Event{later("which")}, ""},
		{"not all chosen", []Event{choose("all", 0), choose("all", 0, 2)}, "all again, "},
		{"two, in the guide's order", []Event{showMe("all"), showMe("which")}, "which again, all again, "},
		{"stays when done again", []Event{showMe("all"), choose("all again", 0, 2)}, "all again, "},
		{"missed again", []Event{showMe("all"), choose("all again", 1), showMe("all again")}, "all again, "},
	} {
		if got := keys(after(t, test.events...).Steps()); got != before+test.want+end {
			t.Errorf("%s: steps are %s", test.name, got)
		}
	}
}
