package plain

import (
	"firstsession/content/walk"
	"firstsession/tui/intake"
	"firstsession/tui/visit"
)

// next goes on from a step.
func (l *Lines) next(from walk.Step, events ...walk.Event) {
	if !l.apply(visit.Onward(from, events...)...) {
		return
	}
	if l.looking() {
		l.back()
		l.showAll()
	} else if to, ok := l.visit.Walk.Next(from); ok {
		l.reach(to)
	}
}

// looking says whether the promise shown was opened from what is still open,
// so that going on leads back there.
func (l *Lines) looking() bool {
	n := len(l.stack)
	if n < 2 || l.At().Kind != walk.Statement {
		return false
	}
	below, ok := l.stack[n-2].(*sheet)
	return ok && below.step.Kind == walk.Points
}

// reach goes to a step, in the place of all that lies on top, and keeps that
// the reader is there.
func (l *Lines) reach(to walk.Step) {
	if !l.apply(walk.Event{Kind: walk.Reach, Subject: to.Key()}) {
		return
	}
	from := l.At()
	p := l.stepPage(to)
	l.stack = []page{p}
	if s, ok := p.(shorter); ok && from.Chapter == to.Chapter {
		l.Say(s.shortly())
	} else {
		l.Say(p.heading())
	}
	p.show()
}

// jump goes to a step from which back leads here.
func (l *Lines) jump(to walk.Step) {
	if !l.apply(walk.Event{Kind: walk.Reach, Subject: to.Key()}) {
		return
	}
	l.open(l.stepPage(to))
}

// open puts a page on top. Back returns here.
func (l *Lines) open(p page) {
	l.stack = append(l.stack, p)
	l.showAll()
}

// back goes back: to where one came from, or to the step before; from the
// first, to the chapters.
func (l *Lines) back() {
	if len(l.stack) > 1 {
		l.stack = l.stack[:len(l.stack)-1]
		if at := l.At(); at.Kind != "" {
			l.apply(walk.Event{Kind: walk.Reach, Subject: at.Key()})
		}
		l.say(l.words.Plain.BackAt, "place", l.top().heading())
		return
	}
	from := l.At()
	if to, ok := l.visit.Walk.Previous(from); ok && from.Kind != "" {
		l.reach(to)
		return
	}
	if from.Kind != "" {
		l.open(&contents{l: l})
		return
	}
	l.say(l.words.Plain.Nothing)
}

// begin leaves the first page for a step, or for where the reader is.
func (l *Lines) begin(keep bool, to walk.Step) {
	if err := l.visit.Begin(keep); err != nil {
		l.say(l.words.Frame.NotKept, "error", err)
	}
	if l.visit.Private {
		l.mode()
	}
	if to.Kind == "" {
		to = l.visit.Walk.At()
	}
	l.reach(to)
}

// stepPage is the page of a step.
func (l *Lines) stepPage(step walk.Step) page {
	if page := intake.ForStep(step, l.visit.Folder, true); page != nil {
		return &sheet{l: l, step: step, page: page}
	}
	switch step.Kind {
	case walk.Question:
		return newQuestion(l, step)
	case walk.Reflection:
		return newReflection(l, step)
	case walk.Statement:
		return newStatement(l, step)
	case walk.Signature:
		return &signature{l: l, step: step, name: l.visit.Walk.Name(), folder: l.visit.Folder}
	case walk.Closing:
		return &closing{l: l, step: step}
	default:
		return &reading{l: l, step: step}
	}
}
