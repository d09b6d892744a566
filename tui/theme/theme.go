// Package theme holds every colour of the program, once: a palette becomes
// the styles of the screens and the style of the prose. Nothing else names a
// colour.
package theme

import (
	"image/color"

	"charm.land/glamour/v2/ansi"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// The names of the themes, which are also what a reader may ask for.
const (
	dark         = "dark"
	light        = "light"
	highContrast = "high contrast"
)

// Theme is how everything looks against one background.
type Theme struct {
	Name    string               // "dark", "light" or "high contrast"
	Profile colorprofile.Profile // how many colours the terminal has, as far as it is known
	// Heading is bold. Accent is for where one is and what one can do, Care
	// for what needs care, Muted for what can wait. Plain is the reader's own
	// text colour. Mark shows words that were searched for. Row lies under what
	// has the focus, and Lead is for the mark before that.
	Plain, Heading, Accent, Care, Muted, Mark, Row, Lead lipgloss.Style
	// Prose is the style that Glamour renders Markdown with.
	Prose ansi.StyleConfig
}

// Dark is for a dark background.
func Dark() Theme { return build(dark, colorprofile.Unknown) }

// Light is for a light background.
func Light() Theme { return build(light, colorprofile.Unknown) }

// HighContrast uses the terminal's own colours, bold and underline only. It
// is right on any background, so it is also the theme until the terminal has
// told its own.
func HighContrast() Theme { return build(highContrast, colorprofile.Unknown) }

// ByName returns the theme that a reader asked for: auto, light, dark or
// high-contrast. With auto the background is not known yet, and the theme is
// the one that is right on any. It returns false for every other name.
func ByName(name string) (Theme, bool) {
	switch name {
	case "auto", "high-contrast":
		return HighContrast(), true
	case dark:
		return Dark(), true
	case light:
		return Light(), true
	}
	return Theme{}, false
}

// For returns the theme for a background that the terminal has told. One that
// is neither dark nor light enough for its palette gets high contrast.
func For(background color.Color) Theme {
	for _, name := range []string{dark, light} {
		if background != nil && palettes[name].reads(background) {
			return build(name, colorprofile.Unknown)
		}
	}
	return HighContrast()
}

// WithProfile returns the theme for a terminal with so many colours. Sixteen
// have names and no values of ours, so the palette names them; without any,
// bold and underline stay.
func (t Theme) WithProfile(profile colorprofile.Profile) Theme {
	return build(t.Name, profile)
}

// build makes the styles of a theme.
func build(name string, profile colorprofile.Profile) Theme {
	bold := lipgloss.NewStyle().Bold(true)
	t := Theme{Name: name, Profile: profile, Heading: bold}
	t.Lead = bold.Reverse(true)
	p := palettes[name].of(profile)
	if p == nil {
		t.Accent, t.Care = bold, bold.Underline(true)
		t.Mark = lipgloss.NewStyle().Reverse(true)
		t.Prose = proseStyle("", "")
		return t
	}
	ink := func(colour string) lipgloss.Style {
		if colour == "" {
			return lipgloss.NewStyle()
		}
		return lipgloss.NewStyle().Foreground(lipgloss.Color(colour))
	}
	t.Accent, t.Care, t.Muted = ink(p.accent), ink(p.care), ink(p.muted)
	t.Mark = ink(p.markInk).Background(lipgloss.Color(p.mark))
	if p.row != "" {
		t.Row, t.Lead = lipgloss.NewStyle().Background(lipgloss.Color(p.row)), t.Mark.Bold(true)
	}
	t.Prose = proseStyle(p.accent, p.muted)
	return t
}

// proseStyle is made anew and from nothing: Glamour's own styles are shared
// variables, and colour every padding space. The text has no colour, so that
// it keeps the reader's own.
func proseStyle(accent, muted string) ansi.StyleConfig {
	yes := true
	ink := func(colour string) *string {
		if colour == "" {
			return nil
		}
		return &colour
	}
	return ansi.StyleConfig{
		Heading:  ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Bold: &yes}},
		Emph:     ansi.StylePrimitive{Italic: &yes},
		Strong:   ansi.StylePrimitive{Bold: &yes},
		LinkText: ansi.StylePrimitive{Underline: &yes, Color: ink(accent)},
		Link:     ansi.StylePrimitive{Color: ink(muted), Prefix: "(", Suffix: ")"},
	}
}
