package walk

import (
	"slices"
	"strings"

	"firstsession/content"
)

// Steps are all steps in order. The list is shared by all who ask for it and
// must not be changed.
func (w Walk) Steps() []Step { return w.steps }

// At is where the reader is: the step last reached, the first step if none
// was.
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
		last := w.guide.Commitment
		return content.Chapter{ID: content.CommitmentID, Title: last.Title, Lead: last.Lead, Note: last.Note}
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
	if !slices.Contains([]Kind{Section, Question, Reflection, Statement}, s.Kind) || !slices.Contains(w.steps, s) {
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

// Open are the statements without an answer, in order. Nothing can be signed
// while there are any.
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
