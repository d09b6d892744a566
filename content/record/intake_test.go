package record

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"firstsession/content"
	"firstsession/content/disk"
	"firstsession/content/walk"
	"firstsession/content/words"
)

const typed = "Dana Kowalski"

// intake is a walk with a form, in which events happened.
func intake(t testing.TB, g *content.Guide, events ...walk.Event) walk.Walk {
	t.Helper()
	w, _ := apply(t, walk.New(g), append([]walk.Event{{Kind: walk.SetForm, Form: &walk.Form{
		Reference: "K-102", Clinician: "Dr. Lind", Parts: walk.Essentials, Practice: g.PracticeCode,
		Run: []walk.Way{walk.Together, walk.Interpreter}, Aim: "To talk <more>.\nAnd to listen.",
	}}}, events...)...)
	return w
}

func counter() Draft {
	d := draft()
	d.Name, d.Countersigner = "", " Dr. Anna Lind\x1b "
	return d
}

// smallGuide makes short records.
func smallGuide() *content.Guide {
	return &content.Guide{
		Language: "en", Revision: "0123456789abcdef", Words: &words.Words{Guide: words.Guide{Title: "A"}, Record: words.Record{
			AddedWithdrawn: "Back on {day} ({date})", AddedTodo: "To do {day}: {text}", AddedDone: "Done {day}: {text}", AddedAside: "Aside: {text}",
			AddedSigned: "By {name}", AddedReference: "Now {reference}", AddedPaper: "Ink {day}", AddedReplaced: "See {id}", AddedLost: "Lost {id}",
		}},
		Commitment: content.Commitment{Chapter: content.Chapter{ID: content.CommitmentID}, Statements: []content.Statement{{ID: "come", Text: "I come."}, {ID: "keep", Text: "I keep it."}}},
	}
}

func intakeRecord(t testing.TB, g *content.Guide) Record {
	t.Helper()
	a, err := Build(intake(t, g, append(mixed(g), walk.Event{Kind: walk.NameTyped, Text: typed})...), counter())
	must(t, err)
	return a
}

// everything is what an intake gave of everything that could be told.
func everything(g *content.Guide) []walk.Event {
	first := g.Chapters[0]
	events := []walk.Event{}
	for _, q := range g.Questions() {
		if q.Kind() == content.Reflection {
			events = append(events, walk.Event{Kind: walk.Tick, Subject: q.ID, Options: []int{0}, Text: "of my own"})
			continue
		}
		events = append(events, walk.Event{Kind: walk.Choose, Subject: q.ID, Options: []int{0}}, walk.Event{Kind: walk.ShowMe, Subject: q.ID},
			walk.Event{Kind: walk.Flag, Subject: q.ID, Yes: true})
	}
	return append(append(events, answers(g, walk.TalkFirst)...),
		walk.Event{Kind: walk.Pass, Subject: first.Sections[0].ID},
		walk.Event{Kind: walk.Flag, Subject: first.Sections[1].ID, Yes: true},
		walk.Event{Kind: walk.Flag, Subject: walk.ClientID, Yes: true},
		walk.Event{Kind: walk.TakeNote, Subject: first.ID, Text: "nobody's business"},
		walk.Event{Kind: walk.NameTyped, Text: typed})
}

