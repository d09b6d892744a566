package serve

import (
	"cmp"
	"errors"

	"firstsession/content"
	"firstsession/content/code"
	"firstsession/content/seal"
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

// open opens what is kept under an invitation. Who types many that are none has
// to wait, since somebody may be trying them all. If another connection has it, it
// is found out whether there is still somebody at its end.
func (i *invited) open(typed string) (store.Kept, store.Found, error) {
	s := i.session
	if !s.gate.mayTry(s.guest.from) {
		return nil, store.Found{}, store.ErrTries
	}
	place, found, err := s.Places.Open(typed)
	switch {
	case errors.Is(err, store.ErrUnknown):
		s.gate.missedOne(s.guest.from)
	case errors.Is(err, store.ErrOpen):
		s.gate.asksFor(code.Digest(typed))
	}
	return place, found, err
}

// Enter opens what is kept under an invitation, and what is locked with its word.
func (i *invited) Enter(typed, word, language string) (visit.Entered, error) {
	place, found, trouble := i.open(typed)
	if place == nil {
		return visit.Entered{}, trouble
	}
	if place.Key() != nil && word == "" {
		return visit.Entered{Locked: true}, place.Close()
	}
	e, err := i.enter(place, found, word, language)
	if err != nil {
		if errors.Is(err, seal.ErrWrong) {
			i.session.gate.missedOne(i.session.guest.from)
		}
		return visit.Entered{}, errors.Join(err, place.Close())
	}
	if trouble != nil {
		e.Found.Trouble, e.Found.MayAside = store.Trouble(trouble, e.Guide.Words)
	}
	i.close()
	i.place = place
	i.session.gate.while(func() { i.session.guest.held = code.Digest(typed) })
	return e, nil
}

// enter is what a visit goes on with: in the language in which the reader read
// last or, if they chose none here, in that of their invitation; and for its group.
func (i *invited) enter(place store.Kept, found store.Found, word, language string) (visit.Entered, error) {
	s := i.session
	e := visit.Entered{
		Keeper: place, Facts: found.Facts, Folder: place.Where(), Reference: place.Invited().Reference,
		Found: visit.Found{SetAside: found.SetAside},
	}
	if place.Invited().Group == "" {
		e.Groups = s.Groups
	}
	var err error
	if place.Key() != nil {
		if e.Keeper, e.Facts, err = s.unlock(place, word, found.Facts); err != nil {
			return e, err
		}
	}
	e.ReadIn = func(language, group string) (*content.Guide, error) {
		guide, err := s.Guides(cmp.Or(place.Invited().Group, group), language)
		if err == nil && place.Key() != nil {
			own := *guide
			own.Words = guide.Words.Locked()
			guide = &own
		}
		return guide, err
	}
	wanted := []string{walk.Language(e.Facts), language}
	if language == s.opened {
		wanted = []string{walk.Language(e.Facts), place.Invited().Language, language}
	}
	for _, l := range wanted { // the guide may have lost a language since
		if l == "" {
			continue
		}
		if e.Guide, err = e.ReadIn(l, walk.GroupOf(e.Facts)); err == nil {
			return e, nil
		}
	}
	return e, err
}

// unlock opens what is locked, one at a time on the server, since each takes 64 MB.
func (one *session) unlock(place store.Kept, word string, facts []walk.Fact) (visit.Keeper, []walk.Fact, error) {
	one.locks.Lock()
	defer one.locks.Unlock()
	return store.Unlock(place, word, facts)
}

// Lock locks what will be kept under the invitation with a word.
func (i *invited) Lock(word string) (visit.Keeper, error) {
	i.session.locks.Lock()
	defer i.session.locks.Unlock()
	return store.Lock(i.place, word)
}

// Erase erases what is kept of the reader, but for records.
func (i *invited) Erase() (visit.Keeper, error) { return i.place, i.place.Clear() }

// EraseLocked does so under an invitation whose word is forgotten.
func (i *invited) EraseLocked(typed string) error {
	place, _, err := i.open(typed)
	if place == nil {
		return err
	}
	return errors.Join(place.Clear(), place.Close()) // whatever cannot be read of it
}

// Ended reports whether an error says that the invitation does not stand any more.
// What was kept under it is then erased.
func (i *invited) Ended(err error) bool {
	if !errors.Is(err, store.ErrEnded) {
		return false
	}
	i.close()
	return true
}

// close gives back what is open, so that the reader can go on elsewhere.
func (i *invited) close() {
	if i.place == nil {
		return
	}
	place := i.place
	i.place = nil
	i.session.gate.while(func() { i.session.guest.held = "" })
	err := place.Close()
	if err == nil && place.Ended() {
		err = i.session.Places.Tidy()
	}
	if err != nil {
		i.session.log.Print("what is kept of a visit could not be closed, or not erased; it is tried again")
	}
}
