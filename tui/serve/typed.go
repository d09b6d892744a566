package serve

import (
	"bytes"
	"io"
	"sync"
	"time"
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
	time.Sleep(moment) //nolint:forbidigo // nobody but the session that reads waits
	return t.waiting()
}
