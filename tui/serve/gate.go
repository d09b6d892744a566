package serve

import (
	"context"
	"net"
	"net/netip"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/crypto/ssh"
)

// Limits are what strangers can have of the server at most.
type Limits struct {
	Sessions  int           // in all
	ByAddress int           // sessions from one address
	Knocking  int           // connections that have not said yet what they want
	KnockFrom int           // of them from one address
	Knock     time.Duration // how long that may take
	Idle      time.Duration // how long a reader may type nothing
	Answer    time.Duration // how long a client may say nothing whose invitation is asked for elsewhere
	Tries     int           // invitations from one address that are none, within the time below
	AllTries  int           // the same from all addresses
	Within    time.Duration
	Width     int // of a window
	Height    int
	Cells     int // of all windows together, since each costs memory
}

// Usual are the limits of a server that serves one practice.
func Usual() Limits {
	return Limits{
		Sessions: 500, ByAddress: 50, Knocking: 60, KnockFrom: 20, Knock: 20 * time.Second, Idle: 45 * time.Minute, Answer: 20 * time.Second,
		Tries: 20, AllTries: 300, Within: 15 * time.Minute, Width: 300, Height: 100, Cells: 2_500_000,
	}
}

// gate knows who is in, and from where.
type gate struct {
	limits Limits
	now    func() time.Time

	mu     sync.Mutex
	guests map[*guest]bool
	missed map[netip.Prefix]int // invitations that were none, since the time below
	misses int
	since  time.Time

	served, refused, keys atomic.Int64 // since the start
}

// guest is one connection.
type guest struct {
	conn  net.Conn
	from  netip.Prefix
	came  time.Time
	typed time.Time // last
	end   context.CancelCauseFunc
	late  *time.Timer // it hangs up on who does not say what they want; who is idle later is looked for by the minute
	in    bool        // a session, and not only a connection
	cells int         // of the window

	client ssh.Conn // once it speaks SSH
	held   string   // the digest of the invitation that it has open
	asked  bool     // whether there is still somebody
}

func newGate(limits Limits, now func() time.Time) *gate {
	return &gate{limits: limits, now: now, since: now(), guests: map[*guest]bool{}, missed: map[netip.Prefix]int{}}
}

// nowhere is an address that is not known, of which there may be any number.
var nowhere netip.Prefix

// knock lets a connection in, to say what it wants; it is nil if there are too many.
func (g *gate) knock(conn net.Conn, from netip.Prefix, end context.CancelCauseFunc) *guest {
	g.mu.Lock()
	defer g.mu.Unlock()
	if len(g.guests)-g.sessions() >= g.limits.Knocking || from != nowhere && g.knocks(from) >= g.limits.KnockFrom {
		g.refused.Add(1)
		return nil
	}
	now := g.now()
	v := &guest{conn: conn, from: from, came: now, typed: now, end: end}
	g.guests[v] = true
	return v
}

// comes notes from where a guest comes whom a balancer handed on, unless too many do.
func (g *gate) comes(v *guest, from netip.Prefix) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.knocks(from) >= g.limits.KnockFrom {
		g.refused.Add(1)
		return false
	}
	v.from = from
	return true
}

// enter makes a session of a connection, unless there are as many as may be, in all (full) or from there.
func (g *gate) enter(v *guest) (in, full bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	full = g.sessions() >= g.limits.Sessions
	if full || g.count(func(other *guest) bool { return other.in && other.from == v.from }) >= g.limits.ByAddress {
		g.refused.Add(1)
		return false, full
	}
	v.in = true
	g.served.Add(1)
	return true, false
}

// count is how many guests are such. There are never many.
func (g *gate) count(is func(*guest) bool) (n int) {
	for v := range g.guests {
		if is(v) {
			n++
		}
	}
	return n
}

func (g *gate) sessions() int { return g.count(func(v *guest) bool { return v.in }) }

// knocks is how many connections from an address are no sessions yet.
func (g *gate) knocks(from netip.Prefix) int {
	return g.count(func(v *guest) bool { return !v.in && v.from == from })
}

// while does something while nobody comes, types or goes.
func (g *gate) while(do func()) {
	g.mu.Lock()
	defer g.mu.Unlock()
	do()
}

// each does something with every guest.
func (g *gate) each(do func(*guest)) {
	g.while(func() {
		for v := range g.guests {
			do(v)
		}
	})
}

// window is the size of a guest's window as far as it is drawn. Where others have
// taken the memory for big ones, it is drawn as a usual one.
func (g *gate) window(v *guest, columns, rows uint32) (width, height int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	width, height = int(min(columns, uint32(g.limits.Width))), int(min(rows, uint32(g.limits.Height)))
	v.cells = width * height
	all := 0
	for other := range g.guests {
		all += other.cells
	}
	if all > g.limits.Cells {
		width, height = min(width, 80), min(height, 24)
		v.cells = width * height
	}
	return width, height
}

// leave forgets a connection, and says how long it lasted and how many are left.
func (g *gate) leave(v *guest) (lasted time.Duration, left int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	delete(g.guests, v)
	return g.now().Sub(v.came), g.sessions()
}

// asksFor has whoever has an invitation open asked whether they are still there,
// since it is asked for elsewhere: a client that sleeps or lost its connection
// does not answer, and is cut off.
func (g *gate) asksFor(digest string) {
	g.each(func(v *guest) {
		if v.held == digest && v.client != nil && !v.asked {
			v.asked = true
			go g.isThere(v)
		}
	})
}

// isThere asks a client for an answer, any will do.
func (g *gate) isThere(v *guest) {
	late := time.AfterFunc(g.limits.Answer, func() { hangUp(v.conn) })
	if _, _, err := v.client.SendRequest("keepalive@openssh.com", true, nil); err != nil {
		return // it is gone
	}
	late.Stop()
	g.while(func() { v.asked = false })
}

func (g *gate) types(v *guest) {
	g.keys.Add(1)
	g.while(func() { v.typed = g.now() })
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
	g.while(func() {
		g.missed[from]++
		g.misses++
	})
}

// leaves asks a guest's session to end. A terminal that takes no goodbye is cut off.
func (v *guest) leaves(why error) {
	v.end(why)
	time.AfterFunc(patience, func() { hangUp(v.conn) })
}

// moves is how often somebody came in, typed or left.
func (g *gate) moves() int {
	g.mu.Lock()
	defer g.mu.Unlock()
	return 2*int(g.served.Load()) + int(g.keys.Load()) - g.sessions()
}
