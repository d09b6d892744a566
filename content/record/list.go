package record

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"firstsession/content/disk"
	"firstsession/content/plain"
	"firstsession/content/walk"
)

// Entry is a record in a folder. Where it cannot be read, Err says why, as Read
// does, and there is only its path.
type Entry struct {
	Path   string
	Record Record
	Err    error
	CopyOf string     // the path of the record that this is a copy of; empty if it is none
	Added  []Addition // what was added to it, the first first
	// Missed are the numbers of additions to it that could not be read, or that a ledger
	// knows and that are not here; Erased is of one that a ledger notes as erased.
	Missed []string
	Erased bool
}

// Lost are the additions that are missed, each once, and that no other folder has.
func (e Entry) Lost() []string {
	missed := slices.Compact(slices.Sorted(slices.Values(e.Missed)))
	return slices.DeleteFunc(missed, func(id string) bool {
		return slices.ContainsFunc(e.Added, func(a Addition) bool { return a.ID == id })
	})
}

// Told is what a copy to read says was added: of what is lost, that it is.
func (e Entry) Told() []Addition {
	return append(slices.Clip(e.Added), plain.Each(e.Lost(), func(id string) Addition { return Addition{ID: id, Kind: lost} })...)
}

// Shared reports whether others may read the record, and so what is put beside it.
func (e Entry) Shared(fsys disk.FS) bool {
	info, err := fsys.Stat(e.Path)
	return err == nil && info.Mode()&0o040 != 0
}

// List reads all records in a folder by date, under whatever name a copy has that was
// made of one, each with what was added to it. Additions that cannot be read, or without
// a record, come behind.
func List(fsys disk.FS, dir string) ([]Entry, error) {
	names, err := fsys.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("list the records: %w", err)
	}
	var entries []Entry
	var additions []string
	for _, name := range names {
		lower, path := strings.ToLower(name), filepath.Join(dir, name)
		switch {
		case strings.HasPrefix(name, ".") || !strings.HasSuffix(lower, recordEnd):
		case IsAddition(name):
			additions = append(additions, path)
		default:
			e := Entry{Path: path}
			e.Record, e.Err = Read(fsys, path)
			// Of what has another name, only a record is one, and an addition one.
			if e.Err == nil || IsRecordName(name) {
				entries = append(entries, e)
			} else if _, err := ReadAddition(fsys, path); err == nil {
				additions = append(additions, path)
			}
		}
	}
	MarkCopies(entries)
	slices.SortStableFunc(entries, func(a, b Entry) int {
		return cmp.Or(a.date().Compare(b.date()), cmp.Compare(a.CopyOf, b.CopyOf), cmp.Compare(a.Path, b.Path))
	})
	others := attach(fsys, entries, additions)
	MarkReplaced(entries)
	return append(entries, others...), nil
}

// LoneCopies are the names of the records in a folder of which there are copies to
// read, and that are not there under them, each with those copies. Others are copies
// under names that no record gives its own, as a sync makes them where it meets two.
func LoneCopies(fsys disk.FS, dir string) (lone map[string][]string, others []string, err error) {
	names, err := fsys.ReadDir(dir)
	if disk.IsNone(err) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, fmt.Errorf("look for copies: %w", err)
	}
	lone = map[string][]string{}
	for _, name := range names {
		lower := strings.ToLower(name)
		switch of := CopyName(name); {
		case of != "" && !slices.Contains(names, of):
			lone[of] = append(lone[of], name)
		case of == "" && strings.Contains(lower, namePrefix) && (strings.HasSuffix(lower, textEnd) || strings.HasSuffix(lower, pageEnd)):
			others = append(others, name)
		}
	}
	return lone, others, nil
}

// CopyName is the name of the record that a file is a copy to read of, by the file's
// own name; empty if it is none.
func CopyName(name string) string {
	stem := strings.TrimSuffix(strings.TrimSuffix(name, textEnd), pageEnd)
	return plain.Either(stem == name || IDIn(stem+recordEnd) == "", "", stem+recordEnd)
}

