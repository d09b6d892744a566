package content

import (
	"strings"
	"unicode"
	"unicode/utf8"
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

// find is the best place of the word in a folded text.
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
			return fits(has, within)
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
	return fits(has, begun)
}

func fits(has bool, as match) match {
	if has {
		return as
	}
	return not
}

func isInWord(r rune) bool { return 'a' <= r && r <= 'z' || unicode.IsLetter(r) || unicode.IsDigit(r) }

// endings part the forms of a word in the languages that we know, those that
// hold others first, with how long what stands before them has to be.
var endings = []struct {
	ending string
	before int
}{
	{"iendo", 3}, {"ando", 3}, {"ing", 3}, {"es", 3}, {"ed", 3}, {"as", 3}, {"os", 3}, {"ar", 4}, {"er", 4}, {"ir", 4},
	{"s", 3}, {"e", 3}, {"a", 3}, {"o", 3},
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
