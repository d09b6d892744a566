package plain

import (
	_ "embed" // the forms
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// What is meant for a clinician stands in a comment, which no reader is shown.
// One that a word processor, a paste or a typing error has changed is no comment
// any more, and would be printed. The forms below are looked for in what a reader
// would read: there < stands for every angle bracket and « for every quotation
// mark like one, ( and [ for all other brackets, - for every dash; letters are
// small.
//
//go:embed note.txt
var noteTexts string

// commentForms are those of a comment, whatever it says; noteForms have the word.
var commentForms, noteForms = LateForms(noteTexts, "# With the word:", `(?s)`)

// NoteIn says where a text holds what a note or another comment has become, or -1.
func NoteIn(text string) int {
	if !mayHideNote(text) {
		return -1
	}
	folded, origin := noteFold(text)
	var place []int
	if strings.Contains(folded, "-") {
		place = commentForms().FindStringIndex(folded)
	}
	if place == nil && (strings.Contains(folded, "clinician") || strings.Contains(folded, "search")) {
		place = noteForms().FindStringIndex(folded)
	}
	if place == nil {
		return -1
	}
	return origin[place[0]]
}

// mayHideNote passes over what holds neither an angle bracket nor the word with a
// sign, which is nearly every text.
func mayHideNote(text string) bool {
	word := false
	for i, r := range text {
		switch {
		case r < utf8.RuneSelf:
			if r == '<' || r == '&' || r == '!' && startsDashed(text[i+1:]) {
				return true
			}
			word = word || (r == 'l' || r == 'L') && hasFold(text[i:], "linic") || (r == 's' || r == 'S') && hasFold(text[i:], "search")
		case r >= '‐' && r <= '…', r >= '─' && r <= '▟', r > 0xbf && r < 0x2000 && unicode.IsLetter(r) && smallAsRead(r) == unicode.ToLower(r):
		default:
			return true
		}
	}
	return word && strings.ContainsAny(text, "([{!#%/=~|@$^;-–—")
}

func startsDashed(text string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, " "))
	return r == '-' || unicode.Is(unicode.Pd, r)
}

func hasFold(text, start string) bool {
	return len(text) >= len(start) && strings.EqualFold(text[:len(start)], start)
}

const (
	angles     = "<‹˂ᐸ‹〈⟨《⟪≪≤❮❬❰⧼⦑⋖⪡〈"
	closers    = ">›˃ᐳ〉⟩》⟫≫≥❯❭❱⧽⦒⋗⪢〉"
	exclaims   = "!¡ǃ‼❗❕︕"
	noteDashes = "-−⁃─━﹘➖ー"
	dropped    = "\\`"
)

// noteFold makes a text ready for the forms, each byte with the place that it came from.
func noteFold(text string) (folded string, origin []int) {
	var b strings.Builder
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf && (c|0x20 >= 'a' && c|0x20 <= 'z' || c == ' ') {
			b.WriteByte(c | 0x20)
			origin = append(origin, i)
			i++
			continue
		}
		whole := reference().FindString(text[i:min(len(text), i+32)])
		meant := html.UnescapeString(whole)
		if whole == "" || meant == whole {
			_, size := utf8.DecodeRuneInString(text[i:])
			whole = text[i : i+size]
			meant = whole
		}
		for _, r := range norm.NFKD.String(meant) {
			b.WriteString(noteRune(r))
		}
		for len(origin) < b.Len() {
			origin = append(origin, i)
		}
		i += len(whole)
	}
	return b.String(), append(origin, len(text))
}

var reference = Late(`^&#?[0-9A-Za-z]+;?`)

func noteRune(r rune) string {
	switch {
	case r == '«', r == '»':
		return string(r)
	case strings.ContainsRune(angles, r):
		return "<"
	case strings.ContainsRune(closers, r):
		return ">"
	case strings.ContainsRune(exclaims, r):
		return "!"
	case unicode.Is(unicode.Pd, r), strings.ContainsRune(noteDashes, r):
		return "-"
	case strings.ContainsRune(dropped, r), unicode.In(r, unicode.M, unicode.Cf, unicode.Other_Default_Ignorable_Code_Point):
		return ""
	case r == '(':
		return "("
	case unicode.Is(unicode.Ps, r):
		return "["
	case unicode.Is(unicode.Pe, r) && r != ')':
		return "]"
	case r == '\n', r == '\f':
		return string(r)
	case unicode.IsSpace(r):
		return " "
	}
	return string(smallAsRead(r))
}
