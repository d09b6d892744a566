package tui

import (
	"slices"
	"strings"
	"testing"

	"firstsession/content/walk"
)

// straight goes from the client's page to the first promise.
var straight = inOrder(goTo("commitment"), readOn)

// oneIntake goes from the first promise of an intake to where the next may begin.
var oneIntake = inOrder(answerAll(walk.Agree), sign("Maja"), countersigned, act("The page to print is enough"), readOn,
	act("Clear this intake"), act("Yes, clear it now"), act("Begin a new intake"))

// The sentence that a new record names the one whose place it takes is true.
func TestASecondIntakeOfAReferenceIsAskedWhatItIs(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name   string
		choose deed
		want   string
	}{
		{"the same client", act("The same client: it takes the place of"), "signed: Maja, in the place of another (K-102), countersigned by Dr. Ames"},
		{"another client", act("Another client"), "signed: Maja (K-102), countersigned by Dr. Ames"},
	} {
		t.Run(c.name, func(t *testing.T) {
			clinic := func(t testing.TB) computer { return computer{t: t, home: t.TempDir(), atDesk: true} }
			onBoth(t, clinic, func(t *testing.T, s surface, c2 *computer) {
				inOrder(beginIntake(talkOnly), straight, oneIntake)(s)
				inOrder(beginIntake(talkOnly), sees("This reference has a record", "There is a record with the reference K-102"))(s)
				if len(c2.facts()) != 0 {
					t.Error("something is kept before it is said what the intake is")
				}
				act("Go back to the form")(s)
				inOrder(together, act("Begin the intake"), sees("This reference has a record"))(s)
				inOrder(c.choose, sees("Before we start"), straight, oneIntake)(s)
				first := "signed: Maja (K-102), countersigned by Dr. Ames"
				got := recordLines(c2.records())
				slices.Sort(got)
				want := []string{first, c.want}
				slices.Sort(want)
				compare(t, "records", got, want)
				replaced := 0
				for _, copied := range c2.in("records", "*.txt", "") {
					if strings.Contains(string(c2.bytes(copied)), "takes its place.") {
						replaced++
					}
				}
				if is := strings.Contains(c.want, "in the place of"); is != (replaced == 1) {
					t.Errorf("%d copies say that another record takes its place", replaced)
				}
			})
		})
	}
}
