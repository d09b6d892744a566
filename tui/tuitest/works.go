package tuitest

import (
	"reflect"
	"testing"

	"firstsession/tui/keys"
	"firstsession/tui/screen"
)

// CheckKeysWork fails the test for a key that the screen shows and that does
// nothing: no action is asked for, and nothing looks different afterwards.
func (s *Stage) CheckKeysWork(t testing.TB) {
	t.Helper()
	before := s.Screen.View()
	for _, binding := range s.Screen.Keys() {
		for _, key := range binding.Keys {
			after, action := s.Screen.Update(keys.Press(key))
			if action == nil && looksAlike(before, after.View()) {
				t.Errorf("%q is shown as %q and does nothing", key, binding.Does)
			}
		}
	}
}

// looksAlike compares all of two views but what a click would do.
func looksAlike(a, b screen.View) bool {
	a.Targets, b.Targets = nil, nil
	return reflect.DeepEqual(a, b)
}
