package screen

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"firstsession/content/page"
	"firstsession/content/plain"
	"firstsession/tui/keys"
	"firstsession/tui/paper"
)

type (
	stop = paper.Stop
	spot = paper.Spot
)

// nowhere is where the focus is at first.
var nowhere stop

// at is a stop's number among those of the page; -1 for nowhere.
func (s sheet) at(to stop) int {
	return slices.IndexFunc(s.paper.Spots, func(spot spot) bool { return spot.Stop == to })
}

// spot is where a stop is. It is false for nowhere, where there is no item.
func (s sheet) spot(to stop) (spot, bool) {
	if at := s.at(to); at >= 0 {
		return s.paper.Spots[at], true
	}
	return spot{Item: page.Item{Kind: page.None}}, false
}

// ways is the number of the place before the acts among which a stop is.
func (s sheet) ways(of stop) int {
	at := max(0, s.at(of))
	for at > 0 && !s.paper.Spots[at].Before {
		at--
	}
	return at
}

// waiting is the place before acts that comes next from a place, or the first;
// nowhere if there is none.
func (s sheet) waiting(from int) stop {
	for at := range s.paper.Spots {
		if to := s.paper.Spots[(from+at)%len(s.paper.Spots)]; to.Before {
			return to.Stop
		}
	}
	return nowhere
}

// present is a place, or what comes nearest if the page has it no more.
func (s sheet) present(to stop) stop {
	switch {
	case s.at(to) >= 0:
		return to
	case to.Before:
		return s.waiting(0)
	default:
		return nowhere
	}
}

// next is where Enter leads from a place: never to an act, nor where one signs to what the
// next number or Space would change or put into a record.
func (s sheet) next(from stop) stop {
	was, _ := s.spot(from)
	for _, spot := range s.paper.Spots[s.at(from)+1:] {
		if !s.isFilled(spot) && !s.goesIn(spot) && !passedOver(was.Item, spot.Item) {
			return spot.Stop
		}
	}
	return nowhere
}

// passedOver reports whether an item is one of those of which another is chosen, so
// that the next key cannot choose it instead.
func passedOver(chosen, item page.Item) bool {
	return chosen.Kind == page.Pick && chosen.On && item.Kind == page.Pick && item.Group == chosen.Group
}

// isFilled reports whether a place is a Line in which words stand where one signs.
func (s sheet) isFilled(of spot) bool {
	return s.now.Binding && of.Item.Kind == page.Line && of.Item.Text != ""
}

// filled is the last Line if words stand in it, and nowhere if not.
func (s sheet) filled() stop {
	lines := s.now.Of(page.Line)
	if last := len(lines) - 1; last >= 0 && lines[last].Text != "" {
		return stop{ID: lines[last].ID}
	}
	return nowhere
}

// goesIn reports whether a place is a Tick that puts something into a record.
func (s sheet) goesIn(of spot) bool { return s.now.Binding && of.Item.Kind == page.Tick }

// neighbour is what is focused next in a direction; behind the last, nowhere. From nowhere,
// it is the first or last in sight, or beyond. Who moves to acts by hand means to.
func (s sheet) neighbour(way int) stop {
	spots, at := s.paper.Spots, s.at(s.Focus)
	if at < 0 && way < 0 {
		at = len(spots)
	}
	for at += way; at >= 0 && at < len(spots); at += way {
		passed := way > 0 && spots[at].To <= s.text.Top() || way < 0 && spots[at].From >= s.text.Top()+s.size.Height
		if !spots[at].Before && (s.Focus != nowhere || !passed) {
			return spots[at].Stop
		}
	}
	return nowhere
}

// beyond is where Tab leads: past the others of a group of which one is chosen, and where
// one signs through what is filled in, once all is.
func (s sheet) beyond() stop {
	from, _ := s.spot(s.Focus)
	if s.isFilled(from) {
		return s.neighbour(1)
	}
	for s.Focus = s.passing(1); passedOver(from.Item, s.item()); {
		s.Focus = s.passing(1)
	}
	if filled := slices.IndexFunc(s.paper.Spots, s.isFilled); s.Focus == nowhere && filled >= 0 && s.filled() != nowhere {
		return s.paper.Spots[filled].Stop
	}
	return s.Focus
}

