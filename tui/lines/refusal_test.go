package lines

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"firstsession/content/guidetest"
	"firstsession/content/page"
	"firstsession/content/walk"
)

// typedName is what stands in the line for the name.
func (l *Lines) typedName() string {
	item, _ := l.visit.Sheet().First(func(i page.Item) bool { return i.Name })
	return item.Text
}

func signing(t testing.TB, language string) (*Lines, *memory) {
	t.Helper()
	l, keeper, _ := newReader(guidetest.Shipped(t, language), 0)
	l.Line("")
	to, _ := l.visit.Walk.Find("signing")
	walkTo := func() bool { return l.shows(to.Key()) }
	l.Line(l.vocab.shown(page.Chapters))
	l.Line("10")
	for range 60 {
		if walkTo() && l.rest == "" {
			break
		}
		answer := ""
		if s := l.visit.Sheet(); l.rest == "" && s.Binding && !walkTo() && !hasGoOn(s) {
			answer = answers(s)[0]
		}
		l.Line(answer)
	}
	if !walkTo() {
		t.Fatal("the signing page is not reached")
	}
	return l, keeper
}

func hasGoOn(s page.Sheet) bool { _, ok := s.GoOn(); return ok }

// What cannot be done yet is not offered by its number.
func TestTheNumberThatSignsSaysAtOnceWhatIsMissing(t *testing.T) {
	open := func(t testing.TB) (*Lines, *memory) {
		l, keeper, _ := newReader(shipped(t), 0)
		hear(l, "", "chapters", "10")
		for i := 0; !l.shows("signing") && i < 60; i++ {
			hear(l, "", "later")
		}
		hearOut(l)
		return l, keeper
	}
	for missing, to := range map[string]func(testing.TB) (*Lines, *memory){
		"Signing waits until each promise has an answer.": open,
		"To sign, type a name or initials here first.":    func(t testing.TB) (*Lines, *memory) { return signing(t, "en") },
	} {
		l, keeper := to(t)
		item, _ := l.visit.Sheet().First(func(i page.Item) bool { return i.Word == "sign" })
		n := fmt.Sprint(l.visit.Sheet().Number(item.ID))
		for range 2 {
			if said := l.Line(n); !strings.Contains(said, missing) || strings.Contains(said, "once more") || keeper.records > 0 {
				t.Errorf("%s says\n%s", n, said)
			}
		}
	}
}

// A name that says no would sign for somebody who does not want to.
func TestWordsOfRefusalAreNeverANameAndDoNotSign(t *testing.T) {
	for language, all := range map[string][]string{
		"en": {"don't sign", "Don’t sign.", "dont sign", "not now", "Not now, do not sign", "no thanks", "I won't sign", "i do not want to sign", "never", "rather not", "do not sgin", "Not Now"},
		"es": {"ahora no", "Ahora no", "no firmo", "no quiero firmar", "No firmaré", "mejor no", "nunca", "todavía no", "prefiero no firmar", "don't sign"},
	} {
		decline := map[string]string{"en": "type: do not sign", "es": "escriba: no firmar"}[language]
		sign := map[string]string{"en": "sign", "es": "firmar"}[language]
		for _, typed := range all {
			l, keeper := signing(t, language)
			if said := l.Line(typed); l.typedName() != "" || !strings.Contains(said, decline) {
				t.Errorf("%q makes the name %q, and says\n%s", typed, l.typedName(), said)
			}
			if l.Line(sign); keeper.records > 0 {
				t.Errorf("%q signs", typed)
			}
			if said := l.Line(typed); l.typedName() != "" || !strings.Contains(said, decline) {
				t.Errorf("after %q, which needs a name, %q makes the name %q, and says\n%s", sign, typed, l.typedName(), said)
			}
		}
	}
}

func TestARefusalToSignIsNoNameAfterItsNumberEither(t *testing.T) {
	for _, typed := range []string{"don't sign", "not now", "I will not sign"} {
		for _, lines := range [][]string{{"2", typed}, {"2 " + typed}, {"Maja", "2 " + typed}} {
			l, _ := signing(t, "en")
			was := ""
			if len(lines) > 1 && lines[0] == "Maja" {
				was = "Maja"
			}
			if said := hear(l, lines...); l.typedName() != was || !strings.Contains(said, "type: do not sign") {
				t.Errorf("%q makes the name %q, and says\n%s", lines, l.typedName(), said)
			}
		}
	}
	l, _ := signing(t, "en") // while a name may begin so
	if hear(l, "2 No Il"); l.typedName() != "No Il" {
		t.Errorf("the name is %q", l.typedName())
	}
}

