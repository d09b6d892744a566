package sheet

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"firstsession/tui/intake"
	"firstsession/tui/prose"
	"firstsession/tui/screen"
)

// markWidth is the room for the mark before what has the focus.
const markWidth = 2

// paper is a page as lines, and where on it the places are.
type paper struct {
	width  int
	lines  []string
	spots  []spot
	notice spot
	cursor *tea.Cursor
}

// spot is the rows of one place. To is the row behind the last.
type spot struct {
	stop     stop
	kind     intake.ItemKind
	head     int // the row of the heading that belongs to it
	from, to int
	end      int // of the place before acts: the row behind the last of them
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
	for _, line := range prose.Wrap(words, p.width-lipgloss.Width(mark)) {
		p.add(lead + style.Render(line))
		lead = strings.Repeat(" ", lipgloss.Width(mark))
	}
}

// reach says that the acts behind the last place before acts end here.
func (p *paper) reach() {
	for i, spot := range slices.Backward(p.spots) {
		if spot.stop.before {
			p.spots[i].end = len(p.lines)
			return
		}
	}
}

// find returns where a stop is.
func (p paper) find(to stop) (spot, bool) {
	for _, spot := range p.spots {
		if spot.stop == to && to != nowhere {
			return spot, true
		}
	}
	return spot{}, false
}

// kind is that of the item at a stop; none for the place before acts.
func (p paper) kind(to stop) intake.ItemKind {
	if spot, ok := p.find(to); ok && !to.before {
		return spot.kind
	}
	return -1
}

// run is the place before the acts among which a stop is.
func (p paper) run(of stop) (spot, bool) {
	run, ok := spot{}, false
	for _, spot := range p.spots {
		if spot.stop.before {
			run = spot
		}
		if spot.stop == of {
			ok = spot.kind == intake.Act
			break
		}
	}
	return run, ok
}

// targets are what can be clicked while some rows are seen.
func (p paper) targets(top, height int) []screen.Target {
	var targets []screen.Target
	for _, spot := range p.spots {
		from, to := max(spot.from, top), min(spot.to, top+height)
		if from < to && !spot.stop.before {
			targets = append(targets, screen.Target{Y: from - top, Width: p.width, Height: to - from, Click: chosen{spot.stop}})
		}
	}
	return targets
}
