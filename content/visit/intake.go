package visit

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"firstsession/content"
	"firstsession/content/page"
	"firstsession/content/record"
	"firstsession/content/walk"
)

// Intakes are where a clinician's intakes are: those that were cut off, and the
// copies of records. What a call says is done outlasts a cut of the power. An
// intake is named by an ID of the store's own.
type Intakes interface {
	// Unfinished are the intakes that were cut off, the last first.
	Unfinished() ([]walk.Unfinished, error)
	// Known are the records of a reference that no other has replaced, the first
	// first, and whether there is an intake with it that was cut off.
	Known(reference string) (records []record.Known, unfinished bool)
	// Begin makes room for a new one, and gives what keeps it. The one that goes
	// on is closed.
	Begin(reference string) (Keeper, error)
	// Resume opens one that was cut off. Aside is where a torn last line was
	// put; empty if there was none.
	Resume(id string) (k Keeper, facts []walk.Fact, aside string, err error)
	// Delete erases one that was cut off. Found is false if it was not there any
	// more.
	Delete(id string) (found bool, err error)
	// Copy puts the readable copies of a record into another folder as well,
	// as a client who read a guide gets them, and says where they are.
	Copy(record, folder string, g *content.Guide) (path string, err error)
	// Clear erases what was kept of the intake that goes on. Found is false if it
	// was not in its place, and may lie elsewhere.
	Clear() (found bool, err error)
	// Folder is where the working file is of the intake that goes on, or would be
	// of a new one.
	Folder() string
	// Close gives the intake back, so that it can be gone on with later.
	Close() error
}

// ErrNoFolder is returned by Intakes.Copy. A folder is never made: a stick that is not in would become one here.
var ErrNoFolder = errors.New("there is no such folder")

// StartIntake shows where an intake begins, with a word to go with it: the form, or those that were cut off.
func (v *Visit) StartIntake(said string) error {
	found, err := v.Intakes.Unfinished()
	if err != nil {
		return fmt.Errorf("look for intakes that were cut off: %w", err)
	}
	v.ShowOnly(page.NewStart(found, said))
	return nil
}

// Unfinished reports whether an intake can be gone on with, or that may be so and cannot be looked up.
func (v *Visit) Unfinished() bool {
	if _, cleared := v.Keeper.(nobody); !v.told.Fresh && !cleared {
		return true
	}
	found, err := v.Intakes.Unfinished()
	return err != nil || len(found) > 0
}

func (v *Visit) forIntake(want page.Want) error {
	switch want := want.(type) {
	case page.BeginIntake:
		return v.beginIntake(want)
	case page.BeforeIntake:
		v.forget()
		v.ShowOnly(want.Page)
		return nil
	case page.ResumeIntake:
		return v.resumeIntake(want.ID, want.Sure)
	case page.DeleteIntake:
		return v.deleteIntake(want.ID)
	case page.SaveRecord:
		return v.saveIntake(want.Countersigner)
	case page.GiveCopy:
		return v.giveCopy(want.Folder)
	case page.ClearIntake:
		return v.clearIntake()
	case page.PutAway:
		return v.putAway()
	default:
		return fmt.Errorf("nobody knows how to do %T", want)
	}
}

// beginIntake begins, or asks first what this intake is to records of the same reference.
func (v *Visit) beginIntake(want page.BeginIntake) error {
	form := want.Form
	own, client, err := v.spoken(want.Language, form.Group)
	if err != nil {
		return err
	}
	records, unfinished := v.Intakes.Known(form.Reference)
	if len(records) > 0 && !want.Sure {
		v.ShowOnly(page.NewAgain(want, records, v.top().page))
		return nil
	}
	if want.Brought != "" {
		return v.showBrought(want, own, client)
	}
	keeper, err := v.Intakes.Begin(form.Reference)
	if err != nil {
		return err
	}
	v.forget()
	v.Keeper, v.told.Fresh, v.Brought = keeper, false, ""
	v.speak(own, client)
	form.Read = want.Taken.Read
	form.Practice, form.Group, form.Folder = client.PracticeCode, client.Group.ID, v.Folder
	events := append([]walk.Event{{Kind: walk.SetForm, Form: &form}}, taken(want.Taken)...)
	if err = v.apply(events...); err == nil {
		err = v.reach(v.Walk.At())
	}
	if err == nil && unfinished {
		v.add(v.fill(v.words().Intake.Known, "reference", form.Reference))
	}
	return err
}

