package postgres

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"firstsession/content/plain"
	"firstsession/content/store"
)

// work is done in one transaction. It may be called again when the answer to a
// COMMIT was lost, so it looks by itself for what it has done already.
type work func(tx transaction) error

// transaction is one that is open, for as long as it may take.
type transaction struct {
	ctx context.Context
	tx  pgx.Tx
}

func (t transaction) exec(statement string, args ...any) error {
	_, err := t.count(statement, args...)
	return err
}

// count is exec, and says how many rows it was about.
func (t transaction) count(statement string, args ...any) (rows int, err error) {
	done, err := t.tx.Exec(t.ctx, statement, args...)
	return int(done.RowsAffected()), err
}

func (t transaction) row(query string, args ...any) pgx.Row {
	return t.tx.QueryRow(t.ctx, query, args...)
}

// do does work, as often as it takes within the patience. An error says that it is
// not done, as far as can be known; where it is done all the same, the next try
// finds it.
func (s *Store) do(what string, w work) error {
	began, limit := s.Now(), s.limit()
	pause := 5 * time.Millisecond
	for {
		err := s.once(context.Background(), limit-s.Now().Sub(began), w)
		if err == nil || isAnswer(err) {
			s.down.Store(nil)
			if err != nil {
				return fmt.Errorf("%s: %w", what, err)
			}
			return nil
		}
		if s.Now().Sub(began)+pause >= limit {
			s.down.Store(new(s.Now()))
			return fmt.Errorf("%s: %w", what, awayError{err})
		}
		time.Sleep(pause) //nolint:forbidigo // within the patience that is handed in
		pause *= 2
	}
}

// limit is how long the database may take. One that did not answer just before is
// not waited for that long again.
func (s *Store) limit() time.Duration {
	if since := s.down.Load(); since != nil && s.Now().Sub(*since) < soonAgain*s.Patience {
		return min(s.Patience, leastPatience)
	}
	return s.Patience
}

// once does work once. A connection on which anything went wrong is not used again.
func (s *Store) once(ctx context.Context, limit time.Duration, w work) error {
	ctx, stop := context.WithTimeout(ctx, limit)
	defer stop()
	conn, err := s.pool.Acquire(ctx)
	if err != nil {
		return err
	}
	defer conn.Release()
	tx, err := conn.BeginTx(ctx, pgx.TxOptions{BeginQuery: s.begin})
	if err == nil {
		err = w(transaction{ctx, tx})
	}
	if err == nil {
		err = tx.Commit(ctx)
	}
	if err != nil {
		end(conn.Conn())
	}
	if err != nil && !isAnswer(err) && !plain.IsA[*pgconn.PgError](err) {
		s.pool.Reset() // the others are as old
	}
	return err
}

func rowsOf[T any](t transaction, scan pgx.RowToFunc[T], query string, args ...any) ([]T, error) {
	rows, err := t.tx.Query(t.ctx, query, args...)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, scan)
}

// end ends a connection at once, and with it its transaction.
func end(conn *pgx.Conn) {
	ctx, stop := context.WithCancel(context.Background())
	stop() // there is nothing to say goodbye for
	_ = conn.Close(ctx)
}

// passing begins the codes of what is amiss with a database for a while: a lost
// connection, one that is starting or stopping, one that only reads since another
// took its place, too many connections, and a transaction to be tried again.
var passing = []string{"08", "57P", "25006", "25P03", "53300", "40", "55P03"}

// isAnswer reports whether the database, or the work, said no, and would again.
func isAnswer(err error) bool {
	if said, ok := errors.AsType[*pgconn.PgError](err); ok {
		return !slices.ContainsFunc(passing, func(code string) bool { return strings.HasPrefix(said.Code, code) })
	}
	return plain.IsA[answer](err)
}

// answer is what the work found: it would find it again.
type answer struct{ error }

func (a answer) Unwrap() error { return a.error }

// awayError says that a database cannot be reached, or does not answer in time.
type awayError struct{ cause error }

// Error says it to whoever runs a server.
func (a awayError) Error() string { return "the database cannot be reached: " + a.cause.Error() }
func (a awayError) Unwrap() error { return a.cause }

// What a reader is told of it: of what they do, and of an invitation.
var (
	errAway = plain.Tell("store_away", "what is kept cannot be reached just now")
	errLate = plain.Tell("invitation_away", "the invitation cannot be looked up just now")
)

// told is an error as a reader may hear it.
func told(err error) error {
	known, ok := errors.AsType[*plain.Told](err)
	switch {
	case err == nil:
		return nil
	case plain.IsA[awayError](err):
		return errAway
	case ok:
		return known
	default:
		return store.Refused(err)
	}
}
