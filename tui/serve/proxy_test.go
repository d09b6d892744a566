package serve

import (
	"bytes"
	"net"
	"net/netip"
	"strings"
	"testing"
)

func TestABalancerSaysFromWhereOneComes(t *testing.T) {
	v2 := func(command, kind byte, said ...byte) string {
		return "\r\n\r\n\x00\r\nQUIT\n" + string([]byte{0x20 | command, kind, 0, byte(len(said))}) + string(said)
	}
	four := []byte{192, 0, 2, 7, 198, 51, 100, 1, 1, 1, 8, 174}
	six := append(netip.MustParseAddr("2001:db8::7").AsSlice(), make([]byte, 20)...)
	for header, want := range map[string]string{
		"PROXY TCP4 192.0.2.7 198.51.100.1 4711 2222\r\n":  "192.0.2.7",
		"PROXY TCP6 2001:db8::7 2001:db8::1 4711 2222\r\n": "2001:db8::7",
		"PROXY UNKNOWN\r\n":                                "invalid IP",
		"PROXY UNKNOWN ffff::1 ffff::2 1 2\r\n":            "invalid IP",
		v2(1, 0x11, four...):                               "192.0.2.7",
		v2(1, 0x11, append(four, 4, 0, 1, 9)...):           "192.0.2.7", // and more that it says
		v2(1, 0x21, six...):                                "2001:db8::7",
		v2(0, 0):                                           "invalid IP", // it looks whether we are there
		v2(1, 0x31, make([]byte, 216)...):                  "invalid IP",
		"PROXY TCP4 192.0.2.7\r\n":                         "",
		"PROXY TCP4 here there 1 2\r\n":                    "",
		"PROXY TCP6 fe80::1%eth0 fe80::2 1 2\r\n":          "",
		"PROXY TCP4 " + strings.Repeat("1", 2000) + "\r\n": "",
		"SSH-2.0-OpenSSH_9.2\r\n":                          "",
		v2(2, 0x11, four...):                               "",
		"\r\n\r\n\x00\r\nQUIT\n\x11\x11\x00\x00":           "",
		"\r\n\r\n\x00\r\nQUIT\n\x21\x11\xff\xff":           "",
		"PROXY TCP4":                                       "",
	} {
		in := bytes.NewBufferString(header + "SSH-")
		if want == "" && len(header) < headerStart {
			in = bytes.NewBufferString(header)
		}
		got, err := readHeader(in)
		switch {
		case want == "" && err == nil:
			t.Errorf("%q is taken for %v", header, got)
		case want != "" && (err != nil || got.String() != want || in.String() != "SSH-"):
			t.Errorf("%q says %v and leaves %q: %v", header, got, in, err)
		}
	}
}

func TestBehindABalancerLimitsCountByWhoReads(t *testing.T) {
	s := start(t, func(o *Options) {
		o.Limits.ByAddress = 1
		o.Proxies = []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}
	})
	from := func(header string) *reader {
		t.Helper()
		conn, err := net.Dial("tcp", s.address)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { hangUp(conn) })
		if _, err := conn.Write([]byte(header)); err != nil {
			t.Fatal(err)
		}
		client, err := s.over(conn, "whoever")
		if err != nil {
			t.Fatal(err)
		}
		return s.readsOn(client, "", "plain")
	}
	from("PROXY TCP4 192.0.2.7 127.0.0.1 4711 2222\r\n").sees("commands.")
	from("PROXY TCP4 192.0.2.8 127.0.0.1 4712 2222\r\n").sees("commands.")
	from("PROXY TCP4 192.0.2.7 127.0.0.1 4713 2222\r\n").sees("from your network as can at once")
	if client, err := s.dial(); err == nil {
		hangUp(client)
		t.Error("whoever says nothing of where they come from is let in")
	}
}

func FuzzAHeader(f *testing.F) {
	f.Add([]byte("PROXY TCP4 192.0.2.7 198.51.100.1 4711 2222\r\n"))
	f.Add([]byte("\r\n\r\n\x00\r\nQUIT\n\x21\x11\x00\x0c0123456789ab"))
	f.Fuzz(func(t *testing.T, header []byte) {
		if from, err := readHeader(bytes.NewReader(header)); err != nil && from.IsValid() {
			t.Errorf("%q: %v, %v", header, from, err)
		}
	})
}
