package page

import (
	"fmt"
	"slices"
	"strings"

	"firstsession/content"
)

// search is what was looked for in the guide and found.
type search struct {
	query string
	hits  []content.Hit
}

// NewSearch is the search, with what was typed so far.
func NewSearch(s State, query string) Page {
	return search{query, s.Guide().Search(query)}
}

const (
	queryID     = "query"
	mostInQuery = 200
	// mostHits are shown. Whoever gets more types another word.
	mostHits = 40
)

func hitID(i int) string { return fmt.Sprint("hit ", i+1) }

func (p search) shown() []content.Hit { return p.hits[:min(len(p.hits), mostHits)] }

func (p search) Show(s State) Sheet {
	words := s.Words().Search
	sheet := Sheet{Title: words.Title, Ask: queryID, Marks: p.query}
	sheet.add(Item{ID: queryID, Kind: Line, Label: words.Words, Text: p.query, Most: mostInQuery, Live: true})
	help := firstOf(s, p.query)
	sheet.add(help...)
	for i, hit := range p.shown() {
		sheet.add(hitRow(i, hit))
	}
	switch {
	case p.query == "":
		sheet.under(Part{Kind: Quiet, Text: s.Fill(words.Ask)})
	case len(p.hits)+len(help) == 0:
		sheet.under(Part{Kind: Quiet, Text: s.Fill(words.Nothing, "query", shorten(p.query))}, Part{Kind: Quiet, Text: words.Try})
	default:
		sheet.Place = s.Fill(words.Found, "n", len(p.hits)+len(help)) // as many as there are numbers
	}
	if more := len(p.hits) - mostHits; more > 0 {
		sheet.under(Part{Kind: Quiet, Text: s.Fill(words.More, "n", more)})
	}
	sheet.goesOn(s.Words().Keys.Back)
	return sheet
}

// hitRow shows a hit: its section and chapter, and the words around it.
func hitRow(i int, hit content.Hit) Item {
	row := Item{ID: hitID(i), Kind: Row, Label: hit.Heading, State: hit.Title}
	if hit.Heading == "" {
		row.Label, row.State = hit.Title, ""
	}
	if hit.Text != row.Label {
		row.Help = hit.Text
	}
	return row
}

func (p search) Answer(s State, a Answer) (Page, Want) {
	if a.ID == queryID {
		return NewSearch(s, a.Text), nil
	}
	for i, hit := range p.shown() {
		if a.ID == hitID(i) {
			return p, Show{p.place(hit)}
		}
	}
	for _, item := range firstOf(s, p.query) {
		if a.ID == item.ID {
			return p, Show{NewHelp()}
		}
	}
	return p, leadsBack(a)
}

// place is where a hit leads.
func (p search) place(hit content.Hit) Page {
	switch {
	case hit.Chapter == content.GlossaryID:
		return NewGlossary(hit.Section, p.query)
	case hit.Section == "":
		return NewReading(hit.Chapter, p.query)
	default:
		return NewReading(hit.Section, p.query)
	}
}

// firstOf is what stands before all that was found: help now, whole, where
// somebody searches for danger.
func firstOf(s State, query string) []Item {
	if !s.Words().Danger.IsSearch(query) {
		return nil
	}
	help := s.Guide().Help
	blocks := help.Body
	for _, section := range help.Sections {
		blocks = append(slices.Clip(blocks), section.Body...)
	}
	var said []string
	for _, block := range blocks {
		for _, p := range content.Plain(block.Prose) {
			said = append(said, p.Text)
		}
	}
	return []Item{{ID: "help first", Kind: Row, Label: help.Title, Feedback: strings.Join(said, " ")}}
}
