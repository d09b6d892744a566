package screen

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"firstsession/content/page"
	"firstsession/tui/frame"
	"firstsession/tui/prose"
)

// markWidth is the room for the mark before what has the focus.
const markWidth = 2

// paper is a page as lines, and where on it the places are.
type paper struct {
	width  int
	lines  []string
	spots  []spot
	notice spot  // only its rows
	keys   []row // what a click on a line presses
	here   int   // the line at which the page opens
	cursor *tea.Cursor
}

// row is a line that can be clicked as if a key were pressed.
type row struct {
	line int
	msg  tea.Msg
}

// spot is the rows of one stop. To is the row behind the last.
type spot struct {
	stop
	kind     page.Kind // of the item; none for the place before acts
	head     int       // the row of the heading that belongs to it
	from, to int
	under    int // the row behind what is said below it
}

// add puts finished lines below what is there. None is wider than the page,
// however narrow that is.
func (p *paper) add(lines ...string) {
	for _, line := range lines {
		if lipgloss.Width(line) > p.width {
			line = ansi.Truncate(line, p.width, "")
		}
		p.lines = append(p.lines, line)
	}
}

// air puts one empty line below what is there.
func (p *paper) air() {
	if n := len(p.lines); n > 0 && p.lines[n-1] != "" {
		p.add("")
	}
}

// say puts plain words below what is there.
func (p *paper) say(words string, style lipgloss.Style) { p.hang("", words, style) }

// hang puts plain words below what is there, with a mark before the first line
// and as much room before the others. Each line is styled by itself, since a
// style would make lines that it is given together equally long.
func (p *paper) hang(mark, words string, style lipgloss.Style) {
	lead := mark
	for _, line := range prose.Wrap(words, max(1, p.width-lipgloss.Width(mark))) {
		p.add(lead + style.Render(line))
		lead = strings.Repeat(" ", lipgloss.Width(mark))
	}
}

// block puts words below what is there, broken at a width of their own, in the
// middle of the page as one.
func (p *paper) block(words string, width int, style lipgloss.Style) {
	lines := prose.Wrap(words, min(width, p.width))
	for i, line := range lines {
		lines[i] = style.Render(line)
	}
	p.add(centred(lines, p.width)...)
}

// middle puts each line of some words in the middle of the page.
func (p *paper) middle(words string, style lipgloss.Style) {
	for _, line := range prose.Wrap(words, p.width) {
		p.add(centred([]string{style.Render(line)}, p.width)...)
	}
}

// centred moves a block of lines to the middle as one.
func centred(lines []string, width int) []string {
	widest := 0
	for _, line := range lines {
		widest = max(widest, lipgloss.Width(line))
	}
	indent := strings.Repeat(" ", max(0, (width-widest)/2))
	moved := make([]string, len(lines))
	for i, line := range lines {
		if line != "" {
			moved[i] = indent + line
		}
	}
	return moved
}

// lower moves all of the page down.
func (p *paper) lower(rows int) {
	p.lines = append(make([]string, rows), p.lines...)
	for i := range p.keys {
		p.keys[i].line += rows
	}
}

// clicks are what can be clicked while some rows are seen, in cells of the
// body.
func (p paper) clicks(top, height int) []frame.Click {
	var clicks []frame.Click
	for _, spot := range p.spots {
		from, to := max(spot.from, top), min(spot.to, top+height)
		if from < to && !spot.before {
			clicks = append(clicks, frame.Click{Y: from - top, Width: p.width, Height: to - from, Msg: spot.stop})
		}
	}
	for _, row := range p.keys {
		if row.line >= top && row.line < top+height {
			clicks = append(clicks, frame.Click{Y: row.line - top, Width: p.width, Height: 1, Msg: row.msg})
		}
	}
	return clicks
}
