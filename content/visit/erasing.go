package visit

import (
	"fmt"

	"firstsession/content/plain"
	"firstsession/content/walk"
)

// eraseTaken erases the words that the reader took back. What may be left is tried again with what is done next.
func (v *Visit) eraseTaken() {
	gone := walk.Gone(v.Facts)
	if len(gone) == 0 && v.unerased == nil {
		return
	}
	change := func(f walk.Fact) walk.Fact {
		if gone[f.Seq] {
			return walk.WithoutWords(f)
		}
		return f
	}
	if !v.Private {
		v.unerased = v.Keeper.Erase(change)
	}
	if v.unerased != nil {
		return // the facts still say what is to be erased
	}
	v.Facts = plain.Each(v.Facts, change)
}

// Forgetter is a Keeper that can erase all that it kept of a reader. Found is
// false if it was not in its place any more, and may lie elsewhere. After that
// it keeps nothing.
type Forgetter interface {
	Forget() (found bool, err error)
}

func (v *Visit) canErase() bool {
	_, ok := v.Keeper.(Forgetter)
	return ok && v.Intakes == nil && v.Invites == nil && !v.Private && !v.told.Fresh
}

// eraseAll erases what is kept of the reader. What they did counts for as long as the program runs.
func (v *Visit) eraseAll() error {
	keeper, ok := v.Keeper.(Forgetter)
	if !ok {
		return errNobody
	}
	v.settle()
	found, err := keeper.Forget()
	if err != nil {
		return err
	}
	v.Private, v.unkept, v.unerased = true, nil, nil
	v.told.Paged = v.told.Paged || len(v.told.Pages) > 0 // in an earlier visit, which stay as well
	if v.back(); found {
		v.Say(v.words().Trace.Done, v.Traces())
	} else {
		v.warn(v.words().Trace.Astray)
	}
	return nil
}

func (v *Visit) clearIntake() error {
	words := v.words().Intake
	v.settle()
	folder := v.Intakes.Folder()
	v.Keeper = nobody{} // nothing may be kept from here on, whatever becomes of it
	found, err := v.Intakes.Clear()
	if err != nil {
		v.Keeper = nobody{err}
		return v.failed(words.ClearFailed, err)
	}
	found = found && len(v.Walk.Savings()) == 0
	v.forget()
	return v.startWithout(found, folder, words.Cleared)
}

// startWithout begins anew where an intake was erased, or not found in its place: it may lie elsewhere.
func (v *Visit) startWithout(found bool, folder, said string) error {
	if !found {
		v.astrayIn = folder
		said = v.fill(v.words().Intake.Astray, "folder", v.astrayIn)
	}
	return v.StartIntake(said)
}

// putAway ends an intake, to be gone on with later.
func (v *Visit) putAway() error {
	if v.keepAll(); v.unkept != nil {
		return v.unkept
	}
	folder := v.Intakes.Folder()
	if err := v.Intakes.Close(); err != nil {
		return fmt.Errorf("put the intake away: %w", err)
	}
	s := v.state(true)
	said := s.Fill(s.Words().Intake.LeaveKept, "folder", folder)
	if v.unerased != nil {
		said += " " + s.Fill(s.Words().Intake.LeaveNotGone, "error", s.Words().Reason(v.unerased))
	}
	v.forget()
	v.putAwayIn = folder
	return v.StartIntake(said)
}

func (v *Visit) deleteIntake(id string) error {
	found, err := v.Intakes.Delete(id)
	if err != nil {
		return fmt.Errorf("delete an intake: %w", err)
	}
	v.putAwayIn = ""
	return v.startWithout(found, v.Intakes.Folder(), v.words().Intake.DeletedIt)
}
