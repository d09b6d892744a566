package content

import "unicode"

// runeCells says how many cells of a terminal a character takes: none if it
// is written over the one before, two if it is wide, otherwise one.
func runeCells(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case r == 0x200b, r == 0x200c, r == 0x200d, r >= 0xfe00 && r <= 0xfe0f:
		return 0
	case unicode.In(r, unicode.Mn, unicode.Me):
		return 0
	case isWide(r):
		return 2
	default:
		return 1
	}
}

// isWide covers the blocks of East Asian scripts, full forms and pictographs.
func isWide(r rune) bool {
	switch {
	case r >= 0x1100 && r <= 0x115f, // Hangul letters
		r >= 0x2e80 && r <= 0x303e,   // CJK signs
		r >= 0x3041 && r <= 0xa4cf,   // kana, CJK, Yi
		r >= 0xa960 && r <= 0xa97c,   // Hangul letters
		r >= 0xac00 && r <= 0xd7a3,   // Hangul syllables
		r >= 0xf900 && r <= 0xfaff,   // CJK
		r >= 0xfe30 && r <= 0xfe6f,   // vertical and small forms
		r >= 0xff00 && r <= 0xff60,   // full forms
		r >= 0xffe0 && r <= 0xffe6,   // full forms
		r >= 0x1f300 && r <= 0x1f64f, // pictographs
		r >= 0x1f680 && r <= 0x1f6ff,
		r >= 0x1f900 && r <= 0x1f9ff,
		r >= 0x20000 && r <= 0x3fffd:
		return true
	default:
		return false
	}
}

// cells says how many cells of a terminal a line takes.
func cells(line string) int {
	width := 0
	for _, r := range line {
		width += runeCells(r)
	}
	return width
}
