package screen

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"firstsession/content/page"
	"firstsession/tui/scroll"
)

// stopsOf are the places of a page in their order. Before acts there is a
// place where Enter does nothing, so that no Enter that was meant for an item
// before them, and no held one, can do an act. A GoOn needs no place: it is
// what Space and Enter do in any case.
func stopsOf(items []page.Item) []stop {
	var stops []stop
	for i, item := range items {
		if item.Kind == page.Act && (i == 0 || items[i-1].Kind != page.Act) {
			stops = append(stops, stop{item.ID, true})
		}
		if item.Kind != page.GoOn {
			stops = append(stops, stop{id: item.ID})
		}
	}
	return stops
}

// at is the focus among the stops; -1 for nowhere.
func (s sheet) at() int { return slices.Index(s.stops, s.focus) }

// runOf is the place before an act, from where that is among the stops.
func (s sheet) runOf(at int) int {
	for at > 0 && !s.stops[at].before {
		at--
	}
	return at
}

// waiting is the place before the acts that stood at a place once, or the next
// there is. It is nowhere if there is none, or if none is wanted.
func (s sheet) waiting(run int, wanted bool) stop {
	if !wanted {
		return nowhere
	}
	for at := range s.stops {
		if to := s.stops[(run+at)%len(s.stops)]; to.before {
			return to
		}
	}
	return nowhere
}

// present is a place, or what comes nearest if the page has it no more.
func (s sheet) present(to stop) stop {
	if slices.Contains(s.stops, to) {
		return to
	}
	return s.waiting(0, to.before)
}

// next is where Enter leads from a place: never to an act.
func (s sheet) next(from stop) stop {
	at := slices.Index(s.stops, from) + 1
	if at >= len(s.stops) {
		return nowhere
	}
	return s.stops[at]
}

// following is where Enter leads from nowhere: to the first place in sight,
// or what lies beyond, or the last; but to no act. It is false if there is
// none at all.
func (s sheet) following() (stop, bool) {
	if begins := s.begins(); s.has(begins) {
		return stop{id: begins}, true
	}
	last, ok := nowhere, false
	for _, to := range s.stops {
		spot, _ := s.paper.find(to)
		if s.paper.kind(to) == page.Act {
			continue
		}
		last, ok = to, true
		if spot.to > s.text.Top() {
			break
		}
	}
	return last, ok
}

// neighbour is what is focused next in a direction. The place before acts is
// passed over: who moves there by hand means to. From nowhere, it is the first
// or last of what can be seen, or what lies beyond; behind the last, nowhere.
func (s sheet) neighbour(way int) stop {
	at := s.at()
	if s.focus == nowhere {
		at = s.edge(way)
	}
	for at += way; at >= 0 && at < len(s.stops); at += way {
		if !s.stops[at].before {
			return s.stops[at]
		}
	}
	return nowhere
}

// lastRow is the last of all rows, or the first.
func (s sheet) lastRow(last bool) stop {
	row := s.focus
	for _, item := range s.now.Items {
		if item.Kind == page.Row {
			if row = (stop{id: item.ID}); !last {
				break
			}
		}
	}
	return row
}

// edge is the stop from which one step leads into what is in sight.
func (s sheet) edge(way int) int {
	if way > 0 {
		for i, to := range s.stops {
			if spot, _ := s.paper.find(to); spot.to > s.text.Top() {
				return i - 1
			}
		}
		return len(s.stops)
	}
	for i, to := range slices.Backward(s.stops) {
		if spot, _ := s.paper.find(to); spot.from < s.text.Top()+s.size.height {
			return i + 1
		}
	}
	return 0
}

// arrowTo is where an arrow leads: to what is focused next if that is near, and
// otherwise a row further, so that nothing on the way is passed over unread.
func (s sheet) arrowTo(way int) (stop, scroll.Text) {
	next := s.neighbour(way)
	if next != nowhere && s.near(next) && !s.reachesBeyond(way) {
		return next, s.showing(next)
	}
	return s.focus, s.text.To(s.text.Top() + way)
}

// arrow moves or scrolls.
func (s sheet) arrow(way int) sheet {
	to, text := s.arrowTo(way)
	switch {
	case to != s.focus:
		return s.goTo(to)
	case text.Top() == s.text.Top():
		return s
	}
	s.text = text
	return s.look()
}

