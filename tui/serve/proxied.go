package serve

import (
	"encoding/binary"
	"errors"
	"io"
	"net/netip"
	"strings"
)

// A balancer that speaks the PROXY protocol says first, on each connection that it
// hands on, from where that came to it. Both versions are understood.
const (
	signature  = "\r\n\r\n\x00\r\nQUIT\n" // the second version begins with it
	mostLine   = 107                      // bytes of the first version
	mostHeader = 4 << 10                  // bytes of the second, with all that a balancer may add
)

var errNoProxy = errors.New("no balancer said where the connection comes from")

// cameFrom reads what a balancer says, and not a byte more. It is the zero address
// where a balancer connects for itself, such as to look whether the server is well.
func cameFrom(in io.Reader) (netip.Addr, error) {
	begins := make([]byte, len(signature), mostLine)
	if _, err := io.ReadFull(in, begins); err != nil {
		return netip.Addr{}, err
	}
	if string(begins) == signature {
		return inBinary(in)
	}
	line := begins
	for !strings.HasSuffix(string(line), "\r\n") {
		if len(line) == mostLine || !strings.HasPrefix(string(line), "PROXY ") {
			return netip.Addr{}, errNoProxy
		}
		line = line[:len(line)+1]
		if _, err := io.ReadFull(in, line[len(line)-1:]); err != nil {
			return netip.Addr{}, err
		}
	}
	said := strings.Split(strings.TrimSuffix(string(line), "\r\n"), " ")
	switch {
	case said[0] != "PROXY":
		return netip.Addr{}, errNoProxy
	case said[1] == "UNKNOWN":
		return netip.Addr{}, nil
	case len(said) != 6 || said[1] != "TCP4" && said[1] != "TCP6":
		return netip.Addr{}, errNoProxy
	}
	return netip.ParseAddr(said[2])
}

// inBinary reads the second version, behind its signature.
func inBinary(in io.Reader) (netip.Addr, error) {
	var head [4]byte
	if _, err := io.ReadFull(in, head[:]); err != nil {
		return netip.Addr{}, err
	}
	length := int(binary.BigEndian.Uint16(head[2:]))
	if head[0]>>4 != 2 || length > mostHeader {
		return netip.Addr{}, errNoProxy
	}
	rest := make([]byte, length)
	if _, err := io.ReadFull(in, rest); err != nil {
		return netip.Addr{}, err
	}
	const own, handedOn, overIPv4, overIPv6 = 0, 1, 0x11, 0x21
	switch command := head[0] & 0xf; {
	case command == own, command == handedOn && head[1] == 0:
		return netip.Addr{}, nil
	case command == handedOn && head[1] == overIPv4 && length >= 12:
		return netip.AddrFrom4([4]byte(rest)), nil
	case command == handedOn && head[1] == overIPv6 && length >= 36:
		return netip.AddrFrom16([16]byte(rest)), nil
	}
	return netip.Addr{}, errNoProxy
}

// networkOf is what counts as one address: of the newer kind a network of 64
// bits, which one household has. It is nowhere of an address that is not known.
func networkOf(address netip.Addr) netip.Prefix {
	address = address.Unmap().WithZone("")
	network, _ := address.Prefix(min(address.BitLen(), 64)) //nolint:errcheck // each address has as many
	return network
}