func TestACommandWithALetterAmissIsNoNameButIsAsked(t *testing.T) {
	for language, all := range map[string]map[string]string{
		"en": {"sgin": "type: sign", "sing": "type: sign", "singn": "type: sign", "bakc": "mean back", "chpaters": "mean chapters", "serch trust": "mean search trust", "glosary bond": "mean glossary bond"},
		"es": {"frimar": "escriba: firmar", "firmr": "escriba: firmar", "vovler": "decir volver", "buscr miedo": "decir buscar miedo"},
	} {
		for typed, asks := range all {
			l, _ := signing(t, language)
			if said := l.Line(typed); l.typedName() != "" || !strings.Contains(said, asks) {
				t.Errorf("%q makes the name %q, and says\n%s", typed, l.typedName(), said)
			}
		}
	}
	for _, name := range []string{"Sing", "jack", "nora", "maja", "sara", "finn", "ana", "hope", "stella", "mina", "noah", "eva b", "Bacq"} {
		l, _ := signing(t, "en")
		if said := l.Line(name); l.typedName() != name {
			t.Errorf("%q is not taken as a name\n%s", name, said)
		}
	}
}

// A yes to what was never meant would write, or come before what erases.
func TestNoGuessWritesOrLeadsToErasing(t *testing.T) {
	for language, all := range map[string][]string{
		"en": {"not now", "no", "not", "no trac", "noet hello", "nope", "not here", "Not now."},
		"es": {"otra cosa", "no", "ahora no", "no ahora", "nto hola", "no quiero"}, //nolint:misspell // Spanish
	} {
		for _, typed := range all {
			l, keeper, _ := newReader(guidetest.Shipped(t, language), 0)
			hear(l, "", "")
			facts := len(keeper.facts)
			said := hear(l, typed, l.vocab.shown(yes))
			if len(keeper.facts) != facts || len(l.visit.Walk.Notes()) > 0 || strings.Contains(said, l.words.Trace.Lead) {
				t.Errorf("%q, and a yes, say\n%s", typed, said)
			}
		}
	}
}

func TestWhoMeansToSignIsLedToThePageForIt(t *testing.T) {
	l, _ := signing(t, "en")
	l.Line("do not sign")
	for l.rest != "" {
		l.Line("")
	}
	for _, typed := range []string{"sign", "sing", "sgin", "sign it"} {
		if said := l.Line(typed); !strings.Contains(said, "signing page") || strings.Contains(said, "my page?") {
			t.Errorf("%q says\n%s", typed, said)
		}
	}
	es, keeper := signing(t, "es")
	if said := hear(es, "Eva", "sign"); keeper.records != 1 {
		t.Errorf("sign says\n%s", said)
	}
}

// Whatever was taken for no name, what is told next works, typed as it is told.
func TestWhatIsNoNameIsToldTheWayThatTakesItAndTheNextStep(t *testing.T) {
	for language, all := range map[string]map[string]string{
		"en": {
			"no": "do not sign", "decline": "do not sign", "Refuse": "do not sign", "pass": "do not sign", "another day": "do not sign", "sign now": "sign", "Sign as Al": "sign",
			"ok": "sign, do not sign.", "cancel": "sign, do not sign.", "I agree": "sign, do not sign.", "7 Ann": "sign, do not sign.",
		},
		"es": {"no": "no firmar", "mañana": "no firmar", "otro día": "no firmar", "firmar ahora": "firmar", "firmo": "firmar", "de acuerdo": "firmar, no firmar.", "pasar": "firmar, no firmar."}, //nolint:misspell // Spanish
	} {
		for typed, next := range all {
			l, keeper := signing(t, language)
			if typed == "no" { // after the number alone, too
				l.Line("2")
			}
			said := l.Line(typed)
			told := strings.Split(said, "\n\n")
			if l.typedName() != "" || !strings.HasSuffix(told[1], ": "+next) {
				t.Errorf("%q makes the name %q, and says\n%s", typed, l.typedName(), said)
			}
			way := told[0][strings.LastIndex(told[0], ": ")+2:]
			if l.Line(way); keeper.records != 0 || l.typedName() == "" || !strings.HasSuffix(typed, l.typedName()) {
				t.Errorf("%q makes the name %q", way, l.typedName())
			}
		}
	}
}

func TestAnotherNameIsToldTheWayToChangeTheOneThatIsThere(t *testing.T) {
	l, _ := signing(t, "en")
	if said := hear(l, "Val", "Max"); !strings.Contains(said, "type 2 and the text in one line: 2 Max") {
		t.Errorf("it says\n%s", said)
	}
	if hear(l, "2 Max"); l.typedName() != "Max" {
		t.Errorf("the name is %q", l.typedName())
	}
	if said := l.Line("decline"); !strings.Contains(said, "type: do not sign") {
		t.Errorf("it says\n%s", said)
	}
}

