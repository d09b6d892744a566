package tui

import (
	"errors"
	flags "flag" // a flag is something else in these tests
	"fmt"
	"math/rand/v2"
	"testing"

	"firstsession/content"
)

// everyVariant is set before the fault tests are changed, and for a release. An
// ordinary run takes one at each operation, since all take two minutes.
var everyVariant = flags.Bool("every-variant", false, "try all variants of a fault at each operation of the disk, not one of them, and all intakes of a month")

// everyOperation calls a test for each operation of the disk in a whole walk, a
// member's and an intake, and for variants of a fault there, drawn by lot so
// that no kind of operation always meets the same.
func everyOperation(t *testing.T, variants int, run func(f *faulty, operation, variant int)) {
	t.Parallel()
	guide := shortGuide(t)
	for who, atDesk := range map[string]bool{"a walk": false, "an intake": true} {
		t.Run(who, func(t *testing.T) {
			t.Parallel()
			found := map[string]bool{}
			for n := range operations(t, guide, atDesk) {
				drawn := rand.New(rand.NewPCG(uint64(n), 0)).Perm(variants)
				if !*everyVariant {
					drawn = drawn[:1]
				}
				for _, variant := range drawn {
					t.Run(fmt.Sprintf("operation %d, variant %d", n+1, variant), func(t *testing.T) {
						f := newFaulty(t, guide, atDesk)
						f.found = found
						run(f, n+1, variant)
					})
				}
			}
		})
	}
}

// operations is how many the disk has to do for a whole walk.
func operations(t *testing.T, guide *content.Guide, atDesk bool) int {
	t.Helper()
	f := newFaulty(t, guide, atDesk)
	f.start()
	f.goesOn()
	n := f.fake.Count()
	if !f.isDone() {
		t.Fatalf("without a fault it ends at %+v", f.visit().Step())
	}
	f.leave()
	f.comesBack()
	return n
}

func TestACrashAnywhereLosesNothingThatWasOnTheDisk(t *testing.T) {
	everyOperation(t, 5, func(f *faulty, operation, seed int) {
		f.fake.CrashAt(operation)
		f.start()
		f.goesOn()
		f.fake.Restart(uint64(seed))
		f.comesBack()
	})
}

func TestARefusalAnywhereLosesNothingThatWasOnTheDisk(t *testing.T) {
	widths := []int{1, 2, 1000}
	everyOperation(t, 2*len(widths), func(f *faulty, operation, variant int) {
		width, seed := widths[variant/2], variant%2
		f.fake.Refuse(func(n int) error {
			if n >= operation && n < operation+width {
				return errors.New("input/output error")
			}
			return nil
		})
		f.start()
		f.goesOn()
		f.goesOn() // what failed is tried once more
		f.leave()
		if seed > 0 { // and then the power is cut
			f.fake.Restart(0)
		}
		f.fake.Refuse(nil)
		f.comesBack()
	})
}

func TestADiskThatFillsUpAnywhereLosesNothing(t *testing.T) {
	spaces := []int{0, 40, 700}
	everyOperation(t, len(spaces), func(f *faulty, operation, variant int) {
		f.fake.Refuse(func(n int) error {
			if n == operation {
				f.fake.Fill(spaces[variant])
			}
			return nil
		})
		f.start()
		f.goesOn()
		room := operation%2 == 0 // again while the program runs
		if room {
			f.fake.Fill(-1)
			f.goesOn()
		}
		f.leave()
		if room && (!f.isDone() || len(f.told) < len(f.visit().Facts)) {
			f.t.Fatalf("with room again it is at %+v, %v", f.visit().Step(), f.visit().Unkept())
		}
		f.fake.Fill(-1)
		f.comesBack()
	})
}
