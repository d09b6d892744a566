// Package theme holds every colour of the program, once: a palette becomes
// the styles of the screens and the style of the prose. Nothing else names a
// colour.
package theme

import (
	"image/color"
	"math"
	"slices"
	"strings"

	"charm.land/glamour/v2/ansi"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"

	"firstsession/content/plain"
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
	Plain, Heading, Accent, Care, Muted, Mark, Row, Lead Style
	Strong                                               Style // Heading and Accent in one
	// Prose is the style that Glamour renders Markdown with.
	Prose *ansi.StyleConfig
}

// Style is how words on one line look: what the terminal is told before them and
// behind them. It is made once, since a window is drawn at every key.
type Style struct{ Opens, closes string }

func styleOf(style lipgloss.Style) Style {
	opens, closes, _ := strings.Cut(style.Render("x"), "x")
	return Style{opens, closes}
}

// Render is words as they look.
func (s Style) Render(words string) string { return s.Opens + words + s.closes }

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
func (t Theme) WithProfile(profile colorprofile.Profile) Theme { return build(t.Name, profile) }

func build(name string, profile colorprofile.Profile) Theme {
	bold := lipgloss.NewStyle().Bold(true)
	t := Theme{Name: name, Profile: profile, Heading: styleOf(bold), Strong: styleOf(bold), Lead: styleOf(bold.Reverse(true))}
	p := palettes[name].of(profile)
	if p == nil {
		t.Accent, t.Care = styleOf(bold), styleOf(bold.Underline(true))
		t.Mark = styleOf(lipgloss.NewStyle().Reverse(true))
		t.Prose = proseStyle("", "")
		return t
	}
	ink := func(colour string) lipgloss.Style { return lipgloss.NewStyle().Foreground(lipgloss.Color(colour)) }
	t.Accent, t.Care, t.Muted = styleOf(ink(p.accent)), styleOf(ink(p.care)), styleOf(ink(p.muted))
	t.Strong = styleOf(ink(p.accent).Bold(true))
	mark := ink(p.markInk).Background(lipgloss.Color(p.mark))
	t.Mark = styleOf(mark)
	if p.row != "" {
		t.Row, t.Lead = styleOf(lipgloss.NewStyle().Background(lipgloss.Color(p.row))), styleOf(mark.Bold(true))
	}
	t.Prose = proseStyle(p.accent, p.muted)
	return t
}

// proseStyle is made anew and from nothing: Glamour's own styles are shared
// variables, and colour every padding space. The text has no colour, so that
// it keeps the reader's own.
func proseStyle(accent, muted string) *ansi.StyleConfig {
	yes, ink := new(true), func(colour string) *string { return plain.Either(colour == "", nil, &colour) }
	return &ansi.StyleConfig{
		Heading:  ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Bold: yes}},
		Emph:     ansi.StylePrimitive{Italic: yes},
		Strong:   ansi.StylePrimitive{Bold: yes},
		LinkText: ansi.StylePrimitive{Underline: yes, Color: ink(accent)},
		Link:     ansi.StylePrimitive{Color: ink(muted), Prefix: "(", Suffix: ")"},
	}
}

// enough is the contrast that all text has at least, as WCAG 2 asks for.
const enough = 4.5

// palette is the colours of a theme. An empty one is the terminal's own.
type palette struct {
	accent, care, muted string
	mark, markInk       string // what lies under marked words, and their own colour
	row                 string // what lies under the row that has the focus
}

// palettePair is a palette for terminals of many colours, and another for
// those of sixteen. The zero value is a theme without colours.
type palettePair struct{ many, sixteen palette }

// palettes are those of the themes by their names. The sixteen have numbers, and
// every terminal its own values for them; those here are the ones that can be
// read in the common sets.
var palettes = map[string]palettePair{
	dark: {
		many:    palette{accent: "#8FC1A9", care: "#E0A37E", muted: "#A8A8A8", mark: "#8FC1A9", markInk: "#1C1C1C", row: "#2B3A33"},
		sixteen: palette{accent: "2", care: "11", muted: "7", mark: "2", markInk: "0"},
	},
	light: {
		many:    palette{accent: "#1D644C", care: "#8F4420", muted: "#595959", mark: "#1D644C", markInk: "#FFFFFF", row: "#DCEBE3"},
		sixteen: palette{accent: "4", care: "1", mark: "4", markInk: "15"},
	},
}

// of returns the palette for a terminal with so many colours; nil if there are
// none. A terminal that has not told is taken to have many: what it cannot
// show, Bubble Tea brings down to what it can.
func (p palettePair) of(profile colorprofile.Profile) *palette {
	switch {
	case p == palettePair{}, profile == colorprofile.NoTTY, profile == colorprofile.ASCII:
		return nil
	case profile == colorprofile.ANSI:
		return &p.sixteen
	default:
		return &p.many
	}
}

func (p palettePair) reads(background color.Color) bool {
	return !slices.ContainsFunc([]string{p.many.accent, p.many.care, p.many.muted}, func(ink string) bool {
		return contrast(lipgloss.Color(ink), background) < enough
	})
}

// contrast is the ratio of WCAG 2 between two colours, from 1 to 21.
func contrast(a, b color.Color) float64 {
	one, other := luminance(a), luminance(b)
	return (max(one, other) + 0.05) / (min(one, other) + 0.05)
}

func luminance(c color.Color) float64 {
	part := func(value uint32) float64 {
		v := float64(value) / 0xffff
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	r, g, b, _ := c.RGBA()
	return 0.2126*part(r) + 0.7152*part(g) + 0.0722*part(b)
}
