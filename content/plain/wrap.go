package plain

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
	"github.com/clipperhouse/uax29/v2/graphemes"
)

// Wrap breaks text into lines of at most limit columns. It breaks at spaces
// that are not within a number, and beside wide characters, which are written
// without spaces, and only cuts a word that has no room on a line of its own.
func Wrap(text string, limit int) []string {
	var lines []string
	var line []byte
	used := 0
	for _, w := range pieces(text, limit) {
		gap := Either(w.spaced && len(line) > 0, " ", "")
		if len(line) > 0 && used+len(gap)+w.width > limit {
			lines = append(lines, Unbind(string(line)))
			line, used, gap = line[:0], 0, ""
		}
		line = append(append(line, gap...), w.text...)
		used += len(gap) + w.width
	}
	if len(line) > 0 {
		lines = append(lines, Unbind(string(line)))
	}
	return lines
}

// Hang is a text in lines of a width, behind first, and the others set in as far.
func Hang(first, text string, columns int) string {
	var b strings.Builder
	for part := range strings.SplitSeq(text, "\n") {
		for _, line := range Wrap(part, columns-Cells(first)) {
			b.WriteString(strings.TrimRight(first+line, " ") + "\n")
			first = strings.Repeat(" ", Cells(first))
		}
	}
	return b.String()
}

// beyondASCII reports whether a character may take another room than one cell.
func beyondASCII(r rune) bool { return r >= utf8.RuneSelf }

// piece is what a line is never broken within.
type piece struct {
	text   string
	width  int
	spaced bool // a space stands before it
}

