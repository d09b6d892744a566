package paper

import (
	"slices"
	"strings"

	"firstsession/content/plain"
	"firstsession/content/walk"
	"firstsession/tui/prose"
)

// seats are the chapters as a circle of ten, filled as far as one is, with the
// chapter's number in its middle. Words say all of it elsewhere.
func (d *drawing) seats() []string {
	at := slices.Repeat([]string{"○"}, 10)
	copy(at, Seats(d.Walk, d.Chapter))
	if d.Chapter == 0 {
		at[6] = "●" // one is kept for the reader
	}
	for i, seat := range at {
		style := d.Theme.Accent
		switch {
		case i+1 == d.Chapter:
			style = d.Theme.Strong
		case seat == "○":
			style = d.Theme.Muted
		}
		at[i] = style.Render(seat)
	}
	top, left, right, bottom := row3(at[0], at[1], at[2]), [2]string{at[9], at[8]}, [2]string{at[3], at[4]}, row3(at[7], at[6], at[5])
	side := func(i int) string { return " " + left[i] + strings.Repeat(" ", ringWidth-4) + right[i] }
	if d.Chapter == 0 {
		return []string{top, side(0), side(1), bottom}
	}
	number := plain.Fill(d.words().Frame.Chapter, "n", d.Chapter, "of", d.Walk.Chapters())
	number = strings.Repeat(" ", max(0, (ringWidth-prose.Cells(number))/2)) + d.Theme.Muted.Render(number)
	return []string{top, side(0), number, side(1), bottom}
}

const ringWidth = 15

// row3 is three seats in the middle of the circle.
func row3(a, b, c string) string { return strings.Repeat(" ", ringWidth/3) + a + " " + b + " " + c }

// Seats are the chapters' states as signs. Words always stand beside them.
func Seats(w walk.Walk, here int) []string {
	all := make([]string, w.Chapters())
	for i := range all {
		switch state := w.State(i + 1); {
		case state == walk.Done:
			all[i] = "●"
		case state == walk.Begun, i+1 == here:
			all[i] = "◐"
		default:
			all[i] = "○"
		}
	}
	return all
}
