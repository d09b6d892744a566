// Package ledger keeps, in a folder of records, which records and additions to them
// there were: the number of each, its digest and its day, and nothing of anybody. Each writer,
// one user on one computer, has a file of its own there, in the journal's format,
// so that a folder which is synced by copying merges. No reference, no outcome
// and no name may come in.
package ledger

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"time"

	"firstsession/content/disk"
	"firstsession/content/journal"
	"firstsession/content/record"
	"firstsession/content/walk"
)

// The kinds of a ledger's lines. The subject of each is a number: of a record or an
// addition. A version before additions were noted passes their lines over.
const (
	noted  = "record"   // Data.Text is its digest
	added  = "addition" // so it is; Data.At is the number of its record
	erased = "erased"   // it is to go: said before its files do
	gone   = "gone"     // all its files went
	// cut has no record's number: it says how many lines were lost above it.
	cut = "cut"
	// beside has no record's number either: another writer's, whose ledger was there.
	beside = "beside"
	// away has it, too: that ledger was not there any more. It may be the writer's own,
	// which begins anew.
	away = "away"
)

// folderName is that of a writer's folder among the records.
var folderName = regexp.MustCompile(`^ledger-([0-9a-f]{16})$`)

// Book is one writer's ledger in a folder of records.
type Book struct {
	FS     disk.FS
	Dir    string // of the records
	Writer string // as Writer has it
	Shared bool   // the folder's group may read it
}

// Note takes into the ledger each record and addition in the folder that no ledger
// has yet: also what a note failed for before. It can be tried again.
func (b Book) Note() error {
	merged, err := Read(b.FS, b.Dir)
	if err != nil {
		return err
	}
	names, err := b.FS.ReadDir(b.Dir)
	if err != nil {
		return fmt.Errorf("note the records: %w", err)
	}
	var facts []walk.Fact
	var unread error
	for _, name := range names {
		fact, err := b.fact(name, merged)
		switch {
		case err == nil && fact.Subject != "":
			facts = append(facts, fact)
		case err != nil && !isOthers(err): // those are told by whoever lists the folder
			unread = errors.Join(unread, err)
		}
	}
	if len(facts) > 0 {
		for _, other := range merged.strangers(b.Writer) {
			facts = append(facts, walk.Fact{Time: facts[0].Time, Kind: beside, Subject: other})
		}
		for _, other := range merged.lost() {
			facts = append(facts, walk.Fact{Time: facts[0].Time, Kind: away, Subject: other})
		}
	}
	return errors.Join(b.append(facts), unread)
}

// fact is what there is to be noted of a file; without a subject if that is nothing.
func (b Book) fact(name string, merged Ledger) (walk.Fact, error) {
	path := filepath.Join(b.Dir, name)
	if id, of := record.AdditionIn(name); id != "" && !merged.has(id) {
		a, err := record.ReadAddition(b.FS, path)
		if err != nil || a.ID != id {
			return walk.Fact{}, err
		}
		return walk.Fact{Time: a.Time, Kind: added, Subject: id, Data: walk.Data{Text: a.Digest, At: of}}, nil
	}
	id := record.IDIn(name)
	if id == "" || merged.has(id) {
		return walk.Fact{}, nil
	}
	a, err := record.Read(b.FS, path)
	if err != nil || a.ID != id {
		return walk.Fact{}, err
	}
	return walk.Fact{Time: a.Time, Kind: noted, Subject: id, Data: walk.Data{Text: a.Digest}}, nil
}

// isOthers reports whether a record cannot be read since it is damaged, of a newer
// program, or another user's.
func isOthers(err error) bool {
	var damage *record.DamageError
	var newer *record.NewerError
	return errors.As(err, &damage) || errors.As(err, &newer) || errors.Is(err, fs.ErrPermission)
}

// Erasing takes into the ledger that a record is to be erased. It comes before its
// files go: cut off between the two, the list says so, and never that it is missing.
func (b Book) Erasing(id string, now time.Time) error {
	return b.append([]walk.Fact{{Time: now, Kind: erased, Subject: id}})
}

// Erased takes into the ledger that all files of a record are gone.
func (b Book) Erased(id string, now time.Time) error {
	return b.append([]walk.Fact{{Time: now, Kind: gone, Subject: id}})
}

