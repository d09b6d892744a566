package frame

import (
	"image"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"firstsession/content/plain"
	"firstsession/tui/keys"
	"firstsession/tui/prose"
	"firstsession/tui/theme"
)

// Frame is all that stands in a window.
type Frame struct {
	Layout
	Theme theme.Theme

	// Where the reader is: Seats, of which one is Here (counted from 1), the same
	// in words, the title, and the place.
	Seats                 []string
	Here                  int
	Chapter, Title, Place string

	Text   []string // of the page, as far as it is in sight
	Clicks []Click  // what can be clicked in it, by its own cells
	Beside []string
	Notice []string
	Word   []string // about a key that did nothing; it lies over what is there, so that nothing moves; but over no last line

	// Left are the keys that work on the page, the essential ones at every width;
	// Right what is always there; More says that the text goes on. Where no key says so, as
	// the text is Cut, it stands above them if they leave it no room.
	Left  []keys.Binding
	Right []Slot
	More  string
	Cut   bool
}

// Slot is a place in the footer that never moves: one key stands in it at a
// time, or none, and its room stays what it is.
type Slot struct {
	keys.Binding
	Width int
}

// Click is a part of the window that can be clicked, and what that means.
type Click struct {
	image.Rectangle
	Msg tea.Msg
}

// Draw puts the window together and says what can be clicked in it.
func (f Frame) Draw() (string, []Click) {
	rows := make([]string, f.Window.Height)
	rows[0] = f.header()
	for i := range f.Body.Height {
		rows[f.Top+i] = f.row(i)
	}
	last := len(rows) - 1
	from := last - f.Under - len(f.Notice)
	if f.Under == 0 {
		from = low(rows, len(f.Notice))
	}
	for i, line := range f.Notice {
		rows[from+i] = spaces(f.Column) + line
	}
	from = low(rows, len(f.Word))
	if len(f.Word) <= f.Top && strings.Join(rows[from:last], "") != "" {
		from = 0 // the header can be missed rather than the last lines of a text
	}
	for i, line := range f.Word {
		rows[from+i] = spaces(f.Column) + line
	}
	var clicks []Click
	rows[last], clicks = f.footer(last)
	if f.Cut && rows[last-1]+strings.Join(f.Notice, "") == "" && !strings.Contains(rows[last], f.More) {
		rows[last-1] = spaces(f.Column+f.Body.Width-prose.Cells(f.More)) + f.Theme.Muted.Render(f.More)
	}
	for _, c := range f.Clicks {
		c.Rectangle = c.Add(image.Pt(f.Column, f.Top))
		clicks = append(clicks, c)
	}
	return strings.Join(rows, "\n"), clicks
}

// low is the row where so many lines begin above the footer, with air where there is some.
func low(rows []string, n int) int {
	from := len(rows) - 1 - n
	if from > 2 && rows[from-1]+rows[from-2] == "" {
		from--
	}
	return from
}

// row is one of the body, with what stands beside the text.
func (f Frame) row(i int) string {
	row := ""
	if i < len(f.Beside) {
		row = spaces(f.Edge) + prose.Cut(f.Beside[i], f.Aside, "…")
	}
	if i < len(f.Text) && f.Text[i] != "" {
		row += spaces(f.Column-prose.Cells(row)) + f.Text[i]
	}
	return row
}

func spaces(n int) string { return strings.Repeat(" ", max(0, n)) }

// header shows where the reader is. Where there is little room, air goes first,
// then the seats, the words, and the title's end.
func (f Frame) header() string {
	width, words, seats := f.Window.Width-2*f.Edge, []string{f.Chapter, f.Title}, f.seats()
	if f.Chapter == "" {
		words, seats = words[1:], ""
	}
	room, between := width-prose.Cells(f.Place)-2, gap+" "
	wide := func(all ...string) bool { return prose.Cells(strings.Join(all, between)) > room }
	if wide(seats, f.Chapter, f.Title) {
		between = gap
	}
	if wide(seats, f.Chapter, f.Title) {
		seats, between = "", gap+" "
	}
	for len(words) > 1 && wide(words...) {
		words = words[1:]
	}
	line := strings.Join(words, between)
	if prose.Cells(line) > max(1, room) {
		if first := prose.Wrap(line, room-1)[0]; strings.Contains(line, first+" ") {
			line = first + "…" // no word is cut
		}
	}
	line = strings.TrimRight(prose.Cut(line, max(0, room), "…"), " ")
	style := plain.Either(f.Chapter == "", f.Theme.Strong, f.Theme.Muted) // then it is a title, and stands nowhere else
	if line != "" {
		line = style.Render(line)
	}
	if seats != "" {
		line = strings.TrimRight(seats+between+line, " ")
	}
	if place := prose.Cut(f.Place, width, "…"); place != "" {
		apart := plain.Either(line == "", 0, 2)
		line += spaces(max(apart, width-prose.Cells(line)-prose.Cells(place))) + f.Theme.Muted.Render(place)
	}
	return strings.TrimRight(spaces(f.Edge)+line, " ")
}

