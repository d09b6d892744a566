package plain

import (
	"strings"

	"firstsession/content"
	"firstsession/content/walk"
)

// reading is the opening of a chapter, or a section.
type reading struct {
	l    *Lines
	step walk.Step
}

func (r *reading) at() walk.Step { return r.step }

func (r *reading) heading() string {
	if r.step.Kind == walk.Opening {
		return r.l.chapterHeading(r.step.Chapter)
	}
	_, section := r.l.visit.Walk.Guide().Section(r.step.ID)
	if section == nil {
		return r.l.chapterHeading(r.step.Chapter)
	}
	return r.l.stepHeading(r.step, r.l.words.Plain.Section, sentence(section.Heading))
}

// chapterHeading is "Chapter 4 of 10: How groups work."
func (l *Lines) chapterHeading(n int) string {
	return l.fill(l.words.Plain.Chapter, "n", n, "of", l.visit.Walk.Chapters(), "title", sentence(l.visit.Walk.ChapterTitle(n)))
}

// stepHeading is the chapter's heading, and behind it "Section 2 of 6: ...",
// in the words that a kind of step has for it.
func (l *Lines) stepHeading(step walk.Step, words, title string) string {
	return l.chapterHeading(step.Chapter) + " " + l.place(step, words, title)
}

func (l *Lines) place(step walk.Step, words, title string) string {
	n, of := l.visit.Walk.Position(step)
	return l.fill(words, "n", n, "of", of, "title", title)
}

func (r *reading) show() {
	guide := r.l.visit.Walk.Guide()
	if _, section := guide.Section(r.step.ID); section != nil {
		r.l.blocks(section.Body)
		return
	}
	r.l.opening(r.step.Chapter)
}

// opening greets the reader at a chapter and says how long it is.
func (l *Lines) opening(number int) {
	guide, words := l.visit.Walk.Guide(), l.words.Reader
	if number > len(guide.Chapters) {
		l.blocks(guide.Commitment.Lead)
		l.say(l.words.Plain.Long, "parts", content.Fill(words.Promises, "n", len(guide.Commitment.Statements)))
		return
	}
	chapter := guide.Chapters[number-1]
	l.blocks(chapter.Lead)
	questions := 0
	for _, section := range chapter.Sections {
		questions += len(section.Questions)
	}
	parts := []string{count(len(chapter.Sections), words.OnePage, words.Pages)}
	if questions > 0 {
		parts = append(parts, count(questions, words.OneQuestion, words.Questions))
	}
	l.say(l.words.Plain.Long, "parts", strings.Join(parts, ", "))
}

func count(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return content.Fill(many, "n", n)
}

func (r *reading) prompt() string {
	words := r.l.words.Plain
	if r.step.Kind == walk.Opening {
		return r.l.fill(words.AskOpening, "n", r.step.Chapter, "of", r.l.visit.Walk.Chapters())
	}
	return r.l.place(r.step, words.AskSection, "")
}

func (r *reading) take(s said) bool {
	if !s.empty() && s.command != goOn {
		return false
	}
	r.l.next(r.step)
	return true
}

func (r *reading) choices()       {}
func (r *reading) more() []string { return []string{r.l.words.Plain.HelpGoOn} }

// between is a section, a chapter's opening, a promise or a term that is read
// on top of another page.
type between struct {
	l    *Lines
	head string
	text func()
}

// readBetween opens what has an id, to be read in between. It is false if
// there is nothing with that id.
func (l *Lines) readBetween(id string) bool {
	guide := l.visit.Walk.Guide()
	if chapter, section := guide.Section(id); section != nil {
		head := l.chapterHeading(chapter.Number) + " " + sentence(section.Heading)
		l.open(&between{l, head, func() { l.blocks(section.Body) }})
		return true
	}
	for _, statement := range guide.Commitment.Statements {
		if statement.ID == id {
			head := l.chapterHeading(l.visit.Walk.Chapters())
			l.open(&between{l, head, func() { l.Say(statement.Text); l.blocks(statement.Reason) }})
			return true
		}
	}
	for _, term := range guide.Glossary.Terms {
		if term.ID == id {
			l.open(&between{l, sentence(term.Name), func() { l.blocks(term.Body) }})
			return true
		}
	}
	if step, ok := l.visit.Walk.Find(id); ok && step.Kind == walk.Opening {
		l.open(&between{l, l.chapterHeading(step.Chapter), func() { l.opening(step.Chapter) }})
		return true
	}
	return false
}

func (b *between) heading() string { return b.head }
func (b *between) show()           { b.text() }
func (b *between) prompt() string  { return b.l.fill(b.l.words.Plain.AskBetween) }

func (b *between) take(s said) bool {
	if !s.empty() && s.command != goOn {
		return false
	}
	b.l.back()
	return true
}

func (b *between) choices()       {}
func (b *between) more() []string { return nil }
