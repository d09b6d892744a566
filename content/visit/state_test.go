package visit

import (
	"testing"

	"firstsession/content/guidetest"
	"firstsession/content/page"
	"firstsession/content/walk"
)

// A page asks for the state many times for each key.
func TestAStateInTwoLanguagesMakesNoPlanAnew(t *testing.T) {
	form := walk.Form{Reference: "K-102", Parts: walk.AllParts}
	r := visiting(t, walk.Event{Kind: walk.SetForm, Form: &form})
	r.Clinician = guidetest.Shipped(t, "es")
	r.Start(Found{})
	for _, language := range []string{"en", "es"} {
		if read := r.State().Guide().Language; read != language {
			t.Fatalf("%s is read, not %s", read, language)
		}
		if made := testing.AllocsPerRun(10, func() { r.State() }); made > 10 {
			t.Errorf("%s: %.0f things are made", language, made)
		}
		r.Do(page.Languages[0], "")
	}
}
