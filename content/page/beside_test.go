package page

import (
	"strings"
	"testing"

	"firstsession/content"
	"firstsession/content/guidetest"
	"firstsession/content/plain"
	"firstsession/content/walk"
)

// shipped is the guide that the program carries, to a reader who has begun.
func shipped(t testing.TB, events ...walk.Event) *reading {
	t.Helper()
	guide := guidetest.Shipped(t, "en")
	r := &reading{t: t, State: State{Walk: walk.New(guide), World: World{Ways: []any{
		"help", "F1", "go_on", "Space", "back", "left", "show_me", "s", "glossary", "g", "stop", "q", "chapters", "c",
	}}}}
	r.apply(events...)
	return r
}

// on shows a page.
func (r *reading) on(p Page) *reading {
	r.page, r.want = p, nil
	return r
}

// items are the ids of what can be answered.
func (r *reading) items() string {
	var ids []string
	for _, item := range r.sheet().Items {
		ids = append(ids, item.ID)
	}
	return strings.Join(ids, ", ")
}

func (r *reading) says(texts ...string) {
	r.t.Helper()
	for _, text := range texts {
		if !strings.Contains(r.text(), text) {
			r.t.Errorf("%q is not on the page:\n%s", text, r.text())
		}
	}
}

func (r *reading) wants(want Want) {
	r.t.Helper()
	if show, ok := r.want.(OnTop); ok {
		r.t.Errorf("asks to show %#v, not for %#v", show.Page, want)
		return
	}
	if r.want != want {
		r.t.Errorf("asks for %#v, not %#v", r.want, want)
	}
}

// shows reports what page is asked for.
func (r *reading) shows(want Page) {
	r.t.Helper()
	if show, ok := r.want.(OnTop); !ok || show.Page != want {
		r.t.Errorf("asks for %#v, not for %#v", r.want, want)
	}
}

func TestTheFirstPageAsksWhetherAnythingIsKept(t *testing.T) {
	r := shipped(t).on(NewFirst())
	r.Fresh = true
	r.does(GoOnID).wants(Begin{Keep: true})
	r.does(string(BeginPrivate)).wants(Begin{})
	r.says(r.Words().Home.Begin)
	r.Private = true
	r.does(GoOnID).wants(Begin{})
	if r.has(string(BeginPrivate)) {
		t.Error("whoever leaves no trace is asked about it")
	}
	if !r.has(string(HelpNow)) || !r.has(string(Chapters)) {
		t.Error("help now or the chapters are not offered")
	}
}

func TestAPlaceThatCannotBeReadIsPutAsideOnlyWhereThatMayBe(t *testing.T) {
	r := shipped(t).on(NewTrouble("It cannot be read.", true))
	r.says("It cannot be read.")
	r.does(GoOnID).wants(Begin{})
	r.does(string(Aside)).wants(SetAside{})
	r.on(NewTrouble("It is open.", false)).does(string(Aside)).wants(nil)
	if r.has(string(Aside)) {
		t.Error("it is offered")
	}
}

func TestTheChaptersLeadToWhereTheReaderIsOrToAChaptersStart(t *testing.T) {
	r := shipped(t, walk.Event{Kind: walk.Reach, Subject: "main-message"})
	r.on(NewChapters())
	at := r.Walk.At()
	if sheet := r.sheet(); sheet.Ask != chapterID(at.Chapter) {
		t.Errorf("the focus is at %q", sheet.Ask)
	}
	if got := r.item(chapterID(at.Chapter)).State; !strings.HasPrefix(got, r.Words().Home.Here+", ") {
		t.Errorf("their own chapter is %q", got)
	}
	r.does(chapterID(at.Chapter)).wants(Go{at})
	r.does(chapterID(4)).wants(Go{r.Walk.First(4)})
	r.does(GoOnID).wants(Close{})
	r.does(answerAgainID).wants(nil)
}

func TestWhoeverChoosesAChapterFirstIsAskedThereWhatIsKept(t *testing.T) {
	r := shipped(t)
	r.Fresh = true
	r.on(NewChapters()).does(chapterID(3)).shows(beginAt{3})
	third := r.Walk.First(3)
	r.on(beginAt{3}).says("chapter 3: " + r.Walk.ChapterTitle(3))
	r.does(GoOnID).wants(Begin{Keep: true, To: third})
	r.does(string(BeginPrivate)).wants(Begin{To: third})
}

func TestTheChaptersSayWhereARecordIs(t *testing.T) {
	r := shipped(t)
	for _, statement := range r.Guide().Commitment.Statements {
		r.apply(walk.Event{Kind: walk.SetAnswer, Subject: statement.ID, Answer: walk.Agree})
	}
	r.apply(walk.Event{Kind: walk.Sign, Subject: "r1", Text: "/home/dana/record.json"})
	r.on(NewChapters()).says("/home/dana/record.txt", "1 March 2026")
	r.does(answerAgainID).wants(Go{r.Walk.First(r.Walk.Chapters())})
}

func TestAChapterOpensWithItsTitleOnceAndSaysHowLongItIs(t *testing.T) {
	r := shipped(t)
	for n := 1; n <= r.Walk.Chapters(); n++ {
		r.on(For(r.Walk.First(n), r.State)).says("This chapter has ")
		if got := strings.Count(r.text(), r.Walk.ChapterTitle(n)+"\n"); got != 1 {
			t.Errorf("chapter %d has its title %d times:\n%s", n, got, r.text())
		}
		if r.does(GoOnID); !r.goesOn() {
			t.Errorf("chapter %d does not go on", n)
		}
	}
}

