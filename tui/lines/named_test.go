package lines

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"firstsession/content/guidetest"
	"firstsession/content/page"
)

// What the question mark names works on that page, each word by itself.
func TestNoWordThatTheQuestionMarkNamesIsRefused(t *testing.T) {
	eachKind(t, func(t *testing.T, begin func() (*Lines, *memory)) {
		l, _ := begin()
		said := l.Line("?")
		var all []string
		for _, move := range l.visit.Moves() {
			all = append(all, l.vocab.shown(move.Meaning))
		}
		if i := strings.Index(said, "behind these: "); i >= 0 {
			words, _, _ := strings.Cut(said[i+len("behind these: "):], ".")
			for _, word := range strings.Split(words, ", ") {
				all = append(all, word+" trust")
			}
		}
		if i := strings.Index(said, "enough for: "); i >= 0 {
			words, _, _ := strings.Cut(said[i+len("enough for: "):], ".")
			for _, word := range strings.Split(words, ", ") {
				all = append(all, word[:1])
			}
		}
		for _, word := range all {
			l, _ := begin()
			l.Line("?")
			said := l.Line(word)
			if slices.ContainsFunc([]string{"is no answer here", "cannot be done here", "was not taken", "not done on this page"}, func(no string) bool { return strings.Contains(said, no) }) {
				t.Errorf("%q says\n%s", word, said)
			}
		}
	})
}

func TestBackAgreesWithWhereOneIsAmongTheChapters(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	hear(l, "", "", "chapters", "9", "back")
	said := l.Line("again")
	i := strings.Index(said, "you are here")
	if here := strings.LastIndex(said[:max(i, 0)], "\n1. "); i < 0 || here < 0 || strings.Contains(said[here:i], "\n2. ") {
		t.Errorf("it says\n%s", said)
	}
	if l.Line("back"); l.visit.Step().Chapter != 1 || l.visit.Walk.At().Chapter != 1 {
		t.Errorf("back leads to %s, and the place is %s", l.visit.Step().Key(), l.visit.Walk.At().Key())
	}
}

func TestAfterANameTheNextStepIsSaid(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	at("signing", "", "", "")(t, l)
	if said := l.Line("Maja"); !strings.Contains(lastLine(said), "sign, do not sign") {
		t.Errorf("it says\n%s", said)
	}
}

func TestANumberIsNoFolder(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	at("signing", "", "", "", "Maja")(t, l)
	folder := func() string {
		item, _ := l.visit.Sheet().First(func(i page.Item) bool { return i.ID == "folder" })
		return item.Text
	}
	was := folder()
	if said := l.Line("1"); !strings.Contains(lastLine(said), was) {
		t.Errorf("the folder is not said\n%s", said)
	}
	if said := l.Line("1"); folder() != was || !strings.Contains(said, "was not taken as a folder") {
		t.Errorf("the folder is %q\n%s", folder(), said)
	}
}

func TestWhereSaysWhereBackLeads(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	hear(l, "", "search trust")
	if said := l.Line("where"); !strings.Contains(said, "Back leads to: Chapter 1 of 10: Welcome") {
		t.Errorf("it says\n%s", said)
	}
}

func TestARefusalSaysWhereItIsDone(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	l.Line("")
	for word, where := range map[string]string{"do not sign": "after the promises", "sign again": "the last page", "show me": "at a question"} {
		if said := l.Line(word); !strings.Contains(said, where) {
			t.Errorf("%q says\n%s", word, said)
		}
	}
}

func TestASignIsNeverSuggested(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	for _, typed := range []string{"hom", "mor", "moree", "word"} {
		if said := l.Line(typed); strings.Contains(said, "mean ??") {
			t.Errorf("%q says\n%s", typed, said)
		}
	}
}

// By ear nobody can tell whether a letter is the first one of an answer.
func TestALetterOfAnAnswerDoesNothingElse(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	at("keep-private")(t, l)
	for _, letter := range []string{"a", "t", "n", "agreee"} {
		if said := l.Line(letter); !strings.Contains(said, "agree") || strings.Contains(said, "Why:") || len(l.visit.IDs()) != 1 {
			t.Errorf("%q says\n%s", letter, said)
		}
	}
	if said := l.Line("?"); strings.Contains(said, "first letter is enough for: later, rule, back, note,") || !strings.Contains(said, "help now") {
		t.Errorf("it says\n%s", said)
	}
	said := l.Line("talk first")
	if !strings.Contains(lastLine(said), "Or agree, talk first, not now") {
		t.Errorf("the other answers are not named\n%s", said)
	}
}

func TestWhatIsNoNameIsDoneWhereItIsACommand(t *testing.T) {
	for typed, says := range map[string]string{"search fear": "found", "glossary bond": "bond.", "card": "My page.", "home": "chapters read", "short way": "takes the short way"} {
		l, _, _ := newReader(shipped(t), 0)
		at("signing", "", "", "")(t, l)
		if said := l.Line(typed); !strings.Contains(said, says) {
			t.Errorf("%q says\n%s", typed, said)
		}
	}
}

