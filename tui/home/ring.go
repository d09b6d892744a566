package home

import (
	"strings"

	"charm.land/lipgloss/v2"

	"firstsession/tui/theme"
)

// seatRing is the circle of seats, one for each chapter. One is kept for the
// reader. Words say all of it elsewhere.
func seatRing(t theme.Theme) []string {
	ring := []string{
		"     ○ ○ ○",
		" ○           ○",
		" ○           ○",
		"     ○ ● ○",
	}
	for i, line := range ring {
		ring[i] = t.Accent.Render(line)
	}
	return ring
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

// centreEach moves each line to the middle.
func centreEach(lines []string, width int) []string {
	var moved []string
	for _, line := range lines {
		moved = append(moved, centred([]string{line}, width)...)
	}
	return moved
}
