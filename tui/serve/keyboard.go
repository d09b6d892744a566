package serve

import (
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"firstsession/content/plain"
	"firstsession/tui/input"
)

// longestTyped is how many letters of a line are taken. A note has room for 2,000.
const longestTyped = 4000

// keyboard makes lines of keys, where there is a terminal that sends each key as
// it is pressed and shows none: who asked for lines in a window types into one.
type keyboard struct {
	shows io.Writer
	line  []rune
	keys  input.Plain
}

// reads is what comes of keys: whole lines.
func (k *keyboard) reads(from io.Reader) io.Reader { return &keyed{keyboard: k, from: from} }

type keyed struct {
	*keyboard
	from io.Reader
	part []byte // of a character
	made []byte // of lines that were not read yet
	err  error  // that comes behind them
}

func (k *keyed) Read(p []byte) (int, error) {
	if len(k.made) == 0 && k.err == nil {
		k.makes(p)
	}
	n := copy(p, k.made)
	if k.made = k.made[n:]; len(k.made) > 0 {
		return n, nil
	}
	k.made = nil
	return n, k.err
}

// makes reads keys and makes lines of them, which may be longer than the room
// that there is to read.
func (k *keyed) makes(room []byte) {
	n, err := k.from.Read(room)
	var out, echo strings.Builder
	k.part = append(k.part, room[:n]...)
	for len(k.part) > 0 && (utf8.FullRune(k.part) || err != nil) {
		r, size := utf8.DecodeRune(k.part)
		k.part = k.part[size:]
		if k.press(r, &out, &echo) {
			err = io.EOF
			break
		}
	}
	if _, failed := io.WriteString(k.shows, echo.String()); failed != nil && err == nil {
		err = failed
	}
	k.made, k.err = []byte(out.String()), err
}

// press takes one character. It returns true for one that ends the input.
func (k *keyboard) press(r rune, out, echo *strings.Builder) bool {
	switch {
	case k.keys.Skips(r):
	case r == '\r' || r == '\n':
		echo.WriteString("\r\n")
		out.WriteString(string(k.line) + "\n")
		k.line = nil
	case r == '\b' || r == 0x7f:
		if last := len(k.line) - 1; last >= 0 {
			echo.WriteString(strings.Repeat("\b \b", max(1, plain.Cells(string(k.line[last])))))
			k.line = k.line[:last]
		}
	case r == 0x15: // Ctrl+U takes the line back
		echo.WriteString(strings.Repeat("\b \b", plain.Cells(string(k.line))))
		k.line = nil
	case r == 0x03 || r == 0x04 && len(k.line) == 0: // Ctrl+C, and Ctrl+D
		return true
	case r == utf8.RuneError || !unicode.IsPrint(r) || len(k.line) >= longestTyped:
	default:
		k.line = append(k.line, r)
		echo.WriteRune(r)
	}
	return false
}
