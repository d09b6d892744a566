package lines

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"firstsession/content"
	"firstsession/content/guidetest"
	"firstsession/content/page"
	"firstsession/content/walk"
)

// Whatever a yes to a guess does, it neither leaves nor answers nor writes anything.
func TestAYesToAGuessDoesNothingButLook(t *testing.T) {
	moves := []string{string(walk.Reach), string(walk.Later)}
	eachKind(t, func(t *testing.T, begin func() (*Lines, *memory)) {
		l, _ := begin()
		words := []string{"maybe", "perhaps", "quizá", "erase", "undo", "take back", "qiut", "exti", "pirvate", "shrot way"}
		for _, m := range l.visit.Moves() {
			for _, word := range l.vocab[m.Meaning] {
				words = append(words, word[:len(word)-1], word+"x")
			}
		}
		for _, word := range wordsOf(l.visit.Sheet().Items) {
			words = append(words, word[:len(word)-1], word+"x")
		}
		for _, word := range words {
			v, keeper := l.visit.Copy(nil), &memory{}
			v.Keeper = keeper
			other := l.On(v)
			if other.Line(word); other.meant == "" {
				continue
			}
			keeper.facts = nil
			said := other.Line("yes")
			did := slices.ContainsFunc(keeper.facts, func(f walk.Fact) bool { return !slices.Contains(moves, f.Kind) })
			if did || other.Over() || keeper.records > 0 {
				t.Errorf("%q, and a yes, say\n%s", word, said)
			}
		}
	})
}

func TestWhoIsNotSureIsNotLedOut(t *testing.T) {
	for language, typed := range map[string][]string{"en": {"maybe", "yes"}, "es": {"quizá", "sí"}} {
		l, _ := signing(t, language)
		l.Line(wordsOf(l.visit.Sheet().Items)[1])
		hearOut(l)
		stop := l.vocab.shown(page.Stop)
		if said := hear(l, typed...); l.Over() || strings.Contains(said, "“"+stop+"”") || strings.Contains(said, stop+"?") {
			t.Errorf("%q says\n%s", typed, said)
		}
	}
}

// forgetter is a memory that can be erased.
type forgetter struct{ *memory }

func (forgetter) Forget() (found bool, err error) { return true, nil }

func TestWhoWantsToEraseIsToldHow(t *testing.T) {
	for language, way := range map[string]string{"en": "type: no trace", "es": "escriba: no dejar rastro"} {
		for _, typed := range []string{"erase", "borrar", "delete"} {
			l, keeper, _ := newReader(guidetest.Shipped(t, language), 0)
			l.visit.Keeper = forgetter{keeper}
			if said := l.Line(typed); !strings.Contains(said, l.vocab.shown(page.BeginPrivate)) || strings.Contains(said, l.words.Frame.OnceBegun) {
				t.Errorf("before one begins, %q says\n%s", typed, said)
			}
			if l.Line(""); !strings.Contains(l.Line(typed), way) {
				t.Errorf("on a page, %q says\n%s", typed, l.Line(typed))
			}
			l, keeper = signing(t, language)
			l.visit.Keeper = forgetter{keeper}
			if said := l.Line(typed); !strings.Contains(said, way) || l.typedName() != "" {
				t.Errorf("where one signs, %q says\n%s", typed, said)
			}
			hear(l, l.vocab.shown(page.NoTrace))
			if said := hear(l, typed, l.vocab.shown(yes)); l.visit.Private != strings.Contains(said, l.words.Trace.Done) {
				t.Errorf("where one erases, %q says\n%s", typed, said)
			}
		}
	}
}

func TestWhoLooksForTheNotesIsLedToThem(t *testing.T) {
	for language, typed := range map[string]string{"en": "my notes", "es": "mis notas"} {
		l, _ := signing(t, language)
		l.Line(wordsOf(l.visit.Sheet().Items)[1])
		hearOut(l)
		if said := l.Line(typed); !strings.Contains(said, l.words.Notes.Title) {
			t.Errorf("%q says\n%s", typed, said)
		}
	}
}

