package tui

import (
	"strings"
	"testing"

	"firstsession/content/walk"
)

// bothHear begins an intake in two languages, line by line.
func bothHear(t *testing.T, deeds ...deed) *lineReader {
	t.Helper()
	r := beginLines(twoLanguages(t))
	does(r, fillID("reference", "K-102"), choosing(string(walk.TalkOnly)), choosing("begin"))
	r.hearOut()
	does(r, deeds...)
	return r
}

// What the client signs with, typed once too often, comes to the clinician's page.
func TestNoWordOfEitherLanguageIsTheNameOfWhoCountersigns(t *testing.T) {
	for _, word := range []string{"firmar", "no firmar", "volver", "dónde", "guardar", "otra vez", "de acuerdo", "ahora no", "sí", "sign", "agree", "imprimir", "?"} {
		r := bothHear(t, pastShown, readOn, readOn, answerAll(walk.Agree), sign("Inés"))
		r.types("%s", word)
		for _, item := range r.visit().Sheet().Items {
			if item.Name && item.Text != "" {
				t.Errorf("%q is a name\n%s", word, r.heard)
			}
		}
	}
}

func TestTheNameOfWhoCountersignsIsSaidBack(t *testing.T) {
	r := bothHear(t, pastShown, readOn, readOn, answerAll(walk.Agree), sign("Inés"))
	r.types("Dr Reed")
	if records := r.records(); len(records) > 0 || !strings.Contains(r.heard, "Nothing is saved with it yet. The name that you typed is: Dr Reed") {
		t.Errorf("%d records\n%s", len(records), r.heard)
	}
}

// The words are those of whoever's page it is, and what is said of it is whole.
func TestCommandsAreOfWhoeversPageItIs(t *testing.T) {
	r := bothHear(t, goTo("keep-private"))
	r.types("nota profesional")
	r.hearOut()
	if !strings.Contains(r.heard, "Signo de pregunta") || strings.Contains(r.heard, "Question mark: ") || strings.Contains(r.heard, "Chapter ") {
		t.Errorf("after the note for the clinician\n%s", r.heard)
	}
	if r.types("nota"); !strings.Contains(r.heard, "Escriba el texto") {
		t.Errorf("nota says\n%s", r.heard)
	}
	for _, word := range []string{"back", "chapters", "firmar"} {
		if r.types("%s", word); len(r.walk().Notes()) > 0 {
			t.Errorf("%q is a note\n%s", word, r.heard)
		}
		r.types("nota")
	}
}

func TestAPageForBothIsHeardInTheClientsLanguage(t *testing.T) {
	r := bothHear(t, pastShown)
	r.hearOut()
	r.types("español")
	if !strings.Contains(r.heard, "Temas para conversar") || strings.Contains(r.heard, "go on\n\n") || strings.Contains(r.heard, "seguir\n\n") || !strings.Contains(r.heard, "Question mark: ") || strings.Contains(r.heard, "Signo de") {
		t.Errorf("it says\n%s", r.heard)
	}
}
