package content

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// isForbidden says whether a character could command a terminal, or turn the
// direction of text so that it reads differently from what it says. A newline
// is the only control character that text needs.
func isForbidden(r rune) bool {
	switch {
	case r == '\n':
		return false
	case r < 0x20, r >= 0x7f && r <= 0x9f:
		return true
	default:
		return r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
	}
}

// Printable puts a replacement, which may be empty, in the place of every
// character that could command a terminal or turn the direction of text, and
// of what is not UTF-8. Newlines stay.
func Printable(text, replacement string) string {
	text = strings.ToValidUTF8(text, replacement)
	if !strings.ContainsFunc(text, isForbidden) {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		if isForbidden(r) {
			b.WriteString(replacement)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Seen reports whether anything of a text would be seen. Joiners, marks and the
// like have their place within words, but make none.
func Seen(text string) bool { return strings.ContainsFunc(text, shows) }

// blanks are the characters that Unicode counts among letters and symbols, and
// that are drawn as nothing.
var blanks = []rune{
	'\u2800',                   // a pattern of dots that has none
	'\U0001D159',               // a note without a head
	'\U00013441', '\U00013442', // room between hieroglyphs
}

// shows reports whether a character is seen by itself. What is not known counts
// as seen, since scripts are added.
func shows(r rune) bool {
	return !slices.Contains(blanks, r) && !unicode.In(r, unicode.White_Space, unicode.Cc, unicode.Cf, unicode.M,
		unicode.Other_Default_Ignorable_Code_Point, unicode.Noncharacter_Code_Point)
}

// readsAs is a text reduced to what tells it from another for a reader: without
// what is not seen, with single spaces and straight quotation marks, in small
// letters and without the full stop.
func readsAs(text string) string {
	seen := strings.Map(func(r rune) rune {
		switch {
		case r == '‘', r == '’':
			return '\''
		case shows(r), unicode.IsSpace(r):
			return r
		case unicode.IsMark(r) && !unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector):
			return r // an accent
		default:
			return -1
		}
	}, norm.NFKC.String(text))
	return strings.TrimRight(strings.ToLower(oneLine(seen)), ". ")
}

// maxCharacterProblems of one file are shown. A file with more of them is not
// text at all.
const maxCharacterProblems = 10

// checkCharacters refuses what is not plain text, written as itself or, in a
// file that is Markdown, as a character reference.
func (c *collector) checkCharacters(src *source, markdown bool) bool {
	before := c.count
	for offset := 0; offset < len(src.text) && c.count-before < maxCharacterProblems; {
		r, size := utf8.DecodeRune(src.text[offset:])
		switch {
		case r == utf8.RuneError && size == 1:
			c.report(src, offset, "this is not text in UTF-8",
				"Save the file as plain text, with the encoding UTF-8.")
		case r == '\t':
			c.report(src, offset, "there is a tab here", "Use spaces in its place.")
		case isForbidden(r):
			c.report(src, offset, fmt.Sprintf("there is an invisible control character here, U+%04X", r),
				"Delete it and type the words anew. It may have come along with copied text.")
		case r == '&' && markdown:
			if hidden, ok := forbiddenReference(src.text[offset:]); ok {
				c.report(src, offset, fmt.Sprintf("this stands for the control character U+%04X", hidden),
					"Delete it. If the reader should see it as it is written, say it in words.")
			}
		}
		offset += size
	}
	return c.count == before
}

// maxReference bounds how far a character reference is looked at. Leading
// noughts make it as long as anyone likes; so many are refused as they stand.
const maxReference = 64

// references are the ways in which a number could be read as a character.
// Programs differ: some do without the semicolon, some take a leading nought for
// octal.
var references = []struct {
	prefix []byte
	digits string
	base   int
}{
	{[]byte("&#x"), "0123456789abcdefABCDEF", 16},
	{[]byte("&#X"), "0123456789abcdefABCDEF", 16},
	{[]byte("&#"), "0123456789", 10},
	{[]byte("&#0"), "01234567", 8},
}

// forbiddenReference says which forbidden character a text that starts with
// "&" could be read as. Escaped ones are refused as well, since no words need
// them.
func forbiddenReference(text []byte) (rune, bool) {
	text = text[:min(len(text), maxReference)]
	switch {
	case bytes.HasPrefix(text, []byte("&Tab;")):
		return '\t', true
	case bytes.HasPrefix(text, []byte("&NewLine;")):
		return '\n', true
	}
	for _, reference := range references {
		rest, found := bytes.CutPrefix(text, reference.prefix)
		if !found {
			continue
		}
		number := rest[:len(rest)-len(bytes.TrimLeft(rest, reference.digits))]
		value, err := strconv.ParseInt(string(number), reference.base, 32)
		if r := rune(value); err == nil && (r == '\n' || isForbidden(r)) {
			return r, true
		}
	}
	return 0, false
}
