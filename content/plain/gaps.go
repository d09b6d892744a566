package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// breakHere is a space of no width, at which a line may be broken.
const breakHere = "\u200b"

// holds reports whether no line is broken at a space or hyphen.
func holds(r rune) bool { return r == '\u00a0' || r == '\u2007' || r == '\u202f' || r == '\u2011' }

// Fields are the words of a text, between the spaces at which a line may be broken.
func Fields(text string) []string {
	words := strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) && !holds(r) })
	for i, word := range words {
		words[i] = strings.TrimSpace(word)
	}
	return Only(words, func(word string) bool { return word != "" })
}

// OneLine is a text without line ends.
func OneLine(text string) string {
	last := ' '
	isOdd := func(r rune) bool {
		before := last
		last = r
		return unicode.IsSpace(r) && (r != ' ' || before == ' ')
	}
	if !strings.ContainsFunc(text, isOdd) && last != ' ' {
		return text // as most are
	}
	return strings.Join(Fields(text), " ")
}

// Tidy makes every run of spaces one, takes the spaces off both ends of each
// line, and composes letters and their accents. A space that is to hold two
// words together stays what it is.
func Tidy(words string) string {
	lines := strings.Split(Composed(words), "\n")
	for i, line := range lines {
		lines[i] = OneLine(line)
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

// Dedent takes off the spaces that all of some lines begin with, and those at their ends.
func Dedent(lines []string) []string {
	margin := -1
	for _, line := range lines {
		if space := len(line) - len(strings.TrimLeft(line, " ")); space < len(line) && (margin < 0 || space < margin) {
			margin = space
		}
	}
	for i, line := range lines {
		lines[i] = strings.TrimRight(line[min(max(margin, 0), len(line)):], " ")
	}
	return lines
}

// Legible is a text without what shows nothing and only says where a line may
// be broken, or how a sign looks where there is none. Marks of direction stay where
// some of the text runs from right to left, and what joins letters or parts them
// stays everywhere.
func Legible(text string) string { return strings.ReplaceAll(Breakable(text), breakHere, "") }

// Breakable is Legible with the places at which a line may be broken.
func Breakable(text string) string {
	if !strings.ContainsFunc(text, beyondASCII) {
		return text // as most are
	}
	turned, last := Turned(text), ' '
	return strings.Map(func(r rune) rune {
		switch r {
		case '\u00ad', '\u180e', '\u2060', '\u2061', '\u2062', '\u2063', '\u2064', '\ufeff':
			return -1
		case '\u200e', '\u200f', '\u061c':
			if !turned {
				return -1
			}
		case '\ufe0f':
			if unicode.IsSpace(last) || runeCells(last) == 0 {
				return -1
			}
		}
		last = r
		return r
	}, text)
}

// Turned reports whether some of a text runs from right to left.
func Turned(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool {
		if r < 0x590 || r == '\u200f' || r == '\u061c' { // none, and marks that are not seen
			return false
		}
		properties, _ := bidi.LookupRune(r)
		return properties.Class() == bidi.R || properties.Class() == bidi.AL
	})
}

// Unspaced reports whether no space stands between a text and the line that follows it.
func Unspaced(text, line string) bool {
	before, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(text, unicode.IsMark))
	after, _ := utf8.DecodeRuneInString(line)
	return isUnspaced(before) && isUnspaced(after)
}

// isUnspaced reports whether a character is of a script that parts no words: of
// Chinese or Japanese, with its punctuation. Pictures stand apart.
func isUnspaced(r rune) bool {
	return (runeCells(r) == 2 || unicode.Is(unicode.Katakana, r)) && !unicode.In(r, unicode.Hangul, unicode.So, unicode.Sk)
}
