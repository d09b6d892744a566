package page

import (
	"firstsession/content/mypage"
	"firstsession/content/walk"
)

// Want is what an answer asks for: one of the kinds below, each of which package
// visit carries out.
type Want interface{ isWant() }

type (
	// Do applies what the reader did and, with Next, goes on from this step; with
	// To it goes on to another, with Close back to where the page was opened from.
	// Said is a word about it, where one comes to.
	Do struct {
		Events []walk.Event
		Next   bool
		Close  bool
		To     walk.Step
		Said   string
	}
	// Go makes a step the reader's place. Back returns here.
	Go struct{ To walk.Step }
	// ReadIn reads the guide on in another language.
	ReadIn struct{ Language string }
	// InGroup reads the guide on with what holds for a group, by its id, or with no
	// more than all groups share; and begins, if that was asked on the way.
	InGroup struct {
		ID    string
		Begin *Begin
	}
	// OnTop opens a page on top of this one. Back returns here.
	OnTop struct{ Page Page }
	// Lead leads to what is offered everywhere, or says why it is not.
	Lead struct{ To Meaning }
	// Close leaves a page that was opened on top of another.
	Close struct{}
	// Begin leaves the first page. Keep reports whether the reader's place is kept
	// on this computer. It leads to a step, or to where the reader is.
	Begin struct {
		Keep  bool
		To    walk.Step
		Short bool // by the short way
	}
	// SetAside puts a journal that cannot be read aside, and begins anew.
	SetAside struct{}
	// Sign saves a member's record into a folder as it was typed.
	Sign struct{ Name, Folder string }

	// BeginIntake starts one, in the client's language. Sure is set if it was said
	// what it is to the records of its reference. Brought is where a file is that the
	// client brought, and Taken what they take of it up, once they have seen it.
	BeginIntake struct {
		Form     walk.Form
		Language string
		Sure     bool
		Brought  string
		Taken    mypage.File
	}
	// BeforeIntake shows the form, or what is before it, while no intake has begun.
	BeforeIntake struct{ Page Page }
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
	// GiveCopy writes the record's readable copies into a folder, and goes on.
	GiveCopy struct{ Folder string }
	// ClearIntake erases what was kept while the intake went on.
	ClearIntake struct{}
	// SaveMyPage saves parts of it, by their ids, as a page of its own.
	// With File, those of them that can be brought to an intake are in a file, too.
	SaveMyPage struct {
		Parts []string
		File  bool
	}
	// ReadRecord opens the record at a path, to be read.
	ReadRecord struct{ Path string }
	// EraseAll erases what is kept of the reader, and keeps nothing from then on.
	EraseAll struct{}
	// PutAway ends it, and keeps that.
	PutAway struct{}

	// Enter takes an invitation as it was typed, and the word with which what is
	// kept under it is locked, if it is.
	Enter struct{ Code, Word string }
	// Lock locks what will be kept with a word.
	Lock struct{ Word string }
	// EraseLocked erases what is kept under an invitation and locked with a word
	// that is forgotten.
	EraseLocked struct{ Code string }
	// ErasePlace erases all that is kept of the reader, but for records.
	ErasePlace struct{}
)

func (Do) isWant()           {}
func (Go) isWant()           {}
func (ReadIn) isWant()       {}
func (InGroup) isWant()      {}
func (OnTop) isWant()        {}
func (Lead) isWant()         {}
func (Close) isWant()        {}
func (Begin) isWant()        {}
func (SetAside) isWant()     {}
func (Sign) isWant()         {}
func (BeginIntake) isWant()  {}
func (BeforeIntake) isWant() {}
func (ResumeIntake) isWant() {}
func (DeleteIntake) isWant() {}
func (SaveRecord) isWant()   {}
func (GiveCopy) isWant()     {}
func (ClearIntake) isWant()  {}
func (SaveMyPage) isWant()   {}
func (ReadRecord) isWant()   {}
func (EraseAll) isWant()     {}
func (PutAway) isWant()      {}
func (Enter) isWant()        {}
func (Lock) isWant()         {}
func (EraseLocked) isWant()  {}
func (ErasePlace) isWant()   {}

// OnceMore is an error that is no failure: it says what would come of a Want,
// which is carried out if it is asked for once more.
type OnceMore string

// Error is what would come of it.
func (o OnceMore) Error() string { return string(o) }
