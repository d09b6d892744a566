package prose

import (
	"strings"

	"firstsession/content"
	"firstsession/tui/theme"
)

// Picture renders a picture drawn in text under its title. Where it does not
// fit, what it shows in words stands in its place.
func Picture(p *content.Picture, width int, t theme.Theme) []string {
	var lines []string
	for _, line := range Wrap(p.Title, width) {
		lines = append(lines, t.Muted.Render(line))
	}
	art := strings.Split(content.Printable(p.Art, " "), "\n")
	for _, line := range art {
		if content.Cells(line) > width {
			return append(lines, Wrap(p.Alt, width)...)
		}
	}
	if len(lines) > 0 {
		lines = append(lines, "")
	}
	return append(lines, art...)
}
