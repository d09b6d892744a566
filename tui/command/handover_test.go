package command

import (
	"testing"

	"firstsession/content/guidetest"
	"firstsession/content/store"
	"firstsession/content/walk"
)

func TestWhoTakesAnIntakeOverIsToldTheWholeCommand(t *testing.T) {
	own := guidetest.Shipped(t, "en")
	for _, test := range []struct {
		is   store.Taken
		want string
	}{
		{store.Taken{}, "firstsession intake"},
		{store.Taken{Form: walk.Form{Folder: "/shared", Practice: "12ab"}, Language: "es"},
			"firstsession intake --records /shared --practice FILE --language es --clinician-language en, where FILE is the practice file that it began with (code 12ab)"},
		{store.Taken{Form: walk.Form{Folder: "/our records"}, Language: "en"}, `firstsession intake --records "/our records" --language en`},
	} {
		if got := goesOn(test.is, own); got != test.want {
			t.Errorf("%s", got)
		}
	}
}
