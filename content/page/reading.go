package page

import (
	"slices"

	"firstsession/content"
	"firstsession/content/walk"
)

// reader is a page of the walk that is read: the opening of a chapter, the
// commitment's too, or a section.
type reader struct{ step walk.Step }

func newReader(step walk.Step) Page { return reader{step} }

func (p reader) Show(s State) Sheet {
	sheet := textOf(s, p.step)
	sheet.goesOn(s.Words().Keys.GoOn)
	return sheet
}

func (p reader) Answer(_ State, a Answer) (Page, Want) { return p, onward(a) }

// textOf is what there is to read at a step.
func textOf(s State, step walk.Step) Sheet {
	if step.Kind == walk.Section {
		return section(s, step)
	}
	return opening(s, step.Chapter)
}

// opening greets the reader at a chapter and says how long it is.
func opening(s State, number int) Sheet {
	sheet := Sheet{Chapter: number, Beside: sectionsOf(s, number, "")}
	sheet.banner(s.Walk.ChapterTitle(number))
	guide := s.Guide()
	switch {
	case number == s.Walk.Chapters():
		sheet.prose(guide.Commitment.Lead)
	case number >= 1 && number <= len(guide.Chapters):
		sheet.prose(guide.Chapters[number-1].Lead)
	}
	if parts := measure(s, number); parts != "" {
		sheet.quiet(s.Fill(s.Words().Reader.Long, "parts", parts))
	}
	return sheet
}

// banner opens a page with the seats and its title, which then stands nowhere
// else.
func (s *Sheet) banner(title string) {
	s.Body = append(s.Body, Part{Kind: Banner}, Part{Kind: Title, Text: title})
}

// measure says in words how long a chapter is in this walk; nothing if it is
// left out.
func measure(s State, number int) string {
	words, pages, asked, statements := s.Words().Reader, 0, 0, 0
	for _, step := range s.Walk.Steps() {
		switch {
		case step.Chapter != number || step.Again:
		case step.Kind == walk.Section:
			pages++
		case step.Kind == walk.Question, step.Kind == walk.Reflection:
			asked++
		case step.Kind == walk.Statement:
			statements++
		}
	}
	switch {
	case statements > 0:
		return content.Fill(words.Promises, "n", statements)
	case pages == 0:
		return ""
	case asked == 0:
		return count(pages, words.OnePage, words.Pages)
	default:
		return content.Fill(words.And, "pages", count(pages, words.OnePage, words.Pages),
			"questions", count(asked, words.OneQuestion, words.Questions))
	}
}

func count(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return content.Fill(many, "n", n)
}

func section(s State, step walk.Step) Sheet {
	sheet := onStep(s, step, s.Words().Reader.Section)
	sheet.Beside = sectionsOf(s, step.Chapter, step.ID)
	if _, section := s.Guide().Section(step.ID); section != nil {
		sheet.section(section.Heading, section.Body)
	}
	return sheet
}

// sectionsOf lists the sections of a chapter: which were read, and which is
// read now.
func sectionsOf(s State, chapter int, here string) []Part {
	if chapter < 1 || chapter > len(s.Guide().Chapters) {
		return nil
	}
	seen := s.Walk.Seen()
	var parts []Part
	for _, section := range s.Guide().Chapters[chapter-1].Sections {
		mark := ToCome
		if slices.Contains(seen, section.ID) {
			mark = Done
		}
		parts = append(parts, Part{Kind: ListItem, Text: section.Heading, Mark: mark, Here: section.ID == here})
	}
	return parts
}
