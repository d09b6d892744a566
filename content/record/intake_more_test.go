package record

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"firstsession/content/disk"
	"firstsession/content/guidetest"
	"firstsession/content/walk"
)

func TestARecordHasTheTimeOfTheSignatureAndNotOfSaving(t *testing.T) {
	g := guide(t)
	name := walk.Event{Kind: walk.NameTyped, Text: typed}
	end := func(as walk.Ending) walk.Event { return walk.Event{Kind: walk.End, Text: string(as)} }
	again := walk.Event{Kind: walk.SetAnswer, Subject: g.Commitment.Statements[0].ID, Answer: walk.NotNow}
	for _, c := range []struct {
		what   string
		events []walk.Event // a minute apart, from 23:50
		want   string
	}{
		{"a name", []walk.Event{name}, "23:50"},
		{"a name, and much later the same", []walk.Event{name, {Kind: walk.TakeNote, Subject: g.Chapters[0].ID, Text: "Ask."}, name}, "23:50"},
		{"another name", []walk.Event{name, {Kind: walk.NameTyped, Text: "Dana"}}, "23:51"},
		{"declined", []walk.Event{name, {Kind: walk.Decline}}, "23:51"},
		{"declined, then a name", []walk.Event{{Kind: walk.Decline}, name}, "23:51"},
		{"stopped", []walk.Event{name, end(walk.EndStopped)}, "23:51"},
		{"stopped, and gone on", []walk.Event{name, end(walk.EndStopped), end(walk.Undecided)}, "23:50"},
		{"to be continued", []walk.Event{{Kind: walk.Decline}, end(walk.EndStopped), end(walk.EndContinued)}, "23:52"},
		{"answered again, and signed again", []walk.Event{name, again, name}, "23:52"},
	} {
		w := intake(t, g, answers(g, walk.Agree)...)
		evening := time.Date(2026, 11, 22, 23, 50, 30, 0, time.FixedZone("", 3600))
		for i, e := range c.events {
			var err error
			if w, _, err = w.Apply(evening.Add(time.Duration(i)*time.Minute), e); err != nil {
				t.Fatal(err)
			}
		}
		a, err := Build(w, counter())
		must(t, err)
		if got := a.Time.Format("15:04"); got != c.want || !strings.HasPrefix(FileName(a), "acknowledgement-2026-11-22-") {
			t.Errorf("%s: %s, in %s, want %s", c.what, got, FileName(a), c.want)
		}
		if !a.Countersignature.Time.Equal(whole(signedAt)) {
			t.Errorf("%s: countersigned at %s", c.what, a.Countersignature.Time)
		}
	}
}

func TestARecordOfAnIntakeSaysWhatThePracticeNeedsAndWhatWasNotRead(t *testing.T) {
	g := guide(t)
	g.PracticeCode, g.Commitment.Statements[1].Needed = "0123456789ab", true
	w := intake(t, g, append(everything(g)[:4], walk.Event{Kind: walk.Include, Subject: walk.AimID, Yes: true}, walk.Event{Kind: walk.Decline})...)
	w, _ = apply(t, w, walk.Event{Kind: walk.SetForm, Form: &walk.Form{Reference: "K-102", Parts: walk.TalkOnly, Aim: "To talk.", Practice: g.PracticeCode}})
	a, err := Build(w, counter())
	must(t, err)
	if a.Place().Code != g.PracticeCode || a.Statements[0].Needed || !a.Statements[1].Needed || a.Intake.NoParts != "" {
		t.Errorf("%+v, %+v", a.Intake, a.Statements[:2])
	}
	if got := PartNames(w); !slices.Equal(got, []string{g.Words.Record.NoParts}) {
		t.Errorf("parts are %q", got)
	}
	for what, text := range map[string]string{"text": Text(a, g.Words), "page": HTML(a, g.Words)} {
		for _, want := range []string{g.PracticeCode, g.Words.Record.Needed, g.Words.Record.NoParts, g.Words.Record.OwnWords} {
			if strings.Count(text, want) != 1 {
				t.Errorf("the %s says %d times %q", what, strings.Count(text, want), want)
			}
		}
	}
	data, err := Encode(a)
	must(t, err)
	if _, err := Decode(data); err != nil {
		t.Error(err)
	}
	member, _ := apply(t, walk.New(g), answers(g, walk.Agree)...)
	own, err := Build(member, draft())
	if err != nil || own.Statements[1].Needed {
		t.Errorf("a member's own: %+v, %v", own.Statements[1], err)
	}
	own.Statements[1].Needed = true
	if _, err := Decode(sealedAnew(t, own)); err == nil {
		t.Error("a member's own record says what is needed")
	}
	a.Practice.Code = "../x"
	if _, err := Decode(sealedAnew(t, a)); err == nil {
		t.Error("any code is one")
	}
}

