package content

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"firstsession/content/plain"
)

// Hit is one place in the guide in which every word of a query stands.
type Hit struct {
	// Chapter is the chapter's id; CommitmentID for the commitment and
	// GlossaryID for the glossary.
	Chapter string
	Title   string // the chapter's title
	// Section is the id of the section, statement or glossary term. It is
	// empty if the words stand in what comes before the first one.
	Section string
	Heading string // the section's heading, statement's text or term's name
	// Text is a few words around what was found, cut with "…" where the text
	// goes on. It is Heading if the words stand nowhere else.
	Text string
}

// The ids of the two parts of a guide that are no numbered chapter.
const (
	CommitmentID = "commitment"
	GlossaryID   = "glossary"
)

// Search finds every place in which all words of the query stand, whatever
// their case and accents, also inside longer words, or to which the guide's
// authors gave them as everyday words. First come those whose heading has them
// as words of their own, then those that they were given to, and last those
// that have them in their text. Notes for the clinician are never found, nor is
// feedback, which would give an answer away, nor an option, which may be one
// that does not fit and would read as if the guide said it.
func (g *Guide) Search(query string) []Hit {
	words, passages := plain.QueryWords(query), g.searchable()
	if hits := search(passages, words); len(hits) > 0 {
		return hits
	}
	// Of a question such as “how much does it cost?” the everyday words count.
	return search(passages, slices.DeleteFunc(words, func(word string) bool {
		return !slices.ContainsFunc(passages, func(p passage) bool { return p.hasGiven(word) })
	}))
}

// ranks is how many kinds of hits there are, the best first.
const ranks = 5

func search(passages []passage, words []string) []Hit {
	var ranked [ranks][]Hit
	for _, passage := range passages {
		if rank, ok := passage.rank(words); ok && len(words) > 0 {
			ranked[rank] = append(ranked[rank], passage.hit(words))
		}
	}
	return slices.Concat(ranked[:]...)
}

// rank says how well a passage fits the words, and whether it does at all.
func (p *passage) rank(words []string) (int, bool) {
	inHead := func(word string) bool { return strings.Contains(p.head.folded, word) }
	ownInHead := func(word string) bool { return slices.Contains(split(p.head.folded), word) }
	inText := func(word string) bool {
		return slices.ContainsFunc(p.texts, func(t searched) bool { return strings.Contains(t.folded, word) })
	}
	isGiven := p.gives(words, func(given, word string) bool { return given == word })
	isBegun := p.gives(words, strings.HasPrefix) // while it is typed
	all := func(has ...func(string) bool) bool {
		return !slices.ContainsFunc(words, func(word string) bool {
			return !slices.ContainsFunc(has, func(has func(string) bool) bool { return has(word) })
		})
	}
	switch {
	case all(ownInHead):
		return 0, true
	case all(ownInHead, isGiven):
		return 1, true
	case all(inHead):
		return 2, true
	case all(inHead, isBegun):
		return 3, true
	case all(inHead, isBegun, inText):
		return 4, true
	default:
		return 0, false
	}
}

// gives reports of one of the words whether it is of a phrase that was given to
// the passage. A phrase counts as a whole: each of its words has to be there.
func (p *passage) gives(words []string, fits func(given, word string) bool) func(string) bool {
	var found []string
	for _, phrase := range p.given {
		var fitting []string
		for _, given := range phrase {
			i := slices.IndexFunc(words, func(word string) bool { return fits(given, word) })
			if i < 0 {
				fitting = nil
				break
			}
			fitting = append(fitting, words[i])
		}
		found = append(found, fitting...)
	}
	return func(word string) bool { return slices.Contains(found, word) }
}

// hasGiven reports whether a word was given to the passage by itself.
func (p *passage) hasGiven(word string) bool {
	return slices.ContainsFunc(p.given, func(phrase []string) bool { return len(phrase) == 1 && phrase[0] == word })
}

// split are the words of a folded text.
func split(folded string) []string {
	return strings.FieldsFunc(folded, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '-'
	})
}

// index is the guide as it is searched, made when a search is first opened and
// then shared by all who read the guide: folding it again for every letter that
// is typed would be felt, and so would folding it before the first page.
type index struct {
	once     sync.Once
	passages []passage
}

// searchable is what is searched. A guide that was not loaded keeps none.
func (g *Guide) searchable() []passage {
	if g.index == nil {
		return g.passages()
	}
	g.index.once.Do(func() { g.index.passages = g.passages() })
	return g.index.passages
}

// passage is what is searched as one: a section with what it asks, a
// statement, a term.
type passage struct {
	Hit              // without Text
	head  searched   // what stands above it: a lead's is the chapter's title
	texts []searched // without the heading
	given [][]string // phrases under which it is found as well, each in folded words
}

// searched is a paragraph as a reader sees it, and as it is compared.
type searched struct{ shown, folded string }