// InName are the day, the reference and the number of a record in the name that it was
// saved under; all are empty if that is no such name, and the reference where it has none.
func InName(name string) (day, reference, id string) {
	base, isRecord := strings.CutSuffix(name, recordEnd)
	said, ours := strings.CutPrefix(base, namePrefix)
	at := strings.LastIndex(said, "-")
	if id = said[at+1:]; !isRecord || !ours || !isID(id) {
		return "", "", ""
	}
	said = said[:max(0, at)]
	day = said[:min(len(said), len(time.DateOnly))]
	if _, err := time.Parse(time.DateOnly, day); err != nil {
		return "", "", id
	}
	return day, strings.TrimPrefix(said[len(day):], "-"), id
}

// IsRecordName reports whether a file has a name that only a record has, or a copy.
func IsRecordName(name string) bool {
	lower := strings.ToLower(name)
	return strings.HasSuffix(lower, recordEnd) && strings.Contains(lower, namePrefix)
}

// IsOf reports whether a file has the name of a record, of one of its copies to read
// or of an addition.
func IsOf(name string) bool { return strings.HasPrefix(name, namePrefix) || IsAddition(name) }

// IDIn is the number alone.
func IDIn(name string) string {
	_, _, id := InName(name)
	return id
}

// In is the record in a file, with what came to it later, where the entries of its
// folder are known.
func In(fsys disk.FS, entries []Entry, path string) Entry {
	for _, e := range entries {
		if filepath.Base(e.Path) == filepath.Base(path) {
			e.Path = path
			return e
		}
	}
	e := Entry{Path: path} // under a name that no list has
	e.Record, e.Err = Read(fsys, path)
	for _, other := range entries {
		if e.Err == nil && other.Err == nil && other.Record.Digest == e.Record.Digest {
			e.takeAdded(other)
		}
	}
	return e
}

// Standing are the whole records among entries that are no copies, and whose
// place no other takes.
func Standing(entries []Entry) []Entry {
	return plain.Only(entries, func(e Entry) bool { return e.Err == nil && e.CopyOf == "" && e.ReplacedBy() == "" })
}

// MarkCopies marks, of the records that share an id, all as copies of the one that has
// the name which it was saved under, or is the first. What says something else is damaged.
func MarkCopies(entries []Entry) {
	first := map[string]*Entry{}
	for i := range entries {
		e := &entries[i]
		if was := first[e.Record.ID]; e.Err == nil && (was == nil || e.named() && !was.named()) {
			first[e.Record.ID] = e
		}
	}
	for i := range entries {
		e := &entries[i]
		of := first[e.Record.ID]
		switch {
		case e.Err != nil, filepath.Clean(of.Path) == filepath.Clean(e.Path):
		case of.Record.Digest == e.Record.Digest:
			e.CopyOf = of.Path
			of.takeAdded(*e)
		default:
			e.Err = damage("it has the id of %s, and says something else", filepath.Base(of.Path))
		}
	}
}

// takeAdded takes over what was added to a copy: no withdrawal is lost because another
// has none.
func (e *Entry) takeAdded(from Entry) {
	e.Missed = append(slices.Clip(e.Missed), from.Missed...)
	for _, a := range from.Added {
		if !slices.ContainsFunc(e.Added, func(b Addition) bool { return a.ID == b.ID && a.Of == b.Of }) {
			e.Added = inOrder(append(slices.Clip(e.Added), a))
		}
	}
}

func (e *Entry) named() bool { return filepath.Base(e.Path) == FileName(e.Record) }

// date is when a record was made, or of one that cannot be read, the day that its name
// says.
func (e Entry) date() time.Time {
	if e.Err == nil {
		return e.Record.Time
	}
	_, name, _ := strings.Cut(strings.ToLower(filepath.Base(e.Path)), namePrefix)
	day, _ := time.Parse(time.DateOnly, name[:min(len(name), len(time.DateOnly))])
	return day
}

// Answered are the statements that have a certain answer.
func (a Record) Answered(answer walk.Answer) []Statement {
	return plain.Only(a.Statements, func(s Statement) bool { return s.Answer == answer })
}

// HasAnswers reports whether a record has the answer to any promise. Where a client
// did not sign, there may have been some that it does not have.
func (a Record) HasAnswers() bool { return len(a.Answered(walk.Unanswered)) < len(a.Statements) }

// Agrees reports whether anything was agreed to in a record.
func (a Record) Agrees() bool { return len(a.Answered(walk.Agree)) > 0 }

// Lacks reports whether a promise that the practice needs is not agreed to.
func (a Record) Lacks() bool {
	return slices.ContainsFunc(a.Statements, func(s Statement) bool { return s.Needed && s.Answer != walk.Agree })
}
