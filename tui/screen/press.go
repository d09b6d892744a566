package screen

import (
	tea "charm.land/bubbletea/v2"

	"firstsession/content/page"
	"firstsession/content/plain"
)

// press takes a key. Those that lead from item to item work everywhere; of the
// others, letters are letters in a Line.
func (s sheet) press(msg tea.KeyPressMsg) sheet {
	k, drop := s.keys, s.Drop
	number, isNumber := s.number(msg)
	s.Drop, s.tens = false, 0
	byNumber, sets := s.tickedByNumber(), s.setsPointed()
	s.letters, s.spells = s.letters+1, s.spells || !isNumber
	s.pointed = k.Up.Matches(msg) || k.Down.Matches(msg) || !s.spells
	if msg.Text == "" || msg.Text == " " {
		s.letters, s.spells = 0, false
	}
	s.away = s.away || s.isTyping() && s.leaves(msg)
	switch {
	case k.TabBack.Matches(msg):
		return s.goTo(s.neighbour(-1))
	case k.LeaveTab.Matches(msg):
		return s.goTo(s.beyond())
	case k.Up.Matches(msg):
		return s.arrow(-1)
	case k.Down.Matches(msg):
		return s.arrow(1)
	case k.Close.Matches(msg):
		return s.escape(drop)
	case s.isTyping():
		return s.typed(msg)
	case s.isText(msg) && s.waits() != nowhere:
		return s.on(s.waits()).edit(msg)
	case isNumber && !(s.spells && s.isForm() && numberSets(number.Item)):
		return s.toNumber(number)
	case byNumber && k.Tick.Matches(msg):
		return s // Space was meant to tick, and does not undo it
	case sets && k.Keep.Matches(msg):
		return s.tick()
	default:
		return s.command(msg)
	}
}

// leaves reports whether a key leads out of a Line.
func (s sheet) leaves(msg tea.KeyPressMsg) bool {
	k := s.keys
	return k.Keep.Matches(msg) && s.field.Empty() || k.TabBack.Matches(msg) || k.LeaveTab.Matches(msg) || k.Close.Matches(msg)
}

// typed takes a key in a Line.
func (s sheet) typed(msg tea.KeyPressMsg) sheet {
	k := s.keys
	switch {
	case k.PageUp.Matches(msg), k.PageDown.Matches(msg):
		// The Line keeps the focus: whoever goes on to type would type commands.
		s.text = s.text.Update(msg, k)
		return s
	case k.Keep.Matches(msg):
		return s.enter()
	case k.Tick.Matches(msg) && (s.field.Empty() || s.Whole):
		return s // nothing begins with the Space that led here
	case k.Back.Matches(msg) && !k.Backspace.Matches(msg) && s.field.Empty() && s.visit.Step().Kind == "" && page.Offers(s.moves, page.Back):
		return s.back()
	default:
		return s.edit(msg)
	}
}

// leads reports whether the page lies beside the walk, so that closing it leads out.
func (s sheet) leads() bool { return s.visit.Step().Kind == "" && len(s.visit.IDs()) > 1 }

func (s sheet) back() sheet {
	s.visit.Do(page.Back, "")
	return s
}

// escape leaves a Line with what stands in it. A note it keeps, and leaves a page
// beside the walk without what stands there once words that would be lost are asked about.
func (s sheet) escape(asked bool) sheet {
	switch isNote := s.keepsNote(); {
	case !s.isTyping():
		s.away = s.away || s.isReady() || s.holds()
	case !s.leads():
		return s.goTo(nowhere)
	case isNote && !asked && !s.now.Notice.Care:
		if s = s.enter(); s.isTyping() && s.field.Empty() { // it is kept, and no other is to begin
			s = s.on(nowhere)
			s.away = true
		}
		return s
	case (isNote || s.changed()) && !asked && !s.item().Live:
		s.Drop = true
		return s.on(s.Focus) // with what is asked in sight
	default:
		s.Typing = ""
		s.visit.Type("", "")
	}
	if s.leads() {
		return s.back()
	}
	return s
}

// keepsNote reports whether a note is typed that is not kept yet: a new one, or one
// that is changed in sight of its words.
func (s sheet) keepsNote() bool {
	item := s.item()
	isNote := item.ID == page.NewNoteID || item.ID == page.NoteTextID && item.Text != "" && s.changed()
	return isNote && !s.field.Empty()
}

// enter keeps what was typed and goes on, unless the page says something new against it; of
// what the page asks for, each try is typed where the first was.
func (s sheet) enter() sheet {
	here, before := s.Focus, s.now.Notice
	typed := s.field.Value()
	if s = s.take(here.ID, typed); s.gone() {
		return s
	}
	if s.asksName(here) && !s.now.Notice.Care { // it was emptied, which is as Enter where nothing was typed
		s = s.take(here.ID, "")
	}
	s.Typing = "" // what the page took does not stay, to be taken once more
	switch {
	case here.ID == page.NewNoteID, // the Line is ready for words, and looks so
		s.now.Notice.Care && (s.now.Notice != before || (typed != "" || s.waitsForName()) && here.ID == s.now.Ask):
		return s.on(here)
	case typed != "" && s.item().Text == "":
		return s.on(nowhere) // what was kept is not shown
	}
	return s.on(s.next(here))
}

