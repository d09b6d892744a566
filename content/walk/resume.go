package walk

// Before is where the client was before the pages with which an intake ends:
// the step last reached that is none of these, the first step if none was.
func (w Walk) Before() Step {
	if w.before != (Step{}) {
		return w.before
	}
	if len(w.steps) > 0 {
		return w.steps[0]
	}
	return Step{}
}

// Resume are the events to apply when an intake is opened again. There are
// some only if it was ended to be continued and the record of that is saved:
// it then goes on as it was before, at the step where the client stopped.
// Anything else goes on At the page where it was cut off.
func (w Walk) Resume() []Event {
	if w.signed == nil || w.signed.Outcome != EndContinued || w.Outcome() != EndContinued {
		return nil
	}
	return []Event{{Kind: End}, {Kind: Reach, Subject: w.Before().Key()}}
}

// isOfTheEnd says whether a step is one with which an intake ends, after the
// client's part.
func isOfTheEnd(kind Kind) bool {
	switch kind {
	case Countersign, Copy, Closing, Clearing:
		return true
	default:
		return false
	}
}