func TestARecordOfAnIntakeIsMadeWithEveryOutcome(t *testing.T) {
	g := guide(t)
	name := walk.Event{Kind: walk.NameTyped, Text: typed}
	for _, c := range []struct {
		want   walk.Ending
		events []walk.Event
	}{
		{walk.EndSigned, append(answers(g, walk.Agree), name)},
		{walk.EndSignedOpen, append(mixed(g), name)},
		{walk.EndNotSigned, []walk.Event{{Kind: walk.Decline}}},
		{walk.EndNotSigned, append(mixed(g), name, walk.Event{Kind: walk.Decline})},
		{walk.EndStopped, append(mixed(g), name, walk.Event{Kind: walk.End, Text: string(walk.EndStopped)})},
		{walk.EndContinued, []walk.Event{{Kind: walk.End, Text: string(walk.EndContinued)}}},
	} {
		w := intake(t, g, c.events...)
		d := counter()
		d.Name, d.Outcome = "Somebody Else", "maybe"
		a, err := Build(w, d)
		if err != nil {
			t.Fatalf("%s: %v", c.want, err)
		}
		if a.Outcome != c.want || a.Outcome != w.Outcome() || a.Format != Format {
			t.Errorf("%s: %+v", c.want, a)
		}
		if c := a.Countersignature; c == nil || c.Name != "Dr. Anna Lind" || !c.Time.Equal(whole(signedAt)) || !a.Time.Equal(whole(w.EndedAt())) || c.Meaning.Heading != g.Commitment.Countersigning.Heading {
			t.Errorf("countersigned: %+v", c)
		}
		data, err := Encode(a)
		must(t, err)
		for what, text := range map[string]string{"record": string(data), "text": Text(a, g.Words), "page": HTML(a, g.Words)} {
			if strings.Contains(text, typed) != c.want.IsSigned() || strings.Contains(text, "Somebody Else") {
				t.Errorf("%s: the %s has the wrong name", c.want, what)
			}
		}
	}
	for _, c := range []struct {
		events []walk.Event
		want   error
	}{
		{nil, walk.ErrUndecided},
		{answers(g, walk.Agree), walk.ErrUndecided},
		{append(answers(g, walk.Agree), walk.Event{Kind: walk.NameTyped, Text: "\u200b"}), ErrNoName},
	} {
		if a, err := Build(intake(t, g, c.events...), counter()); !errors.Is(err, c.want) || a.ID != "" {
			t.Errorf("%v, want %v", err, c.want)
		}
	}
}

func TestARecordThatIsNotSignedHasTheAnswersOnlyIfTheClientSaysSo(t *testing.T) {
	g := guide(t)
	for outcome, ends := range map[walk.Ending]walk.Event{
		walk.EndNotSigned: {Kind: walk.Decline},
		walk.EndStopped:   {Kind: walk.End, Text: string(walk.EndStopped)},
		walk.EndContinued: {Kind: walk.End, Text: string(walk.EndContinued)},
	} {
		for _, wanted := range []bool{false, true} {
			events := append(mixed(g), ends)
			if wanted {
				events = append(events, walk.Event{Kind: walk.Include, Subject: walk.AnswersID, Yes: true})
			}
			d := counter()
			d.Entered, d.Answered = Terminal, map[string]time.Time{g.Commitment.Statements[0].ID: signedAt}
			a, err := Build(intake(t, g, events...), d)
			must(t, err)
			first := a.Statements[0]
			if a.HasAnswers() != wanted || a.Agrees() != wanted || (a.Entered != "") != wanted || (first.Answered != nil) != wanted || first.Text != g.Commitment.Statements[0].Text {
				t.Errorf("%s, wanted %v: %q, %+v", outcome, wanted, a.Entered, first)
			}
			for what, text := range map[string]string{"text": Text(a, g.Words), "page": HTML(a, g.Words)} {
				if strings.Contains(text, g.Words.Record.NotKept) == wanted || strings.Contains(text, "My answer: ") != wanted || strings.Contains(text, "Answered: ") != wanted {
					t.Errorf("%s, wanted %v: the %s is\n%s", outcome, wanted, what, text)
				}
			}
			for format := intakeFormat; format <= Format; format++ { // every one that has the rest can say so
				old := a
				if old.Format = format; format == intakeFormat {
					old.Practice, old.Began, old.Entered = nil, nil, ""
				}
				if _, err := Decode(sealedAnew(t, old)); err != nil {
					t.Errorf("%s in format %d: %v", outcome, format, err)
				}
			}
		}
	}
}

