package check

import (
	"fmt"
	"path"
	"slices"

	"firstsession/content"
	"firstsession/content/plain"
	"firstsession/content/source"
)

// Mismatches gives a Problem for whatever two languages of a guide do not have
// alike: a chapter, section, question or statement that only one of them has,
// or has elsewhere, the short way, the section to read again, and which answers
// fit. Where a reader is, and what they have answered, is kept by these ids and
// would be lost on a change of language. The glossary may differ, since what
// needs explaining does.
func Mismatches(a, b *content.Guide) source.Problems {
	there, onlyThere := parted(inOrder(a), inOrder(b))
	here, onlyHere := parted(inOrder(b), inOrder(a))
	was := map[string]string{}
	for _, p := range there {
		was[p.name()] = p.is
	}
	var differ source.Log
	moved := false
	for i, p := range here {
		// What is behind one that was moved is moved as well: it is said once.
		if !moved && p.name() != there[i].name() {
			moved = true
			differ.Add(p.problem(b, "stands in another order than in %s, where %s is here", a.Language, there[i].id))
		}
		if is := was[p.name()]; p.is != is {
			differ.Add(p.problem(b, "is not as it is in %s: here %s, there %s", a.Language, p.is, is))
		}
	}
	return slices.Concat(missing(onlyThere, a, b), missing(onlyHere, b, a), differ.Sorted())
}

// missing gives a Problem for each part that stands in one guide alone.
func missing(parts []alike, in, from *content.Guide) source.Problems {
	var found source.Log
	for _, p := range parts {
		found.Add(p.problem(in, "is in %s but not in %s", in.Language, from.Language))
	}
	return found.Sorted()
}

// parted parts what others have as well from what they do not.
func parted(parts, others []alike) (both, only []alike) {
	names := map[string]bool{}
	for _, p := range others {
		names[p.name()] = true
	}
	for _, p := range parts {
		if names[p.name()] {
			both = append(both, p)
		} else {
			only = append(only, p)
		}
	}
	return both, only
}

// alike is what two languages of a guide have alike: where it stands and, in
// words, how it is.
type alike struct {
	kind  content.IDKind
	id    string
	place source.Place
	is    string
}

func (p alike) name() string { return string(p.kind) + " " + p.id }

func (p alike) problem(of *content.Guide, what string, values ...any) source.Problem {
	return source.Problem{
		Place: source.Place{File: path.Join(of.Language, p.place.File), Line: p.place.Line},
		What:  fmt.Sprintf("%s with the id %s "+what, append([]any{p.kind, p.id}, values...)...),
		Mend:  "The words differ from language to language, but the ids, their order and the answers that fit are the same in all of them.",
	}
}

// inOrder lists the parts of a guide in the order of reading.
func inOrder(g *content.Guide) []alike {
	var all []alike
	for _, chapter := range g.Chapters {
		all = append(all, alike{kind: content.AChapter, id: chapter.ID, place: chapter.Place})
		for _, section := range chapter.Sections {
			is := plain.Either(section.Essential, "it is essential", "it is not essential")
			all = append(all, alike{content.ASection, section.ID, section.Place, is})
			for _, question := range section.Questions {
				all = append(all, asked(question))
				if question.Second != nil {
					all = append(all, asked(*question.Second))
				}
			}
		}
	}
	for _, s := range g.Commitment.Statements {
		all = append(all, alike{content.AStatement, s.ID, s.Place, "its rule is " + s.Rule})
	}
	return all
}

// asked is a question as a part.
func asked(q content.Question) alike {
	is := fmt.Sprintf("it has %d answers", len(q.Options))
	for i, option := range q.Options {
		if option.Right {
			is += fmt.Sprintf(", %d fits", i+1)
		}
	}
	if q.Essential {
		is += ", is essential"
	}
	if q.Again != "" {
		is += ", and leads to " + q.Again
	}
	return alike{content.AQuestion, q.ID, q.Place, is}
}
