package record

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html"
	"strings"

	"firstsession/content"
)

//go:embed style.css
var style string

// HTML is a record's readable copy as one page for a browser, which prints on
// one or two sheets of paper: no script, and nothing fetched from anywhere.
func HTML(a Acknowledgement, words content.Words) string {
	return newSheet(a, words, true).html(a)
}

// CopyHTML is HTML as a client gets it, without the record beside it.
func CopyHTML(a Acknowledgement, words content.Words) string {
	return newSheet(a, words, false).html(a)
}

func (s sheet) html(a Acknowledgement) string {
	css := style + foot(a)
	sum := sha256.Sum256([]byte(css))
	var p pen
	p.put("<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\"/>\n", a.Guide.Language)
	p.put("<meta http-equiv=\"Content-Security-Policy\" content=\"%s\"/>\n",
		"default-src 'none'; style-src 'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'; base-uri 'none'; form-action 'none'")
	p.put("<meta name=\"referrer\" content=\"no-referrer\"/>\n")
	p.put("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
	p.put("<title>%s</title>\n", s.words.Title)
	p.out.WriteString("<style>" + css + "</style>\n</head>\n<body>\n<main>\n")
	for _, b := range s.blocks {
		p.block(b)
	}
	p.within("")
	p.put("</main>\n</body>\n</html>\n")
	return content.Printable(p.out.String(), "")
}

// foot lets each printed page say whose it is: without a name, as the file
// does. A reference has no sign that means anything to CSS.
func foot(a Acknowledgement) string {
	of := a.Time.Format("2006-01-02") + " " + a.ID
	if a.Intake != nil {
		of = a.Intake.Reference + " " + of
	}
	return "@page { @bottom-left { content: \"" + of + "\"; } }\n"
}

// pen writes HTML that is XML as well.
type pen struct {
	out  strings.Builder
	open string // the element that blocks are put into; empty if none is open
}

// put writes HTML; every %s in it is filled with words made harmless.
func (p *pen) put(format string, words ...string) {
	safe := make([]any, len(words))
	for i, w := range words {
		safe[i] = html.EscapeString(w)
	}
	fmt.Fprintf(&p.out, format, safe...)
}

// within lets what follows stand in an element that holds several blocks.
func (p *pen) within(element string) {
	if p.open == element {
		return
	}
	if p.open != "" {
		p.put("</" + p.open + ">\n")
	}
	if p.open = element; element != "" {
		p.put("<" + element + ">\n")
	}
}

func (p *pen) block(b block) {
	switch b.kind {
	case aTitle:
		p.within("")
		p.put("<h1>%s</h1>\n", b.text)
	case aHeading:
		p.within("")
		p.put("<h2>%s</h2>\n", b.text)
	case aSaying:
		p.within("")
		p.put("<p>%s</p>\n", b.text)
	case aLine:
		p.within("div")
		p.put("<p>%s</p>\n", b.text)
	case aGap:
		p.within("")
	case anItem:
		p.within("ul")
		p.put("<li>%s</li>\n", b.text)
	case aQuote:
		p.within("")
		p.put("<blockquote>%s</blockquote>\n", b.text) // its style keeps the lines
	case aPromise:
		p.within("ol")
		p.put("<li><p>%s</p>\n", b.text)
		for i, more := range b.more {
			p.put([]string{"<p><strong>%s</strong></p>\n", "<p class=\"when\">%s</p>\n"}[min(i, 1)], more)
		}
		p.put("</li>\n")
	}
}
