package check

import (
	"strings"
	"time"

	"firstsession/content"
	"firstsession/content/plain"
)

// Measure says how much a chapter asks of its reader.
type Measure struct {
	// Chapter is the chapter's id, CommitmentID, or empty for the whole guide.
	Chapter string
	Title   string
	// Words are those of the prose: leads, section bodies, and the reasons of
	// statements; without headings, questions, notes and pictures, and without
	// what a member answers and signs in the commitment.
	Words   int
	Reading time.Duration // of the prose, at ReadingPace
	// Asking is the time that answering takes: the words of a question, its
	// scene, its options and its longest feedback, or of a statement, or of
	// what signing means, at ReadingPace, and ChoosingTime for each.
	Asking   time.Duration
	Sections int // statements, in the commitment
	// Questions counts all of them; Reflections those of them that have no
	// right answer.
	Questions   int
	Reflections int
	// Grade is counted from the file's whole text, nil where the language has no
	// formula.
	Grade *Grade
}

const (
	// ReadingPace is how many words a minute a calm adult reads.
	ReadingPace = 180
	// ChoosingTime is how long a reader thinks before choosing an option.
	ChoosingTime = 10 * time.Second
)

// Measures gives a Measure of each chapter in order, of the commitment, and of
// the whole guide. The whole guide's grade is counted from the same files as
// one text, not from the chapters' grades.
func Measures(g *content.Guide) []Measure {
	var all []Measure
	var sources []string
	for _, chapter := range g.Chapters {
		all, sources = append(all, measureChapter(chapter)), append(sources, chapter.Source)
	}
	all, sources = append(all, measureCommitment(g.Commitment)), append(sources, g.Commitment.Source)
	total := Measure{}
	for _, m := range all {
		total.Words += m.Words
		total.Asking += m.Asking
		total.Sections += m.Sections
		total.Questions += m.Questions
		total.Reflections += m.Reflections
	}
	all, sources = append(all, total), append(sources, strings.Join(sources, "\n\n"))
	grader := newGrader(FormulaFor(g.Language))
	for i := range all {
		all[i].Reading = readingTime(all[i].Words)
		if grader.formula != nil {
			grade := grader.grade(sources[i])
			all[i].Grade = &grade
		}
	}
	return all
}

func measureChapter(chapter content.Chapter) Measure {
	m := Measure{
		Chapter:  chapter.ID,
		Title:    chapter.Title,
		Words:    proseWords(chapter.Lead),
		Sections: len(chapter.Sections),
	}
	for _, section := range chapter.Sections {
		m.Words += proseWords(section.Body)
		for _, question := range section.Questions {
			m.Questions++
			m.Asking += askingTime(question)
			if question.Kind() == content.Reflection {
				m.Reflections++
			}
		}
	}
	return m
}

func measureCommitment(commitment content.Commitment) Measure {
	m := measureChapter(commitment.Chapter)
	m.Sections = len(commitment.Statements)
	m.Asking = readingTime(proseWords(commitment.Signing.Body)) + ChoosingTime
	for _, statement := range commitment.Statements {
		m.Words += proseWords(statement.Reason)
		m.Asking += readingTime(plain.CountWords(statement.Text)) + ChoosingTime
	}
	return m
}

func askingTime(question content.Question) time.Duration {
	words := plain.CountWords(question.Prompt) + proseWords([]content.Block{{Prose: question.Scene}})
	feedback := 0
	for _, option := range question.Options {
		words += plain.CountWords(option.Text)
		feedback = max(feedback, plain.CountWords(option.Feedback))
	}
	return readingTime(words+feedback) + ChoosingTime
}

func readingTime(words int) time.Duration {
	return time.Duration(words) * time.Minute / ReadingPace
}

func proseWords(blocks []content.Block) int {
	words := 0
	for _, paragraph := range content.Paragraphs(blocks) {
		words += plain.CountWords(paragraph.Text)
	}
	return words
}