func TestACopyElsewhereNamesNoFileBesideIt(t *testing.T) {
	g := guide(t)
	a := intakeRecord(t, g)
	text, html := ForClient(a, g)
	for _, c := range []struct{ beside, copied string }{{Text(a, g.Words), text}, {HTML(a, g.Words), html}} {
		if strings.Contains(c.copied, ".json") || !strings.Contains(c.beside, ".json") || !strings.Contains(c.copied, g.Words.Record.ClientCopy) {
			t.Errorf("the copy is\n%s", c.copied)
		}
	}
}

// What was signed says that a new record names the one whose place it takes.
func TestANewIntakeTakesThePlaceOfARecordOnlyOnceItIsDecided(t *testing.T) {
	g := guide(t)
	const before = "00112233445566ff"
	form := walk.Event{Kind: walk.SetForm, Form: &walk.Form{Reference: "K-102", Parts: walk.TalkOnly, Supersedes: before}}
	name := walk.Event{Kind: walk.NameTyped, Text: typed}
	saved := func(as walk.Ending) []walk.Event {
		return []walk.Event{{Kind: walk.End, Text: string(as)}, {Kind: walk.Sign, Subject: "1234567812345678", Text: "x"}, {Kind: walk.End}}
	}
	for _, c := range []struct {
		what   string
		events []walk.Event
		want   string
	}{
		{"signed", append(answers(g, walk.Agree), name), before},
		{"not signed", []walk.Event{{Kind: walk.Decline}}, before},
		{"stopped", []walk.Event{{Kind: walk.End, Text: string(walk.EndStopped)}}, ""},
		{"put off, and then signed", append(append(saved(walk.EndContinued), answers(g, walk.Agree)...), name), before},
		{"signed twice", append(append(answers(g, walk.Agree), name), walk.Event{Kind: walk.Sign, Subject: "1234567812345678", Text: "x"}), "1234567812345678"},
	} {
		w, _ := apply(t, walk.New(g), append([]walk.Event{form}, c.events...)...)
		a, err := Build(w, counter())
		if err != nil || a.Supersedes != c.want {
			t.Errorf("%s: %q, %v", c.what, a.Supersedes, err)
		}
	}
}

// What the second signature means stands in the client's language first, and then as
// it was signed; an older format has it in one only.
func TestAClientReadsWhatTheSecondSignatureMeansInTheirOwnLanguage(t *testing.T) {
	g, theirs := guidetest.Shipped(t, "es"), guide(t)
	w := intake(t, g, append(answers(g, walk.Agree), walk.Event{Kind: walk.NameTyped, Text: typed})...)
	d := counter()
	d.CliniciansGuide = theirs
	a, err := Build(w, d)
	must(t, err)
	rest := strings.Join(strings.Fields(Text(a, g.Words)), " ")
	for _, want := range []string{"Primera sesión, español, código", g.Commitment.Countersigning.Heading, Countersigning(g).Text[0], "se puso en inglés", Countersigning(theirs).Text[0]} {
		_, after, found := strings.Cut(rest, want)
		if !found {
			t.Errorf("%q is not there, or not in its place:\n%s", want, rest)
		}
		rest = after
	}
	for format := memberFormat; format < twoFormat; format++ {
		old := a
		if old.Format = format; old.hasFormat() {
			t.Errorf("format %d says it as well", format)
		}
	}
	d.CliniciansGuide, d.Random = nil, counter().Random
	if one, err := Build(w, d); err != nil || one.Countersignature.Clients != nil {
		t.Errorf("in one language it is said twice: %v", err)
	}
}

