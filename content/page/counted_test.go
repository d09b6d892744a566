package page

import (
	"fmt"
	"strings"
	"testing"

	"firstsession/content"
	"firstsession/content/walk"
)

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