// waitsForName reports whether Enter stays in an empty name, as nothing else leads on.
func (s sheet) waitsForName() bool { return s.now.Binding && !s.goesOn() && s.field.Empty() }

// edit takes a key or a paste into the Line, if it has room for all of it.
func (s sheet) edit(msg tea.Msg) sheet {
	key, pressed := msg.(tea.KeyPressMsg)
	item, before := s.item(), s.field.Value()
	if anew := s.field.Set(""); s.Whole && (!anew.Update(msg).Empty() || s.keys.Backspace.Matches(key)) {
		s.field = anew
	}
	s.Whole = false
	if n, most, over := s.field.Over(msg); over {
		s.Full = plain.Fill(s.words().Frame.Full, "n", n, "most", most)
		return s.on(s.Focus).follow() // with that in sight
	}
	emptied := s.field.Empty()
	s.field = s.field.Update(msg)
	if emptied = emptied || s.field.Empty(); emptied && item.Whole && before != "" && !s.now.Notice.Care {
		s = s.take(item.ID, "") // so that nothing is said of it any more
	}
	switch {
	case item.Live && item.Text != s.field.Value():
		s = s.take(item.ID, s.field.Value())
	case !pressed || key.Text != "" || before != s.field.Value():
		s.visit.Type(s.Typing, s.field.Value())
	}
	return s.rendered().follow()
}

// command takes a key outside of the Lines.
func (s sheet) command(msg tea.KeyPressMsg) sheet {
	k := s.keys
	if k.PageUp.Matches(msg) || k.PageDown.Matches(msg) || k.Top.Matches(msg) || k.End.Matches(msg) {
		return s.paged(msg)
	}
	enter, next := k.Keep.Matches(msg), k.Next.Matches(msg)
	switch item := s.item(); {
	case s.onward():
		if next {
			return s.readOn()
		}
	case next && s.isTorn() && !(enter && s.goesOn()):
		return s.on(s.Focus) // rather than do what cannot be seen
	case item.Kind == page.Act && enter:
		return s.act()
	case item.Kind == page.Act && next && !s.visit.Binds(): // Space, which does none: what was chosen stays so
		s.Hint = true
		return s.on(s.Focus)
	case item.Kind == page.Act, s.Focus.Before:
		// A key that means nothing here may be one of many that were not meant
		// for this page, such as a paste that the terminal sends as keys.
		return s.hinted()
	case item.Kind == page.Row && next, item.Kind == page.Choose && next && !s.goesOn():
		s = s.take(item.ID, "")
		return s.on(s.Focus)
	case k.Tick.Matches(msg):
		return s.tick()
	case enter && s.goesOn():
		return s.readOn()
	case enter:
		return s.goTo(s.next(s.Focus))
	}
	return s
}

// toNumber moves to the item of a number, and sets a Tick or a Pick, which shows and can be
// taken back. On a form it may be part of what was to be typed, and only leads there.
func (s sheet) toNumber(to spot) sheet {
	if s.isAnswered() && to.Item.Says == "" {
		return s // there is nothing more to choose, nor to read
	}
	s = s.goTo(to.Stop)
	switch {
	case numberSets(to.Item) && !s.isForm():
		return s.tick()
	case to.Item.Opens && s.Focus == to.Stop:
		return s.take(to.Item.ID, "")
	}
	s.tens = to.Number
	return s
}

// tick answers the Tick or Pick that has the focus. To others, Space only goes on.
func (s sheet) tick() sheet {
	item := s.item()
	switch {
	case item.Kind == page.Choose:
		return s.readOn()
	case item.Kind != page.Tick && (item.Kind != page.Pick || item.On):
		return s
	}
	s = s.take(item.ID, "")
	return s.on(s.Focus)
}

// act does the act that has the focus, which no further Enter must do again.
func (s sheet) act() sheet {
	ways, did := s.ways(s.Focus), stop{ID: s.Focus.ID}
	s = s.take(s.Focus.ID, "")
	about := stop{ID: s.now.Notice.At}
	if spot, ok := s.spot(about); s.now.Notice.Text != "" && ok && spot.Item.Kind != page.Act {
		if s = s.on(about); !s.now.Binding { // to mend it
			return s
		}
		// With what decides in sight, if there is room.
		s.text = s.showing(s.waiting(ways)).Show(s.paper.Notice.From, s.paper.Notice.To)
		return s.follow()
	}
	if s = s.on(s.waiting(ways)); s.gone() {
		return s
	}
	if s.now.Notice.Care { // what it says is to be chosen is in sight, too, if there is room
		if from, to := s.paper.Notice.From, s.actsEnd(s.at(s.Focus)); to-from <= s.size.Height {
			s.text = s.text.Show(from, to)
		}
		return s
	}
	if spot, ok := s.spot(did); ok { // what was chosen stays in sight, rather than a word about it
		s.text = s.text.Show(spot.From, spot.To)
		s = s.untorn(true, spot.To)
	}
	return s.settled()
}

// take gives the page an answer, as long as it is shown.
func (s sheet) take(id, text string) sheet {
	if s.gone() {
		return s
	}
	before := s.now.Notice
	s.visit.Answer(page.Answer{ID: id, Text: text})
	s.Last = id
	s = s.rendered()
	s.fresh = s.now.Notice.Text != "" && (s.now.Notice != before || s.now.Notice.Care)
	return s
}
