package store

import (
	"bytes"
	"errors"
	"path/filepath"
	"slices"
	"time"

	"firstsession/content/journal"
	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/seal"
	"firstsession/content/visit"
	"firstsession/content/walk"
)

// Kept keeps a reader's facts under an invitation that was taken, and what they
// sign, for as long as it stands. Its other laws are those of any store.
type Kept interface {
	visit.Keeper
	// Invited is the invitation.
	Invited() Invitation
	// Where is where records go; a reader is not shown it.
	Where() string
	// Ended reports whether the invitation does not stand any more.
	Ended() bool
	visit.Lockable // as long as nothing is kept yet
	// Key is what keeps the key of what is kept, and opens with a word alone; nil if
	// nothing is locked. KeepKey keeps one, never in the place of another.
	Key() []byte
	KeepKey(key []byte) error
	// Clear erases what is kept but for records, with the word, and can be begun anew.
	Clear() error
	// Close gives the place back, so that the reader can go on elsewhere.
	Close() error
}

// Served keeps what the readers of a server do: invitations, and what is kept under
// each. Invitations, a folder, is one; package postgres has another.
type Served interface {
	// Make makes an invitation, and says its code this once.
	Make(reference, group, language string, ends time.Time) (code string, err error)
	// List are all invitations by their references, the oldest of one first.
	List() ([]Invitation, error)
	// Revoke ends the invitations for a reference, and says how many there were.
	Revoke(reference string) (revoked int, err error)
	// Open opens what is kept under an invitation as it was typed. Kept is nil if
	// the invitation is not taken.
	Open(typed string) (Kept, Found, error)
	// Tidy erases what is kept under invitations that have ended, but for records.
	Tidy() error
}

// place keeps a reader's facts under an invitation, on another computer than
// their own. It is a visit.Keeper for as long as the invitation stands. What
// fails there is told without the names of files, which are none of the reader's.
type place struct {
	*Folder
	Invitation
	all    *Invitations
	digest string
	key    []byte // what keeps the key, if what is kept is locked
}

func (p *place) Invited() Invitation { return p.Invitation }
func (p *place) Where() string       { return p.Records }
func (p *place) Key() []byte         { return p.key }

// openPlace opens what is kept under an invitation. As with Open, it can be used
// whatever the error says, and then keeps nothing.
func (s *Invitations) openPlace(digest string, i Invitation) (*place, Found, error) {
	f := &Folder{Options: s.Options, dir: s.placeOf(digest), invited: i.Reference, noter: s.dir}
	p := &place{Folder: f, Invitation: i, all: s, digest: digest}
	var found Found
	if p.key, f.why = s.readKey(digest); f.why == nil {
		f.journal, found, f.why = journal.Open(s.FS, f.dir)
	}
	sweep(s.FS, found.Facts)
	return p, found, f.why
}

// Begin is refused where another window has locked it meanwhile.
func (p *place) Begin() error {
	return p.told(func() error {
		key, err := p.all.readKey(p.digest)
		if err == nil && !bytes.Equal(key, p.key) {
			err = ErrOpen
		}
		if err != nil {
			return err
		}
		return p.Folder.Begin()
	})
}

func (p *place) Ended() bool {
	_, err := p.all.standing(p.digest)
	return errors.Is(err, ErrEnded)
}

// Keep appends facts to it. Those wait for the next time, too, for which the
// invitation could not be looked up.
func (p *place) Keep(facts []walk.Fact) error {
	p.pending = append(p.pending, facts...)
	return p.told(func() error { return p.Folder.Keep(nil) })
}

// Erase may be called when the invitation has ended, too.
func (p *place) Erase(change func(walk.Fact) walk.Fact) error {
	return Refused(p.Folder.Erase(change))
}

func (p *place) Sign(w walk.Walk, d record.Draft, folder string) (id, path string, err error) {
	err = p.told(func() error {
		id, path, err = p.Folder.Sign(w, d, folder)
		return err
	})
	return id, path, err
}

// Settle finds out what became of a record. It is where records are now, wherever
// the store was when it was saved.
func (p *place) Settle(id, path string) (there bool, err error) {
	return p.Folder.Settle(id, filepath.Join(p.Records, nameIn(path)))
}

func (p *place) SetAside() (path string, err error) {
	err = p.told(func() error {
		path, err = p.Folder.SetAside()
		return err
	})
	return path, err
}

func (p *place) Clear() error {
	err := p.Close()
	if err == nil {
		_, err = Erase(p.FS, p.dir)
	}
	if err == nil {
		err = p.all.removeKey(p.digest)
	}
	if err == nil {
		p.key = nil
	}
	p.journal, _, p.why = journal.Open(p.FS, p.dir)
	p.pending = nil
	return Refused(errors.Join(err, p.why))
}

func (p *place) told(do func() error) error {
	if _, err := p.all.standing(p.digest); err != nil {
		return err
	}
	return Refused(do())
}

// errRefused says of what failed what a reader needs: its cause names files that are
// none of theirs.
var errRefused error = &plain.Told{Key: "clinic_refused", Text: "it could not be written on the clinic's computer"}

// Refused hides a cause from a reader, but for one that says nothing of files.
func Refused(err error) error {
	known := []error{nil, journal.ErrTooMuch, ErrOpen, ErrEnded, seal.ErrShort, seal.ErrPlain, seal.ErrWrong}
	if slices.ContainsFunc(known, func(k error) bool { return errors.Is(err, k) }) {
		return err
	}
	return plain.Hidden{As: errRefused, Cause: err}
}
