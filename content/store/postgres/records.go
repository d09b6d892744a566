package postgres

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"

	"github.com/jackc/pgx/v5"

	"firstsession/content/journal"
	"firstsession/content/record"
	"firstsession/content/store"
	"firstsession/content/walk"
)

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
	err = p.standing("save acknowledgement", func(ctx context.Context, tx pgx.Tx, _ row) error {
		for _, f := range files {
			if err := saves(ctx, tx, f); err != nil {
				return err
			}
		}
		return nil
	})
	return a.ID, name, err
}

// saves saves a file, unless it was saved already and the answer was lost. One that
// is there is never written over.
func saves(ctx context.Context, tx pgx.Tx, f record.File) error {
	done, err := tx.Exec(ctx, "insert into records (name, data) values ($1, $2) on conflict do nothing", f.Name, f.Data)
	if err != nil || done.RowsAffected() > 0 {
		return err
	}
	var there []byte
	err = tx.QueryRow(ctx, "select data from records where name = $1", f.Name).Scan(&there)
	if err == nil && !bytes.Equal(there, f.Data) {
		err = answer{&fs.PathError{Op: "save", Path: f.Name, Err: fs.ErrExist}}
	}
	return err
}

// saved is what a file holds, if it is there.
func saved(ctx context.Context, tx pgx.Tx, name string) (data []byte, there bool, err error) {
	err = tx.QueryRow(ctx, "select data from records where name = $1", name).Scan(&data)
	if errors.Is(err, pgx.ErrNoRows) {
		return nil, false, nil
	}
	return data, err == nil, err
}

// Settle finds out whether a record is there. One that was being saved is waited
// for, since the row of its invitation is locked until that is known.
func (p *place) Settle(id, name string) (there bool, err error) {
	err = p.do("look for a record", func(ctx context.Context, tx pgx.Tx) error {
		if _, err := lock(ctx, tx, p.digest); err != nil {
			return err
		}
		data, found, err := saved(ctx, tx, path.Base(name))
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
