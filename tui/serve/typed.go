package serve

import (
	"bufio"
	"bytes"
	"cmp"
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
// came alone, and that reading it can be ended from here.
type typed struct {
	byLine bool // what is read is no more than a line

	mu    sync.Mutex
	more  *sync.Cond // something came or was read
	bytes []byte
	err   error
}

func newTyped(byLine bool) *typed {
	t := &typed{byLine: byLine}
	t.more = sync.NewCond(&t.mu)
	return t
}

// takes takes what comes in until it ends.
func (t *typed) takes(in io.Reader) {
	part := make([]byte, 1<<10)
	for {
		n, err := in.Read(part)
		t.mu.Lock()
		t.bytes, t.err = append(t.bytes, part[:n]...), cmp.Or(t.err, err)
		t.more.Broadcast()
		for len(t.bytes) >= mostTyped && t.err == nil {
			t.more.Wait()
		}
		err = t.err
		t.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// ends ends it: what was not read by now never is.
func (t *typed) ends() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.bytes, t.err = nil, io.EOF
	t.more.Broadcast()
}

// Read hands out one line at most where that was asked for, so that the others are known to wait.
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
	if end := bytes.IndexByte(t.bytes, '\n'); t.byLine && end >= 0 {
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
	time.Sleep(moment) //nolint:forbidigo // nobody but the session that reads waits
	return t.waiting()
}

// longestTyped is how many letters of a line are taken. A note has room for 2,000.
const longestTyped = 4000

// keyboard makes lines of keys, where there is a terminal that sends each key as
// it is pressed and shows none: who asked for lines in a window types into one.
type keyboard struct {
	keys  *bufio.Reader
	shows *bufio.Writer
	line  []rune
	made  bytes.Buffer // of lines that were not read yet
	skips input.Plain
}

func newKeyboard(keys io.Reader, shows io.Writer) *keyboard {
	return &keyboard{keys: bufio.NewReader(keys), shows: bufio.NewWriter(shows)}
}

// Read hands out whole lines. What was typed is shown before anything comes of it.
func (k *keyboard) Read(p []byte) (int, error) {
	for k.made.Len() == 0 {
		r, _, err := k.keys.ReadRune()
		if err == nil {
			err = k.press(r)
		}
		if err != nil || k.made.Len() > 0 || k.keys.Buffered() == 0 {
			err = cmp.Or(err, k.shows.Flush())
		}
		if err != nil {
			return 0, err
		}
	}
	return k.made.Read(p)
}

// press takes one character. It returns io.EOF for one that ends the input.
func (k *keyboard) press(r rune) error {
	switch {
	case k.skips.Skips(r):
	case r == '\r' || r == '\n':
		k.show("\r\n")
		k.made.WriteString(string(k.line) + "\n")
		k.line = nil
	case r == '\b' || r == 0x7f:
		if last := len(k.line) - 1; last >= 0 {
			k.show(strings.Repeat("\b \b", max(1, plain.Cells(string(k.line[last])))))
			k.line = k.line[:last]
		}
	case r == 0x15: // Ctrl+U takes the line back
		k.show(strings.Repeat("\b \b", plain.Cells(string(k.line))))
		k.line = nil
	case r == 0x03 || r == 0x04 && len(k.line) == 0: // Ctrl+C, and Ctrl+D
		return io.EOF
	case r == utf8.RuneError || !unicode.IsPrint(r) || len(k.line) >= longestTyped:
	default:
		k.line = append(k.line, r)
		k.show(string(r))
	}
	return nil
}

// show writes what a key is seen as. Whatever fails, Flush says.
func (k *keyboard) show(text string) { k.shows.WriteString(text) } //nolint:errcheck // as above
