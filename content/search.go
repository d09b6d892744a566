package content

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/yuin/goldmark/parser"
)

// Hit is one place in the guide in which every word of a query stands.
type Hit struct {
	Place Place
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
	Text  string
	Marks []Mark // what was found in Text, in order, without overlap
}

// Mark is a stretch of a text in bytes, up to and without End.
type Mark struct{ Start, End int }

// The ids of the two parts of a guide that are no numbered chapter.
const (
	CommitmentID = "commitment"
	GlossaryID   = "glossary"
)

// HelpID is the chapter of the hit that stands before all others where somebody
// searches for danger.
const HelpID = "help"

// HelpHit is that hit.
func (g *Guide) HelpHit() Hit {
	return Hit{Chapter: HelpID, Title: g.Help.Title, Heading: g.Help.Title, Text: g.Help.Title}
}

// Search finds every place in which all words of the query stand, whatever
// their case and accents, in the order of the guide; but first those that name
// the words in their heading. A word is also found inside a longer one. Notes
// for the clinician are never found, nor is feedback, which would give an
// answer away, nor an option, which may be one that does not fit and would
// read as if the guide said it.
func (g *Guide) Search(query string) []Hit {
	words, passages := queryWords(query), g.searchable()
	if len(words) == 0 {
		return nil
	}
	var named, others []Hit
	for _, passage := range passages {
		switch {
		case !passage.holds(words):
		case holdsAll(passage.head.folded, words):
			named = append(named, passage.hit(words))
		default:
			others = append(others, passage.hit(words))
		}
	}
	return append(named, others...)
}

// queryWords gives the query's different words, as they are compared.
func queryWords(query string) []string {
	words := strings.Fields(fold(query).text)
	slices.Sort(words)
	return slices.Compact(words)
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
	Hit              // without Text and Marks
	head  searched   // what stands above it: a lead's is the chapter's title
	texts []searched // without the heading
}

// searched is a paragraph as a reader sees it, and as it is compared.
type searched struct{ shown, folded string }

func newSearched(shown string) searched { return searched{shown, fold(shown).text} }

func (p *passage) add(texts ...string) {
	for _, shown := range texts {
		if shown != "" {
			p.texts = append(p.texts, newSearched(shown))
		}
	}
}

// passageMaker makes passages, with one parser for all of them.
type passageMaker struct{ markdown parser.Parser }

func (m passageMaker) addBlocks(p *passage, blocks []Block) {
	for _, block := range blocks {
		if block.Picture != nil {
			p.add(block.Picture.Title, block.Picture.Alt)
			continue
		}
		m.addMarkdown(p, block.Prose)
	}
}

func (m passageMaker) addMarkdown(p *passage, markdown string) {
	for _, paragraph := range plainOf(m.markdown, markdown) {
		p.add(paragraph.Text)
	}
}

func (g *Guide) passages() []passage {
	m := passageMaker{newMarkdown()}
	var all []passage
	for _, c := range g.Chapters {
		all = append(all, m.page(c.ID, Page{Place: c.Place, Title: c.Title, Body: c.Lead, Sections: c.Sections})...)
	}
	promises := Page{Place: g.Commitment.Place, Title: g.Commitment.Title, Body: g.Commitment.Lead}
	for _, s := range g.Commitment.Statements {
		promises.Sections = append(promises.Sections, Section{Place: s.Place, ID: s.ID, Heading: s.Text, Body: s.Reason})
	}
	return slices.Concat(all, m.page(CommitmentID, promises), m.page(GlossaryID, g.Glossary))
}

func (m passageMaker) passage(hit Hit, body []Block) passage {
	p := passage{Hit: hit, head: newSearched(hit.Heading)}
	if hit.Section == "" {
		p.head = newSearched(hit.Title)
	}
	m.addBlocks(&p, body)
	return p
}

// page makes passages of what stands before a page's sections, and of each.
func (m passageMaker) page(chapter string, page Page) []passage {
	all := []passage{m.passage(Hit{Place: page.Place, Chapter: chapter, Title: page.Title}, page.Body)}
	for _, section := range page.Sections {
		p := m.passage(Hit{
			Place: section.Place, Chapter: chapter, Title: page.Title, Section: section.ID, Heading: section.Heading,
		}, section.Body)
		for _, question := range section.Questions {
			p.add(question.Prompt)
			m.addMarkdown(&p, question.Scene)
		}
		all = append(all, p)
	}
	return all
}

func (p *passage) holds(words []string) bool {
	for _, word := range words {
		found := strings.Contains(p.head.folded, word) ||
			slices.ContainsFunc(p.texts, func(t searched) bool { return strings.Contains(t.folded, word) })
		if !found {
			return false
		}
	}
	return true
}

func holdsAll(folded string, words []string) bool {
	return countFound(folded, words) == len(words)
}

func countFound(folded string, words []string) int {
	found := 0
	for _, word := range words {
		if strings.Contains(folded, word) {
			found++
		}
	}
	return found
}

// hit shows the paragraph in which most of the words stand.
func (p *passage) hit(words []string) Hit {
	best, most := p.head.shown, 0
	for _, t := range p.texts {
		if found := countFound(t.folded, words); found > most {
			best, most = t.shown, found
		}
	}
	hit := p.Hit
	hit.Text, hit.Marks = excerpt(best, fold(best).marks(words))
	return hit
}

// The longest excerpt, and how much of it stands before the first mark, in
// bytes: about two lines of a narrow window.
const (
	excerptBytes = 140
	beforeBytes  = 40
)

// excerpt cuts a text to the surroundings of its first mark, between words
// where there are spaces, and never within a character.
func excerpt(text string, marks []Mark) (string, []Mark) {
	if len(text) <= excerptBytes || len(marks) == 0 {
		return text, marks
	}
	start := 0
	if from := marks[0].Start - beforeBytes; from > 0 {
		start = wordStart(text, from, marks[0].Start)
	}
	end := len(text)
	if to := start + excerptBytes; to < end {
		end = wordEnd(text, min(marks[0].End, to), to)
	}
	const more = "…"
	before, after := "", ""
	if start > 0 {
		before = more
	}
	if end < len(text) {
		after = more
	}
	var inside []Mark
	for _, mark := range marks {
		if mark.End <= end {
			shift := len(before) - start
			inside = append(inside, Mark{mark.Start + shift, mark.End + shift})
		}
	}
	return before + text[start:end] + after, inside
}

// wordStart is where the first word starts after from, at the latest at to.
func wordStart(text string, from, to int) int {
	if i := strings.IndexByte(text[from:to], ' '); i >= 0 {
		return from + i + 1
	}
	for !utf8.RuneStart(text[from]) {
		from++
	}
	return from
}

// wordEnd is where the last word ends before to, at the earliest at from.
func wordEnd(text string, from, to int) int {
	if i := strings.LastIndexByte(text[from:to], ' '); i >= 0 {
		return from + i
	}
	for !utf8.RuneStart(text[to]) {
		to--
	}
	return to
}
