package plain

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The small letters of other scripts that look like a Latin one, or whose capitals do,
// and those.
const (
	alike      = "авеіһјкӏмнорԛѕтухԁԝсοαβεζηικμνρτυχօıɑɡ"
	alikeLatin = "abeihjklmhopqstyxdwcoabezhikmnptyxoiag"
)

// lookalike is the Latin letter that a small letter looks like, or the letter itself:
// who pastes words may have one among them and cannot see it.
func lookalike(r rune) rune {
	if r < 0x131 || r > 0x587 {
		return r
	}
	if at := slices.Index(alikeRunes, r); at >= 0 {
		return rune(alikeLatin[at])
	}
	return r
}

var alikeRunes = []rune(alike)

// AsRead is a text as ReadsAs has it, in which words whose letters stand apart are
// closed up.
func AsRead(text string) string { return closed(ReadsAs(text)) }

// apart are letters that stand one by one, as in a heading that is spaced out.
var apart = Late(`\b\pL(?: \pL){4,}\b`)

// hasApart reports whether there are such letters. Three of the five have a space on
// both sides, which hardly a text has.
func hasApart(text string) bool {
	alone := 0
	for word := range strings.SplitSeq(text, " ") {
		if utf8.RuneCountInString(word) != 1 {
			alone = 0
		} else if alone++; alone == 3 {
			return apart().MatchString(text)
		}
	}
	return false
}

// closed is a text without the spaces in words whose letters stand apart.
func closed(text string) string {
	return apart().ReplaceAllStringFunc(text, func(word string) string { return strings.ReplaceAll(word, " ", "") })
}

// smallAsRead is a letter in small, as a Latin one if it looks like one.
func smallAsRead(r rune) rune { return lookalike(unicode.ToLower(r)) }
