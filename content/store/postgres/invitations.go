package postgres

import (
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"firstsession/content/code"
	"firstsession/content/journal"
	"firstsession/content/store"
	"firstsession/content/walk"
)

// Make is refused while another invitation for the same reference stands.
func (s *Store) Make(reference, group, language string, ends time.Time) (string, error) {
	reference, err := walk.CleanReference(reference)
	if err != nil {
		return "", err
	}
	words, err := code.New(s.Random)
	if err != nil {
		return "", err
	}
	digest := code.Digest(words)
	return words, s.do("make an invitation", func(tx transaction) error {
		// Of two that are made at once, one waits for the other.
		if err := tx.exec("select pg_advisory_xact_lock(hashtext($1))", reference); err != nil {
			return err
		}
		var other string
		var until time.Time
		err := tx.row(`select digest, ends from invitations
			where reference = $1 and not revoked and ends > clock_timestamp()`, reference).Scan(&other, &until)
		switch {
		case err == nil && other == digest:
			return nil // the answer was lost
		case err == nil:
			return answer{fmt.Errorf("%s has an invitation already, until %s; it can be revoked first", reference, store.LastDay(until))}
		case !errors.Is(err, pgx.ErrNoRows):
			return err
		}
		return tx.exec(`insert into invitations (digest, reference, "group", language, made, ends)
			values ($1, $2, $3, $4, clock_timestamp(), $5)`, digest, reference, group, language, ends)
	})
}

// List are all invitations by their references, the oldest of one first.
func (s *Store) List() (all []store.Invitation, err error) {
	scan := func(row pgx.CollectableRow) (i store.Invitation, err error) {
		return i, row.Scan(&i.Reference, &i.Group, &i.Language, &i.Made, &i.Ends, &i.Revoked)
	}
	err = s.do("list the invitations", func(tx transaction) (err error) {
		all, err = rowsOf(tx, scan, `select reference, "group", language, made, ends, revoked from invitations
			order by reference collate "C", made, digest`)
		return err
	})
	return all, err
}

// Revoke ends the invitations for a reference, and says how many there were.
func (s *Store) Revoke(reference string) (revoked int, err error) {
	err = s.do("revoke an invitation", func(tx transaction) error {
		done, err := tx.count("update invitations set revoked = true where reference = $1 and not revoked", reference)
		revoked = max(revoked, done) // it is none when the answer was lost
		return err
	})
	if err != nil {
		return 0, err
	}
	return revoked, s.Tidy()
}

// Tidy leaves what somebody has open just now until they have left.
func (s *Store) Tidy() error {
	return s.do("erase what has ended", func(tx transaction) error {
		digests, err := rowsOf(tx, pgx.RowTo[string], `update invitations set begun = false, last = 0, token = null, until = null, key = null
			where (revoked or ends <= clock_timestamp()) and (token is null or until <= clock_timestamp())
			and (begun or key is not null or exists (select from facts where invitation = digest)) returning digest`)
		if err == nil && len(digests) > 0 {
			err = tx.exec("delete from facts where invitation = any($1)", digests)
		}
		return err
	})
}

// row is what the row of an invitation says, while a transaction has it.
type row struct {
	store.Invitation
	begun, stands bool
	last          int
	token         string // of who was given it last; empty if they gave it back
	running       bool   // that lease has not ended
	key           []byte // that a word opens, if what is kept is locked
}

// lock reads the row of an invitation, and keeps others off it until the
// transaction ends: so also whoever looks what became of one whose answer was lost.
func lock(tx transaction, digest string) (r row, err error) {
	err = tx.row(`select reference, "group", language, made, ends, revoked, begun, last, coalesce(token, ''), key,
		not revoked and ends > clock_timestamp(), coalesce(until > clock_timestamp(), false)
		from invitations where digest = $1 for update`, digest).
		Scan(&r.Reference, &r.Group, &r.Language, &r.Made, &r.Ends, &r.Revoked, &r.begun, &r.last, &r.token, &r.key, &r.stands, &r.running)
	if errors.Is(err, pgx.ErrNoRows) {
		err = answer{store.ErrUnknown}
	}
	return r, err
}

// isFor reports whether who has a token may hold the lease: it is theirs, be it
// that it ended and nobody was given it since, or nobody else holds it.
func (r row) isFor(token string) bool { return r.token == token || r.token == "" || !r.running }

// Each reads each invitation, with what is kept under it.
func (s *Store) Each(do func(store.Whole) error) error {
	var digests []string
	err := s.do("list the invitations", func(tx transaction) (err error) {
		digests, err = rowsOf(tx, pgx.RowTo[string], "select digest from invitations order by made, digest")
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
	err = s.do("read what is kept", func(tx transaction) error {
		r, err := lock(tx, digest)
		switch {
		case err != nil:
			return err
		case r.begun && !r.isFor(""):
			return answer{fmt.Errorf("%s: %w", r.Reference, store.ErrOpen)}
		}
		w = store.Whole{Digest: digest, Invitation: r.Invitation, Begun: r.begun, Key: r.key}
		stored, err = factsOf(tx, digest, 0)
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
		lines = append(lines, fact{seq: f.Seq, format: journal.Format, line: string(line)})
	}
	return s.do("keep a copy", func(tx transaction) error {
		done, err := tx.count(`insert into invitations (digest, reference, "group", language, made, ends, revoked, begun, last, key)
			values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
			w.Digest, w.Reference, w.Group, w.Language, w.Made, w.Ends, w.Revoked, w.Begun, lastOf(lines), w.Key)
		if err != nil || done == 0 || len(lines) == 0 {
			return err // it is there, since an answer was lost
		}
		return insert(tx, w.Digest, lines)
	})
}
