package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"

	"firstsession/content/disk"
	"firstsession/content/journal"
	"firstsession/content/store"
)

// Each reads each invitation, with what is kept under it.
func (s *Store) Each(do func(store.Whole) error) error {
	var digests []string
	err := s.do("list the invitations", func(ctx context.Context, tx pgx.Tx) (err error) {
		digests, err = rowsOf(ctx, tx, pgx.RowTo[string], "select digest from invitations order by made, digest")
		return err
	})
	for _, digest := range digests {
		if err != nil {
			break
		}
		var w store.Whole
		if w, err = s.Get(digest); err == nil {
			err = do(w)
		}
	}
	return err
}

// Get reads one.
func (s *Store) Get(digest string) (w store.Whole, err error) {
	var stored []fact
	err = s.do("read what is kept", func(ctx context.Context, tx pgx.Tx) error {
		r, err := lock(ctx, tx, digest)
		switch {
		case err != nil:
			return err
		case r.begun && !r.isFor(""):
			return answer{store.ErrOpen}
		}
		w = store.Whole{Digest: digest, Invitation: r.Invitation, Begun: r.begun, Key: r.key}
		stored, err = factsOf(ctx, tx, digest, 0)
		return err
	})
	if err == nil {
		w.Facts, err = decodeAll(stored)
	}
	return w, err
}

// Put writes one.
func (s *Store) Put(w store.Whole) error {
	var lines []fact
	for _, f := range store.InFolder(w.Facts, "") {
		line, err := journal.Encode(f)
		if err != nil {
			return err
		}
		lines = append(lines, fact{f.Seq, journal.Format, string(line)})
	}
	return s.do("keep a copy", func(ctx context.Context, tx pgx.Tx) error {
		done, err := tx.Exec(ctx, `insert into invitations (digest, reference, "group", language, made, ends, revoked, begun, last, key)
			values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
			w.Digest, w.Reference, w.Group, w.Language, w.Made, w.Ends, w.Revoked, w.Begun, lastOf(lines), w.Key)
		if err != nil || done.RowsAffected() == 0 || len(lines) == 0 {
			return err // it is there, since an answer was lost
		}
		return insert(ctx, tx, w.Digest, lines)
	})
}

// RecordFiles are those of records, as a folder.
func (s *Store) RecordFiles() (disk.FS, string) { return s.Files(), s.Files().Dir() }
