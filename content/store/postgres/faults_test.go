package postgres_test

import (
	"crypto/rand"
	"errors"
	"fmt"
	"net"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"firstsession/content"
	"firstsession/content/store"
	"firstsession/content/store/postgres"
	"firstsession/content/store/postgres/postgrestest"
	"firstsession/content/walk"
)

func TestMain(m *testing.M) { os.Exit(postgrestest.Run(m)) }

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func open(t *testing.T, address string, change ...func(*postgres.Options)) *postgres.Store {
	t.Helper()
	o := postgres.Options{Version: "test", Now: time.Now, Random: rand.Reader}
	for _, c := range change {
		c(&o)
	}
	s, err := postgres.Open(address, o)
	must(t, err)
	t.Cleanup(s.Close)
	return s
}

func patience(d time.Duration) func(*postgres.Options) {
	return func(o *postgres.Options) { o.Patience = d }
}

func lease(d time.Duration) func(*postgres.Options) { return func(o *postgres.Options) { o.Lease = d } }

func invite(t *testing.T, s *postgres.Store) string {
	t.Helper()
	words, err := s.Make("K-102", "", "", time.Now().AddDate(0, 0, 1))
	must(t, err)
	return words
}

func enter(t *testing.T, s *postgres.Store, words string) (store.Kept, []walk.Fact) {
	t.Helper()
	k, found, err := s.Open(words)
	must(t, err)
	t.Cleanup(func() { _ = k.Close() })
	return k, found.Facts
}

// facts are what somebody does, counted from a number on.
func facts(from int, words ...string) (all []walk.Fact) {
	for i, text := range words {
		all = append(all, walk.Fact{Seq: from + i, Time: time.Now(), Kind: string(walk.TakeNote), Subject: "one", Data: walk.Data{Text: text}})
	}
	return all
}

func texts(all []walk.Fact) string {
	var said []string
	for _, f := range all {
		said = append(said, f.Data.Text)
	}
	return strings.Join(said, " ")
}

// said is what a reader of a served guide is told of an error.
func said(t *testing.T, err error) string {
	t.Helper()
	g, failed := content.LoadToRead(content.Embedded(), "en")
	must(t, failed)
	return g.Words.AtTheClinic().Reason(err)
}

func TestOnlyADatabaseIsConnectedTo(t *testing.T) {
	for _, named := range []string{"", "readers", "localhost", "host=localhost", "http://localhost", "/var/run"} {
		if _, err := postgres.Open(named, postgres.Options{}); err == nil || !strings.Contains(err.Error(), "begins with postgres://") {
			t.Errorf("%q: %v", named, err)
		}
	}
}

func TestWhyThereIsNoDatabaseIsSaidOnce(t *testing.T) {
	port, err := net.Listen("tcp", "127.0.0.1:0")
	if err == nil {
		err = port.Close()
	}
	must(t, err)
	_, err = postgres.Open("postgres://me:secret@"+port.Addr().String()+"/x", postgres.Options{})
	if got := fmt.Sprint(err); strings.Count(got, port.Addr().String()) != 1 || strings.ContainsAny(got, "\n`") || strings.Contains(got, "secret") {
		t.Errorf("it says %q", got)
	}
}

func TestAServerThatDiesKeepsItsReadersOffForTheLeaseOnly(t *testing.T) {
	t.Parallel()
	address := postgrestest.New(t)
	between := postgrestest.Through(t, address)
	dies, other := open(t, between.Address, patience(time.Second), lease(2*time.Second)), open(t, address)
	words := invite(t, other)
	before, _ := enter(t, dies, words)
	must(t, before.Begin())
	must(t, before.Keep(facts(1, "lilac")))
	between.Strike(1, postgrestest.Silence) // and so it renews nothing
	if err := before.Keep(facts(2, "heron")); err == nil {
		t.Fatal("what did not arrive was called kept")
	}
	if _, _, err := other.Open(words); !errors.Is(err, store.ErrOpen) {
		t.Fatalf("somebody else came in: %v", err)
	}
	postgrestest.AfterLease(t, address)
	after, found := enter(t, other, words)
	if got := texts(found); got != "lilac" {
		t.Fatalf("found %q", got)
	}
	if _, _, err := dies.Open(words); !strings.HasPrefix(said(t, err), "Your invitation cannot be looked up just now.") {
		t.Errorf("said: %v", err)
	}
	must(t, after.Keep(facts(2, "otter")))
	// The one that was thought dead is there again, and does not write.
	between.Heal()
	if err := before.Keep(nil); err == nil {
		t.Error("the first session was let in again")
	}
	must(t, after.Close())
	if _, found := enter(t, other, words); texts(found) != "lilac otter" {
		t.Errorf("found %q", texts(found))
	}
}

