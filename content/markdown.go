package content

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// newMarkdown makes a parser for the guide's Markdown: CommonMark, attributes
// on headings, and boxes in lists.
func newMarkdown() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(parser.DefaultBlockParsers()...),
		parser.WithInlineParsers(parser.DefaultInlineParsers()...),
		parser.WithInlineParsers(util.Prioritized(extension.NewTaskCheckBoxParser(), 0)),
		parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...),
		parser.WithAttribute(),
	)
}

func parseMarkdown(p parser.Parser, source []byte) ast.Node {
	return p.Parse(text.NewReader(source))
}

// words returns what a reader reads in a heading or paragraph, without
// markup: references and escapes resolved, a line's end a space. A hard line
// break becomes lineBreak.
func words(node ast.Node, source []byte, lineBreak string) string {
	var b bytes.Buffer
	writeWords(&b, node, source, lineBreak)
	return tidy(b.String())
}

func writeWords(b *bytes.Buffer, parent ast.Node, source []byte, lineBreak string) {
	for node := parent.FirstChild(); node != nil; node = node.NextSibling() {
		switch n := node.(type) {
		case *ast.Text:
			b.Write(resolve(n.Value(source)))
			switch {
			case n.HardLineBreak():
				b.WriteString(lineBreak)
			case n.SoftLineBreak():
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(n.Value)
		case *ast.CodeSpan:
			writeCode(b, n, source)
		case *ast.AutoLink:
			b.Write(n.Label(source))
		case *ast.RawHTML:
			// Markup, so no words.
		default:
			writeWords(b, n, source, lineBreak)
		}
	}
}

// writeCode writes a code span, in which nothing is resolved.
func writeCode(b *bytes.Buffer, span ast.Node, source []byte) {
	for node := span.FirstChild(); node != nil; node = node.NextSibling() {
		if n, ok := node.(*ast.Text); ok {
			b.Write(bytes.ReplaceAll(n.Value(source), []byte("\n"), []byte(" ")))
		}
	}
}

// resolve replaces backslash escapes and character references in one pass, so
// that what one of them yields is never taken for another.
func resolve(source []byte) []byte {
	if bytes.IndexByte(source, '\\') < 0 && bytes.IndexByte(source, '&') < 0 {
		return source
	}
	var b bytes.Buffer
	for len(source) > 0 {
		i := bytes.IndexAny(source, `\&`)
		if i < 0 {
			i = len(source)
		}
		b.Write(source[:i])
		source = source[i:]
		switch {
		case len(source) == 0:
		case source[0] == '&':
			source = source[writeReference(&b, source):]
		case len(source) > 1 && util.IsPunct(source[1]):
			b.WriteByte(source[1])
			source = source[2:]
		default:
			b.WriteByte('\\')
			source = source[1:]
		}
	}
	return b.Bytes()
}

// writeReference resolves the character reference that source starts with and
// returns its length. What is none is written as it stands.
func writeReference(b *bytes.Buffer, source []byte) int {
	end := 1
	for end < len(source) && (source[end] == '#' || util.IsAlphaNumeric(source[end])) {
		end++
	}
	if end == len(source) || source[end] != ';' {
		b.WriteByte('&')
		return 1
	}
	reference := source[:end+1]
	resolved := util.ResolveEntityNames(util.ResolveNumericReferences(reference))
	if bytes.Equal(resolved, reference) {
		b.WriteByte('&')
		return 1
	}
	b.Write(resolved)
	return len(reference)
}

// tidy makes every run of spaces one, and takes the spaces off both ends of
// each line.
func tidy(words string) string {
	lines := strings.Split(words, "\n")
	for i, line := range lines {
		lines[i] = strings.Join(strings.Fields(line), " ")
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}
