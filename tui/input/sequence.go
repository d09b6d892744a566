package input

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"firstsession/content/plain"
)

// These are the sequences that the program understands. All others are keys it
// does not know, or nothing that a keyboard sends.
var (
	// key is a key without a letter, with what is held down with it.
	key = plain.Late(`^\x1b\[(\d{1,3}(;\d{1,5}(:\d)?){0,2})?[ABCDEFHPQRSZabcd~^@]$`)
	// kitty is a key in the keyboard protocol of kitty, with its shifted and
	// its base key, and perhaps the letter that it writes. Our own marks lie above all that it takes.
	kitty = plain.Late(`^\x1b\[(\d{1,5}|[0-8]\d{5})(?::(\d{0,6}))?(?::(\d{0,6}))?(?:;(\d{1,3})?(:\d)?(?:;\d{0,7})?)?u$`)
	mouse = plain.Late(`^\x1b\[<\d{1,3};\d{1,4};\d{1,4}[Mm]$`)
	// answer is what a terminal says of itself when it is asked.
	answer = plain.Late(`^\x1b\[\?\d{1,5}(;\d{1,2}\$y|u)$`)
	colour = plain.Late(`^\x1b\]1[012];(rgba?:[0-9A-Fa-f/]{1,40}|#[0-9A-Fa-f]{1,12})$`)
	pad    = plain.Late(`^\x1bO\d?[ABCDEFHMPQRSXabcdj-y]$`)
	// enters is the Enter key, in each of the ways it comes.
	enters = plain.Late(`^\x1b(OM|\[27;.*;13~|\[(13|57414)([:;].*)?u)$`)
)

// finish hands on a sequence that is whole, if it is understood.
func (p *parser) finish() {
	seq := string(p.seq)
	switch {
	case p.paste && seq == pasteEnd:
		p.endPaste()
	case p.paste && stops(seq):
		p.endPaste()
		p.write(ctrlC)
	case p.paste && seq != pasteStart:
		p.write(p.seq[1:]...)
	case p.paste:
	case seq == pasteStart:
		p.paste, p.pasted = true, true // before the mark looks for its place
		p.emit(p.seq...)
	case len(p.seq) == 4 && strings.HasPrefix(seq, "\x1b[["):
		p.console()
	case answer().MatchString(seq), strings.HasPrefix(seq, "\x1b[<") && mouse().MatchString(seq):
		p.emit(p.seq...)
	case key().MatchString(seq) && seq != pasteEnd, pad().MatchString(seq), kitty().MatchString(seq):
		p.keys++
		p.enter = p.enter || enters().MatchString(seq)
		p.emit(p.seq...)
	}
	p.sent = false
}

// stops reports whether a sequence is Ctrl+C, under whatever layout.
func stops(seq string) bool {
	found := kitty().FindStringSubmatch(seq)
	if found == nil || found[1] != "99" && found[2] != "99" && found[3] != "99" {
		return false
	}
	held, err := strconv.Atoi(found[4])
	const control, locks, released = 4, 64 + 128, ":3"
	return err == nil && (held-1)&^locks == control && found[5] != released
}

// console hands on F1 to F5 of the Linux console as other terminals send them.
func (p *parser) console() {
	keys := []string{"\x1bOP", "\x1bOQ", "\x1bOR", "\x1bOS", "\x1b[15~"}
	if n := bytes.IndexByte([]byte("ABCDE"), p.seq[3]); n >= 0 {
		p.keys++
		p.emit([]byte(keys[n])...)
	}
}

// oldClick takes one of a click's three bytes, of which none is a control character.
func (p *parser) oldClick(b byte) {
	if b < ' ' {
		p.giveUp()
		p.ground(b)
	} else if p.seq = append(p.seq, b); len(p.seq) == 6 {
		p.state = ground
		p.click()
	}
}

// click hands on a click of an old terminal as newer ones send it.
func (p *parser) click() {
	const offset = 32
	button, x, y := int(p.seq[3])-offset, int(p.seq[4])-offset, int(p.seq[5])-offset
	if button < 0 || x < 1 || y < 1 {
		p.sent = false
		return
	}
	end := 'M'
	if button&3 == 3 && button&64 == 0 {
		end = 'm'
	}
	p.emit(fmt.Appendf(nil, "\x1b[<%d;%d;%d%c", button, x, y, end)...)
}

// escape takes what follows an Esc.
func (p *parser) escape(b byte) {
	p.state = ground
	switch {
	case b == '[':
		p.state, p.seq = csi, append(p.seq, b)
	case b == esc && !p.paste:
		held := p.sent
		p.ground(b)
		p.twice, p.held = true, held
	case p.paste, b == ctrlC:
		p.ground(b) // without the Esc
	case b == 'O':
		p.state, p.seq = ss3, append(p.seq, b)
	case bytes.IndexByte([]byte("PX]^_"), b) >= 0:
		p.state, p.seq = text, append(p.seq, b)
	default:
		if !p.sent {
			p.emit(esc)
		}
		p.sent, p.open = false, false // the two are one key, and known to be
		p.ground(b)
	}
}

// text takes a byte of a string, which ends with ESC \ or a control character.
func (p *parser) text(b byte) {
	switch {
	case p.state == textEnd && b == '\\', b == 0x07:
		p.state = ground
		if colour().Match(p.seq) { // which was asked for
			p.emit(append(slices.Clone(p.seq), 0x07)...)
		}
		p.sent = false
	case p.state == textEnd:
		p.ground(esc)
		p.escape(b)
	case b == esc:
		p.state = textEnd
	case b < ' ' || b == del, len(p.seq) == 2 && p.seq[1] == ']' && (b < '0' || b > '9'):
		p.state = ground
		p.ground(b)
	default:
		p.grow(b)
	}
}

// sequence takes a byte of a sequence that its last byte ends.
func (p *parser) sequence(b byte) {
	first := len(p.seq) == 2
	switch {
	case b < ' ' || b >= del, p.paste && len(p.seq) == longest:
		p.giveUp()
		p.ground(b)
	case p.state == csi && first && b == '[' && !p.paste:
		p.state, p.seq = console, append(p.seq, b)
	case p.state == csi && first && b == 'M' && !p.paste:
		p.state, p.seq = x10, append(p.seq, b)
	case p.state == csi && b < '@', p.state == ss3 && b >= '0' && b <= '9':
		p.grow(b)
	default:
		p.grow(b)
		p.state = ground
		p.finish()
	}
}

// grow adds a byte to what is begun, as far as anybody could understand it. Of
// what is longer the end is missing, so that it is none of what is understood.
func (p *parser) grow(b byte) {
	if len(p.seq) < longest {
		p.seq = append(p.seq, b)
	}
}

// giveUp ends what turned out to be no sequence. In a paste it is text.
func (p *parser) giveUp() {
	p.state, p.sent = ground, false
	if p.paste {
		p.write(p.seq[1:]...)
	}
}