// What an intake that ended early showed of another practice file is not this one's.
func TestAnEarlyEndRecordsNoFactsThatWereNotShown(t *testing.T) {
	g := guide(t)
	g.PracticeCode, g.Facts = "0123456789ab", []content.Fact{{Key: "fee", Label: "Fee", Text: "45 dollars"}}
	under := walk.Event{Kind: walk.SetForm, Form: &walk.Form{Reference: "K-102", Parts: walk.AllParts, Practice: g.PracticeCode}}
	before := *under.Form
	before.Practice = "ba9876543210"
	passed := walk.Event{Kind: walk.Pass, Subject: content.CommitmentID}
	for _, end := range []walk.Ending{walk.EndStopped, walk.EndContinued} {
		for what, c := range map[string]struct {
			done  []walk.Event
			shown string
		}{
			"the same file":          {[]walk.Event{under}, g.PracticeCode},
			"another, and not shown": {[]walk.Event{{Kind: walk.SetForm, Form: &before}, passed, under}, before.Practice},
			"another, and shown":     {[]walk.Event{{Kind: walk.SetForm, Form: &before}, under, passed}, g.PracticeCode},
			"another, and back":      {[]walk.Event{under, {Kind: walk.SetForm, Form: &before}, under}, g.PracticeCode},
		} {
			w, _ := apply(t, walk.New(g), append(c.done, walk.Event{Kind: walk.End, Text: string(end)})...)
			a, err := Build(w, counter())
			must(t, err)
			own, text := c.shown == g.PracticeCode, strings.Join(strings.Fields(Text(a, g.Words)), " ")
			if says := strings.Contains(text, "45 dollars"); says != own || a.Place().Code != c.shown || strings.Contains(text, "in the practice’s file "+c.shown) == own {
				t.Errorf("%s, %s: of the file %q it says\n%s", end, what, a.Place().Code, text)
			}
			if changed := a.Changes(g); own && changed != nil || !own && !slices.Equal(changed, []Change{{"practice", OtherFile}}) {
				t.Errorf("%s, %s: %v", end, what, changed)
			}
		}
	}
}

func TestARecordOfAnIntakeSaysWhatTheFormSaid(t *testing.T) {
	g := guide(t)
	g.Practice = "River Clinic"
	w := intake(t, g, append(mixed(g), walk.Event{Kind: walk.NameTyped, Text: typed})...)
	d := counter()
	d.Countersigner = ""
	a, err := Build(w, d)
	must(t, err)
	i := *a.Intake
	if i.Reference != "K-102" || a.Place().Name != "River Clinic" || i.Clinician != "Dr. Lind" || i.Parts != walk.Essentials || i.Aim != "" || i.Topics != nil {
		t.Errorf("%+v", i)
	}
	if !slices.Equal(a.Run, []string{WithClinician, "interpreter"}) || a.Countersignature != nil {
		t.Errorf("%v, %+v", a.Run, a.Countersignature)
	}
	w, _ = apply(t, w, walk.Event{Kind: walk.Include, Subject: walk.AimID, Yes: true}, walk.Event{Kind: walk.Sign, Subject: a.ID, Text: "x"})
	b, err := Build(w, d)
	if err != nil || b.Intake.Aim != "To talk <more>.\nAnd to listen." || b.Supersedes != a.ID {
		t.Errorf("%+v, %v", b.Intake, err)
	}
	words := strings.Join(strings.Fields(Text(b, g.Words)), " ")
	for _, want := range []string{"Reference: K-102", "River Clinic", "With: Dr. Lind", g.Words.Record.PlannedEssentials, g.Words.Record.Interpreter, "And to listen."} {
		if !strings.Contains(words, want) {
			t.Errorf("it does not say %q", want)
		}
	}
	if strings.Contains(words, g.Words.Record.Alone) {
		t.Error("it says that there was no form")
	}
}

func TestARecordOfAnIntakeSaysNothingThatNobodyChose(t *testing.T) {
	g := guide(t)
	w := intake(t, g, everything(g)...)
	a, err := Build(w, counter())
	must(t, err)
	if len(a.Intake.Topics) < 2 || !slices.Contains(a.Intake.Topics, g.Chapters[0].Title+": "+g.Chapters[0].Sections[1].Heading) {
		t.Errorf("to talk about: %q", a.Intake.Topics)
	}
	data, err := Encode(a)
	must(t, err)
	all := string(data) + Text(a, g.Words) + HTML(a, g.Words)
	not := []string{"nobody's business", "of my own", "To talk <more>", "To talk &lt;more&gt;", "And to listen"}
	for _, q := range g.Questions() {
		not = append(not, q.Prompt, q.Options[0].Text)
	}
	for _, text := range not {
		if strings.Contains(all, text) {
			t.Errorf("it holds %q", text)
		}
	}
}