func TestALeaseIsRenewedForAsLongAsItsServerLives(t *testing.T) {
	t.Parallel()
	address := postgrestest.New(t)
	reads, other := open(t, address, lease(400*time.Millisecond)), open(t, address)
	words := invite(t, other)
	k, _ := enter(t, reads, words)
	must(t, k.Begin())
	for range 3 {
		postgrestest.AfterLease(t, address)
		if _, _, err := other.Open(words); !errors.Is(err, store.ErrOpen) {
			t.Fatalf("somebody else came in: %v", err)
		}
	}
	must(t, k.Keep(facts(1, "lilac")))
}

// Whatever becomes of the database meanwhile, a reader is told within the deadline,
// goes on, and what waits is kept when it is well again.
func TestWhatIsAmissWithTheDatabaseIsSaidAndMadeUpFor(t *testing.T) {
	const full, away = "it could not be written on your clinic’s computer", "your clinic’s computer could not reach the place where this is kept"
	address := postgrestest.New(t)
	between := postgrestest.Through(t, address)
	for _, c := range []struct {
		is, says  string
		meanwhile func(t *testing.T, keep func())
	}{
		{"full", full, func(t *testing.T, keep func()) {
			postgrestest.Exec(t, address, `create function fills() returns trigger language plpgsql as $$
				begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$;
				create trigger fills before insert on facts for each row execute function fills()`)
			keep()
			postgrestest.Exec(t, address, "drop function fills cascade")
		}},
		{"slow", away, func(t *testing.T, keep func()) {
			postgrestest.Exec(t, address, `create function slow() returns trigger language plpgsql as $$
				begin perform pg_sleep(30); return new; end $$;
				create trigger slow before insert on facts for each row execute function slow()`)
			keep()
			postgrestest.Exec(t, address, `select pg_terminate_backend(pid) from pg_stat_activity
				where application_name = 'firstsession' and state = 'active' and pid <> pg_backend_pid()`)
			postgrestest.Exec(t, address, "drop function slow cascade")
		}},
		{"gone", away, func(_ *testing.T, keep func()) {
			between.Strike(1, postgrestest.Down)
			keep()
			between.Heal()
		}},
		{"restarted", away, func(t *testing.T, keep func()) { postgrestest.Restart(t, keep) }},
		{"read only, since another took its place", away, func(t *testing.T, keep func()) {
			postgrestest.Exec(t, address, "alter role test set default_transaction_read_only = on")
			between.Cut()
			keep()
			postgrestest.Exec(t, address+"&default_transaction_read_only=off", "alter role test reset default_transaction_read_only")
			between.Cut()
		}},
	} {
		t.Run(c.is, func(t *testing.T) {
			s := open(t, between.Address, patience(time.Second))
			words, err := s.Make(strings.Fields(c.is)[0]+"-1", "", "", time.Now().AddDate(0, 0, 1))
			must(t, err)
			k, _ := enter(t, s, words)
			must(t, k.Begin())
			must(t, k.Keep(facts(1, "lilac")))
			c.meanwhile(t, func() {
				began := time.Now()
				err := k.Keep(facts(2, "heron"))
				if took := time.Since(began); err == nil || took > 10*time.Second {
					t.Errorf("%v after %v", err, took) // and what is amiss is mended all the same
					return
				}
				if got := said(t, err); !strings.HasPrefix(got, c.says) {
					t.Errorf("said: %q", got)
				}
			})
			for again := 0; ; again++ { // a connection may end only now
				if err = k.Keep(nil); err == nil || again == 5 {
					break
				}
			}
			must(t, err)
			must(t, k.Close())
			if _, found := enter(t, s, words); texts(found) != "lilac heron" {
				t.Errorf("found %q", texts(found))
			}
		})
	}
}

func TestWhatWasAcknowledgedAndIsNotThereIsSaid(t *testing.T) {
	address := postgrestest.New(t)
	s := open(t, address)
	k, _ := enter(t, s, invite(t, s))
	must(t, k.Begin())
	must(t, k.Keep(facts(1, "lilac", "heron")))
	// A copy took the database's place that had not got all.
	postgrestest.Exec(t, address, "delete from facts where seq = 2; update invitations set last = 1")
	if err := k.Keep(facts(3, "otter")); err == nil {
		t.Error("the next was kept behind a gap")
	}
}

