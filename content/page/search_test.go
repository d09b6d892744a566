package page

import (
	"strings"
	"testing"

	"firstsession/content/guidetest"
	"firstsession/content/walk"
)

// Who looks for what the program itself does is led there, though the guide says
// nothing about it.
func TestASearchForTheProgramsOwnWordsLeadsThere(t *testing.T) {
	for language, asked := range map[string]map[Want]string{
		"en": {
			Lead{MyPage}:  "my page, print, how do I save it, save, card",
			Lead{NoTrace}: "forget, erase, delete, leave no trace",
			Lead{Note}:    "note, notes, Delete my notes",
			Lead{About}:   "settings, language, dark mode",
		},
		"es": {
			Lead{MyPage}:  "mi página, imprimir, guardar, tarjeta, papel",
			Lead{Note}:    "nota, mis notas",
			Lead{Keys}:    "salir, teclas",
			Lead{NoTrace}: "borrar, olvidar, eliminar, sin rastro",
			Lead{About}:   "ajustes, idioma, configuración",
		},
	} {
		r := &reading{t: t, State: State{World: World{Ways: theWays()}, Walk: walk.New(guidetest.Shipped(t, language))}}
		for want, queries := range asked {
			for query := range strings.SplitSeq(queries, ", ") {
				r.on(NewSearch(r.State, query))
				if first := r.sheet().Items[1]; first.Kind != Row || first.wants != want || first.Help == "" {
					t.Errorf("%s: first is %+v", query, first)
				}
			}
		}
	}
}

func TestASearchForTheRecordLeadsToWhereItIs(t *testing.T) {
	r := shipped(t)
	r.on(NewSearch(r.State, "record")).does("record")
	if to, ok := r.want.(Go); !ok || to.To.Kind != walk.Signature {
		t.Errorf("without one it asks for %#v", r.want)
	}
	r.says("Until then there is none.")
}

// What is offered to members does not stand in an intake, nor what is kept where
// nothing is.
func TestASearchNamesNoPlaceThatIsNotThere(t *testing.T) {
	r := open(t, walk.TalkID, ofForm)
	if r.on(NewSearch(r.State, "print")); strings.Contains(r.items(), "my page") {
		t.Error("an intake has my page")
	}
	r = shipped(t)
	r.Served = true
	if r.on(NewSearch(r.State, "erase")); strings.Contains(r.items(), "no trace") {
		t.Error("nothing is kept, and is erased")
	}
	r.Fresh = true
	if r.on(NewSearch(r.State, "print")).says("My page", "This opens once you have begun."); strings.Contains(r.text(), "firstsession print") {
		t.Error("a command is named that cannot be typed")
	}
}

// What has the words themselves comes first, then what is about the same, under a
// heading; and no excerpt repeats what was searched for.
func TestWhatIsOnlyAboutTheWordsStandsLastUnderAHeading(t *testing.T) {
	r := shipped(t)
	for _, query := range []string{"phone", "late", "scared"} {
		related := false
		for _, item := range r.on(NewSearch(r.State, query)).sheet().Items[1:] {
			if item.ID == GoOnID {
				continue
			}
			if related && item.Group == "" {
				t.Errorf("%s: %q stands behind what is related", query, item.Label)
			}
			related = item.Group != ""
			has := strings.Contains(strings.ToLower(item.Label+item.Help+item.Feedback), query)
			if related == has && item.ID != helpFirstID {
				t.Errorf("%s: %q, %q under %q", query, item.Label, item.Help, item.Group)
			}
		}
		if !related {
			t.Errorf("%s: nothing is related", query)
		}
	}
}

// Help now stands first in three lines at most of the narrowest window, with its
// key, and is counted.
func TestASearchForDangerHasHelpNowFirstAndShort(t *testing.T) {
	r := shipped(t)
	for _, query := range []string{"scared", "panic", "help", "afraid", "frightened", "anxious", "anxius"} {
		first := r.on(NewSearch(r.State, query)).sheet().Items[1]
		if said := first.Feedback; first.ID != helpFirstID || !strings.HasSuffix(said, " F1 opens this page.") || len(said) > 3*37 {
			t.Errorf("%s: %+v", query, first)
		}
	}
}

