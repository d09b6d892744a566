package content

import (
	"fmt"
	"path"
)

// Mismatches compares a guide with the same guide in another language and
// gives a Problem for each chapter, section, question and statement that only
// one of them has: where a reader is, and what they have answered, is kept by
// these ids and would be lost on a change of language. Files are named with
// their language's folder. The glossary may differ, since what needs explaining
// does.
func Mismatches(a, b *Guide) Problems {
	return append(missing(a, b), missing(b, a)...)
}

// missing gives a Problem for each id that stands in one guide alone.
func missing(in, from *Guide) Problems {
	type name struct {
		kind kind
		id   string
	}
	there := map[name]bool{}
	from.eachID(func(k kind, id string, _ Place) { there[name{k, id}] = true })
	var problems Problems
	in.eachID(func(k kind, id string, place Place) {
		if there[name{k, id}] {
			return
		}
		place.File = path.Join(in.Language, place.File)
		problems = append(problems, Problem{
			Place: place,
			What:  fmt.Sprintf("%s with the id %s is in %s but not in %s", k, id, in.Language, from.Language),
			Mend:  "The words differ from language to language, but the ids are the same in all of them.",
		})
	})
	return problems
}

// eachID names what a reader's progress is kept by, in order.
func (g *Guide) eachID(yield func(k kind, id string, place Place)) {
	for _, chapter := range g.Chapters {
		yield(aChapter, chapter.ID, chapter.Place)
		for _, section := range chapter.Sections {
			yield(aSection, section.ID, section.Place)
			for _, question := range section.Questions {
				yield(aQuestion, question.ID, question.Place)
			}
		}
	}
	for _, statement := range g.Commitment.Statements {
		yield(aStatement, statement.ID, statement.Place)
	}
}
