package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// GarbledWhat says of a text what Garbled found in it.
const GarbledWhat = "some letters here look as if a program had read them in another encoding, such as Ã© for é; type the word anew"

// Garbled says where letters stand that were read in another encoding than they
// were written in, as a mail, a web page or a spreadsheet does it; -1 if none are.
func Garbled(text string) int {
	for i, r := range text {
		if strings.ContainsRune("=%+?", r) && garbledSigns().MatchString(text[max(0, i-1):]) && !inAddress(text, i) {
			return i
		}
	}
	return Misread(text)
}

// Misread is Garbled of what somebody types, who may write marks as they like.
func Misread(text string) int {
	for i, r := range text {
		if r >= utf8.RuneSelf && readTwice(text, i) {
			return i
		}
	}
	return -1
}

// garbledSigns are what a mail, an address and an old encoding make of letters, and
// the question mark that stands for a letter that one did not have.
var garbledSigns = Late(`^(?s:.)?(?:=(?:C[23]|E2)=[89AB][0-9A-F]|%(?:C[23]|E2)%[89AB][0-9A-F]|\+A[A-Za-z0-9+/]{2}-)|^\p{Ll}\?\p{Ll}|^\p{Ll}\? \p{Ll}`)

// inAddress reports whether a sign stands in the address of a site or of mail.
func inAddress(text string, at int) bool {
	start := strings.LastIndexFunc(text[:at], unicode.IsSpace) + 1
	word := text[start:at]
	return strings.ContainsAny(word, "/@:") || strings.Contains(word, "www.")
}

// readTwice reports whether the letters at a place are the bytes of one letter,
// each taken for a letter of its own.
func readTwice(text string, at int) bool {
	for _, old := range []*charmap.Charmap{charmap.Windows1252, charmap.Macintosh, charmap.CodePage850} {
		var meant []byte
		rest := text[at:]
		for r := range strings.SplitSeq(rest[:min(len(rest), 4*utf8.UTFMax)], "") {
			letter, _ := utf8.DecodeRuneInString(r)
			c, ok := old.EncodeRune(letter)
			if letter == '\u00a0' && old != charmap.Windows1252 || !ok || c < utf8.RuneSelf || len(meant) == utf8.UTFMax {
				break
			}
			meant = append(meant, c)
		}
		r, size := utf8.DecodeRune(meant)
		if r == utf8.RuneError || size < 2 {
			continue
		}
		written := []rune(rest[:min(len(rest), 8*utf8.UTFMax)])
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after := append(written, ' ')[size]
		if isMisread(r, written[:size], before, after, old == charmap.Windows1252) {
			return true
		}
	}
	// The last of a quotation mark, which has no place in that encoding, and a
	// no-break space, of which a program made one of the space bar.
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	return strings.HasPrefix(text[at:], "â€") || strings.HasPrefix(text[at:], "ï»¿") || strings.HasPrefix(text[at:], "Ã ") && unicode.IsLower(before) ||
		strings.HasPrefix(text[at:], "Â ") && (unicode.IsLower(before) || unicode.IsDigit(before) || strings.ContainsRune(".,;:!?", before))
}

// isMisread reports whether letters stand for one, and do not stand beside each
// other by chance, as a capital and a quotation mark do.
func isMisread(r rune, written []rune, before, after rune, western bool) bool {
	around := unicode.IsLower(before) || unicode.IsLower(after)
	quoted := strings.ContainsRune("«»”’…", written[1])
	switch {
	case len(written) > 2 && quoted:
		return (isUsual(r) || r >= 0x1e00 && r < 0x1f00) && unicode.IsLower(before) && unicode.IsLower(after)
	case len(written) > 2:
		return isUsual(r) || r >= 0x900 && r < 0x1f00 || r >= 0x3000 && r < 0xe000
	case !isUsual(r), !western && !around, quoted && !unicode.IsLower(after):
		return false
	}
	return written[0] == 'Ã' || written[0] == 'Â' || !unicode.IsUpper(before)
}

// isUsual reports whether a letter is one that people write, so that two letters
// which stand beside each other by chance are not taken for it.
func isUsual(r rune) bool {
	return r >= 0xa0 && r < 0x180 || r >= 0x2010 && r < 0x2050 || r == '€' || r == '™' || r == '−' ||
		r >= 0x391 && r <= 0x3c9 || r >= 0x410 && r < 0x460 || r >= 0x25a0 && r < 0x2800 || r >= 0x1f300 && r < 0x1fa00 || r == '\ufeff'
}
