package walk

import (
	"slices"
	"strings"
	"sync"

	"firstsession/content"
	"firstsession/content/plain"
)

// Steps are all steps in order. The list is shared and must not be changed.
func (w Walk) Steps() []Step { return w.steps }

// At is where the reader is: the step last reached, or the first.
func (w Walk) At() Step { return w.orFirst(w.at) }

func (w Walk) orFirst(s Step) Step {
	if s == (Step{}) && len(w.steps) > 0 {
		return w.steps[0]
	}
	return s
}

// Next is the step after another. Nobody is led back: the signing page is there
// to decline on, too, though nothing can be signed on it while a statement has
// no answer. There is no step after the last.
func (w Walk) Next(s Step) (Step, bool) { return w.beside(s, 1) }

// Previous is the step before another.
func (w Walk) Previous(s Step) (Step, bool) { return w.beside(s, -1) }

func (w Walk) beside(s Step, by int) (Step, bool) {
	at := slices.Index(w.steps, s)
	if to := at + by; at >= 0 && to >= 0 && to < len(w.steps) {
		return w.steps[to], true
	}
	return Step{}, false
}

// Find returns the step with a key. A question's id is the key of the step at
// which it is first asked. What is left out of an intake is found all the same,
// so that a rule can be read: it is in the list of steps while one is there.
func (w Walk) Find(key string) (Step, bool) {
	id, again := strings.CutSuffix(key, againSuffix)
	i, ok := w.plan.index[id]
	if !ok {
		return Step{}, false
	}
	s := w.plan.steps[i]
	if again && (s.Kind != Question || !w.comesBack(id)) {
		return Step{}, false
	}
	s.Again = again
	return s, true
}

// First is the opening of a chapter, counted from 1, even if it is left out of
// an intake; the zero Step if there is no such chapter.
func (w Walk) First(chapter int) Step {
	if steps := w.plan.chapter(chapter); len(steps) > 0 {
		return steps[0]
	}
	return Step{}
}

// Chapters is how many chapters the guide has, the commitment among them. In an
// intake those that are left out count, since the others keep their numbers.
func (w Walk) Chapters() int { return len(w.plan.chapters) }

// Chapter is a chapter, counted from 1. The last is the commitment, which has no
// sections. It is one without words if there is no such chapter, as of the page
// for the client.
func (w Walk) Chapter(n int) content.Chapter {
	switch {
	case n < 1 || n > w.Chapters():
		return content.Chapter{}
	case n == w.Chapters():
		return w.guide.Commitment.Chapter
	default:
		return w.guide.Chapters[n-1]
	}
}

// ChapterTitle is the title of a chapter, counted from 1.
func (w Walk) ChapterTitle(n int) string { return w.Chapter(n).Title }

// Position counts a step among those of its kind in its chapter: the second
// section of seven. Questions that are offered once more are counted among
// themselves; what is left out of an intake, an opening and the pages about
// signing are not counted: 0 of 0.
func (w Walk) Position(s Step) (n, of int) {
	if !s.Kind.traits().counted || !slices.Contains(w.steps, s) {
		return 0, 0
	}
	for _, other := range w.steps {
		if other.Chapter == s.Chapter && other.Kind == s.Kind && other.Again == s.Again {
			if of++; other == s {
				n = of
			}
		}
	}
	return n, of
}

// Open are the statements without an answer, in order. With any, nothing can be signed.
func (w Walk) Open() []content.Statement {
	return w.statements(func(a Answer) bool { return a == Unanswered })
}

func (w Walk) statements(fits func(Answer) bool) []content.Statement {
	var found []content.Statement
	for _, s := range w.plan.chapter(w.Chapters()) {
		if s.Kind == Statement && fits(w.answers[s.ID]) {
			found = append(found, *w.plan.statements[s.ID])
		}
	}
	return found
}

// plan is what follows from the guide alone. It is made once and only read
// from then on, so that all walks through a guide may share it.
type plan struct {
	steps      []Step                       // all but the Again steps
	index      map[string]int               // into steps, by key
	chapters   [][]Step                     // of steps; the commitment is the last
	questions  map[string]*content.Question // by key
	statements map[string]*content.Statement
	essential  map[string]bool // by id: what the short intake has
	asksAll    bool            // the guide does not say which questions are essential: all in an essential section
	// words are counted when they are first asked for: the first page is not to wait for them.
	words func() [][]counted // of each chapter's steps
}

