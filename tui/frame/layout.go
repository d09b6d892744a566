// Package frame is what stands around a page in a window: the header, what is
// beside the text, a notice, and the footer with the keys that work. It says
// where the text goes and what can be clicked. It knows no page and no visit,
// and it has no word of its own.
package frame

import "firstsession/content/plain"

// Size is a number of cells each way.
type Size struct{ Width, Height int }

// The measures in cells.
const (
	columnWidth = 72 // the text column at its widest
	asideWidth  = 28 // what stands at its left, at its widest
	asideLeast  = 18 // and at its narrowest
	asideGap    = 4  // between the two
)

// wideWidth is from how many columns on the two ends of the footer stand apart.
const wideWidth = 100

// tallHeight is from how many rows on there is more air above every page.
const tallHeight = 26

// Least is the smallest window in which a page is shown.
var Least = Size{30, 8}

// Layout says where everything stands in a window. The text column is in its
// middle, whatever stands beside it.
type Layout struct {
	Window Size
	Body   Size
	Column int // where the text column starts
	Top    int // the row on which the body starts
	Under  int // how many empty rows stand between a notice and the footer
	Aside  int // how wide what stands beside it is; 0 if there is no room for it
	Edge   int // what is left free at either side of the header and the footer
}

// TooSmall reports whether there is no room for a page.
func (w Size) TooSmall() bool { return w.Width < Least.Width || w.Height < Least.Height }

// In divides a window. Where it is small, air goes first. A notice has so many
// rows; a page without a header needs no air below it.
func In(window Size, notice int, bare bool) Layout {
	l := Layout{Window: window}
	if window.TooSmall() {
		l.Body = Size{max(1, window.Width), max(1, window.Height)}
		return l
	}
	l.Body.Width = Width(window)
	l.Column = (window.Width - l.Body.Width) / 2
	if room := min(asideWidth, l.Column-asideGap-1); room >= asideLeast {
		l.Aside = room
	}
	l.Edge = plain.Either(l.Aside > 0, l.Column-asideGap-l.Aside, 1) // they begin where that begins, and not at the end of the world
	above, below := air(window.Height)
	if bare {
		above = 0
	}
	l.Top = 1 + above
	if notice > 0 && window.Height >= 12 {
		if window.Height >= 20 {
			l.Under = 1 // or it would seem to be the footer's
		}
		notice += 1 + l.Under // an empty row above it
	}
	l.Body.Height = max(1, window.Height-l.Top-max(below, notice)-1)
	return l
}

// Width is that of the text column in a window.
func Width(window Size) int {
	margin := plain.Either(window.Width >= 60, 4, 1)
	return max(1, min(columnWidth, window.Width-2*margin))
}

// air is how many empty rows stand above and below the body, the same for every page:
// none begins lower than the one before it.
func air(height int) (above, below int) {
	switch {
	case height >= tallHeight:
		return 2 + (height-tallHeight)/8, 1
	case height >= 20:
		return 2, 1
	case height >= 14:
		return 1, 1
	case height >= 12:
		return 1, 0
	default:
		return 0, 0
	}
}
