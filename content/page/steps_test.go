package page

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"firstsession/content/guidetest"
	"firstsession/content/walk"
)

func TestEachKindOfStepHasAPage(t *testing.T) {
	s := State{Walk: walk.New(guidetest.Shipped(t, "en"))}
	for _, kind := range walk.Kinds() {
		step := walk.Step{Kind: kind, ID: s.Guide().Commitment.Statements[0].ID, Chapter: 1}
		isRead := kind == walk.Opening || kind == walk.Section
		if reader := newReader(step).Show(s); !isRead && reflect.DeepEqual(For(step, s).Show(s), reader) {
			t.Errorf("%s has none", kind)
		}
	}
}

// TestEveryStepCanBeShownOnAnySurface holds what surfaces rely on, at each step
// of the shipped guide, for a member and in an intake.
func TestEveryStepCanBeShownOnAnySurface(t *testing.T) {
	guide := guidetest.Shipped(t, "en")
	for _, events := range [][]walk.Event{{noted("welcome")}, {ofForm, noted("welcome")}} {
		r := &reading{t: t, State: State{World: World{Folder: "/r", Ways: theWays()}, Walk: walk.New(guide)}}
		r.apply(events...)
		for _, step := range r.Walk.Steps() {
			r.page = For(step, r.State)
			checkSheet(t, step.Key(), r)
			for _, id := range []string{"no such item", GoOnID} {
				r.page, _ = r.page.Answer(r.State, Answer{ID: id})
			}
			checkSheet(t, step.Key()+", answered", r)
		}
	}
}

func checkSheet(t *testing.T, at string, r *reading) {
	t.Helper()
	sheet, ids := r.sheet(), map[string]bool{}
	if text := r.text(); strings.Contains(text, "{") {
		t.Errorf("%s: a placeholder is left over:\n%s", at, text)
	}
	named := func(p Part) bool { return p.Kind == Title && p.Text != "" }
	if sheet.Title == "" && !slices.ContainsFunc(sheet.Body, named) {
		t.Errorf("%s: it has no title", at)
	}
	for _, item := range sheet.Items {
		switch {
		case ids[item.ID] || item.ID == "" || item.Label == "":
			t.Errorf("%s: no name, or one that is taken: %+v", at, item)
		case item.Kind == Act && item.Word == "", item.Kind == Line && item.Most == 0:
			t.Errorf("%s: no word to type, or no room: %+v", at, item)
		}
		ids[item.ID] = true
	}
	if about := sheet.Notice.At; about != "" && !ids[about] || sheet.Ask != "" && !ids[sheet.Ask] {
		t.Errorf("%s: it speaks of what is not there: %+v", at, sheet)
	}
}
