package tui

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"testing"

	"firstsession/content/journal"
	"firstsession/content/walk"
	"firstsession/tui/lines"
)

// fork is the same reader at another computer, which has all that is on the
// disk of the first.
func (r *lineReader) fork() *lineReader {
	r.t.Helper()
	other := &lineReader{computer: r.computer}
	other.fake = r.fake.Clone()
	o := *r.o
	there := other.newProgram().openDisk()
	if there.trouble != nil {
		r.t.Fatal(there.trouble)
	}
	if waits := r.visit().Facts[len(there.found.Facts):]; len(waits) > 0 && there.store.Keep(waits) != nil {
		r.t.Log("what was not kept at the first is not kept at the second")
	}
	o.store, o.visit, o.closes = there.store, r.visit().Copy(there.store), there.closes
	other.o, other.lines = &o, r.lines.On(o.visit)
	return other
}

// runs takes what is typed to its end, as if it came through a pipe.
func (r *lineReader) runs(ctx context.Context, greeting string, in io.Reader, out io.Writer) {
	r.t.Helper()
	if err := errors.Join(lines.Run(ctx, r.lines, greeting, in, out), r.o.closes()); err != nil {
		r.t.Fatal(err)
	}
}

// left is what is on the disk: the facts, and the files of records.
func (r *lineReader) left() string {
	r.t.Helper()
	return strings.Join(append(factLines(r.facts(), nil), fmt.Sprint(len(r.in("records", "*", "")), " files")), "\n")
}

// bytesLeft is the same to the byte, which takes no reading.
func (r *lineReader) bytesLeft() string {
	r.t.Helper()
	data, err := r.fake.Read(r.journal(), journal.MaxSize)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		r.t.Fatal(err)
	}
	return fmt.Sprintf("%s%q", data, r.in("records", "*", ""))
}

// wholeWalk is a walk from the first page to a record, with places beside it.
// Each line that is typed is heard of beforehand.
func wholeWalk(t *testing.T, hear func(r *lineReader, line string)) *lineReader {
	t.Helper()
	r := beginLines(onFake(t))
	r.before = func(line string) { hear(r, line) }
	types := func(lines ...string) {
		for _, line := range lines {
			r.types("%s", line)
		}
	}
	types("", "note Is there a lift", "help now", "chapters", "", "?", "xyzzy")
	toTheEnd(r)
	types("glossary", "search pocket", "1", "", "back", "sign again", "do not sign", "stop")
	if !r.lines.Over() || len(r.in("records", "*", "")) < 2 {
		t.Fatalf("it ends at %q:\n%s", r.at(), r.heard)
	}
	return r
}

// cancelling is an output with whose first text a context ends, as it does on a
// hang-up or Ctrl+C.
type cancelling struct {
	said   bytes.Buffer
	cancel context.CancelFunc
}

func (c *cancelling) Write(text []byte) (int, error) {
	c.cancel()
	return c.said.Write(text)
}

func TestAnEndAtAnyPromptIsNeverAnAnswer(t *testing.T) {
	t.Parallel()
	var typed []string
	whole := wholeWalk(t, func(r *lineReader, line string) {
		before := r.bytesLeft()
		for _, end := range []string{"", line + " ", "agree", "sign", "\r", "1"} {
			var said bytes.Buffer
			other := r.fork()
			other.runs(t.Context(), "", strings.NewReader(end), &said)
			other.hasEnded(line, end, before, said.String())
		}
		ctx, cancel := context.WithCancel(t.Context())
		in, out := io.Pipe()
		hangUp := cancelling{cancel: cancel}
		other := r.fork()
		other.runs(ctx, "", in, &hangUp)
		other.hasEnded(line, "", before, hangUp.said.String())
		if err := out.Close(); err != nil {
			t.Fatal(err)
		}
		typed = append(typed, line)
	})
	if len(typed) < 150 {
		t.Fatalf("the walk has %d lines", len(typed))
	}
	piped := beginLines(onFake(t))
	piped.runs(t.Context(), piped.heard, strings.NewReader(strings.Join(append(typed, ""), "\n")), io.Discard)
	if got, want := piped.left(), whole.left(); got != want {
		t.Errorf("through a pipe there is\n%s\nwant\n%s", got, want)
	}
}

// hasEnded holds what is on the disk against what was there before the line
// that was not typed.
func (r *lineReader) hasEnded(line, end, before, said string) {
	r.t.Helper()
	if left := r.bytesLeft(); left != before {
		r.t.Fatalf("before %q, ended with %q, there is\n%s\nwant\n%s", line, end, left, before)
	}
	if !r.visit().Fresh() && !strings.Contains(said, "Start firstsession the same way, and it goes on here: ") {
		r.t.Fatalf("before %q, ended with %q, it does not say where it goes on:\n%s", line, end, said)
	}
	if end != "" && !strings.Contains(said, "not ended with Enter") {
		r.t.Fatalf("before %q, ended with %q, it does not say that the last line was left out", line, end)
	}
}

func TestWhoeverComesBackAfterAnEndGoesOnThere(t *testing.T) {
	t.Parallel()
	r := beginLines(onFake(t))
	for steps := 0; r.visit().Step().Kind != walk.Closing; steps++ {
		if steps > 400 {
			t.Fatalf("the walk, ended after every step, is at %q", r.at())
		}
		stepOn(r)
		r.runs(t.Context(), "", strings.NewReader("agree"), io.Discard)
		r.start()
	}
	if files := r.in("records", "*", ""); len(files) < 2 {
		t.Errorf("there are %d files of a record", len(files))
	}
}
