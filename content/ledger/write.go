package ledger

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"firstsession/content/code"
	"firstsession/content/disk"
	"firstsession/content/journal"
	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/walk"
)

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
		for _, other := range merged.away() {
			if !merged.told[other] {
				facts = append(facts, walk.Fact{Time: facts[0].Time, Kind: away, Subject: other})
			}
		}
	}
	return errors.Join(b.add(facts), unread)
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
	return plain.IsA[*record.DamageError](err) || plain.IsA[*record.NewerError](err) || errors.Is(err, fs.ErrPermission)
}

// Erasing takes into the ledger that a record is to be erased. It comes before its
// files go: cut off between the two, the list says so, and never that it is missing.
func (b Book) Erasing(id string, now time.Time) error {
	return b.add([]walk.Fact{{Time: now, Kind: erased, Subject: id}})
}

// Erased takes into the ledger that all files of a record are gone.
func (b Book) Erased(id string, now time.Time) error {
	return b.add([]walk.Fact{{Time: now, Kind: gone, Subject: id}})
}

func (b Book) add(facts []walk.Fact) (err error) {
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
	if plain.IsA[*journal.DamageError](err) {
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

// writerName is that of the file which names the writer, in the user's state
// folder.
const writerName = "ledger-writer"

// Writer is the number of this user on this computer, which is made where there is
// none yet. It says nothing but that it is another than those of others.
func Writer(fsys disk.FS, state string, random io.Reader) (string, error) {
	path := filepath.Join(state, writerName)
	number, err := readWriter(fsys, path)
	if !errors.Is(err, fs.ErrNotExist) {
		return number, err
	}
	if number, err = code.Number(random, 8); err != nil {
		return "", err
	}
	err = disk.WriteLasting(fsys, path, []byte(number+"\n"))
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
	if !folderName().MatchString("ledger-" + number) {
		return "", fmt.Errorf("%s names no writer of a ledger", path)
	}
	return number, nil
}

// IsOwn reports whether a name in the user's state folder is the ledger's.
func IsOwn(name string) bool { return name == writerName }
