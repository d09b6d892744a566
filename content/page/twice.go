package page

import "firstsession/content/plain"

// twice is of a page with an act that is done only if it is chosen twice, with
// nothing else answered in between.
type twice struct{ chosen string } // the id of what was answered last

// asks has an act be asked about at first. It reports whether that was, so that it
// is done next.
func (t twice) asks(act *Item) bool {
	act.Sure = t.chosen == act.ID
	if act.Asks = !act.Sure; act.Asks {
		act.wants = nil
	}
	return act.Sure
}

// took keeps what was answered; an act that was done is asked about anew.
func (t *twice) took(id string) { t.chosen = plain.Either(t.chosen == id, "", id) }