// Nothing is undone by a word, and wherever it is typed the way to do it is told.
func TestWhoTakesAnAnswerBackIsToldHow(t *testing.T) {
	for _, typed := range []string{"undo", "take back", "change my answer", "I changed my mind", "chnage my answer"} {
		for to, says := range map[string]string{
			"keep-private": "To change your answer here, type another one: agree, talk first, not now.",
			"own-pace":     "No answer here can be taken back. The page before this one: back.",
			"commitment":   "To change an answer to a promise, type chapters, and on that page 10.",
			"my-worries":   "the same number takes it away",
		} {
			l, keeper, _ := newReader(shipped(t), 0)
			at(to)(t, l)
			if l.visit.Sheet().Binding {
				l.Line("agree")
			} else if to == "commitment" { // with an answer to one of them
				hear(l, "", "agree", "back")
			}
			facts := len(keeper.facts)
			if said := hear(l, typed, "yes"); !strings.Contains(said, says) || len(keeper.facts) != facts {
				t.Errorf("at %s, %q says\n%s", to, typed, said)
			}
		}
	}
	for _, typed := range []string{"deshacer", "cambiar mi respuesta", "cambié de opinión", "undo"} {
		l, keeper := signing(t, "es")
		if said := hear(l, typed, "Eva", typed, "firmar", typed); strings.Count(said, "escriba capítulos y, en esa página, 10") != 3 || keeper.records != 1 {
			t.Errorf("%q says\n%s", typed, said)
		}
	}
}

// A number that was not said yet may be meant for what was.
func TestANumberThatWasNotSaidYetOpensNothing(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	l.Line("")
	hear(l, "chapters", "10")
	walkOn(l, func() bool { return l.shows("keep-private") })
	for l.visit.Step().Kind != walk.Signature {
		l.Line("later")
	}
	if said := l.Line("1"); l.visit.Step().Kind != walk.Signature || !strings.Contains(said, "Number 1 was not said yet, so nothing was done. The page goes on here.") {
		t.Errorf("it says\n%s", said)
	}
	hearOut(l)
	if l.Line("1"); !l.shows("keep-private") {
		t.Error("once it was said, it opens nothing")
	}
	if said := l.Line("signing page"); l.visit.Step().Kind != walk.Signature {
		t.Errorf("from a promise that was opened there, the word for it says\n%s", said)
	}
	hear(l, "do not sign")
	hearOut(l)
	hear(l, "1", "signing page")
	if l.visit.Step().Kind != walk.Signature {
		t.Error("nor from one that was opened from the end")
	}
}

// What stands in a line, and what it is for, is heard before it is filled in by its
// number. The name is what the page asks for, and may be given before its end.
func TestALineThatWasNotSaidYetTakesNoWords(t *testing.T) {
	for _, typed := range []string{"1 /papers", "delete 1", "1", "2"} {
		l, _, _ := newReader(shipped(t), 0)
		at(walk.SignatureID)(t, l)
		said := l.Line(typed)
		if line := l.visit.Sheet().Items[0]; !strings.Contains(said, "was not said yet, so nothing was done. The page goes on here.") || line.Text != "/home/me" || l.asked != "" {
			t.Errorf("%s: it is %q, and it says\n%s", typed, line.Text, said)
		}
		hearOut(l)
		if l.Line("1 /papers"); filepath.ToSlash(l.visit.Sheet().Items[0].Text) != "/home/me/papers" {
			t.Errorf("%s: once it was said, it takes no words", typed)
		}
	}
}

func TestLaterSaysWhatStandsWhereThereIsAnAnswer(t *testing.T) {
	l, keeper, _ := newReader(shipped(t), 0)
	at("keep-private", "agree")(t, l)
	if said := l.Line("later"); !strings.Contains(said, "Your answer to that promise stays: I agree.") {
		t.Errorf("it says\n%s", said)
	}
	at("where-dana-works", "2")(t, l)
	facts := len(keeper.facts)
	if said := l.Line("later"); len(keeper.facts) != facts || !strings.Contains(said, "This question is answered. Nothing has changed by that.") {
		t.Errorf("it says\n%s", said)
	}
}

