package page

import (
	"testing"

	"firstsession/content/guidetest"
	"firstsession/content/walk"
)

func TestEachKindOfStepHasAPage(t *testing.T) {
	s := State{Walk: walk.New(guidetest.Shipped(t, "en"))}
	for _, kind := range walk.Kinds() {
		step := walk.Step{Kind: kind, ID: s.Walk.Steps()[0].ID, Chapter: 1}
		if ofKind(step, s) == nil {
			t.Errorf("%s has none", kind)
		}
	}
}
