package page

import (
	"slices"

	"firstsession/content/plain"
	"firstsession/content/walk"
	"firstsession/content/words"
)

// newReader is a page of the walk that is read: the opening of a chapter, the
// commitment's too, or a section.
func newReader(step walk.Step) Page {
	return simple(func(s State) Sheet {
		sheet := textOf(s, step)
		sheet.goesOn(s.Words().Keys.GoOn, Do{Next: true})
		return sheet
	})
}

// textOf is what there is to read at a step: of an opening also how long the chapter is.
func textOf(s State, step walk.Step) Sheet {
	if step.Kind == walk.Section {
		sheet := onStep(s, step, s.Words().Reader.Section)
		sheet.Beside = sectionsOf(s, step.Chapter, step.ID)
		if _, section := s.Guide().Section(step.ID); section != nil {
			sheet.section(*section)
		}
		return sheet
	}
	chapter := s.Walk.Chapter(step.Chapter)
	sheet := Sheet{Chapter: step.Chapter, Beside: sectionsOf(s, step.Chapter, "")}
	sheet.banner(chapter.Title)
	sheet.prose(chapter.Lead)
	if parts := measure(s, step.Chapter); parts != "" {
		sheet.part(Quiet, s.Fill(s.Words().Reader.Long, "parts", parts))
	}
	return sheet
}

// banner opens a page with the seats and its title, which then stands nowhere else.
func (s *Sheet) banner(title string) {
	s.part(Banner, "")
	s.part(Title, title)
}

// measure says how long a chapter is in this walk; nothing if it is left out.
func measure(s State, number int) string {
	words, n := s.Words().Reader, map[walk.Kind]int{}
	for _, step := range s.Walk.Steps() {
		if step.Chapter == number && !step.Again {
			n[step.Kind]++
		}
	}
	pages := s.count(n[walk.Section], words.Pages)
	asked := n[walk.Question] + n[walk.Reflection]
	switch {
	case n[walk.Statement] > 0:
		return s.count(n[walk.Statement], words.Promises)
	case n[walk.Section] == 0:
		return ""
	case asked == 0:
		return pages
	default:
		return plain.Fill(words.And, "pages", pages, "questions", s.count(asked, words.Questions))
	}
}

// count says how many there are, in the form that the guide's language has for that.
func (s State) count(n int, forms string) string { return words.Plural(s.Guide().Language, forms, n) }

// sectionsOf lists a chapter's sections: which were read, and which is read now.
func sectionsOf(s State, chapter int, here string) []Part {
	seen := s.Walk.Seen()
	var parts []Part
	for _, section := range s.Walk.Chapter(chapter).Sections {
		mark := ToCome
		if slices.Contains(seen, section.ID) {
			mark = Done
		}
		parts = append(parts, Part{Kind: ListItem, Text: section.Heading, Mark: mark, Here: section.ID == here})
	}
	return parts
}
