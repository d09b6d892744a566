package serve

import (
	"flag"
	"io"
	"math/rand/v2"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"
)

var floods = flag.Int("floods", 60, "how often a stranger comes who says anything at all")

// Strangers come beside each other whose names,
// terminals, window sizes, requests, keys and bytes are made up.
func TestAFloodLeavesTheServerAnswering(t *testing.T) {
	s := start(t, func(o *Options) { o.Now = time.Now })
	const beside = 6
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	var all sync.WaitGroup
	for n := range beside {
		all.Go(func() {
			by := stranger{rand.New(rand.NewPCG(seed, uint64(n)))}
			for range max(1, *floods/beside) {
				by.comes(s)
			}
		})
	}
	all.Wait()
	for began := time.Now(); ; { // who knocked last may still be on the way out
		client, err := s.dial()
		if err == nil {
			hangUp(client)
			break
		}
		if time.Since(began) > 10*time.Second {
			t.Fatal(err)
		}
	}
	s.lines().says("chapters", "0 of 10 chapters read.")
	s.window().sees("I have an invitation")
	if err := s.stop(); err != nil {
		t.Error(err)
	}
	if log := s.logged.String(); strings.Contains(log, "broke") {
		t.Errorf("the log says: %s", log)
	}
}

// stranger makes up what it says.
type stranger struct{ *rand.Rand }

// bytes are up to a number of them, of which many mean something to a terminal.
func (r stranger) bytes(most int) string {
	made := []byte{}
	for range r.IntN(most + 1) {
		switch known := "\x1b[\x9b;0M<~\r\n\x03\x7f q1cno/?!"; r.IntN(3) {
		case 0:
			made = append(made, byte(r.Uint32()))
		case 1:
			made = append(made, []string{"\x1b[200~", "\x1b[201~", "\x1b]11;rgb:", "\x1b[<0;9;9M", "\xf0\x9f", "quit\n", "\x1b[A"}[r.IntN(7)]...)
		default:
			made = append(made, known[r.IntN(len(known))])
		}
	}
	return string(made)
}

// size is one of a window, of any kind.
func (r stranger) size() int {
	return []int{0, 1, r.IntN(400), int(r.Int32()), -1}[r.IntN(5)]
}

// comes connects, and says what it made up. Whatever is refused, is.
func (r stranger) comes(s *served) {
	conn, err := net.Dial("tcp", s.address)
	if err != nil {
		s.t.Error(err)
		return
	}
	defer hangUp(conn)
	if r.IntN(4) == 0 { // it speaks no SSH, or stops
		io.WriteString(conn, []string{"", "SSH-2.0-x\r\n", "GET / HTTP/1.1\r\n\r\n"}[r.IntN(3)]+r.bytes(3000)) //nolint:errcheck // it may be cut off
		return
	}
	client, err := s.over(conn, r.bytes(200))
	if err != nil {
		return
	}
	defer hangUp(client)
	client.SendRequest(r.bytes(30), r.IntN(2) == 0, []byte(r.bytes(90))) //nolint:errcheck // as below
	session, err := client.NewSession()
	if err != nil {
		return
	}
	in, err := session.StdinPipe()
	if err != nil {
		return
	}
	//nolint:errcheck // each may be refused, or cut off
	for range 1 + r.IntN(30) {
		switch r.IntN(6) {
		case 0:
			session.RequestPty([]string{"xterm", "dumb", r.bytes(99)}[r.IntN(3)], r.size(), r.size(), ssh.TerminalModes{})
		case 1:
			session.SendRequest([]string{"shell", "exec", "env", "subsystem", "window-change", r.bytes(20)}[r.IntN(6)], r.IntN(2) == 0, []byte(r.bytes(40)))
		case 2:
			session.Shell()
		case 3:
			session.Start([]string{"plain", r.bytes(40)}[r.IntN(2)])
		case 4:
			session.WindowChange(r.size(), r.size())
		default:
			io.WriteString(in, r.bytes(500))
		}
	}
}