// pieces cuts words at their zero-width spaces, beside their wide characters,
// and where they have no room, never within what a reader takes for one character.
func pieces(text string, limit int) []piece {
	var found []piece
	for _, word := range Fields(Bind(Breakable(text))) {
		if len(word) <= limit && !strings.ContainsFunc(word, beyondASCII) {
			found = append(found, piece{word, len(word), true}) // as nearly all are
			continue
		}
		gap := true
		parts := strings.Split(word, breakHere)
		for _, part := range slices.Concat(Each(parts, func(part string) []string { return Behind(part, limit, `/\`, "-"+boundHyphen) })...) {
			found = append(found, piece{spaced: gap})
			gap = false
			for clusters := graphemes.FromString(part); clusters.Next(); {
				for _, next := range Fitting(clusters.Value(), limit) {
					last, w := &found[len(found)-1], Cells(next)
					if w > 0 && last.text != "" && (last.width+w > limit || MayBreak(last.text, next)) {
						found = append(found, piece{})
						last = &found[len(found)-1]
					}
					last.text += next
					last.width += w
				}
			}
		}
	}
	return found
}

// Behind are the pieces of a text that is too wide, cut behind any of some characters,
// and those that are still too wide behind any of the next.
func Behind(text string, width int, behind ...string) []string {
	if len(behind) == 0 || len(text) <= width || Cells(text) <= width {
		return []string{text}
	}
	var all []string
	for text != "" {
		at := len(text)
		if i := strings.IndexAny(text[1:], behind[0]) + 1; i > 0 { // what begins with one says so
			_, size := utf8.DecodeRuneInString(text[i:])
			at = i + size
		}
		all = append(all, Behind(text[:at], width, behind[1:]...)...)
		text = text[at:]
	}
	return all
}

// MayBreak reports whether a line may end between two characters of a word: if
// one is wide, and neither punctuation is torn from what it follows nor a space
// that is to hold them together.
func MayBreak(left, right string) bool {
	before, _ := utf8.DecodeLastRuneInString(left)
	after, _ := utf8.DecodeRuneInString(right)
	wide := runeCells(before) > 1 || runeCells(after) > 1
	opens := unicode.In(after, unicode.Ps, unicode.Pi)
	return wide && (opens || !unicode.IsPunct(after)) && !unicode.In(before, unicode.Ps, unicode.Pi) && !holds(before) && !holds(after)
}

// The stand-ins for a hyphen and a space within a number. Unicode keeps them
// for a program's own use, so that no text has them.
const (
	boundHyphen = "\uFDD0"
	boundSpace  = "\uFDD1"
)

// Bind puts stand-ins, at which no line is broken, in the place of the hyphens
// and spaces within telephone numbers, dates, references and paths, and before a key
// of one letter that a sentence ends with. Unbind takes them out of the lines again,
// so that what is copied is what was written.
func Bind(text string) string {
	if !strings.ContainsAny(text, "0123456789/:") {
		return text
	}
	var b strings.Builder
	for at, c := range []byte(text) {
		inside := at > 0 && at < len(text)-1
		switch {
		case inside && c == '-' && (isNumbered(text[at-1], text[at+1]) || isOfFile(text[:at], text[at:])):
			b.WriteString(boundHyphen)
		case inside && c == ' ' && (endsNumber(text[:at]) && startsNumber(text[at+1:]) || isOfPath(text[:at], text[at+1:]) || isKey(text[at-1], text[at+1:])):
			b.WriteString(boundSpace)
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

var unbound = strings.NewReplacer(boundHyphen, "-", boundSpace, " ")

// Unbind puts the hyphens and spaces back that Bind stood in for.
func Unbind(text string) string {
	if !strings.ContainsFunc(text, beyondASCII) {
		return text // as nearly all are
	}
	return unbound.Replace(text)
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isWordly(c byte) bool { return isDigit(c) || c|0x20 >= 'a' && c|0x20 <= 'z' }

// isKey reports whether a sentence ends with the letter to press, as in “To leave it: l.”
func isKey(before byte, rest string) bool {
	return before == ':' && isWordly(rest[0]) && (len(rest) == 1 || strings.IndexByte(".,;", rest[1]) >= 0)
}

// isNumbered reports whether a hyphen joins a number to a word or to another.
func isNumbered(before, after byte) bool {
	return isWordly(before) && isWordly(after) && (isDigit(before) || isDigit(after))
}

// isOfFile reports whether a word goes on as the name of a file that somebody reads.
func isOfFile(before, rest string) bool {
	word, _, _ := strings.Cut(rest, " ")
	_, kind, _ := strings.Cut(word, ".")
	kind = strings.TrimRight(kind, ".,;:)”")
	return !strings.HasSuffix(before, " ") && (kind == "html" || kind == "txt" || kind == "json")
}

// isOfPath reports whether a path goes on behind a space in the name of a folder.
func isOfPath(before, after string) bool {
	word, _, _ := strings.Cut(after, " ")
	folder, absolute := strings.CutPrefix(before[strings.LastIndexByte(before, ' ')+1:], "/")
	return absolute && folder != "" && strings.IndexByte(word, '/') > 0
}

// endsNumber reports whether a text ends in a number, or in one in brackets.
func endsNumber(text string) bool {
	inner, closed := strings.CutSuffix(text, ")")
	if closed && !strings.HasSuffix(strings.TrimRight(inner, "0123456789+"), "(") {
		return false
	}
	return inner != "" && isDigit(inner[len(inner)-1])
}

func startsNumber(text string) bool {
	text = strings.TrimPrefix(text, "(")
	return text != "" && isDigit(text[0])
}

// Cells says how many cells of a terminal, or columns of a printed line, a text
// takes, by the count that gives it more: of each character by itself, or of what
// a reader takes for one.
func Cells(text string) int {
	if !strings.ContainsFunc(text, beyondASCII) {
		return len(text) // as for nearly all
	}
	cells := 0
	for clusters := graphemes.FromString(text); clusters.Next(); {
		each := 0
		for _, r := range clusters.Value() {
			each += runeCells(r)
		}
		cells += max(each, displaywidth.String(clusters.Value()))
	}
	return cells
}

// runeCells is none for what is written over the character before it, and two
// for wide characters. Those that are wide in some fonts only count as one, and so
// does each of the two that make a flag.
func runeCells(r rune) int {
	if unicode.Is(unicode.Regional_Indicator, r) {
		return 1
	}
	return displaywidth.Rune(r)
}

// Fitting is what a reader takes for one character, or what it is made of where all
// of it is too wide for a line: marks without end can be set behind a letter.
func Fitting(cluster string, limit int) []string {
	if len(cluster) <= limit || Cells(cluster) <= limit {
		return []string{cluster}
	}
	var parts []string
	for _, r := range cluster {
		if last := len(parts) - 1; last >= 0 && runeCells(r) == 0 {
			parts[last] += string(r)
		} else {
			parts = append(parts, string(r))
		}
	}
	return parts
}

// Shorten cuts a text that is said again to so many letters, the dots among them.
func Shorten(text string, most int) string {
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return text
}

// Strung is a text of several lines in one, as a label or a message has it. A line
// that ends with a sign needs no other.
func Strung(text string) string {
	return strings.NewReplacer("?\n", "? ", ".\n", ". ", ":\n", ": ", "\n", "; ").Replace(text)
}

// CountWords counts what stands between spaces and has a letter or a digit, so that
// a dash is no word. It counts in any language that sets spaces.
func CountWords(text string) int {
	words := 0
	for field := range strings.FieldsSeq(text) {
		if strings.ContainsFunc(field, IsLetterOrDigit) {
			words++
		}
	}
	return words
}

// IsLetterOrDigit reports whether a character is one of the two.
func IsLetterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// LettersOf are the letters and digits of a text, without all else.
func LettersOf(text string) string {
	return strings.Map(func(r rune) rune { return Either(IsLetterOrDigit(r), r, -1) }, text)
}
