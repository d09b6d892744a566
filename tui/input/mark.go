package input

import (
	"fmt"

	tea "charm.land/bubbletea/v2"
)

// Mark stands before what one read brought, to the model a key that no keyboard has.
type Mark struct {
	Read  int  // the number of the read
	Flood bool // no hand pressed so much at once: a paste, most likely
	Many  bool // there are many keys, and another mark stands behind them
	Gone  bool // the terminal is gone
}

const (
	// marks is how many numbers reads have, before they begin anew.
	marks = 1 << 14
	// private is where codes begin that Unicode gives to nobody.
	private = 0xF0000
	gone    = private + 4*marks
)

// Key is the key that stands for the mark.
func (m Mark) Key() tea.KeyPressMsg {
	code := private + m.Read*4
	if m.Flood {
		code++
	}
	if m.Many {
		code += 2
	}
	if m.Gone {
		code = gone
	}
	return tea.KeyPressMsg{Code: rune(code)}
}

// sequence is the mark in the keyboard protocol of kitty.
func (m Mark) sequence() []byte { return fmt.Appendf(nil, "\x1b[%du", m.Key().Code) }

// MarkOf returns the mark that a key stands for, if it does.
func MarkOf(key tea.KeyPressMsg) (Mark, bool) {
	code := int(key.Code)
	switch {
	case code == gone:
		return Mark{Gone: true}, true
	case code < private || code > gone:
		return Mark{}, false
	default:
		return Mark{Read: (code - private) / 4, Flood: code%2 == 1, Many: code/2%2 == 1}, true
	}
}

// After reports whether one read came after another, the nearer way round.
func After(read, other int) bool {
	ahead := (read - other + marks) % marks
	return ahead > 0 && ahead < marks/2
}
