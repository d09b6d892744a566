// Package postgrestest starts a real PostgreSQL for the tests of a package, and lets
// a test stand between it and the program. Where none is installed, tests are
// skipped with a word. Only tests may import it.
package postgrestest

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/jackc/pgx/v5"

	"firstsession/content/disk/disktest"
)

// Run runs the tests of a package, and ends the server if one was started.
func Run(m *testing.M) (code int) { return disktest.InMemory{M: ending{m}}.Run() }

type ending struct{ *testing.M }

func (m ending) Run() int {
	defer func() {
		if server != nil {
			server.end()
			_ = os.RemoveAll(server.dir) // in the folder for what does not last
		}
	}()
	return m.M.Run()
}

var (
	server  *process // of this package's tests; nil before the first needs it
	start   = sync.OnceValue(func() (err error) { server, err = initialise(); return err })
	schemas atomic.Int64
)

// New is the address of a database that holds nothing.
func New(t testing.TB) string {
	t.Helper()
	if err := start(); err != nil {
		if errors.Is(err, exec.ErrNotFound) {
			t.Skipf("needs a PostgreSQL: %v", err)
		}
		t.Fatal(err)
	}
	schema := fmt.Sprint("test", schemas.Add(1))
	Exec(t, server.address(""), "create schema "+schema)
	return server.address(schema)
}

// Pooled is the address of a database that holds nothing, of its own, and the one
// through a pooler in a mode of it.
func Pooled(t testing.TB, mode string) (direct, pooled string) {
	t.Helper()
	u, err := url.Parse(New(t))
	if err != nil {
		t.Fatal(err)
	}
	name := u.Query().Get("search_path")
	Exec(t, u.String(), "create database "+name)
	dir, err := os.MkdirTemp("", "firstsession-pooler")
	if err != nil {
		t.Fatal(err)
	}
	p, err := pool(server, dir, mode)
	if errors.Is(err, exec.ErrNotFound) {
		t.Skipf("needs PgBouncer: %v", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		p.end()
		_ = os.RemoveAll(dir) // in the folder for what does not last
	})
	u.Path, u.RawQuery = name, "sslmode=disable"
	direct, u.Host = u.String(), fmt.Sprint("127.0.0.1:", p.port)
	return direct, u.String()
}

// Exec does something in a database as its owner.
func Exec(t testing.TB, address, statement string, args ...any) {
	t.Helper()
	asOwner(t, address, func(ctx context.Context, conn *pgx.Conn) error {
		_, err := conn.Exec(ctx, statement, args...)
		return err
	})
}

// Strings are the texts that a query finds.
func Strings(t testing.TB, address, query string, args ...any) (all []string) {
	t.Helper()
	asOwner(t, address, func(ctx context.Context, conn *pgx.Conn) error {
		rows, err := conn.Query(ctx, query, args...)
		if err == nil {
			all, err = pgx.CollectRows(rows, pgx.RowTo[string])
		}
		return err
	})
	return all
}

// AfterLease waits until each lease has ended that is held now, if it is not renewed.
func AfterLease(t testing.TB, address string) {
	t.Helper()
	Exec(t, address, "select pg_sleep(extract(epoch from max(until) - clock_timestamp())) from invitations where token is not null")
}

// kept are connections that wait to be used again, as tests look often.
var (
	mu   sync.Mutex
	kept = map[string]*pgx.Conn{}
)

// asOwner does something on a connection, the one before if that still stands.
func asOwner(t testing.TB, address string, do func(context.Context, *pgx.Conn) error) {
	t.Helper()
	ctx := context.Background()
	mu.Lock()
	conn, err := kept[address], error(nil)
	delete(kept, address) // while it is in use, nobody else may use it, nor has to wait
	mu.Unlock()
	if conn == nil || conn.Ping(ctx) != nil {
		conn, err = pgx.Connect(ctx, address)
	}
	if err == nil {
		err = do(ctx, conn)
		mu.Lock()
		kept[address] = conn
		mu.Unlock()
	}
	if err != nil {
		t.Fatal(err)
	}
}

// Restart stops the server as an administrator would, calls what is to be done
// meanwhile, and starts it again. No other test may need it just then.
func Restart(t testing.TB, meanwhile func()) {
	t.Helper()
	server.end()
	meanwhile()
	if err := server.begin(); err != nil {
		t.Fatal(err)
	}
}

type process struct {
	program, dir string
	port         int
	cmd          *exec.Cmd
	done         chan struct{}
}

func (p *process) address(schema string) string {
	u := url.URL{Scheme: "postgres", User: url.User("test"), Host: fmt.Sprint("127.0.0.1:", p.port), Path: "postgres"}
	q := url.Values{"sslmode": {"disable"}}
	if schema != "" {
		q.Set("search_path", schema)
	}
	u.RawQuery = q.Encode()
	return u.String()
}

func find(name string) (string, error) {
	if path, err := exec.LookPath(name); err == nil {
		return path, nil
	}
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin/" + name)
	if err != nil || len(found) == 0 {
		return "", fmt.Errorf("there is no program %s: %w", name, exec.ErrNotFound)
	}
	return slices.Max(found), nil
}

func initialise() (*process, error) {
	initdb, err := find("initdb")
	if err != nil {
		return nil, err
	}
	program, err := find("postgres")
	if err != nil {
		return nil, err
	}
	p := &process{program: program}
	if p.dir, err = os.MkdirTemp("", "firstsession-postgres"); err != nil {
		return nil, err
	}
	if err = own(p.dir); err != nil {
		return nil, err
	}
	made := exec.Command(initdb, "-D", filepath.Join(p.dir, "data"), "-U", "test", "--auth=trust", "-N", "-E", "UTF8", "--locale=C")
	made.Dir, made.SysProcAttr = p.dir, asUser()
	if said, err := made.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("initdb: %w: %s", err, said)
	}
	return p, p.begin()
}