// resumeIntake goes on with an intake that was cut off. Under another practice
// file than its own it does so only if that is asked for twice: the promises are
// then asked anew, since what was shown before is not what is shown now.
func (v *Visit) resumeIntake(id string, sure bool) error {
	keeper, facts, aside, err := v.Intakes.Resume(id)
	if err != nil {
		return fmt.Errorf("go on with an intake: %w", err)
	}
	before, _ := walk.Replay(v.Walk.Guide(), facts)
	form, isIntake := before.Form()
	var own, guide *content.Guide
	another, err := v.mayResume(form, isIntake, sure)
	if err == nil {
		own, guide, err = v.spoken(walk.Language(facts), form.Group)
	}
	if err != nil {
		return errors.Join(err, v.Intakes.Close())
	}
	after, dropped := walk.Replay(guide, facts)
	v.forget()
	v.speak(own, guide)
	v.takeUp(after, facts, keeper)
	v.told.Fresh, v.putAwayIn = false, ""
	v.Tidy()
	lapsed, gone := v.Walk.Lapsed(), v.Walk.PlaceGone()
	if another {
		err = v.apply(v.Walk.Under(guide.PracticeCode, guide.Group.ID)...)
	}
	if err == nil {
		err = v.apply(v.Walk.Resume()...)
	}
	if err == nil {
		err = v.reach(v.Walk.At())
	}
	if err != nil {
		return err
	}
	v.notice = v.resumed(another, lapsed, gone, len(dropped), aside)
	return nil
}

// mayResume reports whether an intake goes on under another practice file, or why it does not.
func (v *Visit) mayResume(form walk.Form, isIntake, sure bool) (another bool, err error) {
	words := v.words().Intake
	switch err := v.otherGroup(form.Group); {
	case !isIntake:
		return false, errors.New(words.NoForm)
	case v.Walk.Guide().PracticeCode == "" && form.Practice != "":
		// Without the practice file, its promises would go in silence.
		return false, errors.New(words.OtherPractice)
	case err != nil:
		return false, err
	}
	guide, _, err := v.spoken("", form.Group)
	if err != nil {
		return false, err
	}
	another = form.Practice != guide.PracticeCode
	if another && !sure {
		asks := v.fill(words.PracticeSure, "before", cmp.Or(form.Practice, words.NoPractice), "now", guide.PracticeCode)
		return true, page.OnceMore(asks)
	}
	return another, nil
}

func (v *Visit) resumed(another, lapsed, gone bool, dropped int, aside string) page.Notice {
	words := v.words()
	var said []string
	if another {
		said, dropped = append(said, words.Intake.PracticeChanged), 0
	}
	said = append(said, v.changed(dropped, gone), v.unsure(), v.savedSince())
	if lapsed && !another {
		said = append(said, words.Intake.SignatureFell)
	}
	if form, _ := v.Walk.Form(); len(form.Before) > 0 {
		// The client is to know it, whoever's page it goes on with.
		for _, g := range slices.Compact([]*content.Guide{v.Guide(), v.Walk.Guide()}) {
			said = append(said, v.fill(g.Words.Intake.HandedOn, "before", strings.Join(form.Before, ", "), "name", form.Clinician))
		}
	}
	if v.unkept != nil {
		said = append(said, v.fill(words.Frame.NotKept, "error", v.words().Reason(v.unkept)))
	}
	lost, _ := v.lost(aside)
	said = append(said, lost...)
	return page.Notice{Text: cmp.Or(joined(said...), words.Intake.LeaveResume), Care: v.unkept != nil || len(lost) > 0}
}

// savedSince says when another record of the reference was saved since the intake began, if one was.
func (v *Visit) savedSince() string {
	form, _ := v.Walk.Form()
	own, _ := v.Walk.Signed()
	records, _ := v.Intakes.Known(form.Reference)
	for _, k := range records {
		if k.ID != own.Record && k.ID != form.Supersedes && len(v.Facts) > 0 && !k.At.Before(v.Facts[0].Time) {
			return v.fill(v.words().Intake.KnownSince, "date", k.Date)
		}
	}
	return ""
}

// forget makes the visit one of which nothing is known yet. Of an intake the
// clinician alone is left, by name as well: the next form offers it.
func (v *Visit) forget() {
	if form, ok := v.Walk.Form(); ok {
		v.Before = form.Clinician
	}
	v.takeUp(walk.New(v.groupless), nil, nobody{})
	v.Clinician = nil
}

// takeUp has the visit be about another walk, with its facts and what keeps them.
func (v *Visit) takeUp(w walk.Walk, facts []walk.Fact, k Keeper) {
	v.Walk, v.Facts, v.Keeper, v.earlierFacts = w, facts, k, len(facts)
	v.unkept, v.unerased, v.told.Fresh = nil, nil, !w.Started()
	locks, ok := k.(Lockable)
	v.told.MayLock = ok && locks.MayLock()
}

var errNobody = errors.New("no intake has begun")

// Nobody keeps nothing, since there is nothing to keep.
func Nobody() Keeper { return nobody{} }

// nobody keeps nothing, since there is nothing to keep, or since what was kept
// is to be erased: left then says why it is not yet.
type nobody struct{ left error }

func (nobody) Begin() error                            { return nil }
func (nobody) Keep([]walk.Fact) error                  { return nil }
func (n nobody) Erase(func(walk.Fact) walk.Fact) error { return n.left }
func (nobody) Settle(string, string) (bool, error)     { return false, errNobody }
func (nobody) SetAside() (string, error)               { return "", errNobody }
func (nobody) Sign(walk.Walk, record.Draft, string) (id, path string, err error) {
	return "", "", errNobody
}
