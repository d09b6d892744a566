package plain

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// Typeable is a text with the digits of all scripts, and with the wide letters
// and signs of an input method, as any keyboard has them, rune for rune.
func Typeable(text string) string {
	return strings.Map(func(r rune) rune {
		if narrow := width.LookupRune(r).Narrow(); narrow != 0 && narrow < unicode.MaxASCII || r == '\u3000' {
			return max(narrow, ' ')
		}
		if r > unicode.MaxASCII && unicode.Is(unicode.Nd, r) {
			return digit(r)
		}
		return r
	}, text)
}

// digit is the digit that has the value of another script's. Scripts have theirs
// in order, from zero on, and none begins behind half of another's.
func digit(r rune) rune {
	zero := r
	for unicode.Is(unicode.Nd, zero-1) {
		zero--
	}
	return '0' + (r-zero)%10
}
