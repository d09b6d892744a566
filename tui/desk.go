package tui

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"regexp"
	"strings"

	"firstsession/content"
	"firstsession/content/disk"
	"firstsession/content/journal"
	"firstsession/content/page"
	"firstsession/content/record"
	"firstsession/content/visit"
	"firstsession/content/walk"
)

// desk is where a clinician's intakes are on the disk: all of them in the
// folder of the records, and nothing anywhere else.
type desk struct {
	fsys    disk.FS
	records string
	version string
	words   content.Words // of the copies
	open    *store        // of the intake that goes on; nil if none does
	clears  *clearing     // of it; nil until that is begun
}

// clearing is how far the erasing of an intake is.
type clearing struct {
	stood  bool // its file was the one that was written to
	erased int
}

// Unfinished are the intakes that were cut off. One of which nothing was kept,
// not even its form, cannot be gone on with, and is erased.
func (d *desk) Unfinished() ([]page.Unfinished, error) {
	found, err := journal.FindUnfinished(d.fsys, d.records)
	if err != nil {
		return nil, err
	}
	var all []page.Unfinished
	for _, u := range found {
		if u.Last.IsZero() && u.Err == nil && !u.InUse {
			if _, err := d.Delete(u.Dir); err == nil {
				continue
			}
			u.InUse = true // another window is about to begin it
		}
		one := page.Unfinished{Dir: u.Dir, Reference: u.Reference, Last: u.Last, InUse: u.InUse}
		if u.Err != nil {
			one.Damage = u.Err.Error()
		}
		all = append(all, one)
	}
	return all, nil
}

// referenceIn finds the reference in the name of a record or of an intake that
// was cut off.
var referenceIn = regexp.MustCompile(`^(?:acknowledgement-\d{4}-\d\d-\d\d|\.unfinished)-(.+)-[0-9a-f]{16}(?:\.json)?$`)

// Known says whether a reference stands in the name of a record or of an
// intake that was cut off.
func (d *desk) Known(reference string) bool {
	names, err := d.fsys.ReadDir(d.records)
	if err != nil {
		return false // there is no folder yet
	}
	for _, name := range names {
		if referenceIn.FindStringSubmatch(name) != nil && referenceIn.FindStringSubmatch(name)[1] == reference {
			return true
		}
	}
	return false
}

// Begin makes the folder of a new intake.
func (d *desk) Begin(reference string) (visit.Keeper, error) {
	dir, err := journal.NewUnfinished(d.fsys, d.records, reference, rand.Reader)
	if err != nil {
		return nil, err
	}
	keeper, _, _, err := d.Resume(dir)
	if err == nil {
		err = keeper.Begin()
	}
	if err != nil {
		err = errors.Join(err, d.Close())
		_, undo := d.Delete(dir)
		return nil, errors.Join(err, undo)
	}
	return keeper, nil
}

// Resume opens the journal of an intake that was cut off.
func (d *desk) Resume(dir string) (k visit.Keeper, facts []walk.Fact, aside string, err error) {
	if err := d.Close(); err != nil {
		return nil, nil, "", err
	}
	j, opened, err := journal.Open(d.fsys, dir)
	if err != nil {
		return nil, nil, "", err
	}
	d.open = &store{fsys: d.fsys, dir: dir, folder: d.records, version: d.version, journal: j}
	sweep(d.fsys, opened.Facts)
	return d.open, opened.Facts, opened.SetAside, nil
}

// Delete erases an intake that was cut off. Found is false if nothing of it
// was there any more.
func (d *desk) Delete(dir string) (found bool, err error) {
	erased, err := journal.Erase(d.fsys, dir, settleAll(d.fsys))
	return erased > 0, err
}

// Clear erases what was kept of the intake that goes on. If it fails, it can be
// tried again. Found is false if what was written is not what was erased, since
// it was moved or replaced.
func (d *desk) Clear() (found bool, err error) {
	if d.open == nil {
		return true, nil
	}
	if d.clears == nil {
		stands := d.open.check()
		if stands != nil && !errors.Is(stands, journal.ErrMoved) {
			return false, stands
		}
		d.clears = &clearing{stood: stands == nil}
	}
	// What cannot be closed can perhaps be erased all the same.
	err = d.open.Close()
	erased, undone := journal.Erase(d.fsys, d.open.dir, settleAll(d.fsys))
	d.clears.erased += erased
	if err = errors.Join(err, undone); err != nil {
		return false, err
	}
	found = d.clears.stood && d.clears.erased > 0
	d.open, d.clears = nil, nil
	return found, nil
}

// Close gives the intake that goes on back.
func (d *desk) Close() error {
	if d.open == nil {
		return nil
	}
	open := d.open
	d.open, d.clears = nil, nil
	return open.Close()
}

// Copy puts the readable copies of a record into another folder as well. A
// file that is there is never written over.
func (d *desk) Copy(path, folder string) (string, error) {
	switch info, err := d.fsys.Stat(folder); {
	case errors.Is(err, fs.ErrNotExist), err == nil && !info.IsDir():
		return "", visit.ErrNoFolder
	case err != nil:
		return "", fmt.Errorf("look at the folder: %w", err)
	}
	saved, err := record.Read(d.fsys, path)
	if err != nil {
		return "", fmt.Errorf("read the record: %w", err)
	}
	to := filepath.Join(folder, strings.TrimSuffix(filepath.Base(path), ".json"))
	err = d.give(to+".txt", record.CopyText(saved, d.words))
	if err == nil {
		err = d.give(to+".html", record.CopyHTML(saved, d.words))
	}
	if err == nil {
		err = d.fsys.SyncDir(folder)
	}
	if err != nil {
		return "", fmt.Errorf("write it: %w", err)
	}
	return to + ".txt", nil
}

// give writes a file that gets its name only when it is whole. One that is
// there and says the same is left as it is, since to copy can be tried again.
func (d *desk) give(path, text string) error {
	if there, err := d.fsys.Read(path, record.MaxSize); err == nil && string(there) == text {
		return nil
	}
	temp := path + ".tmp"
	if err := disk.RemoveAny(d.fsys, temp); err != nil { // of a copy that was cut off
		return err
	}
	if err := disk.WriteNew(d.fsys, temp, []byte(text)); err != nil {
		return err
	}
	return errors.Join(disk.Place(d.fsys, temp, path), disk.RemoveAny(d.fsys, temp))
}
