package content

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark/ast"
)

// Paragraph is one paragraph, list item or quotation as plain words.
type Paragraph struct {
	// Text has no markup. A line's end in the source is a space in it; a hard
	// line break is a newline.
	Text string
	// Marker is "•" or a number such as "1." on the first paragraph of a list
	// item, and otherwise empty.
	Marker string
	// Depth says in how many lists the paragraph stands: 0 in none.
	Depth int
}

// Plain returns Markdown as plain words: for paper, for search, and for
// whoever reads line by line. Markup is dropped, of a link the words are kept
// and of a picture what it shows; references and escapes are resolved.
func Plain(markdown string) []Paragraph {
	p := plain{source: newSource("", []byte(markdown)).text}
	p.blocks(parseMarkdown(p.source), 0)
	return p.paragraphs
}

// paragraphs are the prose of blocks as plain words.
func paragraphs(blocks []Block) []Paragraph {
	var all []Paragraph
	for _, block := range blocks {
		all = append(all, Plain(block.Prose)...)
	}
	return all
}

type plain struct {
	source     []byte
	marker     string // of the list item that has not had its first paragraph
	paragraphs []Paragraph
}

func (p *plain) blocks(parent ast.Node, depth int) {
	for node := parent.FirstChild(); node != nil; node = node.NextSibling() {
		switch n := node.(type) {
		case *ast.Paragraph, *ast.TextBlock, *ast.Heading:
			p.add(words(n, p.source, "\n"), depth)
		case *ast.List:
			p.list(n, depth+1)
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			p.add(string(bytes.TrimRight(n.Lines().Value(p.source), "\n")), depth)
		case *ast.HTMLBlock, *ast.LinkReferenceDefinition:
			// Not for readers.
		default:
			p.blocks(n, depth)
		}
	}
}

func (p *plain) list(list *ast.List, depth int) {
	number := list.Start
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		p.marker = "•"
		if list.IsOrdered() {
			p.marker = strconv.Itoa(number) + "."
			number++
		}
		p.blocks(item, depth)
	}
	p.marker = ""
}

func (p *plain) add(text string, depth int) {
	if text == "" {
		return
	}
	p.paragraphs = append(p.paragraphs, Paragraph{Text: text, Marker: p.marker, Depth: depth})
	p.marker = ""
}
