package postgres

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"firstsession/content/disk"
	"firstsession/content/journal"
	"firstsession/content/record"
	"firstsession/content/store"
	"firstsession/content/walk"
)

// files are the records as a folder, so that whoever lists, adds and erases need not
// know where they are. It has no folders in it, and no locks. A file is there once it
// is synced.
type files struct{ store *Store }

const scheme = "postgres:"

// RecordFiles are those of records, as a folder with the name of where the database
// is, without who uses it.
func (s *Store) RecordFiles() (disk.FS, string) { return files{s}, s.dir() }

func (s *Store) dir() string { return filepath.FromSlash(scheme + s.name) }

// IsDir reports whether a folder's name is that of a database's records.
func IsDir(name string) bool { return strings.HasPrefix(name, scheme) }

func (f files) do(op, name string, w func(tx transaction) (there bool, err error)) error {
	return f.store.do(op+" a file in the database", func(tx transaction) error {
		there, err := w(tx)
		if err == nil && !there {
			err = answer{&fs.PathError{Op: op, Path: name, Err: fs.ErrNotExist}}
		}
		return err
	})
}

func base(name string) string { return path.Base(filepath.ToSlash(name)) }

func (f files) Create(name string) (disk.File, error) {
	if _, err := f.Stat(name); err == nil {
		return nil, &fs.PathError{Op: "create", Path: name, Err: fs.ErrExist}
	} else if !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	return &file{files: f, name: name}, nil
}

func (f files) Read(name string, limit int64) (data []byte, err error) {
	err = f.do("read", name, func(tx transaction) (there bool, err error) {
		data, there, err = saved(tx, base(name))
		return there, err
	})
	if err == nil && int64(len(data)) > limit {
		err = &fs.PathError{Op: "read", Path: name, Err: disk.ErrTooLong}
	}
	return data, err
}

func (f files) Link(name, second string) error {
	return f.do("link", name, func(tx transaction) (bool, error) {
		data, there, err := saved(tx, base(name))
		if there {
			err = saves(tx, record.File{Name: base(second), Data: data})
		}
		return there, err
	})
}

func (f files) Rename(name, to string) error {
	return f.do("rename", name, func(tx transaction) (bool, error) {
		err := tx.exec(`delete from records where name = $2 and exists (select from records where name = $1)`, base(name), base(to))
		if err != nil {
			return false, err
		}
		moved, err := tx.count("update records set name = $2 where name = $1", base(name), base(to))
		return moved > 0, err
	})
}

func (f files) Remove(name string) error {
	return f.do("remove", name, func(tx transaction) (bool, error) {
		removed, err := tx.count("delete from records where name = $1", base(name))
		return removed > 0, err
	})
}

func (f files) Stat(name string) (fs.FileInfo, error) {
	if filepath.Clean(name) == f.store.dir() {
		return info{name: base(name), mode: fs.ModeDir | 0o700}, nil
	}
	i := info{name: base(name), mode: 0o600}
	return i, f.do("look up", name, func(tx transaction) (bool, error) {
		err := tx.row("select length(data), made from records where name = $1", i.name).Scan(&i.size, &i.made)
		if errors.Is(err, pgx.ErrNoRows) {
			return false, nil
		}
		return true, err
	})
}

func (f files) ReadDir(name string) (names []string, err error) {
	err = f.do("list", name, func(tx transaction) (there bool, err error) {
		names, err = rowsOf(tx, pgx.RowTo[string], `select name from records order by name collate "C"`)
		return true, err
	})
	return names, err
}

func (f files) Lstat(name string) (fs.FileInfo, error) { return f.Stat(name) }

// What is done is committed, and who may read is the database's to say.
func (f files) SyncDir(string) error { return nil }
func (f files) Share(string) error   { return nil }

// There is no folder in it, no record ever changes, and nothing is held.
func (f files) Mkdir(name string) error               { return refused("mkdir", name) }
func (f files) Append(name string) (disk.File, error) { return nil, refused("append", name) }
func (f files) Lock(name string) (disk.File, error)   { return nil, refused("lock", name) }

func refused(op, name string) error {
	return &fs.PathError{Op: op, Path: name, Err: errors.ErrUnsupported}
}

type file struct {
	files
	name string
	data bytes.Buffer
}

func (f *file) Write(p []byte) (int, error)               { return f.data.Write(p) }
func (f *file) Truncate(int64) error                      { return errors.ErrUnsupported }
func (f *file) StandsAt(name string) (fs.FileInfo, error) { return f.Stat(name) }
func (f *file) Close() error                              { return nil }

func (f *file) Sync() error {
	return f.do("write", f.name, func(tx transaction) (bool, error) {
		return true, saves(tx, record.File{Name: base(f.name), Data: f.data.Bytes()})
	})
}

type info struct {
	name string
	size int64
	mode fs.FileMode
	made time.Time
}

func (i info) Name() string       { return i.name }
func (i info) Size() int64        { return i.size }
func (i info) Mode() fs.FileMode  { return i.mode }
func (i info) ModTime() time.Time { return i.made }
func (i info) IsDir() bool        { return i.mode.IsDir() }
func (i info) Sys() any           { return nil }

// Sign saves an acknowledgement: its files are the same, byte for byte, as in a
// folder. It does not while it cannot be kept that it is about to.
func (p *place) Sign(w walk.Walk, d record.Draft, _ string) (id, name string, err error) {
	d.Program, d.Random, d.Invited = p.Version, p.Random, p.invitation.Reference
	a, files, err := record.Make(w, d)
	if err != nil {
		return "", "", fmt.Errorf("save acknowledgement: %w", err)
	}
	name = record.FileName(a)
	err = d.Saving(a.ID, name)
	if err != nil && !errors.Is(err, journal.ErrTooMuch) && (p.holds || errors.Is(p.why, store.ErrClosed)) {
		return a.ID, name, fmt.Errorf("keep that a record is being saved: %w", err)
	}
	err = p.standing("save acknowledgement", func(tx transaction, _ row) error {
		for _, f := range files {
			if err := saves(tx, f); err != nil {
				return err
			}
		}
		return nil
	})
	return a.ID, name, err
}

// saves saves a file, unless it was saved already and the answer was lost. One that
// is there is never written over.
func saves(tx transaction, f record.File) error {
	added, err := tx.count("insert into records (name, data) values ($1, $2) on conflict do nothing", f.Name, f.Data)
	if err != nil || added > 0 {
		return err
	}
	there, _, err := saved(tx, f.Name)
	if err == nil && !bytes.Equal(there, f.Data) {
		err = answer{&fs.PathError{Op: "save", Path: f.Name, Err: fs.ErrExist}}
	}
	return err
}

func saved(tx transaction, name string) (data []byte, there bool, err error) {
	err = tx.row("select data from records where name = $1", name).Scan(&data)
	if errors.Is(err, pgx.ErrNoRows) {
		return nil, false, nil
	}
	return data, err == nil, err
}

// Settle finds out whether a record is there. One that was being saved is waited
// for, since the row of its invitation is locked until that is known.
func (p *place) Settle(id, name string) (there bool, err error) {
	err = p.do("look for a record", func(tx transaction) error {
		if _, err := lock(tx, p.digest); err != nil {
			return err
		}
		data, found, err := saved(tx, path.Base(name))
		if there = false; !found {
			return err
		}
		a, err := record.Decode(data)
		if err == nil && a.ID != id {
			err = errors.New("another record lies in its place")
		}
		if err != nil {
			return answer{err}
		}
		there = true
		return nil
	})
	return there, told(err)
}