// passing is where an arrow or Tab leads: past what is filled in where one signs, so that no
// key becomes a letter of it unmeant.
func (s sheet) passing(way int) stop {
	from := s
	for {
		to := from.neighbour(way)
		if spot, ok := s.spot(to); !ok || !s.isFilled(spot) {
			return to
		}
		from.Focus = to
	}
}

// endRow is the last of all rows, or the first.
func (s sheet) endRow(last bool) stop {
	rows := s.now.Of(page.Row)
	if len(rows) == 0 {
		return s.Focus
	}
	return stop{ID: rows[plain.Either(last, len(rows)-1, 0)].ID}
}

// paged takes a key that turns the page, or leads to its top or end.
func (s sheet) paged(msg tea.KeyPressMsg) sheet {
	// Home leads to the top of the page, and to the first row only if that is there.
	spot, _ := s.spot(s.endRow(false))
	home := s.keys.Top.Matches(msg) && spot.To <= s.size.Height
	// End leads to the last row, and to what is chosen behind the rows rather than to them.
	end := s.keys.End.Matches(msg) && s.waiting(0) == nowhere
	to := s.endRow(!home)
	leads := s.kind() == page.Row && to != s.Focus && (home || end)
	if foot := s.waiting(0); s.isForm() && !s.now.Binding && s.kind() != page.Act && s.keys.End.Matches(msg) && foot != nowhere { // with what the form is for
		leads, to = true, foot
	}
	if s.text = s.text.Update(msg, s.keys); leads {
		return s.goTo(to)
	}
	return s.settled()
}

// arrow moves to what is focused next if that is near, and otherwise scrolls a
// row further, so that nothing on the way is passed over unread.
func (s sheet) arrow(way int) sheet {
	next, text := s.passing(way), s.text.To(s.text.Top()+way)
	stays := text.Top() == s.text.Top()
	switch {
	case next != nowhere && (stays || s.near(next) && !s.reachesBeyond(way)):
		return s.goTo(next)
	case stays:
		return s
	}
	s.text = text
	return s.settled()
}

// moving are the keys that only move something: by a step, and by more.
func (s sheet) moving() (steps, leaps []keys.Binding) {
	k, up, down := s.keys, s.text.Above(), s.text.Below()
	top, end := up && !s.isTyping(), down && !s.isTyping()
	if s.kind() == page.Row {
		top, end = up || s.endRow(false) != s.Focus, down || s.endRow(true) != s.Focus
	}
	steps = slices.Concat(when(down || s.neighbour(1) != nowhere, k.Down), when(up || s.neighbour(-1) != nowhere, k.Up))
	return steps, slices.Concat(when(down, k.PageDown), when(up, k.PageUp), when(top, k.Top), when(end, k.End))
}

// when is a binding where something holds, and none otherwise.
func when(holds bool, b keys.Binding) []keys.Binding {
	if holds {
		return []keys.Binding{b}
	}
	return nil
}

// near reports whether something is in sight, or comes into sight together with
// all that stands between it and the focus.
func (s sheet) near(next stop) bool {
	if s.Focus == nowhere {
		return s.sees(next)
	}
	before, after := s.text.Top(), s.showing(next).Top()
	return max(before, after)-min(before, after) <= s.size.Height
}

// reachesBeyond reports whether what is focused goes on outside of the window.
func (s sheet) reachesBeyond(way int) bool {
	spot, ok := s.spot(s.Focus)
	below, above := spot.To > s.text.Top()+s.size.Height, spot.From < s.text.Top()
	return ok && !s.isTyping() && (way > 0 && below || way < 0 && above)
}

// isTorn reports whether what has the focus begins above what is in sight.
func (s sheet) isTorn() bool {
	spot, ok := s.spot(s.Focus)
	return ok && spot.From < s.text.Top()
}

// sees reports whether any row of something is in sight.
func (s sheet) sees(to stop) bool {
	spot, ok := s.spot(to)
	return ok && spot.From < s.text.Top()+s.size.Height && spot.To > s.text.Top()
}
