package page

import (
	"fmt"
	"strings"
	"testing"

	"firstsession/content"
	"firstsession/content/guidetest"
	"firstsession/content/plain"
	"firstsession/content/walk"
)

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

// By the short way a chapter says what that has of it, not what all of it has.
func TestAChapterPromisesWhatItsWayHas(t *testing.T) {
	r := shipped(t)
	whole, five := r.Walk, "five difficult moments"
	r.Walk = whole.ByShortWay()
	r.on(For(r.Walk.First(8), r.State)).says("When you feel let down after some weeks")
	if strings.Contains(r.text(), five) || len(r.sheet().Beside) > 0 {
		t.Errorf("it promises, or says twice\n%s", r.text())
	}
	r.Walk = whole
	r.on(For(r.Walk.First(8), r.State)).says(five)
}

func TestOneMinuteIsNotCountedAsMany(t *testing.T) {
	for language, wants := range map[string]string{"en": "About 1 minute is left.", "es": "Falta 1 minuto."} {
		guide := guidetest.Shipped(t, language)
		w := guide.Words.Home
		s := shipped(t).State
		for _, forms := range []string{w.ShortWay, w.ShortWayLeft, w.ShortWayHeard, w.NowShort} {
			if said := s.count(1, forms); strings.Contains(said, "minutes") || strings.Contains(said, "minutos") {
				t.Errorf("%q", said)
			}
		}
		if got := s.count(1, w.MinutesLeft); got != wants || strings.Contains(s.count(1, w.StateHeard), "minutes") || strings.Contains(s.count(1, w.StateHeard), "minutos") {
			t.Errorf("%q, %q", got, s.count(1, w.StateHeard))
		}
	}
}

// holding is a guide with so many pages, questions and promises.
func holding(t testing.TB, sections, questions, statements int) *reading {
	t.Helper()
	g := askingGuide(t)
	chapter := &g.Chapters[0]
	asked := chapter.Sections[0].Questions[0]
	chapter.Sections, g.Commitment.Statements = nil, nil
	for i := range sections {
		chapter.Sections = append(chapter.Sections, content.Section{ID: fmt.Sprintf("s%d", i), Heading: "Apples"})
	}
	for i := range questions {
		asked.ID = fmt.Sprintf("q%d", i)
		chapter.Sections[0].Questions = append(chapter.Sections[0].Questions, asked)
	}
	for i := range statements {
		g.Commitment.Statements = append(g.Commitment.Statements, content.Statement{ID: fmt.Sprintf("p%d", i), Text: fmt.Sprint("I will ", i)})
	}
	r := shipped(t)
	r.Walk = walk.New(g)
	return r
}

func TestOneOfAKindIsNotCountedAsMany(t *testing.T) {
	for _, c := range []struct {
		sections, questions, statements int
		chapter, commitment             string
	}{
		{1, 0, 1, "1 page.", "1 promise."},
		{2, 0, 2, "2 pages.", "2 promises."},
		{1, 1, 1, "1 page and 1 question.", "1 promise."},
		{1, 2, 11, "1 page and 2 questions.", "11 promises."},
		{21, 1, 21, "21 pages and 1 question.", "21 promises."},
	} {
		r := holding(t, c.sections, c.questions, c.statements)
		r.on(For(r.Walk.First(1), r.State)).says("This chapter has " + c.chapter)
		r.on(For(r.Walk.First(2), r.State)).says("This chapter has " + c.commitment)
	}
	for hits, says := range map[int]string{mostHits: "", mostHits + 1: "There is 1 more.", mostHits + 2: "There are 2 more."} {
		r := holding(t, hits, 0, 1)
		if r.on(NewSearch(r.State, "apples")).says(says); strings.Contains(r.text(), " more. One more word") != (says != "") {
			t.Errorf("%d hits: %s", hits, r.text())
		}
	}
}
