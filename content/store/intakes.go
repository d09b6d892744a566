package store

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"firstsession/content"
	"firstsession/content/disk"
	"firstsession/content/journal"
	"firstsession/content/ledger"
	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/visit"
	"firstsession/content/walk"
	"firstsession/content/words"
)

// Intakes are a clinician's on the disk: the records in their folder, which others may
// share, and what is not finished in the user's own. They are a visit.Intakes.
type Intakes struct {
	Options
	Others []string       // folders with more records, in which a reference may be known
	State  string         // the user's own folder, with what is not finished
	Guide  *content.Guide // of the words of copies, and of how far an intake is
	// ReadIn reads the guide in the language and for the group of an intake; nil if there
	// is only the one.
	ReadIn func(language, group string) (*content.Guide, error)
	open   *Folder   // of the intake that goes on; nil if none does
	clears *clearing // of it; nil until that is begun
}

// own is the folder of the intakes that are not finished.
func (i *Intakes) own() string { return journal.IntakesDir(i.State) }

type clearing struct {
	stood  bool // its file was the one that was written to
	erased int
}

// Unfinished are the intakes that were cut off. One of which nothing was kept, not even
// its form, is erased.
func (i *Intakes) Unfinished() ([]walk.Unfinished, error) {
	found, err := journal.FindUnfinished(i.FS, i.own())
	old, failed := journal.FindUnfinished(i.FS, i.Records) // where earlier versions had them
	if err := cmp.Or(err, failed); err != nil {
		return nil, err
	}
	var all []walk.Unfinished
	for _, u := range append(found, old...) {
		if u.Last.IsZero() && u.Err == nil && !u.InUse {
			if _, err := i.Delete(u.Dir); err == nil {
				continue
			}
			u.InUse = true // another window is about to begin it
		}
		one := walk.Unfinished{ID: u.Dir, Reference: u.Reference, Last: u.Last, InUse: u.InUse}
		if u.Err != nil {
			one.Damage = i.words().Reason(u.Err)
		} else {
			i.tell(&one, u.Facts)
		}
		all = append(all, one)
	}
	return all, nil
}

func (i *Intakes) tell(u *walk.Unfinished, facts []walk.Fact) {
	w, _ := walk.Replay(i.Guide, facts)
	form, _ := w.Form()
	w, _ = walk.Replay(i.guideOf(form.Group, walk.Language(facts)), facts)
	u.Clinician, u.Group, u.Folder = form.Clinician, form.Group, form.Folder
	told := w
	if own := i.guideOf(form.Group, ""); own != nil { // the clinician's, who reads it
		told, _ = w.In(own)
	}
	u.Chapter, u.Ended = told.ChapterTitle(w.At().Chapter), w.Ending() != walk.Undecided
	u.Closes = w.At().Kind == walk.Countersign
	var saved walk.Signed
	if saved, u.Saved = w.Saved(); u.Saved {
		u.Folder = filepath.Dir(saved.Path)
	}
	_, u.Since = w.Signed()
	u.Signed = w.Name() != "" && !w.Lapsed()
}

// guideOf is the guide of an intake for a group and in a language, as far as it
// can be read.
func (i *Intakes) guideOf(group, language string) *content.Guide {
	if i.ReadIn == nil || i.Guide == nil || group == i.Guide.Group.ID && (language == "" || language == i.Guide.Language) {
		return i.Guide
	}
	guide, err := i.ReadIn(cmp.Or(language, i.Guide.Language), group)
	if err != nil {
		return i.Guide // going on with it says why
	}
	return guide
}

func (i *Intakes) words() *words.Words {
	if i.Guide == nil {
		return new(words.Words)
	}
	return i.Guide.Words
}

// Folder is where the working file of the intake is, or would be of a new one.
func (i *Intakes) Folder() string {
	if i.open == nil {
		return i.own()
	}
	return filepath.Dir(i.open.dir)
}

// Known are the records of a reference that no other has replaced, wherever they
// lie, and whether an intake with it was cut off.
func (i *Intakes) Known(reference string) (records []record.Known, unfinished bool) {
	found, err := i.Unfinished()
	unfinished = err == nil && slices.ContainsFunc(found, func(u walk.Unfinished) bool { return record.Near(u.Reference, reference) })
	var entries []record.Entry
	for _, dir := range i.folders() {
		if more, err := record.List(i.FS, dir); err == nil { // or there is no folder yet
			entries = append(entries, more...)
		}
	}
	record.MarkCopies(entries)
	record.MarkReplaced(entries)
	for _, e := range record.Standing(entries) {
		was := slices.ContainsFunc(e.EarlierReferences(), func(was string) bool { return record.Near(was, reference) })
		if was || record.Near(e.Reference(), reference) {
			records = append(records, i.known(e, reference))
		}
	}
	return records, unfinished
}

