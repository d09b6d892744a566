package record

import (
	"errors"

	"firstsession/content/walk"
)

// Invited is what a record has that a member signed over a connection, with an
// invitation. Nobody checked who typed, and its copies say so.
type Invited struct {
	// Reference is the one for which the invitation was made, and stands in the
	// file's name.
	Reference string `json:"reference"`
}

// check finds what no such record would say.
func (i *Invited) check(intake *Intake) error {
	if i == nil {
		return nil
	}
	switch reference, err := walk.CleanReference(i.Reference); {
	case err != nil || reference != i.Reference:
		return errors.New("the reference of its invitation is none")
	case intake != nil:
		return errors.New("it is an intake's and names an invitation")
	}
	return nil
}
