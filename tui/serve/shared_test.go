package serve

import (
	"crypto/rand"
	"flag"
	"io"
	"net"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"

	"firstsession/content/record"
	"firstsession/content/store/postgres"
	"firstsession/content/store/postgres/postgrestest"
)

// Tests here wait for each other's ends of a network, and hardly compute: as many
// run at once as a server is to bear.
func TestMain(m *testing.M) {
	if err := flag.Set("test.parallel", "12"); err != nil {
		panic(err)
	}
	os.Exit(postgrestest.Run(m))
}

// shares starts a server that shares a database, and a key if it is not the first.
func shares(t *testing.T, address string, key ssh.Signer) (*served, *postgres.Store) {
	t.Helper()
	db, err := postgres.Open(address, postgres.Options{
		Version: "a test", Now: time.Now, Random: rand.Reader, Patience: time.Second, Lease: 2 * time.Second,
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(db.Close)
	s := start(t, func(o *Options) {
		if o.Places, o.Proxied = db, true; key != nil {
			o.Key = key
		}
	})
	s.places = db
	return s, db
}

// balances hands connections on to whichever server is chosen, and says from where
// they come.
func balances(t *testing.T, to *atomic.Pointer[served]) (address string) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { hangUp(listener) })
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			server, err := net.Dial("tcp", to.Load().address)
			if err != nil {
				hangUp(conn)
				continue
			}
			between := func(a, b net.Conn) {
				io.Copy(a, b) //nolint:errcheck // either end may end it
				hangUp(a)
				hangUp(b)
			}
			if _, err = io.WriteString(server, "PROXY TCP4 192.0.2.7 192.0.2.1 40000 2222\r\n"); err == nil {
				go between(conn, server)
				go between(server, conn)
			}
		}
	}()
	return listener.Addr().String()
}

func TestAReaderWhoseServerDiesGoesOnAtTheOtherAtTheSamePage(t *testing.T) {
	t.Parallel()
	address := postgrestest.New(t)
	goesOnAtTheOther(t, address, address)
}

func TestTheSameGoesBehindAPooler(t *testing.T) {
	t.Parallel()
	for _, mode := range []string{"session", "transaction"} {
		t.Run(mode, func(t *testing.T) {
			t.Parallel()
			address, used := postgrestest.Pooled(t, mode)
			goesOnAtTheOther(t, address, used)
		})
	}
}

// goesOnAtTheOther has servers use a database in a way, of which one dies.
func goesOnAtTheOther(t *testing.T, address, used string) {
	t.Helper()
	between := postgrestest.Through(t, used)
	first, _ := shares(t, between.Address, nil)
	second, db := shares(t, used, first.Key)
	var to atomic.Pointer[served]
	to.Store(first)
	at := balances(t, &to)
	words := first.invite("K-102")
	reads := func() *reader { // both know the reader's client by the same key
		s := *first
		s.address = at
		return s.lines()
	}
	r := reads()
	r.enters(words)
	r.sees("was found")
	r.says("", "Chapter 1 of 10: Welcome.")
	r.says("note I am nervous", "Your note is kept.")
	r.answersAll()

	between.Strike(1, postgrestest.Silence) // the first server is cut off from all
	to.Store(second)
	r.says("note nobody hears this", "your clinic’s computer could not reach the place where this is kept")
	hangUp(r.client)
	first.logged.waits(t, "could not be closed")

	postgrestest.AfterLease(t, address) // of the server that is gone
	r = reads()
	r.enters(words)
	r.sees("Welcome back to First Session.")
	r.hearsAll()
	r.says("2", "Type the text for: Your name")
	r.says("Dana", "The name you typed is: Dana")
	r.sees("commands.")
	r.says("sign", "The end.")
	r.says("stop", "The record that you signed is kept there too")
	r.gone()
	between.Heal()
	files, dir := db.RecordFiles()
	all, err := record.List(files, dir)
	if err != nil || len(all) != 1 || all[0].Err != nil || all[0].Reference() != "K-102" || all[0].Record.Name != "Dana" {
		t.Fatalf("records: %+v, %v", all, err)
	}
	if missing, _ := record.Copies(files, all[0], nil); len(missing) > 0 {
		t.Errorf("copies that are not there: %v", missing)
	}
	kept := strings.Join(postgrestest.Strings(t, address, "select fact from facts"), "\n")
	if !strings.Contains(kept, "I am nervous") || strings.Contains(kept, "nobody hears this") {
		t.Errorf("kept: %s", kept)
	}
}
