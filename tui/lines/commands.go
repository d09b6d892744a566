package lines

import (
	"cmp"
	"slices"
	"strconv"
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
		if !strings.HasPrefix(key, "command.") && !strings.HasSuffix(key, "_word") || key == "lines.or_word" {
			continue
		}
		for _, spelling := range plain.Spellings(spellings) {
			if word := bare(spelling); utf8.RuneCountInString(word) > 1 {
				all = append(all, word)
			}
		}
	}
	return all
}

// find finds what a line means: in the words of whoever's page it is, and where
// these say nothing in those of the other one, each by itself. Of one letter
// nobody knows whose it is.
func (l *Lines) find(s said) (m page.Meaning, words string, ok bool) {
	m, words, ok = l.vocab.find(s)
	if ok && words == "" || s.isLetter() {
		return m, words, ok
	}
	if theirs, behind, found := l.theirs.find(s); found && behind == "" {
		return theirs, "", true
	}
	return m, words, ok
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
	longest := 0
	for meaning, spellings := range v {
		if slices.ContainsFunc(spellings, func(spelling string) bool { return bare(spelling) == s.bare }) {
			return meaning, "", true
		}
		if !slices.Contains(withWords, meaning) {
			continue
		}
		for _, spelling := range spellings {
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
	// spoiled is set if keys that are no letters were in the line, so that it
	// may not say what was meant.
	spoiled bool
	help    bool // nothing but F1 was in it, as terminals send it
}

var helpKey = plain.Late(`^(\x1b(OP|\[11~|\[\[A))+$`)

// clean takes out of a line what is no text. A tab is a space here, and so is what
// ends a line elsewhere, and what
// some systems put before a file's first line says nothing.
func clean(line string) said {
	line = strings.TrimSpace(plain.Unended(strings.TrimPrefix(line, "\ufeff")))
	text := strings.TrimSpace(plain.Typed(line))
	return said{text: text, bare: bare(text), spoiled: line != text, help: helpKey().MatchString(line)}
}

// bare is a text as it is compared with others. Many a keyboard lacks accents.
func bare(text string) string {
	if strings.Trim(text, "abcdefghijklmnopqrstuvwxyz ") == "" && !strings.Contains(" "+text+" ", "  ") {
		return text // as most spellings are, of which there are hundreds for each line
	}
	return plain.Fold(plain.OneLine(strings.TrimRight(plain.Typeable(text), ".。"))).Text
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

// numbers reads a text in which there is nothing but numbers.
func numbers(text string) []int {
	var all []int
	divides := func(r rune) bool { return strings.ContainsRune(",،、", r) || unicode.IsSpace(r) }
	for _, field := range strings.FieldsFunc(plain.Typeable(text), divides) {
		n, err := strconv.Atoi(strings.TrimRight(field, ".)。"))
		if err != nil || n < 0 {
			return nil
		}
		if !slices.Contains(all, n) {
			all = append(all, n)
		}
	}
	return all
}

// spokenNumbers reads numbers as people say them, too: "number two", "1 and 2".
func (t *turn) spokenNumbers() []int {
	w := t.words.Lines
	names := plain.Each(plain.Spellings(w.NumberWords), bare)
	beside := plain.Each(plain.Spellings(w.WithNumbers+","+w.Ticks+","+w.Unticks), bare)
	var said []string
	for _, word := range strings.Fields(t.bare) {
		if at := slices.Index(names, word); at >= 0 {
			word = strconv.Itoa(at + 1)
		}
		if !slices.Contains(beside, word) {
			said = append(said, word)
		}
	}
	return numbers(strings.Join(said, " "))
}

// isTickedSo reports whether a line is to tick what is ticked, or take away what is not:
// a number alone would do the other.
func (t *turn) isTickedSo(all []int) bool {
	on, off := begins(t.bare, plain.Spellings(t.words.Lines.Ticks)), begins(t.bare, plain.Spellings(t.words.Lines.Unticks))
	items := numbered(t.sheet)
	return (on || off) && !slices.ContainsFunc(all, func(n int) bool { return n < 1 || n > len(items) || items[n-1].On != on })
}

// isOk reports whether a line is a yes to what an empty line does, where that only goes
// on and nothing else was asked or told.
func (t *turn) isOk() bool {
	_, on := goesOn(t.sheet)
	asked := t.was.twice != "" || t.was.refused || t.was.meant != "" || t.visit.AsksToLeave() || t.visit.Intakes != nil || t.visit.Fresh()
	leads := on && !t.entersBack(t.sheet) && (len(numbered(t.sheet)) == 0 || isSettled(t.sheet))
	return !asked && !t.sheet.Binding && (leads || t.was.rest != "") && slices.Contains(t.typed(func(w *words.Words) string { return w.Lines.Oks }), unmarked(t.bare))
}

// itemAt is the item with a number.
func (t *turn) itemAt(text string) (page.Item, bool) {
	all := numbered(t.sheet)
	n, err := strconv.Atoi(strings.TrimRight(plain.Typeable(text), ".):。"))
	if err != nil || n < 1 || n > len(all) {
		return page.Item{}, false
	}
	return all[n-1], true
}
