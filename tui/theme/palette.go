package theme

import (
	"image/color"
	"math"
	"slices"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

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

// reads reports whether all text of the palette can be read on a background.
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