func TestOnASearchAnotherWordIsLookedFor(t *testing.T) {
	for _, before := range []string{"search xqzw", "search trust", "search"} {
		l, _, _ := newReader(shipped(t), 0)
		hear(l, "", before)
		for _, word := range []string{"fear", "hope"} {
			if said := l.Line(word); !strings.Contains(said, " found") {
				t.Errorf("after %q, %q says\n%s", before, word, said)
			}
		}
		if said := l.Line("chpaters"); !strings.Contains(said, "mean chapters") {
			t.Errorf("after %q it says\n%s", before, said)
		}
	}
}

func TestAWordThatGoesOnIsNoEmptyLine(t *testing.T) {
	for _, language := range []string{"en", "es"} {
		for _, decline := range []bool{false, true} {
			l, _ := signing(t, language)
			if decline {
				l.Line(wordsOf(l.visit.Sheet().Items)[1])
			}
			for _, word := range l.vocab[page.GoOnward] {
				if said := l.Line(word); strings.Contains(said, l.words.Plain.Empty) {
					t.Errorf("%q says\n%s", word, said)
				}
			}
		}
	}
}

func TestTheSigningPageIsReachedByEitherWordForItOnceAllIsAnswered(t *testing.T) {
	for _, signs := range []bool{true, false} {
		for _, typed := range []string{"signing page", "sign again"} {
			for _, to := range []string{"", "my page"} {
				l, _ := signing(t, "en")
				if signs {
					hear(l, "Maja", "sign")
				} else {
					l.Line("do not sign")
				}
				if to != "" {
					l.Line(to)
				}
				if said := l.Line(typed); !l.shows("signing") {
					t.Errorf("after %q, %q says\n%s", to, typed, said)
				}
			}
		}
	}
	l, _, _ := newReader(shipped(t), 0)
	l.Line("")
	if said := l.Line("signing page"); !strings.Contains(said, "on the last page, after the promises") {
		t.Errorf("it says\n%s", said)
	}
}

func TestWhyNothingHasChangedIsSaid(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	hear(l, "", "note hello", "my page")
	if said := l.Line("card"); !strings.Contains(said, "You are there already: My page.") {
		t.Errorf("it says\n%s", said)
	}
	l.Line("note")
	if said := l.Line("note"); !strings.Contains(said, "You are there already: Notes for my therapist.") {
		t.Errorf("it says\n%s", said)
	}
	l, _ = signing(t, "en")
	if said := l.Line("delete 1"); !strings.Contains(said, "It was so already") {
		t.Errorf("it says\n%s", said)
	}
}

func TestWhoLeavesWithANameIsToldThatNothingWasSigned(t *testing.T) {
	l, _ := signing(t, "en")
	l.Line("Maja")
	if said := l.Leave(); !strings.Contains(said, "Nothing was signed") {
		t.Errorf("it says\n%s", said)
	}
	l, _ = signing(t, "en")
	hear(l, "Maja", "sign", "sign again")
	if said := l.Leave(); strings.Contains(said, "Nothing was signed") {
		t.Errorf("it says\n%s", said)
	}
}

func TestAPromiseThatIsLeftSaysSo(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	at("keep-private")(t, l)
	if said := l.Line("later"); !strings.Contains(said, "Left for later.") {
		t.Errorf("it says\n%s", said)
	}
	if said := hear(l, "agree", "later"); strings.Contains(said, "Left for later.") {
		t.Errorf("it says\n%s", said)
	}
}

func TestAShortWordWithAnotherLetterIsNotGuessed(t *testing.T) {
	for language, all := range map[string][]string{"en": {"hope", "none", "erase"}, "es": {"pasar", "paso"}} {
		for _, typed := range all {
			l, _, _ := newReader(guidetest.Shipped(t, language), 0)
			hear(l, "", "")
			if said := l.Line(typed); strings.Contains(said, "Did you mean") || strings.Contains(said, "Quiso") {
				t.Errorf("%q says\n%s", typed, said)
			}
		}
	}
}

func TestADisagreementIsNeverTakenForAgreement(t *testing.T) {
	for language, all := range map[string][]string{"en": {"disagree", "I disagree", "I do not agree", "not now"}, "es": {"desacuerdo", "no estoy de acuerdo", "no acepto"}} {
		for _, typed := range all {
			l, _, _ := newReader(guidetest.Shipped(t, language), 0)
			hear(l, "", l.vocab.shown(page.Chapters), "10", "")
			said := l.Line(typed)
			if answer := l.visit.Walk.Answer("keep-private"); answer != walk.NotNow {
				t.Errorf("%q answers %q, and says\n%s", typed, answer, said)
			}
		}
	}
}

