package walk

import (
	"slices"

	"firstsession/content"
)

// plan is what follows from the guide alone. It is made once and only read
// from then on, so that all walks through a guide may share it.
type plan struct {
	steps      []Step                       // all but the Again steps
	index      map[string]int               // into steps, by key
	chapters   [][]Step                     // of steps; the commitment is the last
	questions  map[string]*content.Question // by key
	statements map[string]*content.Statement
	essential  map[string]bool // by id: what the short intake has
}

// newPlan is the plan of a member's walk, or that of an intake.
func newPlan(g *content.Guide, intake bool) plan {
	p := plan{
		index:      map[string]int{},
		questions:  map[string]*content.Question{},
		statements: map[string]*content.Statement{},
		essential:  map[string]bool{},
	}
	last := len(g.Chapters) + 1
	also := func(kind Kind, id string, chapter int) {
		if intake {
			p.add(Step{Kind: kind, ID: id, Chapter: chapter})
		}
	}
	also(Client, ClientID, 0)
	for i := range g.Chapters {
		p.addChapter(&g.Chapters[i], i+1)
	}
	also(Talk, TalkID, last)
	from := len(p.steps)
	p.addStatements(&g.Commitment, last)
	also(Points, PointsID, last)
	p.add(Step{Kind: Signature, ID: SignatureID, Chapter: last})
	also(Countersign, CountersignID, last)
	also(Copy, CopyID, last)
	p.add(Step{Kind: Closing, ID: ClosingID, Chapter: last})
	also(Clearing, ClearingID, last)
	p.chapters = append(p.chapters, p.steps[from:])
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
			kind := Question
			if question.Kind() == content.Reflection {
				kind = Reflection
			}
			if p.add(Step{Kind: kind, ID: question.ID, Chapter: number}) {
				onceMore := question.OnceMore()
				p.questions[question.ID] = question
				p.questions[Step{ID: question.ID, Again: true}.Key()] = &onceMore
				p.essential[question.ID] = section.Essential
			}
		}
	}
	p.chapters = append(p.chapters, p.steps[from:])
}

func (p *plan) addStatements(commitment *content.Commitment, number int) {
	p.add(Step{Kind: Opening, ID: content.CommitmentID, Chapter: number})
	for i := range commitment.Statements {
		statement := &commitment.Statements[i]
		if p.add(Step{Kind: Statement, ID: statement.ID, Chapter: number}) {
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

func (w *Walk) order() { w.steps = w.list(w.shown) }

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
