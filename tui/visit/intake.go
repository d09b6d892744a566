package visit

import (
	"cmp"
	"errors"
	"fmt"
	"strings"
	"time"

	"firstsession/content"
	"firstsession/content/record"
	"firstsession/content/walk"
	"firstsession/tui/intake"
)

// Desk is where a clinician's intakes are: those that were cut off, and the
// copies of records. It has touched the disk before it returns.
type Desk interface {
	// Unfinished are the intakes that were cut off.
	Unfinished() ([]intake.Unfinished, error)
	// Known says whether there is a record, or an intake that was cut off, with
	// a reference.
	Known(reference string) bool
	// Begin makes room for a new one, and gives what keeps it.
	Begin(reference string) (Keeper, error)
	// Resume opens one that was cut off. Aside is where a torn last line was
	// put; empty if there was none.
	Resume(dir string) (k Keeper, facts []walk.Fact, aside string, err error)
	// Delete erases one that was cut off.
	Delete(dir string) error
	// Copy puts the readable copies of a record into another folder as well,
	// and says where they are.
	Copy(record, folder string) (path string, err error)
	// Clear erases what was kept of the intake that goes on.
	Clear() error
	// Close gives the intake that goes on back, so that it can be gone on with
	// later.
	Close() error
}

// New is the visit of a clinician who has not begun an intake. Records go into
// the folder.
func New(w walk.Walk, d Desk, folder string, now func() time.Time) *Visit {
	return &Visit{Walk: w, Fresh: true, Folder: folder, Keeper: nobody{}, Desk: d, Now: now}
}

// ErrNoFolder is returned by Desk.Copy where the folder is not there. It is
// never made: a stick that is not in would become a folder on this computer.
var ErrNoFolder = errors.New("there is no such folder")

// Done is what became of a deed.
type Done struct {
	// To is the step to show; its kind is empty if the page stays.
	To walk.Step
	// Look is a step to show from which going on leads back here.
	Look walk.Step
	// Form opens the form, and Start the page on which an intake begins; Said
	// is a word to go with it.
	Form  bool
	Start bool
	Said  string
	// Notice is what is to be said beside the page.
	Notice string
}

// Do carries out what a page of an intake asked for, while the reader is at a
// step. What failed is an error that a person can read; nothing is lost by it.
func (v *Visit) Do(d intake.Deed, from walk.Step) (Done, error) {
	words := v.Walk.Guide().Words.Intake
	sure := v.sure
	v.sure = ""
	switch {
	case d.Form:
		return Done{Form: true}, nil
	case d.Begin != nil:
		return v.beginIntake(*d.Begin)
	case d.Resume != "":
		return v.resumeIntake(d.Resume, sure)
	case d.Delete != "":
		if err := v.Desk.Delete(d.Delete); err != nil {
			return Done{}, fmt.Errorf("delete an intake: %w", err)
		}
		return Done{Start: true, Said: words.DeletedIt}, nil
	case d.Clear:
		return v.clearIntake()
	case d.Leave:
		return v.leaveIntake()
	}
	return v.doStep(d, from)
}

// AtDesk is the page on which an intake begins: the form, or first those that
// were cut off. Said is a word to go with it.
func (v *Visit) AtDesk(said string) (intake.Page, error) {
	found, err := v.Desk.Unfinished()
	if err != nil {
		return nil, fmt.Errorf("look for intakes that were cut off: %w", err)
	}
	words := v.Walk.Guide().Words
	if len(found) == 0 && said == "" {
		return intake.NewForm(words), nil
	}
	return intake.NewStart(words, found, said), nil
}

// Unfinished says whether an intake can be gone on with later: the one that
// goes on, or one that was cut off. Where that cannot be looked up, there may
// be one.
func (v *Visit) Unfinished() bool {
	if !v.Fresh {
		return true
	}
	found, err := v.Desk.Unfinished()
	return err != nil || len(found) > 0
}

// doStep carries out what a step of the intake asked for.
func (v *Visit) doStep(d intake.Deed, from walk.Step) (done Done, err error) {
	events := d.Events
	if d.Save {
		saved, err := v.saveIntake(d.Countersigner)
		if err != nil {
			return Done{}, err
		}
		events = append(events, saved)
	}
	if d.Copy {
		if done.Notice, err = v.giveCopy(d.Folder); err != nil {
			return Done{}, err
		}
	}
	if possible, unkept := v.Apply(append(events, d.After...)...); !possible {
		return Done{}, nil
	} else if unkept != nil {
		done.Notice = content.Fill(v.Walk.Guide().Words.Frame.NotKept, "error", unkept)
	}
	switch {
	case d.Look != "":
		done.Look, _ = v.Walk.Find(d.Look)
	case d.To != "":
		done.To, _ = v.Walk.Find(d.To)
	case d.Next:
		done.To, _ = v.Walk.Next(from)
	}
	return done, nil
}

func (v *Visit) beginIntake(form walk.Form) (Done, error) {
	known := v.Desk.Known(form.Reference)
	keeper, err := v.Desk.Begin(form.Reference)
	if err != nil {
		return Done{}, err
	}
	v.forget()
	v.Keeper, v.Fresh = keeper, false
	form.Practice = v.Walk.Guide().PracticeCode
	_, unkept := v.Apply(walk.Event{Kind: walk.SetForm, Form: &form})
	done := Done{To: v.Walk.At()}
	if known {
		done.Notice = content.Fill(v.Walk.Guide().Words.Intake.Known, "reference", form.Reference)
	}
	if unkept != nil {
		done.Notice = content.Fill(v.Walk.Guide().Words.Frame.NotKept, "error", unkept)
	}
	return done, nil
}