func (b Book) append(facts []walk.Fact) (err error) {
	if len(facts) == 0 {
		return nil
	}
	dir := filepath.Join(b.Dir, "ledger-"+b.Writer)
	if facts, err = b.mend(dir, facts); err != nil {
		return err
	}
	j, found, err := journal.Open(b.FS, dir)
	if err != nil {
		return fmt.Errorf("open the ledger: %w", err)
	}
	defer func() { err = errors.Join(err, j.Close()) }()
	last := 0
	for _, f := range found.Facts {
		last = f.Seq
	}
	for i := range facts {
		facts[i].Seq = last + i + 1
	}
	if err := j.Append(facts...); err != nil {
		return fmt.Errorf("write into the ledger: %w", err)
	}
	if b.Shared || disk.IsShared(b.FS, b.Dir) {
		return errors.Join(b.FS.Share(dir), b.FS.Share(filepath.Join(dir, journal.FileName)))
	}
	return nil
}

// mend makes a ledger that is damaged one that can be written to, and puts before
// the facts to come what is to be kept of that: how many lines were lost. One with
// damage in it is set aside, and what stands above the damage is taken over.
func (b Book) mend(dir string, facts []walk.Fact) ([]walk.Fact, error) {
	was, lost, err := journal.Look(b.FS, filepath.Join(dir, journal.FileName))
	if damage := (*journal.DamageError)(nil); errors.As(err, &damage) {
		if _, err := journal.SetAside(b.FS, dir); err != nil {
			return nil, fmt.Errorf("open the ledger: %w", err)
		}
		facts, lost = slices.Concat(was, facts), 1
	}
	if lost > 0 {
		facts = slices.Insert(facts, 0, walk.Fact{Time: facts[0].Time, Kind: cut, Subject: strconv.Itoa(lost)})
	}
	return facts, nil
}

// Line is what the ledgers of a folder say of one record or addition.
type Line struct {
	ID, Digest string
	Of         string // the record that it was added to; empty for a record
	Day        time.Time
	Erased     bool // it was to be erased, in whichever ledger
	Gone       bool // and all its files went
	// place is, of each writer who noted it, where in their ledger: whatever they
	// noted behind it came later.
	place map[string]int
	// when it was last to be erased, and when its files last were gone
	erasing, gone time.Time
}

// Ledger is what all writers' ledgers in a folder say.
type Ledger struct {
	Lines    []Line // by day
	Any      bool   // there is a ledger, whether it can be read or not
	Troubles []Trouble
	byID     map[string]int
	// of each writer, whether a ledger is there, and in whose ledgers that is noted
	there map[string]bool
	known map[string][]string
	told  map[string]bool // that it is not there any more is noted, too
}

// strangers are the writers with a ledger here of which that of one says nothing.
func (l Ledger) strangers(writer string) []string {
	var all []string
	for _, other := range slices.Sorted(maps.Keys(l.there)) {
		if other != writer && !slices.Contains(l.known[other], writer) {
			all = append(all, other)
		}
	}
	return all
}

// lost are the writers whose ledgers are not here, of which nobody has noted that yet.
func (l Ledger) lost() []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(l.known)), func(writer string) bool { return l.there[writer] || l.told[writer] })
}

func (l Ledger) has(id string) bool { _, ok := l.byID[id]; return ok }

// Find is the line of a record.
func (l Ledger) Find(id string) (Line, bool) {
	i, ok := l.byID[id]
	if !ok {
		return Line{}, false
	}
	return l.Lines[i], true
}

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
		if found := folderName.FindStringSubmatch(name); found != nil {
			l.Any, l.there[found[1]] = true, true
			l.read(fsys, filepath.Join(dir, name), found[1], lines)
		}
	}
	for _, writer := range slices.Sorted(maps.Keys(l.known)) {
		if !l.there[writer] {
			l.Troubles = append(l.Troubles, Trouble{filepath.Join(dir, "ledger-"+writer), LostError{Away: true, Before: l.told[writer]}})
		}
	}
	for _, id := range slices.Sorted(maps.Keys(lines)) {
		l.Lines = append(l.Lines, *lines[id])
	}
	slices.SortStableFunc(l.Lines, func(a, b Line) int { return cmp.Or(a.Day.Compare(b.Day), cmp.Compare(a.ID, b.ID)) })
	l.byID = map[string]int{}
	for i, line := range l.Lines {
		l.byID[line.ID] = i
	}
	return l, nil
}

// read reads all files of one writer.
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

// take takes one fact into the lines.
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
	if line.place[writer] == 0 {
		line.place[writer] = place
	}
}

// Came reports whether a record that is not in the folder has been in it here:
// this writer noted it, or a later one of the same writer is here. Of any other
// it may be that it has not been synced yet.
func (l Ledger) Came(line Line, own string, here func(id string) bool) bool {
	if line.place[own] > 0 {
		return true
	}
	for _, other := range l.Lines {
		for writer, place := range line.place {
			if other.place[writer] > place && here(other.ID) {
				return true
			}
		}
	}
	return false
}
