package store

import (
	"errors"

	"firstsession/content/journal"
	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/walk"
)

// Place keeps a reader's facts under an invitation, on another computer than
// their own. It is a visit.Keeper for as long as the invitation stands. What
// fails there is told without the names of files, which are none of the reader's.
type Place struct {
	*Folder
	Invitation
	stands func() error
}

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
	return refused(p.Folder.Erase(change))
}

// Sign saves a record.
func (p *Place) Sign(w walk.Walk, d record.Draft, folder string) (id, path string, err error) {
	err = p.told(func() error {
		id, path, err = p.Folder.Sign(w, d, folder)
		return err
	})
	return id, path, err
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
	return refused(errors.Join(err, failed))
}

func (p *Place) told(do func() error) error {
	if err := p.stands(); err != nil {
		return err
	}
	return refused(do())
}

// refusal is an error whose cause names files that are none of the reader's.
type refusal struct{ cause error }

// Error says what a reader needs of it.
func (refusal) Error() string { return "it could not be written on the clinic's computer" }

// Unwrap is the cause, for whoever asks what it is.
func (r refusal) Unwrap() []error { return []error{r.cause} }

// Told is its key in words.toml.
func (refusal) Told() (key string, pairs []any) { return "clinic_refused", nil }

// refused leaves an error as it is that names no file.
func refused(err error) error {
	told := (*plain.Told)(nil)
	if err == nil || errors.As(err, &told) && errors.Is(err, journal.ErrTooMuch) {
		return err
	}
	return refusal{err}
}
