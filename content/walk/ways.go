package walk

import (
	"slices"

	"firstsession/content/words"
)

// Way is one way in which the guide is gone through in an intake.
type Way string

// The ways. Any number of them may be true at once.
const (
	Together      Way = "together" // the clinician goes through it with the client
	ByPhone       Way = "by phone"
	ByVideo       Way = "by video"
	ReadAloud     Way = "read aloud"
	Interpreter   Way = "interpreter"
	Guardian      Way = "guardian" // one was there; nobody asks who
	SupportPerson Way = "support person"
)

// IsAway reports whether the client may be elsewhere than the keyboard.
func (f Form) IsAway() bool {
	return slices.Contains(f.Run, ByPhone) || slices.Contains(f.Run, ByVideo)
}

// Wording is a way as a form asks for it, and as a record and a sheet of paper say it.
type Wording struct {
	Way        Way
	Asks, Says string
}

// Ways are all of them, in the order in which a form, a record and paper have them.
func Ways(form words.Intake, record words.Record) []Wording {
	return []Wording{
		{Together, form.Together, record.WithClinician},
		{ByPhone, form.ByPhone, record.ByPhone},
		{ByVideo, form.ByVideo, record.ByVideo},
		{ReadAloud, form.ReadAloud, record.ReadAloud},
		{Interpreter, form.Interpreter, record.Interpreter},
		{Guardian, form.Guardian, record.Guardian},
		{SupportPerson, form.SupportPerson, record.SupportPerson},
	}
}
