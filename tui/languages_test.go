package tui

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"firstsession/content"
	"firstsession/content/page"
	"firstsession/content/walk"
)

// inSpanish is a computer on which the guide was asked for in Spanish.
func inSpanish(t testing.TB) computer { return computer{t: t, home: t.TempDir(), language: "es"} }

// anIntake is one of a clinician who began an intake in Spanish.
func anIntake(t testing.TB) computer { c := inSpanish(t); c.atDesk = true; return c }

// chooses is a computer on which the language is chosen with each start.
func chooses(locale string) func(t testing.TB) computer {
	return func(t testing.TB) computer {
		return computer{t: t, home: t.TempDir(), chooses: true, env: map[string]string{"LANG": locale}}
	}
}

func otherLanguage(s surface) { s.do(page.Languages[0], "") }

func TestAWalkInSpanishLeadsToASpanishRecord(t *testing.T) {
	t.Parallel()
	onBoth(t, inSpanish, func(t *testing.T, s surface, c *computer) {
		does(s, sees("Primera sesión"), begin, goTo("where-dana-works"), choose(1), sees("Otra respuesta es mejor"),
			note("¿Hay ascensor?"), goTo("keep-private"), answer(walk.TalkFirst), readOn, answerAll(walk.Agree),
			include("¿Hay ascensor?"), sign("Inés"), sees("Usted firmó el 23 de noviembre de 2026"))
		records := c.records()
		if len(records) != 1 || records[0].Guide.Language != "es" || records[0].Guide.Title != "Primera sesión" {
			t.Fatalf("%+v", records)
		}
		for pattern, holds := range map[string]string{"*.txt": "Estoy de acuerdo", "*.html": `<html lang="es">`} {
			for _, path := range c.in("records", pattern, "") {
				if text, err := os.ReadFile(path); err != nil || !strings.Contains(string(text), holds) {
					t.Errorf("%s: %v\n%s", path, err, text)
				}
			}
		}
	})
}

func TestAnIntakeInSpanishLeadsToACountersignedRecord(t *testing.T) {
	t.Parallel()
	onBoth(t, anIntake,
		func(t *testing.T, s surface, c *computer) {
			does(s, fillID("reference", "../x"), sees("una referencia solo puede tener"), fillID("reference", "K-102"),
				together, choosing(string(walk.TalkOnly)), choosing("begin"), sees("para consultantes"), pastShown, readOn, readOn,
				answerAll(walk.Agree), sign("Inés"), fillID("name", "Dra. Vega"), choosing("sign"), sees("lleva la firma profesional de Dra. Vega"))
			records := c.records()
			if len(records) != 1 || records[0].Guide.Language != "es" || records[0].Name != "Inés" || records[0].Countersignature == nil {
				t.Fatalf("%+v", records)
			}
		})
}

func TestAWalkInSpanishIsDeclinedAndLeavesNoRecord(t *testing.T) {
	t.Parallel()
	onBoth(t, inSpanish, func(t *testing.T, s surface, c *computer) {
		does(s, beginPrivate, goTo("keep-private"), answerAll(walk.NotNow), decline, sees("No se hizo ningún registro"))
		if all := c.records(); len(all) > 0 {
			t.Fatalf("%+v", all)
		}
	})
}

func TestASpanishLocaleOpensSpanish(t *testing.T) {
	onBoth(t, chooses("es_MX.UTF-8"), func(_ *testing.T, s surface, _ *computer) {
		does(s, sees("Primera sesión", "English"), begin, sees("Le damos la bienvenida"))
	})
	onBoth(t, chooses("C.UTF-8"), func(_ *testing.T, s surface, _ *computer) { does(s, sees("First Session", "Español")) })
}

