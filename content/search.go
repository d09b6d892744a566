package content

import (
	"cmp"
	"slices"
	"strings"

	"firstsession/content/plain"
)

// Hit is one place in the guide in which every word of a query stands.
type Hit struct {
	// Chapter is the chapter's id; or of one of the other parts below.
	Chapter string
	Title   string // the chapter's title
	// Section is the id of the section, statement or glossary term. It is
	// empty if the words stand in what comes before the first one.
	Section string
	Heading string // the section's heading, statement's text or term's name
	// Text is a few words around what was found, cut with "…" where the text
	// goes on. It is Heading if the words stand nowhere else.
	Text string
	// Given is whether the words stand neither there nor in the heading: authors
	// gave them to the place, which is about them.
	Given bool
}

// The ids of the parts of a guide that are no numbered chapter.
const (
	CommitmentID = "commitment"
	GlossaryID   = "glossary"
	HelpID       = "help"
	AboutID      = "about"
)

// Search finds every place in which all words of the query stand, whatever
// their case and accents, or to which the guide's authors gave them as everyday
// words. First come those whose heading has them as words of their own, then
// those that they were given to, those that have them in their text, their forms,
// and longer words that begin so. If no place has all of them as words, those
// that have the most stand before those that have only parts. Inside others they
// are looked for only if they stand nowhere else. Notes for the clinician are never
// found, nor is feedback, which would give an answer away, nor an option, which may
// be one that does not fit and would read as if the guide said it.
func (g *Guide) Search(query string) []Hit {
	words, passages := plain.QueryWords(query), g.searchable()
	if len(words) == 0 {
		return nil
	}
	terms := plain.Each(words, newTerm)
	var ranked [ranks + 1][]*passage
	for i := range passages {
		rank := passages[i].rank(terms)
		ranked[rank] = append(ranked[rank], &passages[i])
	}
	hit := func(p *passage) Hit { return p.hit(terms) }
	hits := plain.Each(slices.Concat(ranked[:begins]...), hit)
	begun := plain.Each(slices.Concat(ranked[begins:parts]...), func(p *passage) partly { return p.partly(terms, true) })
	if len(hits) == 0 && len(terms) > 1 {
		begun = append(begun, some(passages, terms)...)
	}
	hits = append(hits, mostFirst(begun)...)
	if len(hits) == 0 {
		return plain.Each(slices.Concat(ranked[parts:ranks]...), hit)
	}
	return hits
}

// ranks is how many kinds of hits there are, the best first. From begins on they have
// a word only as the beginning of others, and from parts on as a part of them.
const ranks, begins, parts = 10, 6, 8

// telling are those of some words that were given to places, since of a question such
// as “how much does it cost?” these count; if there are none, those that few places have.
func telling(passages []passage, terms []term) []term {
	given := plain.Only(terms, func(t term) bool {
		return slices.ContainsFunc(passages, func(p passage) bool { return p.hasGiven(t.word) })
	})
	if len(given) > 0 {
		return given
	}
	const few = 8 // one of so many
	return plain.Only(terms, func(t term) bool {
		return few*len(plain.Only(passages, func(p passage) bool { return p.rank([]term{t}) < begins })) <= len(passages)
	})
}

// partly is a place that does not have all words as such.
type partly struct {
	*passage
	terms       []term
	all         bool // it has them all at least as the beginning of others
	whole, best int  // how many it has as such, and the best of them
}

func (p *passage) partly(terms []term, all bool) partly {
	found := partly{p, terms, all, 0, ranks}
	for _, t := range terms {
		if rank := p.rank([]term{t}); rank < begins {
			found.whole, found.best = found.whole+1, min(found.best, rank)
		}
	}
	return found
}

// some are the places that have the most telling words as such, and not all in parts.
func some(passages []passage, terms []term) (found []partly) {
	tell, most := telling(passages, terms), 1
	for i := range passages {
		p := passages[i].partly(tell, false)
		if p.whole > most {
			found, most = nil, p.whole
		}
		if p.whole == most && passages[i].rank(terms) >= parts {
			found = append(found, p)
		}
	}
	return found
}

// mostFirst are the hits of places with the most words first.
func mostFirst(all []partly) []Hit {
	slices.SortStableFunc(all, func(a, b partly) int {
		return cmp.Or(b.whole-a.whole, plain.Either(b.all, 1, 0)-plain.Either(a.all, 1, 0), a.best-b.best)
	})
	return plain.Each(all, func(p partly) Hit { return p.hit(p.terms) })
}

// How well a word fits a passage that has it in its heading, was given it, or
// has it in its text, by how it has it.
var (
	inHead  = [...]int{exactly: 0, asForm: 3, begun: 6, within: 8, not: ranks}
	asGiven = [...]int{exactly: 2, asForm: 3, begun: 6, within: ranks, not: ranks}
	inText  = [...]int{exactly: 4, asForm: 5, begun: 7, within: 9, not: ranks}
)