// Nobody is told 267 words twice, nor less than whom to call.
func TestHelpNowIsSaidInShortTheSecondTime(t *testing.T) {
	for _, between := range [][]string{nil, {""}, {"", ""}} {
		g := *shipped(t)
		g.Help.Body = slices.Insert(slices.Clone(g.Help.Body), 1, content.Block{Prose: "The number of the house: 555"})
		l, _, _ := newReader(&g, 0)
		hear(l, "help now")
		hear(l, between...)
		said := l.Line("help now")
		if len(strings.Fields(said)) > 200 || !strings.Contains(said, "emergency number now") || !strings.Contains(said, "555") || !strings.Contains(said, "The picture in words") {
			t.Errorf("after %q it says\n%s", between, said)
		}
		if said := l.Line("help now"); !strings.Contains(said, "You can say,") {
			t.Errorf("it says\n%s", said)
		}
		if said := hear(l, "where", "help now"); !strings.Contains(said, "You can say,") {
			t.Errorf("after another word it says\n%s", said)
		}
	}
}

// Who is told that they can stop here listens no longer.
func TestWhatIsStillOpenIsSaidBeforeTheThanks(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	hear(l, "", "chapters", "10")
	walkOn(l, func() bool { return l.shows("keep-private") })
	for l.visit.Step().Kind != walk.Signature {
		l.Line("later")
	}
	said := l.Line("do not sign") + hearOut(l)
	if open, thanks := strings.Index(said, "7. I have read or heard"), strings.Index(said, l.words.Summary.Thanks); open < 0 || thanks < open {
		t.Errorf("it says\n%s", said)
	}
}

func TestWhatWasSavedIsNamedOnALineOfItsOwn(t *testing.T) {
	l, _, _ := newReader(shipped(t), 40)
	at("signing", "", "", "", "Maja", "1 a folder with many words in its name", "sign")(t, l)
	l.visit.Private = true
	path := l.visit.Walk.Records()[0]
	for _, typed := range []string{"where", "stop"} {
		if said := l.Line(typed); !strings.Contains(path, "many words") || strings.Count(said, "\n"+path+"\n") != 1 {
			t.Errorf("%q says\n%s", typed, said)
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

// A path that was just said is said in a sentence again: without it nothing would stand
// behind its colon.
func TestNoSentenceLosesItsPath(t *testing.T) {
	l, _, _ := newReader(shipped(t), 80)
	l.Line("private")
	at(walk.SignatureID, "", "", "", "Maja")(t, l)
	if said := hear(l, "sign", ""); !strings.Contains(said, "stays on this computer:\n\n"+filepath.FromSlash("/home/me/home/me")) {
		t.Error(said)
	}
}

// What was heard last is what is asked about, and not the page below it.
func TestTheseWordsAreAboutWhatWasHeardLast(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	hear(l, "", "search tears", "1")
	if said := l.Line("where"); !strings.HasPrefix(strings.TrimSpace(said), "You have just heard: Chapter 2 of 10: Your first session. Getting there, and saying hello.") {
		t.Errorf("where says\n%s", said)
	}
	if said := l.Line("next"); !strings.Contains(said, "To read on there, type chapters, and on that page 2.") {
		t.Errorf("next says\n%s", said)
	}
	if said := l.Line(""); !strings.Contains(said, "You are back here: Chapter 1 of 10") {
		t.Errorf("an empty line says\n%s", said)
	}
}

// Where nothing can be taken back, no promise is spoken of that nobody answered.
func TestAfterNotSigningToTakeItBackNamesThePageForIt(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	at(walk.SignatureID, "", "", "", "do not sign")(t, l)
	hearOut(l)
	if said := l.Line("undo"); !strings.Contains(said, "signing page") {
		t.Error(said)
	}
}

// A question that has its answer says so, and offers no number that does nothing.
func TestAnAnsweredQuestionOffersNoNumbers(t *testing.T) {
	l, keeper, _ := newReader(shipped(t), 0)
	at("where-dana-works", "show me")(t, l)
	facts := len(keeper.facts)
	for _, typed := range []string{"2", "2 3", "?", "xyzzy", "again"} {
		said := l.Line(typed)
		if strings.Contains(said, "numbers here") || strings.Contains(said, "One number at a time") || strings.Contains(said, "A number:") || strings.Count(said, "what fits")+strings.Count(said, "What fits") > 1 || len(keeper.facts) > facts {
			t.Errorf("%q says\n%s", typed, said)
		}
	}
}
