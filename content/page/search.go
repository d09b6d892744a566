package page

import (
	"cmp"
	"fmt"
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
	queryID = "query"
	// mostHits are shown. Whoever gets more types another word.
	mostHits = 40
)

func hitID(i int) string { return fmt.Sprint("hit ", i+1) }

func (p search) Show(s State) Sheet {
	words := s.Words().Search
	sheet := Sheet{Title: words.Title, Ask: queryID, Marks: p.query}
	sheet.add(Item{ID: queryID, Kind: Line, Label: words.Words, Text: p.query, Most: mostInQuery, Live: true})
	help := firstOf(s, p.query)
	sheet.add(help...)
	for i, hit := range p.hits[:min(len(p.hits), mostHits)] {
		sheet.add(p.row(i, hit))
	}
	switch {
	case p.query == "":
		sheet.under(Part{Kind: Quiet, Text: s.Fill(words.Ask)})
	case len(p.hits)+len(help) == 0:
		nothing := s.Fill(words.Nothing, "query", shorten(p.query))
		sheet.under(Part{Kind: Quiet, Text: nothing}, Part{Kind: Quiet, Text: words.Try})
	default:
		sheet.Place = s.Fill(words.Found, "n", len(p.hits)+len(help)) // as many as there are numbers
	}
	if more := len(p.hits) - mostHits; more > 0 {
		sheet.under(Part{Kind: Quiet, Text: s.Fill(words.More, "n", more)})
	}
	sheet.goesOn(s.Words().Keys.Back, Close{})
	return sheet
}

// row shows a hit: its section and chapter, and the words around it; and leads
// there.
func (p search) row(i int, hit content.Hit) Item {
	at := NewReading(cmp.Or(hit.Section, hit.Chapter), p.query)
	if hit.Chapter == content.GlossaryID {
		at = NewGlossary(hit.Section, p.query)
	}
	row := Item{ID: hitID(i), Kind: Row, Label: hit.Heading, State: hit.Title, wants: Show{at}}
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
	return choose(p, s, a)
}

// firstOf is what stands before all that was found: help now, whole, where
// somebody searches for danger.
func firstOf(s State, query string) []Item {
	if !s.Words().Danger.IsSearch(query) {
		return nil
	}
	help := s.Guide().Help
	var said []string
	for _, section := range append([]content.Section{{Body: help.Body}}, help.Sections...) {
		for _, block := range section.Body {
			for _, p := range content.Plain(block.Prose) {
				said = append(said, p.Text)
			}
		}
	}
	text := strings.Join(said, " ")
	return []Item{{ID: "help first", Kind: Row, Label: help.Title, Feedback: text, wants: Show{NewHelp()}}}
}
