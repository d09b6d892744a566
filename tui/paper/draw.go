package paper

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"firstsession/content/page"
	"firstsession/content/plain"
	"firstsession/content/words"
	"firstsession/tui/keys"
	"firstsession/tui/prose"
	"firstsession/tui/theme"
)

// The widest that texts in the middle of a page are, in cells.
const (
	leadWidth = 60
	keyWidth  = 48
)

type drawing struct {
	Look
	Page
	Paper
	middle bool // all stands in the middle, as on every page with a banner
	ring   bool // and there is room for that
	labels bool // there is room for a word over what is to be done
	asks   bool // the page asks something: what it asks has a bar beside it
	tight  bool // and no air behind it
	digits int  // of the widest number of an item
	column int  // where the words of the last item begin
}

func (d *drawing) words() *words.Words { return d.Walk.Guide().Words }

func (d *drawing) write() {
	d.say(d.ForWhom, d.Theme.Accent)
	d.parts(d.Body)
	// The page opens at the first of the words that were searched for.
	if first := d.mark(0); d.Here == 0 {
		d.Here = max(0, first)
	}
	d.items()
	d.moves()
	d.parts(d.Under)
	d.named()
	if d.Ends && d.saidAt() == "" && d.Sheet.Notice.Text != "" { // where one is once all is read
		d.notice()
		d.Lines = d.Lines[:d.Notice.To]
	}
	if n := len(d.Lines); d.Passing && (n > d.Height || n+2 <= d.Height) { // all of a page is not to be cut for that
		d.air()
		d.say(plain.Fill(d.words().Reader.Returns, d.Keys.Ways()...), d.Theme.Muted)
	}
}

// mark marks what was searched for, from a row on. It returns the first with some, or -1.
func (d *drawing) mark(from int) int {
	first := -1
	for i, line := range prose.Highlight(d.Lines[from:], d.Marks, d.Theme) {
		if first < 0 && line != d.Lines[from+i] {
			first = from + i
		}
		d.Lines[from+i] = line
	}
	return first
}

// parts are what the page says.
func (d *drawing) parts(parts []page.Part) {
	if !d.labels {
		// What is to be done here stands in the header as well.
		parts = plain.Only(parts, func(p page.Part) bool { return p.Kind != page.Label })
	}
	for i, part := range parts {
		// Whose turn it is belongs to the first heading.
		if i == 0 && (part.Kind != page.Heading || d.ForWhom == "") || i > 0 && !d.joins(parts[i-1], part) {
			d.air()
		}
		if part.Here {
			d.Here = len(d.Lines)
		}
		d.part(part)
	}
}

// joins reports whether no air stands between two parts.
func (d *drawing) joins(a, b page.Part) bool {
	return a.Kind == page.Label || a.Kind == page.Banner && d.tight ||
		a.Kind == page.ListItem && b.Kind == page.ListItem && b.Under == "" ||
		d.middle && (a.Kind == page.Title || a.Kind == page.Quiet) && b.Kind == page.Quiet
}

func (d *drawing) part(part page.Part) {
	each := part.Kind == page.Title || part.Kind == page.Quiet // line is in the middle by itself
	width := d.width
	if d.middle && !each {
		width = min(width, leadWidth)
	}
	var lines []string
	switch part.Kind {
	case page.Banner:
		if d.ring {
			lines = d.seats()
		}
	case page.Prose:
		lines = d.Prose.Blocks(part.Blocks, width, d.Theme)
	case page.Path:
		lines = prose.Hung("  ", "  ", inked(prose.Path(part.Text, width-2), d.Theme.Accent))
	case page.ListItem:
		d.listItem(part, width)
		return
	case page.Heading: // with a bar beside it where the page asks something
		mark := ""
		if d.asks {
			mark = d.Theme.Accent.Render("┃") + " "
		}
		lines = prose.Hung(mark, mark, inked(prose.Wrap(part.Text, width-prose.Cells(mark)), d.Theme.Heading))
	default:
		if d.middle && part.Kind == page.Key {
			width = min(width, keyWidth)
		}
		wrap := plain.Either(d.middle && (each || part.Kind == page.Key), prose.Balanced, prose.Wrap)
		lines = inked(wrap(part.Text, width), d.style(part.Kind))
	}
	switch {
	case d.middle && part.Kind == page.Heading: // over a list
		lines = d.beneath(lines)
	case d.middle:
		lines = centred(lines, d.width, each)
	}
	d.add(lines...)
}

