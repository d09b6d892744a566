package handout

import (
	"strings"
	"unicode"

	eastasian "golang.org/x/text/width"
)

// lineWidth is how many columns a line of text has at most: one that fits
// on a sheet of paper and in an e-mail.
const lineWidth = 72

// width is how many columns a line takes.
func width(text string) int {
	sum := 0
	for _, r := range text {
		sum += runeWidth(r)
	}
	return sum
}

// runeWidth is none for what is written over the character before it, and two
// for wide characters. Those that are wide in some fonts only count as one.
func runeWidth(r rune) int {
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	switch eastasian.LookupRune(r).Kind() {
	case eastasian.EastAsianWide, eastasian.EastAsianFullwidth:
		return 2
	default:
		return 1
	}
}

// wrap breaks text into lines of at most limit columns. It breaks at spaces
// and beside wide characters, which are written without spaces, and only cuts
// a word that has no room on a line of its own.
func wrap(text string, limit int) []string {
	var lines []string
	line, used := "", 0
	for _, w := range pieces(text, limit) {
		gap := ""
		if w.spaced && used > 0 {
			gap = " "
		}
		if used > 0 && used+len(gap)+w.width > limit {
			lines = append(lines, line)
			line, used, gap = "", 0, ""
		}
		line += gap + w.text
		used += len(gap) + w.width
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// piece is what a line is never broken within.
type piece struct {
	text   string
	width  int
	spaced bool // a space stands before it
}

func pieces(text string, limit int) []piece {
	var found []piece
	for _, word := range strings.Fields(text) {
		found = append(found, split(word, limit)...)
	}
	return found
}

// split cuts a word beside its wide characters, and where it has no room.
// A mark without width of its own stays with the character it belongs to.
func split(word string, limit int) []piece {
	found := []piece{{spaced: true}}
	var before rune
	for _, r := range word {
		last := &found[len(found)-1]
		w := runeWidth(r)
		full := last.width+w > limit
		if w > 0 && last.text != "" && (full || mayBreak(before, r)) {
			found = append(found, piece{})
			last = &found[len(found)-1]
		}
		last.text += string(r)
		last.width += w
		before = r
	}
	return found
}

// mayBreak says whether a line may end between two characters of a word: if
// one is wide, and no punctuation is torn from what it follows.
func mayBreak(before, after rune) bool {
	wide := runeWidth(before) > 1 || runeWidth(after) > 1
	return wide && !unicode.IsPunct(after) && !unicode.In(before, unicode.Ps, unicode.Pi)
}

// printable drops what a text must not hold, whoever wrote it: control
// characters but the end of a line, and those that turn the direction of
// reading. A terminal would obey some of them.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return ' '
		case r != '\n' && unicode.IsControl(r), r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
			return -1
		default:
			return r
		}
	}, text)
}