// newPlan is the plan of a member's walk, or that of an intake.
func newPlan(g *content.Guide, intake bool) plan {
	p := plan{
		index:      map[string]int{},
		questions:  map[string]*content.Question{},
		statements: map[string]*content.Statement{},
		essential:  map[string]bool{},
	}
	p.asksAll = !g.MarksQuestions()
	chapter, from := 0, 0
	for _, t := range kinds {
		switch {
		case t.kind == Opening:
			for i := range g.Chapters {
				p.addChapter(&g.Chapters[i], i+1)
			}
			chapter = len(g.Chapters) + 1
		case t.kind == Statement:
			from = len(p.steps)
			p.addStatements(&g.Commitment, chapter)
		case t.id != "" && t.isIn(intake):
			p.add(Step{Kind: t.kind, ID: t.id, Chapter: chapter})
		}
	}
	p.chapters = append(p.chapters, p.steps[from:])
	p.words = sync.OnceValue(Walk{guide: g, plan: p}.wordCounts)
	return p
}

func (p *plan) addChapter(chapter *content.Chapter, number int) {
	from := len(p.steps)
	p.add(Step{Kind: Opening, ID: chapter.ID, Chapter: number})
	for i := range chapter.Sections {
		section := &chapter.Sections[i]
		p.add(Step{Kind: Section, ID: section.ID, Chapter: number})
		if section.Essential {
			p.essential[chapter.ID], p.essential[section.ID] = true, true
		}
		for j := range section.Questions {
			question := &section.Questions[j]
			kind := plain.Either(question.Kind() == content.Reflection, Reflection, Question)
			if p.add(Step{Kind: kind, ID: question.ID, Chapter: number}) {
				onceMore := question.OnceMore()
				p.questions[question.ID] = question
				p.questions[Step{ID: question.ID, Again: true}.Key()] = &onceMore
				p.essential[question.ID] = section.Essential && (question.Essential || p.asksAll)
			}
		}
	}
	p.chapters = append(p.chapters, p.steps[from:])
}

func (p *plan) addStatements(commitment *content.Commitment, number int) {
	p.add(Step{Kind: Opening, ID: content.CommitmentID, Chapter: number})
	for i := range commitment.Statements {
		if statement := &commitment.Statements[i]; p.add(Step{Kind: Statement, ID: statement.ID, Chapter: number}) {
			p.statements[statement.ID] = statement
		}
	}
}

// add takes a step into the plan unless its id is taken. The parser lets no
// id stand twice, but a guide need not come from it.
func (p *plan) add(s Step) bool {
	if _, taken := p.index[s.ID]; taken {
		return false
	}
	p.index[s.ID] = len(p.steps)
	p.steps = append(p.steps, s)
	return true
}

func (p plan) chapter(n int) []Step {
	if n < 1 || n > len(p.chapters) {
		return nil
	}
	return p.chapters[n-1]
}

// order lists the steps. A chapter that is left out is whole for whoever looks into it.
func (w *Walk) order() {
	looks := w.short && w.LeftOut(w.at.Chapter)
	w.steps = w.list(func(s Step) bool { return w.shown(s) || looks && s.Chapter == w.at.Chapter })
}

// list is those of all steps, in order, that are to be in it: with the
// questions that are offered once more at the end of their chapter.
func (w Walk) list(has func(Step) bool) []Step {
	steps := make([]Step, 0, len(w.plan.steps)+len(w.tries))
	for i, s := range w.plan.steps {
		if has(s) {
			steps = append(steps, s)
		}
		if i+1 < len(w.plan.steps) && w.plan.steps[i+1].Chapter == s.Chapter {
			continue
		}
		for _, s := range w.plan.chapter(s.Chapter) {
			s.Again = true
			if s.Kind == Question && w.comesBack(s.ID) && has(s) {
				steps = append(steps, s)
			}
		}
	}
	return slices.Clip(steps)
}