func newSearched(shown string) searched { return searched{shown, plain.Fold(shown).Text} }

func (p *passage) add(texts ...string) {
	for _, shown := range texts {
		if shown != "" {
			p.texts = append(p.texts, newSearched(shown))
		}
	}
}

func (p *passage) give(phrases []string) {
	for _, phrase := range phrases {
		if words := plain.QueryWords(strings.Trim(phrase, ".?!¿¡")); len(words) > 0 {
			p.given = append(p.given, words)
		}
	}
}

// addBlocks has the words of pictures behind all that is read without them.
func (p *passage) addBlocks(blocks ...Block) {
	for _, block := range blocks {
		for _, paragraph := range Plain(block.Prose) {
			p.add(paragraph.Text)
		}
	}
	for _, block := range blocks {
		if block.Picture != nil {
			p.add(block.Picture.Title, block.Picture.Alt)
		}
	}
}

func (g *Guide) passages() []passage {
	var all []passage
	chapters := g.AllChapters()
	last := &chapters[len(chapters)-1]
	for _, s := range g.Commitment.Statements {
		last.Sections = append(last.Sections, Section{ID: s.ID, Heading: s.Text, Body: s.Reason})
	}
	for _, c := range chapters {
		page := pagePassages(c.ID, Page{Title: c.Title, Body: c.Lead, Sections: c.Sections})
		page[0].give(c.Search)
		all = append(all, page...)
	}
	return append(all, pagePassages(GlossaryID, g.Glossary)...)
}

// pagePassages makes passages of what stands before a page's sections, and of
// each.
func pagePassages(chapter string, page Page) []passage {
	lead := passage{Hit: Hit{Chapter: chapter, Title: page.Title}, head: newSearched(page.Title)}
	lead.addBlocks(page.Body...)
	all := []passage{lead}
	for _, section := range page.Sections {
		p := passage{Hit: lead.Hit, head: newSearched(section.Heading)}
		p.Section, p.Heading = section.ID, section.Heading
		p.addBlocks(section.Body...)
		p.give(section.Search)
		for _, question := range section.Questions {
			p.add(question.Prompt)
			p.addBlocks(Block{Prose: question.Scene})
		}
		all = append(all, p)
	}
	return all
}

// count is how many of the words stand in a text.
func (s searched) count(words []string) int {
	found := 0
	for _, word := range words {
		if strings.Contains(s.folded, word) {
			found++
		}
	}
	return found
}

// hit shows the paragraph in which most of the words stand. If they were given to
// the passage and stand nowhere, it is one with words that were given beside them,
// or how the passage begins.
func (p *passage) hit(words []string) Hit {
	best, most, marked := p.head.shown, 0, words
	if p.head.count(words) < len(words) && len(p.texts) > 0 {
		best = p.start()
	}
	for _, words := range append([][]string{words}, p.givenBeside(words)...) {
		for _, t := range p.texts {
			if found := t.count(words); found > most {
				best, most, marked = t.shown, found, words
			}
		}
	}
	hit, mark := p.Hit, plain.Mark{}
	if marks := plain.Fold(best).Marks(marked); len(marks) > 0 {
		mark = marks[0]
	}
	hit.Text = excerpt(best, mark)
	return hit
}

// givenBeside are the words that were given to a passage next to some: what an
// author puts there means about the same.
func (p *passage) givenBeside(words []string) [][]string {
	at := slices.IndexFunc(p.given, func(phrase []string) bool { return strings.HasPrefix(phrase[0], words[0]) })
	if at < 0 {
		return nil
	}
	return slices.Concat(p.given[at+1:min(len(p.given), at+3)], p.given[max(0, at-1):at])
}

// start is how a passage begins, as far as an excerpt has room.
func (p *passage) start() string {
	text := ""
	for _, t := range p.texts {
		if len(text) <= excerptBytes {
			text = strings.TrimSpace(text + " " + t.shown)
		}
	}
	return text
}

// The longest excerpt, and how much of it stands before the first mark, in
// bytes: about two lines of a narrow window.
const (
	excerptBytes = 140
	beforeBytes  = 40
)

// excerpt cuts a text to the surroundings of a mark, between words where there
// are spaces, and never within a character.
func excerpt(text string, mark plain.Mark) string {
	if len(text) <= excerptBytes {
		return text
	}
	const more = "…"
	start, end, before, after := 0, len(text), "", ""
	if from := mark.Start - beforeBytes; from > 0 {
		start, before = from, more
		if space := strings.IndexByte(text[from:mark.Start], ' '); space >= 0 {
			start += space + 1
		}
	}
	if to := start + excerptBytes; to < end {
		end, after = to, more
		if space := strings.LastIndexByte(text[:to], ' '); space >= mark.End {
			end = space
		}
	}
	return before + strings.ToValidUTF8(text[start:end], "") + after // without half a character
}