// resumeIntake goes on with an intake that was cut off. Under another practice
// file than its own it does so only if that is asked for twice: the promises are
// then asked anew, since what was shown before is not what is shown now.
func (v *Visit) resumeIntake(dir, sure string) (Done, error) {
	keeper, facts, aside, err := v.Desk.Resume(dir)
	if err != nil {
		return Done{}, fmt.Errorf("go on with an intake: %w", err)
	}
	guide := v.Walk.Guide()
	words := guide.Words.Intake
	after, dropped := walk.Replay(guide, facts)
	form, ok := after.Form()
	another := form.Practice != guide.PracticeCode
	switch {
	case !ok:
		return Done{}, errors.Join(errors.New(words.NoForm), v.Desk.Close())
	case another && guide.PracticeCode == "":
		// Without the practice file, its promises would go in silence.
		return Done{}, errors.Join(errors.New(words.OtherPractice), v.Desk.Close())
	case another && sure != dir:
		v.sure = dir
		before := cmp.Or(form.Practice, words.NoPractice)
		return Done{Notice: content.Fill(words.PracticeSure, "before", before, "now", guide.PracticeCode)}, v.Desk.Close()
	}
	v.forget()
	v.Keeper, v.Fresh, v.Facts, v.Walk = keeper, false, facts, after
	v.Forget() // what was not erased to its end before
	var unkept error
	if another {
		_, unkept = v.Apply(after.Under(guide.PracticeCode)...)
	}
	if _, err := v.Apply(v.Walk.Resume()...); err != nil {
		unkept = err
	}
	return Done{To: v.Walk.At(), Notice: v.resumed(another, after.Lapsed(), len(dropped), aside, unkept)}, nil
}

// resumed is what is to be said when an intake is gone on with.
func (v *Visit) resumed(another, lapsed bool, dropped int, aside string, unkept error) string {
	words := v.Walk.Guide().Words
	var said []string
	switch {
	case another:
		said = append(said, words.Intake.PracticeChanged)
	case dropped > 0:
		said = append(said, content.Fill(words.Frame.Changed, "count", dropped))
	}
	if lapsed && !another {
		said = append(said, words.Intake.SignatureFell)
	}
	if unkept != nil {
		said = append(said, content.Fill(words.Frame.NotKept, "error", unkept))
	}
	if aside != "" {
		said = append(said, content.Fill(words.Frame.SetAside, "path", aside))
	}
	return cmp.Or(strings.Join(said, " "), words.Intake.LeaveResume)
}

// saveIntake writes the record of an intake, whatever its outcome.
func (v *Visit) saveIntake(countersigner string) (walk.Event, error) {
	event, err := v.sign("", countersigner, v.Folder)
	if err != nil {
		return event, errors.New(content.Fill(v.Walk.Guide().Words.Intake.SaveFailed, "error", err))
	}
	return event, nil
}

func (v *Visit) giveCopy(folder string) (said string, err error) {
	words := v.Walk.Guide().Words.Intake
	signed, _ := v.Walk.Signed()
	folder, err = Absolute(folder)
	var path string
	if err == nil {
		path, err = v.Desk.Copy(signed.Path, folder)
	}
	if errors.Is(err, ErrNoFolder) {
		return "", errors.New(content.Fill(words.NoFolder, "folder", folder))
	}
	if err != nil {
		return "", errors.New(content.Fill(words.CopyFailed, "error", err))
	}
	return content.Fill(words.CopyIs, "path", path), nil
}

// clearIntake erases what was kept while the intake went on. The visit is then
// that of nobody.
func (v *Visit) clearIntake() (Done, error) {
	words := v.Walk.Guide().Words.Intake
	v.Keeper = nobody{} // nothing may be kept from here on, whatever becomes of it
	if err := v.Desk.Clear(); err != nil {
		return Done{}, errors.New(content.Fill(words.ClearFailed, "error", err))
	}
	v.forget()
	return Done{Start: true, Said: words.Cleared}, nil
}

func (v *Visit) leaveIntake() (Done, error) {
	v.Leave()
	if v.Unkept != nil {
		return Done{}, v.Unkept
	}
	if err := v.Desk.Close(); err != nil {
		return Done{}, fmt.Errorf("put the intake away: %w", err)
	}
	words := v.Walk.Guide().Words.Intake
	v.forget()
	return Done{Start: true, Said: content.Fill(words.LeaveKept, "folder", v.Folder)}, nil
}

// forget makes the visit one of which nothing is known yet.
func (v *Visit) forget() {
	v.Walk, v.Facts, v.Unkept, v.Unerased, v.Fresh = walk.New(v.Walk.Guide()), nil, nil, nil, true
	v.Keeper = nobody{}
}

// errNobody says that there is no intake yet.
var errNobody = errors.New("no intake has begun")

// nobody keeps nothing, since there is nothing to keep.
type nobody struct{}

func (nobody) Begin() error                          { return nil }
func (nobody) Keep([]walk.Fact) error                { return nil }
func (nobody) Erase(func(walk.Fact) walk.Fact) error { return nil }
func (nobody) SetAside() (string, error)             { return "", errNobody }
func (nobody) Sign(walk.Walk, record.Draft, string) (id, path string, err error) {
	return "", "", errNobody
}
