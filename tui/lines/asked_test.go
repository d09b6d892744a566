package lines

import (
	"firstsession/content"
	"firstsession/content/walk"
	"strings"
	"testing"
)

func TestWhatIsAskedOnceMoreIsDoneByTheSecondAnswer(t *testing.T) {
	for _, answers := range [][]string{{"2", "2"}, {"delete", "delete"}, {"2", "yes"}, {"delete", "y"}, {"delete", "2"}} {
		l, _, _ := newReader(shipped(t), 0)
		hear(l, "", "note hello", "note", "2")
		if said := l.Line(answers[0]); len(l.visit.Walk.Notes()) != 1 || !strings.Contains(said, "Or yes,") {
			t.Errorf("%q says\n%s", answers[0], said)
		}
		if said := l.Line(answers[1]); len(l.visit.Walk.Notes()) != 0 || !strings.Contains(said, "The note is gone.") {
			t.Errorf("%q says\n%s", answers, said)
		}
	}
	l, _, _ := newReader(shipped(t), 0)
	hear(l, "", "note hello", "note", "2", "2", "no", "2")
	if len(l.visit.Walk.Notes()) != 1 {
		t.Error("no, and then its number, deletes it")
	}
}

func TestANoteIsDeletedOrWrittenAnewByItsNumber(t *testing.T) {
	for _, test := range []struct {
		typed []string
		notes string
	}{
		{[]string{"delete 2"}, "one, two"},
		{[]string{"delete 2", "yes"}, "two"},
		{[]string{"delete 2", "delete"}, "two"},
		{[]string{"delete 2", "back", "yes"}, "one, two"},
		{[]string{"3 another one"}, "one, two"},
		{[]string{"3 another one", "yes"}, "one, another one"},
		{[]string{"3 another one", "no"}, "one, two"},
		{[]string{"3 another one", "where", "yes"}, "one, two"},
		{[]string{"3 another one", "three"}, "one, two, three"},
	} {
		l, _, _ := newReader(shipped(t), 0)
		hear(l, "", "note one", "note two", "note")
		hear(l, test.typed...)
		var notes []string
		for _, note := range l.visit.Walk.Notes() {
			notes = append(notes, note.Text)
		}
		if got := strings.Join(notes, ", "); got != test.notes {
			t.Errorf("%q leaves %s, and not %s", test.typed, got, test.notes)
		}
	}
}

func TestEachNoteIsSaidToBeKeptAndNoNumberChanges(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	hear(l, "", "note")
	for _, words := range []string{"hello", "about my sister", "about my work"} {
		if said := l.Line(words); !strings.Contains(said, "Your note is kept.") || strings.Contains(said, "others now") {
			t.Errorf("%q says\n%s", words, said)
		}
	}
	if said := l.Line("n"); strings.Contains(said, "is kept") || len(l.visit.Walk.Notes()) != 3 {
		t.Errorf("n says\n%s", said)
	}
	if l.Line("q"); !l.Over() {
		t.Error("q does not stop")
	}
}

func TestDidYouMeanIsAnsweredByYes(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	hear(l, "")
	if said := l.Line("chapterz"); !strings.Contains(said, "Did you mean chapters?") {
		t.Error(said)
	}
	if said := l.Line("yes"); !strings.Contains(said, "Your first session") {
		t.Error(said)
	}
	if said := l.Line("short"); strings.Contains(said, "no answer") {
		t.Error(said)
	}
	if said := l.Line("my"); !strings.Contains(said, "Did you mean my page?") {
		t.Error(said)
	}
	if said := l.Line("-1"); strings.Contains(said, "Did you mean") {
		t.Error(said)
	}
	if said := l.Line("yes"); !strings.Contains(said, "no answer here") {
		t.Errorf("a yes that comes later says\n%s", said)
	}
}

// What is near to another spelling is answered with the word that the program says,
// and nobody who wants to skip a page is led out of the guide.
func TestDidYouMeanSaysTheWordOfThePage(t *testing.T) {
	for language, typed := range map[string][2]string{"en": {"exti", "type: stop"}, "es": {"qiut", "escriba: salir"}} {
		g, err := content.LoadToRead(content.Embedded(), language)
		if err != nil {
			t.Fatal(err)
		}
		l, _, _ := newReader(g, 0)
		hear(l, "")
		if said := l.Line(typed[0]); !strings.Contains(said, typed[1]) {
			t.Errorf("%s: %s", language, said)
		}
		before := l.visit.Step()
		if said := l.Line("skip"); l.Over() || l.visit.Step() == before {
			t.Errorf("%s: skip says %s", language, said)
		}
		for i := 0; l.visit.Step().Kind != walk.Question && i < 20; i++ {
			l.Line("")
		}
		before = l.visit.Step()
		if said := l.Line("skip"); !strings.Contains(said, map[string]string{"en": "Did you mean later?", "es": "¿Quiso decir luego?"}[language]) {
			t.Errorf("%s: at a question, skip says %s", language, said)
		}
		if said := l.Line(map[string]string{"en": "yes", "es": "sí"}[language]); l.visit.Step() == before {
			t.Errorf("%s: yes says %s", language, said)
		}
	}
}

func TestHelpSaysItsPictureToWhoAsksForItAgain(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	hear(l, "")
	if said := l.Line("help"); strings.Contains(said, "The picture in words") || !strings.Contains(said, "type help now once more") {
		t.Error(said)
	}
	if said := l.Line("help"); !strings.Contains(said, "The picture in words") {
		t.Error(said)
	}
}

func TestWhatCanBeTypedIsSaidInShortAndWholeToWhoAsksAgain(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	hear(l, "")
	short := l.Line("?")
	whole := l.Line("?")
	if strings.Contains(short, "what a word means") || !strings.Contains(short, "glossary, my page") || !strings.Contains(whole, "glossary: what a word means") {
		t.Errorf("%s\n%s", short, whole)
	}
}
