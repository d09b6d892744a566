package input

// Plain passes over the sequences of a keyboard, where only characters are
// wanted: an arrow key is no letter A behind a bracket.
type Plain struct{ in stretch }

// stretch is how far a sequence is.
type stretch int

const (
	outside stretch = iota
	escaped         // behind an Esc
	control         // behind Esc [, until a last letter
	single          // one more character belongs to it
)

// Skips reports whether a character belongs to a sequence.
func (p *Plain) Skips(r rune) bool {
	was := p.in
	switch {
	case r == 0x1b:
		p.in = escaped
		return true
	case was == escaped && r == '[':
		p.in = control
	case was == escaped && r == 'O':
		p.in = single
	case was == control && r >= 0x20 && r < 0x40:
	case was == escaped && (r == '\r' || r == '\n' || r == 0x03):
		p.in = outside
		return false // nobody means these with Esc
	default:
		p.in = outside
	}
	return was != outside
}
