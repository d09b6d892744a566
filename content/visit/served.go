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
	// What is locked is not opened without its word.
	Enter(code, word, language string) (Entered, error)
	// Lock locks what will be kept with a word, and returns what keeps it from then on.
	Lock(word string) (Keeper, error)
	// Erase erases what is kept of the reader under the invitation that was taken,
	// but for records. It can be begun anew afterwards, with what is returned.
	Erase() (Keeper, error)
	// EraseLocked does so where it cannot be opened, since its word is forgotten.
	EraseLocked(code string) error
	// Ended reports whether an error says that the invitation does not stand any
	// more. What was kept under it is then erased.
	Ended(err error) bool
}

// Entered is what is kept under an invitation.
type Entered struct {
	Keeper Keeper
	Guide  *content.Guide
	ReadIn func(language, group string) (*content.Guide, error)
	Facts  []walk.Fact
	Folder string // where a record is saved
	Found  Found

	Reference string          // for which the invitation was made
	Groups    []content.Group // to choose from; none if the invitation says which
	Locked    bool            // it was not opened, since it asks for its word
}

// enter takes an invitation. What was done before comes along only where there is no earlier place under it.
func (v *Visit) enter(code, word string) error {
	found, err := v.Invites.Enter(code, word, v.Walk.Guide().Language)
	if err != nil {
		return err
	}
	if found.Locked {
		v.open(page.NewLocked(code), "")
		return nil
	}
	done, begun := v.Facts, !v.told.Fresh
	w, dropped := walk.Replay(found.Guide, found.Facts)
	v.takeUp(w, found.Facts, found.Keeper)
	v.ReadIn, v.Folder, v.Private, v.told.Invited = found.ReadIn, found.Folder, false, true
	v.Groups, v.told.Reference = found.Groups, found.Reference
	if found.Found.Trouble == "" {
		v.Tidy()
	}
	if v.told.Fresh && begun && found.Found.Trouble == "" {
		return v.carryOver(found.Guide, done)
	}
	found.Found.Dropped = len(dropped)
	v.Start(found.Found)
	if v.told.Fresh {
		v.add(v.words().Served.Taken)
	}
	return nil
}

// carryOver keeps under an invitation what was done before it was typed.
func (v *Visit) carryOver(guide *content.Guide, done []walk.Fact) error {
	w, _ := walk.Replay(guide, done)
	v.Facts, v.Walk, v.told.Fresh = done, w, false
	err := v.Keeper.Begin()
	if err == nil {
		err = v.Keeper.Keep(done)
	}
	if v.ended(err) {
		return nil
	}
	v.unkept = err
	v.stack = []entry{v.ofStep(v.Walk.At())}
	v.Say(v.words().Served.Carried)
	v.also("", v.keepGroup())
	v.askGroup(nil)
	v.sayWhy(v.words().Frame.NotKept, err)
	return nil
}

// ended reports whether the reader's invitation has ended, after which they read on as without one.
func (v *Visit) ended(err error) bool {
	if err == nil || v.Invites == nil || !v.told.Invited || !v.Invites.Ended(err) {
		return false
	}
	v.Keeper, v.Private, v.told.Invited, v.unkept, v.unerased = nobody{}, true, false, nil, nil
	v.warn(v.words().Served.Ended)
	return true
}

func (v *Visit) lock(word string) error {
	keeper, err := v.Invites.Lock(word)
	if err != nil {
		return err
	}
	return v.readAnew(keeper, v.words().Served.LockSet)
}

// readAnew begins at the first page, with the words that are true now, and says why.
func (v *Visit) readAnew(k Keeper, said string) error {
	v.Keeper, v.told.MayLock = k, false
	guide, err := v.ReadIn(v.Walk.Guide().Language, v.Walk.Guide().Group.ID)
	if err != nil {
		return err
	}
	v.takeUp(walk.New(guide), nil, k)
	v.ShowOnly(page.NewFirst())
	v.Say(said)
	return nil
}

func (v *Visit) eraseLocked(code string) error {
	err := v.Invites.EraseLocked(code)
	if err == nil {
		err = v.enter(code, "")
	}
	if err == nil {
		v.Say(v.words().Served.Erased)
	}
	return err
}

// erasePlace erases what is kept of the reader, who then begins anew.
func (v *Visit) erasePlace() error {
	v.settle()
	keeper, err := v.Invites.Erase()
	if err != nil {
		return err
	}
	return v.readAnew(keeper, v.words().Served.Erased)
}
