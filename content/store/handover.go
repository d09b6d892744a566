package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"firstsession/content/code"
	"firstsession/content/disk"
	"firstsession/content/journal"
	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/walk"
)

// An intake that is handed over is a file: its journal, and a last line that says over
// how much the digest goes. While it is on its way it lies nowhere else.

// sealOf is the last line of such a file.
func sealOf(journal []byte) []byte {
	sum := sha256.Sum256(journal)
	return fmt.Appendf(nil, "{\"handed_over\":%d,\"digest\":\"%s\"}\n", len(journal), hex.EncodeToString(sum[:]))
}

// The errors of handing over.
var (
	ErrNoSuch  error = &plain.Told{Key: "no_such_intake", Text: "no intake with that reference was cut off here"}
	ErrSeveral error = &plain.Told{Key: "several_intakes", Text: "several intakes with that reference were cut off here; go on with them or delete them, until one is left"}
	ErrSaving  error = &plain.Told{Key: "intake_saving", Text: "its record was being saved when it was cut off; go on with it here first, which settles that"}
	ErrNoTaken error = &plain.Told{Key: "not_handed", Text: "it is not a whole intake that was handed over, or was changed since; the file is left as it is"}
	ErrTaken   error = &plain.Told{Key: "taken_before", Text: "it was taken over here before, and is one of the intakes that firstsession intake offers to go on with; the file is left as it is, and can be erased"}
	ErrLink    error = &plain.Told{Key: "only_link", Text: "it is only a link; name the file that it leads to"}
	ErrFixed   error = &plain.Told{Key: "not_erasable", Text: "nothing can be changed where the file lies, so that it would stay there for others to take; move it into a folder of your own first"}
	ErrOwn     error = &plain.Told{Key: "who_takes", Text: "it is not known who takes it over; say so with --clinician"}
)

// HandOver writes an intake that was cut off into a new file, for another clinician to
// take, and then erases it here.
func HandOver(fsys disk.FS, state, reference, path string) error {
	dir, err := cutOff(fsys, state, reference)
	if err != nil {
		return err
	}
	j, opened, err := journal.Open(fsys, dir)
	if err != nil {
		return err
	}
	w, _ := walk.Replay(nil, opened.Facts)
	var data []byte
	switch _, isIntake := w.Form(); {
	case !isIntake:
		err = ErrNoSuch
	case len(w.Savings()) > 0:
		err = ErrSaving
	default:
		data, err = journal.Whole(opened.Facts)
	}
	folder := filepath.Dir(path)
	if err == nil {
		err = disk.WriteShared(fsys, path, append(data, sealOf(data)...), disk.IsShared(fsys, folder))
	}
	if err = errors.Join(err, j.Close()); err != nil {
		return err
	}
	if err := fsys.SyncDir(folder); err != nil {
		return errors.Join(err, disk.RemoveAny(fsys, path))
	}
	if _, err := Erase(fsys, dir); err != nil { // part of it may be gone
		return fmt.Errorf("%s is whole, and what is left of it here could not be erased: %w", path, err)
	}
	return nil
}

func cutOff(fsys disk.FS, state, reference string) (string, error) {
	found, err := journal.FindUnfinished(fsys, journal.IntakesDir(state))
	if err != nil {
		return "", err
	}
	var others []string
	found = slices.DeleteFunc(found, func(u journal.Unfinished) bool {
		others = append(others, u.Reference)
		return u.Reference != reference
	})
	switch {
	case len(found) == 0 && len(others) > 0:
		return "", fmt.Errorf("%w; there is %s", ErrNoSuch, strings.Join(slices.Compact(others), ", "))
	case len(found) == 0:
		return "", ErrNoSuch
	case len(found) > 1:
		return "", ErrSeveral
	case found[0].InUse:
		return "", journal.ErrInUse
	}
	return found[0].Dir, found[0].Err
}

// Taken is an intake that was taken over, and the language that the client reads.
type Taken struct {
	walk.Form
	Language string
}

// Take makes an intake that was handed over one that was cut off here, which a clinician
// goes on with. The file is claimed first, under a name of its own, so that of several
// who take it at once one has it. It is erased once the intake is here. Kept is why it is
// not, if it could not be.
func Take(fsys disk.FS, random io.Reader, state, path, clinician string, now time.Time) (is Taken, kept, err error) {
	if clinician = record.CleanName(clinician); clinician == "" {
		return is, nil, ErrOwn
	}
	claimed, err := claim(fsys, random, path)
	if err != nil {
		return is, nil, err
	}
	if is, err = take(fsys, random, state, claimed, clinician, now); err != nil {
		return is, nil, errors.Join(err, unclaim(fsys, claimed, path))
	}
	if kept = disk.Empty(fsys, claimed); kept != nil {
		kept = fmt.Errorf("%s: %w", claimed, kept)
	}
	return is, kept, nil
}

