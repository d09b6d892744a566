// Package visit is one reader's time at the program: the walk as it is now, all
// facts of it, and whether they are kept. Full screen and lines share it, so
// that what counts on the one counts on the other. It touches the disk only
// through its Keeper and its Desk, and the clock only through Now. It says what
// became of a deed in the guide's words; nothing that draws may come in.
package visit

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"firstsession/content/record"
	"firstsession/content/walk"
)

// Keeper is the one place that keeps anything: the journal's facts and the
// acknowledgement. It has touched the disk before it returns.
type Keeper interface {
	// Begin starts to keep the reader's place.
	Begin() error
	// Keep puts facts on the disk. Facts that could not be kept before go
	// first.
	Keep(facts []walk.Fact) error
	// Erase puts other facts in the place of those that were kept, each with its
	// number, so that no file of the guide's own holds what they said before.
	Erase(change func(walk.Fact) walk.Fact) error
	// Sign saves the acknowledgement and returns its id and where it is.
	Sign(w walk.Walk, d record.Draft, folder string) (id, path string, err error)
	// SetAside puts a journal that cannot be read aside.
	SetAside() (path string, err error)
}

// Visit is changed by what the reader does. Its fields are there to be read.
type Visit struct {
	Walk  walk.Walk
	Facts []walk.Fact // all of the walk, kept or not
	// Private is set if nothing is kept on this computer.
	Private bool
	// Fresh is set until the reader has begun, and with that said whether
	// anything may be kept.
	Fresh bool
	// Unkept is why the last facts are not on the disk; nil if they are.
	Unkept error
	// Unerased is why words that were taken back may still be on the disk; nil
	// if they are not.
	Unerased error
	// Folder is where an acknowledgement is saved unless the reader says
	// otherwise.
	Folder string
	Keeper Keeper
	Now    func() time.Time
	// Desk is where a clinician's intakes are; nil if a member reads alone.
	Desk Desk
	// sure is the folder of the intake that is gone on with under another
	// practice file if that is asked for once more.
	sure string
}

// Apply keeps what the reader did, before anything new is shown. Possible is
// false if the walk does not allow it; then nothing has changed. What cannot be
// put on the disk counts all the same for as long as the program runs: unkept
// says why, so that the reader can be told.
func (v *Visit) Apply(events ...walk.Event) (possible bool, unkept error) {
	if v.Desk != nil && v.Fresh {
		return false, nil // nothing counts at the desk before an intake has begun
	}
	after, facts, err := v.Walk.Apply(v.Now(), events...)
	if err != nil {
		return false, nil
	}
	v.Walk = after
	v.Facts = append(v.Facts, facts...)
	if len(facts) == 0 {
		return true, nil
	}
	if !v.Private {
		v.Unkept = v.Keeper.Keep(facts)
	}
	if v.Unerased != nil || slices.ContainsFunc(facts, mayTakeBack) {
		v.Forget()
	}
	return true, v.Unkept
}

// Onward adds to events that a step was read, if going on from it says so.
func Onward(from walk.Step, events ...walk.Event) []walk.Event {
	switch from.Kind {
	case walk.Opening, walk.Section, walk.Reflection:
		return append(events, walk.Event{Kind: walk.Pass, Subject: from.Key()})
	default:
		return events
	}
}

// Begin is what the reader says on the first page: begin, and keep my place on
// this computer or not. The error says why it cannot be kept.
func (v *Visit) Begin(keep bool) error {
	if v.Desk != nil {
		return errNobody // an intake begins with its form
	}
	v.Private, v.Fresh = v.Private || !keep, false
	if v.Private {
		return nil
	}
	return v.Keeper.Begin()
}

// SetAside puts a journal that cannot be read aside, and says where. The
// reader has not begun by that.
func (v *Visit) SetAside() (path string, err error) { return v.Keeper.SetAside() }

// Sign saves the acknowledgement under a typed name, into a folder as it was
// typed. Only when it is on the disk does it count as signed: the event is
// handed out to be applied, with what else follows from it.
func (v *Visit) Sign(name, folder string) (walk.Event, error) { return v.sign(name, "", folder) }

func (v *Visit) sign(name, clinician, folder string) (walk.Event, error) {
	folder, err := Absolute(folder)
	if err != nil {
		return walk.Event{}, err
	}
	draft := record.Draft{Name: name, Clinician: clinician, Now: v.Now(), Answered: record.AnswerTimes(v.Facts)}
	id, path, err := v.Keeper.Sign(v.Walk, draft, folder)
	if err != nil {
		return walk.Event{}, err
	}
	return walk.Event{Kind: walk.Sign, Subject: id, Text: path}, nil
}

// Leave tries once more what could not be kept or erased before. Unkept and
// Unerased say if that failed, too.
func (v *Visit) Leave() {
	if v.Private {
		return
	}
	v.Unkept = v.Keeper.Keep(nil)
	if v.Unerased != nil {
		v.Forget()
	}
}

// Absolute is a folder as the reader typed it, so that it can be found again
// from anywhere. A leading ~ is their home.
func Absolute(folder string) (string, error) {
	if rest, ok := strings.CutPrefix(folder, "~"); ok && (rest == "" || rest[0] == '/' || rest[0] == filepath.Separator) {
		home, err := os.UserHomeDir()
		if err != nil {
			return "", fmt.Errorf("find your home folder: %w", err)
		}
		folder = home + rest
	}
	path, err := filepath.Abs(folder)
	if err != nil {
		return "", fmt.Errorf("find the folder: %w", err)
	}
	return path, nil
}
