package content

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// spelled is a block as a reader reads it, and where that stands in the file.
type spelled struct {
	shown []byte
	// meant is the same, but with a nought for each byte that the author meant as
	// it stands: behind a backslash, as a reference, as code, in an address. A
	// bracket that is meant is openMeant, and a hard line break hardBreak, since
	// the lines beside it stay apart.
	meant []byte
	from  []stretch
}

const (
	openMeant = 1
	hardBreak = '\f'
)

// stretch is where a part of a spelled block comes from.
type stretch struct {
	start  int // in shown
	offset int // in the file
	same   bool
}

// spell gives a heading or paragraph as it is read.
func spell(block ast.Node, text []byte) spelled {
	var s spelled
	s.inside(block, text)
	return s
}

// at is where a byte of what is shown stands in the file.
func (s *spelled) at(i int) int {
	last := s.from[0]
	for _, part := range s.from {
		if part.start > i {
			break
		}
		last = part
	}
	if last.same {
		return last.offset + i - last.start
	}
	return last.offset
}

// add adds what may hold signs.
func (s *spelled) add(shown []byte, offset int) {
	s.from = append(s.from, stretch{len(s.shown), offset, true})
	s.shown = append(s.shown, shown...)
	s.meant = append(s.meant, shown...)
}

// addMeant adds what is meant as it stands.
func (s *spelled) addMeant(shown []byte, offset int, instead byte) {
	s.from = append(s.from, stretch{len(s.shown), offset, false})
	s.shown = append(s.shown, shown...)
	for _, c := range shown {
		if c == '[' {
			instead = openMeant
		}
		s.meant = append(s.meant, instead)
	}
}

func (s *spelled) inside(parent ast.Node, text []byte) {
	for node := parent.FirstChild(); node != nil; node = node.NextSibling() {
		switch n := node.(type) {
		case *ast.Text:
			s.text(n, text)
		case *ast.CodeSpan:
			for part := n.FirstChild(); part != nil; part = part.NextSibling() {
				if t, ok := part.(*ast.Text); ok {
					s.addMeant(t.Value(text), t.Segment.Start, 0)
				}
			}
		case *ast.AutoLink:
			s.addMeant(n.Label(text), max(0, n.Pos()), 0)
		case *ast.RawHTML, *extast.TaskCheckBox: // refused, or no words
		default:
			s.inside(n, text)
		}
	}
}

// text adds what stands between marks. References and escapes are resolved in
// one pass, as words are.
func (s *spelled) text(n *ast.Text, text []byte) {
	value, done := n.Value(text), 0
	var found [][]int
	if bytes.ContainsAny(value, `\&`) {
		found = escapes.FindAllIndex(value, -1)
	}
	for _, at := range found {
		written := value[at[0]:at[1]]
		if resolved := resolve(written); !bytes.Equal(resolved, written) {
			s.add(value[done:at[0]], n.Segment.Start+done)
			s.addMeant(resolved, n.Segment.Start+at[0], 0)
			done = at[1]
		}
	}
	s.add(value[done:], n.Segment.Start+done)
	switch {
	case n.HardLineBreak():
		s.addMeant([]byte("\n"), n.Segment.Stop, hardBreak)
	case n.SoftLineBreak():
		s.add([]byte("\n"), n.Segment.Stop)
	}
}
