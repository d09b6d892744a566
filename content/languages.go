package content

import (
	"fmt"
	"path"
	"slices"
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
	kept := []kind{aChapter, aSection, aQuestion, aStatement}
	var found collector
	for id, known := range in.ids {
		if !slices.Contains(kept, known.kind) || from.ids[id].kind == known.kind {
			continue
		}
		found.add(Problem{
			Place: Place{path.Join(in.Language, known.place.File), known.place.Line},
			What:  fmt.Sprintf("%s with the id %s is in %s but not in %s", known.kind, id, in.Language, from.Language),
			Mend:  "The words differ from language to language, but the ids are the same in all of them.",
		})
	}
	return found.sorted()
}
