package screen

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"firstsession/content/page"
	"firstsession/tui/field"
	"firstsession/tui/scroll"
)

// fieldLines is how far a field grows before it scrolls.
const fieldLines = 8

// sheet is the page with an id, and where the reader is on it. It is a value,
// but what it answers changes the visit.
type sheet struct {
	env
	id    int
	now   page.Sheet // the page as it is now
	stops []stop
	focus stop
	// field is what is typed into the Line with the id typing, as long as the
	// page was not given it.
	field  field.Field
	typing string
	last   string // the item that was answered last, where the notice stands
	fresh  bool   // the notice has not been in sight yet
	hint   bool   // a key meant nothing before the acts
	drop   bool   // Esc was pressed once, and would drop what was typed
	seen   int    // of the visit's changes, when it was drawn
	paper  paper
	text   scroll.Text // the paper as far as it is seen
	// read is where the reader was before another window moved the page to
	// what has the focus; nil if none did, or if a key came since.
	read *scroll.Text
	// untouched is set until the first key. The window may be told only after
	// the page was made.
	untouched bool
}

// stop is a place that can have the focus. The zero stop is nowhere.
type stop struct {
	id     string // of an item
	before bool   // the place before the acts of which this is the first
}

// nowhere is where the focus is at first.
var nowhere stop

// newSheet shows a page. At first nothing has the focus but what the page asks
// for, if that is in sight.
func newSheet(e env, id int) sheet {
	s := sheet{env: e, id: id, field: fitted(field.New(fieldLines).Focus(true), e), untouched: true}
	return s.begun()
}

// begun is the page as it is before the first key, in whatever window comes.
func (s sheet) begun() sheet {
	s = s.rendered()
	s.fresh = s.now.Notice.Text != ""
	s.text = s.text.To(max(0, s.paper.here-2))
	if s.paper.here < s.size.height {
		s.text = s.text.To(0)
	}
	first := stop{id: s.begins()}
	if item := s.itemOf(first.id); item.Kind == page.Line {
		if spot, ok := s.paper.find(first); !ok || spot.to > s.size.height {
			first = nowhere
		}
	}
	return s.on(first)
}

// begins is the id of the item with the focus at first: what the page asks for,
// or the first line of a form. A line that belongs to an act does not begin.
func (s sheet) begins() string {
	items := s.now.Items
	if s.now.Ask == "" && !s.goesOn() && len(items) > 1 && items[0].Kind == page.Line && items[1].Kind != page.Act && !s.now.Binding {
		return items[0].ID
	}
	return s.now.Ask
}

// fitted is a field with the room that there is beside the mark.
func fitted(f field.Field, e env) field.Field {
	return f.With(e.size.width-markWidth-1, e.theme)
}

// with is the page in a changed world. What has the focus keeps it, and what is
// typed stays.
func (s sheet) with(e env) sheet {
	if s.size == e.size && s.theme.Name == e.theme.Name && s.theme.Profile == e.theme.Profile && s.seen == e.visit.Changes() && s.visit == e.visit && !s.untouched {
		return s // nothing has changed since it was drawn
	}
	before := s
	if s.read != nil {
		s.text = *s.read
	}
	if s.size != e.size || s.theme.Name != e.theme.Name || s.theme.Profile != e.theme.Profile {
		s.field = fitted(s.field, e)
	}
	s.env = e
	if s.untouched {
		return s.begun()
	}
	s = s.rendered()
	if to := s.present(s.focus); to != s.focus {
		s.focus = to
		s = s.rendered()
	}
	moved := e.size != before.size || !slices.Equal(s.paper.lines, before.paper.lines)
	if moved && s.kind() == page.Act {
		// It was chosen on a page that looked otherwise, so it is to be chosen
		// again.
		s.focus = s.stops[s.runOf(s.at())]
	}
	if moved || s.read != nil {
		read := s.text
		if !s.whole(s.focus) {
			s = s.on(s.focus)
		}
		s.read = &read
	}
	return s
}

// whole reports whether all of an item that is no act is in sight.
func (s sheet) whole(of stop) bool {
	spot, ok := s.paper.find(of)
	return ok && spot.kind != page.Act && spot.from >= s.text.Top() && spot.to <= s.text.Top()+s.size.height && !s.fresh
}

// update takes a key, paste, click or wheel.
func (s sheet) update(msg tea.Msg) sheet {
	s = s.touched()
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return s.press(msg)
	case tea.PasteMsg:
		if s.isTyping() {
			return s.edit(msg)
		}
	case chosen:
		return s.clicked(msg.stop)
	case tea.MouseWheelMsg:
		s.text, _ = s.text.Update(msg, s.keys)
		return s.look()
	}
	return s
}

// touched is the page once there was a key.
func (s sheet) touched() sheet {
	s.read, s.untouched = nil, false
	return s
}

// cursor is where the terminal's own cursor stands in the body; nil for
// nowhere.
func (s sheet) cursor() *tea.Cursor {
	c, top := s.paper.cursor, s.text.Top()
	if c == nil || c.Y < top || c.Y >= top+s.size.height {
		return nil
	}
	cursor := *c
	cursor.X, cursor.Y = min(cursor.X, s.paper.width-1), c.Y-top
	return &cursor
}

// itemOf is the item with an id; of no kind if there is none.
func (s sheet) itemOf(id string) page.Item {
	for _, item := range s.now.Items {
		if item.ID == id && id != "" {
			return item
		}
	}
	return page.Item{Kind: -1}
}

func (s sheet) has(id string) bool { return s.itemOf(id).Kind >= 0 }

// item is what has the focus; of no kind if nothing has.
func (s sheet) item() page.Item {
	if s.focus.before {
		return page.Item{Kind: -1}
	}
	return s.itemOf(s.focus.id)
}

func (s sheet) kind() page.Kind { return s.item().Kind }

func (s sheet) isTyping() bool { return s.kind() == page.Line }

// goesOn reports whether the page leads on by itself.
func (s sheet) goesOn() bool {
	return s.now.Passing || slices.ContainsFunc(s.now.Items, func(i page.Item) bool { return i.Kind == page.GoOn })
}

// onward reports whether Space and Enter read on: where nothing has the focus,
// and on a page that goes on by itself also before its acts.
func (s sheet) onward() bool {
	return s.focus == nowhere || s.focus.before && s.goesOn()
}

// numbered are the items that a number stands for, in their order. Where words
// are typed at once, digits are letters.
func (s sheet) numbered() []page.Item {
	var all []page.Item
	for i, item := range s.now.Items {
		if i == 0 && item.Kind == page.Line && item.ID == s.begins() {
			return nil
		}
		if item.Kind != page.Line && item.Kind != page.GoOn {
			all = append(all, item)
		}
	}
	return all
}

// number is the item that a number key stands for; of no kind if it is none.
func (s sheet) number(msg tea.KeyPressMsg) page.Item {
	n := slices.Index(s.keys.Number.Keys, msg.String())
	if all := s.numbered(); n >= 0 && n < len(all) {
		return all[n]
	}
	return page.Item{Kind: -1}
}
