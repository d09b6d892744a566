package walk

import "time"

// Unfinished is an intake that was cut off.
type Unfinished struct {
	ID        string // names it to the store
	Reference string
	Last      time.Time
	Clinician string // who filled in the form
	Group     string // the group's id
	Chapter   string // how far it is, in the words of who is offered it
	Folder    string // where its record was to go, or is
	Ended     bool   // before its end
	Signed    bool   // the client has signed
	Saved     bool   // the record of how it is now is saved
	Since     bool   // one of how it was earlier is
	InUse     bool   // another window has it
	Damage    string // why it cannot be read; empty if it can
}
