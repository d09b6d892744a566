package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"firstsession/content"
	"firstsession/content/walk"
	"firstsession/tui/keys"
	"firstsession/tui/screen"
)

// The frame's measures in cells.
const (
	columnWidth = 72  // the text column at its widest
	asideWidth  = 28  // what stands at its left in a wide window
	asideGap    = 4   // between the two
	wideWindow  = 110 // from here on there is room for both
	leastWidth  = 30  // a smaller window gets a word about it
	leastHeight = 8
)

// layout says where everything stands in a window.
type layout struct {
	window   screen.Size
	column   int // where the text column starts
	body     screen.Size
	top      int // the row on which the body starts
	aside    int // where the aside starts; negative if there is no room
	tooSmall bool
}

// layOut divides a window. Where it is small, air goes first. A bare page has
// no header, and its body may start above.
func layOut(window screen.Size, notice int, bare bool) layout {
	l := layout{window: window, aside: -1}
	if window.Width < leastWidth || window.Height < leastHeight {
		l.tooSmall = true
		l.body = screen.Size{Width: max(1, window.Width), Height: max(1, window.Height)}
		return l
	}
	margin := 1
	if window.Width >= 60 {
		margin = 4
	}
	l.body.Width = min(columnWidth, window.Width-2*margin)
	l.column = (window.Width - l.body.Width) / 2
	if window.Width >= wideWindow {
		l.aside = (window.Width - asideWidth - asideGap - columnWidth) / 2
		l.column = l.aside + asideWidth + asideGap
	}
	above, below := air(window.Height)
	l.top = 1 + above
	if bare {
		l.top = min(1, above)
	}
	if notice > 0 && below > 0 {
		notice++ // an empty row above it
	}
	l.body.Height = max(1, window.Height-l.top-max(below, notice)-1)
	return l
}

// air is how many empty rows stand above and below the body.
func air(height int) (above, below int) {
	switch {
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

// click is a part of the window that can be clicked.
type click struct {
	x, y, width, height int
	msg                 tea.Msg
}

// frame draws header, footer and notices around what a screen shows.
type frame struct {
	env    screen.Env
	layout layout
	notice []string
	care   bool // the notice is about something that did not go well
}

// draw puts the window together and says what can be clicked in it.
func (f frame) draw(view screen.View, bindings []keys.Binding) (string, []click) {
	rows := make([]string, f.layout.window.Height)
	if view.Title != "" {
		rows[0] = f.header(view)
	}
	for i, line := range view.Body {
		if i < f.layout.body.Height && line != "" {
			rows[f.layout.top+i] = strings.Repeat(" ", f.layout.column) + line
		}
	}
	f.putAside(rows, view.Aside)
	last := len(rows) - 1
	style := f.env.Theme.Accent
	if f.care {
		style = f.env.Theme.Care
	}
	for i, line := range f.notice {
		row := last - len(f.notice) + i
		rows[row] = strings.Repeat(" ", f.layout.column) + style.Render(line)
	}
	var clicks []click
	rows[last], clicks = f.footer(view, bindings, last)
	for _, target := range view.Targets {
		if target.Y < 0 || target.Y >= f.layout.body.Height {
			continue // scrolled out of sight
		}
		clicks = append(clicks, click{
			x: f.layout.column + target.X, y: f.layout.top + target.Y,
			width: target.Width, height: target.Height, msg: target.Click,
		})
	}
	return strings.Join(rows, "\n"), clicks
}

func (f frame) putAside(rows []string, aside []string) {
	if f.layout.aside < 0 {
		return
	}
	for i, line := range aside {
		row := f.layout.top + i
		if i >= f.layout.body.Height {
			return
		}
		left := strings.Repeat(" ", f.layout.aside) + ansi.Truncate(line, asideWidth, "…")
		body := strings.TrimPrefix(rows[row], strings.Repeat(" ", f.layout.column))
		rows[row] = left
		if body != "" {
			rows[row] += strings.Repeat(" ", f.layout.column-lipgloss.Width(left)) + body
		}
	}
}

// header shows where the reader is: seats, the same in words, the title, and
// the place. Where there is little room, the seats go first, then the words.
func (f frame) header(view screen.View) string {
	width := f.layout.window.Width - 2
	place := view.Place
	var left []string
	if view.Chapter > 0 {
		words := content.Fill(f.env.Words().Frame.Chapter, "n", view.Chapter, "of", f.env.Walk.Chapters())
		left = []string{seats(f.env.Walk, view.Chapter), words}
	}
	room := func() int { return width - cellsOf(left) - lipgloss.Width(view.Title) - 2 - lipgloss.Width(place) }
	for len(left) > 0 && room() < 0 {
		left = left[1:]
	}
	title := view.Title
	if room() < 0 {
		title = ansi.Truncate(title, max(0, width-2-lipgloss.Width(place)), "…")
	}
	line := ""
	for _, part := range left {
		line += part + "   "
	}
	line += title
	gap := max(2, width-lipgloss.Width(line)-lipgloss.Width(place))
	if place == "" {
		gap = 0
	}
	return " " + f.env.Theme.Muted.Render(line+strings.Repeat(" ", gap)+place)
}

// cellsOf is the width of the header's parts with the gaps behind them.
func cellsOf(parts []string) int {
	width := 0
	for _, part := range parts {
		width += lipgloss.Width(part) + 3
	}
	return width
}

// seats are the chapters as a row of seats.
func seats(w walk.Walk, here int) string {
	all := make([]string, w.Chapters())
	for i := range all {
		all[i] = seat(w.State(i + 1))
		if i+1 == here && w.State(i+1) == walk.ToCome {
			all[i] = seat(walk.Begun)
		}
	}
	return strings.Join(all, " ")
}

// seat is a chapter's state as a sign. Words always stand beside it.
func seat(state walk.State) string {
	switch state {
	case walk.Done:
		return "●"
	case walk.Begun:
		return "◐"
	default:
		return "○"
	}
}
