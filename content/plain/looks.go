package plain

import (
	"slices"
	"strings"
	"unicode"
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
func AsRead(text string) string {
	closed, _ := closeUp(ReadsAs(text), nil)
	return closed
}

// apart are letters that stand one by one, as in a heading that is spaced out.
var apart = Late(`(?:^|[^\pL\pN])(\pL(?: \pL){4,})(?:$|[^\pL\pN])`)

// closeUp takes the spaces out of words whose letters stand apart. Origin has a place
// of each byte, or is nil.
func closeUp(text string, origin []int) (string, []int) {
	if !apart().MatchString(text) {
		return text, origin
	}
	var closed strings.Builder
	var places []int
	last := 0
	take := func(end int) {
		closed.WriteString(text[last:end])
		if origin != nil {
			places = append(places, origin[last:end]...)
		}
		last = end
	}
	for _, found := range apart().FindAllStringSubmatchIndex(text, -1) {
		for at := found[2]; at < found[3]; at++ {
			if text[at] == ' ' {
				take(at)
				last = at + 1
			}
		}
	}
	take(len(text))
	if origin != nil {
		places = append(places, origin[len(text):]...)
	}
	return closed.String(), places
}

// smallAsRead is a letter in small, as a Latin one if it looks like one.
func smallAsRead(r rune) rune { return lookalike(unicode.ToLower(r)) }
