package page

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"firstsession/content"
	"firstsession/content/plain"
	"firstsession/content/walk"
)

// NewHelp is help now. Nothing stands before it.
func NewHelp() Page { return simple(func(s State) Sheet { return document(s.Guide().Help) }) }

// NewAbout is what there is to say about the guide, and where one goes over to
// another of its languages.
func NewAbout() Page {
	return simple(func(s State) Sheet {
		about, sheet := document(s.Guide().About), Sheet{}
		sheet.offerLanguages(s)
		about.offerGroups(s)
		if kept := s.keptAndHow(); kept != "" {
			sheet.say(kept)
		}
		if !s.Intake() {
			sheet.part(Quiet, s.otherWay()...)
		}
		about.Body, about.Moves = slices.Concat(sheet.Body, about.Body), sheet.Moves
		return about
	})
}

// document is a page of the guide that is read outside the walk.
func document(page content.Page) Sheet {
	sheet := Sheet{Title: page.Title, Passing: true}
	sheet.prose(page.Body)
	for _, section := range page.Sections {
		sheet.section(section)
	}
	return sheet
}

// NewClinicianNote is the note for the clinician about a step, which says nothing
// that the client should not see.
func NewClinicianNote(step walk.Step) Page {
	return clinicians(func(s State) Sheet {
		words := s.Words().Intake
		sheet := Sheet{Title: words.NoteTitle, Passing: true}
		note, ofChapter := noteFor(s.Walk, step)
		if ofChapter {
			sheet.part(Quiet, words.NoteOfChapter)
		}
		sheet.markdown(cmp.Or(note, words.NoNote))
		return sheet
	})
}

// NewInOther is a page as the other of the two reads it, to be followed and not
// to be answered.
func NewInOther(p Page) Page { return simple(func(s State) Sheet { return followed(p, s) }) }

func followed(p Page, s State) Sheet {
	s.Other = nil
	sheet, n := p.Show(s), 0
	for _, item := range sheet.Items {
		if item.Kind == GoOn {
			continue
		}
		if item.Group != "" && !slices.ContainsFunc(sheet.Body, func(b Part) bool { return b.Text == item.Group }) {
			sheet.part(Heading, item.Group)
		}
		text := strings.TrimSpace(item.Label + " " + item.Help)
		if n++; s.Stays && !item.Live { // by which it is answered on its own page
			text = s.Fill(s.Words().Plain.Item, "n", n, "text", text)
		}
		sheet.Body = append(sheet.Body, Part{Kind: ListItem, Text: text})
	}
	return Sheet{Title: sheet.Title, ForWhom: sheet.ForWhom, Place: sheet.Place, Chapter: sheet.Chapter,
		Body: slices.Concat(sheet.Body, sheet.Under), Passing: true}
}

// noteFor is the guide's note for the clinician about a step, in Markdown: that
// of its section, of the section that a question belongs to, or of its chapter;
// empty if there is none.
func noteFor(w walk.Walk, step walk.Step) (note string, ofChapter bool) {
	if _, section := sectionOf(w, step.ID); section != nil && section.Note != "" {
		return section.Note, false
	}
	note = w.Chapter(step.Chapter).Note
	return note, note != ""
}

// between is what is read on top of another page.
type between struct{ id, marks string }

// NewReading is what has an id (section, chapter, statement, term), to be read
// in between, with the words marked that were searched for.
func NewReading(id, marks string) Page { return between{id, marks} }

func (p between) Show(s State) Sheet {
	sheet := p.text(s)
	sheet.Passing, sheet.Marks, sheet.Place = true, p.marks, "" // the reader's place is elsewhere
	return sheet
}

func (p between) Answer(s State, a Answer) (Page, Want) { return choose(p, s, a) }

func (p between) text(s State) Sheet {
	guide := s.Guide()
	if statement := guide.Statement(p.id); statement != nil {
		sheet := Sheet{Title: guide.Commitment.Title, Chapter: s.Walk.Chapters()}
		sheet.section(content.Section{Heading: statement.Text, Body: statement.Reason})
		return sheet
	}
	for _, term := range guide.Glossary.Sections {
		if term.ID == p.id {
			sheet := Sheet{Title: guide.Glossary.Title}
			sheet.section(term)
			return sheet
		}
	}
	if step, ok := s.Walk.Find(p.id); ok && (step.Kind == walk.Section || step.Kind == walk.Opening) {
		return textOf(s, step)
	}
	return Sheet{Title: s.Words().Guide.Title}
}

// glossary is the list of the guide's technical words.
type glossary struct{ term, marks string }

// NewGlossary is the glossary, opened at a term by its id or name.
func NewGlossary(term, marks string) Page { return glossary{term, marks} }

// Show has all terms. Where what is shown stays in the window one is not made
// to go through all of them: there are the names, or the term that was asked
// for.
func (p glossary) Show(s State) Sheet {
	all, words := s.Guide().Glossary, s.Words().Reader
	sheet := Sheet{Title: all.Title, Marks: p.marks, Passing: true}
	at := p.find(all.Sections)
	if p.term != "" && at < 0 {
		sheet.Notice.Text = s.Fill(words.NoTerm, "word", shorten(p.term))
	}
	terms := all.Sections
	switch {
	case s.Stays && at >= 0:
		terms = terms[at : at+1]
	case s.Stays:
		names := plain.Each(terms, func(t content.Section) string { return t.Heading })
		sheet.say(s.Fill(words.Terms, "terms", strings.Join(names, ", ")))
		return sheet
	default:
		sheet.prose(all.Body)
	}
	for _, term := range terms {
		sheet.part(Heading, term.Heading)
		sheet.Body[len(sheet.Body)-1].Here = at >= 0 && term.ID == all.Sections[at].ID
		sheet.prose(term.Body)
	}
	return sheet
}

func (p glossary) Answer(s State, a Answer) (Page, Want) { return choose(p, s, a) }

// find is the number of the term that was asked for, or -1. Only a word of some
// length is looked for within a name: a short one stands in too many.
func (p glossary) find(terms []content.Section) int {
	word := strings.ToLower(strings.TrimRight(p.term, ".?! "))
	at := slices.IndexFunc(terms, func(t content.Section) bool { return t.ID == word || strings.ToLower(t.Heading) == word })
	if at < 0 && utf8.RuneCountInString(word) > 3 {
		at = slices.IndexFunc(terms, func(t content.Section) bool { return strings.Contains(strings.ToLower(t.Heading), word) })
	}
	return at
}

// shorten cuts what a reader typed to what can be said again.
func shorten(text string) string { return plain.Shorten(text, 60) }

// languages lead to the other languages of the guide.
func (s State) languages() []Move {
	var moves []Move
	for i, other := range s.Others[:min(len(s.Others), len(Languages))] {
		moves = append(moves, Move{Meaning: Languages[i], wants: ReadIn{other.Code}})
	}
	return moves
}

// offerLanguages names the other languages, each in its own words, and more
// behind them.
func (s *Sheet) offerLanguages(state State, more ...string) {
	var names []string
	for i, move := range state.languages() {
		key := state.Fill("{" + string(move.Meaning) + "}")
		name := state.Others[i].Name
		if !strings.EqualFold(key, name) { // a word may be the name itself
			name = state.Fill(state.Words().Reader.Key, "key", key, "does", name)
		}
		names = append(names, name)
		s.move(move)
	}
	if names = append(names, more...); len(names) > 0 {
		s.part(Quiet, strings.Join(names, "   "))
	}
}
