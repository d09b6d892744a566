package screen

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"firstsession/content"
	"firstsession/content/page"
	"firstsession/content/walk"
	"firstsession/tui/prose"
)

// The widest that texts of a page with a banner are, in cells.
const (
	leadWidth = 60
	keyWidth  = 48
)

// rendered asks the page how it is now, and writes it anew, if anything has
// changed. What another page has taken the place of stays as it was.
func (s sheet) rendered() sheet {
	if s.gone() || s.drawn == s.toDraw() {
		return s
	}
	if s.drawn.visit != s.visit || s.drawn.changes != s.visit.Changes() {
		s.now, s.moves = s.visit.Sheet(), s.visit.Moves()
	}
	s.drawn = s.toDraw()
	d := drawing{sheet: s, paper: paper{width: max(1, s.size.Width)}}
	d.write(true)
	if d.banner() && len(d.paper.lines) > s.size.Height {
		d.paper = paper{width: d.paper.width}
		d.write(false) // where there is little room, the ring goes first
	}
	if free := s.size.Height - len(d.paper.lines); d.banner() && free > 2 {
		d.paper.lower((free - 2) / 3)
	}
	s.paper = d.paper
	s.text = s.text.With(s.paper.lines, s.size.Height)
	return s
}

// drawing is a page while it is written.
type drawing struct {
	sheet
	paper paper
}

// banner reports whether the page has one: then all stands in the middle.
func (d *drawing) banner() bool {
	return len(d.now.Body) > 0 && d.now.Body[0].Kind == page.Banner
}

func (d *drawing) write(ring bool) {
	d.paper.say(d.now.ForWhom, d.theme.Accent)
	d.parts(d.now.Body, ring)
	d.marked()
	d.items()
	d.moves()
	d.parts(d.now.Under, false)
	if d.now.Passing {
		d.paper.air()
		d.paper.say(content.Fill(d.words().Reader.Returns, d.keys.Ways()...), d.theme.Muted)
	}
}

// marked opens the page at the first of the words that were searched for.
func (d *drawing) marked() {
	if first := d.mark(0); d.paper.here == 0 {
		d.paper.here = max(0, first)
	}
}

// mark marks the words that were searched for, from a row on. It returns the
// first row with one; -1 if there is none.
func (d *drawing) mark(from int) int {
	first, marks := -1, strings.Fields(d.now.Marks)
	if len(marks) == 0 {
		return first
	}
	for i, line := range prose.Highlight(d.paper.lines[from:], marks, d.theme) {
		if first < 0 && line != d.paper.lines[from+i] {
			first = from + i
		}
		d.paper.lines[from+i] = line
	}
	return first
}

// parts are what the page says.
func (d *drawing) parts(parts []page.Part, ring bool) {
	if d.now.Place != "" {
		// What is to be done here stands in the header already.
		parts = slices.DeleteFunc(slices.Clone(parts), func(p page.Part) bool { return p.Kind == page.Label })
	}
	for i, part := range parts {
		if i == 0 && len(d.paper.lines) > 0 && (part.Kind != page.Heading || d.now.ForWhom == "") {
			d.paper.air() // whose turn it is belongs to the first heading
		}
		if i > 0 && !(part.Kind == page.ListItem && parts[i-1].Kind == page.ListItem && part.Under == "") && parts[i-1].Kind != page.Label &&
			!(d.banner() && part.Kind == page.Quiet && parts[i-1].Kind == page.Title) {
			d.paper.air()
		}
		if part.Here {
			d.paper.here = len(d.paper.lines)
		}
		if d.banner() {
			d.middlePart(part, ring)
		} else {
			d.part(part)
		}
	}
}

// part is one paragraph.
func (d *drawing) part(part page.Part) {
	look := d.theme
	switch part.Kind {
	case page.Title, page.Heading:
		d.paper.say(part.Text, look.Heading)
	case page.Label, page.Key:
		d.paper.say(part.Text, look.Accent)
	case page.ListItem:
		sign := d.sign(part.Mark)
		if part.Under == "" && part.Mark != page.NoMark {
			style := look.Muted
			if part.Here {
				style = look.Accent
			}
			d.paper.hang(sign+" ", part.Text, style)
			return
		}
		d.paper.hang("• ", part.Text, look.Plain)
		if part.Under != "" {
			d.paper.hang("  "+strings.TrimLeft(sign+" ", " "), part.Under, look.Muted)
		}
	case page.Quiet:
		d.paper.say(part.Text, look.Muted)
	case page.Path:
		for _, line := range strings.Split(ansi.Hardwrap(content.Printable(part.Text, "?"), max(1, d.paper.width-2), false), "\n") {
			d.paper.add("  " + look.Accent.Render(line))
		}
	case page.Prose:
		d.paper.add(d.prose.Blocks(part.Blocks, d.paper.width, look)...)
	case page.Banner:
	default:
		d.paper.say(part.Text, look.Plain)
	}
}

