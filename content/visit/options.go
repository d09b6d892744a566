package visit

import (
	"time"

	"firstsession/content"
	"firstsession/content/mypage"
	"firstsession/content/page"
	"firstsession/content/record"
	"firstsession/content/walk"
)

// Keeper is the one place that keeps anything: the journal's facts and the
// record. What it says is done outlasts a cut of the power; once it is
// closed it says so of nothing. Its laws stand in package store, in laws_test.go.
// A Keeper may also be Counting, and Lockable.
type Keeper interface {
	// Begin starts to keep the reader's place.
	Begin() error
	// Keep puts facts on the disk; those that could not be kept before go first.
	Keep(facts []walk.Fact) error
	// Erase puts other facts in the place of those that were kept, each with its
	// number, so that no file of the guide's own holds what they said before.
	Erase(change func(walk.Fact) walk.Fact) error
	// Sign saves the record and returns its id and where it is, for the
	// reader to see and for Settle. Before that it tells the draft's Saving; if that
	// cannot be kept, and may be looked for later, nothing is saved.
	Sign(w walk.Walk, d record.Draft, folder string) (id, path string, err error)
	// Settle finds out whether a record that was being saved is there. If it is
	// not, nothing of it is left. The error says that it cannot be told.
	Settle(id, path string) (there bool, err error)
	// SetAside puts a journal that cannot be read aside.
	SetAside() (path string, err error)
}

// Counting is a Keeper that can tell how many facts were kept and are gone.
type Counting interface{ Missing() int }

// Lockable is a Keeper that can tell whether what it will keep can be locked with a reader's own word.
type Lockable interface{ MayLock() bool }

// Options are what a visit begins with.
type Options struct {
	page.World
	Walk    walk.Walk
	Facts   []walk.Fact // all of the walk
	Keeper  Keeper
	Intakes Intakes // a clinician's; nil if a member reads alone
	// Invites takes invitations, where the guide runs on another computer than the
	// reader's; nil on their own.
	Invites Invites
	// Clinician is the guide in the clinician's language, if that is not the one
	// in which the client reads; otherwise nil. Before an intake begins the walk
	// is in the clinician's.
	Clinician *content.Guide
	// Shares reports whether others may read what is saved in a folder; nil where
	// that is not known of any.
	Shares  func(folder string) bool
	Entered record.Input // how answers reach this visit, for a record to say
	// ReadIn reads the guide in one of the languages, under one of the groups, or with
	// no more than all share.
	ReadIn func(language, group string) (*content.Guide, error)
	Now    func() time.Time
	// Stands looks for a record where it was saved; nil where that is not looked for.
	Stands func(path, id string) record.Presence
	// Paper puts a page that the reader keeps into a folder, as text and as HTML, and
	// as a file to bring along if there is one, and says where; nil where there is no
	// folder for it.
	Paper func(folder, text, html string, file []byte) (path string, err error)
	// ReadBrought reads such a file in an intake; nil where there can be none.
	ReadBrought func(path string) (mypage.File, error)
	// Record reads one that was saved; nil where there is none to be read.
	Record func(path string) (record.Record, error)
	// Left finds the records and pages that the reader saved, by their paths; nil
	// where they are not the reader's to delete.
	Left func(facts []walk.Fact) (records, pages []string)
	More []page.Part // what only the surface can do, for the list of what can be done
}
