package invitation

import (
	"fmt"
	htmltemplate "html/template"
	"strings"

	"rsc.io/qr"
)

// quiet is how many empty squares a camera wants around a code.
const quiet = 4

type square struct{ *qr.Code }

// encode makes one of an address. Nothing that opens anything may be in it: a
// picture is easily taken in passing.
func encode(address string) (square, error) {
	code, err := qr.Encode(address, qr.M)
	if err != nil {
		return square{}, fmt.Errorf("draw the address of a server: %w", err)
	}
	return square{code}, nil
}

// side is how many squares it has in a row, with those around it.
func (s square) side() int { return s.Size + 2*quiet }

func (s square) is(x, y int) bool { return s.Black(x-quiet, y-quiet) }

// text draws it in blocks, two rows in a line, black on white as on paper.
func (s square) text() string {
	var b strings.Builder
	for y := 0; y < s.side(); y += 2 {
		for x := range s.side() {
			switch upper, lower := s.is(x, y), s.is(x, y+1); {
			case upper && lower:
				b.WriteRune('█')
			case upper:
				b.WriteRune('▀')
			case lower:
				b.WriteRune('▄')
			default:
				b.WriteRune(' ')
			}
		}
		b.WriteRune('\n')
	}
	return b.String()
}

// svg draws it for a browser, black on white whatever the colours around it.
func (s square) svg(label string) htmltemplate.HTML {
	var path strings.Builder
	for y := range s.side() {
		for x := 0; x < s.side(); x++ {
			from := x
			for s.is(x, y) {
				x++
			}
			if x > from {
				fmt.Fprintf(&path, "M%d %dh%dv1h-%dz", from, y, x-from, x-from)
			}
		}
	}
	return htmltemplate.HTML(fmt.Sprintf( //nolint:gosec // all of it is ours but the label, which is escaped
		`<svg role="img" aria-label="%s" viewBox="0 0 %d %d" shape-rendering="crispEdges"><rect width="100%%" height="100%%" fill="#fff"/><path fill="#000" d="%s"/></svg>`,
		htmltemplate.HTMLEscapeString(label), s.side(), s.side(), path.String()))
}
