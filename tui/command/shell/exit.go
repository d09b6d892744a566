package shell

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"firstsession/content"
	"firstsession/content/plain"
)

// The exit codes, which scripts rely on: it is done, it failed, it was asked for
// in a way that the program does not know, there are problems in a guide.
const (
	ExitDone     = 0
	ExitFailed   = 1
	ExitUsage    = 2
	ExitProblems = 3
)

// exitError is an error with an exit code of its own; others are ExitFailed.
type exitError struct {
	code int
	err  error
}

func (e exitError) Error() string { return e.err.Error() }
func (e exitError) Unwrap() error { return e.err }

// Misused is an error in how the program was called.
func Misused(format string, args ...any) error {
	return exitError{ExitUsage, fmt.Errorf(format, args...)}
}

// Usage is an error in how a command was called, whose help would tell more.
func Usage(cmd *cobra.Command, err error) error {
	return Misused("%w\nSee: %s --help", err, cmd.CommandPath())
}

// Problems is an error in a guide's folder.
func Problems(format string, args ...any) error {
	return exitError{ExitProblems, fmt.Errorf(format, args...)}
}

// Report shows an error, once, and gives its exit code. Only what is said
// about usage may take more than one line.
func Report(w io.Writer, err error, in func() *content.Guide) int {
	if err == nil {
		return ExitDone
	}
	if errors.Is(err, syscall.EPIPE) {
		return ExitFailed // whoever was reading has gone, and wants no more words
	}
	code, said := ExitFailed, Why(err, in())
	text := OneLine(said)
	if exit, ok := errors.AsType[exitError](err); ok {
		code = exit.code
	}
	if code == ExitUsage {
		text = Printable(said)
	}
	_, _ = fmt.Fprintln(w, "firstsession: "+text) // if it fails, there is nowhere left to say so
	return code
}

// Why is what an error says: in another language than English only its reason, as far
// as there are words for that.
func Why(err error, in *content.Guide) string {
	if in.Language != "en" && in.Words.Reason(err) != plain.Reason(err) {
		return in.Words.Reason(err)
	}
	return err.Error()
}

// Output is where results go. It remembers the first error of writing, which
// command.Run reports, and writes nothing after it.
type Output struct {
	writer io.Writer
	err    error
}

// NewOutput returns one that writes to w.
func NewOutput(w io.Writer) *Output { return &Output{writer: w} }

// Err is the first error of writing; nil where there was none.
func (o *Output) Err() error { return o.err }

// Print writes a result.
func (o *Output) Print(text string) {
	_, _ = io.WriteString(o, text) // an error is remembered
}

func (o *Output) Write(data []byte) (n int, err error) {
	if o.err != nil {
		return 0, o.err
	}
	if n, err = o.writer.Write(data); err != nil {
		o.err = fmt.Errorf("writing to standard output: %w", err)
	}
	return n, o.err
}

// Say is talk for the person, apart from the results, and takes one line.
func (s Streams) Say(format string, args ...any) error {
	if _, err := fmt.Fprintln(s.Err, OneLine(fmt.Sprintf(format, args...))); err != nil {
		return fmt.Errorf("writing to standard error: %w", err)
	}
	return nil
}

// SayEach is Say of several lines.
func (s Streams) SayEach(lines []string) (all error) {
	for _, line := range lines {
		all = errors.Join(all, s.Say("%s", line))
	}
	return all
}

// Tell is talk in words of the guide, filled in.
func (s Streams) Tell(word string, pairs ...any) error { return s.tell(plain.Fill(word, pairs...)) }

// tell breaks its line between words, at the edge of the window if there is one.
func (s Streams) tell(text string) error {
	if s.Wide == 0 {
		return s.Say("%s", text)
	}
	return s.SayEach(plain.Wrap(OneLine(text), s.Wide))
}

// Printable makes a text harmless that may hold names of files or words from
// files: whatever a terminal could take for a command becomes a question mark.
func Printable(text string) string { return plain.Printable(text, "?") }

// OneLine is such a text in one line.
func OneLine(text string) string { return plain.Strung(Printable(strings.TrimSpace(text))) }