// A record says each way in which it was run, in the client's language, and a sheet of
// paper the same; an older format knows of no phone, no video and no guardian.
func TestARecordSaysEachWayInWhichItWasRun(t *testing.T) {
	for _, language := range []string{"en", "es"} {
		g := guidetest.Shipped(t, language)
		ways := walk.Ways(g.Words.Intake, g.Words.Record)
		for _, of := range ways {
			form := walk.Form{Reference: "K-102", Run: []walk.Way{of.Way}, Parts: walk.TalkOnly}
			w, _ := apply(t, walk.New(g), walk.Event{Kind: walk.SetForm, Form: &form}, walk.Event{Kind: walk.End, Text: string(walk.EndStopped)})
			a, err := Build(w, counter())
			must(t, err)
			for what, text := range map[string]string{"text": Text(a, g.Words), "page": HTML(a, g.Words)} {
				for _, other := range ways {
					if said := strings.Contains(text, other.Says); other.Says == "" || other.Asks == "" || said != (other == of) {
						t.Errorf("%s, of %s: the %s says %q: %t", language, of.Way, what, other.Says, said)
					}
				}
			}
			old := a
			old.Format = twoFormat
			known := of.Way != walk.ByPhone && of.Way != walk.ByVideo && of.Way != walk.Guardian
			if old.hasFormat() != known {
				t.Errorf("format 5 has %s: %t", of.Way, !known)
			}
		}
	}
}

// A record says who had the intake before and what was read at home; an older
// format can say neither.
func TestARecordSaysWhoHadTheIntakeBeforeAndWhatWasReadAtHome(t *testing.T) {
	g := guide(t)
	w := intake(t, g, append(answers(g, walk.Agree), walk.Event{Kind: walk.NameTyped, Text: typed})...)
	form, _ := w.Form()
	form.Before, form.Clinician, form.Read = []string{"A. Haddad"}, "P. Nguyen", []string{g.Chapters[0].Sections[0].ID}
	w, _ = apply(t, w, walk.Event{Kind: walk.SetForm, Form: &form})
	a, err := Build(w, counter())
	must(t, err)
	text := Text(a, g.Words)
	for _, want := range []string{"Before that, with: A. Haddad, who handed it over", "With: P. Nguyen", g.Words.Record.Home, g.Chapters[0].Title} {
		if !strings.Contains(text, want) {
			t.Errorf("it does not say %q:\n%s", want, text)
		}
	}
	for _, format := range []int{intakeFormat, factsFormat} {
		old := a
		if old.Format = format; old.hasFormat() {
			t.Errorf("format %d says it as well", format)
		}
	}
}

// A copy that was written while every record told of answers in its headings is still
// one that this program would have written.
func TestARecordWithoutAnswersTellsOfNoneAndACopyOfBeforeStillFits(t *testing.T) {
	g := guide(t)
	w := intake(t, g, append(everything(g), walk.Event{Kind: walk.Decline})...)
	a, path, err := Save(disk.OS(), t.TempDir(), w, counter())
	if err != nil || a.HasAnswers() {
		t.Fatal(a.Statements, err)
	}
	words := g.Words.Record
	for what, text := range map[string]string{"text": Text(a, g.Words), "page": HTML(a, g.Words)} {
		if !strings.Contains(text, words.TitleBare) || !strings.Contains(text, words.NotKept) || strings.Contains(text, words.Title) || strings.Contains(text, words.Statements) {
			t.Errorf("the %s says\n%s", what, text)
		}
	}
	beside := strings.TrimSuffix(path, recordEnd) + textEnd
	for _, c := range []struct {
		text string
		fits bool
	}{{Text(a, g.Words), true}, {Text(a, wordings(g.Words)[1]), true}, {Text(a, g.Words) + "x", false}} {
		err := os.WriteFile(beside, []byte(c.text), 0o600)
		if _, other := Copies(disk.OS(), Entry{Path: path, Record: a}, g.Words); err != nil || len(other) == 0 != c.fits {
			t.Errorf("%v: %v, %v of\n%s", err, other, c.fits, c.text)
		}
	}
}
