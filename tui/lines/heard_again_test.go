package lines

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"firstsession/content/guidetest"
	"firstsession/content/page"
	"firstsession/content/visit"
	"firstsession/content/walk"
)

// An empty line says the rest of the page below, and not of what was read in between.
func TestAfterHelpNowTheRestIsSaidToBeOfThePageBelow(t *testing.T) {
	for _, typed := range []string{"help now", "glossary bond"} {
		l, _, _ := newReader(shipped(t), 0)
		hear(l, "", "")
		if l.rest == "" {
			t.Fatal("the page has one part")
		}
		if said := l.Line(typed); !strings.Contains(lastLine(said), "Enter: the rest of Chapter 1 of 10: Welcome. Section 1") {
			t.Errorf("%q says\n%s", typed, said)
		}
		if said := l.Line("where"); strings.Contains(lastLine(said), "the rest of Chapter") {
			t.Errorf("it says\n%s", said)
		}
	}
}

func TestWhatIsNotHeardHasANumberThatIsThere(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	for _, step := range [][]string{{"my-worries", "1"}, {"keep-private", "talk first"}, {"come-on-time", "not now"}} {
		goTo(t, l, step[0])
		l.Line(step[1])
	}
	hear(l, "note one thing to ask")
	l.Line("my page")
	for said := ""; len(l.visit.IDs()) > 1; said = l.Line("") {
		if strings.Contains(said, "number 0") {
			t.Fatalf("it says\n%s", said)
		}
		if said := l.Line("save"); strings.Contains(said, "From number 0") || strings.Contains(said, "yet: .") {
			t.Fatalf("it says\n%s", said)
		}
		if l.rest == "" {
			break
		}
	}
}

func TestARefusalNamesWhatIsNotDoneHere(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	l.Line("")
	for typed, named := range map[string]string{"s": "show me. That", "r": "rule. That", "sign again": "sign again. That", "all chapters": "goes that way already"} {
		if said := l.Line(typed); !strings.Contains(said, named) {
			t.Errorf("%q says\n%s", typed, said)
		}
	}
}

func TestTheFolderThatIsEmptiedIsTheUsualOne(t *testing.T) {
	l, keeper := signing(t, "en")
	if said := hear(l, "Maja", "1 elsewhere", "delete 1"); !strings.Contains(said, "Where your copy is saved: /home/me.") && !strings.Contains(said, "saved: /home/me\n") {
		t.Errorf("it says\n%s", said)
	}
	if hear(l, "sign"); keeper.records != 1 {
		t.Error("it does not sign")
	}
}

func TestOnNotesItIsSaidHowASearchBegins(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	hear(l, "", "notes")
	for typed, word := range map[string]string{"search fear": "search", "glossary bond": "glossary"} {
		if said := l.Line(typed); !strings.Contains(said, "type "+word+" by itself") {
			t.Errorf("%q says\n%s", typed, said)
		}
	}
}

func TestThePageThatIsGoneOnWithIsNamedAtTheEnd(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	if said := hear(l, "", "", "stop"); !strings.Contains(said, "goes on here: Chapter 1 of 10: Welcome. Section 1 of 6. To erase") {
		t.Errorf("it says\n%s", said)
	}
}

func TestThePathOfARecordIsNotSaidAtEachTurn(t *testing.T) {
	l, _ := signing(t, "en")
	hear(l, "Maja", "sign")
	hearOut(l)
	if l.visit.Step().Kind != walk.Closing {
		t.Fatal("it is not signed")
	}
	if said := hear(l, "chapters") + hearOut(l); strings.Contains(said, "record.") || !strings.Contains(said, "You signed on") {
		t.Errorf("the chapters say\n%s", said)
	}
}

func TestTheCardIsSaidFirstOnMyPage(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	hear(l, "", "note to ask")
	if said := l.Line("card"); !strings.Contains(said, "print card") || strings.Index(said, "print card") > 150 {
		t.Errorf("it says\n%s", said)
	}
}

