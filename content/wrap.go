package content

import (
	"strings"
	"unicode"
)

// Wrap breaks text into lines of at most limit columns. It breaks at spaces
// that are not within a number, and beside wide characters, which are written
// without spaces, and only cuts a word that has no room on a line of its own.
func Wrap(text string, limit int) []string {
	var lines []string
	line, used := "", 0
	for _, w := range pieces(text, limit) {
		gap := ""
		if w.spaced && used > 0 {
			gap = " "
		}
		if used > 0 && used+len(gap)+w.width > limit {
			lines = append(lines, Unbind(line))
			line, used, gap = "", 0, ""
		}
		line += gap + w.text
		used += len(gap) + w.width
	}
	if line != "" {
		lines = append(lines, Unbind(line))
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
	for _, word := range strings.Fields(Bind(text)) {
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
		w := RuneCells(r)
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
	wide := RuneCells(before) > 1 || RuneCells(after) > 1
	return wide && !unicode.IsPunct(after) && !unicode.In(before, unicode.Ps, unicode.Pi)
}
