package screen

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"firstsession/content/page"
	"firstsession/tui/prose"
)

// blankWidth is how wide the line of an empty field is drawn.
const blankWidth = 40

// roomyHeight is from how many rows on there is room for air between options.
const roomyHeight = 14

// items are what can be answered, each below the heading of its group.
func (d *drawing) items() {
	if d.place() == "" {
		d.notice()
	}
	number := 0
	for i, item := range d.now.Items {
		if item.Kind == page.GoOn {
			continue
		}
		before := page.Item{Kind: none}
		if i > 0 {
			before = d.now.Items[i-1]
		}
		if d.breathes(item, before) {
			d.paper.air()
		}
		head := len(d.paper.lines)
		begins, first := item.Group != "" && item.Group != before.Group, item.Kind == page.Act && before.Kind != page.Act
		above := first && d.together(item)
		if begins && above {
			d.paper.say(item.Group, d.theme.Heading)
			d.paper.air()
		}
		if first {
			d.before(item.ID, head)
			head = len(d.paper.lines)
		}
		if begins && !above {
			d.paper.say(item.Group, d.theme.Heading)
		}
		if item.Kind != page.Line { // letters are typed there, and so are digits
			number++
		}
		d.item(item, number, head, begins)
		if item.Kind == page.Row {
			d.mark(head) // what a search found
		}
	}
}

// breathes reports whether an empty line stands before an item.
func (d *drawing) breathes(item, before page.Item) bool {
	switch {
	case item.Kind != before.Kind, item.Kind == page.Line, item.Group != before.Group:
		return true
	case item.Kind == page.Choose, item.Kind == page.Row && item.Help != "", item.Kind == page.Tick && item.Says+before.Says != "":
		return d.size.Height >= roomyHeight
	default:
		return false
	}
}

// before is the place before acts, where Enter does nothing.
func (d *drawing) before(id string, head int) {
	for _, act := range d.acts(id) {
		if act == d.place() {
			d.notice()
		}
	}
	words, at := d.words().Reader, stop{id, true}
	how, hint := words.Acts, words.ActsOpen
	if d.numbered() != nil {
		how, hint = words.ActsNumbered, words.ActsOpenNumbered
	}
	d.spotted(at, none, head, func() {
		switch {
		case d.focus == at && d.hint:
			d.paper.say(hint, d.theme.Care)
		case d.focus == at:
			d.paper.say(how, d.theme.Accent)
		default:
			d.paper.say(how, d.theme.Muted)
		}
	})
	d.paper.air()
}

// acts are the acts that stand together, from the first on.
func (d *drawing) acts(first string) []string {
	var acts []string
	for _, item := range d.now.Items {
		if item.ID == first || len(acts) > 0 {
			if item.Kind != page.Act {
				break
			}
			acts = append(acts, item.ID)
		}
	}
	return acts
}

// together reports whether the acts that begin with one have its heading in
// common, which then stands above how they are chosen.
func (d *drawing) together(first page.Item) bool {
	for _, id := range d.acts(first.ID) {
		if d.itemOf(id).Group != first.Group {
			return false
		}
	}
	return true
}

// item is one item. What helps with it stands above it where it has a heading
// of its own, and otherwise below.
func (d *drawing) item(item page.Item, number, head int, begins bool) {
	look := d.theme
	if item.Kind == page.Line && item.Label != "" {
		style := look.Plain
		if item.Group == "" {
			style = look.Heading
		}
		if item.State == "" {
			d.paper.say(item.Label, style)
		} else {
			d.withState("", item, style)
		}
	}
	above := begins || item.Kind == page.Line
	if above {
		d.paper.say(item.Help, look.Muted)
	}
	if item.Kind != page.Act && item.ID == d.place() {
		d.notice()
	}
	d.spotted(stop{id: item.ID}, item.Kind, head, func() { d.answer(item, number) })
	under := strings.Repeat(" ", lipgloss.Width(d.lead(item, number)))
	if !above && item.Help != "" {
		d.paper.hang(under, item.Help, look.Muted)
	}
	d.says(under, item)
	d.paper.spots[len(d.paper.spots)-1].under = len(d.paper.lines)
}

// says is what there is to say about an item that was answered.
func (d *drawing) says(under string, item page.Item) {
	room := max(1, d.paper.width-len(under))
	for i, line := range prose.Wrap(strings.TrimSpace(item.Says+" "+item.Feedback), room) {
		if rest, whole := strings.CutPrefix(line, item.Says); i == 0 && whole && item.Says != "" {
			style := d.theme.Accent
			if item.Mark == page.Tried {
				style = d.theme.Care
			}
			line = style.Render(item.Says) + rest
		}
		d.paper.add(under + line)
	}
}