// What the program itself has is found by everyday words, before what the guide says.
func TestOwnPlacesAreFoundByEverydayWords(t *testing.T) {
	r := shipped(t)
	for query, want := range map[string]string{
		"note": "note", "notes": "note", "delete my notes": "note", "chapters": "chapters", "keys": "keys", "exit": "keys",
		"quit": "keys", "stop": "keys", "leave": "keys", "delete": "no trace", "paper": "my page",
	} {
		if first := r.on(NewSearch(r.State, query)).sheet().Items[1]; first.ID != want {
			t.Errorf("%s: first is %q, %q", query, first.ID, first.Label)
		}
	}
	for _, item := range r.on(NewSearch(r.State, "note")).sheet().Items {
		if strings.Contains(item.Label+item.Help, "may not fit in") {
			t.Errorf("note is found as not: %q, %q", item.Label, item.Help)
		}
	}
}

// Who looks for a way back finds it first: what was signed, and what was answered.
func TestHowToTakeItBackIsFoundFirst(t *testing.T) {
	for language, queries := range map[string][]string{
		"en": {"undo", "take back", "how do I take it back", "change my answer", "withdraw", "not now", "I changed my mind", "change my mind"},
		"es": {"deshacer", "echarme atrás", "cambiar mi respuesta", "retirar", "ahora no", "cambié de opinión", "me arrepiento"},
	} {
		r := shipped(t)
		r.Walk = walk.New(guidetest.Shipped(t, language))
		for _, query := range queries {
			rows := r.on(NewSearch(r.State, query)).sheet().Items
			if len(rows) < 3 || rows[1].ID != "take back" || rows[2].ID != "promises" {
				t.Errorf("%s: %s", query, r.items())
			}
		}
		r.does("take back").on(r.want.(OnTop).Page).says(r.Words().Record.TakeBackHow)
	}
}

func TestLeavingNoTraceIsFoundBeforeOneBegins(t *testing.T) {
	r := shipped(t)
	r.Fresh, r.Ways = true, []any{"private", "p"}
	if row := r.on(NewSearch(r.State, "erase")).item("no trace"); row.Help != "On the first page: p" || row.Label != "begin, and leave no trace" {
		t.Errorf("%+v", row)
	}
	r.does("no trace").shows(beginAt(1)) // which asks that alone, in sight in any window
}

// What a newcomer types, misspelled too, leads to a page of the chapters.
func TestWordsOfNewcomersLeadToAPage(t *testing.T) {
	r := shipped(t)
	for _, query := range []string{"overwhelmed", "blush", "embarassed", "withdraw", "change my mind"} { //nolint:misspell // as some type it
		if rows := r.on(NewSearch(r.State, query)).sheet().Items[1:]; len(rows) == 0 {
			t.Errorf("%s: nothing is found\n%s", query, r.text())
		}
	}
}

func TestTheGlossaryOpensAtTheTermThatWasAskedFor(t *testing.T) {
	r := shipped(t)
	terms := r.Guide().Glossary.Sections
	last := terms[len(terms)-1]
	for _, asked := range []string{last.ID, last.Heading, strings.ToUpper(last.Heading) + "?"} {
		at := ""
		for _, part := range r.on(NewGlossary(asked, "")).sheet().Body {
			if part.Here {
				at = part.Text
			}
		}
		if at != last.Heading {
			t.Errorf("%q opens at %q", asked, at)
		}
	}
	r.on(NewGlossary("no such word", "")).says("The glossary has nothing on “no such word”.", last.Heading)
	r.Stays = true
	r.on(NewGlossary(last.ID, "")).says(last.Heading)
	if strings.Contains(r.text(), terms[0].Heading+"\n") {
		t.Error("all terms are said")
	}
	r.on(NewGlossary("", "")).says("These words are explained: " + terms[0].Heading)
}

func TestASearchFindsWhileItIsTypedAndOpensWhatItFound(t *testing.T) {
	r := shipped(t)
	r.on(NewSearch(r.State, "")).says(r.Words().Search.Ask)
	r.does("query=unicorn").says("Nothing was found about “unicorn”.")
	r.does("query=group")
	if rows := strings.Count(r.items(), "hit"); rows == 0 || rows > mostHits {
		t.Errorf("%d places are shown", rows)
	}
	hit := r.Guide().Search("group")[0]
	r.does("hit 1").shows(NewReading(hit.Section, "group"))
	r.does("query=cohesion", "hit 1").shows(NewGlossary("cohesion", "cohesion"))
	r.does(GoOnID).wants(Close{})
	r.does("hit 100").wants(nil)
}

// In an intake, who follows in the other language hears the numbers that answer the page.
func TestAFollowedSearchHasTheNumbersThatAnswerIt(t *testing.T) {
	r := shipped(t)
	r.Stays = true
	search := NewSearch(r.State, "group")
	first := r.on(search).sheet().Numbered()[0]
	r.on(NewInOther(search, "")).says(r.Fill(r.Words().Plain.Item, "n", 1, "text", first.Label))
}
