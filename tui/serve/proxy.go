package serve

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"net/netip"
	"slices"
	"strings"
)

// The two forms of the proxy protocol, by which a balancer says from where a
// connection comes that it hands on. Without it all would come from the balancer,
// and limits by address would lock everybody out.
var (
	textual = []byte("PROXY ")
	binaric = []byte("\r\n\r\n\x00\r\nQUIT\n")
)

// The most bytes of each, and of what both begin with.
const (
	mostTextual = 107
	mostBinaric = 2 << 10
	headerStart = 12
)

var errProxy = errors.New("this is no header of the proxy protocol")

// origin is from where a connection comes. One from a balancer says so before all
// else, and one from anywhere else comes from where it does.
func (s *Server) origin(conn net.Conn) (netip.Addr, error) {
	from := hostOf(conn.RemoteAddr())
	if !slices.ContainsFunc(s.Proxies, func(p netip.Prefix) bool { return p.Contains(from) }) {
		return from, nil
	}
	if err := conn.SetDeadline(s.Now().Add(patience)); err != nil {
		return from, err
	}
	said, err := readHeader(conn)
	if err == nil && !said.IsValid() { // the balancer itself, which looks whether we are there
		return from, nil
	}
	return said.Unmap(), err
}

// hostOf is the address of whoever is at the other end.
func hostOf(a net.Addr) netip.Addr {
	tcp, ok := a.(*net.TCPAddr)
	if !ok {
		return netip.Addr{}
	}
	return tcp.AddrPort().Addr().Unmap()
}

// readHeader reads a header and not a byte more. The address is none where it
// names none.
func readHeader(r io.Reader) (netip.Addr, error) {
	start := make([]byte, headerStart)
	if _, err := io.ReadFull(r, start); err != nil {
		return netip.Addr{}, fmt.Errorf("read a header of the proxy protocol: %w", err)
	}
	switch {
	case bytes.Equal(start, binaric):
		return readBinaric(r)
	case bytes.HasPrefix(start, textual):
		return readTextual(r, start)
	}
	return netip.Addr{}, errProxy
}

// readTextual reads the rest of a header of the first version: a line.
func readTextual(r io.Reader, line []byte) (netip.Addr, error) {
	for next := make([]byte, 1); !bytes.HasSuffix(line, []byte("\r\n")); line = append(line, next[0]) {
		if len(line) >= mostTextual {
			return netip.Addr{}, errProxy
		}
		if _, err := io.ReadFull(r, next); err != nil {
			return netip.Addr{}, fmt.Errorf("read a header of the proxy protocol: %w", err)
		}
	}
	fields := strings.Fields(string(line))
	switch {
	case len(fields) >= 2 && fields[1] == "UNKNOWN":
		return netip.Addr{}, nil
	case len(fields) != 6 || fields[1] != "TCP4" && fields[1] != "TCP6":
		return netip.Addr{}, errProxy
	}
	from, err := netip.ParseAddr(fields[2])
	if err != nil || from.Zone() != "" {
		return netip.Addr{}, errProxy
	}
	return from, nil
}

// readBinaric reads the rest of a header of the second version.
func readBinaric(r io.Reader) (netip.Addr, error) {
	rest := make([]byte, 4)
	if _, err := io.ReadFull(r, rest); err != nil {
		return netip.Addr{}, fmt.Errorf("read a header of the proxy protocol: %w", err)
	}
	length := int(binary.BigEndian.Uint16(rest[2:]))
	if rest[0]>>4 != 2 || length > mostBinaric {
		return netip.Addr{}, errProxy
	}
	said := make([]byte, length)
	if _, err := io.ReadFull(r, said); err != nil {
		return netip.Addr{}, fmt.Errorf("read a header of the proxy protocol: %w", err)
	}
	switch command, kind := rest[0]&0xf, rest[1]; {
	case command == 1 && kind == 0x11 && length >= 12:
		return netip.AddrFrom4([4]byte(said[:4])), nil
	case command == 1 && kind == 0x21 && length >= 36:
		return netip.AddrFrom16([16]byte(said[:16])), nil
	case command > 1:
		return netip.Addr{}, errProxy
	}
	return netip.Addr{}, nil
}
