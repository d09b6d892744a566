package walk

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// longWalk is a reader who has done much in the shipped guide.
func longWalk(b *testing.B, events int) (Walk, []Fact) {
	b.Helper()
	r := rand.New(rand.NewPCG(1, 1))
	w := New(shippedGuide(b))
	var facts []Fact
	for range events {
		next, more, _ := w.Apply(at, randomEvent(r, w))
		w, facts = next, append(facts, more...)
	}
	return w, facts
}

func BenchmarkApply(b *testing.B) {
	w, _ := longWalk(b, 1000)
	events := []Event{reach("own-pace"), reach("main-message")}
	for i := 0; b.Loop(); i++ {
		var err error
		if w, _, err = w.Apply(at, events[i%2]); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkApplyWhenAQuestionJoins(b *testing.B) {
	w := New(shippedGuide(b))
	for b.Loop() {
		if _, _, err := w.Apply(at, showMe("where-dana-works")); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSteps(b *testing.B) {
	w, _ := longWalk(b, 1000)
	for b.Loop() {
		if len(w.Steps()) == 0 {
			b.Fatal("no steps")
		}
	}
}

func BenchmarkNext(b *testing.B) {
	w, _ := longWalk(b, 1000)
	last := w.Steps()[len(w.Steps())-2]
	for b.Loop() {
		if _, ok := w.Next(last); !ok {
			b.Fatal("no next step")
		}
	}
}

func BenchmarkReplay(b *testing.B) {
	g := shippedGuide(b)
	_, kept := longWalk(b, 5000)
	for _, size := range []int{1_000, 10_000, 100_000} {
		facts := make([]Fact, size)
		for i := range facts {
			facts[i] = kept[i%len(kept)]
			facts[i].Seq = i + 1
			if facts[i].Kind == string(TakeNote) {
				facts[i].Subject = fmt.Sprintf("n%d", i)
			}
		}
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			for b.Loop() {
				Replay(g, facts)
			}
		})
	}
}
