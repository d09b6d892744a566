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
	"firstsession/content/record"
	"firstsession/content/walk"
)

// Read merges the ledgers in a folder of records: of each writer all files, since a
// sync may have made a second one. Of a damaged one there is what stands above the
// damage.
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
	for _, writer := range l.away() {
		l.Troubles = append(l.Troubles, Trouble{filepath.Join(dir, "ledger-"+writer), LostError{Away: true, Before: l.told[writer]}})
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
	default:
		line.Digest, line.Day, line.Of = f.Data.Text, f.Time, f.Data.At
		line.place[writer] = cmp.Or(line.place[writer], place)
	}
	line.Gone = line.Erased && !line.gone.Before(line.erasing)
}

// List is record.List, where each record also misses the additions that the ledgers of
// the folder know: without them, one that was taken back would look signed. One that
// was erased, and is here again, says so. What is wrong with a ledger, Read says.
func List(fsys disk.FS, dir string) ([]record.Entry, error) {
	entries, err := record.List(fsys, dir)
	if err != nil || len(entries) == 0 {
		return entries, err
	}
	l, err := Read(fsys, dir)
	for _, line := range l.Lines {
		of, _ := l.Find(line.Of)
		for i := range entries {
			switch e := &entries[i]; {
			case e.Err != nil:
			case line.Of == "" && e.Record.ID == line.ID:
				e.Erased = line.Erased
			case line.Of != "" && e.Record.ID == line.Of && !line.Erased && !of.Erased:
				e.Missed = append(slices.Clip(e.Missed), line.ID)
			}
		}
	}
	return entries, err
}

// At reads the record in a file, with what came to it in its folder later.
func At(fsys disk.FS, path string) record.Entry {
	entries, err := List(fsys, filepath.Dir(path))
	if err != nil {
		entries = nil // the record can be read all the same
	}
	return record.In(fsys, entries, path)
}

// Trouble is a ledger of which something is lost, or that cannot be read.
type Trouble struct {
	Path string
	Err  error
}

// Damaged reports whether what a ledger said is lost, and whether nothing is left to
// mend: that was before the records in the folder were noted again.
func (t Trouble) Damaged() (damaged, before bool) {
	if lost, ok := errors.AsType[LostError](t.Err); ok {
		return true, lost.Before
	}
	return plain.IsA[*journal.DamageError](t.Err), false
}

// LostError says that lines of a ledger are lost.
type LostError struct {
	Lines  int
	Before bool // it was so when more was written, to it or in its place
	Away   bool // all of it is, and another ledger knows that it was there
}

// Told is its key in words.toml.
func (e LostError) Told() (key string, pairs []any) {
	switch {
	case e.Away:
		return "ledger_away", nil
	case e.Before:
		return "ledger_before", nil
	}
	return "ledger_lines", []any{"n", e.Lines}
}

func (e LostError) Error() string {
	if e.Away {
		return "it was beside another, and is not here: it was taken away, or has not been synced yet"
	}
	if e.Before {
		return "it was damaged before more was written to it, and what the lost lines said is not known; the records in the folder were noted again"
	}
	return fmt.Sprintf("lines at its end are gone or damaged (%d): it was cut or changed, or has not been synced whole yet", e.Lines)
}
