package prose

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"charm.land/glamour/v2/ansi"
	"charm.land/lipgloss/v2"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"firstsession/content/plain"
	"firstsession/tui/theme"
)

// page renders one Markdown text. Glamour does the words, a paragraph at a time.
// Lines are broken here, since it counts the cells in one way only, and so is how
// blocks stand to each other, since it leaves no hanging indent beside a list's
// marks, and takes the bar of a quotation for narrower than it is.
type page struct {
	source []byte
	theme  theme.Theme
	pen    renderer.Renderer // Glamour
}

func render(markdown string, width int, t theme.Theme) []string {
	source := []byte(plain.Bind(safeSource(markdown)))
	markdownParser := goldmark.DefaultParser()
	markdownParser.AddOptions(parser.WithAttribute())
	document := markdownParser.Parse(text.NewReader(source))
	p := &page{source, t, newPen(t)}
	p.prepare(document)
	return p.blocks(document, width, true)
}

func newPen(t theme.Theme) renderer.Renderer {
	glamour := ansi.NewRenderer(ansi.Options{
		PreserveNewLines: true, // prepare leaves only those that are meant
		Styles:           *t.Prose,
	})
	return renderer.NewRenderer(renderer.WithNodeRenderers(util.Prioritized(glamour, 1)))
}

// markup is what may stand between the words and the end of a line.
const markup = "*_`[]"

// prepare rewrites what Glamour would show otherwise than it is meant: a line ends only at a
// hard break, an address stands once, and a picture in a line is what it shows.
func (p *page) prepare(parent ast.Node) {
	for node := parent.FirstChild(); node != nil; {
		next := node.NextSibling()
		switch n := node.(type) {
		case *ast.Text:
			if end := n.Segment.Stop; n.SoftLineBreak() && end < len(p.source) {
				n.SetSoftLineBreak(false)
				before, after := bytes.TrimRight(p.source[:end], markup), bytes.TrimLeft(p.source[end:], "\n> "+markup)
				if !plain.Unspaced(string(before[max(0, len(before)-utf8.UTFMax):]), string(after[:min(len(after), utf8.UTFMax)])) {
					p.source[end] = ' '
					n.Segment.Stop++
				}
			}
		case *ast.AutoLink:
			n.AutoLinkType = ast.AutoLinkEmail // the kind that Glamour shows once
		case *ast.Image:
			p.prepare(n)
			for n.FirstChild() != nil {
				parent.InsertBefore(parent, n, n.FirstChild())
			}
			parent.RemoveChild(parent, n)
		default:
			p.prepare(n)
		}
		node = next
	}
}

// blocks renders what is in a document, quotation or list item; loose ones stand apart.
func (p *page) blocks(parent ast.Node, width int, loose bool) []string {
	var lines []string
	for node := parent.FirstChild(); node != nil; node = node.NextSibling() {
		lines = below(lines, p.block(node, width), loose)
	}
	return lines
}

func (p *page) block(node ast.Node, width int) []string {
	switch n := node.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		return p.flow(ast.NewParagraph(), n, width)
	case *ast.Heading:
		return p.flow(ast.NewHeading(n.Level), n, width)
	case *ast.List:
		return p.list(n, width)
	case *ast.Blockquote:
		bar := p.theme.Accent.Render("│") + " "
		return p.beside(bar, bar, n, width, true)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		return Wrap(string(bytes.TrimRight(n.Lines().Value(p.source), "\n")), width)
	default:
		return nil // HTML and dividing lines are not for readers
	}
}

// flow renders the words of a block, put into another of a kind that Glamour knows.
func (p *page) flow(block, from ast.Node, width int) []string {
	for from.FirstChild() != nil {
		block.AppendChild(block, from.FirstChild())
	}
	document := ast.NewDocument()
	document.AppendChild(document, block)
	var b bytes.Buffer
	if err := p.pen.Render(&b, p.source, document); err != nil {
		// Nothing that can be parsed is known to fail. If it does, the words
		// are still there, and the renderer is not used again half-way.
		p.pen = newPen(p.theme)
		return Wrap(string(from.Lines().Value(p.source)), width)
	}
	return tidyLines(b.String(), width)
}

func (p *page) list(list *ast.List, width int) []string {
	var lines []string
	last := list.Start + list.ChildCount() - 1
	number := list.Start
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		mark := "• "
		if list.IsOrdered() {
			// Numbers end in one column.
			mark = fmt.Sprintf("%*d. ", len(strconv.Itoa(last)), number)
			number++
		}
		more := p.beside(mark, strings.Repeat(" ", lipgloss.Width(mark)), item, width, !list.IsTight)
		lines = below(lines, more, !list.IsTight)
	}
	return lines
}

// leastRoom is how narrow words may get beside a mark; where there is less, the mark goes.
const leastRoom = 8

// beside renders the blocks of a quotation or list item with a mark at the
// left of the first line and another at the left of the others.
func (p *page) beside(mark, others string, parent ast.Node, width int, loose bool) []string {
	room := width - lipgloss.Width(mark)
	if room < leastRoom {
		return p.blocks(parent, width, loose)
	}
	return Hung(mark, others, p.blocks(parent, room, loose))
}

// Hung puts a mark before the first of some lines, and another before the others.
func Hung(mark, others string, lines []string) []string {
	for i, line := range lines {
		if line == "" {
			mark = strings.TrimRight(mark, " ")
		}
		lines[i] = mark + line
		mark = others
	}
	return lines
}