// rank says how well a passage fits the words: as well as the one that fits it
// worst. It is ranks if one does not.
func (p *passage) rank(terms []term) int {
	worst := 0
	for _, t := range terms {
		best := inHead[t.in(p.head.folded)]
		if best > 1 {
			best = min(best, p.rankBelow(terms, t))
		}
		if worst = max(worst, best); worst == ranks {
			break
		}
	}
	return worst
}

// rankBelow is how well a word fits what stands below the heading. What shows why
// it was found comes first, and help now before the rest.
func (p *passage) rankBelow(terms []term, t term) int {
	given, text := asGiven[p.gives(terms, t)], ranks
	for i := 0; i < len(p.texts) && text > inText[exactly]; i++ {
		text = min(text, inText[t.in(p.texts[i].folded)])
	}
	if text == inText[exactly] && (given == asGiven[exactly] || p.Chapter == HelpID) {
		return 1
	}
	return min(given, text)
}

// gives is how a word is of a phrase that was given to the passage. A phrase
// counts as a whole: each of its words has to be among those searched for.
func (p *passage) gives(terms []term, t term) match {
	best := not
	for _, phrase := range p.given {
		worst, of := exactly, not
		for _, given := range phrase {
			as := not
			for _, other := range terms {
				as = min(as, other.in(given))
			}
			worst, of = max(worst, as), min(of, t.in(given))
		}
		if worst < within {
			best = min(best, max(of, worst))
		}
	}
	return best
}

func (p *passage) hasGiven(word string) bool {
	return slices.ContainsFunc(p.given, func(phrase []string) bool { return len(phrase) == 1 && phrase[0] == word })
}

// count is how many of the words stand in a text, and how well the best does.
func (s searched) count(terms []term) (found int, best match) {
	best = not
	for _, t := range terms {
		if as := t.in(s.folded); as < not {
			found, best = found+1, min(best, as)
		}
	}
	return found, best
}

// hit shows the paragraph in which most of the words stand, and best. If they
// were given to the passage and stand nowhere, it is one with words that were
// given beside them, or how the passage begins.
func (p *passage) hit(terms []term) Hit {
	best, most, how, marked := p.head.shown, 0, not, terms
	if found, _ := p.head.count(terms); found < len(terms) && len(p.texts) > 0 {
		best = p.start()
	}
	for _, terms := range append([][]term{terms}, p.givenBeside(terms)...) {
		for _, t := range p.texts {
			if found, as := t.count(terms); as < within && (found > most || found == most && as < how) {
				best, most, how, marked = t.shown, found, as, terms
			}
		}
		if most > 0 {
			break
		}
	}
	hit := p.Hit
	hit.Text = excerpt(best, place(best, marked))
	head, _ := p.head.count(terms)
	text, _ := newSearched(hit.Text).count(terms)
	hit.Given = head+text == 0
	return hit
}

func place(text string, terms []term) plain.Mark {
	folded, best, at := plain.Fold(text), not, plain.Mark{}
	for _, t := range terms {
		if as, i := t.find(folded.Text); as < best {
			best, at = as, plain.Mark{Start: folded.Origin[i].Start, End: folded.Origin[i+len(t.stem)-1].End}
		}
	}
	return at
}

// givenBeside are the words that were given to a passage next to some: what an
// author puts there means about the same.
func (p *passage) givenBeside(terms []term) [][]term {
	at := slices.IndexFunc(p.given, func(phrase []string) bool { return strings.HasPrefix(phrase[0], terms[0].word) })
	if at < 0 {
		return nil
	}
	beside := slices.Concat(p.given[at+1:min(len(p.given), at+3)], p.given[max(0, at-1):at])
	return plain.Each(beside, func(phrase []string) []term { return plain.Each(phrase, newTerm) })
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
// bytes: two lines of a narrow window.
const (
	excerptBytes = 66
	beforeBytes  = 24
)

// excerpt cuts a text to the surroundings of a mark, between words where there
// are spaces, and never within a character. At the end of a text more stands before it.
func excerpt(text string, mark plain.Mark) string {
	if len(text) <= excerptBytes {
		return text
	}
	const more = "…"
	start, end, before, after := 0, len(text), "", ""
	if from := min(mark.Start-beforeBytes, len(text)-excerptBytes); from > 0 {
		start, before = from, more
		if space := strings.IndexByte(text[from:mark.Start], ' '); space >= 0 {
			start += space + 1
		}
	}
	if to := start + excerptBytes; to < end {
		end, after = to, more
		if space := strings.LastIndexByte(text[:to], ' '); space >= mark.End {
			end = space + len(strings.TrimRight(text[mark.End:space], ".,;:")) - len(text[mark.End:space])
		}
	}
	return before + strings.ToValidUTF8(text[start:end], "") + after // without half a character
}
