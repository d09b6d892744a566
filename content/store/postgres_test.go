package store_test

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"firstsession/content/code"
	"firstsession/content/disk"
	"firstsession/content/record"
	"firstsession/content/seal"
	"firstsession/content/store"
	"firstsession/content/store/postgres"
	"firstsession/content/store/postgres/postgrestest"
	"firstsession/content/visit"
	"firstsession/content/walk"
)

func TestMain(m *testing.M) { os.Exit(postgrestest.Run(m)) }

var everyVariant = flag.Bool("every-variant", false, "try also what waits for a database that does not answer, which takes minutes")

func TestADatabaseIsAStore(t *testing.T) {
	for how, says := range map[postgrestest.How]string{
		postgrestest.Refuse: "of which any message is not taken", postgrestest.Lose: "of which any answer is lost",
		postgrestest.Down: "that goes down at any message", postgrestest.Silence: "that is cut off at any message",
	} {
		if how > postgrestest.Lose && !*everyVariant || how != postgrestest.Lose && testing.Short() {
			continue
		}
		address := postgrestest.New(t)
		t.Run(says, func(t *testing.T) { isAStore(t, address, address, how) })
	}
}

// A pooler keeps a session together, or only each transaction.
func TestADatabaseBehindAPoolerIsAStore(t *testing.T) {
	for _, mode := range []string{"session", "transaction"} {
		for how, says := range map[postgrestest.How]string{postgrestest.Refuse: " refused", postgrestest.Lose: " lost"} {
			if testing.Short() || how == postgrestest.Refuse && !*everyVariant {
				continue
			}
			t.Run(mode+says, func(t *testing.T) {
				direct, pooled := postgrestest.Pooled(t, mode)
				isAStore(t, direct, pooled, how)
			})
		}
	}
}

// isAStore tries a database, and what comes between when it is used.
func isAStore(t *testing.T, address, used string, how postgrestest.How) {
	t.Parallel()
	between := postgrestest.Through(t, used)
	patience := 2 * time.Second
	if how > postgrestest.Lose { // which waits for all of it
		patience = 700 * time.Millisecond
	}
	servers := [2]*postgres.Store{inDatabase(t, between.Address, patience), inDatabase(t, between.Address, patience)}
	Run(t, func(t *testing.T) Store { return underInvitation(t, address, between, servers, how) })
}

func inDatabase(t *testing.T, address string, patience time.Duration) *postgres.Store {
	s, err := postgres.Open(address, postgres.Options{
		Version: "test", Now: time.Now, Random: rand.Reader, Patience: patience, Lease: time.Minute,
	})
	must(t, err)
	t.Cleanup(s.Close)
	return s
}

// references are one for each try, since all share a database.
var references atomic.Int64

// underInvitation is what is kept under one invitation, of two servers in turn: a
// reader who comes again may come to the other one.
func underInvitation(t *testing.T, address string, between *postgrestest.Proxy, servers [2]*postgres.Store, how postgrestest.How) Store {
	reference := fmt.Sprint("T-", references.Add(1))
	words, err := servers[0].Make(reference, "", "", time.Now().AddDate(0, 0, 1))
	must(t, err)
	digest, opened := code.Digest(words), 0
	strike := func(n int, meanwhile func()) bool {
		between.Strike(n, how)
		defer between.Heal() // a test may be skipped meanwhile
		meanwhile()
		return between.Heal()
	}
	return Store{
		Open: func() (visit.Keeper, []walk.Fact, func() error, error) {
			k, found, err := servers[opened%2].Open(words)
			if k == nil {
				return refusing{visit.Nobody(), err}, nil, func() error { return nil }, err
			}
			opened++
			return k, found.Facts, k.Close, err
		},
		Read: func(name string) (record.Record, error) {
			var data []byte
			for _, text := range postgrestest.Strings(t, address, "select encode(data, 'hex') from records where name = $1", name) {
				data, _ = hex.DecodeString(text)
			}
			return record.Decode(data)
		},
		Holds: func() string {
			return strings.Join(postgrestest.Strings(t, address, `select fact from facts where invitation = $1
				union all select convert_from(data, 'UTF8') from records where name like '%-' || $2 || '-%'`, digest, reference), "\n")
		},
		Refuse: strike,
		Cut:    strike,
		Spoil: func(word string) {
			postgrestest.Exec(t, address, "update facts set fact = replace(fact, $2::text, '\"') where invitation = $1", digest, word)
		},
	}
}

func TestADatabaseLocksWhatIsKept(t *testing.T) {
	address := postgrestest.New(t)
	s, err := postgres.Open(address, postgres.Options{
		Version: "test", Now: time.Now, Random: rand.Reader, Patience: 20 * time.Second, Lease: time.Minute,
	})
	must(t, err)
	t.Cleanup(s.Close)
	words, err := s.Make("K-102", "", "es", time.Now().AddDate(0, 0, 1))
	must(t, err)
	opens := func() store.Kept {
		p, _, err := s.Open(words)
		must(t, err)
		return p
	}
	beside, place := opens(), opens() // another window, which finds nothing either
	if !place.MayLock() || place.Key() != nil || place.Invited().Language != "es" {
		t.Errorf("it is %+v", place.Invited())
	}
	keeper, err := store.Lock(place, "a heron at dawn")
	must(t, err)
	if _, err := store.Lock(beside, "another heron"); !errors.Is(err, store.ErrOpen) {
		t.Errorf("two words: %v", err)
	}
	if err := beside.Begin(); !errors.Is(err, store.ErrOpen) {
		t.Errorf("another window begins without the word: %v", err)
	}
	must(t, keeper.Begin())
	_, facts, err := walk.New(guide).Apply(noon, walk.Event{Kind: walk.TakeNote, Subject: "one", Text: "I am nervous"})
	must(t, err)
	must(t, keeper.Keep(facts))
	must(t, place.Close())
	if all := strings.Join(postgrestest.Strings(t, address, "select fact from facts"), "\n"); strings.Contains(all, "nervous") || all == "" {
		t.Errorf("there is %s", all)
	}

	folder := invitations(disk.OS(), t.TempDir(), time.Now)
	if _, _, err := store.Copy(s, folder); err != nil {
		t.Fatal(err)
	}
	for _, from := range []store.Served{s, folder} {
		place, found, err := from.Open(words)
		must(t, err)
		if _, _, err := store.Unlock(place, "a heron at dusk", found.Facts); !errors.Is(err, seal.ErrWrong) {
			t.Errorf("another word: %v", err)
		}
		_, open, err := store.Unlock(place, "A heron at dawn", found.Facts)
		if err != nil || len(open) != len(facts) || open[len(open)-1].Data.Text != "I am nervous" {
			t.Errorf("with its word: %+v, %v", open, err)
		}
		must(t, place.Clear())
		if place.Key() != nil || !place.MayLock() || place.Ended() {
			t.Error("it cannot be begun anew")
		}
		must(t, place.Close())
	}
	_, err = s.Revoke("K-102")
	must(t, err)
	if !place.Ended() {
		t.Error("it has not ended")
	}
}

// refusing is where nothing was opened.
type refusing struct {
	visit.Keeper
	why error
}

func (r refusing) Begin() error           { return r.why }
func (r refusing) Keep([]walk.Fact) error { return r.why }

var _ = []store.Served{(*postgres.Store)(nil), (*store.Invitations)(nil)}
