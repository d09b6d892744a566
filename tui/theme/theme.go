// Package theme holds every colour of the program, once: a palette becomes
// the styles of the screens and the style of the prose. Nothing else names a
// colour.
package theme

import (
	"charm.land/glamour/v2/ansi"
	"charm.land/lipgloss/v2"
)

// Theme is how everything looks against one background.
type Theme struct {
	Name string // "dark", "light" or "high contrast"
	// Heading is bold. Accent is for where one is and what one can do, Care
	// for what needs care, Muted for what can wait. Plain is the reader's own
	// text colour. Mark shows words that were searched for.
	Plain, Heading, Accent, Care, Muted, Mark lipgloss.Style
	// Prose is the style that Glamour renders Markdown with.
	Prose ansi.StyleConfig
}

// HighContrast uses the terminal's own colours, bold and underline only. It
// is right on any background, so it is also the theme until the terminal has
// told its own.
func HighContrast() Theme {
	return Theme{Name: "high contrast"}
}
