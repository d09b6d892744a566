package tui

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"firstsession/content"
)

// The exit codes, which scripts rely on.
const (
	exitDone     = 0
	exitFailed   = 1
	exitUsage    = 2
	exitProblems = 3
)

// exitError is an error with an exit code of its own; others are exitFailed.
type exitError struct {
	code int
	err  error
}

func (e exitError) Error() string { return e.err.Error() }
func (e exitError) Unwrap() error { return e.err }

// usage is an error in how a command was called.
func usage(cmd *cobra.Command, err error) error {
	return exitError{exitUsage, fmt.Errorf("%w\nSee: %s --help", err, cmd.CommandPath())}
}

// problems is an error in a guide's folder.
func problems(format string, args ...any) error {
	return exitError{exitProblems, fmt.Errorf(format, args...)}
}

// report shows an error, once, and gives its exit code. Only what is said
// about usage may take more than one line.
func report(w io.Writer, err error) int {
	if err == nil {
		return exitDone
	}
	if errors.Is(err, syscall.EPIPE) {
		return exitFailed // whoever was reading has gone, and wants no more words
	}
	code, text := exitFailed, oneLine(err.Error())
	var exit exitError
	if errors.As(err, &exit) {
		code = exit.code
	}
	if code == exitUsage {
		text = printable(err.Error())
	}
	if _, err := fmt.Fprintln(w, "firstsession: "+text); err != nil {
		return max(code, exitFailed) // there is nowhere left to say so
	}
	return code
}

// output is where results go. It remembers the first error of writing, which
// Main reports, and writes nothing after it.
type output struct {
	writer io.Writer
	err    error
}

// print writes a result.
func (o *output) print(text string) {
	if o.err != nil {
		return
	}
	if _, err := io.WriteString(o.writer, text); err != nil {
		o.err = fmt.Errorf("writing to standard output: %w", err)
	}
}

func (o *output) Write(data []byte) (int, error) {
	if o.print(string(data)); o.err != nil {
		return 0, o.err
	}
	return len(data), nil
}

// printable makes a text harmless that may hold names of files or words from
// files: whatever a terminal could take for a command becomes a question mark.
func printable(text string) string {
	return content.Printable(text, "?")
}

func oneLine(text string) string {
	return strings.ReplaceAll(printable(strings.TrimSpace(text)), "\n", "; ")
}
