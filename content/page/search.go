package page

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"firstsession/content"
	"firstsession/content/plain"
	"firstsession/content/walk"
	"firstsession/content/words"
)

// search is what was looked for in the guide and found.
type search struct {
	query string
	hits  []content.Hit
}

// NewSearch is the search, with what was typed so far. What is only about the same
// stands behind what has the words.
func NewSearch(s State, query string) Page {
	hits := s.Guide().Search(query)
	slices.SortStableFunc(hits, func(a, b content.Hit) int { return plain.Either(a.Given, 1, 0) - plain.Either(b.Given, 1, 0) })
	return search{query, hits}
}

const (
	queryID = "query"
	// mostHits are shown. Whoever gets more types another word.
	mostHits = 40
)

// helpFirstID is the id of what stands before all that was found.
const helpFirstID = "help first"

func (p search) Show(s State) Sheet {
	words := s.Words().Search
	sheet := Sheet{Title: words.Title, Ask: queryID, Marks: p.query}
	sheet.add(Item{ID: queryID, Kind: Line, Label: words.Words, Text: p.query, Most: mostInQuery, Live: true})
	first, hits := append(firstOf(s, p.query), ownPlaces(s, p.query)...), p.hits
	if len(first) > 0 && first[0].ID == helpFirstID { // it stands there once
		hits = plain.Only(hits, func(h content.Hit) bool { return h.Chapter != content.HelpID })
	}
	sheet.add(first...)
	for i, hit := range hits[:min(len(hits), mostHits)] {
		sheet.group(plain.Either(hit.Given, s.Fill(words.Related, "query", shorten(p.query)), ""), p.row(i, hit))
	}
	switch {
	case p.query == "":
		sheet.quiet(s.Fill(words.Ask))
	case len(hits)+len(first) == 0:
		sheet.quiet(s.Fill(words.Nothing, "query", shorten(p.query)), words.Try)
	default:
		sheet.Place = s.Fill(words.Found, "n", len(hits)+len(first)) // as many as there are numbers
	}
	if more := len(hits) - mostHits; more > 0 {
		sheet.quiet(s.Fill(s.count(more, words.More)))
	}
	sheet.goesOn(s.Words().Keys.Back, Close{})
	return sheet
}

func (p search) row(i int, hit content.Hit) Item {
	at := NewReading(cmp.Or(hit.Section, hit.Chapter), p.query)
	switch hit.Chapter {
	case content.GlossaryID:
		at = NewGlossary(hit.Section, p.query)
	case content.HelpID:
		at = NewHelp()
	case content.AboutID:
		at = NewAbout()
	}
	row := Item{ID: fmt.Sprint("hit ", i+1), Kind: Row, Label: firstSentence(hit.Heading), State: hit.Title, wants: OnTop{at}}
	if hit.Heading == "" {
		row.Label, row.State = hit.Title, ""
	}
	if hit.Text != hit.Heading && hit.Text != row.Label {
		row.Help = hit.Text
	}
	return row
}

func (p search) Answer(s State, a Answer) (Page, Want) {
	if a.ID == queryID {
		return NewSearch(s, a.Text), nil
	}
	return choose(p, s, a)
}

// firstOf is what stands before all that was found: help now, with what it says
// first, where somebody searches for danger.
func firstOf(s State, query string) []Item {
	dangers := func(l content.Language) bool { return l.Danger.IsSearch(query) }
	if !s.Words().Danger.IsSearch(query) && !slices.ContainsFunc(s.Languages, dangers) {
		return nil
	}
	help, said := s.Guide().Help, ""
	if all := content.Paragraphs(help.Body); len(all) > 0 {
		said = firstSentence(all[0].Text)
	}
	said = strings.TrimSpace(said + " " + s.Fill(s.Words().Search.HelpOpens))
	return []Item{{ID: helpFirstID, Kind: Row, Label: help.Title, Feedback: said, wants: OnTop{NewHelp()}}}
}

