package walk

import (
	"slices"

	"firstsession/content"
)

// plan is what follows from the guide alone. It is made once and only read
// from then on, so that all walks through a guide may share it.
type plan struct {
	steps      []Step         // all but the Again steps
	index      map[string]int // into steps, by key
	chapters   []span         // the commitment is the last
	questions  map[string]*content.Question
	statements map[string]*content.Statement
}

// span is where a chapter's steps begin and end in the plan.
type span struct{ from, to int }

func newPlan(g *content.Guide) *plan {
	p := &plan{
		index:      map[string]int{},
		questions:  map[string]*content.Question{},
		statements: map[string]*content.Statement{},
	}
	for i := range g.Chapters {
		p.addChapter(&g.Chapters[i], i+1)
	}
	p.addCommitment(&g.Commitment, len(g.Chapters)+1)
	return p
}

func (p *plan) addChapter(chapter *content.Chapter, number int) {
	from := len(p.steps)
	p.add(Step{Kind: Opening, ID: chapter.ID, Chapter: number})
	for i := range chapter.Sections {
		section := &chapter.Sections[i]
		p.add(Step{Kind: Section, ID: section.ID, Chapter: number})
		for j := range section.Questions {
			question := &section.Questions[j]
			kind := Question
			if question.Kind() == content.Reflection {
				kind = Reflection
			}
			if p.add(Step{Kind: kind, ID: question.ID, Chapter: number}) {
				p.questions[question.ID] = question
			}
		}
	}
	p.chapters = append(p.chapters, span{from, len(p.steps)})
}

func (p *plan) addCommitment(commitment *content.Commitment, number int) {
	from := len(p.steps)
	p.add(Step{Kind: Opening, ID: content.CommitmentID, Chapter: number})
	for i := range commitment.Statements {
		statement := &commitment.Statements[i]
		if p.add(Step{Kind: Statement, ID: statement.ID, Chapter: number}) {
			p.statements[statement.ID] = statement
		}
	}
	p.add(Step{Kind: Signature, ID: SignatureID, Chapter: number})
	p.add(Step{Kind: Closing, ID: ClosingID, Chapter: number})
	p.chapters = append(p.chapters, span{from, len(p.steps)})
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

// chapter returns the steps of a chapter, none if there is no such chapter.
func (p *plan) chapter(n int) []Step {
	if p == nil || n < 1 || n > len(p.chapters) {
		return nil
	}
	return p.steps[p.chapters[n-1].from:p.chapters[n-1].to]
}

// order makes the list of all steps, with the questions that are offered once
// more at the end of their chapter.
func (w *Walk) order() {
	steps := make([]Step, 0, len(w.plan.steps)+len(w.tries))
	for n := range w.plan.chapters {
		chapter := w.plan.chapter(n + 1)
		steps = append(steps, chapter...)
		for _, s := range chapter {
			if s.Kind == Question && w.tries[s.ID].onceMore() {
				s.Again = true
				steps = append(steps, s)
			}
		}
	}
	w.steps = slices.Clip(steps)
}
