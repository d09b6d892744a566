package serve

import (
	"bytes"
	"context"
	"io"

	"firstsession/content/visit"
	"firstsession/tui/lines"
)

// lines says a visit line by line.
func (one *session) lines(ctx context.Context, v *visit.Visit) error {
	l := lines.New(v, one.broken())
	typed := newTyped()
	var in io.Reader = one
	var out io.Writer = one.channel
	if one.isTerminal() {
		keys := &keyboard{shows: one.channel}
		in, out = keys.reads(one), ended{one.channel}
	}
	go typed.takes(in)
	l.Watch(typed.waiting, typed.soon, 0)
	return lines.Run(ctx, l, l.Greeting(), typed, out)
}

// columns is the width of lines for a client that told none.
const columns = 80

// broken is where lines are broken. A server has no terminal that breaks them
// between words, and most windows are at least this wide.
func (one *session) broken() int {
	one.mu.Lock()
	defer one.mu.Unlock()
	if one.width > 0 {
		return one.width
	}
	return columns
}

// ended ends lines as a terminal wants it.
type ended struct{ to io.Writer }

func (e ended) Write(text []byte) (int, error) {
	if _, err := e.to.Write(bytes.ReplaceAll(text, []byte("\n"), []byte("\r\n"))); err != nil {
		return 0, err
	}
	return len(text), nil
}
