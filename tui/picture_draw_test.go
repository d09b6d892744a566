package tui

import (
	"fmt"
	"html"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Paper is what a picture of a window is drawn on: a terminal has a background
// and a text colour of its own, which the program only knows of.
type Paper struct {
	Back, Edge, Ink string // as CSS writes colours
}

// Papers are a dark and a light terminal on which the palettes can be read.
func Papers() (dark, light Paper) {
	return Paper{Back: "#1B2120", Edge: "#39433F", Ink: "#E4E4DE"},
		Paper{Back: "#FCFBF7", Edge: "#D6D3C8", Ink: "#24292A"}
}

// Picture is a window as a drawing in SVG. Title and Says are for who hears it
// and does not see it.
type Picture struct {
	Title, Says   string
	Columns, Rows int
	Paper         Paper
	Content       string // as View hands it out
}

// The measures of a picture, in its own units. A cell is as wide as the
// letters of most monospaced faces at this size, and words are drawn to fit
// their cells where they are not.
const (
	cellWidth  = 8.4
	cellHeight = 19.0
	letterSize = 14
	baseline   = 13.8 // of a row, from its top
	margin     = 22.0
)

// faces are the monospaced faces of the systems that a reader may have.
const faces = `ui-monospace,'SF Mono',Menlo,'Cascadia Mono',Consolas,'DejaVu Sans Mono','Liberation Mono',monospace`

// SVG draws the picture. The same picture is always the same text.
func (p Picture) SVG() string {
	width, height := 2*margin+cellWidth*float64(p.Columns), 2*margin+cellHeight*float64(p.Rows)
	var out strings.Builder
	fmt.Fprintf(&out, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s" width="%s" height="%s" role="img" aria-labelledby="title says">`+"\n",
		decimals(width), decimals(height), decimals(width), decimals(height))
	fmt.Fprintf(&out, "<title id=\"title\">%s</title>\n<desc id=\"says\">%s</desc>\n", html.EscapeString(p.Title), html.EscapeString(p.Says))
	fmt.Fprintf(&out, "<rect x=\".5\" y=\".5\" width=\"%s\" height=\"%s\" rx=\"10\" fill=\"%s\" stroke=\"%s\"/>\n",
		decimals(width-1), decimals(height-1), p.Paper.Back, p.Paper.Edge)
	fmt.Fprintf(&out, "<g font-family=\"%s\" font-size=\"%d\" fill=\"%s\">\n", faces, letterSize, p.Paper.Ink)
	for y, row := range strings.Split(p.Content, "\n") {
		for _, r := range runs(row) {
			r.draw(&out, y, p.Paper)
		}
	}
	out.WriteString("</g>\n</svg>\n")
	return out.String()
}

// stretch is text of one style that stands in one row without a gap.
type stretch struct {
	column, cells int
	text          string
	style         style
}

// runs takes a row apart. A gap of several spaces, another style, and each
// seat begin a new one, so that a face whose letters are wider or narrower
// than others moves nothing but the letters within.
func runs(row string) []stretch {
	var all []stretch
	var now stretch
	end := func(column int) {
		if text := strings.TrimRight(now.text, " "); !now.style.fills() {
			now.cells -= len(now.text) - len(text)
			now.text = text
		}
		if now.text != "" {
			all = append(all, now)
		}
		now = stretch{column: column, style: now.style}
	}
	column, state := 0, byte(0)
	for len(row) > 0 {
		part, cells, n, next := ansi.DecodeSequence(row, state, nil)
		row, state = row[n:], next
		if cells == 0 {
			end(column)
			now.style = now.style.after(part)
			continue
		}
		alone := isSeat(part) || isSeat(now.text)
		gap := part == " " && (now.text == "" || strings.HasSuffix(now.text, " ")) && !now.style.fills()
		if alone || gap {
			end(column)
		}
		if column += cells; gap {
			now.column = column
			continue
		}
		now.text += part
		now.cells += cells
	}
	end(column)
	return all
}

func (r stretch) draw(out *strings.Builder, row int, paper Paper) {
	x, y := margin+cellWidth*float64(r.column), margin+cellHeight*float64(row)
	ink, back := r.style.colours(paper)
	if back != "" {
		fmt.Fprintf(out, "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>\n",
			decimals(x), decimals(y), decimals(cellWidth*float64(r.cells)), decimals(cellHeight), back)
	}
	words := strings.TrimRight(r.text, " ")
	switch {
	case words == "": // only its ground
		return
	case isSeat(words):
		drawSeat(out, r.text, x+cellWidth/2, y+baseline-4.6, ink, paper)
		return
	}
	r.cells -= len(r.text) - len(words)
	fmt.Fprintf(out, "<text x=\"%s\" y=\"%s\" textLength=\"%s\" lengthAdjust=\"spacingAndGlyphs\"%s>%s</text>\n",
		decimals(x), decimals(y+baseline), decimals(cellWidth*float64(r.cells)), r.style.attributes(ink, paper), html.EscapeString(words))
}

// isSeat reports whether a sign stands for a chapter.
func isSeat(text string) bool { return text == "○" || text == "◐" || text == "●" }

// drawSeat draws a seat as a shape. Most faces have no such sign, and what
// stands in for it differs from one to the next.
func drawSeat(out *strings.Builder, seat string, x, y float64, ink string, paper Paper) {
	const radius = 3.9
	if ink == "" {
		ink = paper.Ink
	}
	inner := "none"
	if seat == "●" {
		inner = ink
	}
	fmt.Fprintf(out, "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"1.1\"/>\n", decimals(x), decimals(y), decimals(radius), inner, ink)
	if seat == "◐" {
		fmt.Fprintf(out, "<path d=\"M%s %sa%s %s 0 0 0 0 %sz\" fill=\"%s\"/>\n", decimals(x), decimals(y-radius), decimals(radius), decimals(radius), decimals(2*radius), ink)
	}
}

// decimals writes a measure without what does not count.
func decimals(measure float64) string {
	return strings.TrimRight(strings.TrimRight(fmt.Sprintf("%.2f", measure), "0"), ".")
}
