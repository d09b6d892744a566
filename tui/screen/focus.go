package screen

import (
	"firstsession/content/page"
	"firstsession/tui/field"
	"firstsession/tui/scroll"
)

// settled drops the focus if it was scrolled out of sight: no key may act on what is not
// seen. A Line with words keeps it; one that is asked for and comes into sight is ready.
func (s sheet) settled() sheet {
	ask, _ := s.spot(stop{ID: s.begins()})
	switch {
	case s.Focus == nowhere && ask.Item.Kind == page.Line && s.sees(ask.Stop):
		top := s.text.Top()
		s = s.on(ask.Stop)
		s.text = s.text.To(max(top, s.text.Top()))
		return s
	case s.Focus == nowhere, s.sees(s.Focus), s.isTyping() && !s.field.Empty():
		return s
	}
	s = s.kept()
	s.Focus, s.Hint = nowhere, false
	return s.rendered()
}

// goTo keeps what is typed and focuses something else.
func (s sheet) goTo(to stop) sheet { return s.kept().on(to) }

// on focuses something and brings it into view, with what was said just now, while the
// page is shown.
func (s sheet) on(to stop) sheet {
	if s.gone() {
		return s
	}
	if to = s.present(to); to != s.Focus {
		s.Focus, s.Hint = to, false
	}
	if item := s.item(); s.isTyping() && s.Typing != item.ID {
		s.field, s.Typing = field.New(fieldLines, s.fieldWidth(), item.Most).Set(item.Text), item.ID
		s.Whole = item.Whole && item.Text != ""
		s.drawn = drawn{} // of what stood in it
	}
	s.away = !s.isTyping() && (s.away || s.Focus != nowhere && !s.Focus.Before)
	s = s.rendered()
	notice, fresh := s.paper.Notice, s.fresh
	if s.fresh = false; fresh {
		s.text = s.text.Show(notice.From, notice.To)
	}
	if s.text = s.showing(s.Focus); s.Focus == nowhere {
		return s
	}
	if fresh && !s.isTyping() && (s.now.Notice.Care || s.kind() != page.Act && !s.Focus.Before) {
		// Rather than what it is about. But who moves to acts has them, unless
		// something did not go well.
		s.text = s.text.Show(notice.From, notice.To)
		return s.settled()
	}
	end := s.paper.Spots[s.at(s.Focus)].Under
	if s.Focus.Before {
		end = s.actsEnd(s.at(s.Focus))
	}
	return s.untorn(fresh, end).follow()
}

// hinted says before the acts how to choose one.
func (s sheet) hinted() sheet {
	s = s.on(s.waiting(s.ways(s.Focus)))
	s.Hint = true
	if s = s.on(s.Focus); !s.Focus.Before {
		return s
	}
	return s.untorn(true, s.actsEnd(s.at(s.Focus)))
}

// untorn has a notice of which the end is in sight there from its beginning, or not at
// all if what ends at a row has no room below it; one that is new also from above.
func (s sheet) untorn(fresh bool, end int) sheet {
	notice, top := s.paper.Notice, s.text.Top()
	switch torn := top < notice.To; {
	case top <= notice.From, !fresh && !torn:
	case end-notice.From <= s.size.Height:
		s.text = s.text.To(notice.From)
	case torn && fresh:
		s.text = s.text.To(notice.To)
	}
	return s
}

// showing is the text scrolled no further than it takes to have a place in sight.
func (s sheet) showing(to stop) scroll.Text {
	text, spots := s.text, s.paper.Spots
	at := s.at(to)
	if at < 0 {
		return text
	}
	spot := spots[at]
	if end := s.actsEnd(at + 1); s.asksName(to) && end-spot.Head <= s.size.Height { // with what it is for
		text = text.Show(spot.Head, end)
	}
	if spot.Before || spot.Item.Kind == page.Act {
		// The acts of one place weigh the same: they are in sight together if they can.
		before, end := spots[s.ways(to)], s.actsEnd(at)
		if end-before.Head > s.size.Height { // more is said between their heading and them
			before.Head = before.From
		}
		if text = text.Show(before.Head, end); spot.Before { // rather the acts than how to choose
			return text.Show(min(spots[at+1].From, max(before.Head, end-s.size.Height)), end)
		}
	}
	return text.Show(spot.Head, spot.Under).Show(spot.From, spot.Under).Show(spot.From, spot.To)
}

// actsEnd is the row behind the acts that stand from a place on.
func (s sheet) actsEnd(at int) int {
	end := at + 1
	for end < len(s.paper.Spots) && s.paper.Spots[end].Item.Kind == page.Act {
		end++
	}
	return s.paper.Spots[max(0, min(end, len(s.paper.Spots))-1)].Under
}

// follow keeps the cursor in view while there is one; but none before acts, which are.
func (s sheet) follow() sheet {
	if c := s.paper.Cursor; c != nil && !s.Focus.Before {
		s.text = s.text.Show(c.Y, c.Y+1)
	}
	return s
}
