package content

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"firstsession/content/plain"
	"firstsession/content/source"
)

// part is a heading and what stands under it: a file with its sections, a
// section with its questions, or a question.
type part struct {
	src       *source.File
	heading   *ast.Heading // nil if the file has no title
	words     string       // the heading's plain words
	offset    int          // where the heading's line starts
	id        string
	essential bool
	secondOf  string     // the id of the question that this is a second scene for
	nodes     []ast.Node // under the heading, before the first part
	bodyEnd   int        // where those end in the file
	parts     []part
}

func (p part) place() source.Place { return p.src.Place(p.offset) }

// outline parses a file and sorts its blocks under their headings.
func (l *loader) outline(src *source.File) part {
	root := ParseMarkdown(src.Text)
	doc := part{src: src, bodyEnd: len(src.Text)}
	for node := root.FirstChild(); node != nil; node = node.NextSibling() {
		l.checkNode(src, node, nil)
		if heading, ok := node.(*ast.Heading); !ok || !l.addHeading(&doc, heading) {
			last := doc.last()
			last.nodes = append(last.nodes, node)
		}
	}
	switch first := root.FirstChild(); {
	case first == nil:
		l.Report(src, 0, "this file is empty", "Start the file with its title, on a line such as: # How groups work")
	case doc.heading == nil && root.ChildCount() == 1 && first.Kind() == ast.KindBlockquote:
		l.Report(src, 0, "a mark of a quotation stands before each line", "Take the marks > away, as a mail program adds them. The file starts with its title.")
	case doc.heading == nil:
		l.Report(src, 0, "this file has no title", "Start the file with its title, on a line such as: # How groups work")
	case first != doc.heading:
		l.Report(src, first.Pos(), "this stands before the title", "Move it below the title, which starts the file.")
	}
	if last, size := utf8.DecodeLastRune(src.Text); plain.IsLetterOrDigit(last) || strings.ContainsRune(",;-–(", last) {
		l.report(src, len(src.Text)-size, "the file ends in the middle of a line; is the rest of it missing?", "")
	}
	return doc
}

// isEmpty reports whether nothing for the reader stands under the heading. What
// was refused counts as something, so that one mistake is one Problem.
func (p *part) isEmpty() bool {
	return !slices.ContainsFunc(p.nodes, func(node ast.Node) bool {
		html, isHTML := node.(*ast.HTMLBlock)
		if !isHTML {
			return true
		}
		kind, _ := commentOf(p.src, html)
		return kind == nil
	})
}

// last returns the part that the next block belongs to.
func (p *part) last() *part {
	for len(p.parts) > 0 {
		p = &p.parts[len(p.parts)-1]
	}
	return p
}

// addHeading opens a part. A heading that cannot open one is a Problem, and
// it belongs to the part before, with what follows it.
func (l *loader) addHeading(doc *part, heading *ast.Heading) bool {
	src := doc.src
	if isSetext(src, heading) {
		l.Report(src, heading.Lines().At(0).Start, setextWhat, setextMend)
		return false
	}
	p := part{
		src:     src,
		heading: heading,
		words:   Words(heading, src.Text, " "),
		offset:  src.LineStart(heading.Pos()),
		bodyEnd: len(src.Text),
	}
	if !plain.Seen(p.words) {
		l.Report(src, p.offset, "this heading has no words", "Write the heading after the # and a space.")
		return false
	}
	l.readAttributes(&p, heading.Level)
	what, mend := doc.addPart(p)
	if what != "" {
		l.Report(src, p.offset, what, mend)
	}
	return what == ""
}

