package lines

import (
	"strings"
	"testing"

	"firstsession/content/guidetest"
)

// What was typed is not lost, whichever of the two it was meant for.
func TestACommandInTheLineOfANoteIsAskedAbout(t *testing.T) {
	for _, typed := range []string{"note", "my page", "agree", "q", "glossary"} {
		for answer, notes := range map[string]int{"yes": 1, "no": 0} {
			l, _, _ := newReader(shipped(t), 0)
			hear(l, "", "note", "1")
			said := l.Line(typed)
			if l.Over() || len(l.visit.Walk.Notes()) > 0 || !strings.Contains(said, "To write it all the same, type yes") {
				t.Fatalf("%q says\n%s", typed, said)
			}
			said = l.Line(answer)
			all := l.visit.Walk.Notes()
			if len(all) != notes || notes > 0 && all[0].Text != typed {
				t.Errorf("%q and %q leave %v, and say\n%s", typed, answer, all, said)
			}
		}
	}
	l, _, _ := newReader(shipped(t), 0)
	hear(l, "", "note", "sign", "yes")
	if all := l.visit.Walk.Notes(); len(all) != 1 || all[0].Text != "sign" {
		t.Errorf("there are %v", all)
	}
	hear(l, "2", "1", "chapters")
	if said := l.Line("chapters"); !strings.Contains(said, "chapters read") {
		t.Errorf("typed once more, it says\n%s", said)
	}
}

func TestANumberOfNoNoteDeletesNoOther(t *testing.T) {
	for numbers, to := range map[string][]string{"The numbers of the notes: 2.": nil, "The numbers here: 1 to 2.": {"2"}} {
		l, _, _ := newReader(shipped(t), 0)
		hear(l, "", "note one", "note")
		hear(l, to...)
		if said := l.Line("delete 4"); !strings.Contains(said, numbers) || strings.Contains(said, "If you mean “delete”") {
			t.Errorf("after %q it says\n%s", to, said)
		}
		if hear(l, "delete 4", "no"); len(l.visit.Walk.Notes()) != 1 {
			t.Error("it is deleted")
		}
	}
}

func TestToDeleteOnTheNotesSaysTheirNumbersAndWritesNone(t *testing.T) {
	for _, typed := range []string{"delete", "delete 1", "delete 4"} {
		l, _, _ := newReader(shipped(t), 0)
		hear(l, "", "note one", "note two", "note")
		said := l.Line(typed)
		if !strings.Contains(said, "The numbers of the notes: 2, 3. To delete one, type delete and its number.") {
			t.Errorf("%q says\n%s", typed, said)
		}
		if hear(l, "yes"); len(l.visit.Walk.Notes()) != 2 {
			t.Errorf("after %q, a yes writes one", typed)
		}
	}
}

func TestANoteIsNamedBeforeItIsGone(t *testing.T) {
	for _, typed := range [][]string{{"delete 2"}, {"2", "delete"}} {
		l, _, _ := newReader(shipped(t), 0)
		hear(l, "", "note about my sister", "note")
		hear(l, typed[:len(typed)-1]...)
		if said := l.Line(typed[len(typed)-1]); !strings.Contains(said, "about my sister") || !strings.Contains(said, "Or yes, ") {
			t.Errorf("%q says\n%s", typed, said)
		}
	}
}

func TestToCancelIsANo(t *testing.T) {
	for language, typed := range map[string]string{"en": "cancel", "es": "cancelar"} {
		for _, before := range [][]string{{"1", "1"}, {"2", "2"}} {
			l, keeper, _ := newReader(guidetest.Shipped(t, language), 0)
			at("keep-private")(t, l)
			facts := len(keeper.facts)
			if said := hear(l, before[0], typed, before[0]); strings.Contains(said, typed+"” ") || len(keeper.facts) != facts {
				t.Errorf("it says\n%s", said)
			}
		}
		l, _, _ := newReader(guidetest.Shipped(t, language), 0)
		hear(l, "", l.vocab.shown("note")+" "+"Hugo", l.vocab.shown("note"), "2", l.vocab.shown("delete"))
		if said := hear(l, typed); !strings.Contains(said, l.words.Lines.Unchanged) || len(l.visit.Walk.Notes()) != 1 {
			t.Errorf("it says\n%s", said)
		}
		hear(l, "chapterz")
	}
	l, _, _ := newReader(shipped(t), 0)
	hear(l, "")
	if said := hear(l, "chapterz", "no"); strings.Contains(said, "“no”") || !strings.Contains(said, "Nothing has changed by that.") {
		t.Errorf("it says\n%s", said)
	}
}

func TestTheLineOfANewNoteIsNotSaidToBeEmpty(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	if said := hear(l, "", "note", "one thing", "again"); strings.Contains(said, "empty") || strings.Count(said, "(for a new note)") != 2 {
		t.Error(said)
	}
}