// claim gives a file a name that nobody else knows.
func claim(fsys disk.FS, random io.Reader, path string) (string, error) {
	info, err := fsys.Lstat(path)
	switch {
	case err != nil:
		return "", err
	case info.Mode()&fs.ModeSymlink != 0:
		return "", ErrLink
	case !info.Mode().IsRegular():
		return "", disk.ErrNotFile
	}
	number, err := code.Number(random, 4)
	if err != nil {
		return "", err
	}
	claimed := path + ".taken-" + number
	err = fsys.Rename(path, claimed)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		err = fmt.Errorf("%w (%w)", ErrFixed, err)
	}
	return claimed, err
}

// unclaim gives it its old name back, unless another file has got that.
func unclaim(fsys disk.FS, claimed, path string) error {
	err := fs.ErrExist
	if _, found := fsys.Lstat(path); disk.IsNone(found) {
		err = fsys.Rename(claimed, path)
	}
	if err != nil {
		return fmt.Errorf("the file is %s now: %w", claimed, err)
	}
	return nil
}

// take puts what stands in a claimed file into the state folder.
func take(fsys disk.FS, random io.Reader, state, path, clinician string, now time.Time) (is Taken, err error) {
	facts, form, err := readHanded(fsys, path)
	if err == nil {
		err = taken(fsys, state, form.Reference, facts)
	}
	if err != nil {
		return is, err
	}
	w, _ := walk.Replay(nil, facts)
	if form.Clinician != "" && form.Clinician != clinician {
		form.Before = append(form.Before, form.Clinician)
	}
	form.Clinician = clinician
	_, more, err := w.Apply(now, walk.Event{Kind: walk.SetForm, Form: &form})
	if err != nil {
		return is, err
	}
	dir, err := journal.NewUnfinished(fsys, journal.IntakesDir(state), form.Reference, random)
	if err != nil {
		return is, err
	}
	if err := journal.Put(fsys, dir, append(facts, more...)); err != nil {
		_, undo := Erase(fsys, dir)
		return is, errors.Join(err, undo)
	}
	return Taken{form, walk.Language(facts)}, nil
}

// taken is an error where an intake is here already that began as this one: a sync has
// brought its file back, or somebody a copy of it.
func taken(fsys disk.FS, state, reference string, facts []walk.Fact) error {
	found, err := journal.FindUnfinished(fsys, journal.IntakesDir(state))
	if err != nil {
		return err
	}
	for _, u := range found {
		// What was taken back since has no words any more, and is the same fact.
		begins := len(u.Facts) >= len(facts) && slices.EqualFunc(u.Facts[:len(facts)], facts, func(a, b walk.Fact) bool {
			return a.Seq == b.Seq && a.Kind == b.Kind && a.Subject == b.Subject && a.Time.Equal(b.Time)
		})
		switch {
		case u.InUse && u.Reference == reference:
			return journal.ErrInUse
		case begins:
			return ErrTaken
		}
	}
	return nil
}

// sealed says where the last line of a file begins, and whether that is its seal.
func sealed(data []byte) (at int, whole bool) {
	at = bytes.LastIndexByte(bytes.TrimSuffix(data, []byte("\n")), '\n') + 1
	return at, bytes.Equal(sealOf(data[:at]), data[at:])
}

func readHanded(fsys disk.FS, path string) ([]walk.Fact, walk.Form, error) {
	data, err := fsys.Read(path, journal.MaxSize)
	if err != nil {
		return nil, walk.Form{}, err
	}
	at, whole := sealed(data)
	if !whole { // another program may have saved it anew
		data, _ = plain.Compact(data)
		if at, whole = sealed(data); !whole {
			return nil, walk.Form{}, ErrNoTaken
		}
	}
	facts, err := journal.ReadWhole(data[:at])
	if newer, ok := errors.AsType[*journal.NewerError](err); ok {
		return nil, walk.Form{}, newer
	}
	w, _ := walk.Replay(nil, facts)
	form, isIntake := w.Form()
	if err != nil || !isIntake || len(w.Savings()) > 0 { // a saving is settled where it was begun
		return nil, walk.Form{}, ErrNoTaken
	}
	return facts, form, nil
}

// maxHanded is far more than an intake has that was handed over.
const maxHanded = 1 << 20

// HandedIn are the intakes in a folder that were handed over and that nobody has
// taken: each reference by the name of its file. What cannot be read is none.
func HandedIn(fsys disk.FS, dir string) (map[string]string, error) {
	names, err := fsys.ReadDir(dir)
	if err != nil && !disk.IsNone(err) { // a folder that is not there is told where it is listed
		return nil, fmt.Errorf("look for intakes: %w", err)
	}
	handed := map[string]string{}
	for _, name := range names {
		if record.IsOf(name) {
			continue
		}
		path := filepath.Join(dir, name)
		if info, err := fsys.Lstat(path); err != nil || !info.Mode().IsRegular() || info.Size() > maxHanded {
			continue
		}
		if _, form, err := readHanded(fsys, path); err == nil {
			handed[name] = form.Reference
		}
	}
	return handed, nil
}
