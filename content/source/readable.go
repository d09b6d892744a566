package source

import (
	"bytes"
	"fmt"
	"strconv"
	"unicode/utf8"

	"firstsession/content/plain"
)

// LostMend is what to do about a letter that a program could not read.
const LostMend = "Type the word anew. It was lost when a file was saved in another encoding; the encoding is UTF-8."

// maxCharacterProblems of one file are shown. A file with more of them is not
// text at all.
const maxCharacterProblems = 10

// CheckCharacters refuses what is not plain text, written as itself or, in a
// file that is Markdown, as a character reference. Of a file that is something
// else it says once what it is.
func (c *Log) CheckCharacters(src *File, markdown bool) bool {
	if c.IsForeign(src.Name, src.Text) {
		return false
	}
	before, utf8Only := c.Count, true
	if at := plain.HidesTag(string(src.Text)); at >= 0 {
		c.Report(src, at, "there is an invisible letter here, of a kind that hides words from people", "Delete it and type the words anew. It may have come along with copied text.")
	}
	for offset := 0; offset < len(src.Text) && c.Count-before < maxCharacterProblems; {
		r, size := utf8.DecodeRune(src.Text[offset:])
		switch {
		case r == utf8.RuneError && size == 1:
			if utf8Only {
				c.Report(src, offset, "this is not text in UTF-8", "Save the file as plain text, with the encoding UTF-8.")
			}
			utf8Only = false
		case r == utf8.RuneError:
			c.Report(src, offset, "a letter was lost here, and its place is held by U+FFFD", LostMend)
		case r == '\t':
			c.Report(src, offset, "there is a tab here", "Use spaces in its place.")
		case plain.IsForbidden(r):
			c.Report(src, offset, fmt.Sprintf("there is an invisible control character here, U+%04X", r),
				"Delete it and type the words anew. It may have come along with copied text.")
		case r == '&' && markdown:
			hidden, ok := forbiddenReference(src.Text[offset:])
			switch {
			case ok && hidden == utf8.RuneError:
				c.Report(src, offset, "this stands for no letter, and would be shown as U+FFFD", LostMend)
			case ok:
				c.Report(src, offset, fmt.Sprintf("this stands for the control character U+%04X", hidden),
					"Delete it. If the reader should see it as it is written, say it in words.")
			}
		}
		offset += size
	}
	return c.Count == before
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
		switch r := rune(value); {
		case err == nil && (r == '\n' || plain.IsForbidden(r)):
			return r, true
		case len(number) > 0 && reference.base != 8 && (err != nil || r == 0 || !utf8.ValidRune(r) || r == utf8.RuneError):
			return utf8.RuneError, true
		}
	}
	return 0, false
}
