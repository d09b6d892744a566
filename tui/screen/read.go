package screen

import (
	"cmp"

	tea "charm.land/bubbletea/v2"

	"firstsession/content/page"
)

// following is where Enter leads from nowhere: to the first place in sight or beyond, or the
// last; but to no act, and to nothing that the next Space would change or put into a record.
func (s sheet) following() stop {
	if begins := (stop{ID: s.begins()}); s.at(begins) >= 0 {
		return begins
	}
	last, atEnd := nowhere, s.isForm() && s.text.Above() && !s.text.Below() // where who wants to end would type into a Line
	for _, spot := range s.paper.Spots {
		if spot.Item.Kind == page.Act || s.goesIn(spot) || spot.Item.Kind == page.Line && (atEnd || spot.Item.Text != "") {
			continue
		}
		if last = spot.Stop; spot.To > s.text.Top() {
			break
		}
	}
	return last
}

// readsTo is the place to which reading on leads where nothing has the focus;
// nowhere if it leads down the page, or on.
func (s sheet) readsTo() stop {
	to := s.following()
	hidden := !s.sees(to) || to.Before && s.actsEnd(s.at(to)) > s.text.Top()+s.size.Height
	if spot, ok := s.spot(to); !ok || s.now.Ends || s.goesOn() || spot.Item.Kind == page.Choose || s.text.Below() && hidden {
		return nowhere
	}
	return to
}

// readsBelow reports whether there is more to read before one goes on. An answer given just
// now says that one can.
func (s sheet) readsBelow() bool {
	answered, _ := s.spot(stop{ID: s.Last})
	return s.text.Below() && !(s.Focus.Before && s.goesOn() && answered.Item.Kind == page.Act && answered.Item.Mark != page.NoMark)
}

// reads reports whether a key reads further on the page.
func (s sheet) reads(msg tea.KeyPressMsg) bool {
	k := s.keys
	reads := k.PageDown.Matches(msg) || k.Next.Matches(msg) && s.onward() || k.Keep.Matches(msg) && s.goesOn()
	return s.text.Below() && reads && s.kind() != page.Act && s.id == s.visit.ID()
}

// readOn goes on while nothing is focused: down the page, and then to what comes next.
func (s sheet) readOn() sheet {
	switch to := s.readsTo(); {
	case to.Before:
		return s.goTo(to).hinted()
	case to != nowhere:
		return s.goTo(to)
	case s.readsBelow():
		acts, _ := s.spot(s.following())
		further := s.text.Page()
		if acts.Before && acts.From > s.text.Top() { // with how to choose
			further = s.text.To(min(further.Top(), acts.From))
		}
		s.text = further
		return s.settled()
	case s.now.Passing:
		return s.back()
	case !s.goesOn() && s.following() == nowhere && !s.now.Ends:
		return s
	default: // where it does not go on, the page says how to choose
		return s.asked()
	}
}

// asked asks the page to go on. What it says to that is seen each time.
func (s sheet) asked() sheet {
	if s = s.take(cmp.Or(s.goOn().ID, page.GoOnID), ""); s.gone() {
		return s
	}
	fresh := s.now.Notice.Text != ""
	s.fresh = fresh
	if s = s.on(s.Focus); !fresh || s.isTyping() {
		return s
	}
	s.text = s.text.Show(s.paper.Notice.From, s.paper.Notice.To)
	return s.settled()
}
