package command

import (
	"testing"

	"firstsession/content/guidetest"
	"firstsession/content/store"
	"firstsession/content/walk"
)

func TestWhoTakesAnIntakeOverIsToldTheWholeCommand(t *testing.T) {
	said := guidetest.Shipped(t, "en").Words.Intake
	const own = ". To have your own pages in another language than the client's, add --clinician-language and it"
	for _, test := range []struct {
		is   store.Taken
		want string
	}{
		{store.Taken{}, "firstsession intake"},
		{store.Taken{Form: walk.Form{Folder: "/shared", Practice: "12ab"}, Language: "es"},
			"firstsession intake --records /shared --practice FILE --language es, where FILE is the practice file that it began with (code 12ab)"},
		{store.Taken{Form: walk.Form{Folder: "/our records"}, Language: "en"}, `firstsession intake --records "/our records" --language en`},
	} {
		if got := goesOn(test.is, said); got != test.want+own {
			t.Errorf("%s", got)
		}
	}
}