// addPart puts a part where its heading's level says, or says why it cannot
// stand there.
func (p *part) addPart(sub part) (what, mend string) {
	level := sub.heading.Level
	switch {
	case level == 1 && p.heading == nil:
		sub.nodes, sub.parts, sub.bodyEnd = p.nodes, p.parts, p.bodyEnd
		*p = sub
	case level == 1:
		return "this is a second title", "A file has one title, with one #. Start the heading of a section with ##."
	case level == 2:
		p.last().bodyEnd = sub.offset
		p.parts = append(p.parts, sub)
	case level == 3 && len(p.parts) > 0:
		p.last().bodyEnd = sub.offset
		section := &p.parts[len(p.parts)-1]
		section.parts = append(section.parts, sub)
	case level == 3:
		return "this question stands before the first section",
			"A heading with ### is a question about the section above it. Put it under a heading with ##."
	default:
		return "headings go no deeper than ###",
			"# is the title, ## a section, ### a question. Make these words an ordinary paragraph."
	}
	return "", ""
}

const (
	setextWhat = "a line of = or - below makes these words a heading"
	setextMend = "Start headings with # and a space. If it is no heading, put an empty line below these words,\n" +
		"and take the line of = or - away."
)

// isSetext reports whether a heading is made by a line of = or - below it: then
// no # stands before its words.
func isSetext(src *source.File, heading *ast.Heading) bool {
	if heading.Lines().Len() == 0 {
		return false
	}
	before := bytes.TrimRight(src.Text[:heading.Lines().At(0).Start], " ")
	return !bytes.HasSuffix(before, []byte("#"))
}

// readAttributes reads the braces at the end of a heading, and makes an id of
// its words if it has none.
func (l *loader) readAttributes(p *part, level int) {
	src, end := p.src, p.heading.Lines().At(0).Stop
	if i := strings.IndexAny(p.words, "{}"); i >= 0 {
		l.Report(src, p.offset+max(0, bytes.IndexAny(src.Text[p.offset:end], "{}")),
			"there are braces in this heading that are not understood", attributesMend(level))
		return
	}
	tail := string(src.Text[end:src.LineEnd(end)])
	open, what := strings.IndexByte(tail, '{'), ""
	if open >= 0 && level > 1 {
		inside := strings.TrimSuffix(strings.TrimSpace(tail[open+1:]), "}")
		what = p.setAttributes(strings.Fields(inside), level)
	}
	switch {
	case level == 1 && open >= 0:
		l.Report(src, end+open, "a title has no braces", "Delete the braces. The id of a file is its name.")
	case level == 1:
	case what != "":
		l.Report(src, end+open, what, attributesMend(level))
		p.id = ""
	case p.id == "":
		if p.id = slug(p.words); p.id == "" {
			l.Report(src, p.offset, "no id can be made of this heading", "Put one behind it, in small letters a to z: {#own-pace}")
		}
	}
}

func attributesMend(level int) string {
	if level == 2 {
		return "Behind a heading there may stand an id in braces, such as {#own-pace},\n" +
			"and for the short intake {#own-pace .essential}; nothing else."
	}
	return "Behind a question there may stand an id in braces, such as {#own-pace}, for the short intake\n" +
		"{#own-pace .essential}, and for a second scene of a question that comes back\n" +
		"{#own-pace-2 for=own-pace}; nothing else."
}

// setAttributes takes the words inside the braces and says what is wrong with
// them.
func (p *part) setAttributes(attributes []string, level int) string {
	for _, attribute := range attributes {
		id, isName := strings.CutPrefix(attribute, "#")
		of, isSecond := strings.CutPrefix(attribute, "for=")
		switch {
		case isName && p.id != "":
			return "there are two ids in these braces"
		case isName && !IsID(id):
			return fmt.Sprintf("%s is not an id: small letters a to z, digits and hyphens, a letter first", attribute)
		case isName:
			p.id = id
		case attribute == ".essential" && !p.essential:
			p.essential = true
		case isSecond && level == 3 && p.secondOf == "" && IsID(of):
			p.secondOf = of
		default:
			return fmt.Sprintf("%s is not known here", attribute)
		}
	}
	return plain.Either(len(attributes) == 0, "these braces are empty", "")
}