// middlePart is one paragraph of a page on which all stands in the middle.
func (d *drawing) middlePart(part page.Part, ring bool) {
	look := d.theme
	switch part.Kind {
	case page.Banner:
		if ring {
			d.paper.add(centred(d.ring(), d.paper.width)...)
		}
	case page.Title:
		d.paper.middle(part.Text, look.Heading.Inherit(look.Accent))
	case page.Quiet:
		d.paper.middle(part.Text, look.Muted)
	case page.Key:
		d.paper.block(part.Text, keyWidth, look.Accent)
	case page.Prose:
		d.paper.add(centred(d.prose.Blocks(part.Blocks, min(leadWidth, d.paper.width), look), d.paper.width)...)
	default:
		d.paper.block(part.Text, leadWidth, look.Plain)
	}
}

// partLines are some parts in a width of their own, for beside the text.
func (s sheet) partLines(parts []page.Part, width int) []string {
	if len(parts) == 0 {
		return nil
	}
	d := drawing{sheet: s, paper: paper{width: width}}
	d.now = page.Sheet{}
	d.parts(parts, false)
	return d.paper.lines
}

// moves are what can be done that the page itself names, each with its key. What
// Enter does stands first.
func (d *drawing) moves() {
	type line struct {
		key, words string
		msg        tea.Msg
	}
	var all []line
	for _, move := range d.now.Moves {
		if b, ok := d.keys.Of(move.Meaning); ok && move.Listed {
			all = append(all, line{b.Shown, move.Label, b.Press()})
		}
	}
	if len(all) == 0 {
		return
	}
	if item := d.goOn(); item.Label != "" {
		all = append([]line{{d.keys.Keep.Shown, item.Label, d.keys.Keep.Press()}}, all...)
	}
	column := 0
	for _, l := range all {
		column = max(column, lipgloss.Width(l.key))
	}
	var lines []string
	var rows []row
	for _, l := range all {
		lead := d.theme.Accent.Render(l.key) + strings.Repeat(" ", column-lipgloss.Width(l.key)+3)
		for _, words := range prose.Wrap(l.words, max(8, d.paper.width-column-3)) {
			rows = append(rows, row{len(lines), l.msg})
			lines = append(lines, lead+words)
			lead = strings.Repeat(" ", column+3)
		}
	}
	if d.banner() {
		lines = centred(lines, d.paper.width)
	}
	d.paper.air()
	for _, r := range rows {
		d.paper.keys = append(d.paper.keys, row{len(d.paper.lines) + r.line, r.msg})
	}
	d.paper.add(lines...)
}

// sign is how a mark looks. All of one list are equally wide.
func (d *drawing) sign(mark page.Mark) string {
	look := d.theme
	switch mark {
	case page.Tried:
		return "·"
	case page.Fits, page.Done, page.Agreed:
		return look.Accent.Render("●")
	case page.Begun, page.ToTalk:
		return look.Accent.Render("◐")
	case page.NotAgreed:
		return look.Care.Render("○")
	case page.ToCome:
		return "○"
	case page.LeftOut, page.Open:
		return "·"
	default:
		return " "
	}
}

// ring is the circle of seats, one for each chapter, as far as they are filled.
// Words say all of it elsewhere.
func (d *drawing) ring() []string {
	all := make([]any, 10)
	for i := range all {
		all[i] = "○"
	}
	for i, seat := range seats(d.visit.Walk, d.now.Chapter) {
		if i < len(all) {
			all[i] = seat
		}
	}
	if d.now.Chapter == 0 {
		all[6] = "●" // one is kept for the reader
	}
	shape := fmt.Sprintf("     %[1]s %[2]s %[3]s\n %[10]s           %[4]s\n %[9]s           %[5]s\n     %[8]s %[7]s %[6]s", all...)
	lines := strings.Split(shape, "\n")
	for i, line := range lines {
		lines[i] = d.theme.Accent.Render(line)
	}
	return lines
}

// seats are the chapters' states as signs. Words always stand beside them.
func seats(w walk.Walk, here int) []string {
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
