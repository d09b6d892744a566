package plain

import (
	_ "embed" // the forms
	"slices"
	"strings"
	"unicode/utf8"
)

// Words to the clinician that are in no comment at all may be meant for readers;
// most often they are not. They are looked for in what a reader would read, folded
// as for NoteIn, where a line begins, a bracket or a quotation opens, or a
// sentence ended.
//
//go:embed likenote.txt
var likeNoteForms string

// likeNote are the forms of a note, for where one may begin: tried at every letter
// they would take most of the time in which a guide is read. Behind them, goesOn has
// the words that make a sentence of a label, which is then no note.
var likeNote, goesOn = LateForms(likeNoteForms, "# Behind a label's colon", `(?s)\A\s*`)

// told are those of a sentence by which somebody is told what to do with a client;
// one that begins with the words in tells only speaks of one.
var told, tells = LateForms(toldForms, "# Words with which a sentence tells", `(?s)\A[^\pL]*`)

//go:embed likenote_told.txt
var toldForms string

// clients are in every word for a client that told has.
var clients = []string{"client", "klient", "patient", "pacient"}

// namedNote are those of a note that begins with any words.
var namedNote = late(func() string { return forms(namedNoteForms) })

//go:embed likenote_named.txt
var namedNoteForms string

// findNote says where in a folded text the first note stands; nil if none does.
func findNote(folded string) []int {
	ofClient := slices.ContainsFunc(clients, func(word string) bool { return strings.Contains(folded, word) })
	begun := false // more stands on the line than what may open one
	for at, r := range folded {
		before := begun
		begun = !strings.ContainsRune("\n\f", r) && (begun || !strings.ContainsRune(" *_", r))
		opened := at == 0 || strings.ContainsRune("\n\f([«“\"<{|", r) || strings.ContainsRune(".!?:", r) && startsIn(folded[at+1:], " \t\n\f\r")
		if !opened || !startsWord(strings.TrimLeft(folded[at:], signsBefore)) {
			continue
		}
		if r == '(' && before {
			at++ // it opens no line
		}
		if mayBeNote(folded[at:]) {
			if found := likeNote().FindStringIndex(folded[at:]); found != nil && !goesOn().MatchString(folded[at+found[1]:]) {
				return []int{at, at + found[1]}
			}
		}
		if !ofClient {
			continue
		}
		if found := told().FindStringIndex(folded[at:]); found != nil && !tells().MatchString(folded[at:]) {
			return []int{at, at + found[1]}
		}
	}
	return namedNote().FindStringIndex(folded)
}

// aloneNote is a line that only names the one it is for, or begins with that in
// brackets; shoutedNote is one that begins with a label in capitals, whatever follows.
var (
	aloneNote   = Late(`(?:^|[\n\f])[\s*_\[({-]*(?:for the )?(?:clinician|clinic[oa])s?(?:[\s*_\])}.-]*(?:$|[\n\f])|\])`)
	shoutedNote = Late(`(?:^|[\n\f])[\s*_\[(]*(?:[A-Z’']{3,} ){1,3}ONLY\b`)
)

// LikeNote says where a text reads like a note for the clinician without any sign
// of a comment; -1 if it does not. A name, or a heading, may be a single word.
func LikeNote(text string, isName bool) int {
	folded, origin := noteFold(text)
	found := findNote(folded)
	if found == nil && !isName && strings.Contains(folded, "clinic") {
		found = aloneNote().FindStringIndex(folded)
	}
	if shouted := shoutedNote().FindStringIndex(text); found == nil && shouted != nil {
		if label, _ := noteFold(text[shouted[0]:shouted[1]]); findNote(label) != nil {
			return shouted[1] - len("ONLY")
		}
	}
	if spaced := apart().FindStringIndex(folded); found == nil && spaced != nil && findNote(closed(folded)) != nil {
		found = spaced
	}
	if found == nil {
		return -1
	}
	at := found[0]
	for at < found[1]-1 && strings.ContainsRune(" \n\f.:!?", rune(folded[at])) {
		at++
	}
	return origin[at]
}

// Before a note's first letter no others stand than these, which opens has.
const signsBefore = "\n\f([«“\"<{|.!?: \t\r*_#>@;%/~=+^$&•·†‡§¶-"

// likeNoteStarts are the letters with which one of likeNote can begin behind such signs:
// startLength of them, or fewer before what may be many. A test makes them of the forms.
//
//go:embed likenote_starts.txt
var likeNoteStarts string

const (
	startLength = 4
	signsTried  = "(@" // are of the forms themselves, which may go on with any word
)

var startSpaces = strings.NewReplacer(" ", "_", "\n", "_", "\f", "_", "\t", "_", "\r", "_")

// mayBeNote reports whether one of likeNote can match at the beginning of a folded text.
func mayBeNote(text string) bool {
	word := strings.TrimLeft(text, signsBefore)
	if word == "" || strings.ContainsAny(text[:len(text)-len(word)], signsTried) {
		return true
	}
	start := startSpaces.Replace(word[:min(startLength, len(word))])
	for length := range len(start) {
		if strings.Contains(likeNoteStarts, "\n"+start[:length+1]+"\n") {
			return true
		}
	}
	return false
}

// startsWord reports whether a folded text begins with a letter.
func startsWord(text string) bool {
	return text != "" && (text[0] >= utf8.RuneSelf || text[0] >= 'a' && text[0] <= 'z')
}

// startsIn reports whether a text begins with one of some ASCII characters.
func startsIn(text, chars string) bool { return text != "" && strings.IndexByte(chars, text[0]) >= 0 }
