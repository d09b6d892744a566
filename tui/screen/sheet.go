package screen

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"firstsession/content/page"
	"firstsession/content/plain"
	"firstsession/content/visit"
	"firstsession/tui/field"
	"firstsession/tui/frame"
	"firstsession/tui/paper"
	"firstsession/tui/scroll"
	"firstsession/tui/theme"
)

// fieldLines is how far a field grows before it scrolls.
const fieldLines = 8

// sheet is the page with an id, and where the reader is on it. It is a value,
// but what it answers changes the visit.
type sheet struct {
	env
	id    int
	now   page.Sheet  // the page as it is now
	moves []page.Move // and what else can be done there
	paper.Standing
	field field.Field // what is typed into the Line that Typing names
	away  bool        // a Line was left, or something else had the focus: letters are commands
	fresh bool        // the notice has not been in sight yet
	drawn drawn       // what the paper was drawn of
	paper paper.Paper
	text  scroll.Text // the paper as far as it is seen
	// read is where the reader was before another window moved the page to
	// what has the focus; nil if none did, or if a key came since.
	read *reading
	// untouched is set until the first key. The window may be told only after
	// the page was made.
	untouched bool
	tens      int  // the number typed just now, which may be the first of two digits
	letters   int  // keys with letters or digits that came one behind the other
	spells    bool // one of them was no number
	pointed   bool // the last key was an arrow, or a number
}

// reading is how far a text was scrolled in a room of some rows.
type reading struct {
	text   scroll.Text
	height int
}

// drawn is all that a drawing depends on. What is typed changes the visit.
type drawn struct {
	paper.Standing
	visit   *visit.Visit
	changes int
	size    frame.Size
	theme   theme.Theme
}

func (s sheet) toDraw() drawn {
	return drawn{s.Standing, s.visit, s.visit.Changes(), s.size, s.theme}
}

// begun is the page as it is before the first key, in whatever window comes.
// Nothing has the focus but what the page asks for, if that is in sight.
func (s sheet) begun() sheet {
	s = s.rendered()
	s.fresh = s.now.Notice.Text != ""
	s.text = s.text.To(plain.Either(s.paper.Here < s.size.Height, 0, s.paper.Here-2))
	top, first := s.text.Top(), stop{ID: s.begins()}
	if spot, ok := s.spot(first); ok && spot.Item.Kind == page.Line && spot.To > s.size.Height {
		first = nowhere
	}
	if s = s.on(first); s.Focus == nowhere && s.now.Binding {
		s.text = s.text.To(top) // nobody may answer what they have not seen
	}
	return s
}

// begins is the id of the item with the focus at first: what the page asks for, or the first
// line of a form, unless it belongs to an act.
func (s sheet) begins() string {
	items := s.now.Items
	if s.now.Ask == "" && !s.goesOn() && len(items) > 1 && items[0].Kind == page.Line && items[1].Kind != page.Act && !s.now.Binding {
		return items[0].ID
	}
	return s.now.Ask
}

func (s sheet) fieldWidth() int { return s.size.Width - paper.MarkWidth - 1 }

// rendered asks the page how it is now, and draws it anew if anything has changed.
func (s sheet) rendered() sheet {
	if s.gone() || s.drawn == s.toDraw() {
		return s
	}
	if s.drawn.visit != s.visit || s.drawn.changes != s.visit.Changes() {
		s.now, s.moves = s.visit.Sheet(), s.visit.Moves()
	}
	s.drawn = s.toDraw()
	shown := s.now
	if s.isTyping() && s.changed() { // what was said of other words would seem to be about these
		shown = s.now.Unnamed()
	}
	s.paper = paper.Draw(s.look(s.size.Width), paper.Page{
		Sheet: shown, Standing: s.Standing, Numbered: s.numbered(), Field: s.field,
	})
	s.text = s.text.With(s.paper.Lines, s.size.Height)
	return s
}

// look is what the page is drawn with at a width.
func (e env) look(width int) paper.Look {
	return paper.Look{Theme: e.theme, Prose: e.prose, Keys: e.keys, Walk: e.visit.State().Walk, Width: width, Height: e.size.Height}
}

