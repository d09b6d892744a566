package tui

import (
	"errors"
	"fmt"
	"testing"

	"firstsession/content"
	"firstsession/content/walk"
)

// operations is how many the disk has to do for a whole walk.
func operations(t *testing.T, guide *content.Guide) int {
	t.Helper()
	f := newFaulty(t, guide)
	f.start()
	f.goOn()
	f.leave()
	f.comesBack()
	if at := f.visit.Walk.At(); at.Kind != walk.Closing {
		t.Fatalf("without a fault the walk ends at %+v", at)
	}
	f = newFaulty(t, guide)
	f.start()
	f.goOn()
	return f.fake.Count()
}

func TestACrashAnywhereInAWalkLosesNothingThatWasOnTheDisk(t *testing.T) {
	guide := shortGuide(t)
	for n := 1; n <= operations(t, guide); n++ {
		for seed := range uint64(5) {
			t.Run(fmt.Sprintf("operation %d, seed %d", n, seed), func(t *testing.T) {
				f := newFaulty(t, guide)
				f.fake.CrashAt(n)
				f.start()
				f.goOn()
				f.fake.Restart(seed)
				f.comesBack()
			})
		}
	}
}

func TestARefusalAnywhereInAWalkLosesNothingThatWasOnTheDisk(t *testing.T) {
	guide := shortGuide(t)
	for n := 1; n <= operations(t, guide); n++ {
		for _, width := range []int{1, 2, 1000} {
			for seed := range uint64(2) {
				t.Run(fmt.Sprintf("%d from operation %d, seed %d", width, n, seed), func(t *testing.T) {
					f := newFaulty(t, guide)
					f.fake.Refuse(func(operation int) error {
						if operation >= n && operation < n+width {
							return errors.New("input/output error")
						}
						return nil
					})
					f.start()
					f.goOn()
					f.goOn() // to sign is tried once more
					f.leave()
					if seed > 0 { // and then the power is cut
						f.fake.Restart(seed - 1)
					}
					f.fake.Refuse(nil)
					f.comesBack()
				})
			}
		}
	}
}

func TestADiskThatFillsUpAnywhereInAWalkLosesNothing(t *testing.T) {
	guide := shortGuide(t)
	for n := 1; n <= operations(t, guide); n++ {
		for _, space := range []int{0, 40, 700} {
			t.Run(fmt.Sprintf("from operation %d, for %d bytes more", n, space), func(t *testing.T) {
				f := newFaulty(t, guide)
				f.fake.Refuse(func(operation int) error {
					if operation == n {
						f.fake.Fill(space)
					}
					return nil
				})
				f.start()
				f.goOn()
				room := n%2 == 0 // there is room again while the program runs
				if room {
					f.fake.Fill(-1)
					f.goOn()
				}
				f.leave()
				if room && (len(f.told) < len(f.visit.Facts) || f.visit.Walk.At().Kind != walk.Closing) {
					t.Fatalf("with room again it is at %+v, %v", f.visit.Walk.At(), f.visit.Unkept)
				}
				f.fake.Fill(-1)
				f.comesBack()
			})
		}
	}
}
