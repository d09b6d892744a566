package serve

import (
	"io"
	"net"
	"strings"
	"testing"

	"golang.org/x/crypto/ssh"
)

func TestABalancerSaysWhereAConnectionComesFrom(t *testing.T) {
	t.Parallel()
	four := "\x7f\x00\x00\x02\x7f\x00\x00\x01\x00\x10\x00\x11"
	six := "\x20\x01\x0d\xb8" + strings.Repeat("\x00", 11) + "\x09" + strings.Repeat("\x00", 20)
	for _, c := range []struct{ says, from string }{
		{"PROXY TCP4 192.0.2.7 192.0.2.1 40000 2222\r\n", "192.0.2.7"},
		{"PROXY TCP6 2001:db8::9 2001:db8::1 40000 2222\r\n", "2001:db8::9"},
		{"PROXY UNKNOWN\r\n", "invalid IP"},
		{"PROXY UNKNOWN whatever it says\r\n", "invalid IP"},
		{signature + "\x21\x11\x00\x0c" + four, "127.0.0.2"},
		{signature + "\x21\x11\x00\x0f" + four + "\x04\x00\x00", "127.0.0.2"}, // with something added
		{signature + "\x21\x21\x00\x24" + six, "2001:db8::9"},
		{signature + "\x20\x00\x00\x00", "invalid IP"}, // looks whether the server is well
		{signature + "\x21\x00\x00\x00", "invalid IP"},
		{"SSH-2.0-OpenSSH_9.2\r\n", ""},
		{"PROXY TCP4 192.0.2.7\r\n", ""},
		{"PROXY TCP4 guide.example.org 192.0.2.1 40000 2222\r\n", ""},
		{"PROXY " + strings.Repeat("x", 200), ""},
		{"PROX", ""},
		{signature + "\x31\x11\x00\x0c" + four, ""},
		{signature + "\x21\x11\x00\x04" + four, ""},
		{signature + "\x21\x11\xff\xff" + four, ""},
	} {
		in := strings.NewReader(c.says + "SSH")
		from, err := cameFrom(in)
		if c.from == "" {
			if err == nil {
				t.Errorf("%q was taken for %v", c.says, from)
			}
			continue
		}
		rest, _ := io.ReadAll(in)
		if err != nil || from.String() != c.from || string(rest) != "SSH" {
			t.Errorf("%q is %v and %q, %v; and not %s", c.says, from, rest, err, c.from)
		}
	}
}

// dialFrom connects as a balancer does that hands on a connection from an address.
func (s *served) dialFrom(address string) (*ssh.Client, error) {
	conn, err := net.Dial("tcp", s.address)
	if err != nil {
		return nil, err
	}
	s.t.Cleanup(func() { hangUp(conn) })
	if _, err := io.WriteString(conn, "PROXY TCP4 "+address+" 127.0.0.1 40000 2222\r\n"); err != nil {
		return nil, err
	}
	c, channels, requests, err := ssh.NewClientConn(conn, s.address, &ssh.ClientConfig{User: "whoever", HostKeyCallback: ssh.FixedHostKey(s.Key.PublicKey())})
	if err != nil {
		return nil, err
	}
	return ssh.NewClient(c, channels, requests), nil
}

func TestBehindABalancerEachAddressHasItsLimit(t *testing.T) {
	t.Parallel()
	s := start(t, func(o *Options) { o.Proxied, o.Limits.ByAddress, o.Limits.KnockFrom = true, 1, 1 })
	reads := func(address string) *reader {
		t.Helper()
		client, err := s.dialFrom(address)
		if err != nil {
			t.Fatal(err)
		}
		return s.readsOn(client, "", "plain")
	}
	reads("192.0.2.1").sees("commands.")
	second := reads("192.0.2.1")
	second.sees("As many people are reading from your network as can at once.")
	second.gone()
	reads("192.0.2.2").sees("commands.")
	if _, err := s.dialFrom("192.0.2.3"); err != nil { // and it asks for nothing
		t.Fatal(err)
	}
	if _, err := s.dialFrom("192.0.2.3"); err == nil {
		t.Error("one address knocks more often than it may")
	}
	if _, err := s.dial(); err == nil {
		t.Error("somebody came past the balancer")
	}
}
