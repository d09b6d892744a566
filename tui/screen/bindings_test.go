package screen_test

import (
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"firstsession/content/guidetest"
	"firstsession/content/page"
	"firstsession/content/visit"
	"firstsession/content/walk"
	"firstsession/tui/keys"
	"firstsession/tui/screen"
	"firstsession/tui/theme"
)

// The footer shows fewer keys than there are: behind one name, several may do
// the same. So this is asked of the bindings, at each place of each step and of
// each page beside the walk.
func TestNoKeyMeansTwoThings(t *testing.T) {
	guide := guidetest.Shipped(t, "en")
	v := visit.New(visit.Options{
		World: page.World{Private: true}, Walk: walk.New(guide), Keeper: visit.Nobody(), Now: func() time.Time { return time.Unix(0, 0).UTC() },
	})
	m := screen.New(v, theme.HighContrast(), true)
	v.Start(visit.Found{})
	for _, size := range [][2]int{{80, 24}, {40, 12}, {120, 40}} {
		m.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		everyPlace(t, m)
	}
	m.Update(keys.Press("enter"))
	at := walk.Step{}
	for range 500 {
		if step := v.Step(); step != at {
			at = step
			everyPlace(t, m)
		}
		if at.ID == "bens-brother" { // with a rule to read again, and something to tick
			for _, beside := range []page.Meaning{page.Chapters, page.Search, page.Glossary, page.Note, page.Keys, page.HelpNow, page.Rule} {
				v.Do(beside, "")
				everyPlace(t, m)
			}
			for v.Step() != at {
				v.Do(page.Back, "")
			}
		}
		onward(v)
	}
	if at.Kind != walk.Closing {
		t.Errorf("the walk ends at %+v", at)
	}
}

// everyPlace goes through all places of a page and back to where it was.
func everyPlace(t *testing.T, m *screen.Model) {
	t.Helper()
	m.Update(tea.BackgroundColorMsg{}) // shows what the visit has on top
	meansOneThing(t, m)
	for range m.Places() + 2 {
		m.Update(keys.Press("tab"))
		meansOneThing(t, m)
	}
}

func meansOneThing(t *testing.T, m *screen.Model) {
	t.Helper()
	means := map[string]string{}
	for _, b := range m.Bindings() {
		for _, key := range b.Keys {
			if other, taken := means[key]; taken {
				t.Errorf("%q means both %q and %q\n%s", key, other, b.Does, m.View().Content)
			}
			means[key] = b.Does
		}
	}
}

// onward answers what has to be answered, and goes on.
func onward(v *visit.Visit) {
	for _, move := range v.Sheet().Moves {
		if move.Meaning == page.ShowMe {
			v.Do(page.ShowMe, "")
		}
	}
	if v.Step().Kind == walk.Statement {
		v.Answer(page.Answer{ID: string(walk.Agree)})
	}
	if v.Step().Kind == walk.Signature {
		v.Answer(page.Answer{ID: string(page.Decline)})
	}
	v.Answer(page.Answer{ID: page.GoOnID})
}