func TestLaterOnTheSigningPageIsToldHowNotToSignNow(t *testing.T) {
	for language, later := range map[string]string{"en": "later", "es": "luego"} {
		for _, name := range []string{"", "Eva"} {
			l, _ := signing(t, language)
			l.Line(name)
			if said := l.Line(later); !strings.Contains(said, ": "+wordsOf(l.visit.Sheet().Items)[1]) || l.typedName() != name {
				t.Errorf("it says\n%s", said)
			}
		}
	}
}

func TestWhatIsNoNameIsNotToldHowToBeOneWhereANameIs(t *testing.T) {
	l, _ := signing(t, "en")
	l.Line("Maja")
	if said := l.Line("Ok"); !strings.Contains(said, "The answers here: sign, do not sign.") {
		t.Errorf("it says\n%s", said)
	}
}

// What was never meant as a name would be the one that signs.
func TestWhatBeginsLikeACommandAQuestionOrAnIntentIsNoName(t *testing.T) {
	for language, all := range map[string][]string{
		"en": {"search Max", "Search fear", "glossary Bond", "chapters Al", "delete Al", "maybe", "wait", "what?", "where am I", "Where is it?", "I will sign", "signing", "Signature", "anonymous", "page 2", "accept", "About", "Search", "Chapters", "Quit"},
		"es": {"buscar Max", "Buscar miedo", "rechazar", "Firmar", "aceptar", "tal vez", "quizá", "espera", "¿dónde está?", "quiero firmar", "mi firma", "sign now", "accept", "Acerca", "Buscar", "Search"}, //nolint:misspell // Spanish
	} {
		for _, typed := range all {
			for _, before := range []string{"", "2"} {
				l, keeper := signing(t, language)
				if said := hear(l, before, typed, l.vocab.shown(yes)); l.typedName() != "" || keeper.records > 0 {
					t.Errorf("after %q, %q makes the name %q, and says\n%s", before, typed, l.typedName(), said)
				}
			}
		}
	}
	for _, name := range []string{"Will", "Signe", "al", "Page", "van Dyk", "Grace Back"} {
		l, _ := signing(t, "en")
		if said := hear(l, "2", name); l.typedName() != name {
			t.Errorf("%q is not taken as a name\n%s", name, said)
		}
	}
}

func TestACaughtWordIsToldItsWayInAnOpenedFieldAsWell(t *testing.T) {
	for _, typed := range []string{"sign now", "7", "no", "Maybe", "search Max", "done", "About"} {
		l, _ := signing(t, "en")
		if said := hear(l, "2", typed); l.typedName() != "" || !strings.Contains(said, "If it is one, type: 2 "+typed) {
			t.Errorf("%q makes the name %q, and says\n%s", typed, l.typedName(), said)
		}
		if hear(l, "2 "+typed); l.typedName() != typed {
			t.Errorf("with its number, %q makes the name %q", typed, l.typedName())
		}
	}
}

func TestOnlyWhatIsOfferedAgreesAndANoIsNeverLedToIt(t *testing.T) {
	for language, all := range map[string][]string{
		"en": {"accept", "i accept", "acepto", "accept nothing", "accept not", "accept or not", "accept not now", "except", "agree with", "agree nothing", "agree or not", "don't agree", "not agree"},
		"es": {"aceptar", "acepto", "aceptó", "accept", "acuerdo", "de acuerdo no", "de acuerdo en nada", "agree", "I agree"},
	} {
		for _, typed := range all {
			l, _, _ := newReader(guidetest.Shipped(t, language), 0)
			at("keep-private")(t, l)
			agree := l.fill(l.words.Lines.AnswerIs, "word", answers(l.visit.Sheet())[0])
			said := hear(l, typed)
			accepts := strings.TrimPrefix(strings.ToLower(typed), "i ") == "accept" || slices.Contains([]string{"aceptar", "acepto", "aceptó", "accept"}, typed) || language == "es" && strings.HasSuffix(typed, "agree")
			if hear(l, l.vocab.shown(yes)); l.visit.Walk.Answer("keep-private") != walk.Unanswered || strings.Contains(said, agree) != accepts {
				t.Errorf("%q says\n%s", typed, said)
			}
		}
		for _, way := range []string{"agree", "number", "label"} {
			l, _, _ := newReader(guidetest.Shipped(t, language), 0)
			at("keep-private")(t, l)
			offers := l.visit.Sheet().Items[0]
			hear(l, map[string][]string{"agree": {offers.Word}, "number": {"1", "1"}, "label": {offers.Label}}[way]...)
			if l.visit.Walk.Answer("keep-private") != walk.Agree {
				t.Errorf("the %s does not agree", way)
			}
		}
	}
}

