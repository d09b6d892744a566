package visit

import (
	"firstsession/content"
	"firstsession/content/page"
	"firstsession/content/walk"
)

// Invites takes invitations, where the guide runs on another computer than the
// reader's. Without one nothing is kept there and nothing is signed.
type Invites interface {
	// Enter opens what is kept under an invitation, as it was typed, in the
	// language that is read now unless the reader read in another one there.
	Enter(code, language string) (Entered, error)
	// Erase erases what is kept of the reader under the invitation that was taken,
	// but for records. It can be begun anew afterwards.
	Erase() error
}

// Entered is what is kept under an invitation.
type Entered struct {
	Keeper Keeper
	Guide  *content.Guide
	ReadIn func(language, group string) (*content.Guide, error)
	Facts  []walk.Fact
	Folder string // where a record is saved
	Found  Found
}

// enter takes an invitation. Whoever had an earlier place under it goes on
// there; what was done before in this visit comes along only where there is none.
func (v *Visit) enter(code string) error {
	found, err := v.Invites.Enter(code, v.Walk.Guide().Language)
	if err != nil {
		return err
	}
	done, begun := v.Facts, !v.fresh
	w, dropped := walk.Replay(found.Guide, found.Facts)
	v.Keeper, v.ReadIn, v.Folder, v.Facts, v.Walk = found.Keeper, found.ReadIn, found.Folder, found.Facts, w
	v.Private, v.invited, v.unkept, v.unerased = false, true, nil, nil
	v.fresh = !v.Walk.Started()
	if found.Found.Trouble == "" {
		v.Tidy()
	}
	if v.fresh && begun && found.Found.Trouble == "" {
		return v.carryOver(found.Guide, done)
	}
	found.Found.Dropped = len(dropped)
	v.Start(found.Found)
	if v.fresh && v.notice.Text == "" {
		v.notice.Text = v.words().Served.Taken
	}
	return nil
}

// carryOver keeps under an invitation what was done before it was typed.
func (v *Visit) carryOver(guide *content.Guide, done []walk.Fact) error {
	w, _ := walk.Replay(guide, done)
	v.Facts, v.Walk, v.fresh = done, w, false
	err := v.Keeper.Begin()
	if err == nil {
		err = v.Keeper.Keep(done)
	}
	v.unkept = err
	v.stack = []entry{v.ofStep(v.Walk.At())}
	v.notice.Text = v.words().Served.Carried
	v.sayUnkept(err)
	return nil
}

// erasePlace erases what is kept of the reader, who then begins anew.
func (v *Visit) erasePlace() error {
	v.settle()
	if err := v.Invites.Erase(); err != nil {
		return err
	}
	v.Walk, v.Facts, v.fresh, v.unkept, v.unerased = walk.New(v.Walk.Guide()), nil, true, nil, nil
	v.Show(page.NewFirst())
	v.notice = page.Notice{Text: v.words().Served.Erased}
	return nil
}
