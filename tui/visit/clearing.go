package visit

import (
	"errors"
	"fmt"

	"firstsession/content"
)

// clearIntake erases what was kept while the intake went on. The visit is then
// that of nobody.
func (v *Visit) clearIntake() (Done, error) {
	words := v.Walk.Guide().Words.Intake
	v.Settle()
	v.Keeper = nobody{} // nothing may be kept from here on, whatever becomes of it
	found, err := v.Desk.Clear()
	if err != nil {
		v.Keeper = nobody{err}
		return Done{}, errors.New(content.Fill(words.ClearFailed, "error", err))
	}
	found = found && len(v.Walk.Savings()) == 0
	v.forget()
	if !found {
		v.astray = v.Folder
		return Done{Start: true, Said: v.saidAstray()}, nil
	}
	return Done{Start: true, Said: words.Cleared}, nil
}

// leaveIntake puts an intake away, to be gone on with later.
func (v *Visit) leaveIntake() (Done, error) {
	v.Leave()
	if v.Unkept != nil {
		return Done{}, v.Unkept
	}
	if err := v.Desk.Close(); err != nil {
		return Done{}, fmt.Errorf("put the intake away: %w", err)
	}
	words := v.Walk.Guide().Words
	said := content.Fill(words.Intake.LeaveKept, "folder", v.Folder)
	if v.Unerased != nil {
		said += " " + content.Fill(words.Intake.LeaveNotGone, "error", v.Unerased)
	}
	v.forget()
	v.left = v.Folder
	return Done{Start: true, Said: said}, nil
}

// deleteIntake erases what was kept of an intake that was cut off.
func (v *Visit) deleteIntake(dir string) (Done, error) {
	found, err := v.Desk.Delete(dir)
	if err != nil {
		return Done{}, fmt.Errorf("delete an intake: %w", err)
	}
	if !found {
		v.astray = v.Folder
		return Done{Start: true, Said: v.saidAstray()}, nil
	}
	v.left = ""
	return Done{Start: true, Said: v.Walk.Guide().Words.Intake.DeletedIt}, nil
}

func (v *Visit) saidAstray() string {
	return content.Fill(v.Walk.Guide().Words.Intake.Astray, "folder", v.astray)
}

// Farewell says at the end whether an intake is kept, and Kept whether one is,
// to be gone on with.
func (v *Visit) Farewell() (said string, kept bool) {
	words := v.Walk.Guide().Words.Intake
	switch {
	case v.Unfinished():
		return content.Fill(words.LeaveKept, "folder", v.Folder), true
	case v.astray == "" && v.left != "":
		v.astray = v.left // it was put away here, and is not there any more
		fallthrough
	case v.astray != "":
		return v.saidAstray(), false
	default:
		return words.LeaveClean, false
	}
}
