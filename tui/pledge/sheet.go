package pledge

import (
	"strings"

	"charm.land/lipgloss/v2"

	"firstsession/tui/prose"
	"firstsession/tui/screen"
)

// sheet is a page of text while it is written, and where on it the things are
// that can be focused.
type sheet struct {
	width int
	lines []string
	spots []spot
}

// spot is the rows of one thing that can be focused.
type spot struct {
	stop     int
	head     int // the row of the heading that belongs to it
	from, to int // to is the row behind the last
}

// add puts finished lines below what is there.
func (s *sheet) add(lines ...string) { s.lines = append(s.lines, lines...) }

// air puts one empty line below what is there.
func (s *sheet) air() {
	if len(s.lines) > 0 {
		s.add("")
	}
}

// say puts plain words below what is there.
func (s *sheet) say(words string, style lipgloss.Style) {
	s.add(styled(prose.Wrap(words, s.width), style)...)
}

// hang puts plain words below what is there, with a mark before the first
// line and as much room before the others.
func (s *sheet) hang(mark, words string, style lipgloss.Style) {
	s.add(hung(mark, styled(prose.Wrap(words, s.width-lipgloss.Width(mark)), style))...)
}

// spot says that the lines added by write can be focused. Head is the row of
// their heading.
func (s *sheet) spot(stop, head int, write func()) {
	from := len(s.lines)
	write()
	s.spots = append(s.spots, spot{stop: stop, head: head, from: from, to: len(s.lines)})
}

// find returns where a stop is.
func (s sheet) find(stop int) (spot, bool) {
	for _, spot := range s.spots {
		if spot.stop == stop {
			return spot, true
		}
	}
	return spot{}, false
}

// focusOn is what a click on something that can be focused comes to.
type focusOn struct{ stop int }

// targets are what can be clicked of a page while some rows of it are seen.
func (s sheet) targets(top, height int) []screen.Target {
	var targets []screen.Target
	for _, spot := range s.spots {
		from, to := max(spot.from, top), min(spot.to, top+height)
		if from < to {
			targets = append(targets, screen.Target{Y: from - top, Width: s.width, Height: to - from, Click: focusOn{spot.stop}})
		}
	}
	return targets
}

// hung puts a mark before the first of some lines, and room before the others.
func hung(mark string, lines []string) []string {
	room := strings.Repeat(" ", lipgloss.Width(mark))
	out := make([]string, len(lines))
	for i, line := range lines {
		if i == 0 {
			out[i] = mark + line
		} else {
			out[i] = room + line
		}
	}
	return out
}

// styled styles each line by itself, since a style would make lines that it is
// given together equally long.
func styled(lines []string, style lipgloss.Style) []string {
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = style.Render(line)
	}
	return out
}