func (i *Intakes) folders() []string {
	return disk.Folders(append([]string{i.Records}, i.Others...)...)
}

func (i *Intakes) known(e record.Entry, reference string) record.Known {
	k := record.Known{
		ID: e.Record.ID, At: e.Record.Time, Date: e.Record.Time.Format("2006-01-02 15:04"), Outcome: e.Record.Outcome, TakenBack: e.WithdrawnOn(),
	}
	if now := e.Reference(); now != reference {
		k.Reference, k.Corrected = now, len(e.EarlierReferences()) > 0
	}
	if dir := filepath.Dir(e.Path); dir != filepath.Clean(i.Records) {
		k.Folder = dir
	}
	return k
}

// Begin makes the folder of a new intake.
func (i *Intakes) Begin(reference string) (visit.Keeper, error) {
	dir, err := journal.NewUnfinished(i.FS, i.own(), reference, i.Random)
	if err != nil {
		return nil, err
	}
	keeper, _, _, err := i.Resume(dir)
	if err == nil {
		err = keeper.Begin()
	}
	if err != nil {
		err = errors.Join(err, i.Close())
		_, undo := i.Delete(dir)
		return nil, errors.Join(err, undo)
	}
	return keeper, nil
}

// ErrGone says that of an intake that was cut off nothing is left.
var ErrGone error = &plain.Told{Key: "intake_gone", Text: "it was handed over, finished or deleted in another window, and nothing of it is left here"}

// Resume opens the journal of an intake that was cut off.
func (i *Intakes) Resume(dir string) (k visit.Keeper, facts []walk.Fact, aside string, err error) {
	if err := i.Close(); err != nil {
		return nil, nil, "", err
	}
	if _, err := i.FS.Lstat(dir); disk.IsNone(err) {
		return nil, nil, "", ErrGone
	}
	j, opened, err := journal.Open(i.FS, dir)
	if err != nil {
		return nil, nil, "", err
	}
	i.open = &Folder{Options: i.Options, dir: dir, journal: j, noter: i.State, others: i.folders()}
	sweep(i.FS, opened.Facts)
	return i.open, opened.Facts, opened.SetAside, nil
}

// Delete erases an intake that was cut off. Found is false if nothing was there any more.
func (i *Intakes) Delete(dir string) (found bool, err error) {
	erased, err := Erase(i.FS, dir)
	return erased > 0, err
}

// Clear erases what was kept of the intake that goes on, and can be tried again. Found is
// false if what was written is not what was erased, since it was moved or replaced.
func (i *Intakes) Clear() (found bool, err error) {
	if i.open == nil {
		return true, nil
	}
	if i.clears == nil {
		stands := i.open.journal.Check()
		if stands != nil && !errors.Is(stands, journal.ErrMoved) {
			return false, stands
		}
		i.clears = &clearing{stood: !errors.Is(stands, disk.ErrMoved)}
	}
	// What cannot be closed can perhaps be erased all the same.
	err = i.open.Close()
	erased, undone := Erase(i.FS, i.open.dir)
	i.clears.erased += erased
	if err = errors.Join(err, undone); err != nil {
		return false, err
	}
	found = i.clears.stood && i.clears.erased > 0
	i.open, i.clears = nil, nil
	return found, nil
}

// Close gives the intake that goes on back.
func (i *Intakes) Close() error {
	if i.open == nil {
		return nil
	}
	open := i.open
	i.open, i.clears = nil, nil
	return open.Close()
}

// Copy puts the readable copies of a record into another folder as well, as a client gets
// them. A file that is there is never written over.
func (i *Intakes) Copy(path, folder string, g *content.Guide) (string, error) {
	switch info, err := i.FS.Stat(folder); {
	case errors.Is(err, fs.ErrNotExist), err == nil && !info.IsDir():
		return "", visit.ErrNoFolder
	case err != nil:
		return "", fmt.Errorf("look at the folder: %w", err)
	}
	saved := ledger.At(i.FS, path)
	if saved.Err != nil {
		return "", fmt.Errorf("read the record: %w", saved.Err)
	}
	to := filepath.Join(folder, strings.TrimSuffix(filepath.Base(path), ".json"))
	text, html := record.ForClient(saved.Record, g, saved.Told()...)
	err := i.give(to+".txt", text)
	if err == nil {
		err = i.give(to+".html", html)
	}
	if err != nil {
		return "", fmt.Errorf("write it: %w", err)
	}
	return to + ".txt", nil
}

// give writes a file that gets its name only when it is whole. One that is
// there and says the same is left as it is, since to copy can be tried again.
func (i *Intakes) give(path, text string) error {
	if there, err := i.FS.Read(path, record.MaxSize); err == nil && string(there) == text {
		return nil
	}
	return disk.PlaceNew(i.FS, path, []byte(text), false)
}