func TestTheListOfWordsDoesNotSayWhatEnterDoes(t *testing.T) {
	for _, to := range [][]string{nil, {"chapters"}, {""}, {"", ""}} { // the prompt does
		l, _, _ := newReader(shipped(t), 0)
		hear(l, to...)
		if said := hear(l, "?", "?"); strings.Contains(said, "\nEnter: go on\n") {
			t.Errorf("after %q it says\n%s", to, said)
		}
	}
}

func TestASearchByItsLineIsSaidInPartsAndCountedFirst(t *testing.T) {
	for _, typed := range []string{"trust", "begin", "group"} {
		l, _, _ := newReader(shipped(t), 0)
		byLine := hear(l, "search", typed)
		byLine = byLine[strings.Index(byLine, " found"):]
		other, _, _ := newReader(shipped(t), 0)
		if said := other.Line("search " + typed); !strings.Contains(said, strings.TrimSpace(byLine)[:200]) || len(strings.Fields(byLine)) > 200 {
			t.Errorf("%q says\n%s\nand in one line\n%s", typed, byLine, said)
		}
	}
}

func TestTheWayIsChosenFromAnyPage(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	hear(l, "chapters", "short way")
	if l.Line(""); !l.visit.Walk.Short() {
		t.Error("the short way that was typed under the chapters does not begin")
	}
	l.Line("")
	if hear(l, "all chapters"); l.visit.Walk.Short() {
		t.Error("all chapters that was typed on a page does nothing")
	}
	if said := l.Line("all chapters"); !strings.Contains(said, "goes that way already, so nothing has changed.") {
		t.Errorf("it says\n%s", said)
	}
}

func TestOnesPlaceIsWhereBackLeadsHoweverTheListIsReached(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	hear(l, "", "", "chapters", "9", "chapters")
	if n := l.visit.Walk.At().Chapter; n != 1 {
		t.Errorf("the place is in chapter %d", n)
	}
	if l.Line("back"); l.visit.Step().Chapter != 1 {
		t.Errorf("back leads to %s", l.visit.Step().Key())
	}
}

func TestASignatureSaysItsNameAndItsFolderInFull(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	at("signing", "", "", "", "Maja")(t, l)
	if said := l.Line("1 elsewhere"); !strings.Contains(said, "Now: Where your copy is saved: "+filepath.FromSlash("/home/me/elsewhere")) || strings.Contains(said, "Now: Your name") {
		t.Errorf("it says\n%s", said)
	}
	if said := l.Line("sign"); !strings.HasPrefix(strings.TrimSpace(said), "You signed as Maja, and the record is saved.") {
		t.Errorf("it says\n%s", said)
	}
	said := l.Line("")
	for l.rest != "" {
		said = l.Line("")
	}
	if !strings.Contains(said, "firstsession print card") && !strings.Contains(l.Line("again"), "firstsession print card") {
		t.Errorf("the card is not named\n%s", said)
	}
	if said := l.Line(""); !strings.Contains(said, "There are no more pages.") {
		t.Errorf("Enter at the end says\n%s", said)
	}
	if said := l.Line("sign again"); strings.Contains(said, "acknowledgement") || !strings.Contains(said, "Your record is where it was saved.") {
		t.Errorf("a path is said again\n%s", said)
	}
	if said := l.Line("do not sign"); !strings.Contains(said, "You chose not to sign anew") || strings.Contains(said, "You have chosen not to sign,") {
		t.Errorf("it says\n%s", said)
	}
}

func TestHelpOnceMoreSaysWhatIsUrgentAndThePicture(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	l.Line("help now")
	said := l.Line("help now")
	if !strings.Contains(said, "local emergency number") || !strings.Contains(said, "The picture in words") || len(strings.Fields(said)) > 200 {
		t.Errorf("it says\n%s", said)
	}
	if said := l.Line("help now"); !strings.Contains(said, "You can say,") {
		t.Errorf("the third time it does not say all\n%s", said)
	}
}

func TestTheEnglishWordsAreTakenInSpanish(t *testing.T) {
	for typed, says := range map[string]string{
		"where": "Capítulo 1", "search miedo": "Resultados", "glossary": "Glosario", "again": "Capítulo 1", "show me": "Nada cambió",
		"sign": "después de los compromisos", "next": "Sección 1 de", "note hola": "guardada",
	} {
		l, _, _ := newReader(guidetest.Shipped(t, "es"), 0)
		l.Line("")
		if said := l.Line(typed); !strings.Contains(said, says) || strings.Contains(said, "no es una respuesta") {
			t.Errorf("%q says\n%s", typed, said)
		}
	}
}

func TestAYesLeavesWhereThatWasAskedAndANoStays(t *testing.T) {
	for typed, over := range map[string]bool{"yes": true, "no": false} {
		l, _, _ := newReader(shipped(t), 0)
		hear(l, "private", "note hello", "stop")
		if said := l.Line(typed); l.Over() != over || strings.Contains(said, "no answer here") {
			t.Errorf("%q says\n%s", typed, said)
		}
	}
}
