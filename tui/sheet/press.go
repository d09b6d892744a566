package sheet

import (
	"slices"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"firstsession/tui/intake"
	"firstsession/tui/keys"
	"firstsession/tui/screen"
)

// press takes a key. Those that lead from item to item work everywhere; of the
// others, letters are letters in a Line.
func (s sheet) press(msg tea.KeyPressMsg) (sheet, screen.Action) {
	k := s.env.Keys
	switch {
	case k.TabBack.Matches(msg):
		return s.goTo(s.neighbour(-1))
	case k.LeaveTab.Matches(msg):
		return s.goTo(s.neighbour(1))
	case k.Up.Matches(msg):
		return s.arrow(-1)
	case k.Down.Matches(msg):
		return s.arrow(1)
	case s.isTyping():
		return s.typed(msg)
	default:
		return s.command(msg)
	}
}

// typed takes a key in a Line.
func (s sheet) typed(msg tea.KeyPressMsg) (sheet, screen.Action) {
	k := s.env.Keys
	switch {
	case k.PageUp.Matches(msg), k.PageDown.Matches(msg):
		// The Line keeps the focus: whoever goes on to type would type commands.
		s.text, _ = s.text.Update(msg, k)
		return s, nil
	case k.Keep.Matches(msg):
		return s.enter()
	case k.Tick.Matches(msg) && s.field.Empty():
		return s, nil // nothing begins with the Space that led here
	default:
		return s.edit(msg), nil
	}
}

// enter keeps what was typed and goes on, unless the page has something to say
// against it. Enter once more goes on then, too.
func (s sheet) enter() (sheet, screen.Action) {
	here, changed := s.focus, s.changed()
	s, action := s.kept()
	if changed && s.now.Care && action == nil {
		return s.on(here), nil
	}
	return s.on(s.next(here)), action
}

// edit takes a key or a paste into the Line, as far as it has room.
func (s sheet) edit(msg tea.Msg) sheet {
	most := s.item().Most
	before := utf8.RuneCountInString(s.field.Value())
	if paste, ok := msg.(tea.PasteMsg); ok && most > 0 {
		letters := []rune(paste.Content)
		msg = tea.PasteMsg{Content: string(letters[:min(len(letters), max(0, most-before))])}
	}
	after := s.field.Update(msg)
	if now := utf8.RuneCountInString(after.Value()); most == 0 || now <= most || now < before {
		s.field = after
	}
	return s.rendered().follow()
}

// command takes a key outside of the Lines.
func (s sheet) command(msg tea.KeyPressMsg) (sheet, screen.Action) {
	k := s.env.Keys
	if text, ok := s.text.Update(msg, k); ok {
		s.text = text
		return s.look(), nil
	}
	if scrolls(msg, k) {
		return s, nil // there is nothing to scroll to
	}
	enter := k.Keep.Matches(msg)
	switch item := s.item(); {
	case k.Back.Matches(msg):
		return s, screen.Previous{}
	case s.focus.before && !s.goesOn():
		return s.hinted(s.focus), nil
	case s.onward():
		if k.Next.Matches(msg) {
			return s.readOn()
		}
	case item.Kind == intake.Act && enter:
		return s.act()
	case item.Kind == intake.Act:
		// A key that means nothing here may be one of many that were not meant
		// for this page, such as a paste that the terminal sends as keys.
		return s.hinted(s.stops[s.runOf(s.at())]), nil
	case enter:
		return s.goTo(s.next(s.focus))
	case k.Tick.Matches(msg):
		return s.tick()
	}
	return s, nil
}

func scrolls(msg tea.KeyPressMsg, k keys.Map) bool {
	return k.PageUp.Matches(msg) || k.PageDown.Matches(msg) || k.Top.Matches(msg) || k.End.Matches(msg)
}

// hinted says before the acts how to choose one.
func (s sheet) hinted(before stop) sheet {
	s = s.on(before)
	s.hint = true
	return s.on(before)
}

// tick answers the Tick or Pick that has the focus.
func (s sheet) tick() (sheet, screen.Action) {
	item := s.item()
	if item.Kind == intake.Pick && item.On {
		return s, nil
	}
	s, action := s.take(item.ID, "")
	return s.on(s.focus), action
}

// act does the act that has the focus. Whatever comes of it, another Enter
// must not do it once more.
func (s sheet) act() (sheet, screen.Action) {
	run := s.runOf(s.at())
	s, action := s.take(s.focus.id, "")
	if about := (stop{id: s.now.At}); s.now.Notice != "" && slices.Contains(s.stops, about) {
		return s.on(about), action // to mend it
	}
	return s.on(s.waiting(run, true)), action
}

// readOn goes on while nothing is focused: down the page, and then to what
// comes next, which is the next step where the page just goes on.
func (s sheet) readOn() (sheet, screen.Action) {
	to, ok := s.following()
	if !s.goesOn() && ok && s.sees(to) {
		return s.goTo(to)
	}
	if s.text.Below() {
		s.text = s.text.Page()
		return s.look(), nil
	}
	if !s.goesOn() {
		return s.goTo(to)
	}
	s, kept := s.kept()
	for _, item := range s.now.Items {
		if item.Kind == intake.GoOn && kept == nil {
			return s.take(item.ID, "")
		}
	}
	return s, kept
}

// chosen is what a click on an item comes to.
type chosen struct{ stop stop }

// clicked moves the focus; a second click ticks. No click does an act.
func (s sheet) clicked(to stop) (sheet, screen.Action) {
	if to != s.focus {
		return s.goTo(to)
	}
	switch s.kind() {
	case intake.Tick, intake.Pick:
		return s.tick()
	case intake.GoOn:
		return s.readOn()
	default:
		return s, nil
	}
}

// take gives the page an answer.
func (s sheet) take(id, text string) (sheet, screen.Action) {
	page, deed := s.page.Take(s.env.Walk, id, text)
	s.page, s.last = page, id
	s = s.rendered()
	s.fresh = s.now.Notice != ""
	if deed.IsZero() {
		return s, nil
	}
	return s, screen.Do{Deed: deed}
}

// changed says whether the page does not have what is typed.
func (s sheet) changed() bool {
	for _, item := range s.now.Items {
		if item.ID == s.typing {
			return item.Text != s.field.Value()
		}
	}
	return s.typing != ""
}

// kept gives the page what is typed, if that is something new.
func (s sheet) kept() (sheet, screen.Action) {
	id, changed := s.typing, s.changed()
	s.typing = ""
	if !changed {
		return s, nil
	}
	return s.take(id, s.field.Value())
}
