package lines

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"firstsession/content/guidetest"
	"firstsession/content/page"
	"firstsession/content/walk"
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

// Where a name stands already, capitals may be another name, or a command with Caps Lock.
func TestInitialsAreAskedAboutWhereANameStandsAlready(t *testing.T) {
	for _, typed := range []string{"AB", "J", "B", "Q", "N", "A.B."} {
		for answer, name := range map[string]string{"yes": typed, "no": "Maja", "where": "Maja"} {
			l, keeper := signing(t, "en")
			l.Line("Maja")
			said := l.Line(typed)
			if l.Over() || !l.shows(walk.SignatureID) || len(l.visit.IDs()) > 1 || !strings.Contains(said, "Is “"+typed+"” your name?") {
				t.Fatalf("%q says\n%s", typed, said)
			}
			if said := l.Line(answer); l.typedName() != name || keeper.records > 0 {
				t.Errorf("%q and %q make the name %q, and say\n%s", typed, answer, l.typedName(), said)
			}
		}
	}
	l, _ := signing(t, "en")
	if said := hear(l, "ON"); !strings.Contains(said, "Is “ON” your name?") || l.typedName() != "" {
		t.Errorf("it says\n%s", said)
	}
	if hear(l, "yes"); l.typedName() != "ON" {
		t.Errorf("the name is %q", l.typedName())
	}
	if said := l.Line("H"); !strings.Contains(said, "emergency number") {
		t.Errorf("H says\n%s", said)
	}
}

func TestInitialsAtAPromiseLeadToWhereOneSigns(t *testing.T) {
	l, keeper, _ := newReader(shipped(t), 0)
	at("keep-private")(t, l)
	facts := len(keeper.facts)
	if said := l.Line("AB"); !strings.Contains(said, "a page of its own, after the promises") || len(keeper.facts) != facts {
		t.Errorf("it says\n%s", said)
	}
}

func TestToEmptyAnEmptyNameSaysThatNothingChanged(t *testing.T) {
	l, _ := signing(t, "en")
	item, _ := l.visit.Sheet().First(func(i page.Item) bool { return i.Name })
	n := l.visit.Sheet().Number(item.ID)
	if said := l.Line(fmt.Sprint("delete ", n)); strings.Contains(said, "To sign, type") || !strings.Contains(said, "Nothing has changed") {
		t.Errorf("it says\n%s", said)
	}
}

func TestToSignIsNotOfferedBeforeWhatIsSignedWasHeard(t *testing.T) {
	for _, typed := range []string{"?", "sgin", "sign as Sam", "maja", "1", "undo"} {
		l, keeper, _ := newReader(shipped(t), 0)
		at("signing")(t, l)
		if l.rest == "" {
			t.Fatal("the page has one part")
		}
		said := l.Line(typed)
		for _, offer := range []string{"\nsign: ", "type: sign", "here: sign,"} {
			if strings.Contains(said, offer) {
				t.Errorf("%q says\n%s", typed, said)
			}
		}
		if keeper.records > 0 {
			t.Errorf("%q signs", typed)
		}
	}
}