// The words of a promise are what was answered: in another language they are
// asked again, and all else stays.
func TestALanguageIsChangedInTheMiddleAndOnlyPromisesAreAskedAnew(t *testing.T) {
	t.Parallel()
	onBoth(t, chooses("en_US.UTF-8"), func(t *testing.T, s surface, _ *computer) {
		does(s, otherLanguage, sees("Primera sesión"), otherLanguage, sees("First Session"),
			begin, goTo("where-dana-works"), showMe, note("Is there a lift"), goTo("keep-private"), answer(walk.Agree), readOn)
		place := at(s)
		does(s, about, otherLanguage, sees("1 de sus respuestas se pide otra vez"))
		w := s.visit().Walk
		if w.Guide().Language != "es" || at(s) != place || w.Answer("keep-private") != walk.Unanswered ||
			!w.Tries("where-dana-works").Done || len(w.Notes()) != 1 {
			t.Fatalf("%s at %s: %v", w.Guide().Language, at(s), w.Dropped())
		}
		// It is the language in which one reads on, whatever the computer's own is.
		does(s, leaveAndStart, sees("Cambió el idioma, y con él las palabras"), back,
			answer(walk.Agree), leaveAndStart, sees("Le damos de nuevo la bienvenida"))
	})
}

// No words of the promise changed, and it opens with its first ones.
func TestAPromiseAnsweredInAnotherLanguageSaysSoAndOpensAtItsTop(t *testing.T) {
	t.Parallel()
	onBoth(t, chooses("en_US.UTF-8"), func(_ *testing.T, s surface, _ *computer) {
		does(s, begin, goTo("keep-private"), answer(walk.Agree), about, otherLanguage)
		if r, ok := s.(*screenReader); ok {
			r.s.resize(40, 12)
			does(s, sees("No contaré quiénes están"))
			r.s.resize(80, 40)
		}
		does(s, sees("Usted respondió a este compromiso en otro idioma"), lacks("El texto de este compromiso cambió"))
	})
}

func TestAJournalOfOneLanguageGoesOnInTheOther(t *testing.T) {
	t.Parallel()
	onBoth(t, chooses("en_US.UTF-8"), func(t *testing.T, s surface, c *computer) {
		does(s, begin, goTo("where-dana-works"), showMe, note("Is there a lift"), goTo("keep-private"), answer(walk.Agree))
		c.language = "es"
		does(s, leaveAndStart, sees("1 de sus respuestas se pide otra vez"), notesList, sees("Is there a lift"), back)
		if w := s.visit().Walk; at(s) != "keep-private" || !w.Tries("where-dana-works").Done {
			t.Fatalf("at %s", at(s))
		}
		does(s, answerAll(walk.Agree), sign("Inés"), sees("Usted firmó"))
	})
}

// twoLanguages is a computer of a clinician who reads English, with a client who
// reads Spanish.
func twoLanguages(t testing.TB) computer { c := anIntake(t); c.clinicians = "en"; return c }

func TestAnIntakeIsReadInTwoLanguagesAndSignedInTheClients(t *testing.T) {
	t.Parallel()
	onBoth(t, twoLanguages, func(t *testing.T, s surface, c *computer) {
		does(s, sees("A new intake"), fillID("reference", "K-102"),
			together, choosing(string(walk.Essentials)), fillID("who interprets", "Language Line, 0044"), choosing("begin"), sees("para consultantes"), lacks("for the client"),
			otherLanguage, sees("for the client"), back, sees("para consultantes"),
			goTo("own-pace"), clinician, lacks("consultante"), back,
			leaveAndStart, sees("These intakes were cut off"), act("Go on with K-102"), lacks("Here you go on"),
			goTo("keep-private"), answer(walk.TalkFirst), otherLanguage, sees("Promise 1 of 7"), back)
		does(s, answerAll(walk.Agree), sign("Inés"), sees("Nothing is saved yet"), fillID("name", "Dr Reed"), choosing("sign"),
			sees("para consultantes"), choosing("none"))
		records := c.records()
		if len(records) != 1 || records[0].Guide.Language != "es" || records[0].Countersignature == nil {
			t.Fatalf("%+v", records)
		}
		saved := records[0]
		if saved.Intake.Language != "en" || saved.Intake.Interpreter != "Language Line, 0044" ||
			!strings.HasPrefix(saved.Statements[0].Clinicians, "I will keep private") || strings.HasPrefix(saved.Statements[0].Text, "I will") ||
			!strings.Contains(strings.Join(saved.Countersignature.Meaning.Text, " "), "with this person") {
			t.Errorf("%+v, %+v, %+v", saved.Intake, saved.Countersignature, saved.Statements[0])
		}
		for _, path := range c.in("records", "*.txt", "") {
			if text, err := os.ReadFile(path); err != nil || !strings.Contains(string(text), "Su profesional lo lee así: I will keep") ||
				!strings.Contains(string(text), "Idioma de su profesional: inglés") || !strings.Contains(string(text), "La segunda firma se puso en inglés, con estas palabras:") {
				t.Errorf("the copy has not both: %v\n%s", err, text)
			}
		}
	})
}

