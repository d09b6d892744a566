package records

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"firstsession/content"
	"firstsession/content/plain"
	"firstsession/content/record"
)

// text says under which text a record was made, and what has changed since.
func (s *survey) text(a record.Record) string {
	g, with := s.guide(a), []any{"text", a.Guide.Revision, "language", fmt.Sprintf("%q", a.Guide.Language), "group", a.Place().GroupID}
	switch {
	case g == nil && a.Place().GroupID != "" && s.PracticePath() != "":
		return plain.Fill(s.w.TextNoGroup, with...)
	case g == nil:
		return plain.Fill(s.w.TextNoGuide, with...)
	}
	if !s.isComparable(a) {
		return s.revision(a) + s.w.PracticeAway
	}
	promises, facts := s.changeWords(s.changes(a)), s.changeWords(s.factsAnew(a))
	under, same := s.revision(a), g.Revision == a.Guide.Revision
	switch { // those of a practice are no part of the guide's text
	case same && promises != "":
		under += s.w.SameBut + promises
	case promises != "":
		under += s.w.AndPromises + promises
	case !same:
		under += s.w.SamePromises
	}
	if facts != "" {
		under += s.w.AndFacts + facts
	}
	return under
}

// revision says under which text a record was made, and which is the guide's now.
func (s *survey) revision(a record.Record) string {
	now := s.guide(a).Revision
	return plain.Fill(plain.Either(now == a.Guide.Revision, s.w.TextNow, s.w.TextOther), "text", a.Guide.Revision, "now", now)
}

// changedSince says which promises and facts have other words than in a record, if that is known.
func (s *survey) changedSince(a record.Record) (promises, facts string) {
	if !s.isComparable(a) {
		return s.w.NotCompared, s.w.NotCompared
	}
	if g := s.guide(a); g.PracticeCode != "" {
		facts = s.changeWords(a.Changes(g))
	}
	return s.changeWords(s.changes(a)), facts
}

// factsAnew are named as a reader sees them: by what stands before a fact, or above a note's page.
func (s *survey) factsAnew(a record.Record) []record.Change {
	g, labels := s.guide(a), content.WordKeys(s.w.guide.Words.Practice)
	if g.PracticeCode == "" {
		return nil
	}
	all := a.Changes(g)
	for i, c := range all {
		name, id, _ := strings.Cut(c.Key, ".")
		if _, section := g.Section(id); section != nil {
			name = section.Heading
		}
		all[i].Key = cmp.Or(labels[name], name)
	}
	return all
}

// changes are how the guide's promises differ from those in a record.
func (s *survey) changes(a record.Record) []record.Change {
	g := s.guide(a)
	var changed []record.Change
	add := func(key string, how record.How) { changed = append(changed, record.Change{Key: key, How: how}) }
	for _, old := range a.Statements {
		now := g.Statement(old.ID)
		switch {
		case now == nil && g.PracticeCode == "": // it may never have been the guide's own
			add(old.ID, record.NotInGuide)
		case now == nil:
			add(old.ID, record.NotInPractice)
		case now.Text != old.Text:
			add(old.ID, record.OtherWords)
		}
	}
	for _, now := range g.Commitment.Statements {
		if !slices.ContainsFunc(a.Statements, func(old record.Statement) bool { return old.ID == now.ID }) {
			add(now.ID, record.New)
		}
	}
	return changed
}

func (s *survey) changeWords(changes []record.Change) string {
	how := [...]string{s.w.OtherWords, s.w.New, s.w.Gone, s.w.OtherFile, s.w.NotInGuide, s.w.NotInPractice}
	return strings.Join(plain.Each(changes, func(c record.Change) string { return c.Key + " " + how[c.How] }), ", ")
}

// guide is what a record is compared with, in its language and for its group; nil if there is none.
func (s *survey) guide(a record.Record) *content.Guide {
	key := [2]string{a.Guide.Language, a.Place().GroupID}
	g, known := s.guides[key]
	if known {
		return g
	}
	source := s.Source
	source.Language = a.Guide.Language
	source.Group = plain.Either(s.PracticePath() == "", "", a.Place().GroupID)
	if opened, err := source.Load(); err == nil {
		g = opened
	}
	s.guides[key] = g
	return g
}

// isComparable reports whether what a record says can be compared with what holds
// now: the promises of a practice may be its own, and so they need its file.
func (s *survey) isComparable(a record.Record) bool {
	g := s.guide(a)
	return g != nil && (g.PracticeCode != "" || a.Place().Code == "")
}

// askAnew names what has other words than in a record that holds; compared is if that is known.
func (s *survey) askAnew(e record.Entry) (keys string, compared bool) {
	switch {
	case !holds(e):
		return "", true
	case !s.isComparable(e.Record):
		return "", false
	}
	all := append(s.changes(e.Record), s.factsAnew(e.Record)...)
	if len(all) > 2*mostNamed {
		return s.w.count(s.w.ManyAnew, len(all)), true
	}
	return strings.Join(plain.Each(all, func(c record.Change) string { return c.Key }), ", "), true
}
