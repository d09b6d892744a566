package visit

import (
	"errors"

	"firstsession/content"
	"firstsession/content/mypage"
	"firstsession/content/page"
	"firstsession/content/walk"
)

// showBrought shows the client what they brought, in their language, before
// anything is begun or kept.
func (v *Visit) showBrought(want page.BeginIntake, own, client *content.Guide) error {
	file, err := mypage.File{}, mypage.ErrForeign
	path := want.Brought
	if v.ReadBrought != nil {
		path, err = v.Absolute(path)
	}
	if err == nil {
		file, err = v.ReadBrought(path)
	}
	if err != nil {
		return errors.New(v.fill(v.words().Intake.BroughtFailed, "error", v.words().Reason(err)))
	}
	before := v.top().page
	v.speak(own, client)
	v.Show(page.NewBrought(v.clients(), want, file, before))
	return nil
}

// taken are what an intake begins with of what was brought: topics are marked, and
// notes are taken. Nothing of it answers anything.
func taken(file mypage.File) []walk.Event {
	var events []walk.Event
	for _, id := range file.Topics {
		events = append(events, walk.Event{Kind: walk.Flag, Subject: id, Yes: true})
	}
	for _, note := range file.Notes {
		events = append(events, walk.Event{Kind: walk.TakeNote, Subject: walk.ClientID, Text: note})
	}
	return events
}
