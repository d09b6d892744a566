package lines

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
)

// longestLine is how many bytes of a line are read. A note has room for 2,000
// letters.
const longestLine = 64 << 10

// typed is a line that came in, or why none did.
type typed struct {
	text   string
	size   int // in bytes, with its end
	behind int // how many bytes behind it were read already
	err    error
}

// isTooLong reports whether a line was not kept. It may end with a newline.
func (t typed) isTooLong() bool { return t.size > longestLine+1 }

// Run says the greeting, and then takes line for line until the reader leaves,
// the input ends, or ctx does. All three leave safely, and only a line that was
// ended with Enter counts.
func Run(ctx context.Context, l *Lines, greeting string, in io.Reader, out io.Writer) error {
	text := greeting
	asked, lines := make(chan struct{}, 1), make(chan typed, 1)
	defer close(asked)
	// A read from a terminal cannot be called off. This goroutine waits in it,
	// so that a signal need not.
	go readLines(in, asked, lines)
	for {
		if l.early <= 0 && l.binds() {
			l.early = l.waits(l.waiting) // before the page is shown: who is quick may answer it
		}
		if _, err := io.WriteString(out, text); err != nil {
			l.Leave()
			return fmt.Errorf("writing to standard output: %w", err)
		}
		if l.Over() {
			return nil
		}
		asked <- struct{}{}
		select {
		case <-ctx.Done():
			text = l.Leave()
		case line := <-lines:
			text = l.take(line)
			if line.err != nil && !errors.Is(line.err, io.EOF) {
				_, err := io.WriteString(out, text)
				return errors.Join(fmt.Errorf("reading what was typed: %w", line.err), err)
			}
		}
	}
}

// take answers what came in.
func (l *Lines) take(line typed) string {
	l.behind = line.behind
	l.inBurst(line)
	switch {
	case line.err != nil:
		return l.end(line.size > 0)
	case l.early > 0:
		return l.tooEarly(line)
	case line.isTooLong():
		l.answered = true
		l.say(l.words.Plain.LineTooBig)
		return l.flush()
	default:
		return l.Line(line.text)
	}
}

// end leaves because the input has ended, or ended before Enter.
func (l *Lines) end(unended bool) string {
	words := l.words.Plain
	if unended {
		l.say(words.Unended)
	} else {
		l.say(words.NoAnswer)
	}
	text := l.Leave()
	if !l.answered {
		l.say(words.Print)
		text += l.flush()
	}
	return text
}

// readLines hands out a line each time that one is asked for. It reads none
// before, so that what waits is known.
func readLines(in io.Reader, asked <-chan struct{}, lines chan<- typed) {
	reader := bufio.NewReader(in)
	for range asked {
		lines <- readLine(reader)
	}
}

// readLine reads to the end of a line.
func readLine(reader *bufio.Reader) typed {
	var line typed
	for {
		part, err := reader.ReadSlice('\n')
		line.size += len(part)
		if line.text += string(part); line.isTooLong() {
			line.text = ""
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			line.text, line.err, line.behind = strings.TrimRight(line.text, "\r\n"), err, reader.Buffered()
			return line
		}
	}
}
