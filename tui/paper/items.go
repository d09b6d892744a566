package paper

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"firstsession/content/page"
	"firstsession/content/plain"
	"firstsession/tui/prose"
	"firstsession/tui/theme"
)

// MarkWidth is the room for the mark before what has the focus.
const MarkWidth = 2

// blankWidth is how wide the line of an empty field is drawn.
const blankWidth = 40

// roomyHeight is from how many rows on there is room for air between options.
const roomyHeight = 14

// items are what can be answered, each below the heading of its group.
func (d *drawing) items() {
	said := d.saidAt()
	if said == "" && !d.Ends {
		d.notice()
	}
	numbers, last := d.numbers(), page.Item{Kind: page.None}
	d.digits = len(strconv.Itoa(slices.Max(append(numbers, 0))))
	for i, item := range d.Items {
		if item.Kind == page.GoOn {
			continue
		}
		if d.breathes(item, last) {
			d.air()
		}
		head := len(d.Lines)
		begins, headed := item.Group != "" && item.Group != last.Group, false
		if item.Kind == page.Act && last.Kind != page.Act {
			headed = d.before(d.Items[i:], begins, said, numbers[i] > 0)
			head = len(d.Lines)
		}
		if begins && !headed {
			d.group(item.Group)
		}
		// Letters are typed into a Line, and so are digits.
		d.item(Spot{Stop: Stop{ID: item.ID}, Item: item, Head: head, Number: numbers[i]}, begins, said)
		if item.Kind == page.Row {
			d.mark(d.Spots[len(d.Spots)-1].From) // what a search found
		}
		if d.Focus == (Stop{ID: item.ID}) && item.Kind != page.Line {
			d.chosen()
		}
		last = item
	}
}

// breathes reports whether air stands before an item. Where any of its kind has
// something said below it, all of them stand apart.
func (d *drawing) breathes(item, before page.Item) bool {
	always := item.Kind != before.Kind || item.Kind == page.Line || item.Group != before.Group
	roomy := item.Kind == page.Choose || d.Any(item.Kind, func(i page.Item) bool { return i.Says != "" || i.Kind == page.Row && i.Help != "" })
	return always || roomy && d.Height >= roomyHeight
}

// before is the place before acts, the first of some items. A heading that they have in common
// stands above how they are chosen; it returns whether there is one.
func (d *drawing) before(acts []page.Item, begins bool, said string, numbered bool) (headed bool) {
	if n := slices.IndexFunc(acts, func(item page.Item) bool { return item.Kind != page.Act }); n >= 0 {
		acts = acts[:n]
	}
	head, tells := len(d.Lines), slices.ContainsFunc(acts, func(act page.Item) bool { return act.ID == said })
	headed = begins && !slices.ContainsFunc(acts, func(act page.Item) bool { return act.Group != acts[0].Group })
	if headed {
		d.say(acts[0].Group, d.Theme.Heading)
		d.air()
	}
	if tells {
		d.notice()
	}
	words, at, style := d.words().Reader, Stop{acts[0].ID, true}, d.Theme.Muted
	how, hint := words.Acts, words.ActsOpen
	if numbered {
		how, hint = words.ActsNumbered, words.ActsOpenNumbered
	}
	focused := d.Focus == at || slices.ContainsFunc(acts, func(act page.Item) bool { return d.Focus == Stop{ID: act.ID} })
	if focused && d.Hint {
		how, style = hint, d.Theme.Care
	}
	if n := len(d.Lines); tells && d.Height < roomyHeight && d.Lines[n-1] == "" {
		d.Lines = d.Lines[:n-1] // so that what is said is in sight with what there is to choose
	}
	d.spotted(Spot{Stop: at, Item: page.Item{Kind: page.None}, Head: head}, func() { d.say(how, style) })
	if d.Height >= roomyHeight || !tells && how != hint {
		d.air()
	}
	return headed
}

// spotted says that the lines added by write can be focused. Where nothing is
// typed, the cursor is for whoever hears the screen; it stands in the margin, so that
// it covers no letter.
func (d *drawing) spotted(spot Spot, write func()) {
	spot.From = len(d.Lines)
	write()
	spot.To, spot.Under = len(d.Lines), len(d.Lines)
	d.Spots = append(d.Spots, spot)
	if spot.Stop == d.Focus && d.Cursor == nil {
		d.Cursor = tea.NewCursor(-1, spot.From)
		d.Cursor.Blink, d.Cursor.Shape = false, tea.CursorBar
	}
}

// item is one item. What helps with it stands above it where it has a heading
// of its own, and otherwise below, as always of a Row.
func (d *drawing) item(spot Spot, begins bool, said string) {
	item := spot.Item
	if item.Kind == page.Line {
		d.label("", item, plain.Either(item.Group == "", d.Theme.Heading, d.Theme.Plain))
	}
	above := begins && item.Kind != page.Row || item.Kind == page.Line
	if above {
		mend := plain.Either(item.Text == "" || d.Focus == spot.Stop, "", item.Mend)
		d.say(strings.TrimSpace(item.Help+" "+mend), d.Theme.Muted)
		if item.Kind == page.Act && item.Help != "" && d.Height >= roomyHeight {
			d.air()
		}
	}
	word := item.Kind != page.Act && item.ID == said
	if word && item.Kind != page.Line {
		d.notice()
	}
	focused := d.Focus == spot.Stop
	style := plain.Either(focused, d.Theme.Strong, d.Theme.Plain)
	lead := d.lead(spot, style)
	d.column = prose.Cells(lead)
	if item.Kind == page.Choose && item.Mark == page.Tried && !focused {
		style = d.Theme.Muted
	}
	d.spotted(spot, func() {
		if item.Kind == page.Line {
			d.line(item, lead)
		} else {
			d.label(lead, item, style)
		}
	})
	if word && item.Kind == page.Line { // a field stays with its name
		d.notice()
	}
	under := strings.Repeat(" ", prose.Cells(lead))
	if !above && item.Help != "" {
		d.hang(under, item.Help, d.Theme.Muted)
	}
	d.says(under, item)
	d.Spots[len(d.Spots)-1].Under = len(d.Lines)
}