func TestAFileOfAnIntakeHasItsReferenceAndNoName(t *testing.T) {
	g := guide(t)
	dir := filepath.Join(t.TempDir(), "records")
	w := intake(t, g, append(mixed(g), walk.Event{Kind: walk.NameTyped, Text: typed})...)
	a, path, err := Save(disk.OS(), dir, w, counter())
	must(t, err)
	if want := filepath.Join(dir, "acknowledgement-2026-11-23-K-102-3132333435363738.json"); path != want {
		t.Errorf("path %s, want %s", path, want)
	}
	base := strings.TrimSuffix(path, ".json")
	for end, want := range map[string]string{".txt": Text(a, g.Words), ".html": HTML(a, g.Words)} {
		if got, err := os.ReadFile(base + end); err != nil || string(got) != want {
			t.Errorf("%s: %v", end, err)
		}
		info, err := os.Stat(base + end)
		if err != nil || runtime.GOOS != "windows" && info.Mode() != 0o600 {
			t.Errorf("%s: %v, %v", end, info.Mode(), err)
		}
	}
	if info, err := os.Stat(dir); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o700 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	names, err := disk.OS().ReadDir(dir)
	if err != nil || len(names) != 3 {
		t.Errorf("%v, %v", names, err)
	}
	again, err := Read(disk.OS(), path)
	if err != nil || again.Intake == nil || again.Intake.Reference != "K-102" {
		t.Errorf("%+v, %v", again.Intake, err)
	}
}

func TestNoFileIsWrittenOutsideItsFolder(t *testing.T) {
	a := intakeRecord(t, smallGuide())
	a.Intake.Reference = "/../../x"
	dir := filepath.Join(t.TempDir(), "records")
	if path, err := writeFiles(disk.OS(), dir, a, new(words.Words), Draft{}); err == nil {
		t.Errorf("written to %s", path)
	}
	if _, err := os.Stat(dir); !os.IsNotExist(err) {
		t.Error("something was made")
	}
}

func TestALinkAtTheTargetIsNotFollowed(t *testing.T) {
	g := guide(t)
	a := intakeRecord(t, g)
	for _, end := range []string{".json", ".txt", ".html", ".json.tmp", ".txt.tmp", ".html.tmp"} {
		dir, elsewhere := t.TempDir(), filepath.Join(t.TempDir(), "elsewhere")
		must(t, os.Symlink(elsewhere, filepath.Join(dir, baseName(a)+end)))
		if path, err := writeFiles(disk.OS(), dir, a, g.Words, Draft{}); !errors.Is(err, os.ErrExist) {
			t.Errorf("%s: %s, %v", end, path, err)
		}
		if _, err := os.Stat(elsewhere); !os.IsNotExist(err) {
			t.Errorf("%s: something was written through the link", end)
		}
		if names, err := disk.OS().ReadDir(dir); err != nil || len(names) != 1 {
			t.Errorf("%s: left are %v, %v", end, names, err)
		}
	}
}

func TestTheFormatsDoNotMix(t *testing.T) {
	g := guide(t)
	all, _ := apply(t, walk.New(g), answers(g, walk.Agree)...)
	own, err := Build(all, draft())
	if err != nil || own.Format != Format || own.Intake != nil {
		t.Fatalf("a member's own is %+v, %v", own, err)
	}
	made := intakeRecord(t, g)
	for what, a := range map[string]Record{"a member's own as an intake's": own, "an intake's as a member's own": made} {
		if a.Format = intakeFormat; a.Intake != nil {
			a.Format = memberFormat
		}
		data := sealedAnew(t, a)
		var damage *DamageError
		if _, err := Decode(data); !errors.As(err, &damage) {
			t.Errorf("%s: %v", what, err)
		}
	}
}

func sealedAnew(t testing.TB, a Record) []byte {
	t.Helper()
	var err error
	if a.Digest, err = a.digest(); err != nil {
		t.Fatal(err)
	}
	data, err := Encode(a)
	must(t, err)
	return data
}
