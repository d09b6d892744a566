package handout

import (
	"bytes"
	"html/template"
	"slices"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"firstsession/content"
	"firstsession/content/plain"
)

// proseWriter turns prose into HTML. Raw HTML is left out, and nothing is
// fetched: a picture from elsewhere is only its words.
type proseWriter struct {
	markdown goldmark.Markdown
	ids      map[string]bool // what a link within this print can lead to
}

func (p proseWriter) write(markdown string) (template.HTML, error) {
	source := []byte(markdown)
	tree := p.markdown.Parser().Parse(text.NewReader(source))
	var leftOut []ast.Node
	var links []*ast.Link
	each(tree, func(n ast.Node) {
		if !p.keeps(n, source) {
			leftOut = append(leftOut, n)
		} else if link, ok := n.(*ast.Link); ok {
			links = append(links, link)
		}
	})
	joinLines(tree, source)
	for _, link := range links {
		sayAddress(link, source)
	}
	for _, n := range leftOut {
		unwrap(n, source)
	}
	var out strings.Builder
	err := p.markdown.Renderer().Render(&out, source, tree)
	return template.HTML(out.String()), err
}

// keeps reports whether a node may stay: a link must lead within this print or outside.
func (p proseWriter) keeps(n ast.Node, source []byte) bool {
	switch n := n.(type) {
	case *ast.Image:
		return false
	case *ast.Link:
		return p.leads(n.Destination)
	case *ast.AutoLink:
		return n.AutoLinkType == ast.AutoLinkEmail || p.leads(n.URL(source))
	default:
		return true
	}
}

func (p proseWriter) leads(destination []byte) bool {
	if id, ok := bytes.CutPrefix(destination, []byte("#")); ok {
		return p.ids[string(id)]
	}
	address := strings.ToLower(string(destination))
	schemes := []string{"https://", "http://", "mailto:", "tel:"}
	return slices.ContainsFunc(schemes, func(scheme string) bool { return strings.HasPrefix(address, scheme) })
}

// unwrap leaves of a node only its words.
func unwrap(n ast.Node, source []byte) {
	parent := n.Parent()
	if link, ok := n.(*ast.AutoLink); ok {
		parent.InsertBefore(parent, n, ast.NewString(link.Label(source)))
	}
	for child := n.FirstChild(); child != nil; child = n.FirstChild() {
		parent.InsertBefore(parent, n, child)
	}
	parent.RemoveChild(parent, n)
}

// sayAddress puts behind a link where it leads, which a print shows.
func sayAddress(link *ast.Link, source []byte) {
	address := plain.Address(content.Words(link, source, " "), string(link.Destination))
	if address == "" {
		return
	}
	said := ast.NewString([]byte(`<span class="address" dir="ltr"> (` + template.HTMLEscapeString(address) + `)</span>`))
	said.SetCode(true) // which is written as it is
	link.Parent().InsertAfter(link.Parent(), link, said)
}

// joinLines takes out the ends of lines that are written without spaces.
func joinLines(tree ast.Node, source []byte) {
	var before *ast.Text // the line's end, and what was said last
	var last []byte
	each(tree, func(n ast.Node) {
		text, ok := n.(*ast.Text)
		if !ok {
			if !n.HasChildren() { // an address, say
				before, last = nil, nil
			}
			return
		}
		if value := text.Value(source); len(value) > 0 {
			if before != nil && plain.Unspaced(string(last), string(value)) {
				before.SetSoftLineBreak(false)
			}
			before, last = nil, value
		}
		if text.SoftLineBreak() {
			before = text
		}
	})
}
