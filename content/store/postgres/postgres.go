// Package postgres keeps in a PostgreSQL database what the readers of a server do:
// invitations, facts and records, so that several servers can share it. It is the
// one room of the program that opens connections, and only where somebody named a
// database by its address. What it says is done is committed. Who reads holds a
// lease on their invitation, looked at in each transaction, by its row and on the
// database's clock. No page, no rule of the walk and nothing that draws may come in.
package postgres

import (
	"cmp"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"

	"firstsession/content/plain"
)

// IsAddress reports whether a store that was named is a database.
func IsAddress(named string) bool {
	return strings.HasPrefix(named, "postgres://") || strings.HasPrefix(named, "postgresql://")
}

// Options say how a database is used.
type Options struct {
	Version string // of the program, for records
	Now     func() time.Time
	Random  io.Reader
	// Patience is how long anything may take until a reader is told that it is not
	// done, and Lease how long an invitation stays a server's that is not heard of.
	Patience, Lease time.Duration
}

// The usual times. A lease is renewed several times before it ends.
const (
	patience = 2 * time.Second
	lease    = 20 * time.Second
	renewals = 4
	// starting is how long the first connection may take.
	starting = 15 * time.Second
	// soonAgain is for how many times the patience a database that did not answer is
	// asked with the least of it, so that a reader is not made to wait at each key.
	soonAgain     = 4
	leastPatience = 500 * time.Millisecond
)

// Store is a database. It is a store.Served, for as long as it is not closed.
type Store struct {
	Options
	name string // without who, and without a password
	pool *pgxpool.Pool
	// begin begins each transaction.
	begin string

	mu    sync.Mutex        // of the next two
	held  map[string]string // the tokens of leases, by digest
	doubt map[string]string // those of which it is not known whether they were given
	// down is when it did not answer last, if it has not answered since: as it was read,
	// so that a clock that is set meanwhile makes no difference.
	down   atomic.Pointer[time.Time]
	closed context.CancelFunc
	ended  sync.WaitGroup
}

// Open connects to the database at an address, and brings what is in it to this
// program's version.
func Open(address string, o Options) (*Store, error) {
	if !IsAddress(address) {
		return nil, errors.New("a database is named by an address that begins with postgres://")
	}
	o.Patience, o.Lease = cmp.Or(o.Patience, patience), cmp.Or(o.Lease, lease)
	config, err := pgxpool.ParseConfig(address)
	if err != nil {
		return nil, fmt.Errorf("read the address of the database: %w", err)
	}
	c := config.ConnConfig
	// Nothing is left prepared, so that a pooler between may hand out others.
	c.DefaultQueryExecMode = pgx.QueryExecModeExec
	// One that does not come about must not keep others waiting when all is well again.
	c.ConnectTimeout = o.Patience
	c.RuntimeParams["application_name"] = "firstsession"
	pool, err := pgxpool.NewWithConfig(context.Background(), config)
	if err != nil {
		return nil, fmt.Errorf("open the database: %w", err)
	}
	s := &Store{
		Options: o, pool: pool, held: map[string]string{}, doubt: map[string]string{}, name: fmt.Sprintf("%s:%d/%s", c.Host, c.Port, c.Database),
		// A server that is cut off in the middle must not hold a reader's row for long.
		// A pooler takes no such word when one connects, and keeps none for the next.
		begin: fmt.Sprintf("begin; set local idle_in_transaction_session_timeout = %d", o.Patience.Milliseconds()),
	}
	if err := s.prepare(); err != nil {
		pool.Close()
		return nil, fmt.Errorf("open the database %s: %w", s.name, plainly(err))
	}
	ctx, stop := context.WithCancel(context.Background())
	s.closed = stop
	s.ended.Go(func() { s.renews(ctx) })
	return s, nil
}

// plainly is why there is no connection, once, where it was tried in several ways.
func plainly(err error) error {
	if !plain.IsA[*pgconn.ConnectError](err) {
		return err
	}
	for {
		next := errors.Unwrap(err)
		if all, ok := err.(interface{ Unwrap() []error }); ok { //nolint:errorlint // each is looked at
			next = all.Unwrap()[len(all.Unwrap())-1]
		}
		if next == nil {
			return err
		}
		err = next
	}
}

// Close ends all connections. Leases that were not given back end by themselves.
func (s *Store) Close() {
	s.closed()
	s.ended.Wait()
	s.pool.Close()
}

// renews renews the leases of this server until it is closed. One that was missed
// is given again by the next, or by what its reader does, unless another server
// was given it meanwhile.
func (s *Store) renews(ctx context.Context) {
	often := time.NewTicker(s.Lease / renewals)
	defer often.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-often.C:
			var digests, tokens []string
			s.mu.Lock()
			for digest, token := range s.held {
				digests, tokens = append(digests, digest), append(tokens, token)
			}
			s.mu.Unlock()
			if len(digests) == 0 {
				continue
			}
			err := s.once(ctx, s.Patience, func(tx transaction) error {
				return tx.exec(`update invitations i set until = clock_timestamp() + $3::interval
					from unnest($1::text[], $2::text[]) as l(digest, token)
					where i.digest = l.digest and i.token = l.token`, digests, tokens, s.Lease)
			})
			if err != nil {
				continue // whoever does something next finds out
			}
		}
	}
}

// What makes a database of one version out of one of the version before, from the
// first on. One that was handed on never changes; what is new comes behind.
var (
	//go:embed 1.sql
	first      string
	migrations = []string{first}
)

// prepare looks whether what is acknowledged will last, and brings the database to
// this program's version. Where it has that already, no rights to make anything
// are needed.
func (s *Store) prepare() error {
	return s.once(context.Background(), starting, func(tx transaction) error {
		var synchronous string
		if err := tx.row("select current_setting('synchronous_commit')").Scan(&synchronous); err != nil {
			return err
		}
		if synchronous == "off" {
			return errors.New("its synchronous_commit is off, so that it would lose what it has acknowledged")
		}
		version, err := versionOf(tx)
		switch {
		case err != nil:
			return err
		case version == len(migrations):
			return nil
		case version > len(migrations):
			return fmt.Errorf("a newer version of this program has used it (version %d, this one knows %d)", version, len(migrations))
		}
		return migrate(tx)
	})
}

// versionOf is that of what is in the database; 0 if there is nothing.
func versionOf(tx transaction) (version int, err error) {
	there := false
	err = tx.row(`select exists (select from pg_catalog.pg_tables
		where tablename = 'version' and schemaname = any(current_schemas(false)))`).Scan(&there)
	if err == nil && there {
		err = tx.row("select coalesce(max(number), 0) from version").Scan(&version)
	}
	return version, err
}

// migrate makes what is missing. Of several servers that start together one does.
func migrate(tx transaction) error {
	if err := tx.exec("select pg_advisory_xact_lock(hashtext('firstsession'))"); err != nil {
		return err
	}
	version, err := versionOf(tx)
	for ; err == nil && version < len(migrations); version++ {
		for statement := range strings.SplitSeq(migrations[version], ";\n") {
			if strings.TrimSpace(statement) == "" {
				continue
			}
			if err := tx.exec(statement); err != nil {
				return fmt.Errorf("bring it to version %d, for which its owner's rights are needed: %w", version+1, err)
			}
		}
		err = tx.exec("insert into version (number) values ($1)", version+1)
	}
	return err
}