// with is the page in a changed world, in which focus and what is typed stay.
func (s sheet) with(e env) sheet {
	was, before := s.drawn, s.paper.Lines
	height := was.size.Height
	s.env = e
	switch {
	case s.toDraw() == was:
		return s
	case s.untouched:
		s.Typing = ""
		return s.begun()
	case s.read != nil:
		s.text, height = s.read.text, s.read.height
	}
	if s.Typing != "" {
		s.field = s.field.With(s.fieldWidth())
	}
	s = s.rendered()
	read, to := s.text, s.present(s.Focus)
	moved := s.size != was.size || !slices.Equal(s.paper.Lines, before)
	dropped := moved && s.kind() == page.Act
	if dropped { // it was chosen on a page that looked otherwise: it is to be chosen again
		to = s.waiting(s.ways(to))
	}
	if to == nowhere && s.size.Width == was.size.Width {
		s.text = s.withActs(height)
	}
	again := moved || s.read != nil
	if to != s.Focus || again && !s.whole(to) {
		s = s.on(to)
	}
	if dropped && s.size.Height >= 16 { // in less, how to choose would hide what there is to choose
		s = s.hinted()
	}
	if again {
		s.read = &reading{read, height}
	}
	return s
}

// whole reports whether all of an item that is no act is in sight.
func (s sheet) whole(of stop) bool {
	spot, ok := s.spot(of)
	scrolls := of.Before && s.showing(of).Top() != s.text.Top() // to the acts, which belong to it
	if s.fresh || scrolls || spot.Item.Kind == page.Act {
		return false
	}
	return ok && spot.From >= s.text.Top() && spot.To <= s.text.Top()+s.size.Height
}

// withActs is the text with the act in sight that was the last one in sight
// while there was room for so many rows, so that no notice hides it.
func (s sheet) withActs(height int) scroll.Text {
	text, top := s.text, s.text.Top()
	for _, spot := range s.paper.Spots {
		if spot.Item.Kind == page.Act && spot.From >= top && spot.To <= top+height {
			text = s.text.Show(spot.From, spot.To)
		}
	}
	return text
}

// update takes a key, paste, click or wheel.
func (s sheet) update(msg tea.Msg) sheet {
	s = s.touched()
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return s.press(msg)
	case tea.PasteMsg:
		if s.isReady() {
			s = s.on(s.waits())
		}
		if s.isTyping() {
			return s.edit(msg)
		}
		for _, item := range s.now.Items {
			if item.Takes != nil && item.Takes(msg.Content) {
				return s.take(item.ID, msg.Content)
			}
		}
	case stop:
		return s.clicked(msg)
	case page.Answer:
		return s.kept().take(msg.ID, "")
	case tea.MouseWheelMsg:
		s.text = s.text.Update(msg, s.keys)
		return s.settled()
	}
	return s
}

// touched is the page once there was a key.
func (s sheet) touched() sheet {
	s.read, s.untouched, s.Full = nil, false, ""
	return s
}

// item is what has the focus.
func (s sheet) item() page.Item {
	spot, _ := s.spot(s.Focus)
	return spot.Item
}

func (s sheet) kind() page.Kind { return s.item().Kind }

func (s sheet) isTyping() bool { return s.kind() == page.Line }

// goOn is the item that Enter and Space stand for.
func (s sheet) goOn() page.Item {
	item, _ := s.now.GoOn()
	return item
}

// goesOn reports whether the page leads on by itself.
func (s sheet) goesOn() bool { return s.now.Passing || s.goOn().Kind == page.GoOn }

// isAnswered reports whether a question was answered: its numbers lead only to what is read.
func (s sheet) isAnswered() bool { return s.goesOn() && s.now.Count(page.Choose) > 0 }

// asksOnceMore reports whether the page asks for an act to be chosen once more.
// Then Enter neither does it, as it may be held, nor leads away from it.
func (s sheet) asksOnceMore() bool {
	return s.now.Has(func(i page.Item) bool { return i.Sure })
}

// onward reports whether Space and Enter read on: where nothing has the focus, or what was
// tried and fits less; where a page goes on by itself, also before acts of which none is
// asked about, and on a row that one comes back from.
func (s sheet) onward() bool {
	tried := s.kind() == page.Choose && s.item().Mark == page.Tried && !s.goesOn()
	opened := s.item().Opens && s.Last == s.Focus.ID && s.goesOn()
	return s.Focus == nowhere || tried || opened || s.Focus.Before && s.goesOn() && !s.asksOnceMore()
}

// changed reports whether the page does not have what is typed.
func (s sheet) changed() bool {
	line, _ := s.spot(stop{ID: s.Typing})
	return s.Typing != "" && line.Item.Text != s.field.Value()
}

// kept gives the page what is typed, if that is something new.
func (s sheet) kept() sheet {
	id, changed := s.Typing, s.changed()
	s.Typing = ""
	if !changed {
		return s
	}
	return s.take(id, s.field.Value())
}

// gone reports whether another page is shown by now, or none.
func (s sheet) gone() bool { return s.visit.Over() || s.visit.ID() != s.id }
