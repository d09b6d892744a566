package walk

// Erased stands in a fact in the place of words that the reader has taken back.
// It is no empty text, so that the facts lead to the same walk as before.
const Erased = "…"

// Gone reports, by the number of the fact, whose words no longer stand: those
// of a note in all its versions but the one it has, of a reflection's line
// before it was changed or emptied, of an aim that became another one, and of a
// name that was taken back.
func Gone(facts []Fact) map[int]bool {
	last := map[string]int{} // by what is said, the fact that says it now
	for _, f := range facts {
		if about := says(f); about != "" {
			last[about] = f.Seq
		}
	}
	gone := map[int]bool{}
	for _, f := range facts {
		if about := says(f); about != "" && last[about] != f.Seq && hasWords(f) {
			gone[f.Seq] = true
		}
	}
	return gone
}

// says names what a fact says in the reader's own words; empty if it does not.
func says(f Fact) string {
	switch EventKind(f.Kind) {
	case TakeNote, ChangeNote:
		return "note " + f.Subject
	case Tick:
		return "tick " + f.Subject
	case SetForm:
		return "form"
	case NameTyped, Decline: // who does not sign takes the name back
		return "name"
	default:
		return ""
	}
}

// MayTakeBack reports whether a fact can take words of the reader's back.
func (f Fact) MayTakeBack() bool { return EventKind(f.Kind) != TakeNote && says(f) != "" }

func hasWords(f Fact) bool {
	if form := f.Data.Form; form != nil {
		return form.Aim != "" && form.Aim != Erased
	}
	return f.Data.Text != "" && f.Data.Text != Erased
}

// WithoutWords is a fact whose words are erased.
func WithoutWords(f Fact) Fact {
	if f.Data.Form != nil && f.Data.Form.Aim != "" {
		form := *f.Data.Form
		form.Aim = Erased
		f.Data.Form = &form
	}
	if f.Data.Text != "" {
		f.Data.Text = Erased
	}
	return f
}
