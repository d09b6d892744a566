package pledge

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"firstsession/content/walk"
	"firstsession/tui/screen"
)

// press takes a key. Those that lead from place to place work everywhere on
// the page; of the others, letters are letters in a field.
func (s Signature) press(msg tea.KeyPressMsg) (Signature, screen.Action) {
	k := s.env.Keys
	switch {
	case k.TabBack.Matches(msg):
		return s.goTo(s.neighbour(-1)), nil
	case k.LeaveTab.Matches(msg):
		return s.goTo(s.neighbour(1)), nil
	case k.Up.Matches(msg):
		return s.arrow(-1), nil
	case k.Down.Matches(msg):
		return s.arrow(1), nil
	case s.typing():
		return s.typed(msg), nil
	default:
		return s.command(msg)
	}
}

// typed takes a key in a field.
func (s Signature) typed(msg tea.KeyPressMsg) Signature {
	k := s.env.Keys
	switch {
	case k.PageUp.Matches(msg), k.PageDown.Matches(msg):
		s.text, _ = s.text.Update(msg, k)
		return s.look()
	case k.Keep.Matches(msg):
		// From the name this leads to the place before both ways, where Enter
		// does nothing: the Enter that ends a name must not sign it.
		return s.goTo(s.neighbour(1))
	case k.Tick.Matches(msg) && s.stop() == nameStop && s.name.text() == "":
		return s // no name begins with the Space that led here
	default:
		s.notice, s.at = "", nowhere
		return s.edit(msg).rendered().follow()
	}
}

// command takes a key outside the fields.
func (s Signature) command(msg tea.KeyPressMsg) (Signature, screen.Action) {
	k := s.env.Keys
	if text, ok := s.text.Update(msg, k); ok {
		s.text = text
		return s.look(), nil
	}
	switch {
	case k.Back.Matches(msg):
		return s, screen.Previous{}
	case k.Number.Matches(msg):
		if way := slices.Index(k.Number.Keys, msg.String()); way < 2 {
			return s.goTo(len(s.extras) + signStop + way), nil
		}
		return s, nil
	case k.Decline.Matches(msg):
		return s.goTo(len(s.extras) + declineStop), nil
	}
	if s.focus == nowhere {
		return s.readOn(msg), nil
	}
	return s.act(msg)
}

// readOn goes down the page while nothing is focused, and at its end to the
// name; once that is there, to the two ways, of which neither is focused.
func (s Signature) readOn(msg tea.KeyPressMsg) Signature {
	switch {
	case !s.env.Keys.Next.Matches(msg):
		return s
	case s.text.Below():
		s.text = s.text.Page()
		return s
	case s.name.text() == "":
		return s.goTo(len(s.extras) + nameStop)
	default:
		return s.goTo(len(s.extras) + waysStop)
	}
}

// act takes a key on what is focused.
func (s Signature) act(msg tea.KeyPressMsg) (Signature, screen.Action) {
	k := s.env.Keys
	enter := k.Answer.Matches(msg)
	switch stop := s.stop(); {
	case stop < 0 && k.Tick.Matches(msg):
		return s, s.include()
	case stop < 0 && enter:
		return s.goTo(s.neighbour(1)), nil
	case stop == signStop && enter:
		return s.sign()
	case stop == declineStop && enter:
		return s, decline()
	case stop >= waysStop:
		// A key that means nothing here may be one of many that were not meant
		// for this page, such as a paste that the terminal sends as keys.
		return s.tell(waysStop, s.env.Words().Pledge.WaysOpen), nil
	}
	return s, nil
}

// include takes what is focused into the record, or out of it.
func (s Signature) include() screen.Action {
	id := s.extras[s.focus].ID
	return screen.Apply{Events: []walk.Event{{
		Kind: walk.Include, Subject: id, Yes: !s.env.Walk.Included(id),
	}}}
}

// neighbour is what is focused next in a direction. From nowhere, it is the
// first or last of what can be seen, or what lies beyond.
func (s Signature) neighbour(way int) int {
	last := len(s.extras) + stops - 1
	if s.focus != nowhere {
		next := max(0, min(s.focus+way, last))
		if next == len(s.extras)+folderStop && s.env.Intake() {
			next += way // the clinician has chosen the folder
			if next < 0 {
				return s.focus
			}
		}
		return next
	}
	spots := s.sheet.spots
	if way > 0 {
		for _, spot := range spots {
			if spot.to > s.text.Top() {
				return spot.stop
			}
		}
		return last
	}
	for _, spot := range slices.Backward(spots) {
		if spot.from < s.text.Top()+s.env.Size.Height {
			return spot.stop
		}
	}
	return nowhere
}

// arrow moves to what is focused next if that is near, and otherwise scrolls,
// so that nothing on the way is passed over unread.
func (s Signature) arrow(way int) Signature {
	next := s.neighbour(way)
	if next != s.focus && s.near(next) && !s.reachesBeyond(way) {
		return s.goTo(next)
	}
	s.text = s.text.To(s.text.Top() + way)
	return s.look()
}

// near says whether something is in sight, or comes into sight together with
// all that stands between it and the focus.
func (s Signature) near(next int) bool {
	spot, ok := s.sheet.find(next)
	if !ok || s.focus == nowhere {
		return ok && s.sees(spot)
	}
	before, after, height := s.text.Top(), s.goTo(next).text.Top(), s.env.Size.Height
	return max(before, after)-min(before, after) <= height
}

// reachesBeyond says whether what is focused goes on outside of the window in
// a direction.
func (s Signature) reachesBeyond(way int) bool {
	spot, ok := s.sheet.find(s.focus)
	if !ok || s.typing() {
		return false
	}
	if way > 0 {
		return spot.to > s.text.Top()+s.env.Size.Height
	}
	return spot.from < s.text.Top()
}
