package content

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"firstsession/content/plain"
)

// match says how a text has a word, the best first.
type match int

const (
	exactly match = iota // as a word of its own
	asForm               // a form of it, as “phones” is of “phone”
	begun                // a word that begins so, while it is typed
	within               // a part of another word, as of “headphones”
	not
)

// term is a word that is searched for, with what its forms have in common.
type term struct{ word, stem string }

func newTerm(word string) term { return term{word, stem(word)} }

// in is how a folded text has the word, at its best place.
func (t term) in(folded string) match {
	best, _ := t.find(folded)
	return best
}

func (t term) find(folded string) (best match, place int) {
	best = not
	for from := 0; best > exactly; {
		i := strings.Index(folded[from:], t.stem)
		if i < 0 {
			break
		}
		if as := t.at(folded, from+i); as < best {
			best, place = as, from+i
		}
		from += i + 1
	}
	return best, place
}

// at is how the word stands at a place where its stem does.
func (t term) at(folded string, i int) match {
	has := strings.HasPrefix(folded[i:], t.word)
	if before, _ := utf8.DecodeLastRuneInString(folded[:i]); i > 0 && isInWord(before) {
		if first, _ := utf8.DecodeRuneInString(t.word); isInWord(first) {
			return plain.Either(has, within, not)
		}
	}
	length := strings.IndexFunc(folded[i:], func(r rune) bool { return !isInWord(r) })
	if length < 0 {
		length = len(folded) - i
	}
	whole := folded[i : i+length]
	switch {
	case has && length <= len(t.word):
		return exactly
	case stem(whole) == t.stem:
		return asForm
	}
	return plain.Either(has, begun, not)
}

func isInWord(r rune) bool { return 'a' <= r && r <= 'z' || unicode.IsLetter(r) || unicode.IsDigit(r) }

// endings part the forms of a word in the languages that we know, those that
// hold others first, with how long what stands before them has to be.
var endings = []struct {
	ending string
	before int
}{
	{"iendo", 3}, {"ando", 3}, {"ing", 3}, {"es", 4}, {"ed", 3}, {"as", 3}, {"os", 3}, {"ar", 4}, {"er", 4}, {"ir", 4},
	{"s", 3}, {"e", 4}, {"a", 3}, {"o", 3},
}

// stem is what the forms of a word have in common.
func stem(word string) string {
	for _, e := range endings {
		if before, ok := strings.CutSuffix(word, e.ending); ok && len(before) >= e.before {
			return before
		}
	}
	return word
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
	return slices.Concat(pagePassages(HelpID, whole(g.Help)), all,
		pagePassages(GlossaryID, g.Glossary), pagePassages(AboutID, g.About))
}

// whole is a page as one place.
func whole(page Page) Page {
	for _, section := range page.Sections {
		page.Body = slices.Concat(page.Body, section.Body)
	}
	page.Sections = nil
	return page
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
