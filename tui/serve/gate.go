package serve

import (
	"context"
	"net"
	"net/netip"
	"sync"
	"time"
)

// Limits are what strangers can have of the server at most.
type Limits struct {
	Sessions  int           // in all
	ByAddress int           // sessions from one address
	Knocking  int           // connections that have not said yet what they want
	Knock     time.Duration // how long that may take
	Idle      time.Duration // how long a reader may type nothing
	Tries     int           // invitations from one address that are none, within the time below
	AllTries  int           // the same from all addresses
	Within    time.Duration
	Width     int // of a window
	Height    int
}

// Usual are the limits of a server that serves one practice.
func Usual() Limits {
	return Limits{
		Sessions: 500, ByAddress: 50, Knocking: 60, Knock: 20 * time.Second, Idle: 45 * time.Minute,
		Tries: 10, AllTries: 300, Within: 15 * time.Minute, Width: 300, Height: 100,
	}
}

// gate counts who is in, and from where.
type gate struct {
	limits Limits
	now    func() time.Time

	mu       sync.Mutex
	knocking int
	guests   map[*guest]bool
	from     map[netip.Prefix]int // guests by address
	missed   map[netip.Prefix]int // invitations that were none, since the time below
	misses   int
	since    time.Time

	served, refused int // since the start
}

// guest is one connection.
type guest struct {
	conn  net.Conn
	from  netip.Prefix
	came  time.Time
	typed time.Time // last
	end   context.CancelCauseFunc
	in    bool // a session, and not only a connection
}

func newGate(limits Limits, now func() time.Time) *gate {
	return &gate{
		limits: limits, now: now, since: now(), guests: map[*guest]bool{},
		from: map[netip.Prefix]int{}, missed: map[netip.Prefix]int{},
	}
}

// addressOf is what counts as one address: of the newer kind a network of 64
// bits, which one household has.
func addressOf(a net.Addr) netip.Prefix {
	tcp, ok := a.(*net.TCPAddr)
	if !ok {
		return netip.Prefix{}
	}
	return networkOf(tcp.AddrPort().Addr())
}

// nowhere is an address that is not known, of which there may be any number.
var nowhere netip.Prefix

// networkOf is what of an address counts as one.
func networkOf(address netip.Addr) netip.Prefix {
	address = address.Unmap()
	bits := address.BitLen()
	if address.Is6() {
		bits = 64
	}
	prefix, err := address.WithZone("").Prefix(bits)
	if err != nil {
		return netip.Prefix{}
	}
	return prefix
}

// knock lets a connection in, to say what it wants; it is nil if there are too many.
func (g *gate) knock(conn net.Conn, from netip.Prefix, end context.CancelCauseFunc) *guest {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.knocking >= g.limits.Knocking || g.isCrowded(from) {
		g.refused++
		return nil
	}
	now := g.now()
	v := &guest{conn: conn, from: from, came: now, typed: now, end: end}
	g.knocking++
	g.guests[v] = true
	g.from[from]++
	return v
}

// isCrowded reports whether nobody else may come from an address.
func (g *gate) isCrowded(from netip.Prefix) bool {
	return from != nowhere && g.from[from] >= g.limits.ByAddress
}

// comes notes from where a guest comes, and reports whether they may.
func (g *gate) comes(v *guest, from netip.Prefix) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.isCrowded(from) {
		g.refused++
		return false
	}
	g.goes(v.from)
	v.from = from
	g.from[from]++
	return true
}

// goes counts one less from an address.
func (g *gate) goes(from netip.Prefix) {
	if g.from[from]--; g.from[from] <= 0 {
		delete(g.from, from)
	}
}

// enter makes a session of a connection, unless there are as many as may be.
func (g *gate) enter(v *guest) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.sessions() >= g.limits.Sessions {
		g.refused++
		return false
	}
	v.in = true
	g.knocking--
	g.served++
	return true
}

// sessions are those that are open.
func (g *gate) sessions() int { return len(g.guests) - g.knocking }

// isIn reports whether a connection is a session.
func (g *gate) isIn(v *guest) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	return v.in
}

// leave forgets a connection, and says how long it lasted and how many are left.
func (g *gate) leave(v *guest) (lasted time.Duration, left int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	delete(g.guests, v)
	g.goes(v.from)
	if !v.in {
		g.knocking--
	}
	return g.now().Sub(v.came), g.sessions()
}

// types notes that somebody typed.
func (g *gate) types(v *guest) {
	g.mu.Lock()
	defer g.mu.Unlock()
	v.typed = g.now()
}

// mayTry reports whether another invitation from an address may be looked up.
func (g *gate) mayTry(from netip.Prefix) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.now().Sub(g.since) >= g.limits.Within {
		clear(g.missed)
		g.misses, g.since = 0, g.now()
	}
	return g.missed[from] < g.limits.Tries && g.misses < g.limits.AllTries
}

// missedOne notes an invitation that was none.
func (g *gate) missedOne(from netip.Prefix) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.missed[from]++
	g.misses++
}

// sweep ends what has been idle for too long.
func (g *gate) sweep() {
	g.mu.Lock()
	defer g.mu.Unlock()
	for v := range g.guests {
		if g.now().Sub(v.typed) >= g.limits.Idle {
			v.leaves(errIdle)
		}
	}
}

// leaves asks a guest's session to end. A terminal that does not take its
// goodbye is cut off, so that nothing waits for it for ever.
func (v *guest) leaves(why error) {
	v.end(why)
	time.AfterFunc(patience, func() { hangUp(v.conn) })
}

// endAll asks all to end.
func (g *gate) endAll(why error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	for v := range g.guests {
		v.end(why)
	}
}

// cutAll ends the connections of all.
func (g *gate) cutAll() {
	g.mu.Lock()
	defer g.mu.Unlock()
	for v := range g.guests {
		hangUp(v.conn)
	}
}

// count is one of the numbers since the start.
func (g *gate) count(n *int) int {
	g.mu.Lock()
	defer g.mu.Unlock()
	return *n
}
