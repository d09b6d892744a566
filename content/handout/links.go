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

// anchors are the names that Markdown sites give to headings, by the ids of the guide.
func anchors(headings []part, title func(part) string) map[string]string {
	found := map[string]string{}
	taken := map[string]int{}
	for _, h := range headings {
		base := slug(title(h))
		name := base
		for _, is := taken[name]; is; _, is = taken[name] {
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

// slug is a heading as it stands in a link: small, without punctuation, hyphens for spaces.
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
// not in this print keeps its words only. Links are found in Markdown's own tree, so
// that what only looks like one, in a code span or behind a backslash, is left alone.
func relink(markdown string, anchors map[string]string) string {
	source, done := []byte(markdown), 0
	var out strings.Builder
	each(goldmark.New().Parser().Parse(text.NewReader(source)), func(n ast.Node) {
		link, ok := n.(*ast.Link)
		if !ok || !bytes.HasPrefix(link.Destination, []byte("#")) {
			return
		}
		mid, end := locate(source, link)
		if end < 0 {
			return
		}
		out.Write(source[done:link.Pos()])
		words := source[link.Pos()+1 : mid]
		if anchor, ok := anchors[string(link.Destination[1:])]; ok {
			fmt.Fprintf(&out, "[%s](#%s)", words, anchor)
		} else {
			out.Write(words)
		}
		done = end
	})
	out.Write(source[done:])
	return out.String()
}

// locate is where the words of a link and all of it end in its source; less than
// zero if it has no words, or its address stands elsewhere.
func locate(source []byte, link *ast.Link) (mid, end int) {
	last := len(source)
	each(link, func(n ast.Node) {
		if t, ok := n.(*ast.Text); ok {
			last = t.Segment.Stop
		}
	})
	words := bytes.Index(source[last:], []byte("]("))
	if words < 0 {
		return -1, -1
	}
	mid = last + words
	after := mid // a title may hold a bracket, so the end is looked for behind it
	if at := bytes.Index(source[mid:], link.Title); at > 0 {
		after += at + len(link.Title)
	}
	if closes := bytes.IndexByte(source[after:], ')'); closes >= 0 {
		return mid, after + closes + 1
	}
	return -1, -1
}

func each(n ast.Node, visit func(ast.Node)) {
	visit(n)
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		each(child, visit)
	}
}