func TestWhatIsOpenedOnAPageSpeaksToItsReader(t *testing.T) {
	onBoth(t, twoLanguages, func(t *testing.T, s surface, _ *computer) {
		speaks := func(language string) deed {
			return func(s surface) {
				t.Helper()
				if got := s.visit().Guide().Language; got != language || language == "en" && strings.Contains(shownOn(s), "Con Espacio") {
					t.Errorf("at %s it speaks %s, not %s:\n%s", at(s), got, language, shownOn(s))
				}
			}
		}
		does(s, fillID("reference", "K-102"), together, choosing(string(walk.Essentials)), choosing("begin"), goTo("own-pace"), speaks("es"))
		for _, beside := range []deed{chapters, glossary, lookFor("grupo"), notesList} {
			does(s, beside, speaks("es"), back)
		}
		does(s, keyList, speaks("es"))
		if _, lines := s.(*lineReader); !lines {
			does(s, back, clinician, speaks("en"), keyList, speaks("en"), lacks("Teclas"), back, back)
			does(s, otherLanguage, speaks("en"), keyList, speaks("en"), back, back)
		}
		does(s, toTalk, speaks("en"), chapters, speaks("en"), back, otherLanguage)
		if _, lines := s.(*lineReader); !lines {
			does(s, speaks("es"), keyList, speaks("es"), back, back)
		}
		does(s, speaks("en"), notesList, speaks("es"), back, speaks("en"))
	})
}

func TestTheClientsLanguageIsChosenOnTheForm(t *testing.T) {
	t.Parallel()
	onBoth(t, func(t testing.TB) computer { return computer{t: t, home: t.TempDir(), language: "en", atDesk: true} },
		func(t *testing.T, s surface, _ *computer) {
			does(s, fillID("reference", "K-102"), together, choosing(string(walk.TalkOnly)), mark("Español"), choosing("begin"),
				sees("para consultantes"), pastShown, sees("To talk about together"))
			if language := s.visit().Walk.Guide().Language; language != "es" {
				t.Errorf("the client reads in %s", language)
			}
		})
}

// inBoth is such a clinician's computer, with a practice file that has some of its
// texts in Spanish.
func inBoth(t testing.TB) computer {
	c := twoLanguages(t)
	c.practice = filepath.Join(c.home, "practice.toml")
	c.write(c.practice, []byte("fee = \"Forty.\"\nrecord_readers = \"Our team.\"\n[crisis]\ntext = \"Call the desk.\"\nchecked = 2026-11-01\n[in.es]\nfee = \"Cuarenta.\"\nrecord_readers = \"El equipo.\"\n"+
		"[[statement]]\nid = \"our-door\"\ntext = \"I will close the door.\"\n[[statement]]\nid = \"our-phone\"\ntext = \"I will turn my phone off.\"\n"+
		"[[in.es.statement]]\nid = \"our-door\"\ntext = \"Cerraré la puerta.\"\n"))
	return c
}

