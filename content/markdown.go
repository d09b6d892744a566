package content

import (
	"bytes"
	"regexp"
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// markdown is the parser for the guide's Markdown: CommonMark, attributes on
// headings, and boxes in lists. It keeps nothing of what it parses.
var markdown = sync.OnceValue(func() parser.Parser {
	p := goldmark.DefaultParser()
	p.AddOptions(parser.WithAttribute(), parser.WithInlineParsers(util.Prioritized(extension.NewTaskCheckBoxParser(), 0)))
	return p
})

func parseMarkdown(source []byte) ast.Node {
	return markdown().Parse(text.NewReader(source))
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
			if parent.Kind() == ast.KindCodeSpan { // in which nothing is resolved
				b.Write(bytes.ReplaceAll(n.Value(source), []byte("\n"), []byte(" ")))
				continue
			}
			b.Write(resolve(n.Value(source)))
			switch {
			case n.HardLineBreak():
				b.WriteString(lineBreak)
			case n.SoftLineBreak():
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(n.Value)
		case *ast.AutoLink:
			b.Write(n.Label(source))
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

// tidy makes every run of spaces one, and takes the spaces off both ends of
// each line.
func tidy(words string) string {
	lines := strings.Split(words, "\n")
	for i, line := range lines {
		lines[i] = strings.Join(strings.Fields(line), " ")
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}
