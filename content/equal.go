package content

import (
	"fmt"
	"path"
	"slices"

	"firstsession/content/source"
)

// Mismatches gives a Problem for whatever two languages of a guide do not have
// alike: a chapter, section, question or statement that only one of them has,
// or has elsewhere, the short way, the section to read again, and which answers
// fit. Where a reader is, and what they have answered, is kept by these ids and
// would be lost on a change of language. The glossary may differ, since what
// needs explaining does.
func Mismatches(a, b *Guide) source.Problems {
	found := append(missing(a, b), missing(b, a)...)
	there := inOrder(a)
	order := bothHave(there, inOrder(b))
	var differ source.Log
	moved := false
	for i, p := range bothHave(inOrder(b), there) {
		// What is behind one that was moved is moved as well: it is said once.
		if !moved && p.name() != order[i].name() {
			moved = true
			differ.Add(p.problem(b, "stands in another order than in %s, where %s is here", a.Language, order[i].id))
		}
	}
	was := map[string]string{}
	for _, p := range there {
		was[p.name()] = p.is
	}
	for _, p := range bothHave(inOrder(b), there) {
		if is := was[p.name()]; p.is != is {
			differ.Add(p.problem(b, "is not as it is in %s: here %s, there %s", a.Language, p.is, is))
		}
	}
	return append(found, differ.Sorted()...)
}

// missing gives a Problem for each id that stands in one guide alone.
func missing(in, from *Guide) source.Problems {
	kept := []IDKind{aChapter, ASection, AQuestion, AStatement}
	var found source.Log
	for id, known := range in.ids {
		if slices.Contains(kept, known.kind) && from.ids[id].kind != known.kind {
			p := alike{kind: known.kind, id: id, place: known.place}
			found.Add(p.problem(in, "is in %s but not in %s", in.Language, from.Language))
		}
	}
	return found.Sorted()
}

// alike is what two languages of a guide have alike: where it stands and, in
// words, how it is.
type alike struct {
	kind  IDKind
	id    string
	place source.Place
	is    string
}

func (p alike) name() string { return string(p.kind) + " " + p.id }

func (p alike) problem(of *Guide, what string, values ...any) source.Problem {
	return source.Problem{
		Place: source.Place{File: path.Join(of.Language, p.place.File), Line: p.place.Line},
		What:  fmt.Sprintf("%s with the id %s "+what, append([]any{p.kind, p.id}, values...)...),
		Mend:  "The words differ from language to language, but the ids, their order and the answers that fit are the same in all of them.",
	}
}

func bothHave(parts, others []alike) []alike {
	names := map[string]bool{}
	for _, p := range others {
		names[p.name()] = true
	}
	return slices.DeleteFunc(slices.Clone(parts), func(p alike) bool { return !names[p.name()] })
}

// inOrder lists the parts of a guide in the order of reading.
func inOrder(g *Guide) []alike {
	var all []alike
	for _, chapter := range g.Chapters {
		all = append(all, alike{kind: aChapter, id: chapter.ID, place: chapter.Place})
		for _, section := range chapter.Sections {
			is := "it is not essential"
			if section.Essential {
				is = "it is essential"
			}
			all = append(all, alike{ASection, section.ID, section.Place, is})
			for _, question := range section.Questions {
				all = append(all, asked(question))
				if question.Second != nil {
					all = append(all, asked(*question.Second))
				}
			}
		}
	}
	for _, s := range g.Commitment.Statements {
		all = append(all, alike{AStatement, s.ID, s.Place, "its rule is " + s.Rule})
	}
	return all
}

// asked is a question as a part.
func asked(q Question) alike {
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
	return alike{AQuestion, q.ID, q.Place, is}
}