// What a practice has not written in the client's language is shown all the same:
// marked for the client, and named to the clinician beforehand.
func TestAPracticesTextsAreReadInTheClientsLanguageOrMarked(t *testing.T) {
	t.Parallel()
	onBoth(t, inBoth, func(t *testing.T, s surface, c *computer) {
		does(s, sees("no words in this language (Español) for: Your crisis contact, if life is not at risk; I will turn my phone off. The client sees"), lacks("What it costs"),
			fillID("reference", "K-102"), together, choosing(string(walk.Essentials)), mark("English"), lacks("no words in this language"), mark("Español"), choosing("begin"))
		if body := s.visit().Sheet().Body; !slices.ContainsFunc(body, func(p page.Part) bool { return strings.Contains(p.Text, "de quién más puede hacerlo: El equipo.") }) {
			t.Errorf("the client is told to ask who may read it: %+v", body)
		}
		does(s, helpNow, sees("(no está en español) Call the desk."), back,
			goTo("your-group"), sees("Cuarenta."), lacks("Forty"), goTo("keep-private"))
		for range 7 {
			does(s, lacks("Cerraré"), answer(walk.Agree), readOn)
		}
		does(s, sees("Cerraré la puerta."), lacks("otro idioma"), answer(walk.Agree), readOn,
			sees("I will turn my phone off.", "solo en otro idioma"),
			answerAll(walk.Agree))
		if listed := s.visit().Sheet().Body; !slices.ContainsFunc(listed, func(p page.Part) bool { return strings.HasSuffix(p.Under, "(no está en español)") }) {
			t.Errorf("the signing page marks none: %+v", listed)
		}
		does(s, sign("Inés"), fillID("name", "Dr Reed"), choosing("sign"))
		saved := c.records()[0]
		own := map[string]string{}
		for _, statement := range saved.Statements {
			own[statement.Text] = statement.Clinicians
		}
		if own["Cerraré la puerta."] != "I will close the door." || own["I will turn my phone off."] != "" || saved.Practice.Facts[0].Text != "Cuarenta." {
			t.Errorf("%+v, %+v", saved.Statements, saved.Practice)
		}
	})
}

func TestAnIntakeStaysInItsLanguage(t *testing.T) {
	t.Parallel()
	onBoth(t, anIntake,
		func(t *testing.T, s surface, _ *computer) {
			if others := s.visit().State().Others; len(others) > 0 {
				t.Errorf("offered: %v", others)
			}
		})
}

func TestTheOtherLanguageAndHelpAreInViewInASmallWindow(t *testing.T) {
	for language, name := range map[string]string{"en": "Español", "es": "English"} {
		s := beginSession(computer{t: t, home: t.TempDir(), language: language}, 40, 12)
		s.sees("o: "+name, "F1")
		if s.press("o"); strings.Contains(s.window(), name) {
			t.Errorf("%q does not lead there:\n%s", name, s.window())
		}
	}
}

// wordsOf are the words of four letters or more in a text.
func wordsOf(text string) map[string]bool {
	all := map[string]bool{}
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if utf8.RuneCountInString(word) > 3 {
			all[word] = true
		}
	}
	return all
}

