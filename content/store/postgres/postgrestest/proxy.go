package postgrestest

import (
	"io"
	"net"
	"net/url"
	"sync"
	"testing"
)

// How a connection fails.
type How int

// The ways. What is sent is counted in parts, each a message or several at once.
const (
	Refuse  How = iota // a part does not arrive, and its connection ends
	Lose               // a part arrives, and its connection ends before the answer is there
	Down               // a part does not arrive, all connections end, and no new one is taken
	Silence            // from a part on nothing arrives any more, and nobody is told
)

// Proxy stands between a program and the server.
type Proxy struct {
	Address string // of the database, through it
	to      string

	mu    sync.Mutex
	conns map[net.Conn]bool
	how   How
	left  int  // parts until it strikes; 0 if it does not
	off   bool // it has struck, and lasts
	hit   bool
}

// Through stands between a test and the database at an address, until the test ends.
func Through(t testing.TB, address string) *Proxy {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p := &Proxy{to: u.Host, conns: map[net.Conn]bool{}}
	u.Host = listener.Addr().String()
	p.Address = u.String()
	t.Cleanup(func() {
		listener.Close() //nolint:errcheck // it is not used any more
		p.Cut()
	})
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			go p.serve(conn)
		}
	}()
	return p
}

// Strike has the nth part from now on fail.
func (p *Proxy) Strike(n int, how How) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.left, p.how, p.hit = n, how, false
}

// Heal ends all trouble, and reports whether there was any.
func (p *Proxy) Heal() bool {
	p.mu.Lock()
	was := p.off
	p.left, p.off = 0, false
	hit := p.hit
	p.mu.Unlock()
	if was {
		p.Cut() // what was swallowed is not sent later
	}
	return hit
}

// Cut ends all connections, as a server does that is killed.
func (p *Proxy) Cut() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for conn := range p.conns {
		conn.Close() //nolint:errcheck // that is what is meant
	}
}

func (p *Proxy) note(conn net.Conn, there bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if there {
		p.conns[conn] = true
	} else {
		delete(p.conns, conn)
		conn.Close() //nolint:errcheck // it is not used any more
	}
}

func (p *Proxy) serve(client net.Conn) {
	p.note(client, true)
	defer p.note(client, false)
	if p.is(Down) {
		return
	}
	db, err := net.Dial("tcp", p.to)
	if err != nil {
		return
	}
	p.note(db, true)
	defer p.note(db, false)
	lost := make(chan struct{})
	go p.answers(client, db, lost)
	part := make([]byte, 64<<10)
	for {
		n, err := client.Read(part)
		if err != nil {
			return
		}
		strikes, how := p.strikes()
		switch {
		case strikes && how == Refuse:
			return
		case strikes && how == Lose:
			close(lost)
		case p.is(Down):
			p.Cut()
			return
		case p.is(Silence):
			continue
		}
		if _, err := db.Write(part[:n]); err != nil {
			return
		}
	}
}

// answers hands on what the server says, unless it is lost: then both ends hear the
// end once it is said.
func (p *Proxy) answers(client, db net.Conn, lost chan struct{}) {
	part := make([]byte, 64<<10)
	for {
		n, err := db.Read(part)
		select {
		case <-lost:
			err = io.EOF
		default:
		}
		if err == nil && p.is(Silence) {
			continue
		}
		if err == nil {
			_, err = client.Write(part[:n])
		}
		if err != nil {
			client.Close() //nolint:errcheck // that is what is meant
			return
		}
	}
}

// strikes counts a part, and reports whether it is the one that fails.
func (p *Proxy) strikes() (bool, How) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.left == 0 {
		return false, 0
	}
	if p.left--; p.left > 0 {
		return false, 0
	}
	p.hit = true
	p.off = p.how == Down || p.how == Silence
	return true, p.how
}

func (p *Proxy) is(how How) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.off && p.how == how
}