func (d *drawing) style(kind page.PartKind) theme.Style {
	if d.middle && kind == page.Title {
		return d.Theme.Strong
	}
	switch kind {
	case page.Title, page.Heading:
		return d.Theme.Heading
	case page.Label, page.Key:
		return d.Theme.Accent
	case page.Quiet:
		return d.Theme.Muted
	default:
		return d.Theme.Plain
	}
}

// listItem has its mark before what stands below it, or else before itself. It may
// be narrower than the page, and stands in its middle then.
func (d *drawing) listItem(part page.Part, width int) {
	sign, from, all := d.sign(part.Mark), len(d.Lines), d.width
	d.width = width
	switch {
	case part.Under != "", part.Mark == page.NoMark:
		d.hang("• ", part.Text, d.Theme.Plain)
		d.hang("  "+strings.TrimLeft(sign+" ", " "), part.Under, d.Theme.Muted)
	default:
		style := plain.Either(part.Here, d.Theme.Accent, d.Theme.Muted)
		d.add(hung(sign+" ", inked(prose.Balanced(part.Text, width-prose.Cells(sign)-1), style))...)
	}
	d.width = all
	for i := from; i < len(d.Lines); i++ {
		d.Lines[i] = strings.Repeat(" ", (all-width)/2) + d.Lines[i]
		if part.ID != "" {
			d.rows = append(d.rows, row{i, 0, all, page.Answer{ID: part.ID}})
		}
	}
}

// moves are what can be done that the page itself names, each with its key, as in
// the footer. Going on stands first. Their words stand below those of the items.
func (d *drawing) moves() {
	all := plain.Some(d.Moves, func(move page.Move) (keys.Binding, bool) {
		return d.Keys.Meanings[move.Meaning].Saying(move.Label), move.Listed
	})
	if len(all) == 0 {
		return
	}
	if item, ok := d.GoOn(); ok && item.Label != "" {
		all = append([]keys.Binding{d.Keys.Next.Saying(item.Label)}, all...)
	}
	column := max(3, d.column)
	for _, b := range all {
		column = max(column, prose.Cells(b.Shown)+3)
	}
	d.air()
	var lines []string
	for _, b := range all {
		lead := d.Theme.Strong.Render(b.Shown) + strings.Repeat(" ", column-prose.Cells(b.Shown))
		for _, line := range hung(lead, prose.Wrap(b.Does, max(8, d.width-d.edge()-column))) {
			d.rows = append(d.rows, row{len(d.Lines) + len(lines), 0, d.width, b.Press()})
			lines = append(lines, line)
		}
	}
	d.add(d.beneath(lines)...)
}

// named is what can be clicked where a text names a move of the page by its key.
func (d *drawing) named() {
	for _, move := range d.Moves {
		key := d.Keys.Meanings[move.Meaning]
		lead := plain.Fill(d.words().Reader.Key, "key", key.Shown, "does", "")
		for i, line := range d.Lines {
			if !strings.Contains(line, lead) { // most have none
				continue
			}
			line = ansi.Strip(line)
			if at := strings.Index(" "+line, " "+lead); at >= 0 {
				name, _, _ := strings.Cut(line[at:], "   ") // which stands between names
				from := prose.Cells(line[:at])
				d.rows = append(d.rows, row{i, from, from + prose.Cells(name), key.Press()})
			}
		}
	}
}

// beneath puts lines below a text in the middle, with its left edge.
func (d *drawing) beneath(lines []string) []string {
	edge := strings.Repeat(" ", d.edge())
	return prose.Hung(edge, edge, lines)
}

// edge is where a text in the middle begins.
func (d *drawing) edge() int { return plain.Either(d.middle, max(0, (d.width-leadWidth)/2), 0) }

// sign is how a mark looks. All of one list are equally wide.
func (d *drawing) sign(mark page.Mark) string {
	look := d.Theme
	switch mark {
	case page.Fits, page.Done, page.Agreed:
		return look.Accent.Render("●")
	case page.Begun, page.ToTalk:
		return look.Accent.Render("◐")
	case page.NotAgreed:
		return look.Care.Render("○")
	case page.ToCome:
		return "○"
	case page.Tried, page.LeftOut, page.Open:
		return "·"
	default:
		return " "
	}
}
