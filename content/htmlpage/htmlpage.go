// Package htmlpage begins and ends a page for a browser that runs no script and
// fetches nothing from anywhere. It writes HTML that is XML as well, so that a
// test can walk it. What stands on a page may not come in.
package htmlpage

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html"
	"strings"
)

// Page is a page as it is written.
type Page struct{ strings.Builder }

// Put writes HTML; every %s in it is filled with words made harmless.
func (p *Page) Put(format string, words ...string) {
	safe := make([]any, len(words))
	for i, w := range words {
		safe[i] = html.EscapeString(w)
	}
	fmt.Fprintf(&p.Builder, format, safe...)
}

// Begin writes the head, which forbids the page everything but its own style,
// by the style's hash, and opens the body.
func (p *Page) Begin(language, title, css string) {
	sum := sha256.Sum256([]byte(css))
	p.Put("<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\"/>\n", language)
	p.Put("<meta http-equiv=\"Content-Security-Policy\" content=\"%s\"/>\n",
		"default-src 'none'; style-src 'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'; base-uri 'none'; form-action 'none'")
	p.Put("<meta name=\"referrer\" content=\"no-referrer\"/>\n")
	p.Put("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
	p.Put("<title>%s</title>\n", title)
	p.WriteString("<style>" + css + "</style>\n</head>\n<body>\n")
}

// End closes what Begin opened.
func (p *Page) End() { p.WriteString("</body>\n</html>\n") }
