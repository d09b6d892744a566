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

// AsRead is a text as ReadsAs has it, in which letters that stand apart are closed up.
func AsRead(text string) string { return closed(ReadsAs(text)) }

// apart are letters that stand one by one, as in a heading that is spaced out, or in a
// word that is not to be found.
var apart = Late(`\b\pL(?:[ .*_-]\pL){3,}\b`)

// closed is a text without what stands between the letters of such words.
func closed(text string) string {
	return apart().ReplaceAllStringFunc(text, betweenLetters.Replace)
}

var betweenLetters = strings.NewReplacer(" ", "", ".", "", "*", "", "_", "", "-", "")

// smallAsRead is a letter in small, as a Latin one if it looks like one. Three Greek
// ones look like another letter than their capitals.
func smallAsRead(r rune) rune {
	if at := strings.IndexRune("υνη", r); at >= 0 {
		return rune("uvn"[at/2])
	}
	return lookalike(unicode.ToLower(r))
}
