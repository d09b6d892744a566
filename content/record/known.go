package record

import (
	"time"

	"firstsession/content/walk"
)

// Known is a record that there is with the reference of an intake which is about
// to begin, or nearly that one, and which no other has replaced.
type Known struct {
	ID        string
	Date      string
	At        time.Time
	Outcome   walk.Ending
	TakenBack string // the day; empty if it was not
	Folder    string // where it lies, if that is not where the new one goes
	Reference string // its own, if that is written otherwise
	Corrected bool   // it was corrected to that
}
