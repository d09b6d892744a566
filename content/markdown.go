package content

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"firstsession/content/plain"
	"firstsession/content/source"
)

// markdown is the parser for the guide's Markdown: CommonMark, attributes on
// headings, and boxes in lists. It keeps nothing of what it parses.
var markdown = sync.OnceValue(func() parser.Parser {
	p := goldmark.DefaultParser()
	boxes := util.Prioritized(extension.NewTaskCheckBoxParser(), 0)
	p.AddOptions(parser.WithAttribute(), parser.WithInlineParsers(boxes))
	return p
})

// ParseMarkdown is a text as a tree.
func ParseMarkdown(source []byte) ast.Node { return markdown().Parse(text.NewReader(source)) }

// Words returns what a reader reads in a heading or paragraph, without
// markup: references and escapes resolved, a line's end a space, and behind a
// link where it leads, if that can be used without it. A hard line break becomes
// lineBreak.
func Words(node ast.Node, source []byte, lineBreak string) string {
	var b bytes.Buffer
	writeWords(&b, node, source, lineBreak)
	lines := strings.Split(b.String(), softEnd)
	text := lines[0]
	for _, line := range lines[1:] {
		if !plain.Unspaced(text, line) {
			text += " "
		}
		text += line
	}
	return plain.Tidy(text)
}

// softEnd stands for a line's end in the source. Unicode keeps it for a
// program's own use.
const softEnd = "\uFDD2"

func writeWords(b *bytes.Buffer, parent ast.Node, source []byte, lineBreak string) {
	for node := parent.FirstChild(); node != nil; node = node.NextSibling() {
		switch n := node.(type) {
		case *ast.Text:
			if parent.Kind() == ast.KindCodeSpan { // in which nothing is resolved
				b.Write(bytes.ReplaceAll(n.Value(source), []byte("\n"), []byte(" ")))
				continue
			}
			b.Write(resolve(n.Value(source)))
			switch {
			case n.HardLineBreak():
				b.WriteString(lineBreak)
			case n.SoftLineBreak():
				b.WriteString(softEnd)
			}
		case *ast.String:
			b.Write(n.Value)
		case *ast.AutoLink:
			b.Write(n.Label(source))
		case *ast.Link:
			writeWords(b, n, source, lineBreak)
			if address := plain.Address(Words(n, source, " "), string(n.Destination)); address != "" {
				b.WriteString(" (" + address + ")")
			}
		case *ast.RawHTML:
			// Markup, so no words.
		default:
			writeWords(b, n, source, lineBreak)
		}
	}
}

// escapes are backslash escapes and character references.
var escapes = regexp.MustCompile(`\\[[:punct:]]|&[#0-9A-Za-z]+;`)

// resolve replaces backslash escapes and character references in one pass, so
// that what one of them yields is never taken for another.
func resolve(source []byte) []byte {
	if !bytes.ContainsAny(source, `\&`) {
		return source
	}
	return escapes.ReplaceAllFunc(source, func(found []byte) []byte {
		if found[0] == '\\' {
			return found[1:]
		}
		return util.ResolveEntityNames(util.ResolveNumericReferences(found))
	})
}

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
	// Begins is set on the first item of a list.
	Begins bool
}

// Plain returns Markdown as plain words: for paper, for search, and for
// whoever reads line by line. Markup is dropped, of a link the words and
// the address are kept and of a picture what it shows; references and escapes are resolved.
func Plain(markdown string) []Paragraph {
	p := wordsOf{source: source.NewFile("", []byte(markdown)).Text}
	p.blocks(ParseMarkdown(p.source), 0)
	return p.paragraphs
}

// Paragraphs are the prose of blocks as plain words.
func Paragraphs(blocks []Block) []Paragraph {
	var all []Paragraph
	for _, block := range blocks {
		all = append(all, Plain(block.Prose)...)
	}
	return all
}

type wordsOf struct {
	source     []byte
	marker     string // of the list item that has not had its first paragraph
	begins     bool   // it is the first of its list
	paragraphs []Paragraph
}

func (p *wordsOf) blocks(parent ast.Node, depth int) {
	for node := parent.FirstChild(); node != nil; node = node.NextSibling() {
		switch n := node.(type) {
		case *ast.Paragraph, *ast.TextBlock, *ast.Heading:
			p.add(Words(n, p.source, "\n"), depth)
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

func (p *wordsOf) list(list *ast.List, depth int) {
	number, begins := list.Start, true
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		p.marker, p.begins = "•", begins
		if list.IsOrdered() {
			p.marker = strconv.Itoa(number) + "."
			number++
		}
		p.blocks(item, depth)
		begins = begins && p.marker != "" // as long as none had a text
	}
	p.marker = ""
}

func (p *wordsOf) add(text string, depth int) {
	if text == "" {
		return
	}
	p.paragraphs = append(p.paragraphs, Paragraph{text, p.marker, depth, p.begins && p.marker != ""})
	p.marker = ""
}
