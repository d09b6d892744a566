package content

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// blocks sorts what stands under a heading, before the first question, into
// prose, pictures and the clinician's note. Prose runs from one of the others to
// the next.
func (l *loader) blocks(p part, noteAllowed bool) (blocks []Block, note string) {
	prose := -1
	flush := func(end int) {
		if prose >= 0 {
			text := strings.Trim(string(p.src.text[prose:end]), "\n")
			blocks = append(blocks, Block{Prose: strings.TrimRight(text, " \n")})
			prose = -1
		}
	}
	for _, node := range p.nodes {
		start := p.src.lineStart(node.Pos())
		html, isHTML := node.(*ast.HTMLBlock)
		image := lone[*ast.Image](node)
		switch {
		case isHTML:
			flush(start)
			note = l.addNote(p, html, note, noteAllowed)
		case image != nil:
			flush(start)
			if picture := l.picture(p.src, image); picture != nil {
				blocks = append(blocks, Block{Picture: picture})
			}
		default:
			l.refuseBoxes(p.src, node)
			if prose < 0 {
				prose = start
			}
		}
	}
	flush(p.bodyEnd)
	return blocks, note
}

// addNote takes a clinician's note, beside what was taken before. HTML that is
// none was refused before.
func (l *loader) addNote(p part, html *ast.HTMLBlock, before string, allowed bool) string {
	note := noteText(p.src, html)
	switch {
	case note == "":
	case !allowed:
		l.report(p.src, html.Pos(), "a note for the clinician cannot stand here",
			"Such notes stand in a chapter's lead, in its sections, and in the lead of the commitment.")
	case before != "":
		l.report(p.src, html.Pos(), "this is a second note for the clinician here",
			"A section has one note at most. Put both into one.")
	default:
		return note
	}
	return before
}

const (
	noteOpen  = "<!-- clinician:"
	noteClose = "-->"
)

// noteText returns the clinician's note that an HTML block is, without its
// marks and indentation; empty if it is none.
func noteText(src *source, html *ast.HTMLBlock) string {
	inside, opened := strings.CutPrefix(blockText(src, html), noteOpen)
	inside, closed := strings.CutSuffix(inside, noteClose)
	if !opened || !closed || strings.Contains(inside, "--") {
		return ""
	}
	return dedent(inside)
}

// blockText returns an HTML block as it was written, its closing line
// included.
func blockText(src *source, html *ast.HTMLBlock) string {
	text := html.Lines().Value(src.text)
	if html.HasClosure() {
		text = append(bytes.Clone(text), html.ClosureLine.Value(src.text)...)
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

// lone returns the image or the link that is alone in a paragraph.
func lone[T *ast.Image | *ast.Link](node ast.Node) T {
	if _, ok := node.(*ast.Paragraph); !ok || node.FirstChild() == nil || node.FirstChild() != node.LastChild() {
		return nil
	}
	found, _ := any(node.FirstChild()).(T)
	return found
}

// refuseBoxes refuses a list with boxes outside a question.
func (l *loader) refuseBoxes(src *source, node ast.Node) {
	look := func(node ast.Node, entering bool) (ast.WalkStatus, error) {
		if box, ok := node.(*extast.TaskCheckBox); ok && entering {
			l.report(src, max(0, box.Pos()), "there is a list with boxes outside a question",
				"Boxes are for questions, which start with a heading: ### What fits best? {#what-fits}\n"+
					"For an ordinary list, delete the brackets.")
		}
		return ast.WalkContinue, nil
	}
	_ = ast.Walk(node, look) // look never fails
}
