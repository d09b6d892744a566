package lines

import (
	"strings"
	"testing"
	"time"

	"firstsession/content/guidetest"
	"firstsession/content/page"
	"firstsession/content/visit"
	"firstsession/content/walk"
)

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
	for _, to := range [][]string{nil, {"2"}} {
		l, _, _ := newReader(shipped(t), 0)
		hear(l, "", "note one", "note")
		hear(l, to...)
		if said := l.Line("delete 4"); !strings.Contains(said, "The numbers here: 1 to 2.") || strings.Contains(said, "If you mean “delete”") {
			t.Errorf("after %q it says\n%s", to, said)
		}
		if hear(l, "delete 4", "no"); len(l.visit.Walk.Notes()) != 1 {
			t.Error("it is deleted")
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

func TestAQuestionThatComesAgainIsSaidToDoSo(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	at("where-dana-works", "later")(t, l)
	said := strings.Join(walkOn(l, func() bool { return l.visit.Step().Again }), "")
	if !strings.Contains(said, "Once more, 1 of 3.\n\nA question like an earlier one, if you like.") {
		t.Errorf("it says\n%s", said[strings.LastIndex(said, "Once more"):])
	}
	l.Line("show me")
	said = strings.Join(walkOn(l, func() bool { return l.visit.Step().Again && l.visit.Step().ID == "will-they-like-me" }), "")
	if !strings.Contains(said, "The same question as before, if you like.") {
		t.Errorf("it says\n%s", said[strings.LastIndex(said, "Once more"):])
	}
}

// Who has heard what was only read in between is back already.
func TestBackFromWhatWasOnlyReadIsBackAlready(t *testing.T) {
	for _, typed := range []string{"help now", "glossary bond", "rule"} {
		l, _, _ := newReader(shipped(t), 0)
		at("where-dana-works")(t, l)
		l.Line(typed)
		if said := l.Line("back"); !l.shows("where-dana-works") || len(strings.Fields(said)) > 60 || !strings.Contains(said, "You are back here: Chapter 3") {
			t.Errorf("after %q it says\n%s", typed, said)
		}
		if l.Line("back"); l.shows("where-dana-works") {
			t.Error("back a second time leads nowhere")
		}
	}
	l, _, _ := newReader(shipped(t), 0)
	hear(l, "", "about", "chapters")
	if said := l.Line(""); !strings.Contains(said, "You are back here: About this guide.") || !strings.Contains(lastLine(said), "hear the rest") {
		t.Errorf("it says\n%s", said)
	}
}

// Who goes back to hear a page once more does not hear again what came after it.
func TestWhatWasHeardIsSaidInShortOnTheWayOnFromBack(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	at("helping-each-other")(t, l)
	hear(l, "back", "back")
	if !l.shows("own-pace") {
		t.Fatalf("it is at %+v", l.visit.Step())
	}
	said := l.Line("")
	if !l.shows("where-dana-works") || !strings.Contains(said, "You are back here: Chapter 3 of 10: Common myths. Something to try, 1 of 3. To hear the page: again.") || strings.Contains(said, "Dana") || !strings.Contains(said, "What fits was shown. Enter: go on.") {
		t.Errorf("it says\n%s", said)
	}
	if said := l.Line("again"); !strings.Contains(said, "Dana") {
		t.Errorf("again says\n%s", said)
	}
	if said := l.Line(""); !strings.Contains(said, "Section 3 of 6. To hear the page: again.") || strings.Contains(said, "It may seem that") {
		t.Errorf("the page after it says\n%s", said)
	}
	if said := l.Line(""); !strings.Contains(said, "Tears come") {
		t.Errorf("a page that was not heard says\n%s", said)
	}
	if said := hear(l, "back", "chapters", "4", ""); strings.Contains(said, "You are back") {
		t.Errorf("what was not heard says\n%s", said)
	}
	at("keep-private")(t, l)
	if said := hear(l, "back", ""); !strings.Contains(said, "Why:") {
		t.Errorf("a promise says\n%s", said)
	}
}

func TestAMarkIsSaidWhereItStands(t *testing.T) {
	v := visit.New(visit.Options{World: page.World{Folder: "/home/me"}, Walk: walk.New(shipped(t)), Keeper: visit.Nobody(), Intakes: none{}, Now: time.Now})
	if err := v.StartIntake(""); err != nil {
		t.Fatal(err)
	}
	l := New(v, 0)
	l.Greeting()
	hear(l, "1 K-102", "3", "10", "begin", "begin", "", "", "")
	for _, typed := range []string{"mark", "again", "where"} {
		if said := l.Line(typed); !l.visit.Marked() || strings.Count(said, "Marked to talk about.") != 1 {
			t.Errorf("%q says\n%s", typed, said)
		}
	}
	if said := hear(l, "mark", "again"); !strings.Contains(said, "No longer marked.") || strings.Contains(said, "Marked to") {
		t.Errorf("it says\n%s", said)
	}
	if said := hear(l, "mark", "help now"); strings.Count(said, "Marked to talk about.") != 1 {
		t.Errorf("it says\n%s", said)
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
