package record

import (
	"cmp"
	"strconv"
	"strings"

	"firstsession/content"
)

// columns is how wide a line of the readable copy is at most.
const columns = 72

// Text is a record's readable copy: plain words, in lines that fit on paper.
func Text(a Acknowledgement, words content.Words) string { return newSheet(a, words, true).text() }

// CopyText is Text as a client gets it, without the record beside it.
func CopyText(a Acknowledgement, words content.Words) string { return newSheet(a, words, false).text() }

func (s sheet) text() string {
	var p page
	for _, b := range s.blocks {
		p.block(b)
	}
	return content.Printable(p.b.String(), "")
}

// page is the copy while it is written.
type page struct {
	b        strings.Builder
	promises int // so far
}

func (p *page) block(b block) {
	switch b.kind {
	case aTitle:
		p.under(b.text, "=")
		p.line("", "", "")
	case aHeading:
		p.line("", "", "")
		p.line("", "", "")
		p.under(b.text, "-")
	case aLine:
		p.line(b.text, "", "")
	case aSaying:
		p.line("", "", "")
		p.line(b.text, "", "")
	case aGap:
		p.line("", "", "")
	case anItem:
		p.line(b.text, "- ", "  ")
	case aQuote:
		for line := range strings.Lines(b.text) {
			p.line(line, "  ", "  ")
		}
	case aPromise:
		p.promises++
		number := strconv.Itoa(p.promises) + ". "
		room := strings.Repeat(" ", len(number))
		p.line("", "", "")
		p.line(b.text, number, room)
		for _, more := range b.more {
			p.line(more, room, room)
		}
	}
}

// under is a line with another of signs below it.
func (p *page) under(text, sign string) {
	p.line(text, "", "")
	p.line(strings.Repeat(sign, min(content.Cells(text), columns)), "", "")
}

// line writes one line or, if it is long, several. First stands before the
// first of them, and other before the rest.
func (p *page) line(text, first, other string) {
	lines := content.Wrap(content.Printable(text, ""), columns-len(cmp.Or(first, other)))
	if len(lines) == 0 {
		lines = []string{""}
	}
	for i, line := range lines {
		if i > 0 {
			first = other
		}
		p.b.WriteString(strings.TrimRight(first+line, " ") + "\n")
	}
}
