package ledger

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"time"

	"firstsession/content/disk"
	"firstsession/content/journal"
	"firstsession/content/plain"
	"firstsession/content/walk"
)

// Read merges the ledgers in a folder of records: of each writer all files, since
// a sync may have made a second one. One that cannot be read hides no other, and
// of a damaged one there is what stands above the damage.
func Read(fsys disk.FS, dir string) (Ledger, error) {
	names, err := fsys.ReadDir(dir)
	if disk.IsNone(err) {
		return Ledger{}, nil
	}
	if err != nil {
		return Ledger{}, fmt.Errorf("look for ledgers: %w", err)
	}
	l := Ledger{there: map[string]bool{}, known: map[string][]string{}, told: map[string]bool{}}
	lines := map[string]*Line{}
	for _, name := range names {
		if found := folderName().FindStringSubmatch(name); found != nil {
			l.Any, l.there[found[1]] = true, true
			l.read(fsys, filepath.Join(dir, name), found[1], lines)
		}
	}
	for _, writer := range slices.Sorted(maps.Keys(l.known)) {
		if !l.there[writer] {
			l.Troubles = append(l.Troubles, Trouble{filepath.Join(dir, "ledger-"+writer), LostError{Away: true, Before: l.told[writer]}})
		}
	}
	l.Lines = plain.Each(slices.Sorted(maps.Keys(lines)), func(id string) Line { return *lines[id] })
	slices.SortStableFunc(l.Lines, func(a, b Line) int { return cmp.Or(a.Day.Compare(b.Day), cmp.Compare(a.ID, b.ID)) })
	l.byID = map[string]int{}
	for i, line := range l.Lines {
		l.byID[line.ID] = i
	}
	return l, nil
}

func (l *Ledger) read(fsys disk.FS, dir, writer string, lines map[string]*Line) {
	files, err := fsys.ReadDir(dir)
	if err != nil {
		l.Troubles = append(l.Troubles, Trouble{dir, err})
		return
	}
	if !slices.Contains(files, journal.FileName) {
		files = append(files, journal.FileName) // the lock may know of one
	}
	place := 0
	for _, file := range files {
		if filepath.Ext(file) != filepath.Ext(journal.FileName) {
			continue
		}
		path := filepath.Join(dir, file)
		facts, lost, err := journal.Look(fsys, path)
		if lost > 0 {
			err = LostError{Lines: lost}
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			l.Troubles = append(l.Troubles, Trouble{path, err})
		}
		if slices.ContainsFunc(facts, func(f walk.Fact) bool { return f.Kind == cut || f.Kind == away && f.Subject == writer }) {
			l.Troubles = append(l.Troubles, Trouble{path, LostError{Before: true}})
		}
		for _, f := range facts {
			switch place++; f.Kind {
			case beside:
				l.known[f.Subject] = append(l.known[f.Subject], writer)
			case away:
				l.told[f.Subject] = true
			}
			take(lines, f, writer, place)
		}
	}
}

func take(lines map[string]*Line, f walk.Fact, writer string, place int) {
	if !slices.Contains([]string{noted, added, erased, gone}, f.Kind) {
		return // of a version to come
	}
	line := lines[f.Subject]
	if line == nil {
		line = &Line{ID: f.Subject, Day: f.Time, place: map[string]int{}}
		lines[f.Subject] = line
	}
	switch f.Kind {
	case erased:
		line.Erased, line.erasing = true, slices.MaxFunc([]time.Time{line.erasing, f.Time}, time.Time.Compare)
	case gone:
		line.Erased, line.gone = true, slices.MaxFunc([]time.Time{line.gone, f.Time}, time.Time.Compare)
	}
	if line.Gone = line.Erased && !line.gone.Before(line.erasing); f.Kind != noted && f.Kind != added {
		return
	}
	line.Digest, line.Day, line.Of = f.Data.Text, f.Time, f.Data.At
	line.place[writer] = cmp.Or(line.place[writer], place)
}