// moves reports whether a key that only moves something would do so from here.
func (s sheet) moves(key tea.KeyPressMsg) bool {
	k, way := s.keys, 0
	switch {
	case k.Up.Matches(key):
		way = -1
	case k.Down.Matches(key):
		way = 1
	case s.kind() == page.Row && (k.Top.Matches(key) || k.End.Matches(key)):
		return s.lastRow(k.End.Matches(key)) != s.focus
	default:
		_, scrolls := s.text.Update(key, k)
		return scrolls
	}
	to, text := s.arrowTo(way)
	return to != s.focus || text.Top() != s.text.Top()
}

// near reports whether something is in sight, or comes into sight together with
// all that stands between it and the focus.
func (s sheet) near(next stop) bool {
	if s.focus == nowhere {
		return s.sees(next)
	}
	before, after := s.text.Top(), s.showing(next).Top()
	return max(before, after)-min(before, after) <= s.size.height
}

// reachesBeyond reports whether what is focused goes on outside of the window
// in a direction.
func (s sheet) reachesBeyond(way int) bool {
	spot, ok := s.paper.find(s.focus)
	if !ok || s.isTyping() {
		return false
	}
	if way > 0 {
		return spot.to > s.text.Top()+s.size.height
	}
	return spot.from < s.text.Top()
}

// sees reports whether any row of something is in sight.
func (s sheet) sees(to stop) bool {
	spot, ok := s.paper.find(to)
	return ok && spot.from < s.text.Top()+s.size.height && spot.to > s.text.Top()
}

// look drops the focus if it was scrolled out of sight: no key may act on what
// is not seen. A Line with words in it keeps it, and comes back into sight with
// the next letter; one that is asked for and comes into sight is ready.
func (s sheet) look() sheet {
	ask := stop{id: s.begins()}
	switch {
	case s.focus == nowhere && s.itemOf(ask.id).Kind == page.Line && s.sees(ask):
		top := s.text.Top()
		s = s.on(ask)
		s.text = s.text.To(max(top, s.text.Top()))
		return s
	case s.focus == nowhere, s.sees(s.focus), s.isTyping() && !s.field.Empty():
		return s
	}
	s = s.kept()
	s.focus, s.hint = nowhere, false
	return s.rendered()
}

// goTo keeps what is typed and focuses something else.
func (s sheet) goTo(to stop) sheet {
	if s = s.kept(); s.gone() {
		return s
	}
	return s.on(to)
}

// on focuses something and brings it into view, with what was said just now.
func (s sheet) on(to stop) sheet {
	to = s.present(to)
	if to != s.focus {
		s.focus, s.hint = to, false
	}
	if item := s.item(); s.isTyping() && s.typing != item.ID {
		s.field, s.typing = s.field.Set(item.Text), item.ID
	}
	s = s.rendered()
	notice, fresh := s.paper.notice, s.fresh
	if s.fresh = false; fresh {
		s.text = s.text.Show(notice.from, notice.to)
	}
	if s.text = s.showing(s.focus); s.focus == nowhere {
		return s
	}
	if fresh && !s.isTyping() && (s.now.Notice.Care || s.kind() != page.Act) {
		// Rather than what it is about. But who moves to an act has it, unless
		// something did not go well.
		s.text = s.text.Show(notice.from, notice.to)
		return s.look()
	}
	return s.follow()
}

// showing is the text scrolled no further than it takes to have a place in sight.
func (s sheet) showing(to stop) scroll.Text {
	text := s.text
	spot, ok := s.paper.find(to)
	if !ok {
		return text
	}
	if run, ok := s.paper.run(to); ok {
		// The acts of one place are of equal weight, so that they are in sight
		// together where there is room.
		text = text.Show(run.head, run.end)
	}
	return text.Show(spot.head, spot.under).Show(spot.from, spot.under).Show(spot.from, spot.to)
}

// follow keeps the cursor in view while there is one.
func (s sheet) follow() sheet {
	if c := s.paper.cursor; c != nil {
		s.text = s.text.Show(c.Y, c.Y+1)
	}
	return s
}
