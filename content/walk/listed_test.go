package walk

// Unread is how many sections of a chapter, counted from 1, were not read. Those
// that are left out of an intake do not count.
func (w Walk) Unread(chapter int) int {
	unread := 0
	for _, s := range w.plan.chapter(chapter) {
		if s.Kind == Section && !w.passed[s.ID] && w.planned(s) {
			unread++
		}
	}
	return unread
}

// Waiting are the questions that were left for later and not answered since,
// in order.
func (w Walk) Waiting() []Step {
	var waiting []Step
	for _, s := range w.steps {
		if s.Kind == Question && w.tries[s.Key()].Later {
			waiting = append(waiting, s)
		}
	}
	return waiting
}

// Missed are the ids of the questions of which a try did not fit or the
// answer was shown, in the guide's order.
func (w Walk) Missed() []string {
	var missed []string
	for _, s := range w.plan.steps {
		if t := w.tries[s.ID]; s.Kind == Question && (t.Missed || t.Shown) {
			missed = append(missed, s.ID)
		}
	}
	return missed
}
