package walk

import (
	"slices"

	"firstsession/content"
)

// Resume are the events to apply when an intake is opened again. There are
// some only if it was ended to be continued and the record of that is saved:
// it then goes on as it was before, at the step where the client stopped; or if
// the signature has lapsed, which is then asked for again. Anything else goes on
// At the page where it was cut off.
func (w Walk) Resume() []Event {
	if w.Lapsed() && w.ending == Undecided && isOfTheEnd(w.at.Kind) {
		return []Event{{Kind: Reach, Subject: SignatureID}}
	}
	if w.signed == nil || w.signed.Outcome != EndContinued || w.Outcome() != EndContinued {
		return nil
	}
	return []Event{{Kind: End}, {Kind: Reach, Subject: w.orFirst(w.before).Key()}}
}

// Under are the events with which an intake goes on under another practice
// file than the one that it began with. What was shown before is not what is
// shown now, so the promises are asked anew.
func (w Walk) Under(practice string) []Event {
	form, _ := w.Form()
	form.Practice = practice
	events := []Event{{Kind: SetForm, Form: &form}}
	switch kind := w.at.Kind; {
	case isOfTheEnd(kind), kind == Statement, kind == Points, kind == Signature:
		events = append(events, Event{Kind: Reach, Subject: content.CommitmentID})
	}
	return events
}

// isOfTheEnd says whether a step is one with which an intake ends, after the
// client's part.
func isOfTheEnd(kind Kind) bool {
	return slices.Contains([]Kind{Countersign, Copy, Closing, Clearing}, kind)
}
