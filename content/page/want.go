package page

import "firstsession/content/walk"

// Want is what an answer asks for.
type Want interface{ want() }

type (
	// Do applies what the reader did and, with Next, goes on from this step; with
	// To it goes on to another. Said is a word about it, where one comes to.
	Do struct {
		Events []walk.Event
		Next   bool
		To     walk.Step
		Said   string
	}
	// Go makes a step the reader's place. Back returns here.
	Go struct{ To walk.Step }
	// Show opens a page on top of this one. Back returns here.
	Show struct{ Page Page }
	// Close leaves a page that was opened on top of another.
	Close struct{}
	// Begin leaves the first page. Keep says whether the reader's place is kept
	// on this computer. It leads to a step, or to where the reader is.
	Begin struct {
		Keep bool
		To   walk.Step
	}
	// SetAside puts a journal that cannot be read aside, and begins anew.
	SetAside struct{}
	// Sign saves a member's acknowledgement under a name, into a folder as it was
	// typed.
	Sign struct{ Name, Folder string }

	// NewIntake opens the form for an intake.
	NewIntake struct{}
	// BeginIntake starts one.
	BeginIntake struct{ Form walk.Form }
	// ResumeIntake goes on with one that was cut off. Sure is set if it was asked for once more, after a OnceMore.
	ResumeIntake struct {
		ID   string
		Sure bool
	}
	// DeleteIntake erases one that was cut off.
	DeleteIntake struct{ ID string }
	// SaveRecord writes the record of an intake, countersigned if there is a
	// name, applies Events and goes on.
	SaveRecord struct{ Countersigner string }
	// GiveCopy writes the readable copies of the record into a folder, and goes
	// on.
	GiveCopy struct{ Folder string }
	// ClearIntake erases what was kept while the intake went on.
	ClearIntake struct{}
	// PutAway ends it, and keeps that.
	PutAway struct{}
)

// OnceMore is an error that is no failure: it says what would come of a Want,
// which is carried out if it is asked for once more.
type OnceMore string

// Error is what would come of it.
func (o OnceMore) Error() string { return string(o) }

func (Do) want()           {}
func (Go) want()           {}
func (Show) want()         {}
func (Close) want()        {}
func (Begin) want()        {}
func (SetAside) want()     {}
func (Sign) want()         {}
func (NewIntake) want()    {}
func (BeginIntake) want()  {}
func (ResumeIntake) want() {}
func (DeleteIntake) want() {}
func (SaveRecord) want()   {}
func (GiveCopy) want()     {}
func (ClearIntake) want()  {}
func (PutAway) want()      {}
