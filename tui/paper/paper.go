// Package paper is a page as lines: what it says, what can be answered on it,
// and where on it each place is that can have the focus. It draws what it is
// given, as it is now; it takes no key and changes nothing, and no visit, disk
// or clock may come in.
package paper

import (
	"image"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"firstsession/content/page"
	"firstsession/content/walk"
	"firstsession/tui/field"
	"firstsession/tui/frame"
	"firstsession/tui/keys"
	"firstsession/tui/prose"
	"firstsession/tui/theme"
)

// Stop is a place that can have the focus. The zero stop is nowhere.
//
// Before acts there is a place where Enter does nothing, so that no Enter that
// was meant for an item before them, and no held one, can do an act.
type Stop struct {
	ID     string // of an item
	Before bool   // the place before the acts of which this is the first
}

// Spot is the rows of one stop. To is the row behind the last.
type Spot struct {
	Stop
	Item     page.Item // of the kind None for the place before acts
	Number   int       // of the item, from 1; 0 if it has none
	Head     int       // the row of the heading that belongs to it
	From, To int
	Under    int // the row behind what is said below it
}

// Paper is what was drawn.
type Paper struct {
	Lines  []string
	Spots  []Spot // in their order
	Notice Spot   // only its rows
	Here   int    // the line at which the page opens
	Cursor *tea.Cursor
	Ring   bool // the circle of seats is drawn

	width int
	rows  []row
}

// row is a line that can be clicked, or what stands between two of its cells, and
// what that means: a key, or an answer.
type row struct {
	line, from, to int
	means          tea.Msg
}

// Look is what every page is drawn with.
type Look struct {
	Theme         theme.Theme
	Prose         *prose.Renderer
	Keys          *keys.Map
	Walk          walk.Walk
	Width, Height int // of the room for it
}

// Page is one page, and how the reader stands on it.
type Page struct {
	page.Sheet
	Standing
	Numbered bool        // its items have numbers
	Field    field.Field // what is typed into the Line that Typing names
}

// Standing is how the reader stands on a page.
type Standing struct {
	Focus  Stop
	Typing string // the Line of which the page was not given what is typed
	Whole  bool   // all that stands there gives way to the next letter
	Last   string // the item that was answered last, where the notice stands
	Hint   bool   // a key meant nothing before the acts
	Drop   bool   // Esc was pressed once, and would drop what is typed
	Full   string // what is said of letters for which the Line has no room
}

// Draw draws a page.
func Draw(l Look, p Page) Paper {
	l.Width = max(1, l.Width)
	d := drawing{Look: l, Page: p, Paper: Paper{width: l.Width}}
	d.middle = len(p.Body) > 0 && p.Body[0].Kind == page.Banner
	d.asks = slices.ContainsFunc(p.Body, func(part page.Part) bool { return part.Kind == page.Label })
	d.ring, d.labels = true, l.Height >= roomyHeight
	d.write()
	if d.middle && len(d.Lines) > l.Height {
		d.tight, d.Paper = true, Paper{width: l.Width}
		d.write()
	}
	if len(d.Lines) > l.Height && (d.middle || d.asks && d.labels) {
		// Where there is little room, these go first.
		d.ring, d.labels, d.Paper = false, false, Paper{width: l.Width}
		d.write()
	}
	d.Ring = d.middle && d.ring
	if free := l.Height - len(d.Lines); d.middle && free > 2 {
		lower := (free - 2) / 3
		d.Lines = slices.Concat(make([]string, lower), d.Lines)
		for i := range d.rows {
			d.rows[i].line += lower
		}
	}
	return d.Paper
}

// Parts are some parts alone, with what can be clicked in them: a part that leads
// somewhere is answered by its id.
func Parts(l Look, parts []page.Part) ([]string, []frame.Click) {
	d := drawing{Look: l, Paper: Paper{width: l.Width}}
	d.parts(parts)
	return d.Lines, d.Clicks(0, len(d.Lines))
}

// add puts finished lines below what is there, however narrow the page is.
func (p *Paper) add(lines ...string) {
	for _, line := range lines {
		if prose.Cells(line) > p.width {
			line = prose.Cut(line, p.width, "")
		}
		p.Lines = append(p.Lines, line)
	}
}

// air puts one empty line below what is there.
func (p *Paper) air() {
	if n := len(p.Lines); n > 0 && p.Lines[n-1] != "" {
		p.add("")
	}
}

// say puts plain words below what is there.
func (p *Paper) say(words string, style theme.Style) { p.hang("", words, style) }

// group says what items have in common. Where that is more than a line, its first
// sentence is the heading, and a quiet voice has the rest.
func (d *drawing) group(words string) {
	head, rest, more := strings.Cut(words, ". ")
	if !more || prose.Cells(words) <= d.width {
		d.say(words, d.Theme.Heading)
		return
	}
	d.say(head, d.Theme.Heading)
	d.say(rest, d.Theme.Muted)
}

// hang puts plain words below what is there, behind a mark and as much room.
func (p *Paper) hang(mark, words string, style theme.Style) {
	p.add(hung(mark, inked(prose.Wrap(words, p.width-prose.Cells(mark)), style))...)
}

// Said are the lines of a message, which is no part of the page's text: a sign and the
// room under it tell them apart where no colour does.
func Said(words string, width int, style theme.Style) []string {
	return hung(style.Render("■")+" ", inked(prose.Wrap(words, width-2), style))
}

// hung are lines with a mark before the first, and room for it before the others.
func hung(mark string, lines []string) []string {
	return prose.Hung(mark, strings.Repeat(" ", prose.Cells(mark)), lines)
}

// inked are plain lines, each styled by itself.
func inked(lines []string, style theme.Style) []string {
	for i, line := range lines {
		if line != "" {
			lines[i] = style.Render(line)
		}
	}
	return lines
}

// centred moves lines to the middle: as one, or each by itself.
func centred(lines []string, width int, each bool) []string {
	widest := 0
	for _, line := range lines {
		widest = max(widest, prose.Cells(line))
	}
	moved := make([]string, len(lines))
	for i, line := range lines {
		if each {
			widest = prose.Cells(line)
		}
		if line != "" {
			moved[i] = strings.Repeat(" ", max(0, (width-widest)/2)) + line
		}
	}
	return moved
}

// Clicks are what can be clicked while some rows are seen, by the cells of the
// page: a Stop, a key, or an answer.
func (p Paper) Clicks(top, height int) []frame.Click {
	var clicks []frame.Click
	for _, spot := range p.Spots {
		if from, to := max(spot.From, top), min(spot.To, top+height); from < to && !spot.Before {
			clicks = append(clicks, frame.Click{Rectangle: image.Rect(0, from-top, p.width, to-top), Msg: spot.Stop})
		}
	}
	for _, row := range p.rows {
		if y := row.line - top; y >= 0 && y < height {
			clicks = append(clicks, frame.Click{Rectangle: image.Rect(row.from, y, row.to, y+1), Msg: row.means})
		}
	}
	return clicks
}
