package page

import (
	"strings"
	"testing"

	"firstsession/content/walk"
)

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

func TestTheChaptersLeadToThePromisesPastNoOpenQuestion(t *testing.T) {
	r := open(t, "pace")
	row := chapterID(r.Walk.Chapters())
	r.on(NewChapters()).does(row).wants(Go{r.Walk.First(r.Walk.Chapters())})
	r = open(t, "pace", walk.Event{Kind: walk.Reach, Subject: "where"}, walk.Event{Kind: walk.Later, Subject: "where"})
	recap, _ := r.Walk.Find(walk.RecapID)
	r.on(NewChapters()).does(row).wants(Go{recap})
}

func TestWhoeverChoosesAChapterFirstIsAskedThereWhatIsKept(t *testing.T) {
	r := shipped(t)
	r.Fresh = true
	r.on(NewChapters()).does(chapterID(3)).shows(beginAt(3))
	third := r.Walk.First(3)
	r.on(beginAt(3)).says("chapter 3: " + r.Walk.ChapterTitle(3))
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
	to, _ := r.Walk.Find(walk.SignatureID)
	r.does(answerAgainID).wants(Go{to})
}

func TestAChapterThatIsNotInTheShortWayTellsThatOneIsThere(t *testing.T) {
	r := shipped(t, walk.Event{Kind: walk.GoShort, Yes: true})
	fourth := r.Walk.First(4)
	r = shipped(t, walk.Event{Kind: walk.GoShort, Yes: true}, walk.Event{Kind: walk.Reach, Subject: fourth.Key()})
	r.on(NewChapters())
	if got := r.item(chapterID(4)); got.Mark != LeftOut || got.State != r.Words().Home.Here {
		t.Errorf("their own chapter is %q", got.State)
	}
	if got := r.item(chapterID(6)).State; got != r.Words().Home.NotShort {
		t.Errorf("another one is %q", got)
	}
}
