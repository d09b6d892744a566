package tui

import "firstsession/content"

// stopWords says what leaving keeps.
func (a *app) stopWords() string {
	words := a.env.Words()
	_, signed := a.env.Walk.Signed()
	switch {
	case !a.visit.Loses():
		return words.Keys.Stop
	case signed:
		return words.Frame.StopPrivateSigned
	default:
		return words.Frame.StopPrivate
	}
}

// offerHelp offers help now beside what is typed, where that may be a cry for
// it.
func (a *app) offerHelp() {
	danger := a.env.Words().Danger
	if typed := a.top().screen.View().Typed; a.notice.text == "" && danger.IsCry(typed) {
		a.notice.text = content.Fill(danger.Offer, "way", danger.ByKey)
		a.renew()
	}
}