func TestWhoSignsWithAPromiseOpenIsToldWhichAndHow(t *testing.T) {
	for language, typed := range map[string][]string{"en": {"sign", "sign as Sam", "sign it"}, "es": {"firmar", "firmar como Sam"}} {
		for _, line := range typed {
			l, keeper, _ := newReader(guidetest.Shipped(t, language), 0)
			at("keep-private")(t, l)
			for l.visit.Step().Kind != walk.Signature {
				if l.shows("come-on-time") {
					l.Line(answers(l.visit.Sheet())[0])
				}
				l.Line(l.vocab.shown("later"))
			}
			hearOut(l)
			said, open := l.Line(line), l.visit.Walk.Open()
			for _, statement := range open {
				if !strings.Contains(said, statement.Text) {
					t.Errorf("%q does not name %q\n%s", line, statement.Text, said)
				}
			}
			if len(open) != 6 || keeper.records > 0 || strings.Contains(said, l.visit.Guide().Commitment.Statements[1].Text) {
				t.Errorf("%d are open\n%s", len(open), said)
			}
			if l.Line("1"); !l.shows(open[0].ID) {
				t.Errorf("its number leads to %+v", l.visit.Step())
			}
		}
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

func TestMarkIsANameAndNoCommandWhereNobodyMarksPages(t *testing.T) {
	for _, name := range []string{"Mark", "mark"} {
		l, _ := signing(t, "en")
		if said := hear(l, "Will", name); !strings.Contains(said, "type 2 and the text in one line: 2 "+name) {
			t.Errorf("%q says\n%s", name, said)
		}
	}
	if l, _, _ := newReader(shipped(t), 0); !strings.Contains(hear(l, "", "mark"), "“mark” is no answer here") {
		t.Error("on a page that is read, it is said to be done elsewhere")
	}
}

// To go on is to hear the rest, where a name is not asked for yet.
func TestToGoOnIsNoNameBeforeOneIsAskedFor(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	at(walk.SignatureID)(t, l)
	if said := l.Line("go on"); strings.Contains(said, "as a name") || !strings.Contains(said, "I will come without alcohol") {
		t.Errorf("to go on says\n%s", said)
	}
}

// Who signs may hear in short what with, and where it goes.
func TestWhatOneSignsWithIsReadBack(t *testing.T) {
	for _, typed := range []string{"where", "4"} {
		l, keeper, _ := newReader(shipped(t), 0)
		l.Line("")
		hear(l, "note Ask about the lift", "note Something else")
		at(walk.SignatureID)(t, l)
		hearOut(l)
		hear(l, "Maja", "1")
		n := len(l.visit.Sheet().Numbered())
		if typed == "4" { // what signs stands before the last one
			typed = strconv.Itoa(n - 1)
		}
		said := l.Line(typed)
		for _, says := range []string{"Where your copy is saved: /home/me", "Your name: Maja", "Ask about the lift"} {
			if !strings.Contains(said, says) || strings.Contains(said, "Something else") || keeper.records > 0 {
				t.Errorf("%q is not said\n%s", says, said)
			}
		}
	}
}

// Whether a no is a name is asked once, also where a promise is still open and nobody asks for one.
func TestANoIsTakenAsANameOnlyWhenItIsTypedAgain(t *testing.T) {
	for language, typed := range map[string][]string{"en": {"later", "9 no", "9 No.", "9 my name is no", "9 later"}, "es": {"luego", "9 no", "9 No.", "9 me llamo no"}} {
		for _, no := range typed[1:] {
			l, _, _ := newReader(guidetest.Shipped(t, language), 0)
			at("keep-private")(t, l)
			for !l.shows(walk.SignatureID) {
				l.Line(typed[0])
			}
			hearOut(l)
			_, told, _ := strings.Cut(l.words.Lines.NotAName, "}")
			told, _, _ = strings.Cut(told, "{")
			if said, name := l.Line(no), l.visit.Sheet().Items[8].Text; name != "" || !strings.Contains(said, told) {
				t.Errorf("%s: the name is %q, and it says\n%s", no, name, said)
			}
			if said := l.Line(no); l.visit.Sheet().Items[8].Text == "" {
				t.Errorf("%s: typed again, it says\n%s", no, said)
			}
		}
	}
}

// What is signed stands far above the name by ear, and may have been answered long ago.
func TestTheAnswersAreReadBackWithTheNameThatIsToSignThem(t *testing.T) {
	for language, want := range map[string]string{
		"en": "Your answers, each with the numbers of its promises. I agree: 3, 6. I want to talk about this first: 1, 4, 7. I do not agree to this now: 2, 5. Nothing is signed yet. The name you typed is: Maja",
		"es": "Sus respuestas, cada una con los números de sus compromisos. Estoy de acuerdo: 3, 6. Primero quiero hablar de esto: 1, 4, 7. Por ahora no estoy de acuerdo: 2, 5. Todavía no se ha firmado nada. El nombre que escribió es: Maja",
	} {
		l, _, _ := newReader(guidetest.Shipped(t, language), 0)
		at("keep-private")(t, l)
		for n := range 7 {
			answer := fmt.Sprint((n+1)%3 + 1)
			hear(l, answer, answer, "")
		}
		hearOut(l)
		if said := l.Line("Maja"); !strings.Contains(said, want) {
			t.Errorf("it says\n%s", said)
		}
	}
}
