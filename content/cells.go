package content

import (
	"unicode"

	"golang.org/x/text/width"
)

// Cells says how many cells of a terminal, or columns of a printed line, a
// text takes.
func Cells(text string) int {
	cells := 0
	for _, r := range text {
		cells += RuneCells(r)
	}
	return cells
}

// RuneCells is none for what is written over the character before it, and two
// for wide characters. Those that are wide in some fonts only count as one.
func RuneCells(r rune) int {
	if r < 0x300 {
		return 1
	}
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	default:
		return 1
	}
}