// seats are a row, in which the one where the reader is stands out.
func (f Frame) seats() string {
	said := make([]string, len(f.Seats))
	for i, seat := range f.Seats {
		style := f.Theme.Muted
		if i == f.Here-1 {
			style = f.Theme.Strong
		}
		said[i] = style.Render(seat)
	}
	return strings.Join(said, " ")
}

// footer shows the keys that work now. What stands at the right end is there at
// every width, and always at the same place; of the others, as many as there is
// room for.
func (f Frame) footer(row int) (string, []Click) {
	width, ends := f.Window.Width-2*f.Edge, 0
	for _, slot := range f.Right {
		ends += slot.Width + len(gap)
	}
	room := width - ends
	left, apart := fit(f.Left, room, plain.Either(f.Window.Width >= wideWidth, len(gap), 0))
	if room-widthOf(left, apart)-1 > prose.Cells(f.More)+3 && f.More != "" {
		left = append(left, keys.Binding{Does: f.More})
	}
	line, clicks := f.keyLine(left, apart, f.Edge, row)
	line = spaces(f.Edge) + line
	x := f.Edge + width - ends + len(gap)
	for _, slot := range f.Right {
		if slot.Shown != "" {
			key, more := f.keyLine([]keys.Binding{slot.Binding}, "", x, row)
			line += spaces(x-prose.Cells(line)) + key
			clicks = append(clicks, more...)
		}
		x += slot.Width + len(gap)
	}
	return prose.Cut(line, f.Window.Width, "…"), clicks
}

// gap is the least that stands between two keys.
const gap = "  "

// keyLine is some bindings in a row; keys stand out from their words by more than a hue.
func (f Frame) keyLine(all []keys.Binding, gap string, x, row int) (string, []Click) {
	var clicks []Click
	var parts []string
	key, words := f.Theme.Strong, f.Theme.Muted
	for _, b := range all {
		text := b.Said()
		width := prose.Cells(text)
		if b.Keys != nil {
			clicks = append(clicks, Click{image.Rect(x, row, x+width, row+1), b.Press()})
		}
		parts = append(parts, key.Render(b.Shown)+words.Render(strings.TrimPrefix(text, b.Shown)))
		x += width + len(gap)
	}
	return strings.Join(parts, gap), clicks
}

// fit makes bindings fit a width: first closer together, then without those that are not
// essential, of which some room is to stay free; then the words of signs go, which speak for
// themselves, then letters with theirs: the first key says what it does as long as it can.
func fit(all []keys.Binding, width, spare int) ([]keys.Binding, string) {
	shown, apart := slices.Clone(all), gap+" "
	wide := func() bool { return widthOf(shown, apart) > width-spare }
	if wide() {
		apart = gap
	}
	without := func(goes func(keys.Binding) bool) {
		for i := len(shown) - 1; i >= 0 && len(shown) > 1 && wide(); i-- {
			if goes(shown[i]) {
				shown = slices.Delete(shown, i, i+1)
			}
		}
	}
	wordless := func(goes func(string) bool) {
		for i := len(shown) - 1; i >= 0 && wide(); i-- {
			if goes(shown[i].Shown) {
				shown[i].Does = ""
			}
		}
	}
	without(func(b keys.Binding) bool { return !b.Essential })
	spare = 0
	wordless(isSign)
	without(func(b keys.Binding) bool { return !isNamed(b.Shown) && !isSign(b.Shown) })
	wordless(isNamed)
	without(func(keys.Binding) bool { return true })
	return restored(shown, all, func() bool { return !wide() }), apart
}

// restored gives keys their words back as far as there is room, signs last.
func restored(shown, all []keys.Binding, fits func() bool) []keys.Binding {
	for _, sign := range []bool{false, true} {
		for i := range shown {
			at := slices.IndexFunc(all, func(b keys.Binding) bool { return b.Shown == shown[i].Shown })
			if at < 0 || shown[i].Does != "" || sign != isSign(shown[i].Shown) {
				continue
			}
			if shown[i].Does = all[at].Does; !fits() {
				shown[i].Does = ""
			}
		}
	}
	return shown
}

func isNamed(key string) bool { return utf8.RuneCountInString(key) > 1 && !isSign(key) }

// isSign reports whether a key is named without a letter: an arrow, numbers.
func isSign(name string) bool { return !strings.ContainsFunc(name, unicode.IsLetter) }

func widthOf(all []keys.Binding, gap string) int {
	width := max(0, len(all)-1) * len(gap)
	for _, b := range all {
		width += prose.Cells(b.Said())
	}
	return width
}
