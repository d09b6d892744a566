package sheet

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"firstsession/content"
	"firstsession/tui/intake"
	"firstsession/tui/prose"
	"firstsession/tui/screen"
)

// blankWidth is how wide the line of an empty field is drawn.
const blankWidth = 40

// rendered asks the page how it is now, and writes it anew.
func (s sheet) rendered() sheet {
	s.now = s.page.Sheet(s.env.Walk)
	s.stops = stopsOf(s.now.Items)
	d := drawing{sheet: s, paper: paper{width: max(1, s.env.Size.Width)}}
	d.body()
	d.items()
	s.paper = d.paper
	s.text = s.text.With(s.paper.lines, s.env.Size.Height)
	return s
}

// shown makes what View hands out.
func (s sheet) shown() sheet {
	top, height := s.text.Top(), s.env.Size.Height
	s.view = screen.View{
		Title:   s.now.Title,
		Place:   s.now.Turn,
		Body:    s.text.Lines(),
		More:    s.text.More(s.env.Words().Reader),
		Targets: s.paper.targets(top, height),
		Typing:  s.isTyping(),
		Typed:   s.field.Value(),
	}
	if c := s.paper.cursor; c != nil && c.Y >= top && c.Y < top+height {
		cursor := *c
		cursor.X, cursor.Y = min(cursor.X, s.paper.width-1), c.Y-top
		s.view.Cursor = &cursor
	}
	return s
}

// drawing is a page while it is written.
type drawing struct {
	sheet
	paper paper
}

// body is whose turn it is, and what the page says.
func (d *drawing) body() {
	look := d.env.Theme
	d.paper.say(d.now.Turn, look.Accent)
	for i, part := range d.now.Body {
		switch {
		case part.Kind == intake.Heading && i == 0:
			// Whose turn it is belongs to the first heading.
		case part.Kind != intake.ListItem || d.now.Body[max(0, i-1)].Kind != intake.ListItem:
			d.paper.air()
		}
		switch part.Kind {
		case intake.Heading:
			d.paper.say(part.Text, look.Heading)
		case intake.ListItem:
			d.paper.hang("• ", part.Text, look.Plain)
		case intake.Quiet:
			d.paper.say(part.Text, look.Muted)
		case intake.Path:
			for _, line := range strings.Split(ansi.Hardwrap(content.Printable(part.Text, "?"), max(1, d.paper.width-2), false), "\n") {
				d.paper.add("  " + look.Accent.Render(line))
			}
		case intake.Text:
			d.paper.add(d.env.Prose.Blocks(part.Blocks, d.paper.width, look)...)
		default:
			d.paper.say(part.Text, look.Plain)
		}
	}
}

// items are what can be answered, each below the heading of its group.
func (d *drawing) items() {
	if d.place() == "" {
		d.notice()
	}
	for i, item := range d.now.Items {
		before := intake.Item{Kind: -1}
		if i > 0 {
			before = d.now.Items[i-1]
		}
		if item.Kind != before.Kind || item.Kind == intake.Line || item.Group != before.Group {
			d.paper.air()
		}
		head := len(d.paper.lines)
		if item.Kind == intake.Act && before.Kind != intake.Act {
			d.before(item.ID, head)
			head = len(d.paper.lines)
		}
		begins := item.Group != "" && item.Group != before.Group
		if begins {
			d.paper.say(item.Group, d.env.Theme.Heading)
		}
		d.item(item, head, begins)
	}
}

// before is the place before acts, where Enter does nothing.
func (d *drawing) before(id string, head int) {
	for _, act := range d.acts(id) {
		if act == d.place() {
			d.notice()
		}
	}
	words, at := d.env.Words().Reader, stop{id, true}
	d.spot(at, intake.Act, head, func() {
		switch {
		case d.focus == at && d.hint:
			d.paper.say(words.ActsOpen, d.env.Theme.Care)
		case d.focus == at:
			d.paper.say(words.Acts, d.env.Theme.Accent)
		default:
			d.paper.say(words.Acts, d.env.Theme.Muted)
		}
	})
	d.paper.air()
}

// acts are the acts that stand together, from the first on.
func (d *drawing) acts(first string) []string {
	var acts []string
	for _, item := range d.now.Items {
		if item.ID == first || len(acts) > 0 {
			if item.Kind != intake.Act {
				break
			}
			acts = append(acts, item.ID)
		}
	}
	return acts
}

