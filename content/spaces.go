package content

import (
	"bytes"
	"fmt"
	"regexp"
	"unicode/utf8"

	"firstsession/content/plain"
	"firstsession/content/source"
)

// Markdown knows the space of the space bar alone. Beside a sign at a line's
// start any other makes words of the sign, and nobody can see why. In the forms
// the brackets hold such a space.
const (
	oddSpace  = `[` + plain.OddSpaces + `]`
	lineBegin = `^(?: |>|[-+*] |[0-9]{1,9}[.)] )*`
	sign      = `(?:#{1,6}|[-+*])`
)

var (
	oddForms = []*regexp.Regexp{
		regexp.MustCompile(lineBegin + sign + `(` + oddSpace + `)`),
		regexp.MustCompile(lineBegin + `(` + oddSpace + `)[ ` + plain.OddSpaces + `]*(?:#{1,6}|[-+*>]|[0-9]{1,9}[.)]|!?\[)(?:[ ` + plain.OddSpaces + `\[]|$)`),
		regexp.MustCompile(lineBegin + `(` + oddSpace + `)[ ` + plain.OddSpaces + `]*(?:!?\[|<!|#{2,6}|\{)`),
		regexp.MustCompile(lineBegin + `\[(?: |[xX])?(` + oddSpace + `)(?: |[xX])?\]`),
		regexp.MustCompile(lineBegin + `\[[ xX]\](` + oddSpace + `)`),
		regexp.MustCompile(`^#.*\} *(` + oddSpace + `)[ ` + plain.OddSpaces + `]*$`),
		regexp.MustCompile(`^#.*\{[^{}]*(` + oddSpace + `)[^{}]*\} *$`),
	}
	oddNumber = regexp.MustCompile(lineBegin + `[0-9]{1,9}[.)](` + oddSpace + `)`)
)

// checkSpaces names the spaces that keep a sign from being one. Behind a number
// one may be meant, as in a date, but not in two lines that follow each other.
func (l *loader) checkSpaces(src *source.File) bool {
	before, number := l.Count, -1
	for offset := 0; offset < len(src.Text); {
		end := src.LineEnd(offset)
		line := src.Text[offset:end]
		if bytes.ContainsFunc(line, isOdd) {
			if at := oddNumber.FindSubmatchIndex(line); at != nil {
				if number >= 0 {
					l.reportSpace(src, number)
				}
				number = offset + at[2]
			} else {
				number = -1
				l.checkSpace(src, offset, line)
			}
		} else {
			number = -1
		}
		offset = end + 1
	}
	return l.Count == before
}

func isOdd(r rune) bool { return plain.SpaceName(r) != "" }

func (l *loader) checkSpace(src *source.File, offset int, line []byte) {
	for _, form := range oddForms {
		if at := form.FindSubmatchIndex(line); at != nil {
			l.reportSpace(src, offset+at[2])
			return
		}
	}
}

func (l *loader) reportSpace(src *source.File, offset int) {
	r, _ := utf8.DecodeRune(src.Text[offset:])
	l.Report(src, offset, fmt.Sprintf("the space here is no plain one but %s, U+%04X", plain.SpaceName(r), r),
		"Delete it, and press the space bar where a space is needed. Copied text often brings such spaces along.")
}

// firstRune is the first character of a text that is not the space of the space
// bar.
func firstRune(text []byte) rune {
	r, _ := utf8.DecodeRune(bytes.TrimLeft(text, " "))
	return r
}