func TestASectionSaysWhereItStandsAndWhatWasRead(t *testing.T) {
	r := shipped(t, walk.Event{Kind: walk.Pass, Subject: "main-message"})
	step, _ := r.Walk.Find("main-message")
	r.on(For(step, r.State))
	n, of := r.Walk.Position(step)
	if got, want := r.sheet().Place, plain.Fill("Section {n} of {of}", "n", n, "of", of); got != want {
		t.Errorf("the place is %q, not %q", got, want)
	}
	here := 0
	for _, part := range r.sheet().Beside {
		if part.Here {
			if here++; part.Mark != Done {
				t.Error("what was read is not marked")
			}
		}
	}
	if here != 1 {
		t.Errorf("the reader is at %d sections", here)
	}
}

func TestWhatIsReadInBetweenLeadsBack(t *testing.T) {
	r := shipped(t)
	statement, term := r.Guide().Commitment.Statements[0], r.Guide().Glossary.Sections[0]
	for id, text := range map[string]string{
		"main-message": "The main message", statement.ID: statement.Text, term.ID: term.Heading,
		r.Guide().Chapters[0].ID: r.Guide().Chapters[0].Title, content.CommitmentID: r.Guide().Commitment.Title,
	} {
		if _, section := r.Guide().Section(id); section != nil {
			text = section.Heading
		}
		r.on(NewReading(id, "group")).says(text)
		if sheet := r.sheet(); !sheet.Passing || len(sheet.Items) > 0 || sheet.Marks != "group" || sheet.Place != "" {
			t.Errorf("%s: %+v", id, sheet)
		}
		r.does(GoOnID).wants(Close{})
	}
	r.on(NewReading("no-such-id", "")).does(GoOnID).wants(Close{})
}

func TestTheGlossaryOpensAtTheTermThatWasAskedFor(t *testing.T) {
	r := shipped(t)
	terms := r.Guide().Glossary.Sections
	last := terms[len(terms)-1]
	for _, asked := range []string{last.ID, last.Heading, strings.ToUpper(last.Heading) + "?"} {
		at := ""
		for _, part := range r.on(NewGlossary(asked, "")).sheet().Body {
			if part.Here {
				at = part.Text
			}
		}
		if at != last.Heading {
			t.Errorf("%q opens at %q", asked, at)
		}
	}
	r.on(NewGlossary("no such word", "")).says("The glossary has nothing on “no such word”.", last.Heading)
	r.Stays = true
	r.on(NewGlossary(last.ID, "")).says(last.Heading)
	if strings.Contains(r.text(), terms[0].Heading+"\n") {
		t.Error("all terms are said")
	}
	r.on(NewGlossary("", "")).says("These words are explained: " + terms[0].Heading)
}

func TestASearchFindsWhileItIsTypedAndOpensWhatItFound(t *testing.T) {
	r := shipped(t)
	r.on(NewSearch(r.State, "")).says(r.Words().Search.Ask)
	r.does("query=unicorn").says("There is nothing about “unicorn” in this guide.")
	r.does("query=group")
	if rows := strings.Count(r.items(), "hit"); rows == 0 || rows > mostHits {
		t.Errorf("%d places are shown", rows)
	}
	hit := r.Guide().Search("group")[0]
	r.does(hitID(0)).shows(NewReading(hit.Section, "group"))
	r.does("query=cohesion", hitID(0)).shows(NewGlossary("cohesion", "cohesion"))
	r.does(GoOnID).wants(Close{})
	r.does(hitID(99)).wants(nil)
}

func TestWhatIsOnlyReadHasItsTextAndLeadsBack(t *testing.T) {
	r := shipped(t)
	help, about := r.Guide().Help, r.Guide().About
	for _, c := range []struct {
		page Page
		text string
	}{
		{NewHelp(), help.Title}, {NewAbout(), about.Title}, {NewAbout(), about.Sections[0].Heading},
		{NewClinicianNote(walk.Step{}), r.Words().Intake.NoNote},
		{NewKeys([]Move{{Meaning: ShowMe}, {Meaning: HelpNow}, {Meaning: Aside, Label: "put it away"}}, nil), "s: what fits, and why"},
		{NewKeys([]Move{{Meaning: ShowMe}, {Meaning: HelpNow}, {Meaning: Aside, Label: "put it away"}}, nil), "put it away"},
	} {
		r.on(c.page).says(c.text)
		if sheet := r.sheet(); !sheet.Passing || len(sheet.Items)+len(sheet.Moves) > 0 {
			t.Errorf("%T is not only read", c.page)
		}
		r.does(GoOnID).wants(Close{})
	}
}

func TestEveryMeaningHasItsWordsInTheListOfWhatCanBeDone(t *testing.T) {
	r := shipped(t)
	for _, m := range Meanings() {
		does := ""
		for _, group := range moveGroups(r.Words()) {
			does += group.does[m]
		}
		if does == "" {
			t.Errorf("%s has no words", m)
		}
		if r.on(NewKeys([]Move{{Meaning: m, Label: "these words"}}, nil)); m != GoOnward {
			r.says("these words")
		}
	}
}

func TestTheClinicianReadsTheNoteOfTheSectionOrTheChapter(t *testing.T) {
	r := open(t, "where")
	chapter := &r.Guide().Chapters[0]
	chapter.Note = "about the chapter"
	question, _ := r.Walk.Find("where")
	r.on(NewClinicianNote(question)).says("About the whole chapter:", "about the chapter")
	chapter.Sections[0].Note = "about the section"
	r.says("about the section")
	r.Guide().Commitment.Note = "about the promises"
	r.on(NewClinicianNote(r.Walk.First(2))).says("about the promises")
}
