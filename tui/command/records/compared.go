package records

import (
	"fmt"
	"slices"
	"strings"

	"firstsession/content"
	"firstsession/content/plain"
	"firstsession/content/record"
)

// text says under which text a record was made, and what has changed since.
func (s *survey) text(a record.Record) string {
	under := "text " + a.Guide.Revision
	g := s.guide(a)
	switch group := a.Place().GroupID; {
	case g == nil && group != "" && s.PracticePath() != "":
		return fmt.Sprintf("%s, and there is no guide in the language %q with the group %s to compare", under, a.Guide.Language, group)
	case g == nil:
		return fmt.Sprintf("%s, and this guide is not there in the language %q to compare", under, a.Guide.Language)
	}
	if !s.isComparable(a) {
		return s.revision(a) + "; the practice's promises and facts are not compared, since its file is not in use (--practice)"
	}
	promises, facts := changeWords(s.changes(a)), s.changedFacts(a)
	under, same := s.revision(a), g.Revision == a.Guide.Revision
	switch { // those of a practice are no part of the guide's text
	case same && promises != "":
		under += ", but of the promises " + promises
	case promises != "":
		under += ", and of the promises " + promises
	case !same:
		under += ", with the same promises"
	}
	if facts != "" {
		under += "; of the practice's facts " + facts
	}
	return under
}

// revision says under which text a record was made, and which is the guide's now.
func (s *survey) revision(a record.Record) string {
	if g := s.guide(a); g.Revision != a.Guide.Revision {
		return "text " + a.Guide.Revision + "; the guide's text is " + g.Revision + " now"
	}
	return "text " + a.Guide.Revision + ", which is the guide's text now"
}

// changedSince says by name which promises differ from those in a record.
func (s *survey) changedSince(a record.Record) string {
	if !s.isComparable(a) {
		return notCompared
	}
	return changeWords(s.changes(a))
}

// changedFacts says by name how what the practice says now differs from what a
// record holds; nothing if there is no practice to compare.
func (s *survey) changedFacts(a record.Record) string {
	g := s.guide(a)
	switch {
	case !s.isComparable(a):
		return notCompared
	case g.PracticeCode == "":
		return ""
	}
	return changeWords(a.Changes(g))
}

// changes are how the guide's promises differ from those in a record; none if
// there is no guide to compare.
func (s *survey) changes(a record.Record) []record.Change {
	g := s.guide(a)
	if g == nil {
		return nil
	}
	var changed []record.Change
	add := func(key, how string) { changed = append(changed, record.Change{Key: key, How: how}) }
	for _, old := range a.Statements {
		now := g.Statement(old.ID)
		switch {
		case now == nil && g.PracticeCode == "": // it may never have been the guide's own
			add(old.ID, "is not in this guide; it may be from a practice file (--practice)")
		case now == nil:
			add(old.ID, "is not in this guide with this practice file")
		case now.Text != old.Text:
			add(old.ID, "has other words")
		}
	}
	for _, now := range g.Commitment.Statements {
		if !slices.ContainsFunc(a.Statements, func(old record.Statement) bool { return old.ID == now.ID }) {
			add(now.ID, "is new")
		}
	}
	return changed
}

func changeWords(changes []record.Change) string {
	return strings.Join(plain.Each(changes, func(c record.Change) string { return c.Key + " " + c.How }), ", ")
}

// guide is the guide that a record is compared with: in its language, with what
// the practice says of its group. It is nil if it cannot be opened so.
func (s *survey) guide(a record.Record) *content.Guide {
	key := [2]string{a.Guide.Language, a.Place().GroupID}
	g, known := s.guides[key]
	if known {
		return g
	}
	source := s.Source
	source.Language, source.Group = a.Guide.Language, ""
	if s.PracticePath() != "" {
		source.Group = a.Place().GroupID
	}
	if opened, err := source.Load(); err == nil {
		g = opened
	}
	s.guides[key] = g
	return g
}

// notCompared stands where no practice file is in use that has the record's group.
const notCompared = "not compared"

// isComparable reports whether what a record says can be compared with what holds
// now: the promises of a practice may be its own, and so they need its file.
func (s *survey) isComparable(a record.Record) bool {
	g := s.guide(a)
	return g != nil && (g.PracticeCode != "" || a.Place().Code == "")
}

// askAnew names what has other words than in a record that holds; compared is
// false where nobody knows.
func (s *survey) askAnew(e record.Entry) (keys string, compared bool) {
	switch {
	case !holds(e):
		return "", true
	case !s.isComparable(e.Record):
		return "", false
	}
	all := append(s.changes(e.Record), e.Record.Changes(s.guide(e.Record))...)
	if len(all) > 2*mostNamed {
		return fmt.Sprintf("%d promises or facts", len(all)), true
	}
	return strings.Join(plain.Each(all, func(c record.Change) string { return c.Key }), ", "), true
}
