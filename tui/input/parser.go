package input

import (
	"bytes"
	"fmt"
	"time"
	"unicode/utf8"
)

const (
	esc   = 0x1b
	ctrlC = 0x03
	del   = 0x7f
	// longest is how long a sequence may be that anybody understands.
	longest = 64
	// pasteLimit is how much of one paste is handed on.
	pasteLimit = 1 << 20

	pasteStart = "\x1b[200~"
	pasteEnd   = "\x1b[201~"
)

// state is what the next byte may belong to.
type state int

const (
	ground  state = iota
	char          // a character of several bytes
	escape        // an Esc, and what may follow it
	csi           // ESC [
	console       // ESC [ [, the function keys of the Linux console
	x10           // ESC [ M, a click of an old terminal
	ss3           // ESC O
	text          // ESC ] and its like: a string up to its end
	textEnd       // an Esc within such a string
)

// parser takes a stream apart. What it hands on is whole: the decoder behind
// it never has to wait for more, but after an Esc that ends a read, which may
// be the key.
type parser struct {
	state state
	seq   []byte // what is begun, from its first byte
	sent  bool   // the Esc of what is begun was handed on
	twice bool   // what is begun is an Esc behind another one
	held  bool   // and that one was handed on
	open  bool   // the last byte handed on is an Esc
	paste bool   // within a paste
	late  bool   // and nothing came of it for too long
	size  int    // of that paste

	// Of the read at hand:
	out    []byte
	marked int  // where in out its mark goes; negative for nowhere
	keys   int  // how many there are outside of pastes
	enter  bool // one of them is Enter
	pasted bool // a paste began, went on or ended
}

// wait says how long nothing came.
func (p *parser) wait(gap time.Duration) {
	if gap >= joined && p.sent {
		p.sent = false // the decoder has taken the Esc for a key
		if p.state == escape {
			p.state = ground
		}
	}
	if gap < silence {
		return
	}
	if p.state != char {
		p.state = ground
	}
	p.sent, p.late = false, p.paste
}

func (p *parser) begin() {
	p.out, p.keys, p.enter, p.pasted = nil, 0, false, p.paste
	p.marked = 0
	switch {
	case p.late:
		p.late, p.marked = false, -1
		p.endPaste()
		p.pasted = false // what comes now is another matter
	case p.paste, p.sent:
		p.marked = -1 // the mark goes where it does not come between
	}
}

// done ends a read and returns what it brought.
func (p *parser) done() []byte {
	switch {
	case p.state == escape && !p.paste && !p.sent && p.twice:
		p.escTwice()
	case p.state == escape && !p.paste && !p.sent:
		p.keys++
		p.emit(esc)
		p.sent, p.open = true, true
	case p.state == x10, p.state == text && len(p.seq) == 2 && p.seq[1] != ']':
		p.state = ground // cut off, or a key with Alt
	}
	return p.out
}

// escTwice hands on two presses of Esc, which the decoder would take for one key
// with Alt. It has the first of them already if that was held.
func (p *parser) escTwice() {
	const key = "\x1b[27u"
	both := key + key
	if p.held {
		both = both[1:]
	}
	p.keys += 2
	p.out = append(p.out, both...)
	if p.marked < 0 {
		p.marked = len(p.out)
	}
	p.state, p.open = ground, false
}

func (p *parser) close() []byte {
	p.out = nil
	if p.paste {
		p.endPaste()
	}
	return p.out
}

// flood reports whether the read at hand is more than a hand presses at once.
func (p *parser) flood() bool { return p.pasted || p.keys > 3 && p.enter }

// isWhole reports whether the next read ends nothing of what was handed on. The
// first half of a letter or of a key is not handed on before the second.
func (p *parser) isWhole() bool { return !p.paste && !p.open && !p.sent }

func (p *parser) next(b byte) {
	switch p.state {
	case ground:
		p.ground(b)
	case char:
		p.char(b)
	case escape:
		p.escape(b)
	case text, textEnd:
		p.text(b)
	case x10:
		p.oldClick(b)
	default:
		p.sequence(b)
	}
}

func (p *parser) ground(b byte) {
	switch {
	case b == esc:
		p.state, p.seq, p.sent, p.twice = escape, append(p.seq[:0], b), false, false
	case b < ' ' || b == del:
		p.control(b)
	case b < utf8.RuneSelf:
		p.write(b)
	case b >= 0xC2 && b <= 0xF4:
		p.state, p.seq = char, append(p.seq[:0], b)
	}
}

// control takes a key that is no letter. Of a paste only its lines and tabs
// are handed on, and Ctrl+C ends it.
func (p *parser) control(b byte) {
	switch {
	case !p.paste:
	case b == ctrlC:
		p.endPaste()
	case b != '\r' && b != '\n' && b != '\t':
		return
	}
	p.enter = p.enter || !p.paste && (b == '\r' || b == '\n')
	p.write(b)
}

// char takes a byte of a character, which is handed on once it is whole: half
// of one could be a command.
func (p *parser) char(b byte) {
	if b&0xC0 != 0x80 {
		p.state = ground
		p.ground(b)
		return
	}
	if p.seq = append(p.seq, b); !utf8.FullRune(p.seq) {
		return
	}
	p.state = ground
	if r, _ := utf8.DecodeRune(p.seq); r != utf8.RuneError {
		p.write(p.seq...)
	}
}

// endPaste ends a paste. The mark of a read that began within it has its place
// behind the end.
func (p *parser) endPaste() {
	p.paste = false
	p.out = append(p.out, pasteEnd...)
	if p.marked < 0 {
		p.marked = len(p.out)
	}
	p.size, p.open = 0, false
}

func (p *parser) write(char ...byte) {
	if !p.paste {
		p.keys++
		p.emit(char...)
		return
	}
	if p.size += len(char); p.size <= pasteLimit {
		p.out = append(p.out, char...)
	}
}

// emit hands on something whole. Where an Esc came before it that may be the
// key or not, letters that would make another thing of the two are written out.
func (p *parser) emit(whole ...byte) {
	switch {
	case p.sent && len(whole) > 1 && whole[0] == esc:
		whole = whole[1:]
	case p.open && bytes.IndexByte([]byte("[OPX]^_\\"), whole[0]) >= 0:
		whole = fmt.Appendf(nil, "\x1b[%du", whole[0])
	}
	p.out = append(p.out, whole...)
	p.sent, p.open = false, false
	if p.marked < 0 && !p.paste {
		p.marked = len(p.out)
	}
}
