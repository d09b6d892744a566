package handout

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// anchors are the names that Markdown sites give to headings, by the ids
// that the guide's links use.
func anchors(headings []part, title func(part) string) map[string]string {
	found := map[string]string{}
	taken := map[string]int{}
	for _, h := range headings {
		base := slug(title(h))
		name := base
		for {
			if _, ok := taken[name]; !ok {
				break
			}
			taken[base]++
			name = fmt.Sprintf("%s-%d", base, taken[base])
		}
		taken[name] = 0
		if h.ID != "" {
			found[h.ID] = name
		}
	}
	return found
}

// slug is a heading as it stands in a link: small letters, no punctuation,
// hyphens for spaces.
func slug(title string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case r == '-', r == '_', unicode.IsLetter(r), unicode.IsNumber(r), unicode.IsMark(r):
			return unicode.ToLower(r)
		default:
			return -1
		}
	}, title)
}

// relink turns the guide's links into links to headings. A link to what is
// not in this print keeps its words only.
func relink(markdown string, anchors map[string]string) string {
	source := []byte(markdown)
	var out strings.Builder
	done := 0
	for _, l := range innerLinks(source) {
		out.Write(source[done:l.open])
		words := source[l.open+1 : l.mid]
		if anchor, ok := anchors[l.id]; ok {
			fmt.Fprintf(&out, "[%s](#%s)", words, anchor)
		} else {
			out.Write(words)
		}
		done = l.end
	}
	out.Write(source[done:])
	return out.String()
}

// innerLink is a link within the guide as it stands in its source: its
// words lie between the brackets at open and mid.
type innerLink struct {
	id             string
	open, mid, end int
}

// innerLinks finds the links in Markdown's own tree, so that what only looks
// like a link, in a code span or behind a backslash, is left alone.
func innerLinks(source []byte) []innerLink {
	var found []innerLink
	walk(goldmark.New().Parser().Parse(text.NewReader(source)), func(n ast.Node) {
		link, ok := n.(*ast.Link)
		if !ok || !bytes.HasPrefix(link.Destination, []byte("#")) {
			return
		}
		if at, ok := locate(source, link); ok {
			found = append(found, at)
		}
	})
	return found
}

func locate(source []byte, link *ast.Link) (innerLink, bool) {
	first, last := -1, -1
	walk(link, func(n ast.Node) {
		if t, ok := n.(*ast.Text); ok {
			if first < 0 {
				first = t.Segment.Start
			}
			last = t.Segment.Stop
		}
	})
	if first < 0 {
		return innerLink{}, false
	}
	open := bytes.LastIndexByte(source[:first], '[')
	mid := bytes.Index(source[last:], []byte("]("))
	if open < 0 || mid < 0 {
		return innerLink{}, false
	}
	mid += last
	// A title may hold a bracket, so the end is looked for behind it.
	after := mid
	if at := bytes.Index(source[mid:], link.Title); at > 0 {
		after += at + len(link.Title)
	}
	end := bytes.IndexByte(source[after:], ')')
	if end < 0 {
		return innerLink{}, false
	}
	return innerLink{string(link.Destination[1:]), open, mid, after + end + 1}, true
}

// walk visits a node and all within it, in order.
func walk(n ast.Node, visit func(ast.Node)) {
	visit(n)
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		walk(child, visit)
	}
}