// ownPlaces lead to what the program itself does for a member, where its words are
// looked for: nobody finds those in the guide.
func ownPlaces(s State, query string) []Item {
	if s.Intake() {
		return nil
	}
	w, last, mayKeep := s.Words(), s.Walk.Chapters(), !s.Served || s.Invited
	noteHow, aboutHow := plain.Either(s.Fresh, w.Notes.Later, s.Fill(w.Find.NoteHow)), plain.Either(s.Served, "", s.Fill(w.Find.AboutHow))
	var all []Item
	for _, place := range []struct {
		words string
		can   bool
		item  Item
	}{
		{w.Find.TakeBack, true, Item{ID: "take back", Label: w.Record.TakeBack, Help: firstSentence(w.Record.TakeBackHow), wants: OnTop{simple(takeBack)}}},
		{w.Find.TakeBack, !s.Fresh, Item{ID: "promises", Label: s.Walk.ChapterTitle(last), Help: w.Find.PromisesHow, wants: Go{s.Walk.First(last)}}},
		{w.Find.Note, true, Item{ID: "note", Label: w.Notes.Title, Help: noteHow, wants: Lead{Note}}},
		{w.Find.MyPage, true, myPageRow(s)},
		{w.Find.Record, !s.Fresh && mayKeep, recordRow(s)},
		{w.Find.NoTrace, mayKeep, traceRow(s)},
		{w.Find.About, true, Item{ID: "about", Label: s.Guide().About.Title, Help: aboutHow, wants: Lead{About}}},
		{w.Find.Chapters, true, Item{ID: "chapters", Label: w.Home.Contents, Help: s.Fill(w.Find.ChaptersHow), wants: Lead{Chapters}}},
		{w.Find.Keys, true, Item{ID: "keys", Label: w.Reader.KeysTitle, Help: s.Fill(w.Find.KeysHow), wants: Lead{Keys}}},
	} {
		if place.item.Kind = Row; place.can && words.Names(query, place.words) {
			all = append(all, place.item)
		}
	}
	return all
}

func myPageRow(s State) Item {
	w := s.Words()
	row := Item{ID: "my page", Label: w.MyPage.Title, Help: s.Fill(w.Find.MyPageHow), wants: Lead{MyPage}}
	switch {
	case s.Served:
		row.Help = ""
	case s.Private:
		row.Help = w.MyPage.Private
	}
	if s.Fresh {
		row.Help = strings.TrimSpace(w.Frame.OnceBegun + " " + row.Help)
	}
	return row
}

// traceRow leads to where what is kept is erased or, for who has not begun, to where
// one begins without a trace.
func traceRow(s State) Item {
	w := s.Words()
	row := Item{ID: "no trace", Label: w.Trace.Title, Help: s.Fill(w.Find.NoTraceHow), wants: Lead{NoTrace}}
	switch {
	case s.Served:
		row.Label, row.Help = w.Served.Erase, plain.Either(s.Fresh, w.Frame.OnceBegun, "")
	case s.Private:
		row.Help = s.Traces()
	case s.Fresh:
		row.Label, row.Help, row.wants = w.Keys.BeginPrivate, s.Fill(w.Find.TraceFirst), OnTop{beginAt(1)}
	}
	return row
}

func takeBack(s State) Sheet {
	words := s.Words().Record
	sheet := Sheet{Title: words.TakeBack, Passing: true}
	sheet.say(words.TakeBackHow)
	return sheet
}

// recordRow leads to the record that was signed, or to where one can be.
func recordRow(s State) Item {
	row := Item{ID: "record", Label: s.Words().Summary.ReadRecord, Help: readable(s)}
	signed, ok := s.Walk.Signed()
	switch to, _ := s.Walk.Find(walk.SignatureID); {
	case !ok:
		row.Label, row.Help, row.wants = s.Words().Pledge.AtSign, s.Words().Find.SignHow, Go{to}
	case s.Record.IsHere() && !s.Served:
		row.wants = ReadRecord{signed.Path}
	default: // which says what is known of it
		row.Label, row.Help, row.wants = s.Words().Pledge.AtSign, orFound(s, ""), Go{to}
	}
	return row
}

func firstSentence(text string) string {
	if end := strings.Index(text, ". "); end > 0 {
		return text[:end+1]
	}
	return text
}

// NewGlossary is the glossary, opened at a term by its id or name.
func NewGlossary(term, marks string) Page {
	return simple(func(s State) Sheet {
		sheet := glossary(s, term)
		sheet.Marks = marks
		return sheet
	})
}

// glossary has all terms. Where what is shown stays in the window one is not made to go
// through all of them: there are the names, or the term that was asked for.
func glossary(s State, term string) Sheet {
	all, words := s.Guide().Glossary, s.Words().Reader
	sheet := Sheet{Title: all.Title, Passing: true}
	at := findTerm(all.Sections, term)
	if term != "" && at < 0 {
		sheet.Notice.Text = s.Fill(words.NoTerm, "word", shorten(term))
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

// findTerm is the number of the term that was asked for, or -1. Only a word of some
// length is looked for within a name: a short one stands in too many.
func findTerm(terms []content.Section, asked string) int {
	word := strings.ToLower(strings.TrimRight(asked, ".?! "))
	at := slices.IndexFunc(terms, func(t content.Section) bool { return t.ID == word || strings.ToLower(t.Heading) == word })
	if at < 0 && utf8.RuneCountInString(word) > 3 {
		at = slices.IndexFunc(terms, func(t content.Section) bool { return strings.Contains(strings.ToLower(t.Heading), word) })
	}
	return at
}

// shorten cuts what a reader typed to what can be said again.
func shorten(text string) string { return plain.Shorten(text, 60) }
