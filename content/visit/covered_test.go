package visit

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"firstsession/content/page"
	"firstsession/content/walk"
)

// secrets are a client's own words: a note, what was added to a reflection, and
// the aim that the clinician has typed for them.
var secrets = []string{"SECRET NOTE", "SECRET WORRY", "SECRET AIM"}

// A surface shows a sheet and what is half typed, and nothing else: what stands
// on none, whatever is opened from wherever, is shown by no key.
func TestWhatIsCoveredStandsOnNoPageOfAnIntake(t *testing.T) {
	form := walk.Form{Reference: "K-102", Parts: walk.AllParts, Aim: secrets[2]}
	told := []walk.Event{
		{Kind: walk.SetForm, Form: &form},
		{Kind: walk.TakeNote, Subject: "welcome", Text: secrets[0]},
		{Kind: walk.Tick, Subject: "my-worries", Text: secrets[1]},
	}
	signed := slices.Concat(told, answers(walk.TalkFirst), []walk.Event{{Kind: walk.NameTyped, Text: "Dana"}})
	for _, events := range [][]walk.Event{told, signed} {
		r := visiting(t, events...)
		for _, step := range oneOfEach(r.Walk.Steps()) {
			where := step.Key()
			r.put(step).covers(where)
			for _, m := range page.Meanings() {
				opened := r.put(step)
				if opened.Do(m, ""); !opened.Over() {
					opened.covers(where + ", then " + string(m))
					opened.coversBelow(where + ", then " + string(m))
				}
			}
			found := r.put(step)
			found.Do(page.Search, "secret")
			found.covers(where + ", then a search")
		}
	}
}

// oneOfEach are steps of all kinds, and those at which something was confided.
func oneOfEach(all []walk.Step) []walk.Step {
	var some []walk.Step
	for _, step := range all {
		another := func(s walk.Step) bool { return s.Kind == step.Kind }
		if step.ID == "welcome" || step.ID == "my-worries" || !slices.ContainsFunc(some, another) {
			some = append(some, step)
		}
	}
	return some
}

// put is a reader of the same walk at a step.
func (r reader) put(step walk.Step) reader {
	o := r.Options
	after, facts, err := o.Walk.Apply(noon, walk.Event{Kind: walk.Reach, Subject: step.Key()})
	if err != nil {
		r.t.Fatal(err)
	}
	o.Walk, o.Facts = after, slices.Concat(o.Facts, facts)
	r.Visit = New(o)
	r.Start(Found{})
	return r
}

// coversBelow opens each row of a list that was opened.
func (r reader) coversBelow(where string) {
	r.t.Helper()
	for _, item := range r.Sheet().Items {
		if item.Kind != page.Row {
			continue
		}
		opened := r
		opened.Visit = r.Copy(r.Keeper)
		opened.answer(item.ID)
		opened.covers(where + ", then " + item.ID)
	}
}

// covers fails the test if a page, or a word about the last answer, says what is
// the client's own.
func (r reader) covers(where string) {
	r.t.Helper()
	said, err := json.Marshal([]any{r.Sheet(), r.Notice(), r.Typed()})
	if err != nil {
		r.t.Fatal(err)
	}
	for _, secret := range secrets {
		if strings.Contains(string(said), secret) {
			r.t.Errorf("at %s is said: %s", where, secret)
		}
	}
}
