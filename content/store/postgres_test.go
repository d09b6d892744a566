package store_test

import (
	"crypto/rand"
	"encoding/hex"
	"flag"
	"fmt"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"firstsession/content/code"
	"firstsession/content/record"
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
		t.Run(says, func(t *testing.T) {
			t.Parallel()
			between := postgrestest.Through(t, address)
			servers := [2]*postgres.Store{inDatabase(t, between.Address), inDatabase(t, between.Address)}
			Run(t, func(t *testing.T) Store { return underInvitation(t, address, between, servers, how) })
		})
	}
}

func inDatabase(t *testing.T, address string) *postgres.Store {
	s, err := postgres.Open(address, postgres.Options{
		Version: "test", Now: time.Now, Random: rand.Reader, Patience: 400 * time.Millisecond, Lease: time.Minute,
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
	words, err := servers[0].Make(reference, "", time.Now().AddDate(0, 0, 1))
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

// refusing is where nothing was opened.
type refusing struct {
	visit.Keeper
	why error
}

func (r refusing) Begin() error           { return r.why }
func (r refusing) Keep([]walk.Fact) error { return r.why }

var _ = []store.Served{(*postgres.Store)(nil), (*store.Invitations)(nil)}
