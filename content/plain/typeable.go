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
// in order, from zero on.
func digit(r rune) rune {
	for _, run := range unicode.Nd.R16 {
		if rune(run.Lo) <= r && r <= rune(run.Hi) {
			return '0' + (r-rune(run.Lo))%10
		}
	}
	for _, run := range unicode.Nd.R32 {
		if rune(run.Lo) <= r && r <= rune(run.Hi) {
			return '0' + (r-rune(run.Lo))%10
		}
	}
	return r
}