// item is one item. What helps with it stands above it where it has a heading
// of its own, and otherwise below.
func (d *drawing) item(item intake.Item, head int, begins bool) {
	look := d.env.Theme
	switch {
	case item.Kind == intake.Line && item.Group == "":
		d.paper.say(item.Label, look.Heading)
	case item.Kind == intake.Line:
		d.paper.say(item.Label, look.Plain)
	}
	above := begins || item.Kind == intake.Line
	if above && item.Help != "" {
		d.paper.say(item.Help, look.Muted)
	}
	if item.Kind != intake.Act && item.ID == d.place() {
		d.notice()
	}
	d.spot(stop{id: item.ID}, item.Kind, head, func() { d.answer(item) })
	if !above && item.Help != "" {
		d.paper.hang(strings.Repeat(" ", markWidth+len(sign(item))), item.Help, look.Muted)
	}
	if item.Kind == intake.Act {
		d.paper.reach()
	}
}

// answer is the part of an item that takes the focus.
func (d *drawing) answer(item intake.Item) {
	focused := d.focus == stop{id: item.ID}
	mark, style := strings.Repeat(" ", markWidth), d.env.Theme.Plain
	if focused {
		mark, style = d.env.Theme.Accent.Render("›")+" ", d.env.Theme.Accent
	}
	switch item.Kind {
	case intake.Line:
		d.line(item, mark, focused)
	case intake.GoOn:
		if len(d.now.Items) > 1 {
			d.paper.hang(mark+d.env.Theme.Accent.Render(d.env.Keys.Next.Shown)+"   ", item.Label, style)
		}
	default:
		box := sign(item)
		if item.On {
			box = d.env.Theme.Accent.Render(box)
		} else {
			box = style.Render(box)
		}
		d.paper.hang(mark+box, item.Label, style)
	}
}

// sign is what stands before the words of an item that can be set. Acts have
// none.
func sign(item intake.Item) string {
	switch {
	case item.Kind == intake.Tick && item.On:
		return "[x] "
	case item.Kind == intake.Tick:
		return "[ ] "
	case item.Kind == intake.Pick && item.On:
		return "(o) "
	case item.Kind == intake.Pick:
		return "( ) "
	default:
		return ""
	}
}

// line is the text of a Line, with the cursor in it while it is typed, or a
// row to write on.
func (d *drawing) line(item intake.Item, mark string, focused bool) {
	text := item.Text
	if item.ID == d.typing {
		text = d.field.Value()
	}
	lines := prose.Wrap(text, d.paper.width-markWidth-1)
	if focused {
		lines = d.field.Lines()
		if c := d.field.Cursor(); c != nil {
			d.paper.cursor = tea.NewCursor(markWidth+c.X, len(d.paper.lines)+c.Y)
		}
	}
	if text == "" && (!focused || d.field.Empty()) {
		blank := strings.Repeat("_", max(1, min(blankWidth, d.paper.width-markWidth)))
		lines = []string{d.env.Theme.Muted.Render(blank)}
	}
	for _, line := range lines {
		d.paper.add(mark + line)
		mark = strings.Repeat(" ", markWidth)
	}
}

// spot says that the lines added by write can be focused. Where nothing is
// typed, the cursor is for whoever hears the screen.
func (d *drawing) spot(at stop, kind intake.ItemKind, head int, write func()) {
	from := len(d.paper.lines)
	write()
	d.paper.spots = append(d.paper.spots, spot{stop: at, kind: kind, head: head, from: from, to: len(d.paper.lines)})
	if at == d.focus && at != nowhere && d.paper.cursor == nil {
		d.paper.cursor = tea.NewCursor(0, from)
		d.paper.cursor.Blink = false
	}
}

// place is the item at which the notice stands; empty for above them all.
func (d *drawing) place() string {
	about := d.now.At
	if about == "" {
		about = d.last
	}
	for _, item := range d.now.Items {
		if item.ID == about && item.Kind != intake.GoOn {
			return item.ID
		}
	}
	return ""
}

// notice is a word about the last answer.
func (d *drawing) notice() {
	if d.now.Notice == "" {
		return
	}
	style := d.env.Theme.Plain
	if d.now.Care {
		style = d.env.Theme.Care
	}
	d.paper.air()
	from := len(d.paper.lines)
	d.paper.say(d.now.Notice, style)
	d.paper.notice = spot{from: from, to: len(d.paper.lines)}
	d.paper.air()
}
