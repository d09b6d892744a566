// Package check looks at a guide as a careful editor would: advice on its prose
// and its questions, its length in minutes, its reading grade, and what two of its
// languages do not have alike. What keeps a guide from opening is not here; the parser
// says that.
package check

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"firstsession/content"
	"firstsession/content/plain"
	"firstsession/content/source"
)

// What the guide's readers can take in: they are often anxious or tired, and
// some read in a second language.
const (
	maxSectionWords  = 160
	maxSentenceWords = 22
	maxFeedbackWords = 16
	maxListItems     = 5
	// maxAdvice is how many pieces of advice are given at once, before it only
	// says how many more there are.
	maxAdvice = 500
)

// Check gives all advice on a guide, sorted by file and line. The glossary and
// the page about the guide are looked up rather than read through, and sources
// are long: of these two, only the tone is looked at.
func Check(g *content.Guide) []source.Advice {
	c := checker{guide: g, grader: newGrader(FormulaFor(g.Language)), advice: slices.Clone(g.Advice)}
	for _, chapter := range g.Chapters {
		c.chapter(chapter)
	}
	c.commitment(g.Commitment)
	c.exclamations(at(source.Place{File: g.Closing.Signed.Place.File, Line: 1}), g.Closing.Title)
	signing := []content.Section{g.Commitment.Signing, g.Commitment.Countersigning}
	closing := []content.Section{g.Closing.Signed, g.Closing.NotSigned, g.Closing.Stopped}
	for _, section := range slices.Concat(signing, closing, g.Help.Whole()) {
		c.page(section)
	}
	for _, section := range slices.Concat(g.About.Whole(), g.Glossary.Whole()) {
		c.tone(at(section.Place), section.Heading, section.Body)
	}
	c.positions(g.Chapters)
	c.words(content.WordKeys(g.Words))
	slices.SortStableFunc(c.advice, func(a, b source.Advice) int {
		return cmp.Or(strings.Compare(a.Place.File, b.Place.File), cmp.Compare(a.Place.Line, b.Place.Line))
	})
	if last := len(c.advice) - 1; c.more > 0 {
		c.advice = append(c.advice, source.Advice{Place: c.advice[last].Place, What: fmt.Sprintf("and %d pieces of advice more", c.more)})
	}
	return c.advice
}

type checker struct {
	guide  *content.Guide
	grader grader
	advice []source.Advice
	more   int // pieces of advice that were not kept
}

func (c *checker) say(place source.Place, format string, args ...any) {
	c.sayAt(at(place), "", format, args...)
}

// sayAt gives advice on words that stand somewhere in a text. To look for them
// takes time, so it is not done for advice that is not kept.
func (c *checker) sayAt(from *original, words string, format string, args ...any) {
	if len(c.advice) >= maxAdvice {
		c.more++
		return
	}
	place := from.find(words)
	c.advice = append(c.advice, source.Advice{Place: place, What: fmt.Sprintf(format, args...)})
}

func (c *checker) chapter(chapter content.Chapter) {
	c.head(chapter)
	questions, notes := 0, chapter.Note
	for _, section := range chapter.Sections {
		c.section(section)
		questions += len(section.Questions)
		notes += section.Note
	}
	if questions == 0 {
		c.say(chapter.Place, "this chapter asks nothing; one question or reflection would help what was read to stay")
	}
	c.note(chapter.Place, notes)
	if last := len(chapter.Sections) - 1; last >= 0 && !hasList(chapter.Sections[last].Body) {
		c.say(chapter.Sections[last].Place,
			"the chapter's last section has no list; two or three take-aways there would say what the reader can do")
	}
}

func (c *checker) commitment(commitment content.Commitment) {
	file := c.head(commitment.Chapter)
	c.note(commitment.Place, commitment.Note)
	for _, statement := range commitment.Statements {
		c.sentences(at(statement.Place), statement.Text)
		c.prose(file, statement.Text, statement.Reason)
	}
}

// head looks at a chapter's title and lead, and returns its file.
func (c *checker) head(chapter content.Chapter) *original {
	c.grade(chapter.Place, "chapter", chapter.Source)
	if len(chapter.Lead) == 0 {
		c.say(chapter.Place, "this chapter begins without a lead; a sentence on what the reader will know at its end would help them in")
	}
	file := &original{place: chapter.Place, text: chapter.Source}
	c.prose(file, chapter.Title, chapter.Lead)
	return file
}

func (c *checker) note(place source.Place, note string) {
	if note == "" {
		c.say(place, "this chapter has no note for the clinician; a talking point would help those who read it together")
	}
}

func (c *checker) section(section content.Section) {
	c.grade(section.Place, "section", section.Source)
	if words := proseWords(section.Body); words > maxSectionWords {
		c.say(section.Place, "this section has %d words; with %d or fewer, or as two sections, it would fit one screen",
			words, maxSectionWords)
	}
	c.page(section)
	for _, question := range section.Questions {
		c.question(question)
		if question.Second != nil {
			c.question(*question.Second)
		}
	}
}

// page looks at words alone, in a text that is no part of a chapter, too.
func (c *checker) page(section content.Section) {
	c.prose(&original{place: section.Place, text: section.Source}, section.Heading, section.Body)
}

func (c *checker) grade(place source.Place, what, source string) {
	formula := c.grader.formula
	if formula == nil {
		return
	}
	most := plain.Either(what == "section", formula.section, formula.chapter)
	// Compared as it is shown, so that no one is told that 7.0 is above 7.
	if level := math.Round(c.grader.grade(source).Level()*10) / 10; formula.isHard(level, most) {
		c.say(place, formula.advice, what, level, most)
	}
}

// words looks at every word that the program says.
func (c *checker) words(words map[string]string) {
	for _, key := range slices.Sorted(maps.Keys(words)) {
		if hasExclamation(words[key]) {
			c.say(source.Place{File: content.WordsFile}, "an exclamation mark in %s; a full stop would sound calmer", key)
		}
	}
}
