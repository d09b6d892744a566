package record

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"firstsession/content/disk"
	"firstsession/content/plain"
	"firstsession/content/words"
)

// additionPrefix begins the names of additions, which earlier versions pass over.
const additionPrefix = "addition-"

// AdditionIn is the number of an addition in the name that it was saved under, and
// that of its record; both are empty if that is no such name.
func AdditionIn(name string) (id, of string) {
	base, ok := strings.CutSuffix(name, recordEnd)
	parts := strings.Split(base, "-") // the word, a day of three, two numbers
	if !ok || len(parts) != 6 || parts[0]+"-" != additionPrefix || !isID(parts[4]) || !isID(parts[5]) {
		return "", ""
	}
	return parts[5], parts[4]
}

// IsAddition reports whether a path has the name of an addition.
func IsAddition(path string) bool {
	name := strings.ToLower(filepath.Base(path))
	return strings.HasPrefix(name, additionPrefix) && strings.HasSuffix(name, recordEnd)
}

// additionName sorts by date, and says to which record an addition belongs.
func additionName(a Addition) string {
	return additionPrefix + a.Time.Format("2006-01-02") + "-" + a.Record + "-" + a.ID + recordEnd
}

// Add puts an addition beside its record, and writes the copies to read anew that are
// there, so that they say it. With an error that fits ErrCopies, or an
// *OtherCopiesError, only a copy is behind. With any other there is no addition, as far
// as the disk allows.
func Add(fsys disk.FS, e Entry, a Addition, words *words.Words) (path string, err error) {
	path = filepath.Join(filepath.Dir(e.Path), additionName(a))
	data, err := Encode(a)
	if err == nil {
		err = disk.PlaceNew(fsys, path, data, e.Shared(fsys))
	}
	if err != nil {
		return "", fmt.Errorf("add to a record: %w", err)
	}
	e.Added = inOrder(append(slices.Clone(e.Added), a))
	return path, Renew(fsys, e, words)
}

// attach reads additions, and gives each to its record. Those that cannot be read, or
// whose record is not there, are entries of their own.
func attach(fsys disk.FS, entries []Entry, paths []string) []Entry {
	byID := map[string][]*Entry{}
	for i := range entries {
		if entries[i].Err == nil {
			byID[entries[i].Record.ID] = append(byID[entries[i].Record.ID], &entries[i])
		}
	}
	var others []Entry
	seen := map[string]bool{}
	for _, path := range paths {
		a, err := ReadAddition(fsys, path)
		if err == nil && seen[a.Digest] {
			continue // a copy
		}
		seen[a.Digest] = err == nil
		id, of := a.ID, a.Record
		if err != nil {
			id, of = AdditionIn(filepath.Base(path))
		}
		to := byID[of]
		if err == nil {
			err = belongs(a, to, entries)
		}
		for _, e := range to {
			if err == nil {
				e.Added = append(e.Added, a)
			} else {
				e.Missed = append(e.Missed, id)
			}
		}
		if err != nil {
			others = append(others, Entry{Path: path, Err: err})
		}
	}
	for i := range entries {
		inOrder(entries[i].Added)
	}
	return others
}

// ErrNoRecord says that an addition is there, and its record is not, or is not whole.
// Where a folder is synced, the record may still come.
var ErrNoRecord = errors.New("it is an addition")

// belongs says why an addition is none of its record's, wherever that lies.
func belongs(a Addition, to []*Entry, entries []Entry) error {
	if len(to) > 0 && to[0].Record.Digest == a.RecordDigest {
		return nil
	}
	if len(to) > 0 {
		return damage("the record that it belongs to says something else")
	}
	for _, e := range entries {
		if name := filepath.Base(e.Path); e.Err != nil && strings.Contains(name, a.Record) {
			return plain.Hidden{As: plain.Tell("addition_of_broken", "it is an addition to {file}, which cannot be read whole", "file", name), Cause: ErrNoRecord}
		}
	}
	return plain.Hidden{As: plain.Tell("addition_without", "it is an addition to the record {id}, which is not in this folder", "id", a.Record), Cause: ErrNoRecord}
}

// Reference is the client's, as it was corrected last; empty if the record has none.
func (e Entry) Reference() string {
	all := e.references()
	return all[len(all)-1]
}

// EarlierReferences are those that were corrected.
func (e Entry) EarlierReferences() []string {
	all := e.references()
	return all[:len(all)-1]
}

// references are all that the client had, in order.
func (e Entry) references() []string {
	return append([]string{e.Record.reference()}, plain.Some(e.Counts(), func(a Addition) (string, bool) {
		return a.Reference, a.Kind == Corrected
	})...)
}

// WithdrawnOn is the day on which the client took it back; empty if they did not.
func (e Entry) WithdrawnOn() string { return e.last(Withdrawn).Day }

// PaperOn is the day on which the same was signed with ink; empty if it was not.
func (e Entry) PaperOn() string { return e.last(OnPaper).Day }

// ToDo is what was to be done and is not done yet, the first due first.
func (e Entry) ToDo() []Addition {
	added := e.Counts()
	done := plain.Some(added, func(a Addition) (string, bool) { return a.Of, a.Kind == Done })
	left := plain.Only(added, func(a Addition) bool { return a.Kind == ToDo && !slices.Contains(done, a.ID) })
	slices.SortStableFunc(left, func(a, b Addition) int { return strings.Compare(a.Day, b.Day) })
	return left
}

// Countersigners are all who countersigned, the first first.
func (e Entry) Countersigners() []string {
	var names []string
	if c := e.Record.Countersignature; c != nil {
		names = append(names, c.Name)
	}
	return append(names, plain.Some(e.Counts(), func(a Addition) (string, bool) { return a.Name, a.Kind == Countersigned })...)
}

// Said says an addition to a reader.
func (a Addition) Said(words words.Record) string {
	form := map[Kind]string{
		Withdrawn: words.AddedWithdrawn, ToDo: words.AddedTodo, Done: words.AddedDone,
		Countersigned: words.AddedSigned, Corrected: words.AddedReference, OnPaper: words.AddedPaper,
		Replaced: words.AddedReplaced, InDoubt: words.AddedDoubt, lost: words.AddedLost,
	}[a.Kind]
	return plain.Fill(form, "date", date(a.Time), "day", a.Day, "text", a.Text, "name", strings.TrimRight(a.Name, "."), "reference", a.Reference, "id", cmp.Or(a.Of, a.ID))
}
