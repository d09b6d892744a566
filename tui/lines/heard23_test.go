package lines

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"firstsession/content/page"
)

// What is said in passing is asked about once, with the way that always takes it.
func TestEverydayWordsAreNoNamesUntilTheyAreMeant(t *testing.T) {
	for language, all := range map[string][]string{
		"en": {"sure", "y", "yup", "nah", "n", "k", "fine", "right", "me", "accepted", "I do", "Sure", "english", "spanish", "search", "glossary"},
		"es": {"sure", "s", "n", "y", "vale", "claro", "otra", "hola", "gracias", "yo", "dale", "aceptado", "español", "inglés", "buscar"},
	} {
		l, keeper := signing(t, language)
		for _, typed := range all {
			if said := l.Line(typed); l.typedName() != "" {
				t.Errorf("%s: %q makes the name %q, and says\n%s", language, typed, l.typedName(), said)
			}
			for !l.shows("signing") || l.rest != "" || len(l.visit.IDs()) > 1 {
				if l.rest != "" {
					l.Line("")
					continue
				}
				l.Line(l.vocab.shown("back"))
			}
		}
		said := l.Line("y")
		way := map[string]string{"en": "If it is one, type: ", "es": "Si lo es, escriba: "}[language]
		_, line, _ := strings.Cut(said, way)
		line, _, _ = strings.Cut(line, "\n")
		if !strings.HasSuffix(line, " y") {
			t.Fatalf("no way is told\n%s", said)
		}
		said = l.Line(line)
		if l.typedName() != "y" || !strings.Contains(said, strings.TrimSuffix(line, " y")+map[string]string{"en": " and the name", "es": " y el nombre"}[language]) {
			t.Errorf("%q makes the name %q, and says\n%s", line, l.typedName(), said)
		}
		if keeper.records > 0 {
			t.Error("something is signed")
		}
	}
}

func TestAQuestionThatWasNeverAnsweredIsNotSaidToBe(t *testing.T) {
	for _, before := range [][]string{nil, {"1"}} {
		l, _, _ := newReader(shipped(t), 0)
		at("where-dana-works", before...)(t, l)
		if said := l.Line("undo"); strings.Contains(said, "This question is answered") {
			t.Errorf("after %q it says\n%s", before, said)
		}
	}
	l, _, _ := newReader(shipped(t), 0)
	at("where-dana-works", "2")(t, l)
	if said := l.Line("undo"); !strings.Contains(said, "This question is answered") {
		t.Errorf("answered, it says\n%s", said)
	}
}

func TestANumberThatEnterDropsLeavesTheAnswerAndSaysSo(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	at("keep-private", "not now", "1")(t, l)
	if said := l.Line(""); !strings.Contains(said, "Your answer to that promise stays: ") || l.shows("keep-private") {
		t.Errorf("it says\n%s", said)
	}
}

func TestARefusalLeadsToNoPageOnWhichOneSigns(t *testing.T) {
	for _, typed := range []string{"don't sign", "I won't sign again", "please do not sign"} {
		l, _, _ := newReader(shipped(t), 0)
		at("signing", "", "", "", "Maja", "sign")(t, l)
		said, id := l.Line(typed), l.visit.ID()
		if l.Line("yes"); strings.Contains(said, "Did you mean") || l.visit.ID() != id {
			t.Errorf("%q says\n%s", typed, said)
		}
	}
}

func TestIDoIsNoRefusalOfAPromise(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	at("keep-private")(t, l)
	if said := l.Line("I do"); strings.Contains(said, "not agree") || !strings.Contains(said, "The answers here: agree") {
		t.Errorf("it says\n%s", said)
	}
}

func TestClaroMeansNoPage(t *testing.T) {
	l, _ := signing(t, "es")
	l.Line("volver")
	if said := l.Line("claro"); strings.Contains(said, "mi página") {
		t.Errorf("it says\n%s", said)
	}
}

func TestToEmptyAnEmptyNameSaysThatNothingChanged(t *testing.T) {
	l, _ := signing(t, "en")
	item, _ := first(l.visit.Sheet(), func(i page.Item) bool { return i.Name })
	n := (&turn{Lines: l, sheet: l.visit.Sheet()}).numberOf(item)
	if said := l.Line(fmt.Sprint("delete ", n)); strings.Contains(said, "To sign, type") || !strings.Contains(said, "Nothing has changed") {
		t.Errorf("it says\n%s", said)
	}
}

func TestTheReadmeNamesTheMinutesOfTheFirstPage(t *testing.T) {
	_, _, said := newReader(shipped(t), 0)
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	minutes := regexp.MustCompile(`\d+ to \d+ minutes`)
	_, byEar, _ := strings.Cut(string(readme), "By ear, the whole guide takes about ")
	if m := minutes.FindString(byEar); m == "" || !strings.HasPrefix(byEar, m) || !strings.Contains(said, m) {
		t.Errorf("the README says %q, and the first page\n%s", m, said)
	}
}
