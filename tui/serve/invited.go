package serve

import (
	"errors"

	"firstsession/content"
	"firstsession/content/store"
	"firstsession/content/visit"
	"firstsession/content/walk"
)

// Places are what is kept under invitations.
type Places interface {
	// Open opens what is kept under an invitation as it was typed.
	Open(code string) (store.Kept, store.Found, error)
	// Tidy erases what was kept under invitations that have ended.
	Tidy() error
}

// invited takes a session's invitation. It is a visit.Invites.
type invited struct {
	session *session
	place   store.Kept // nil without one
}

// Enter opens what is kept under an invitation. Who types many that are none has
// to wait, since somebody may be trying them all.
func (i *invited) Enter(code, language string) (visit.Entered, error) {
	s := i.session
	switch {
	case s.Places == nil:
		return visit.Entered{}, store.ErrUnknown
	case !s.gate.mayTry(s.guest.from):
		return visit.Entered{}, store.ErrTries
	}
	place, found, trouble := s.Places.Open(code)
	if place == nil {
		if errors.Is(trouble, store.ErrUnknown) {
			s.gate.missedOne(s.guest.from)
		}
		return visit.Entered{}, trouble
	}
	readIn := func(language, _ string) (*content.Guide, error) { return s.Guides(place.Invited().Group, language) }
	guide, err := readIn(language, "")
	if last := walk.Language(found.Facts); err == nil && last != "" {
		if own, failed := readIn(last, ""); failed == nil {
			guide = own // the guide may have lost a language since
		}
	}
	if err != nil {
		return visit.Entered{}, errors.Join(err, place.Close())
	}
	i.close()
	i.place = place
	e := visit.Entered{
		Keeper: place, Guide: guide, ReadIn: readIn, Facts: found.Facts, Folder: place.Where(),
		Found: visit.Found{SetAside: found.SetAside},
	}
	if trouble != nil {
		e.Found.Trouble, e.Found.MayAside = store.Trouble(trouble, guide.Words)
	}
	return e, nil
}

// Erase erases what is kept of the reader, but for records.
func (i *invited) Erase() error { return i.place.Clear() }

// close gives back what is open, so that the reader can go on elsewhere.
func (i *invited) close() {
	if i.place == nil {
		return
	}
	if err := i.place.Close(); err != nil {
		i.session.log.say("what is kept of a visit could not be closed")
	}
	i.place = nil
}
