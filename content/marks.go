package content

import (
	"bytes"
	_ "embed" // the signs
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"
	"github.com/yuin/goldmark/ast"

	"firstsession/content/plain"
	"firstsession/content/source"
)

// What an author wrote for its effect has it, or is named here: signs that were
// meant as Markdown and that a reader would be shown as they stand. They are looked
// for in what the parser left as words, so a backslash before a sign says that it is
// meant.

//go:embed marks.toml
var marksFile []byte

// sign is one of them, as marks.toml has it.
type sign struct {
	has  []string // in small letters
	form func() *regexp.Regexp
	what string
	mend string // empty for advice
}

// signs are those that are looked for, in this order. The file is the program's own,
// so that it cannot be read is a mistake in it.
var signs = sync.OnceValue(func() []sign {
	var file struct {
		Mends map[string]string
		Mark  []struct {
			What, Mend string
			Signs      [][]string
		}
	}
	if err := toml.Unmarshal(marksFile, &file); err != nil {
		panic(err)
	}
	mends := []any{"html", htmlMend, "reference", referenceMend}
	for name, mend := range file.Mends {
		mends = append(mends, name, mend)
	}
	var all []sign
	for _, m := range file.Mark {
		for _, s := range m.Signs {
			last := len(s) - 1
			form := plain.Late(plain.Fill(s[last], "line", lineStarts, "address", address, "box", boxSigns))
			all = append(all, sign{s[:last], form, m.What, plain.Fill(m.Mend, mends...)})
		}
	}
	return all
})

const (
	lineStarts   = `(?:^|[\n\f])`
	address      = `(?:https?:|mailto:|tel:|www\.|#[a-z]|art/)`
	boxSigns     = `\[(?:[ xXvVyY✓✔✗✘☑☒~.>/!*-]?| +[xX]?| *[xX] +)\]`
	likeNoteWhat = "this reads like a note for the clinician, and every reader is shown it; only a comment hides it: <!-- clinician: ... -->"
)

// wrongBox is what an option begins with whose box is none, and tightBox is a box
// with its words right behind it.
var (
	wrongBox = plain.Late(`^` + boxSigns)
	tightBox = plain.Late(`^\[[ xX]\]\S`)
)

// find says where a sign stands in what is meant, which is also given in small
// letters; less than zero if it does not.
func (m sign) find(meant []byte, small string) int {
	if !slices.ContainsFunc(m.has, func(has string) bool { return strings.Contains(small, has) }) {
		return -1
	}
	found := m.form().FindSubmatchIndex(meant)
	if found == nil {
		return -1
	}
	for i := 2; i < len(found); i += 2 {
		if found[i] >= 0 {
			return found[i]
		}
	}
	for at := found[0]; at < len(meant); at++ {
		if meant[at] != '\n' && meant[at] != hardBreak {
			return at
		}
	}
	return found[0]
}

// UnwrittenWhat says of a text what Unwritten found in it, as marks.toml does.
const UnwrittenWhat = "something is still to be written here"

// Unwritten reports whether something in a text is still to be written.
func Unwritten(text string) bool {
	return slices.ContainsFunc(signs(), func(m sign) bool { return m.what == UnwrittenWhat && m.find([]byte(text), strings.ToLower(text)) >= 0 })
}

// checkMarks looks at a block for signs that take no effect, and for what was a
// note for the clinician. Of each line the first sign that has to be mended is named.
func (l *loader) checkMarks(src *source.File, block ast.Node) {
	if src.Proved || l.Count > source.MaxProblems {
		return
	}
	var s spelled
	if s.inside(block, src.Text); len(s.shown) == 0 {
		return
	}
	if at := plain.NoteIn(string(s.shown)); at >= 0 {
		l.Report(src, s.at(at), hiddenNote, noteMend)
		return
	}
	_, isHeading := block.(*ast.Heading)
	switch {
	case isHeading:
	case l.checkTable(src, s):
		return
	default:
		_, inList := block.Parent().(*ast.ListItem)
		l.checkItems(src, s, inList)
	}
	said := l.checkSigns(src, s, isHeading)
	if l.toRead {
		return
	}
	if at := plain.LikeNote(string(s.shown), isHeading); at >= 0 && !said[src.Line(s.at(at))] {
		l.report(src, s.at(at), likeNoteWhat, "")
	}
	if number := plain.UnlikeDialled(string(s.shown)); number != "" {
		l.report(src, s.at(strings.Index(string(s.shown), number)), fmt.Sprintf(plain.MisdialledWhat, number), "")
	}
	if at := plain.Garbled(string(s.shown)); at >= 0 {
		l.report(src, s.at(at), plain.GarbledWhat, "")
	}
}

