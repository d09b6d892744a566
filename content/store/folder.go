// Package store is where facts and records are kept: on this computer, in the
// user's own folder, or in that of a clinician's records. It is behind what
// package visit knows as its Keeper and its Intakes. It draws nothing, and clock,
// disk, environment and random bytes are handed in.
package store

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"time"

	"firstsession/content/disk"
	"firstsession/content/journal"
	"firstsession/content/ledger"
	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/walk"
	"firstsession/content/words"
)

// Folder keeps a reader's place in the journal of the user's state folder, and records
// in a folder of the reader's choice. It is a visit.Keeper.
type Folder struct {
	Options
	dir     string           // the journal's folder
	invited string           // the reference of the invitation that records name; empty without one
	journal *journal.Journal // nil if nothing can be kept
	why     error            // why nothing can be kept
	pending []walk.Fact      // not on the disk yet
	others  []string         // folders in which a record may lie that a new one replaces
	noter   string           // the folder that names who notes in the ledger what is saved; empty if nobody does
	unnoted error            // what became of that: the record is saved all the same
	untold  func() error     // that a record was replaced, while somebody else had its folder

	forgetting bool // all is to be erased, or was
}

// Found is what was found of an earlier walk.
type Found = journal.Opened

// Options say where a reader's place and records are kept, and by which program.
type Options struct {
	FS      disk.FS
	Getenv  func(string) string
	Private bool      // the reader wants no trace
	Records string    // where records go; empty for the usual folder
	Shared  bool      // the group of their folder may read them
	Version string    // of the program, for records and reports
	Random  io.Reader // of the names of what is made
}

// Open opens the journal, unless the reader wants no trace. Of the error the reader has
// to be told; the folder can be used all the same, and then keeps nothing.
func Open(o Options) (*Folder, Found, error) {
	f := &Folder{Options: o}
	if f.Records == "" {
		// Without a home, the reader names a folder when it comes to signing.
		if usual, err := disk.RecordsFolder(o.FS, o.Getenv); err == nil {
			f.Records = usual
		}
	}
	var found Found
	if o.Private {
		return f, found, nil
	}
	if f.dir, f.why = disk.StateFolder(o.Getenv); f.why == nil {
		f.journal, found, f.why = journal.Open(o.FS, f.dir)
		sweep(o.FS, found.Facts)
	}
	return f, found, f.why
}

// Begin makes the journal.
func (f *Folder) Begin() error {
	if f.journal == nil {
		return f.why
	}
	return f.journal.Create()
}

// Keep appends facts to the journal. What fails waits for the next time, but for a fact
// that is too long to be kept at all.
func (f *Folder) Keep(facts []walk.Fact) error {
	f.tell()
	f.pending = append(f.pending, facts...)
	switch {
	case f.journal == nil && len(f.pending) > 0:
		return f.why
	case f.journal == nil:
		return nil
	case len(f.pending) == 0:
		return f.journal.Check() // whether what was kept lies in its place
	}
	err := f.journal.Append(f.pending...)
	if errors.Is(err, journal.ErrTooMuch) {
		return f.keepEach()
	}
	if err == nil {
		f.pending = nil
	}
	return err
}

// keepEach appends what waits one by one, and leaves out what is too long.
func (f *Folder) keepEach() error {
	var tooMuch error
	for len(f.pending) > 0 {
		err := f.journal.Append(f.pending[0])
		if errors.Is(err, journal.ErrTooMuch) {
			tooMuch, err = err, nil
		}
		if err != nil {
			return err
		}
		f.pending = f.pending[1:]
	}
	return tooMuch
}

// Erase puts other facts in the place of those that were kept, and of those that wait
// to be. What takes words back must be kept before they go.
func (f *Folder) Erase(change func(walk.Fact) walk.Fact) error {
	for i, fact := range f.pending {
		f.pending[i] = change(fact)
	}
	switch {
	case errors.Is(f.why, ErrClosed):
		return f.why
	case f.journal == nil:
		return nil // nothing was ever kept
	}
	if err := f.Keep(nil); err != nil {
		return err
	}
	return f.journal.Rewrite(change)
}

