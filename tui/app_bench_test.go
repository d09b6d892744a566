package tui

import (
	"testing"

	"firstsession/tui/tuitest"
)

// BenchmarkScrollKey is a key that scrolls a line, from the message to the
// view.
func BenchmarkScrollKey(b *testing.B) {
	s := newSession(b, 100, 14)
	s.press("enter", "space")
	keys := tuitest.Messages("down", "up")
	for i := 0; b.Loop(); i++ {
		s.model, _ = s.model.Update(keys[i%2])
		s.model.View()
	}
}

// BenchmarkStepKey is a key that goes on or back a step, with its facts on the
// disk.
func BenchmarkStepKey(b *testing.B) {
	s := newSession(b, 100, 30)
	s.press("enter")
	keys := tuitest.Messages("space", "left")
	for i := 0; b.Loop(); i++ {
		s.model, _ = s.model.Update(keys[i%2])
		s.model.View()
	}
}
