package record

import (
	_ "embed"

	"firstsession/content"
	"firstsession/content/htmlpage"
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
	var p pen
	p.Begin(a.Guide.Language, s.words.Title, style+foot(a))
	p.Put("<main>\n")
	for _, b := range s.blocks {
		p.block(b)
	}
	p.within("")
	p.Put("</main>\n")
	p.End()
	return content.Printable(p.String(), "")
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

// pen is a page and the element that blocks are put into; empty if none is open.
type pen struct {
	htmlpage.Page
	open string
}

// within lets what follows stand in an element that holds several blocks.
func (p *pen) within(element string) {
	if p.open == element {
		return
	}
	if p.open != "" {
		p.Put("</" + p.open + ">\n")
	}
	if p.open = element; element != "" {
		p.Put("<" + element + ">\n")
	}
}

func (p *pen) block(b block) {
	p.within(map[blockKind]string{aLine: "div", anItem: "ul", aPromise: "ol"}[b.kind])
	switch b.kind {
	case aTitle:
		p.Put("<h1>%s</h1>\n", b.text)
	case aHeading:
		p.Put("<h2>%s</h2>\n", b.text)
	case aSaying, aLine:
		p.Put("<p>%s</p>\n", b.text)
	case anItem:
		p.Put("<li>%s</li>\n", b.text)
	case aQuote:
		p.Put("<blockquote>%s</blockquote>\n", b.text) // its style keeps the lines
	case aPromise:
		p.Put("<li><p>%s</p>\n", b.text)
		for i, more := range b.more {
			p.Put([]string{"<p><strong>%s</strong></p>\n", "<p class=\"when\">%s</p>\n"}[min(i, 1)], more)
		}
		p.Put("</li>\n")
	}
}
