package visit

import (
	"errors"
	"fmt"

	"firstsession/content"
	"firstsession/content/page"
)

// Leave ends the visit, whatever for. What is half typed is kept.
func (v *Visit) Leave() {
	v.over = true
	for i := range v.stack {
		v.KeepTyped(i)
	}
	v.keepAll()
}

// keepAll keeps what could not be kept, erased or found out before.
func (v *Visit) keepAll() {
	v.settle()
	if v.Private {
		return
	}
	v.unkept = v.Keeper.Keep(nil)
	if v.unerased != nil {
		v.eraseTaken()
	}
}

// loses reports whether leaving loses what the reader did, since nothing of it
// is kept.
func (v *Visit) loses() bool { return v.Private && !v.fresh }

// stop leaves. It asks once where that loses something, and in an intake, where
// a letter that was meant for a line would otherwise end the program.
func (v *Visit) stop(asked bool) {
	words := v.words()
	switch {
	case asked, !v.loses() && (v.Intakes == nil || v.Stays):
		v.Leave()
		return
	case v.loses():
		v.notice.Text = v.Walk.Traces() + " " + v.fill(words.Frame.SurePrivate)
	case v.fresh:
		v.notice.Text = v.fill(words.Intake.LeaveSure)
	default:
		v.notice.Text = v.fill(words.Intake.LeaveSureKept)
	}
	v.asked = true
}

// stopMove says what leaving keeps, where that is not all.
func (v *Visit) stopMove() page.Move {
	move := page.Move{Meaning: page.Stop}
	if v.loses() {
		move.Label = v.words().Frame.StopPrivate
		if _, signed := v.Walk.Signed(); signed {
			move.Label = v.words().Frame.StopPrivateSigned
		}
	}
	return move
}

// Farewell says whether the reader's place is kept, and what else is. It is
// asked for when the visit is over.
func (v *Visit) Farewell() string {
	said := v.place()
	if v.unerased != nil {
		said += " " + v.fill(v.words().Notes.NotGone, "error", content.Reason(v.unerased))
	}
	return said
}

// place says where the reader's place is.
func (v *Visit) place() string {
	words, at := v.words(), v.Walk.At()
	switch {
	case v.unkept != nil:
		return words.Plain.ByeUnkept
	case v.Intakes != nil && v.Unfinished():
		return v.fill(words.Intake.LeaveKept, "folder", v.Folder)
	case v.Intakes != nil:
		return v.cleared()
	case v.fresh:
		return words.Plain.ByeFresh
	case v.Private:
		return v.Walk.TracesLeft()
	default:
		title := v.Walk.ChapterTitle(at.Chapter)
		place := content.Fill(words.Plain.Chapter, "n", at.Chapter, "of", v.Walk.Chapters(), "title", title) + "."
		return v.fill(words.Plain.Bye, "place", place)
	}
}

// cleared says that nothing of an intake is left, or where something may lie.
func (v *Visit) cleared() string {
	if v.astray == "" {
		v.astray = v.left // it was put away here, and is not there any more
	}
	if v.astray != "" {
		return v.saidAstray()
	}
	return v.words().Intake.LeaveClean
}

func (v *Visit) saidAstray() string {
	return v.fill(v.words().Intake.Astray, "folder", v.astray)
}

// clearIntake erases what was kept while the intake went on. The visit is then
// that of nobody.
func (v *Visit) clearIntake() error {
	words := v.words().Intake
	v.settle()
	v.Keeper = nobody{} // nothing may be kept from here on, whatever becomes of it
	found, err := v.Intakes.Clear()
	if err != nil {
		v.Keeper = nobody{err}
		return errors.New(v.fill(words.ClearFailed, "error", content.Reason(err)))
	}
	found = found && len(v.Walk.Savings()) == 0
	v.forget()
	return v.startWithout(found, words.Cleared)
}

// startWithout begins anew where an intake was erased; or it was not found in its
// place, and may lie elsewhere.
func (v *Visit) startWithout(found bool, said string) error {
	if !found {
		v.astray = v.Folder
		said = v.saidAstray()
	}
	return v.StartIntake(said)
}

// putAway ends an intake, to be gone on with later.
func (v *Visit) putAway() error {
	if v.keepAll(); v.unkept != nil {
		return v.unkept
	}
	if err := v.Intakes.Close(); err != nil {
		return fmt.Errorf("put the intake away: %w", err)
	}
	words := v.words().Intake
	said := v.fill(words.LeaveKept, "folder", v.Folder)
	if v.unerased != nil {
		said += " " + v.fill(words.LeaveNotGone, "error", content.Reason(v.unerased))
	}
	v.forget()
	v.left = v.Folder
	return v.StartIntake(said)
}

// deleteIntake erases what was kept of an intake that was cut off.
func (v *Visit) deleteIntake(id string) error {
	found, err := v.Intakes.Delete(id)
	if err != nil {
		return fmt.Errorf("delete an intake: %w", err)
	}
	v.left = ""
	return v.startWithout(found, v.words().Intake.DeletedIt)
}
