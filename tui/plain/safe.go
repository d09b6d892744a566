package plain

// offerHelp offers help now beside words that were taken and may be a cry for
// it.
func (l *Lines) offerHelp(words string) {
	if danger := l.words.Danger; danger.IsCry(words) {
		l.say(danger.Offer, "way", l.fill(danger.ByWord))
	}
}

// unerased says that something that was taken back is not gone yet.
func (l *Lines) unerased() {
	if err := l.visit.Unerased; err != nil {
		l.say(l.words.Notes.NotGone, "error", err)
	}
}

// mode says what is kept of this visit.
func (l *Lines) mode() {
	switch {
	case l.visit.Fresh && !l.visit.Private, l.visit.Desk != nil:
	case l.visit.Private:
		l.say(l.visit.Walk.Traces())
	case l.visit.Unkept != nil:
		l.say(l.words.Plain.ByeUnkept)
	default:
		l.say(l.words.Frame.KeptMode)
	}
}
