package plain

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Composed is a text in which a letter and its accents are one character
// wherever Unicode has one, so that no surface can lose an accent.
func Composed(text string) string { return norm.NFC.String(text) }

// lineEnds are what ends a line in text that is pasted. A paragraph's end is one
// here, too.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\v", "\n", "\f", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n\n")

// Normal is a file's text as it is kept, shown and signed: composed, with a
// newline wherever a line ends, without what stands unseen at its start, and
// with nothing on a line on which nothing is seen.
func Normal(text string) string {
	text = strings.TrimLeft(text, unseenStart)
	if endsOddly(text) {
		text = lineEnds.Replace(text)
	}
	return withoutUnseen(Composed(text))
}

// unseenStart is what programs put before a file's first word.
const unseenStart = "\ufeff\u200b\u2060"

func endsOddly(text string) bool {
	return strings.ContainsAny(text, "\r\v\f") || strings.Contains(text, "\u0085") ||
		strings.Contains(text, "\u2028") || strings.Contains(text, "\u2029")
}

// NormalTOML is the text of a file of settings likewise. Only a text between three
// marks has lines; elsewhere what ends one becomes a space, but for the file's own.
func NormalTOML(text string) string {
	text = strings.TrimLeft(text, unseenStart)
	if endsOddly(text) {
		text = tomlPart().ReplaceAllStringFunc(text, func(part string) string {
			if strings.HasPrefix(part, `"""`) || strings.HasPrefix(part, "'''") {
				return lineEnds.Replace(part)
			}
			return lineSpaces.Replace(part)
		})
	}
	return Composed(text)
}

// tomlPart is a text between three marks, or what stands between such texts.
var tomlPart = Late(`(?s)""".*?(?:"""|$)|'''.*?(?:'''|$)|["']{1,2}|[^"']+`)

var lineSpaces = strings.NewReplacer("\r\n", "\n", "\v", " ", "\f", " ", "\u0085", " ", "\u2028", " ", "\u2029", " ")

// withoutUnseen empties lines that hold only spaces that are no spaces, and the
// like: they look empty in every editor, and divide paragraphs there.
func withoutUnseen(text string) string {
	if strings.IndexFunc(text, isOddSpace) < 0 {
		return text
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if strings.ContainsFunc(line, isOddSpace) && utf8.ValidString(line) && !strings.ContainsFunc(line, IsForbidden) && !Seen(line) {
			lines[i] = ""
		}
	}
	return strings.Join(lines, "\n")
}

// oddSpaces are spaces that Markdown does not take for one, and what takes no room at all.
var oddSpaces = map[rune]string{
	'\u00a0': "a no-break space", '\u00ad': "a soft hyphen", '\u1680': "an Ogham space", '\u180e': "a Mongolian separator",
	'\u2000': "an en quad", '\u2001': "an em quad", '\u2002': "an en space", '\u2003': "an em space",
	'\u2004': "a third of an em", '\u2005': "a quarter of an em", '\u2006': "a sixth of an em",
	'\u2007': "a figure space", '\u2008': "a punctuation space", '\u2009': "a thin space", '\u200a': "a hair space",
	'\u200b': "a zero-width space", '\u200c': "a zero-width sign", '\u200d': "a zero-width sign",
	'\u200e': "a mark of direction", '\u200f': "a mark of direction", '\u202f': "a narrow no-break space",
	'\u205f': "a mathematical space", '\u2060': "a word joiner", '\u2800': "an empty braille sign",
	'\u3000': "an ideographic space", '\u3164': "a Hangul filler", '\ufeff': "a zero-width no-break space",
}

// OddSpaces are those spaces, for an expression's brackets.
const OddSpaces = `\x{a0}\x{ad}\x{1680}\x{180e}\x{2000}-\x{200f}\x{202f}\x{205f}\x{2060}\x{2800}\x{3000}\x{3164}\x{feff}`

func isOddSpace(r rune) bool { return SpaceName(r) != "" }

// SpaceName says what a space is that is not the one of the space bar; empty of all else.
func SpaceName(r rune) string {
	if r < 0xa0 || r > 0xad && r < 0x1680 || r > 0x200f && r < 0x202f {
		return "" // nearly every character
	}
	return oddSpaces[r]
}
