package serve

import (
	"bytes"
	"io"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	"firstsession/content/plain"
	"firstsession/tui/input"
)

const (
	// mostTyped is how much that was typed waits to be read; more waits at the
	// reader's own computer.
	mostTyped = 64 << 10
	// moment is how long the rest of a paste may take to come over a network.
	moment = 120 * time.Millisecond
)

// typed is what came in and was not read yet, so that it is known whether a line
// came alone.
type typed struct {
	mu    sync.Mutex
	more  *sync.Cond // something came or was read
	bytes []byte
	err   error
}

func newTyped() *typed {
	t := &typed{}
	t.more = sync.NewCond(&t.mu)
	return t
}

// takes takes what comes in until it ends.
func (t *typed) takes(in io.Reader) {
	part := make([]byte, 4<<10)
	for {
		n, err := in.Read(part)
		t.mu.Lock()
		t.bytes, t.err = append(t.bytes, part[:n]...), err
		t.more.Broadcast()
		for len(t.bytes) >= mostTyped && err == nil {
			t.more.Wait()
		}
		t.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// Read hands out one line at most, so that those behind it are known to wait.
func (t *typed) Read(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for len(t.bytes) == 0 && t.err == nil {
		t.more.Wait()
	}
	if len(t.bytes) == 0 {
		return 0, t.err
	}
	n := len(t.bytes)
	if end := bytes.IndexByte(t.bytes, '\n'); end >= 0 {
		n = end + 1
	}
	n = copy(p, t.bytes[:n])
	if t.bytes = t.bytes[n:]; len(t.bytes) == 0 {
		t.bytes = nil
	}
	t.more.Broadcast()
	return n, nil
}

// waiting is how many bytes of whole lines wait.
func (t *typed) waiting() int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return bytes.LastIndexByte(t.bytes, '\n') + 1
}

// soon is the same after a moment in which more may come.
func (t *typed) soon() int {
	if n := t.waiting(); n > 0 {
		return n
	}
	time.Sleep(moment)
	return t.waiting()
}

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
