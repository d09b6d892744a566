package store

import (
	"errors"
	"path/filepath"
	"slices"

	"firstsession/content"
	"firstsession/content/disk"
	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/walk"
	"firstsession/content/words"
)

// tell tells what is still to be told of a record that was replaced. It waits for
// nobody who has the folder of that one: it is told with what is kept next, or when
// all is given back.
func (f *Folder) tell() {
	if f.untold == nil {
		return
	}
	if f.unnoted = f.untold(); !errors.Is(f.unnoted, record.ErrHeld) {
		f.untold = nil
	}
}

// tellReplaced lets what lies beside a record say that a new one has taken its
// place: its copies to read; and an addition, where the two lie in folders apart, so
// that a look into one of them tells it. The new record is saved whatever becomes of
// that, and a copy that is behind is told by whoever verifies.
func (f *Folder) tellReplaced(w walk.Walk, now record.Record, path string) error {
	if now.Supersedes == "" {
		return nil
	}
	dirs := append([]string{filepath.Dir(path)}, f.others...)
	if before, ok := w.Signed(); ok {
		dirs = append(dirs, filepath.Dir(before.Path))
	}
	for _, dir := range disk.Folders(dirs...) {
		entries, err := record.List(f.FS, dir)
		if err != nil {
			continue // it may be a stick that is not in
		}
		if !slices.ContainsFunc(entries, func(e record.Entry) bool { return e.Err == nil && e.Record.ID == now.Supersedes }) {
			continue
		}
		return record.Holding(f.FS, dir, func() error { return f.tellIn(dir, w, now) })
	}
	return nil
}

func (f *Folder) tellIn(dir string, w walk.Walk, now record.Record) error {
	entries, err := record.List(f.FS, dir)
	if err != nil {
		return err
	}
	standing := record.Standing(entries)
	for i, e := range append(standing, entries...) {
		if e.Err != nil || e.Record.ID != now.Supersedes {
			continue
		}
		said := wordsFor(w.Guide(), e.Record.Guide.Language)
		if i >= len(standing) { // its folder knows already
			return unlessOther(record.Renew(f.FS, e, said))
		}
		a, err := record.NewAddition(e.Record, record.Addition{Kind: record.Replaced, Of: now.ID, Time: now.Time, Program: f.Version}, f.Random, e.Added...)
		if err == nil {
			_, err = record.Add(f.FS, e, a, said)
		}
		return unlessOther(err)
	}
	return nil
}

// unlessOther is an error, but that somebody wrote in a copy, which stays: the record
// and the list say what the copy does not.
func unlessOther(err error) error {
	return plain.Either(plain.IsA[*record.OtherCopiesError](err), nil, err)
}

// wordsFor are the words of a record's language: the guide's, or those built in.
func wordsFor(g *content.Guide, language string) *words.Words {
	if g.Language == language {
		return g.Words
	}
	other, err := content.LoadToRead(content.Embedded(), language)
	if err != nil {
		return g.Words
	}
	return other.Words
}
