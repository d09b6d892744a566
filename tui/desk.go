package tui

import (
	"crypto/rand"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"firstsession/content/disk"
	"firstsession/content/journal"
	"firstsession/content/record"
	"firstsession/content/walk"
	"firstsession/tui/intake"
	"firstsession/tui/visit"
)

// desk is where a clinician's intakes are on the disk: all of them in the
// folder of the records, and nothing anywhere else.
type desk struct {
	fsys    disk.FS
	records string
	version string
	open    *store // of the intake that goes on; nil if none does
}

// Unfinished are the intakes that were cut off.
func (d *desk) Unfinished() ([]intake.Unfinished, error) {
	found, err := journal.FindUnfinished(d.fsys, d.records)
	if err != nil {
		return nil, err
	}
	var all []intake.Unfinished
	for _, u := range found {
		one := intake.Unfinished{Dir: u.Dir, Reference: u.Reference, Last: u.Last, InUse: u.InUse}
		if u.Err != nil {
			one.Damage = u.Err.Error()
		}
		all = append(all, one)
	}
	return all, nil
}

// Known says whether a reference stands in the name of a record or of an
// intake that was cut off.
func (d *desk) Known(reference string) bool {
	names, err := d.fsys.ReadDir(d.records)
	if err != nil {
		return false // there is no folder yet
	}
	for _, name := range names {
		if strings.Contains(name, "-"+reference+"-") && !strings.HasSuffix(name, ".txt") {
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
	keeper, _, err := d.Resume(dir)
	if err == nil {
		err = keeper.Begin()
	}
	return keeper, err
}

// Resume opens the journal of an intake that was cut off.
func (d *desk) Resume(dir string) (visit.Keeper, []walk.Fact, error) {
	if err := d.Close(); err != nil {
		return nil, nil, err
	}
	j, opened, err := journal.Open(d.fsys, dir)
	if err != nil {
		return nil, nil, err
	}
	d.open = &store{fsys: d.fsys, dir: dir, folder: d.records, version: d.version, journal: j}
	return d.open, opened.Facts, nil
}

// Delete erases an intake that was cut off.
func (d *desk) Delete(dir string) error {
	_, err := journal.Erase(d.fsys, dir)
	return err
}

// Clear erases what was kept of the intake that goes on.
func (d *desk) Clear() error {
	if d.open == nil {
		return nil
	}
	dir := d.open.dir
	if err := d.Close(); err != nil {
		return err
	}
	return d.Delete(dir)
}

// Close gives the intake that goes on back.
func (d *desk) Close() error {
	if d.open == nil {
		return nil
	}
	open := d.open
	d.open = nil
	return open.Close()
}

// copied are the endings of the readable copies, the one to read first.
var copied = []string{".txt", ".html"}

// Copy puts the readable copies of a record into another folder as well. One
// that is there is never written over.
func (d *desk) Copy(path, folder string) (string, error) {
	if path == "" {
		return "", errors.New("there is no record yet")
	}
	if info, err := d.fsys.Stat(folder); err != nil || !info.IsDir() {
		return "", visit.ErrNoFolder
	}
	from := strings.TrimSuffix(path, ".json")
	to := filepath.Join(folder, filepath.Base(from))
	for _, ending := range copied {
		data, err := d.fsys.Read(from+ending, record.MaxSize)
		if err != nil {
			return "", fmt.Errorf("read the copy in the records folder: %w", err)
		}
		if err := disk.WriteNew(d.fsys, to+ending, data); err != nil {
			return "", fmt.Errorf("write it: %w", err)
		}
	}
	return to + copied[0], nil
}