func TestAWordThatGoesOnAnswersNoQuestion(t *testing.T) {
	g := guidetest.Shipped(t, "en")
	for _, q := range g.Questions() {
		for _, word := range []string{"skip", "next"} {
			l, keeper, _ := newReader(g, 0)
			at(q.ID)(t, l)
			if l.visit.Sheet().Count(page.Tick) == 0 || len(l.shown(page.Later)) == 0 {
				continue
			}
			l.Line("1")
			facts := len(keeper.facts)
			if said := l.Line(word); len(keeper.facts) != facts || !strings.Contains(said, "Did you mean later?") {
				t.Errorf("%q at %s says\n%s", word, q.ID, said)
			}
		}
	}
}

func TestWhereAtTheEndNamesNoMinutesThatAreLeft(t *testing.T) {
	for _, key := range []string{"signing", "closing"} {
		l, _, _ := newReader(shipped(t), 0)
		at("signing")(t, l)
		if key == "closing" {
			l.Line("do not sign")
		}
		if said := l.Line("where"); strings.Contains(said, "minutes") {
			t.Errorf("at %s it says\n%s", key, said)
		}
	}
}

func TestANumberThatWaitsForTheRestOfThePageSaysOnlyThat(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	at("signing")(t, l)
	n := len(l.visit.Sheet().Numbered()) - 1 // to sign
	if said := l.Line(string(rune('0' + n))); !strings.Contains(said, "That was not done yet") || strings.Contains(said, "You are there already") {
		t.Errorf("%d says\n%s", n, said)
	}
}

// A word that goes on is an empty line, also where the page has more to be heard.
func TestAWordThatGoesOnPassesOverNothingUnheard(t *testing.T) {
	for _, word := range []string{"go on", "next", "continue", "Go on."} {
		l, keeper, _ := newReader(shipped(t), 0)
		if hear(l, "", ""); l.rest == "" {
			t.Fatal("the page is said whole")
		}
		facts := len(keeper.facts)
		if said := l.Line(word); !strings.Contains(said, "Who is who") || len(keeper.facts) > facts {
			t.Errorf("%q says\n%s", word, said)
		}
	}
}

// In a visit that keeps nothing, nothing is said to be kept.
func TestAVisitThatKeepsNothingSaysOfNothingThatItIsKept(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	hear(l, "private", "chapters")
	for _, word := range []string{"short way", "all chapters"} {
		if said := l.Line(word); strings.Contains(said, " is kept") || !strings.Contains(said, "stays as it is") {
			t.Errorf("%q says\n%s", word, said)
		}
	}
}

// What all can be typed is not said twice in a row.
func TestARefusalDoesNotRepeatTheWholePrompt(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	at("where-dana-works")(t, l)
	first, next, third := l.Line("xyzzy"), l.Line("plugh"), l.Line("plover")
	said := func(all string) bool { return strings.Contains(all, "Or show me, later, rule") }
	if said(first) || !said(next) || said(third) || !strings.Contains(next, "The numbers here: 1 to 3.") {
		t.Errorf("they say\n%s\n%s\n%s", first, next, third)
	}
}

// What people say is understood where it can mean one thing only.
func TestEverydayWordsDoWhatTheySay(t *testing.T) {
	for _, test := range []struct{ at, typed, says string }{
		{"", "the short way", "short way"},
		{"own-pace", "ok", "Something to try"},
		{"own-pace", "yes", "Something to try"},
		{"my-worries", "number 2", "Now: "},
		{"my-worries", "two", "Now: "},
		{"my-worries", "1 and 2", "Now: "},
		{"my-worries", "untick 2", "Nothing has changed"},
		{"where-dana-works", "number two", "This fits"},
		{"own-pace", "I want to stop", "Your place is kept"},
	} {
		l, _, _ := newReader(shipped(t), 0)
		if test.at != "" {
			at(test.at)(t, l)
			hearOut(l)
		}
		before := ticked(l.visit.Sheet())
		said := l.Line(test.typed)
		if strings.Contains(said, "no answer here") || !strings.Contains(said, test.says) || test.typed == "untick 2" && len(ticked(l.visit.Sheet())) != len(before) {
			t.Errorf("%q at %q says\n%s", test.typed, test.at, said)
		}
	}
}
