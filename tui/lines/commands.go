package lines

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"firstsession/content"
	"firstsession/content/page"
	"firstsession/content/plain"
	"firstsession/content/words"
)

// What has a word in lines alone.
const (
	again page.Meaning = "again"
	where page.Meaning = "where"
	erase page.Meaning = "delete"
	yes   page.Meaning = "yes"
	no    page.Meaning = "no"

	takeBack page.Meaning = "take_back" // does nothing by itself: it is told how
	myName   page.Meaning = "my_name"   // before a name, and no part of it
)

// vocabulary is what can be typed, by meaning; the first spelling is told.
type vocabulary map[page.Meaning][]string

func newVocabulary(w words.Command) vocabulary {
	v, spellings := vocabulary{}, content.WordKeys(w)
	for _, m := range append(page.Meanings(), again, where, erase, yes, no, takeBack, myName) {
		v[m] = plain.Spellings(spellings[string(m)])
	}
	return v
}

// typedWords are all that is typed on any page, as it is compared: the commands,
// and the words of the pages' own acts. What is one letter long may be a name.
func typedWords(w *words.Words) []string {
	var all []string
	for key, spellings := range content.WordKeys(*w) {
		if strings.HasPrefix(key, "command.") || strings.HasSuffix(key, "_word") && key != "lines.or_word" {
			all = append(all, plain.Each(plain.Spellings(spellings), bare)...)
		}
	}
	return slices.DeleteFunc(all, func(word string) bool { return utf8.RuneCountInString(word) < 2 })
}

// find finds what a line means: in the words of whoever's page it is, and where
// these say nothing in those of the other one, each by itself. Of one letter
// nobody knows whose it is.
func (l *Lines) find(s said) (m page.Meaning, words string, ok bool) {
	m, words, ok = l.vocab.find(s)
	theirs, behind, found := l.theirs.find(s)
	if ok && words == "" || s.isLetter() || !found || behind != "" {
		return m, words, ok
	}
	return theirs, "", true
}

// shown is the spelling that a reader is told.
func (v vocabulary) shown(m page.Meaning) string { return cmp.Or(v[m]...) }

// Ways are the names of what is typed, in pairs as plain.Fill takes them, for
// texts of the guide that name a way to act: {back} is the word that goes back.
func Ways(words *words.Words) []any {
	w, v := words.Lines, newVocabulary(words.Command)
	// The first pair of a name counts.
	ways := []any{"tick", w.ByNumber, "set", w.ByNumber, "choose", w.ByNumber, "answer", w.ByEnter, string(page.GoOnward), w.ByEnter}
	for m := range v {
		ways = append(ways, string(m), v.shown(m))
	}
	return ways
}

// withWords are the meanings that may have words of the reader's behind them.
var withWords = []page.Meaning{page.Search, page.Glossary, page.Note}

// find finds what a line means by the longest word that fits, and what is behind it.
func (v vocabulary) find(s said) (m page.Meaning, words string, ok bool) {
	for meaning, spellings := range v {
		if s.isOneOf(spellings) {
			return meaning, "", true
		}
	}
	longest := 0
	for _, meaning := range withWords {
		for _, spelling := range v[meaning] {
			if rest, found := behind(s.text, spelling); found && len(spelling) > longest {
				m, words, ok, longest = meaning, rest, true, len(spelling)
			}
		}
	}
	return m, words, ok
}

// said is a line of the reader's.
type said struct {
	text string // as it was typed, without what is no text
	bare string // in small letters, without accents and a full stop
	// number is the first word, as it is read as a number, and tail what stands behind it.
	number, tail string
	// spoiled is set if keys that are no letters were in the line, so that it
	// may not say what was meant.
	spoiled bool
	help    bool // nothing but F1 was in it, as terminals send it
	capital bool // it has one, as a name has
}

var helpKey = plain.Late(`^(\x1b(OP|\[11~|\[\[A))+$`)

// clean takes out of a line what is no text. A tab is a space here, and so is what ends a
// line elsewhere; what some systems put before a file's first line says nothing.
func clean(line string) said {
	line = strings.TrimSpace(plain.Unended(strings.TrimPrefix(line, "\ufeff")))
	text := strings.TrimSpace(plain.Typed(line))
	number, _, _ := strings.Cut(plain.Typeable(text), " ")
	return said{
		text: text, bare: bare(text), number: number, tail: strings.TrimSpace(string([]rune(text)[utf8.RuneCountInString(number):])),
		spoiled: line != text, capital: text != strings.ToLower(text), help: helpKey().MatchString(line),
	}
}

// bare is a text as it is compared with others. Many a keyboard lacks accents.
func bare(text string) string {
	if strings.Trim(text, "abcdefghijklmnopqrstuvwxyz ") == "" && !strings.Contains(" "+text+" ", "  ") {
		return text // as most spellings are, of which there are hundreds for each line
	}
	return plain.Fold(plain.OneLine(strings.TrimRight(plain.Typeable(text), ".。"))).Text
}

func (s said) isOneOf(spellings []string) bool {
	return slices.ContainsFunc(spellings, func(spelling string) bool { return bare(spelling) == s.bare })
}

// isLetter reports whether a line is one letter, which may be a name.
func (s said) isLetter() bool {
	r, size := utf8.DecodeRuneInString(s.bare)
	return size == len(s.bare) && unicode.IsLetter(r)
}

// behind is what stands behind a word at the start of a text.
func behind(text, word string) (string, bool) {
	folded, word := plain.Fold(text), bare(word)
	if len(folded.Text) <= len(word) || word == "" || !strings.HasPrefix(folded.Text, word) {
		return "", false
	}
	rest := text[folded.Origin[len(word)-1].End:]
	trimmed := strings.TrimLeft(rest, " :\u3000：")
	return trimmed, trimmed != rest
}

// isOk reports whether a line is a yes to what an empty line does, where that only goes on and nothing was asked.
func (t *turn) isOk() bool {
	_, on := t.sheet.GoOn()
	asked := t.was.twice != "" || t.was.refused || t.was.meant != "" || t.visit.AsksToLeave() || t.visit.Intakes != nil || t.visit.Fresh()
	leads := on && !t.entersBack(t.sheet) && (len(t.sheet.Numbered()) == 0 || isSettled(t.sheet))
	return !asked && !t.sheet.Binding && (leads || t.was.rest != "") && t.ways(func(w *words.Words) string { return w.Lines.Oks }).have(t.bare)
}