// checkSigns names the signs in a block, and says by their lines which have to be
// mended, and which are only advice.
func (l *loader) checkSigns(src *source.File, s spelled, isHeading bool) map[int]bool {
	said, small := map[int]bool{}, strings.ToLower(string(s.meant))
	noAdvice := l.toRead && !bytes.ContainsFunc(s.meant, isOdd)
	for _, m := range signs() {
		if isHeading && strings.HasPrefix(m.has[0], "{") || noAdvice && m.mend == "" {
			continue // read with its id, or advice alone
		}
		at := m.find(s.meant, small)
		if at < 0 || said[src.Line(s.at(at))] {
			continue
		}
		said[src.Line(s.at(at))] = m.mend != ""
		if space := spaceBeside(s.meant, at); space >= 0 {
			l.reportSpace(src, s.at(space))
		} else {
			l.report(src, s.at(at), m.what, m.mend)
		}
	}
	return said
}

const hiddenNote = "this looks like a note for the clinician or a comment, and would be shown to readers"

const noteMend = "It stands alone between empty lines, with two plain hyphens at each end:\n" +
	"<!-- clinician: what to look out for -->\n" +
	"<!-- search: money, cost, pay -->"

// report reports a problem, or gives advice where there is nothing to mend for
// certain.
func (l *loader) report(src *source.File, offset int, what, mend string) {
	if mend != "" {
		l.Report(src, offset, what, mend)
	} else if !l.toRead && len(l.advice) < source.MaxProblems {
		l.advice = append(l.advice, source.Advice{Place: src.Place(offset), What: what})
	}
}

// Markdown knows the space of the space bar alone. Beside a sign at a line's
// start any other makes words of the sign, and nobody can see why. In the forms
// the brackets hold such a space.
const (
	oddSpace  = `[` + plain.OddSpaces + `]`
	lineBegin = `^(?: |>|[-+*] |[0-9]{1,9}[.)] )*`
	listSign  = `(?:#{1,6}|[-+*])`
)

var (
	oddForms = []func() *regexp.Regexp{
		plain.Late(lineBegin + listSign + `(` + oddSpace + `)`),
		plain.Late(lineBegin + `(` + oddSpace + `)[ ` + plain.OddSpaces + `]*(?:#{1,6}|[-+*>]|[0-9]{1,9}[.)]|!?\[)(?:[ ` + plain.OddSpaces + `\[]|$)`),
		plain.Late(lineBegin + `(` + oddSpace + `)[ ` + plain.OddSpaces + `]*(?:!?\[|<!|#{2,6}|\{)`),
		plain.Late(lineBegin + `\[(?: |[xX])?(` + oddSpace + `)(?: |[xX])?\]`),
		plain.Late(lineBegin + `\[[ xX]\](` + oddSpace + `)`),
		plain.Late(`^#.*\} *(` + oddSpace + `)[ ` + plain.OddSpaces + `]*$`),
		plain.Late(`^#.*\{[^{}]*(` + oddSpace + `)[^{}]*\} *$`),
	}
	oddNumber = plain.Late(lineBegin + `[0-9]{1,9}[.)](` + oddSpace + `)`)
)

// checkSpaces names the spaces that keep a sign from being one. Behind a number
// one may be meant, as in a date, but not in two lines that follow each other.
func (l *loader) checkSpaces(src *source.File) bool {
	before, number := l.Count, -1
	for offset := 0; offset < len(src.Text); {
		end := src.LineEnd(offset)
		line := src.Text[offset:end]
		last := number // that a space stood behind in the line above
		number = -1
		if at := oddNumber().FindSubmatchIndex(line); at != nil {
			number = offset + at[2]
			if last >= 0 {
				l.reportSpace(src, last)
			}
		} else if bytes.ContainsFunc(line, isOdd) {
			l.checkSpace(src, offset, line)
		}
		offset = end + 1
	}
	return l.Count == before
}

func isOdd(r rune) bool { return plain.SpaceName(r) != "" }

func (l *loader) checkSpace(src *source.File, offset int, line []byte) {
	for _, form := range oddForms {
		if at := form().FindSubmatchIndex(line); at != nil {
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

// spaceBeside says where a space that is none stands beside a sign, or beside
// another like it; less than zero if none does.
func spaceBeside(text []byte, at int) int {
	for i := range text {
		if text[i] != text[at] || !bytes.ContainsRune([]byte("*_]#~="), rune(text[i])) {
			continue
		}
		if r, _ := utf8.DecodeRune(text[i+1:]); isOdd(r) {
			return i + 1
		}
		if r, size := utf8.DecodeLastRune(text[:i]); isOdd(r) {
			return i - size
		}
	}
	return -1
}
