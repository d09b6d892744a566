package store

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"time"

	"firstsession/content/disk"
	"firstsession/content/journal"
	"firstsession/content/record"
	"firstsession/content/walk"
)

// An intake that is handed over is a file: its journal, and a last line that says
// over how much the digest goes, so that a file which ends early is found. While it
// is on its way it lies nowhere else.

// sealOf is the last line of such a file.
func sealOf(journal []byte) []byte {
	sum := sha256.Sum256(journal)
	return fmt.Appendf(nil, "{\"handed_over\":%d,\"digest\":\"%s\"}\n", len(journal), hex.EncodeToString(sum[:]))
}

// The errors of handing over.
var (
	ErrNoSuch  = errors.New("no intake with that reference was cut off here")
	ErrSeveral = errors.New("several intakes with that reference were cut off here; go on with them or delete them, until one is left")
	ErrSaving  = errors.New("its record was being saved when it was cut off; go on with it here first, which settles that")
	ErrNoTaken = errors.New("it is not a whole intake that was handed over, or was changed since; the file is left as it is")
	ErrOwn     = errors.New("it is not known who takes it over; say so with --clinician")
)

// HandOver writes an intake that was cut off into a new file, for another clinician
// to take, and erases it here. Before the file is whole, nothing is erased.
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

// cutOff is the folder of the one intake with a reference that was cut off.
func cutOff(fsys disk.FS, state, reference string) (string, error) {
	found, err := journal.FindUnfinished(fsys, journal.IntakesDir(state))
	if err != nil {
		return "", err
	}
	found = slices.DeleteFunc(found, func(u journal.Unfinished) bool { return u.Reference != reference })
	switch {
	case len(found) == 0:
		return "", ErrNoSuch
	case len(found) > 1:
		return "", ErrSeveral
	case found[0].InUse:
		return "", journal.ErrInUse
	}
	return found[0].Dir, found[0].Err
}

// Take makes an intake that was handed over one that was cut off here, which a
// clinician goes on with. The file is erased once it is. Kept is why it is not, if
// it could not be.
func Take(fsys disk.FS, state, path, clinician string, now time.Time) (reference string, kept, err error) {
	if clinician = record.CleanName(clinician); clinician == "" {
		return "", nil, ErrOwn
	}
	facts, form, err := readHanded(fsys, path)
	if err != nil {
		return "", nil, err
	}
	w, _ := walk.Replay(nil, facts)
	if form.Clinician != "" && form.Clinician != clinician {
		form.Before = append(form.Before, form.Clinician)
	}
	form.Clinician = clinician
	_, more, err := w.Apply(now, walk.Event{Kind: walk.SetForm, Form: &form})
	if err != nil {
		return "", nil, err
	}
	dir, err := journal.NewUnfinished(fsys, journal.IntakesDir(state), form.Reference, rand.Reader)
	if err != nil {
		return "", nil, err
	}
	if err := journal.Put(fsys, dir, append(facts, more...)); err != nil {
		_, undo := Erase(fsys, dir)
		return "", nil, errors.Join(err, undo)
	}
	return form.Reference, fsys.Remove(path), nil
}

// readHanded reads an intake that was handed over.
func readHanded(fsys disk.FS, path string) ([]walk.Fact, walk.Form, error) {
	data, err := fsys.Read(path, journal.MaxSize)
	if err != nil {
		return nil, walk.Form{}, err
	}
	at := bytes.LastIndexByte(bytes.TrimSuffix(data, []byte("\n")), '\n') + 1
	if !bytes.Equal(sealOf(data[:at]), data[at:]) {
		return nil, walk.Form{}, ErrNoTaken
	}
	facts, err := journal.ReadWhole(data[:at])
	if newer := (*journal.NewerError)(nil); errors.As(err, &newer) {
		return nil, walk.Form{}, newer
	}
	w, _ := walk.Replay(nil, facts)
	form, isIntake := w.Form()
	if err != nil || !isIntake || len(w.Savings()) > 0 { // a saving is settled where it was begun
		return nil, walk.Form{}, ErrNoTaken
	}
	return facts, form, nil
}
