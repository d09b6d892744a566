// Package ledger keeps, in a folder of records, which records and additions to them
// there were: the number of each, its digest and its day, and nothing of anybody. Each writer,
// one user on one computer, has a file of its own there, in the journal's format,
// so that a folder which is synced by copying merges. No reference, no outcome
// and no name may come in.
package ledger

import (
	"cmp"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
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
	erased = "erased"
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

// writerName is that of the file which names the writer, in the user's state
// folder.
const writerName = "ledger-writer"

// Writer is the number of this user on this computer, which is made where there
// is none yet. It says nothing but that it is another than those of others.
func Writer(fsys disk.FS, state string, random io.Reader) (string, error) {
	path := filepath.Join(state, writerName)
	number, err := readWriter(fsys, path)
	if !errors.Is(err, fs.ErrNotExist) {
		return number, err
	}
	var made [8]byte
	if _, err := io.ReadFull(random, made[:]); err != nil {
		return "", fmt.Errorf("choose a number for the ledger: %w", err)
	}
	number = hex.EncodeToString(made[:])
	err = disk.MakeFolder(fsys, state)
	if err == nil {
		err = disk.WriteNew(fsys, path, []byte(number+"\n"))
	}
	if err == nil {
		err = fsys.SyncDir(state)
	}
	if errors.Is(err, fs.ErrExist) { // another window was first
		return readWriter(fsys, path)
	}
	if err != nil {
		return "", fmt.Errorf("name this computer to the ledger: %w", err)
	}
	return number, nil
}

// KnownWriter is the number of this user on this computer; empty if there is none
// yet.
func KnownWriter(fsys disk.FS, state string) (string, error) {
	number, err := readWriter(fsys, filepath.Join(state, writerName))
	if disk.IsNone(err) || errors.Is(err, fs.ErrPermission) {
		return "", nil
	}
	return number, err
}

func readWriter(fsys disk.FS, path string) (string, error) {
	data, err := fsys.Read(path, 100)
	if err != nil {
		return "", err
	}
	number := strings.TrimSpace(string(data))
	if !folderName.MatchString("ledger-" + number) {
		return "", fmt.Errorf("%s names no writer of a ledger", path)
	}
	return number, nil
}

// IsOwn reports whether a name in the user's state folder is the ledger's.
func IsOwn(name string) bool { return name == writerName }

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

// Erased takes into the ledger that a record is erased.
func (b Book) Erased(id string, now time.Time) error {
	return b.append([]walk.Fact{{Time: now, Kind: erased, Subject: id}})
}

func (b Book) append(facts []walk.Fact) (err error) {
	if len(facts) == 0 {
		return nil
	}
	dir := filepath.Join(b.Dir, "ledger-"+b.Writer)
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

// Line is what the ledgers of a folder say of one record or addition.
type Line struct {
	ID, Digest string
	Of         string // the record that it was added to; empty for a record
	Day        time.Time
	Writers    []string // who noted it, the first first
	Erased     bool
	// later says of each writer whether a record that they noted behind this one
	// is needed to tell that this one came, too.
	place map[string]int
}

// Ledger is what all writers' ledgers in a folder say.
type Ledger struct {
	Lines    []Line // by day
	Troubles []Trouble
	byID     map[string]int
}

// Trouble is a ledger that cannot be read.
type Trouble struct {
	Path string
	Err  error
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
// a sync may have made a second one. One that cannot be read hides no other.
func Read(fsys disk.FS, dir string) (Ledger, error) {
	names, err := fsys.ReadDir(dir)
	if disk.IsNone(err) {
		return Ledger{}, nil
	}
	if err != nil {
		return Ledger{}, fmt.Errorf("look for ledgers: %w", err)
	}
	var l Ledger
	lines := map[string]*Line{}
	for _, name := range names {
		found := folderName.FindStringSubmatch(name)
		if found == nil {
			continue
		}
		files, err := fsys.ReadDir(filepath.Join(dir, name))
		if err != nil {
			l.Troubles = append(l.Troubles, Trouble{filepath.Join(dir, name), err})
		}
		place := 0
		for _, file := range files {
			if filepath.Ext(file) != filepath.Ext(journal.FileName) {
				continue
			}
			path := filepath.Join(dir, name, file)
			facts, err := journal.Facts(fsys, path)
			if err != nil {
				l.Troubles = append(l.Troubles, Trouble{path, err})
			}
			for _, f := range facts {
				place++
				take(lines, f, found[1], place)
			}
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

// take takes one fact into the lines.
func take(lines map[string]*Line, f walk.Fact, writer string, place int) {
	if f.Kind != noted && f.Kind != added && f.Kind != erased {
		return // of a version to come
	}
	line := lines[f.Subject]
	if line == nil {
		line = &Line{ID: f.Subject, place: map[string]int{}}
		lines[f.Subject] = line
	}
	if f.Kind == erased {
		line.Erased = true
		if line.Day.IsZero() {
			line.Day = f.Time
		}
		return
	}
	line.Digest, line.Day, line.Of = f.Data.Text, f.Time, f.Data.At
	if line.place[writer] == 0 {
		line.Writers, line.place[writer] = append(line.Writers, writer), place
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