// chosen lays a ground under the row that was written last, so that it is seen from afar.
func (d *drawing) chosen() {
	spot := d.Spots[len(d.Spots)-1]
	for i := spot.From; i < spot.To; i++ {
		d.Lines[i] = prose.Laid(d.Lines[i], d.width, d.Theme.Row)
	}
}

// lead is what stands before the words of an item: mark of focus, number, box or sign.
func (d *drawing) lead(spot Spot, style theme.Style) string {
	item, lead, focused := spot.Item, strings.Repeat(" ", MarkWidth), d.Focus == spot.Stop
	if focused {
		lead = "› "
	}
	switch {
	case spot.Number > 0:
		lead += fmt.Sprintf("%*d ", d.digits, spot.Number)
	case d.counts(item) && spot.Item.Kind != page.None:
		lead += "  "
	}
	if focused && item.Kind == page.Line {
		return style.Render("›") + " "
	} else if focused {
		lead = d.Theme.Lead.Render(lead[:len(lead)-1]) + " "
	}
	empty, full := "[ ]", "[x]"
	switch item.Kind {
	case page.Line:
		return lead
	case page.Pick:
		empty, full = "( )", "(o)"
	case page.Tick:
	default:
		if item.Kind == page.Choose || d.asks && d.width >= leadWidth || d.Any(item.Kind, func(i page.Item) bool { return i.Mark != page.NoMark }) { // all have room for one then, so that an answer moves no words
			lead += d.sign(item.Mark) + " "
		}
		return lead
	}
	if item.On {
		return lead + d.Theme.Accent.Render(full) + " "
	}
	return lead + style.Render(empty) + " "
}

// label is the words of an item, with its state in a column at the right, or where
// one of them has no room for that, at the edge. In a narrow window a row has it below its
// words, and does without it if more is said there.
func (d *drawing) label(lead string, item page.Item, style theme.Style) {
	const gap, column, narrow = 2, 42, 24
	room := d.width - prose.Cells(lead)
	at := room - prose.Cells(item.State)
	if below := item.Kind == page.Row && at-gap < min(narrow, prose.Cells(item.Label)); below || item.State == "" {
		d.hang(lead, item.Label, style)
		if item.Help == "" {
			d.hang(strings.Repeat(" ", prose.Cells(lead)), item.State, d.Theme.Muted)
		}
		return
	}
	lines := inked(prose.Wrap(item.Label, max(4, at-gap)), style)
	if len(lines) > 0 {
		if !d.Any(item.Kind, func(i page.Item) bool {
			return i.State != "" && prose.Cells(i.Label)+gap > column || column+prose.Cells(i.State) > room
		}) {
			at = column
		}
		lines[0] += strings.Repeat(" ", max(gap, at-prose.Cells(lines[0]))) + d.Theme.Muted.Render(item.State)
	}
	d.add(hung(lead, lines)...)
}

// line is the text of a Line, with the cursor in it while it is typed, or a row to write on.
func (d *drawing) line(item page.Item, mark string) {
	focused, text := d.Focus == Stop{ID: item.ID}, item.Text
	if item.ID == d.Typing {
		text = d.Field.Value()
	}
	lines := prose.Wrap(text, max(1, d.width-MarkWidth-1))
	if focused {
		lines = d.Field.Lines()
		for i := range lines[:plain.Either(d.Whole, len(lines), 0)] {
			lines[i] = d.Theme.Mark.Render(lines[i])
		}
		if c := d.Field.Cursor(); c != nil {
			d.Cursor = tea.NewCursor(MarkWidth+c.X, len(d.Lines)+c.Y)
		}
	}
	if text == "" && (!focused || d.Field.Empty()) {
		blank := strings.Repeat("_", max(1, min(blankWidth, d.width-MarkWidth)))
		lines = []string{d.Theme.Muted.Render(blank)}
	}
	d.add(hung(mark, lines)...)
	if said := plain.Either(d.Drop, d.words().Frame.Drop, d.Full); focused && said != "" { // of what is typed
		d.hang(strings.Repeat(" ", MarkWidth), said, d.Theme.Care)
	}
}

func (d *drawing) says(under string, item page.Item) {
	for i, line := range prose.Wrap(strings.TrimSpace(item.Says+" "+item.Feedback), max(1, d.width-len(under))) {
		if rest, whole := strings.CutPrefix(line, item.Says); i == 0 && whole && item.Says != "" {
			style := plain.Either(item.Mark == page.Tried, d.Theme.Care, d.Theme.Accent)
			line = style.Render(item.Says) + rest
		}
		d.add(under + line)
	}
}

// saidAt is the item at which the notice stands; empty for above them all.
func (d *drawing) saidAt() string {
	about := cmp.Or(d.Sheet.Notice.At, d.Last)
	item, ok := d.Item(about)
	return plain.Either(ok && item.Kind != page.GoOn, about, "")
}

// notice is a word about the last answer.
func (d *drawing) notice() {
	notice := d.Sheet.Notice
	if notice.Text == "" {
		return
	}
	d.air()
	from := len(d.Lines)
	d.add(Said(notice.Text, d.width, plain.Either(notice.Care, d.Theme.Care, d.Theme.Plain))...)
	d.Notice = Spot{From: from, To: len(d.Lines)}
	d.air()
}