// vocabulary is every word of a language's folder.
func vocabulary(t *testing.T, language string) map[string]bool {
	t.Helper()
	var all strings.Builder
	err := fs.WalkDir(content.Embedded(), language, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(content.Embedded(), path)
		for line := range strings.Lines(string(text)) {
			_, said, isWord := strings.Cut(line, " = \"") // and not its key, which is English
			if !isWord {
				said, _, _ = strings.Cut(line, "{#")
			}
			all.WriteString(links.ReplaceAllString(said, " ") + "\n")
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return wordsOf(all.String())
}

// links are what no reader sees: where a link leads, and what is filled in.
var links = regexp.MustCompile(`\]\([^)]*\)|\{[^}]*\}`)

// noEnglish looks at what is shown for words that only the English guide has. A path
// is in no language; the language's own name is its own.
func noEnglish(t *testing.T) deed {
	t.Helper()
	isEnglish := onlyEnglish(t)
	return func(s surface) {
		s.testing().Helper()
		for _, word := range isEnglish(shownOn(s), "english session documents records journal acknowledgement intakes unfinished state aside "+s.visit().Folder) {
			s.testing().Errorf("%q on the page at %q:\n%s", word, at(s), shownOn(s))
		}
	}
}

// onlyEnglish finds the words in a text that only the English guide has, but for some.
func onlyEnglish(t *testing.T) func(text, but string) []string {
	t.Helper()
	english, spanish := vocabulary(t, "en"), vocabulary(t, "es")
	return func(text, but string) (found []string) {
		own := wordsOf(but)
		for word := range wordsOf(text) {
			if english[word] && !spanish[word] && !own[word] {
				found = append(found, word)
			}
		}
		return found
	}
}

// What commands say of records, of an intake that goes from hand to hand, and of a
// copied store is Spanish, too. Commands, flags and names of files are not.
func TestNoEnglishIsLeftInWhatCommandsSay(t *testing.T) {
	t.Parallel()
	isEnglish := onlyEnglish(t)
	r := beginLines(anIntake(t))
	does(r, fillID("reference", "K-102"), together, choosing(string(walk.TalkOnly)), choosing("begin"), pastShown, readOn, readOn,
		answer(walk.NotNow), answerAll(walk.Agree), sign("Inés"), fillID("name", "Dra. Vega"), choosing("sign"))
	r.leave()
	r.env = map[string]string{"LANG": "es_MX.UTF-8"}
	dir, number := filepath.Join(r.home, "records"), r.records()[0].ID
	path := r.in("records", "*"+number+".json", "")[0]
	said := func(typed string, args ...string) {
		t.Helper()
		var out bytes.Buffer
		code := obey(args, Streams{In: strings.NewReader(typed), Out: &out, Err: &out}, r.getenv)
		text := strings.NewReplacer(r.home, "", filepath.Base(path), "").Replace(out.String())
		if words := isEnglish(text, strings.Join(args, " ")+" firstsession records erase help withdrawn paper done aside expected keep group site open practice clinician addition session state"); len(words) > 0 || code == 0 && text == "" {
			t.Errorf("%q, %d: %q in\n%s", args, code, words, text)
		}
	}
	in := []string{"--records", dir}
	add := func(args ...string) { said("", slices.Concat([]string{"records", "add", "K-102"}, in, args)...) }
	look := func() {
		t.Helper()
		said("", "verify", dir)
		said("", "records", dir)
		said("", "records", "--keep", "1", dir)
		said("", "records", "--expected", filepath.Join(r.home, "list"), dir)
	}
	r.write(filepath.Join(r.home, "list"), []byte("clientes\nK-102\nK-200\n")) //nolint:misspell // Spanish
	r.write(filepath.Join(r.home, "odd"), []byte("K-1\n../x\n"))
	look()
	for _, args := range [][]string{
		{}, {"--withdrawn", "--paper"}, {"--todo", "x"}, {"--paper", "--on", "ayer"}, {"--paper", "--on", "2099-01-01"}, {"--paper", "--on", "2020-01-01"},
		{"--countersigned", "Dra. Vega"}, {"--corrected-reference", "K-102"}, {"--corrected-reference", "../x"}, {"--done", "12"}, {"--set-aside", "12"},
		{"--todo", "llamar", "--by", "2020-01-01"}, {"--todo", "llamar", "--by", "2099-01-01"}, {"--todo", "\a", "--by", "2099-01-01"}, {"--done", "12"},
		{"--paper"}, {"--paper"}, {"--withdrawn"}, {"--withdrawn"},
	} {
		add(args...)
	}
	look()
	for _, args := range [][]string{
		{"--group", "martes", dir}, {"--site", "norte", dir}, {"--open", "--keep", "3", dir}, {"--expected", filepath.Join(r.home, "odd"), dir}, {"--keep", "0", dir}, {"add", "nadie"}, {"erase", "nadie"}, {filepath.Join(r.home, "nada")},
	} {
		said("", append([]string{"records"}, args...)...)
	}
	whole := r.bytes(path)
	for _, amiss := range [][]byte{nil, whole[:len(whole)/2], bytes.Replace(whole, []byte("Inés"), []byte("Ines"), 1), []byte("{}")} {
		r.write(path, amiss)
		look()
	}
	said("no\n", slices.Concat([]string{"records", "erase", path}, in)...)
	r.write(path, whole)
	said("no\n", slices.Concat([]string{"records", "erase", "K-102"}, in)...)
	said("sí\n", slices.Concat([]string{"records", "erase", "K-102"}, in)...)
	look()
	r.write(path, whole)
	look()
	for _, args := range [][]string{
		{"intake", "handover", "K-102", dir}, {"intake", "handover", "K-102", path}, {"intake", "handover", "K-102", filepath.Join(r.home, "x")}, {"intake", "take", path}, {"intake", "take", filepath.Join(r.home, "nada")},
		{"store", "copy", dir, dir}, {"store", "copy", filepath.Join(r.home, "a"), filepath.Join(r.home, "b")}, {"verify", filepath.Join(r.home, "nada")}, {"forget"}, {"help", "now"},
	} {
		said("", args...)
	}
}

// Every page of the walk, and the places beside it, on both surfaces.
func TestNoEnglishIsLeftInSpanish(t *testing.T) {
	looks := noEnglish(t)
	onBoth(t, inSpanish, func(_ *testing.T, s surface, _ *computer) {
		does(s, looks, begin, note("Mi nota"))
		for _, beside := range []deed{chapters, helpNow, keyList, notesList, glossary, lookFor("grupo"), func(s surface) { s.do(page.MyPage, "") }} {
			does(s, beside, looks, back)
		}
		lookThrough(s, looks)
		does(s, looks)
	})
	onBoth(t, anIntake, func(_ *testing.T, s surface, _ *computer) {
		does(s, looks, fillID("reference", "../x"), looks, fillID("reference", "K-102"), together, choosing(string(walk.AllParts)), choosing("begin"))
		lookThrough(s, looks)
		does(s, fillID("name", "Dra. Vega"), choosing("sign"), looks, choosing("none"), looks, readOn, looks, choosing("clear"), looks, choosing("clear now"), looks)
	})
}

// newerFormat is a journal that a later version of the program wrote.
func newerFormat(whole []byte) []byte {
	return slices.Concat([]byte("{\"format\":9,\"more\":true}\n"), whole[bytes.IndexByte(whole, '\n')+1:])
}

// What goes wrong with files is told in Spanish, too.
func TestNoEnglishIsLeftWhereSomethingGoesWrong(t *testing.T) {
	looks := noEnglish(t)
	onBoth(t, inSpanish, func(_ *testing.T, s surface, c *computer) {
		does(s, begin, readOn)
		for _, amiss := range []struct {
			what func([]byte) []byte
			says string
		}{
			{func(b []byte) []byte { return append([]byte("?"), b...) }, "Sobre su lugar"},
			{func(b []byte) []byte { return bytes.Replace(b, []byte("\"check\":\""), []byte("\"check\":\"?"), 1) }, "Sobre su lugar"},
			{newerFormat, "versión más nueva"},
			{func(b []byte) []byte { return lessLines(b, 2) }, "termina antes"},
			{func(b []byte) []byte { return b[:len(b)-5] }, "no estaba completo"},
		} {
			s.leave()
			whole := c.bytes(c.journal())
			c.write(c.journal(), amiss.what(whole))
			s.start()
			does(s, sees(amiss.says), looks)
			s.leave()
			c.write(c.journal(), whole)
			s.start()
		}
		does(s, goTo("keep-private"), answerAll(walk.Agree), sign("Maja"), looks)
		for _, path := range c.in("home/Documents/First Session", "*.json", "") {
			c.write(path, []byte("{}"))
		}
		does(s, leaveAndStart, looks)
	})
	onBoth(t, anIntake, func(_ *testing.T, s surface, c *computer) {
		c.write(filepath.Join(c.home, "words"), []byte("hello"))
		form := inOrder(fillID("reference", "K-102"), together, choosing(string(walk.TalkOnly)))
		does(s, form)
		for _, brought := range []string{"words", "nowhere", "", "words/x"} {
			does(s, fillID("brought", filepath.Join(c.home, brought)), choosing("begin"), scrollTo("No se puede usar el archivo"), looks)
		}
		does(s, leaveAndStart, form, choosing("begin"), readOn)
		s.leave()
		whole := c.bytes(c.journal())
		for _, amiss := range [][]byte{append([]byte("?"), whole...), newerFormat(whole)} {
			c.write(c.journal(), amiss)
			s.start()
			does(s, sees("K-102 no se puede leer"), looks)
			s.leave()
		}
	})
}

// lookThrough goes through the guide to where it is declined, and looks at each page.
func lookThrough(s surface, looks deed) {
	s.testing().Helper()
	for at(s) != walk.ClosingID && at(s) != walk.CountersignID {
		switch step := s.visit().Step(); {
		case step.Kind == walk.Question && !s.visit().Walk.Tries(step.Key()).Done:
			later(s)
		case step.Kind == walk.Statement && s.visit().Walk.Answer(step.ID) == walk.Unanswered:
			answer(walk.NotNow)(s)
		case step.Kind == walk.Signature:
			decline(s)
		default:
			readOn(s)
		}
		looks(s)
	}
}

// shownOn is what a surface shows, or said last.
func shownOn(s surface) string {
	if r, ok := s.(*lineReader); ok {
		return r.heard
	}
	return s.(*screenReader).s.window()
}

func TestWhatIsTypedInSpanishNeedsNoAccents(t *testing.T) {
	r := beginLines(inSpanish(t))
	for _, typed := range []struct{ line, says string }{
		{"", "Le damos la bienvenida"},
		{"capitulos", "Capítulos"},
		{"ATRÁS", "Capítulo 1 de 10"},
		{"donde estoy", "Capítulo 1 de 10"},
		{"mi pagina", "Mi página"},
		{"atras", "Capítulo 1 de 10"},
		{"nota hay ascensor", "nota"},
		{"busqueda ano", ""},
		{"atras", ""},
		{"auxilio", "Si necesita ayuda ahora"},
	} {
		if r.types("%s", typed.line); !strings.Contains(r.heard, typed.says) || strings.Contains(r.heard, "no es una respuesta") {
			t.Errorf("%q: %s", typed.line, r.heard)
		}
	}
}

func TestOnePromiseIsOne(t *testing.T) {
	for language, says := range map[string]string{"en": "This chapter has 1 promise.", "es": "1 compromiso."} {
		c := computer{t: t, home: t.TempDir(), language: language}
		dir := t.TempDir() + "/guide"
		if err := os.CopyFS(dir, content.Embedded()); err != nil {
			t.Fatal(err)
		}
		path := dir + "/" + language + "/commitment.md"
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		parts := strings.Split(string(text), "\n## ")
		one := strings.Join(append(parts[:2], parts[len(parts)-2:]...), "\n## ")
		if err := os.WriteFile(path, []byte(one), 0o600); err != nil {
			t.Fatal(err)
		}
		c.guide = dir
		s := beginSession(c, 80, 24)
		does(newScreenReader(s), begin, chapters, pick(10), sees(says))
	}
}

// A cry for help is one in whatever language it is typed.
func TestACryInTheOtherLanguageLeadsToHelpNow(t *testing.T) {
	for language, cry := range map[string]string{"en": "necesito ayuda, me quiero morir", "es": "I want to kill myself"} {
		r := beginLines(computer{t: t, home: t.TempDir(), language: language})
		title := r.walk().Guide().Help.Title
		if r.types("%s", cry); !strings.Contains(r.heard, title) {
			t.Errorf("%q: %s", cry, r.heard)
		}
		r.types("")
		r.do(page.Note, cry)
		r.sees(title)
	}
}

// Letters of a word that was typed on the first page may be the key of a language.
func TestTheFirstPageSaysHowToComeBackToALanguage(t *testing.T) {
	s := newSession(t, 40, 12)
	s.press("o").sees("To come back to English: o")
	s.press("o").sees("Para volver al español: o", "First Session")
}

// In lines its word is the name of that language, wherever one is.
func TestTheWordThatIsNamedLeadsBackToALanguage(t *testing.T) {
	r := beginLines(computer{t: t, home: t.TempDir(), chooses: true})
	for range 2 {
		r.types("español")
		r.sees("To come back to English: english")
		r.types("english")
		r.sees("Para volver al español: español")
		r.types("")
		r.types("about")
	}
}

// What to do first is seen at once in the smallest window that many have.
func TestTheFirstStepOfHelpIsWholeAt40x12(t *testing.T) {
	for locale, step := range map[string]string{"C.UTF-8": "──▶ emergency number, now", "es_MX.UTF-8": "──▶ llame ahora a"} {
		s := beginSession(computer{t: t, home: t.TempDir(), chooses: true, env: map[string]string{"LANG": locale}}, 40, 12)
		s.press("f1").sees(step)
	}
}