// lead is what stands before the words of an item: its mark of focus, its
// number, its box or its sign.
func (d *drawing) lead(item page.Item, number int) string {
	lead := strings.Repeat(" ", markWidth)
	style := d.theme.Plain
	if d.focus == (stop{id: item.ID}) {
		lead, style = d.theme.Accent.Render("›")+" ", d.theme.Accent
	}
	if item.Kind == page.Line {
		return lead
	}
	if all := d.numbered(); all != nil {
		width := len(strconv.Itoa(len(all)))
		text := strconv.Itoa(number)
		lead += style.Render(strings.Repeat(" ", width-len(text))+text) + " "
	}
	switch item.Kind {
	case page.Tick, page.Pick:
		box := map[page.Kind]string{page.Tick: "[ ]", page.Pick: "( )"}[item.Kind]
		if item.On {
			box = d.theme.Accent.Render(map[page.Kind]string{page.Tick: "[x]", page.Pick: "(o)"}[item.Kind])
		} else {
			box = style.Render(box)
		}
		return lead + box + " "
	case page.Choose:
		return lead + d.sign(item.Mark) + " "
	default:
		if d.signed(item.Kind) {
			return lead + d.sign(item.Mark) + " "
		}
		return lead
	}
}

// signed reports whether any item of a kind has a mark, so that all of them
// have room for one.
func (d *drawing) signed(kind page.Kind) bool {
	return slices.ContainsFunc(d.now.Items, func(i page.Item) bool { return i.Kind == kind && i.Mark != page.NoMark })
}

// answer is the part of an item that takes the focus.
func (d *drawing) answer(item page.Item, number int) {
	lead := d.lead(item, number)
	style := d.theme.Plain
	switch {
	case d.focus == (stop{id: item.ID}):
		style = d.theme.Accent
	case item.Kind == page.Choose && item.Mark == page.Tried:
		style = d.theme.Muted
	}
	if item.Kind == page.Line {
		d.line(item, lead)
		return
	}
	if item.State == "" {
		d.paper.hang(lead, item.Label, style)
		return
	}
	d.withState(lead, item, style)
}

// withState is an item with its state in a column at the right, or behind it
// where there is no room.
func (d *drawing) withState(lead string, item page.Item, style lipgloss.Style) {
	const gap, column = 2, 44
	room := d.paper.width - lipgloss.Width(lead)
	stateWidth := lipgloss.Width(item.State)
	lines := prose.Wrap(item.Label, max(4, room-stateWidth-gap))
	for i, line := range lines {
		if i == 0 {
			space := max(gap, min(room-stateWidth, column)-lipgloss.Width(line))
			line = style.Render(line) + strings.Repeat(" ", space) + d.theme.Muted.Render(item.State)
		} else {
			line = style.Render(line)
		}
		d.paper.add(lead + line)
		lead = strings.Repeat(" ", lipgloss.Width(lead))
	}
}

// line is the text of a Line, with the cursor in it while it is typed, or a
// row to write on.
func (d *drawing) line(item page.Item, mark string) {
	focused := d.focus == stop{id: item.ID}
	text := item.Text
	if item.ID == d.typing {
		text = d.field.Value()
	}
	lines := prose.Wrap(text, max(1, d.paper.width-markWidth-1))
	if focused {
		lines = d.field.Lines()
		if c := d.field.Cursor(); c != nil {
			d.paper.cursor = tea.NewCursor(markWidth+c.X, len(d.paper.lines)+c.Y)
		}
	}
	if text == "" && (!focused || d.field.Empty()) {
		blank := strings.Repeat("_", max(1, min(blankWidth, d.paper.width-markWidth)))
		lines = []string{d.theme.Muted.Render(blank)}
	}
	for _, line := range lines {
		d.paper.add(mark + line)
		mark = strings.Repeat(" ", markWidth)
	}
	if focused && d.drop {
		d.paper.hang(mark, d.words().Frame.Drop, d.theme.Care)
	}
}

// spotted says that the lines added by write can be focused. Where nothing is
// typed, the cursor is for whoever hears the screen.
func (d *drawing) spotted(at stop, kind page.Kind, head int, write func()) {
	from := len(d.paper.lines)
	write()
	d.paper.spots = append(d.paper.spots, spot{stop: at, kind: kind, head: head, from: from, to: len(d.paper.lines), under: len(d.paper.lines)})
	if at == d.focus && at != nowhere && d.paper.cursor == nil {
		d.paper.cursor = tea.NewCursor(0, from)
		d.paper.cursor.Blink = false
	}
}

// place is the item at which the notice stands; empty for above them all.
func (d *drawing) place() string {
	about := d.now.Notice.At
	if about == "" {
		about = d.last
	}
	if item := d.itemOf(about); item.Kind != none && item.Kind != page.GoOn {
		return item.ID
	}
	return ""
}

// notice is a word about the last answer.
func (d *drawing) notice() {
	if d.now.Notice.Text == "" {
		return
	}
	style := d.theme.Plain
	if d.now.Notice.Care {
		style = d.theme.Care
	}
	d.paper.air()
	from := len(d.paper.lines)
	d.paper.say(d.now.Notice.Text, style)
	d.paper.notice = spot{from: from, to: len(d.paper.lines)}
	d.paper.air()
}
