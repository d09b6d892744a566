package practice

import (
	"reflect"
	"strings"
	"testing"

	"firstsession/content"
)

const twoGroups = `
fee = "Ten a session."
[[site]]
id = "south"
name = "Southside"
where = "3 South Street"
[[site]]
id = "north"
name = "Northgate"
[[group]]
id = "tuesday"
name = "Tuesday group"
site = "south"
[[group]]
id = "dbt"
name = "Skills group"
site = "north"
fee = "Free."
`

func parsed(t *testing.T, text string) Practice {
	t.Helper()
	p, err := Parse("practice.toml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestAFileNamesItsGroups(t *testing.T) {
	want := []content.Group{{ID: "tuesday", Name: "Tuesday group", Site: "Southside"}, {ID: "dbt", Name: "Skills group", Site: "Northgate", When: "Thursdays"}}
	got := parsed(t, twoGroups+"when = \"Thursdays\"\n").Named("en", today(t))
	for i := range got {
		got[i].Lacks = nil
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
	if got := parsed(t, "when = 'Tuesdays'\n").Named("en", today(t)); len(got) > 0 {
		t.Errorf("%+v", got)
	}
	if _, ok := parsed(t, twoGroups).In("monday"); ok {
		t.Error("there is a group monday")
	}
}

// Who goes on with an intake must not be asked anew since another group moved.
func TestTheCodeOfAGroupChangesOnlyWithWhatIsSaidOfIt(t *testing.T) {
	code := func(text, id string) string {
		group, ok := parsed(t, text).In(id)
		over, err := group.Over(embeddedGuide(t), today(t))
		if !ok || err != nil {
			t.Fatal(ok, err)
		}
		if over.Group.ID != id || len(over.PracticeCode) != 12 {
			t.Errorf("%+v, %q", over.Group, over.PracticeCode)
		}
		return over.PracticeCode
	}
	moved := twoGroups + "when = \"Fridays\"\n" // of the last group
	if code(twoGroups, "tuesday") != code(moved, "tuesday") {
		t.Error("another group changes the code")
	}
	if code(twoGroups, "dbt") == code(moved, "dbt") || code(twoGroups, "dbt") == code(twoGroups, "tuesday") {
		t.Error("what is said of the group does not change its code")
	}
}

func TestLayingAGroupOverWhatIsSharedChangesNothingInIt(t *testing.T) {
	p := parsed(t, twoGroups)
	before := p.Code()
	for _, group := range p.Named("en", today(t)) {
		if _, ok := p.In(group.ID); !ok {
			t.Error(group.ID)
		}
	}
	if p.Code() != before || p.Texts["fee"] != "Ten a session." || p.Texts["where"] != "" {
		t.Errorf("%+v", p.Texts)
	}
}

// Where nothing is said, some fear more than there is.
func TestWhatFollowsIsSaidWhereAPromiseIsAskedFor(t *testing.T) {
	p := parsed(t, "needed_to_start = [\"come-on-time\"]\nnot_agreed = \"We talk it over with you.\"\n")
	over, err := p.Over(embeddedGuide(t), today(t))
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]bool{"come-on-time": true, "keep-private": false} {
		if asks := over.Asks(*over.Statement(id)); strings.HasSuffix(asks, "We talk it over with you.") != want {
			t.Errorf("of %s is said: %s", id, asks)
		}
	}
}

// A group has its name in the reader's language, as far as the file says it.
func TestAGroupIsNamedInTheReadersLanguage(t *testing.T) {
	p := parsed(t, "language = \"en\"\n"+twoGroups+"[group.in.es]\nname = \"Grupo de habilidades\"\n")
	for language, want := range map[string]string{"en": "Skills group", "es": "Grupo de habilidades", "fr": "Skills group"} {
		if named := p.Named(language, today(t)); named[1].Name != want || named[0].Name != "Tuesday group" {
			t.Errorf("in %s: %+v", language, named)
		}
	}
}

// What a record keeps of a note says that it is not in the client's language.
func TestANoteWithoutWordsInALanguageIsForeign(t *testing.T) {
	p := parsed(t, "language = \"es\"\n[notes]\nattendance = \"A las seis.\"\n")
	over, err := p.Over(embeddedGuide(t), today(t))
	if err != nil || len(over.Facts) != 1 || !over.Facts[0].Foreign {
		t.Errorf("%+v, %v", over.Facts, err)
	}
}
