package choice

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"firstsession/content"
	"firstsession/tui/keys"
	"firstsession/tui/screen"
	"firstsession/tui/scroll"
	"firstsession/tui/theme"
)

// Page is a list of options between other lines, of which as much is in sight
// as there is room for. It is a value. No arrow moves the focus past lines
// that have not been in sight: it scrolls first.
type Page struct {
	Above, Below []string // what stands before and after the options
	List         List
	Air          bool // an empty line between two options

	size  screen.Size
	theme theme.Theme
	text  scroll.Text
	spots []Spot // of the options, in the page's lines
	tail  Spot   // of Below
}

// Lay lays the page out anew, after it or its room has changed.
func (p Page) Lay(size screen.Size, t theme.Theme) Page {
	top, before := p.text.Top(), p.size
	p.size, p.theme = size, t
	lines := slices.Clone(p.Above)
	list, spots := p.List.Render(size.Width, p.Air, t)
	if len(lines) > 0 && len(list) > 0 {
		lines = append(lines, "")
	}
	p.spots = make([]Spot, len(spots))
	for i, spot := range spots {
		p.spots[i] = Spot{spot.First + len(lines), spot.End + len(lines)}
	}
	lines = append(lines, list...)
	if len(lines) > 0 && len(p.Below) > 0 {
		lines = append(lines, "")
	}
	p.tail = Spot{len(lines), len(lines) + len(p.Below)}
	p.text = p.text.With(append(lines, p.Below...), size.Height)
	if size.Width == before.Width {
		// The text finds its place by letters, and marks come and go.
		p.text = p.text.To(top)
	}
	if size != before {
		return p.fromTop().Reveal()
	}
	return p
}

// fromTop scrolls to the top where everything is in sight from there, or at
// least the focused option: a small window must not leave what is asked out of
// sight of a large one.
func (p Page) fromTop() Page {
	focus := p.List.Focus()
	if !p.text.Above() && !p.text.Below() || focus >= 0 && p.spots[focus].End <= p.size.Height {
		p.text = p.text.To(0)
	}
	return p
}

// Reveal scrolls as little as it takes to have the focused option in sight,
// with what is said about it.
func (p Page) Reveal() Page {
	if focus := p.List.Focus(); focus >= 0 {
		p.text = p.text.Show(p.spots[focus].First, p.spots[focus].End)
	}
	return p
}

// RevealBelow scrolls as little as it takes to have some of the lines below
// the options in sight.
func (p Page) RevealBelow(first, end int) Page {
	p.text = p.text.Show(p.tail.First+first, p.tail.First+end)
	return p
}

// Row is where a line of Below stands in the body, and whether it is in sight.
func (p Page) Row(line int) (int, bool) {
	row := p.tail.First + line - p.text.Top()
	return row, row >= 0 && row < p.size.Height
}

// Update moves the focus, or scrolls. It returns false if the message is for
// someone else.
func (p Page) Update(msg tea.Msg, k keys.Map) (Page, bool) {
	if key, ok := msg.(tea.KeyPressMsg); ok {
		switch {
		case k.Down.Matches(key) && p.end() > p.text.Top()+p.size.Height:
			return p.scroll(k.PageDown.Press(), k)
		case k.Up.Matches(key) && p.first() < p.text.Top():
			return p.scroll(k.PageUp.Press(), k)
		}
	}
	list, handled := p.List.Update(msg, k)
	if !handled {
		return p.scroll(msg, k)
	}
	p.List = list
	return p.Lay(p.size, p.theme).Reveal(), true
}

func (p Page) scroll(msg tea.Msg, k keys.Map) (Page, bool) {
	text, scrolled := p.text.Update(msg, k)
	p.text = text
	return p, scrolled
}

// first and end are the lines of what the reader is at: the focused option,
// or what stands above the options.
func (p Page) first() int {
	if focus := p.List.Focus(); focus >= 0 {
		return p.spots[focus].First
	}
	return 0
}

func (p Page) end() int {
	if focus := p.List.Focus(); focus >= 0 {
		return p.spots[focus].End
	}
	return len(p.Above)
}

// Further says whether there is more below what is in sight.
func (p Page) Further() bool { return p.text.Below() }

// Arrows are the bindings of the arrows that lead anywhere from here: to
// another option, or to what is out of sight.
func (p Page) Arrows(k keys.Map) []keys.Binding {
	var all []keys.Binding
	if p.List.Focus() < p.List.Len()-1 || p.text.Below() {
		all = append(all, k.Down)
	}
	if p.List.Focus() != 0 || p.text.Above() {
		all = append(all, k.Up)
	}
	return all
}

// View is the page as a screen shows it. The terminal's cursor stands at the
// focused option, where a screen reader looks for it.
func (p Page) View(words content.ReaderWords) screen.View {
	v := screen.View{Body: p.text.Lines(), More: p.text.More(words)}
	for i, spot := range p.spots {
		first := max(spot.First-p.text.Top(), 0)
		end := min(spot.End-p.text.Top(), p.size.Height)
		if first >= end {
			continue
		}
		v.Targets = append(v.Targets, screen.Target{
			Y: first, Width: p.size.Width, Height: end - first, Click: Click{i},
		})
		if i == p.List.Focus() && spot.First >= p.text.Top() {
			v.Cursor = tea.NewCursor(numberColumn, first)
			v.Cursor.Blink = false
		}
	}
	return v
}
