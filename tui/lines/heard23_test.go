package lines

import (
	"strings"
	"testing"
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
