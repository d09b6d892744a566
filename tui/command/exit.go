package command

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

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

// usage is an error in how a command was called, whose help would tell more.
func usage(cmd *cobra.Command, err error) error {
	return Misused("%w\nSee: %s --help", err, cmd.CommandPath())
}

// problems is an error in a guide's folder.
func problems(format string, args ...any) error {
	return exitError{ExitProblems, fmt.Errorf(format, args...)}
}

// report shows an error, once, and gives its exit code. Only what is said
// about usage may take more than one line.
func report(w io.Writer, err error) int {
	if err == nil {
		return ExitDone
	}
	if errors.Is(err, syscall.EPIPE) {
		return ExitFailed // whoever was reading has gone, and wants no more words
	}
	code, text := ExitFailed, oneLine(err.Error())
	if exit := (exitError{}); errors.As(err, &exit) {
		code = exit.code
	}
	if code == ExitUsage {
		text = printable(err.Error())
	}
	_, _ = fmt.Fprintln(w, "firstsession: "+text) // if it fails, there is nowhere left to say so
	return code
}

// output is where results go. It remembers the first error of writing, which
// Run reports, and writes nothing after it.
type output struct {
	writer io.Writer
	err    error
}

// print writes a result.
func (o *output) print(text string) {
	_, _ = io.WriteString(o, text) // an error is remembered
}

func (o *output) Write(data []byte) (n int, err error) {
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
	if _, err := fmt.Fprintln(s.Err, oneLine(fmt.Sprintf(format, args...))); err != nil {
		return fmt.Errorf("writing to standard error: %w", err)
	}
	return nil
}

// printable makes a text harmless that may hold names of files or words from
// files: whatever a terminal could take for a command becomes a question mark.
func printable(text string) string {
	return plain.Printable(text, "?")
}

func oneLine(text string) string {
	return plain.Strung(printable(strings.TrimSpace(text)))
}
