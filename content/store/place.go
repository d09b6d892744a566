package store

import (
	"errors"
	"path/filepath"
	"time"

	"firstsession/content/journal"
	"firstsession/content/plain"
	"firstsession/content/record"
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
	// Clear erases what is kept but for records, and can be begun anew.
	Clear() error
	// Close gives the place back, so that the reader can go on elsewhere.
	Close() error
}

// Served keeps what the readers of a server do: invitations, and what is kept under
// each. Invitations, a folder, is one; package postgres has another.
type Served interface {
	// Make makes an invitation, and says its code this once.
	Make(reference, group string, ends time.Time) (code string, err error)
	List() ([]Invitation, error)
	// Revoke ends the invitations for a reference, and says how many there were.
	Revoke(reference string) (revoked int, err error)
	// Open opens what is kept under an invitation as it was typed. Kept is nil if
	// the invitation is not taken.
	Open(typed string) (Kept, Found, error)
	// Tidy erases what is kept under invitations that have ended, but for records.
	Tidy() error
}

// Place keeps a reader's facts under an invitation, on another computer than
// their own. It is a visit.Keeper for as long as the invitation stands. What
// fails there is told without the names of files, which are none of the reader's.
type Place struct {
	*Folder
	Invitation
	stands func() error
}

// Invited is the invitation.
func (p *Place) Invited() Invitation { return p.Invitation }

// Where is the folder for records.
func (p *Place) Where() string { return p.Records }

// openPlace opens what is kept in a folder. As with Open, it can be used whatever
// the error says, and then keeps nothing.
func openPlace(o Options, dir string, i Invitation, stands func() error) (*Place, Found, error) {
	f := &Folder{Records: o.Records, fsys: o.FS, dir: dir, version: o.Version, invited: i.Reference}
	var found Found
	f.journal, found, f.why = journal.Open(o.FS, dir)
	sweep(o.FS, found.Facts)
	return &Place{f, i, stands}, found, f.why
}

// Begin makes the journal.
func (p *Place) Begin() error { return p.told(p.Folder.Begin) }

// Keep appends facts to it.
func (p *Place) Keep(facts []walk.Fact) error {
	return p.told(func() error { return p.Folder.Keep(facts) })
}

// Erase puts other facts in the place of those that were kept. It may be done
// when the invitation has ended, too.
func (p *Place) Erase(change func(walk.Fact) walk.Fact) error {
	return Refused(p.Folder.Erase(change))
}

// Sign saves a record.
func (p *Place) Sign(w walk.Walk, d record.Draft, folder string) (id, path string, err error) {
	err = p.told(func() error {
		id, path, err = p.Folder.Sign(w, d, folder)
		return err
	})
	return id, path, err
}

// Settle finds out what became of a record. It is where records are now, wherever
// the store was when it was saved.
func (p *Place) Settle(id, path string) (there bool, err error) {
	return p.Folder.Settle(id, filepath.Join(p.Records, nameIn(path)))
}

// SetAside puts a journal that cannot be read aside.
func (p *Place) SetAside() (path string, err error) {
	err = p.told(func() error {
		path, err = p.Folder.SetAside()
		return err
	})
	return path, err
}

// Clear erases what is kept but for records, and can be begun anew.
func (p *Place) Clear() error {
	err := p.Close()
	if err == nil {
		_, err = Erase(p.fsys, p.dir)
	}
	journal, _, failed := journal.Open(p.fsys, p.dir)
	p.journal, p.why, p.pending = journal, failed, nil
	return Refused(errors.Join(err, failed))
}

func (p *Place) told(do func() error) error {
	if err := p.stands(); err != nil {
		return err
	}
	return Refused(do())
}

// refusal is an error whose cause names files that are none of the reader's.
type refusal struct{ cause error }

// Error says what a reader needs of it.
func (refusal) Error() string { return "it could not be written on the clinic's computer" }

// Unwrap is the cause, for whoever asks what it is.
func (r refusal) Unwrap() []error { return []error{r.cause} }

// Told is its key in words.toml.
func (refusal) Told() (key string, pairs []any) { return "clinic_refused", nil }

// Refused hides a cause from a reader, but for one that says nothing of files.
func Refused(err error) error {
	told := (*plain.Told)(nil)
	if err == nil || errors.As(err, &told) && errors.Is(err, journal.ErrTooMuch) {
		return err
	}
	return refusal{err}
}
