package content

import "strings"

// The stand-ins for a hyphen and a space within a number. Unicode keeps them
// for a program's own use, so that no text has them.
const (
	boundHyphen = "\uFDD0"
	boundSpace  = "\uFDD1"
)

// Bind puts stand-ins, at which no line is broken, in the place of the hyphens
// and spaces within telephone numbers, dates and references. Unbind takes them
// out of the lines again, so that what is copied is what was written.
func Bind(text string) string {
	var b strings.Builder
	from := 0
	for at := 1; at < len(text)-1; at++ {
		stands := ""
		switch {
		case text[at] == '-' && isNumbered(text[at-1], text[at+1]):
			stands = boundHyphen
		case text[at] == ' ' && endsNumber(text[:at]) && startsNumber(text[at+1:]):
			stands = boundSpace
		default:
			continue
		}
		b.WriteString(text[from:at])
		b.WriteString(stands)
		from = at + 1
	}
	if from == 0 {
		return text
	}
	return b.String() + text[from:]
}

var unbound = strings.NewReplacer(boundHyphen, "-", boundSpace, " ")

// Unbind puts the hyphens and spaces back that Bind stood in for.
func Unbind(text string) string { return unbound.Replace(text) }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isWordly(c byte) bool { return isDigit(c) || c|0x20 >= 'a' && c|0x20 <= 'z' }

// isNumbered reports whether a hyphen joins a number to a word or to another.
func isNumbered(before, after byte) bool {
	return isWordly(before) && isWordly(after) && (isDigit(before) || isDigit(after))
}

// endsNumber reports whether a text ends in a number, or in one in brackets.
func endsNumber(text string) bool {
	inner, closed := strings.CutSuffix(text, ")")
	if open := strings.LastIndexByte(inner, '('); closed && (open < 0 || strings.Trim(inner[open+1:], "0123456789+") != "") {
		return false
	}
	return inner != "" && isDigit(inner[len(inner)-1])
}

func startsNumber(text string) bool {
	text = strings.TrimPrefix(text, "(")
	return text != "" && isDigit(text[0])
}
