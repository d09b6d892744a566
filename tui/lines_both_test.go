package tui

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"firstsession/content/walk"
	"firstsession/tui/lines"
)

// bothHear begins an intake in two languages, line by line.
func bothHear(t *testing.T, deeds ...deed) *lineReader {
	t.Helper()
	r := beginLines(twoLanguages(t))
	does(r, fillID("reference", "K-102"), together, choosing(string(walk.TalkOnly)), choosing("begin"))
	r.hearOut()
	does(r, deeds...)
	return r
}

// What the client signs with, typed once too often, comes to the clinician's page.
func TestNoWordOfEitherLanguageIsTheNameOfWhoCountersigns(t *testing.T) {
	t.Parallel()
	for _, word := range []string{"firmar", "Firmar", "Firmar.", "no firmar", "volver", "dónde", "guardar", "otra vez", "de acuerdo", "ahora no", "sí", "sign", "agree", "imprimir", "?"} {
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

// Which of the form was heard is told by the numbers, also where lines are broken.
func TestWhatWasNotHeardOfAFormIsNamedFromItsFirstNumber(t *testing.T) {
	for _, width := range []int{0, 40, 80} {
		r := beginLines(twoLanguages(t))
		r.lines = lines.New(r.visit(), width)
		heard := 0
		for _, line := range strings.Split(r.lines.Greeting(), "\n") {
			if number, _, ok := strings.Cut(line, ". "); ok {
				if n, err := strconv.Atoi(number); err == nil {
					heard = n
				}
			}
		}
		r.types("begin")
		if want := fmt.Sprintf("From number %d on", heard+1); !strings.Contains(strings.Join(strings.Fields(r.heard), " "), want) {
			t.Errorf("at %d letters it does not say %q\n%s", width, want, r.heard)
		}
	}
}

// A number can be what stands in a line, as it is told to be typed.
func TestANumberIsWrittenIntoALineByTheLinesNumber(t *testing.T) {
	r := beginLines(twoLanguages(t))
	if r.types("1 17"); strings.Contains(r.heard, "One number at a time") || r.visit().Sheet().Items[0].Text != "17" {
		t.Errorf("1 17 says\n%s", r.heard)
	}
}

func TestAnIntakeSaysWhatIsKeptOfIt(t *testing.T) {
	r := beginLines(twoLanguages(t))
	if r.types("where"); !strings.Contains(r.heard, "Nothing is kept before you begin") || strings.Contains(r.heard, "minutes are left") {
		t.Errorf("before it begins, where says\n%s", r.heard)
	}
	if r.types("?"); strings.Contains(r.heard, "words of your own") {
		t.Errorf("it offers what is refused\n%s", r.heard)
	}
	r = bothHear(t)
	if r.types("dónde"); !strings.Contains(r.heard, "archivo de trabajo") {
		t.Errorf("dónde says\n%s", r.heard)
	}
	if r.types("?"); !strings.Contains(r.heard, "palabras suyas: nota, buscar, glosario.") {
		t.Errorf("? says\n%s", r.heard)
	}
}