func TestALongWaitIsNotMadeAtEachKey(t *testing.T) {
	t.Parallel()
	address := postgrestest.New(t)
	between := postgrestest.Through(t, address)
	s := open(t, between.Address)
	k, _ := enter(t, s, invite(t, s))
	must(t, k.Begin())
	between.Strike(1, postgrestest.Silence)
	var took []time.Duration
	for n := range 3 {
		began := time.Now()
		if k.Keep(facts(n+1, "lilac")) == nil {
			t.Fatal("called kept")
		}
		took = append(took, time.Since(began))
	}
	if took[0] < 1500*time.Millisecond || took[1] >= took[0] || took[2] >= took[0] {
		t.Errorf("it took %v", took)
	}
	between.Heal()
	must(t, k.Keep(nil))
}

func TestInvitationsEndAndAreErased(t *testing.T) {
	address := postgrestest.New(t)
	s := open(t, address)
	words := invite(t, s)
	k, _ := enter(t, s, words)
	must(t, k.Begin())
	must(t, k.Keep(facts(1, "lilac")))
	if n, err := s.Revoke("K-102"); n != 1 || err != nil {
		t.Fatal(n, err)
	}
	if err := k.Keep(facts(2, "heron")); !errors.Is(err, store.ErrEnded) {
		t.Errorf("%v", err)
	}
	if _, _, err := s.Open(words); !errors.Is(err, store.ErrEnded) {
		t.Errorf("%v", err)
	}
	must(t, k.Close())
	must(t, s.Tidy())
	if left := postgrestest.Strings(t, address, "select fact from facts"); len(left) > 0 {
		t.Errorf("left: %q", left)
	}
	if _, _, err := s.Open("no such words at all 17"); !errors.Is(err, store.ErrUnknown) {
		t.Errorf("%v", err)
	}
	all, err := s.List()
	if err != nil || len(all) != 1 || !all[0].Revoked || all[0].Reference != "K-102" {
		t.Errorf("%+v, %v", all, err)
	}
}

func TestServersThatStartTogetherMakeTheTablesOnce(t *testing.T) {
	address := postgrestest.New(t)
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			s, err := postgres.Open(address, postgres.Options{Now: time.Now, Random: rand.Reader})
			if err != nil {
				t.Error(err)
				return
			}
			s.Close()
		})
	}
	all.Wait()
	if got := postgrestest.Strings(t, address, "select number::text from version"); fmt.Sprint(got) != "[1]" {
		t.Errorf("versions %v", got)
	}
	postgrestest.Exec(t, address, "insert into version (number) values (2)")
	_, err := postgres.Open(address, postgres.Options{Now: time.Now})
	if err == nil || !strings.Contains(err.Error(), "a newer version of this program has used it (version 2, this one knows 1)") {
		t.Errorf("%v", err)
	}
}

// What .github/serving/postgres.md tells to grant is enough, and all of it is used.
func TestAServerNeedsFewRights(t *testing.T) {
	address := postgrestest.New(t)
	u, err := url.Parse(address)
	must(t, err)
	schema := u.Query().Get("search_path")
	role := "server_" + schema
	u.User = url.User(role)
	postgrestest.Exec(t, address, "create role "+role+" login")
	postgrestest.Exec(t, address, "grant usage on schema "+schema+" to "+role)
	if _, err := postgres.Open(u.String(), postgres.Options{Now: time.Now}); err == nil || !strings.Contains(err.Error(), "its owner's rights are needed") {
		t.Fatalf("%v", err)
	}
	open(t, address)
	page, err := os.ReadFile("../../../.github/serving/postgres.md")
	must(t, err)
	granted := 0
	for line := range strings.Lines(string(page)) {
		if line = strings.TrimSpace(line); strings.HasPrefix(line, "grant select") {
			postgrestest.Exec(t, address, strings.Replace(strings.TrimSuffix(line, ";"), "to server", "to "+role, 1))
			granted++
		}
	}
	s := open(t, u.String())
	k, _ := enter(t, s, invite(t, s))
	must(t, k.Begin())
	must(t, k.Keep(facts(1, "lilac")))
	must(t, k.Erase(walk.WithoutWords))
	must(t, k.Clear())
	must(t, k.Close())
	_, err = s.Revoke("K-102")
	must(t, err)
	files, _ := s.RecordFiles()
	if _, err := files.Read("none.json", 10); granted != 3 || err == nil || strings.Contains(err.Error(), "permission") {
		t.Errorf("%d granted; %v", granted, err)
	}
}

func TestADatabaseThatForgetsIsRefused(t *testing.T) {
	address := postgrestest.New(t) + "&synchronous_commit=off"
	if _, err := postgres.Open(address, postgres.Options{Now: time.Now}); err == nil || !strings.Contains(err.Error(), "synchronous_commit is off") {
		t.Errorf("%v", err)
	}
}