// A page of the same name would take no note.
func TestAfterANoteIsDeletedOneIsOnTheNotes(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	hear(l, "", "note one", "notes")
	if said := hear(l, "delete 2", "yes"); !strings.Contains(said, "The note is gone.") || !strings.Contains(said, "Type the text for") {
		t.Errorf("it says\n%s", said)
	}
	if hear(l, "another thing"); len(l.visit.Walk.Notes()) != 1 {
		t.Error("no note is taken")
	}
	if l.Line("back"); len(l.visit.IDs()) != 1 {
		t.Error("the notes are there twice")
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

// What is only read is left by back, whatever was mistyped in between, as a page is that lies on top.
func TestASlipChangesNothingOfWhereBackLeads(t *testing.T) {
	for language, back := range map[string]string{"en": "You are back here: Chapter 3", "es": "Está de nuevo aquí: Capítulo 3"} {
		for _, slips := range [][]string{{"blah"}, {"99"}, {"0", "blah"}, {"\x1b[A"}, {"sign"}, {"undo"}, {"help now"}, {"help now", "blah"}, {"blah", "help now", "?"}} {
			l, _, _ := newReader(guidetest.Shipped(t, language), 0)
			hear(l, "", "chapters", "3", "")
			place, help := l.visit.Step(), l.vocab.shown(page.HelpNow)
			hear(l, help)
			for _, slip := range slips {
				hear(l, strings.ReplaceAll(slip, "help now", help))
			}
			if said := l.Line("back"); l.visit.Step() != place || !strings.Contains(said, back) {
				t.Errorf("%s: after %q it says\n%s", language, slips, said)
			}
			if l.Line("back"); l.visit.Step() == place {
				t.Errorf("%s: after %q back leads back no more", language, slips)
			}
		}
	}
}

// What is done on the page below, or asked of it, is not left by going back to it.
func TestBackLeavesThePageThatOneWentOnWith(t *testing.T) {
	for _, typed := range [][]string{{"1"}, {"note Ask"}, {"again", "again"}, {"where"}, {"blah", "where"}, {"back"}} {
		l, _, _ := newReader(shipped(t), 0)
		at("where-dana-works")(t, l)
		place := l.visit.Step()
		hear(l, "help now")
		hear(l, typed...)
		if l.Line("back"); l.visit.Step() == place {
			t.Errorf("after %q it stays", typed)
		}
	}
	l, _, _ := newReader(shipped(t), 0)
	hear(l, "", "")
	place := l.visit.Step()
	if hear(l, "help now", "blah", ""); l.rest != "" || l.visit.Step() != place {
		t.Fatal("the rest was not said")
	}
	if l.Line("back"); l.visit.Step() == place {
		t.Error("after the rest it stays")
	}
}

// Whoever asks where they are at the end hears whether they signed, and where that is.
func TestWhereAtTheEndSaysWhatCameOfSigning(t *testing.T) {
	path := filepath.FromSlash("/home/me/home/me") + "/record.txt"
	for _, test := range []struct {
		language, want string
		typed          []string
		private        bool
		paths          int
	}{
		{"en", "You signed on 23 November 2026. Your record is here:", []string{"Maja", "sign"}, false, 1},
		{"es", "Usted firmó el 23 de noviembre de 2026. Su registro está aquí:", []string{"Maja", "firmar"}, false, 1},
		{"en", "You signed on 23 November 2026.", []string{"Maja", "sign"}, true, 1},
		{"en", "Nothing was signed.", []string{"do not sign"}, false, 0},
		{"es", "No se firmó nada.", []string{"no firmar"}, false, 0},
		{"en", "Nothing was signed.", []string{"do not sign"}, true, 0},
		{"en", "No new record was made. The one that you signed on 23 November 2026 is still here:", []string{"Maja", "sign", "sign again", "do not sign"}, false, 1},
		{"en", "You signed on 23 November 2026.", []string{"Maja", "sign", "sign again", "do not sign"}, true, 1},
	} {
		for _, width := range []int{0, 40} {
			l, _ := signing(t, test.language)
			for _, typed := range test.typed {
				hear(l, typed)
				hearOut(l)
			}
			l.width, l.visit.Private = width, test.private
			said := l.Line("where")
			if flat := strings.Join(strings.Fields(said), " "); l.visit.Step().Kind != walk.Closing || !strings.Contains(flat, test.want) || strings.Count(flat, path) != test.paths {
				t.Errorf("%s, %q: it says\n%s", test.language, test.typed, said)
			}
			if test.private && strings.Contains(said, "is here:") {
				t.Errorf("it says\n%s", said)
			}
		}
	}
}
