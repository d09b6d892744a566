// Package plain is what is done with plain text, whoever wrote it: which
// characters may be shown, how wide they are and where a line may break, how a
// text is folded to be compared, which word was perhaps meant, and how a
// sentence is filled in. It knows no guide, and no file.
package plain

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// IsForbidden reports whether a character could command a terminal, or turn the
// direction of text so that it reads differently from what it says. A newline
// is the only control character that text needs.
func IsForbidden(r rune) bool {
	switch {
	case r == '\n':
		return false
	case r < 0x20, r >= 0x7f && r <= 0x9f:
		return true
	default:
		return r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
	}
}

// Printable puts a replacement, of one character or none, in the place of every
// character that could command a terminal or turn the direction of text, and
// of what is not UTF-8. Newlines stay.
func Printable(text, replacement string) string {
	instead := rune(-1)
	for _, r := range replacement {
		instead = r
	}
	return strings.Map(func(r rune) rune {
		return Either(IsForbidden(r), instead, r)
	}, strings.ToValidUTF8(text, replacement))
}

// HidesTag says where a text holds a tag: a letter that nobody sees, and programs
// read; -1 if it holds none. Those that make a flag of the black one are its own.
func HidesTag(text string) int {
	flag := false
	for i, r := range text {
		switch tag := r >= 0xe0000 && r <= 0xe007f; {
		case tag && !flag:
			return i
		case !tag:
			flag = r == '\U0001f3f4'
		}
	}
	return -1
}

// breaks are what ends a line or a column, each of which is a space in what is typed.
var breaks = strings.NewReplacer(
	"\r\n", " ", "\n", " ", "\r", " ", "\t", " ", "\v", " ", "\f", " ", "\u0085", " ", "\u2028", " ", "\u2029", " ",
)

// Unended is a text in which what ends a line or a column is a space.
func Unended(text string) string { return breaks.Replace(text) }

// Typed is one line of what somebody typed or pasted, without what is no text.
func Typed(text string) string {
	text = Printable(Unended(text), "")
	for at := HidesTag(text); at >= 0; at = HidesTag(text) {
		_, size := utf8.DecodeRuneInString(text[at:])
		text = text[:at] + text[at+size:]
	}
	return text
}

// Seen reports whether anything of a text would be seen, which joiners and marks alone are not.
func Seen(text string) bool { return strings.ContainsFunc(text, shows) }

// Inked is a text without characters that are never seen, but for joiners, which
// change how the letters beside them look.
func Inked(text string) string {
	return strings.Map(func(r rune) rune {
		joins := r == '\u200c' || r == '\u200d' || unicode.Is(unicode.Prepended_Concatenation_Mark, r)
		return Either(!joins && unicode.In(r, unicode.Cf, unicode.Other_Default_Ignorable_Code_Point), -1, r)
	}, text)
}

// blanks are drawn as nothing, and Unicode counts them among letters and symbols.
var blanks = []rune{
	'\u2800',                   // a pattern of dots that has none
	'\U0001D159',               // a note without a head
	'\U00013441', '\U00013442', // room between hieroglyphs
}

// shows reports whether a character is seen by itself, as all do that are not known yet.
func shows(r rune) bool {
	return !slices.Contains(blanks, r) && !unicode.In(r, unicode.White_Space, unicode.Cc, unicode.Cf, unicode.M,
		unicode.Other_Default_Ignorable_Code_Point, unicode.Noncharacter_Code_Point)
}

// plainSigns are those of a keyboard for those of a word processor.
var plainSigns = func() *strings.Replacer {
	pairs := []string{"''", `"`}
	for _, signs := range []struct{ from, to string }{{single, "'"}, {double, `"`}, {dashes, "-"}, {longDashes, " - "}} {
		for _, sign := range signs.from {
			pairs = append(pairs, string(sign), signs.to)
		}
	}
	return strings.NewReplacer(pairs...)
}()

// ReadsAs is a text reduced to what tells it from another for a reader: without
// what is not seen, with single spaces, and the dashes and quotation marks of a
// keyboard, in small letters, Latin ones where they look so, and without what ends the
// sentence.
func ReadsAs(text string) string {
	seen := strings.Map(func(r rune) rune {
		switch {
		case shows(r), unicode.IsSpace(r):
			return smallAsRead(r)
		case unicode.IsMark(r) && !unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector):
			return r // an accent
		default:
			return -1
		}
	}, norm.NFKC.String(text))
	seen = partings().ReplaceAllString(plainSigns.Replace(seen), " - ")
	return strings.TrimRight(strings.ToLower(strings.Join(strings.Fields(seen), " ")), ".!?…。！？ ")
}

// partings are dashes that part words, with a space at their sides, however
// many there are; a hyphen has none.
var partings = Late(`\s+-+\s*|\s*-+\s+|--+`)

// Apostrophes takes the apostrophes out of a text.
var Apostrophes = strings.NewReplacer("'", "", "’", "")

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