// Sign saves a record, once the journal has taken that it is about to: cut off then, it
// would be taken for none later.
func (f *Folder) Sign(w walk.Walk, d record.Draft, folder string) (id, path string, err error) {
	d.Program, d.Random, d.Shared, d.Invited = f.Version, f.Random, f.Shared, f.invited
	saving := d.Saving
	d.Saving = func(id, path string) error {
		if err := saving(id, path); err != nil && f.remembers(err) {
			return fmt.Errorf("keep that a record is being saved: %w", err)
		}
		return nil
	}
	a, path, err := record.Save(f.FS, folder, w, d)
	if err != nil {
		return a.ID, path, err
	}
	f.untold = func() error { return f.tellReplaced(w, a, path) }
	f.tell()
	f.unnoted = errors.Join(f.unnoted, f.note())
	return a.ID, path, nil
}

// note takes what was saved into the ledger of the records. Where that fails, the list
// of records says so, and the next note makes up for it.
func (f *Folder) note() error {
	if f.noter == "" {
		return nil
	}
	writer, err := ledger.Writer(f.FS, f.noter, f.Random)
	if err != nil {
		return err
	}
	return ledger.Book{FS: f.FS, Dir: f.Records, Writer: writer, Shared: f.Shared}.Note()
}

// remembers reports whether a later start may find this walk without what could not be
// kept now.
func (f *Folder) remembers(unkept error) bool {
	switch {
	case errors.Is(unkept, ErrClosed):
		return true
	case f.journal == nil || !f.journal.Begun():
		return false
	case errors.Is(unkept, journal.ErrMoved):
		return !disk.IsNone(unkept) // where there is no file, none is found
	default:
		return !errors.Is(unkept, journal.ErrTooMuch) // all others were kept
	}
}

// Settle finds out what became of a record that was being saved.
func (f *Folder) Settle(id, path string) (there bool, err error) {
	return record.Settle(f.FS, path, id)
}

// Missing is how many facts were kept and are not there any more.
func (f *Folder) Missing() int {
	if f.journal == nil {
		return 0
	}
	return f.journal.Missing()
}

// Forget erases the journal, as the command of that name does, and may be tried again.
// From then on nothing is kept.
func (f *Folder) Forget() (found bool, err error) {
	if f.journal == nil && !f.forgetting {
		return false, f.why
	}
	again := f.forgetting
	f.forgetting = true
	if err := f.Close(); err != nil { // it holds the lock that erasing needs
		return false, err
	}
	erased, err := Erase(f.FS, f.dir)
	if err != nil {
		return false, err
	}
	f.pending = nil
	return again || erased > 0, nil
}

// SetAside puts a journal that cannot be read aside, and opens a new one.
func (f *Folder) SetAside() (string, error) {
	path, err := journal.SetAside(f.FS, f.dir)
	if err != nil {
		return "", err
	}
	f.journal, _, err = journal.Open(f.FS, f.dir)
	return path, err
}

// Report keeps what is known of a crash beside the journal.
func (f *Folder) Report(text string, at time.Time) (string, error) {
	if f.dir == "" {
		return "", errors.New("there is no folder for a report")
	}
	path := filepath.Join(f.dir, journal.ReportName(at))
	if err := disk.WriteLasting(f.FS, path, []byte(text)); err != nil {
		return "", fmt.Errorf("write report: %w", err)
	}
	return path, nil
}

// ErrClosed says that the journal was given back. Another window may have it by
// now, and a journal that was erased must not begin anew.
var ErrClosed error = &plain.Told{Key: "closed", Text: "what is kept has been closed, and nothing more is kept until the guide is started again"}

// Close gives the journal back. Nothing is kept from here on.
func (f *Folder) Close() error {
	f.tell()
	if f.journal == nil {
		return nil
	}
	closing := f.journal
	f.journal, f.why = nil, ErrClosed
	return closing.Close()
}

// maxWhy is about as much as a reader can be asked to read of an error.
const maxWhy = 400

// Trouble says what is the matter with the reader's place, and whether
// the old file may be put aside.
func Trouble(trouble error, all *words.Words) (text string, setAside bool) {
	words := all.Home
	why := plain.Printable(all.Reason(trouble), "?")
	if path, ok := errors.AsType[*fs.PathError](trouble); ok && len(why) > maxWhy {
		why = all.Reason(path.Err) // a path that long helps nobody
	}
	switch {
	case plain.IsA[*journal.DamageError](trouble):
		return plain.Fill(words.Broken, "error", why), true
	case plain.IsA[*journal.NewerError](trouble):
		return words.Newer, false
	case errors.Is(trouble, journal.ErrInUse):
		return words.Locked, false
	default:
		return plain.Fill(words.NoPlace, "error", why), false
	}
}
