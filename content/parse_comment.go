package content

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"firstsession/content/plain"
	"firstsession/content/source"
)

// comment is a kind of HTML comment that a guide may have. It says something
// that no reader is shown where it stands, and is never printed.
type comment struct {
	open   string // how it begins
	looks  string // what one that went wrong still has, in small letters
	name   string
	form   string
	places string // where it can stand
}

const commentClose = "-->"

// The kinds of comment.
var (
	clinicianNote = &comment{
		open: "<!-- clinician:", looks: "clinician", name: "note for the clinician", form: "<!-- clinician: what to look out for -->",
		places: "Such notes stand in a chapter's lead, in its sections, and in the lead of the commitment.",
	}
	searchWords = &comment{
		open: "<!-- search:", looks: "search:", name: "comment for the search", form: "<!-- search: money, cost, pay -->",
		places: "Such comments stand in a chapter's lead, in its sections, in the lead of the commitment, and in the glossary.",
	}
	commentKinds = []*comment{clinicianNote, searchWords}
)

// comments are what the comments of one part say.
type comments map[*comment]string

// searchWords are the words under which the part is found as well.
func (c comments) searchWords() []string { return phrases(c[searchWords]) }

// phrases are the phrases between commas.
func phrases(text string) []string {
	var all []string
	for phrase := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(",;、，،\n", r) }) {
		if phrase = plain.Tidy(plain.OneLine(phrase)); phrase != "" {
			all = append(all, phrase)
		}
	}
	return all
}

// addComment takes a comment beside what was taken before. HTML that is none was
// refused before.
func (l *loader) addComment(p part, html *ast.HTMLBlock, said comments, allowed []*comment) {
	kind, text := commentOf(p.src, html)
	switch {
	case kind == nil:
	case !slices.Contains(allowed, kind):
		l.Report(p.src, html.Pos(), fmt.Sprintf("a %s cannot stand here", kind.name), kind.places)
	case said[kind] != "":
		l.Report(p.src, html.Pos(), fmt.Sprintf("this is a second %s here", kind.name),
			"There is one at most in a section. Put both into one.")
	default:
		said[kind] = text
	}
}

// commentOf returns what kind of comment an HTML block is, and what it says,
// without its marks and indentation; nil if it is none.
func commentOf(src *source.File, html *ast.HTMLBlock) (*comment, string) {
	for _, kind := range commentKinds {
		inside, opened := strings.CutPrefix(blockText(src, html), kind.open)
		inside, closed := strings.CutSuffix(inside, commentClose)
		switch text := dedent(inside); {
		case !opened || !closed || strings.Contains(inside, "--"):
		case kind == searchWords && len(phrases(text)) == 0:
		case text != "":
			return kind, text
		}
	}
	return nil, ""
}

// checkHTMLBlock refuses HTML that is no comment of a guide, or stands where none
// can.
func (l *loader) checkHTMLBlock(src *source.File, html *ast.HTMLBlock, parent ast.Node) {
	text := blockText(src, html)
	if kind, _ := commentOf(src, html); kind != nil {
		if parent != nil { // or else it is taken by the part that it stands in
			l.Report(src, html.Pos(), fmt.Sprintf("this %s stands in a list or quotation", kind.name),
				"Put it between empty lines, without spaces before it.")
		}
		return
	}
	what, mend := "this is HTML", htmlMend
	for _, kind := range commentKinds {
		switch {
		case strings.HasPrefix(text, kind.open) && !strings.Contains(text, commentClose):
			what, mend = fmt.Sprintf("this %s has no end", kind.name), "Close it with --> before the next heading."
		case strings.HasPrefix(text, kind.open):
			what = fmt.Sprintf("this %s is not in the right form", kind.name)
			mend = "Put it alone between empty lines, with words in it, and without two hyphens in a row:\n" + kind.form
		case strings.HasPrefix(text, "<!") && strings.Contains(strings.ToLower(text), kind.looks) && what == "this is HTML":
			what = fmt.Sprintf("this %s is not in the right form", kind.name)
			if strings.ContainsFunc(text, isOdd) {
				what += ", and a space in it is no plain one"
			}
		}
	}
	l.Report(src, html.Pos(), what, mend)
}

// blockText returns an HTML block as it was written, its closing line
// included.
func blockText(src *source.File, html *ast.HTMLBlock) string {
	text := html.Lines().Value(src.Text)
	if html.HasClosure() {
		text = append(bytes.Clone(text), html.ClosureLine.Value(src.Text)...)
	}
	return strings.TrimSpace(string(text))
}

// dedent takes off the spaces that all lines but the first begin with, so
// that Markdown does not take them for code.
func dedent(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	common := -1
	for _, line := range lines[1:] {
		if indent := len(line) - len(strings.TrimLeft(line, " ")); indent < len(line) && (common < 0 || indent < common) {
			common = indent
		}
	}
	for i, line := range lines[1:] {
		lines[i+1] = strings.TrimRight(line[min(len(line), max(common, 0)):], " ")
	}
	return strings.Join(lines, "\n")
}
