package lines

import (
	"strings"
	"testing"

	"firstsession/content/page"
)

// What the list of all words names can be typed, also where text is asked for.
func TestAWordThatIsNamedIsACommandWhereTextIsAskedFor(t *testing.T) {
	for _, to := range [][]string{{"", "note"}, nil} {
		for _, word := range []string{"chapters", "search", "glossary", "my page", "about", "where", "back"} {
			l, _, _ := newReader(shipped(t), 0)
			if hear(l, to...); to == nil {
				at("signing", "", "", "")(t, l)
			}
			said := l.Line(word)
			named := func(i page.Item) bool { return i.Name && i.Text != "" }
			if _, taken := l.visit.Sheet().First(named); taken || strings.Contains(said, "was not taken") || len(l.visit.Walk.Notes()) > 0 {
				t.Errorf("%q says\n%s", word, said)
			}
		}
	}
}

// A note may be any word, and also one that does something.
func TestANoteNeverTakesTheWordOfACommand(t *testing.T) {
	for _, word := range []string{"sign", "do not sign", "stop", "back", "where"} {
		l, keeper, _ := newReader(shipped(t), 0)
		hear(l, "", "note "+word)
		at("signing", "", "", "", "Maja", "", "")(t, l)
		hear(l, word)
		for _, item := range l.visit.Sheet().Items {
			if item.Kind == page.Tick && item.On {
				t.Errorf("%q ticks the note", word)
			}
		}
		if word == "sign" && keeper.records != 1 {
			t.Errorf("%q does not sign", word)
		}
	}
}

// Who was elsewhere is still owed what was not said of a page.
func TestTheRestOfAPageIsOwedAfterAVisitElsewhere(t *testing.T) {
	for _, elsewhere := range [][]string{{"note", "back"}, {"chapters", ""}, {"my page", "back"}, {"about", ""}, {"help now"}, {"glossary"}, {"note hello"}} {
		l, _, _ := newReader(shipped(t), 0)
		l.Line("")
		walkOn(l, func() bool { return l.rest != "" })
		place, rest := l.visit.Step().Key(), l.rest
		if rest == "" {
			t.Fatal("no page is said in parts")
		}
		said := hear(l, elsewhere...)
		for range 5 { // what is read elsewhere may be long, too
			if l.visit.Step().Key() == place {
				break
			}
			said += l.Line("")
		}
		if l.rest != rest || !strings.Contains(lastLine(said), "hear the rest") && !strings.Contains(lastLine(said), "Enter: the rest of Chapter ") {
			t.Errorf("%q: the rest is %q\n%s", elsewhere, l.rest, said)
		}
		if said := l.Line(""); l.visit.Step().Key() != place || !strings.Contains(said, rest) {
			t.Errorf("%q: Enter says\n%s", elsewhere, said)
		}
	}
}

// While the line for it was not said, a word in small letters may be for anything.
func TestAWordIsNoNameBeforeTheNamesLineWasSaid(t *testing.T) {
	for typed, name := range map[string]string{"hello there": "", "maja": "", "Maja": "Maja", "2 maja": "maja"} {
		l, _, _ := newReader(shipped(t), 0)
		at("signing")(t, l)
		said := l.Line(typed)
		item, _ := l.visit.Sheet().First(func(i page.Item) bool { return i.Name })
		if item.Text != name || name == "" && !strings.Contains(said, "If it is one, type: 2 ") {
			t.Errorf("%q is the name %q\n%s", typed, item.Text, said)
		}
	}
}

func TestWhatIsNewInAListIsSaidWithWhatStandsAboveIt(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	hear(l, "", "note hello", "my page", "note")
	l.Line("7 up, and what that is")
	said := l.Line("back")
	if at, above := strings.Index(said, "7 up"), strings.Index(said, "My notes."); at < 0 || above < 0 || above > at {
		t.Errorf("it says\n%s", said)
	}
}

func TestAQuestionEndsWithoutAFullStop(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	hear(l, "", "chapters", "5")
	if said := l.Line("stop"); strings.Contains(said, "?.") || !strings.Contains(said, "Does it help? To erase it") {
		t.Errorf("it says\n%s", said)
	}
}
