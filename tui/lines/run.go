package lines

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"firstsession/content/page"
	"firstsession/content/plain"
)

// longestLine is how many bytes of a line are read. A note has room for 2,000 letters.
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
	l.say(plain.Either(unended, words.Unended, words.NoAnswer))
	text := l.Leave()
	if !l.answered {
		l.say(words.Print)
		text += l.flush()
	}
	return text
}

// readLines hands out a line each time that one is asked for, and none before: what waits is known.
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

// At a terminal, an answer or a signature comes from a deliberate act: what was
// typed or pasted before its page was shown does nothing there, and a line counts
// only if it comes alone. How fast a line comes says nothing of that, since a
// switch, dictation and a slow link send bursts. Through a pipe, all lines wait.

// Watch hands in how many bytes of whole lines wait to be read, at once and
// after a moment in which more may come: a terminal hands out the first line of
// a paste before the others have arrived. Without it, as through a pipe, nothing
// is refused. A terminal cuts what is longer than longest bytes, in silence.
func (l *Lines) Watch(waiting, soon func() int, longest int) {
	l.waiting, l.soon, l.longest = waiting, soon, longest
}

// waits is how many bytes of whole lines wait, here or in the terminal.
func (l *Lines) waits(count func() int) int {
	if count == nil {
		return 0
	}
	return l.behind + count()
}

// inBurst has a line refused with the others if it did not come alone. What is
// refused already ends with the last line behind which nothing comes.
func (l *Lines) inBurst(line typed) {
	if l.early <= line.size && l.binds() {
		if more := l.waits(l.soon); more > 0 {
			l.early = line.size + more
		}
	}
}

// binds reports whether the page shown answers or signs.
func (l *Lines) binds() bool { return !l.Over() && l.visit.Binds() }

// tooEarly passes over a line that was there before its page was, and says so
// once, after the last of them. Only help now is never out of place.
func (l *Lines) tooEarly(line typed) string {
	s := clean(line.text)
	l.visit.Forget()
	l.twice, l.done = "", 0
	if m, _, _ := l.vocab.find(s); m == page.HelpNow || l.visit.IsCry(s.text) {
		l.wholePage(page.NewHelp().Show(l.visit.State()))
	}
	if l.early -= line.size; l.early > 0 {
		return l.written()
	}
	l.say(l.words.Lines.Waited)
	l.whole = true // where one is, too
	return l.flush()
}
