// Package serve takes readers who have no program of their own through the guide
// over SSH: one visit each, on the full screen or as lines. Whoever connects is a
// stranger: there is no shell, no command, no forward, no agent, no file
// transfer, and nothing that they name is taken over or written down. It opens no
// connection and starts no program. Guides, store, listener, host key and clock
// are handed in; environment, flags and signals may not come in.
package serve

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"runtime/debug"
	"sync"
	"time"

	"golang.org/x/crypto/ssh"

	"firstsession/content"
	"firstsession/tui/guard"
	"firstsession/tui/prose"
)

// Guides reads the guide of a group in a language; a group without a name is for
// whoever was not invited. It is asked for by many at once.
type Guides func(group, language string) (*content.Guide, error)

// Options are what a server is made of.
type Options struct {
	Key       ssh.Signer
	Guides    Guides
	Language  string // of the first page
	Languages []content.Language
	Groups    []content.Group // of the practice to choose from; none if there is nothing to choose
	Places    Places          // what is kept under invitations
	Limits    Limits
	Proxied   bool // only a balancer connects, and says from where in the PROXY protocol
	Now       func() time.Time
	Ticks     <-chan time.Time // when to look who has been idle; a minute apart
	Log       io.Writer
}

// Server serves readers until it is told to stop.
type Server struct {
	Options
	config *ssh.ServerConfig
	prose  *prose.Renderer // what all read is rendered once
	gate   *gate
	log    *log.Logger    // it says how many and how long, and never who or what
	all    sync.WaitGroup // connections
	locks  sync.Mutex     // of opening with a word, which takes much memory
}

// New makes a server.
func New(o Options) *Server {
	return &Server{Options: o, config: config(o.Key), prose: prose.New(), gate: newGate(o.Limits, o.Now), log: log.New(o.Log, "", 0)}
}

// What ends a session from here.
var (
	errDrains = errors.New("the server is being stopped")
	errIdle   = errors.New("nothing was typed for a long time")
)

// patience is how long a reader's terminal may take to be told goodbye.
const patience = 3 * time.Second

// Run serves those who connect, until the context ends: then it tells who reads.
func (s *Server) Run(ctx context.Context, listener net.Listener) error {
	ctx, drain := context.WithCancel(ctx)
	defer context.AfterFunc(ctx, func() { listener.Close() })() //nolint:errcheck // it is not used any more
	var swept sync.WaitGroup
	swept.Go(func() { s.sweep(ctx) })
	err := s.accept(ctx, listener)
	s.gate.each(func(v *guest) { v.end(errDrains) })
	drain()
	late := time.AfterFunc(patience, func() { s.gate.each(func(v *guest) { hangUp(v.conn) }) })
	defer late.Stop()
	s.all.Wait()
	swept.Wait()
	s.log.Printf("stopped; %d visits since the start, %d connections refused", s.gate.served.Load(), s.gate.refused.Load())
	return err
}

// accept takes connections. One that cannot be, as with too many files open, stops no others.
func (s *Server) accept(ctx context.Context, listener net.Listener) error {
	for {
		conn, err := listener.Accept()
		switch {
		case ctx.Err() != nil:
			if err == nil {
				hangUp(conn)
			}
			return nil
		case errors.Is(err, net.ErrClosed):
			return fmt.Errorf("listen: %w", err)
		case err != nil:
			select {
			case <-ctx.Done():
			case <-time.After(100 * time.Millisecond):
			}
			continue
		}
		s.all.Go(func() {
			defer hangUp(conn)
			broke := &guard.Crash{}
			if broke.Guards(func() { s.connected(conn) }); broke.What != "" {
				s.log.Printf("a connection broke: %s\n%s", broke.What, broke.Stack)
			}
		})
	}
}

// sweep looks who has been idle for too long, until the context ends.
func (s *Server) sweep(ctx context.Context) {
	for moves := 0; ; {
		select {
		case <-ctx.Done():
			return
		case <-s.Ticks:
			s.gate.each(func(v *guest) {
				if s.Now().Sub(v.typed) >= s.Limits.Idle {
					v.leaves(errIdle)
				}
			})
			// Who comes, reads or goes leaves garbage that a server at rest would keep.
			if now := s.gate.moves(); now != moves {
				moves = now
				debug.FreeOSMemory()
			}
			if err := s.Places.Tidy(); err != nil {
				s.log.Print("what has ended could not be erased; it is tried again")
			}
		}
	}
}

// hangUp ends a connection. Whatever is wrong with it, it is not used any more.
func hangUp(c io.Closer) { c.Close() } //nolint:errcheck // as above
