package plain

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Folded is a text without case and accents, that remembers where each byte came from.
type Folded struct {
	Text   string
	Origin []Mark // of each byte: the whole character in the text it was
}

// Fold makes a text ready for comparing.
func Fold(text string) Folded {
	var b strings.Builder
	b.Grow(len(text))
	f := Folded{Origin: make([]Mark, 0, len(text))}
	var characters norm.Iter
	characters.InitString(norm.NFKD, text)
	for !characters.Done() {
		start := characters.Pos()
		character := characters.Next()
		origin := Mark{start, characters.Pos()}
		for len(character) > 0 {
			r, size := utf8.DecodeRune(character)
			character = character[size:]
			if r < utf8.RuneSelf {
				b.WriteString(plainFolds[r]) // nearly all of a text
			} else {
				b.WriteString(foldRune(r))
			}
		}
		for len(f.Origin) < b.Len() {
			f.Origin = append(f.Origin, origin)
		}
	}
	f.Text = b.String()
	return f
}

// typed are letters that no accent tells apart for Unicode, but that many a
// keyboard lacks, and what people type instead.
var typed = map[rune]string{
	'ß': "ss", 'ẞ': "ss", 'æ': "ae", 'Æ': "ae", 'œ': "oe", 'Œ': "oe", 'ø': "o", 'Ø': "o",
	'đ': "d", 'Đ': "d", 'ð': "d", 'Ð': "d", 'ł': "l", 'Ł': "l", '⁄': "/",
}

// The quotation marks and the dashes of a word processor, which no keyboard
// has. Two single marks are a double one, since Unicode has it so of ″.
const (
	single = "‘’‚‛‹›′`´"
	double = "\"“”„‟«»″〝〞〟"
	dashes = "‐‑‒–−⁃﹘"
	// longDashes part what stands at their sides.
	longDashes = "—―"
)

var plainFolds = func() (all [utf8.RuneSelf]string) {
	for r := range all {
		all[r] = foldRune(rune(r))
	}
	return all
}()

// foldRune folds one rune of a text in which an accent is a rune of its own.
func foldRune(r rune) string {
	instead, ok := typed[r]
	switch {
	case ok:
		return instead
	case unicode.Is(unicode.Mn, r), unicode.Is(unicode.Cf, r): // accents, soft hyphens
		return ""
	case unicode.IsSpace(r):
		return " "
	case strings.ContainsRune(single, r):
		return "'"
	case strings.ContainsRune(double, r):
		return "''"
	case strings.ContainsRune(dashes+longDashes, r):
		return "-"
	}
	// By way of the capital, so that ς is σ and ı is i.
	return string(unicode.ToLower(unicode.ToUpper(r)))
}

// Marks are the stretches of a text in which a word of the query stands, as
// Search finds it, in order and without overlap.
func Marks(text, query string) []Mark {
	words := QueryWords(query)
	if len(words) == 0 {
		return nil
	}
	return Fold(text).Marks(words)
}

// Marks gives every stretch of the text before folding in which one of the
// words stands, those that overlap or touch as one. Of the shortest ones only
// whole words are marked: each page is full of words with an “a” or “de” in them.
func (f Folded) Marks(words []string) []Mark {
	var found []Mark
	for _, word := range words {
		from := 0
		for i := strings.Index(f.Text, word); i >= 0; i = strings.Index(f.Text[from:], word) {
			first := from + i
			from = first + len(word)
			if len(word) > shortBytes || f.isWord(first, from) {
				found = append(found, Mark{f.Origin[first].Start, f.Origin[from-1].End})
			}
		}
	}
	slices.SortFunc(found, func(a, b Mark) int { return cmp.Compare(a.Start, b.Start) })
	var merged []Mark
	for _, mark := range found {
		if last := len(merged) - 1; last >= 0 && mark.Start <= merged[last].End {
			merged[last].End = max(merged[last].End, mark.End)
			continue
		}
		merged = append(merged, mark)
	}
	return merged
}

// shortBytes is less than one sign of a script without spaces has, where a sign is a word.
const shortBytes = 2

// isWord is whether no letter and no digit stands beside a stretch of the folded text.
func (f Folded) isWord(start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(f.Text[:start])
	after, _ := utf8.DecodeRuneInString(f.Text[end:])
	return !slices.ContainsFunc([]rune{before, after}, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// Mark is a stretch of a text in bytes, up to and without End.
type Mark struct{ Start, End int }

// QueryWords gives the query's different words, as they are compared: without
// the quotation marks around them, without the signs that end a sentence, and
// without dashes between them.
func QueryWords(query string) []string {
	words := strings.FieldsFunc(Fold(query).Text, unicode.IsSpace)
	for i, word := range words {
		if words[i] = strings.TrimRight(strings.Trim(word, "'?!¿¡,;:"), ".'"); words[i] == "" {
			words[i] = strings.Trim(word, "'")
		}
	}
	if all := Only(words, func(word string) bool { return strings.Trim(word, "-") != "" }); len(all) > 0 {
		words = all
	}
	words = slices.DeleteFunc(words, func(word string) bool { return word == "" })
	slices.Sort(words)
	return slices.Compact(words)
}
