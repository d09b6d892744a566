package screen

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"firstsession/content"
)

// The frame's measures in cells.
const (
	columnWidth = 72 // the text column at its widest
	asideWidth  = 28 // what stands at its left, at its widest
	asideLeast  = 18 // and at its narrowest
	asideGap    = 4  // between the two
	leastWidth  = 30 // a smaller window gets a word about it
	leastHeight = 8
)

// layout says where everything stands in a window. The text column is in its
// middle, whatever stands beside it.
type layout struct {
	window     size
	column     int // where the text column starts
	body       size
	top        int // the row on which the body starts
	aside      int // where the aside starts
	asideWidth int // 0 if there is no room for one
	tooSmall   bool
}

func (m *Model) layout() layout {
	l := layOut(m.window, 0)
	if !l.tooSmall {
		l = layOut(m.window, len(m.noticeLines()))
	}
	if !l.tooSmall && m.bare() {
		l.body.height += l.top - 1
		l.top = 1
	}
	return l
}

// bare reports whether the page has no header, so that no air is needed below
// it.
func (m *Model) bare() bool {
	now := m.here.now
	if m.here.id != m.env.visit.ID() {
		now = m.env.visit.Sheet()
	}
	return now.Title+now.Place == "" && now.Chapter == 0
}

// layOut divides a window. Where it is small, air goes first.
func layOut(window size, notice int) layout {
	l := layout{window: window}
	if window.width < leastWidth || window.height < leastHeight {
		l.tooSmall = true
		l.body = size{max(1, window.width), max(1, window.height)}
		return l
	}
	margin := 1
	if window.width >= 60 {
		margin = 4
	}
	l.body.width = min(columnWidth, window.width-2*margin)
	l.column = (window.width - l.body.width) / 2
	if room := min(asideWidth, l.column-asideGap-1); room >= asideLeast {
		l.asideWidth = room
		l.aside = l.column - asideGap - room
	}
	above, below := air(window.height)
	l.top = 1 + above
	if notice > 0 && below > 0 {
		notice++ // an empty row above it
	}
	l.body.height = max(1, window.height-l.top-max(below, notice)-1)
	return l
}

// air is how many empty rows stand above and below the body.
func air(height int) (above, below int) {
	switch {
	case height >= 40:
		return 2 + (height-30)/4, 1
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

// noticeLines is the visit's notice in the column's width.
func (m *Model) noticeLines() []string {
	text := m.env.visit.Notice().Text
	if text == "" {
		return nil
	}
	width := layOut(m.window, 0).body.width
	lines := strings.Split(ansi.Wrap(content.Printable(text, "?"), width, ""), "\n")
	// A long path must not leave the page without room.
	if most := max(1, m.window.height/3); len(lines) > most {
		lines = append(lines[:most-1], ansi.Truncate(lines[most-1], max(1, width-1), "")+"…")
	}
	return lines
}

// frame draws header, footer and notices around a sheet.
type frame struct {
	env
	layout layout
	sheet  sheet
	notice []string
	care   bool // the notice is about something that did not go well
	beside []string
}

// draw puts the window together and says what can be clicked in it.
func (f frame) draw(bindings bindings) (string, []click) {
	rows := make([]string, f.layout.window.height)
	rows[0] = f.header()
	for i, line := range f.sheet.text.Lines() {
		if i < f.layout.body.height && line != "" {
			rows[f.layout.top+i] = strings.Repeat(" ", f.layout.column) + line
		}
	}
	f.putAside(rows)
	last := len(rows) - 1
	style := f.theme.Accent
	if f.care {
		style = f.theme.Care
	}
	for i, line := range f.notice {
		rows[last-len(f.notice)+i] = strings.Repeat(" ", f.layout.column) + style.Render(line)
	}
	var clicks []click
	rows[last], clicks = f.footer(bindings, last)
	for _, c := range f.sheet.paper.clicks(f.sheet.text.Top(), f.layout.body.height) {
		c.x += f.layout.column
		c.y += f.layout.top
		clicks = append(clicks, c)
	}
	return strings.Join(rows, "\n"), clicks
}

func (f frame) putAside(rows []string) {
	for i, line := range f.beside {
		row := f.layout.top + i
		if i >= f.layout.body.height {
			return
		}
		left := strings.Repeat(" ", f.layout.aside) + ansi.Truncate(line, f.layout.asideWidth, "…")
		body := strings.TrimPrefix(rows[row], strings.Repeat(" ", f.layout.column))
		rows[row] = left
		if body != "" {
			rows[row] += strings.Repeat(" ", f.layout.column-lipgloss.Width(left)) + body
		}
	}
}

// header shows where the reader is: seats, the same in words, the title, and
// the place. Where there is little room, the seats go first, then the words.
func (f frame) header() string {
	now, width := f.sheet.now, f.layout.window.width-2
	place := now.Place
	if f.visit.Marked() {
		place = content.Fill(f.words().Intake.Marked, "place", place)
	}
	if now.Title+place == "" && now.Chapter == 0 {
		return ""
	}
	var left []string
	if now.Chapter > 0 {
		words := content.Fill(f.words().Frame.Chapter, "n", now.Chapter, "of", f.visit.Walk.Chapters())
		left = []string{f.seats(now.Chapter), words}
	}
	room := func() int { return width - cellsOf(left) - lipgloss.Width(now.Title) - 2 - lipgloss.Width(place) }
	for len(left) > 0 && room() < 0 {
		left = left[1:]
	}
	title := now.Title
	if room() < 0 {
		title = ansi.Truncate(title, max(0, width-2-lipgloss.Width(place)), "…")
	}
	line := ""
	for _, part := range left {
		line += part + "   "
	}
	line = strings.TrimRight(line+title, " ")
	gap := max(2, width-lipgloss.Width(line)-lipgloss.Width(place))
	if place == "" {
		gap = 0
	}
	return " " + f.theme.Muted.Render(line+strings.Repeat(" ", gap)+place)
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
func (f frame) seats(here int) string {
	all := make([]string, f.visit.Walk.Chapters())
	for i := range all {
		all[i] = seat(f.visit.Walk, i+1, here)
	}
	return strings.Join(all, " ")
}

// clip fits a sentence into a window of any size.
func clip(text string, window size) string {
	lines := strings.Split(ansi.Wrap(text, max(1, window.width), ""), "\n")
	if len(lines) > window.height {
		lines = lines[:max(0, window.height)]
	}
	return strings.Join(lines, "\n")
}
