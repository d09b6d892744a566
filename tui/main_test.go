package tui

import (
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"firstsession/content/disk/disktest"
	"firstsession/content/guidetest"
	"firstsession/tui/command/shell"
)

// TestMain lets a test start the program itself, as another process.
func TestMain(m *testing.M) {
	testscript.Main(disktest.InMemory{M: m}, map[string]func(){
		"firstsession": func() {
			os.Exit(Main(os.Args[1:], Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}, os.Getenv))
		},
	})
}

func noEnvironment(string) string { return "" }

func TestMainSaysOnceWhyItFailed(t *testing.T) {
	t.Parallel()
	full := fmt.Errorf("write: %w", syscall.ENOSPC)
	for _, c := range []struct {
		name string
		args []string
		out  io.Writer
		code int
		said string
	}{
		{"done", []string{"check"}, io.Discard, shell.ExitDone, ""},
		{"no args and nothing to read", nil, io.Discard, shell.ExitDone, ""},
		{"full lines", nil, failing{full}, shell.ExitFailed, "firstsession: writing to standard output: write: no space left on device\n"},
		{"too narrow", []string{"--width", "3"}, io.Discard, shell.ExitUsage, "firstsession: --width is at least 20, or 0 for as many as the terminal has\n"},
		{"full", []string{"print"}, failing{full}, shell.ExitFailed, "firstsession: writing to standard output: write: no space left on device\n"},
		{"full check", []string{"check"}, failing{full}, shell.ExitFailed, "firstsession: writing to standard output: write: no space left on device\n"},
		{"full help", []string{"help"}, failing{full}, shell.ExitFailed, "firstsession: writing to standard output: write: no space left on device\n"},
		{"nobody reads", []string{"print"}, failing{syscall.EPIPE}, shell.ExitFailed, ""},
		{"nobody reads help", []string{"--help"}, failing{syscall.EPIPE}, shell.ExitFailed, ""},
		{"usage", []string{"nonsense"}, io.Discard, shell.ExitUsage, "firstsession: there is no command \"nonsense\"\nSee: firstsession --help\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var said strings.Builder
			code := obey(c.args, Streams{In: strings.NewReader(""), Out: c.out, Err: &said}, noEnvironment)
			if code != c.code || said.String() != c.said {
				t.Errorf("code %d, said %q; want %d, %q", code, said.String(), c.code, c.said)
			}
		})
	}
}

func TestMainFailsWhereItCannotSpeak(t *testing.T) {
	mute := Streams{In: strings.NewReader(""), Out: io.Discard, Err: failing{syscall.ENOSPC}}
	if code := obey([]string{"check", "nowhere"}, mute, noEnvironment); code != shell.ExitFailed {
		t.Errorf("code %d", code)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

// notOnWindows leaves a test out on Windows, where what it says cannot be so.
func notOnWindows(t *testing.T, why string) {
	if runtime.GOOS == "windows" {
		t.Skip(why)
	}
}

// obey is Main, with nothing set for the process of the tests.
func obey(args []string, streams Streams, getenv func(string) string) int {
	return perform(args, streams, getenv, keepAll, guidetest.Read)
}

// keepAll leaves the garbage of a test to the tests.
func keepAll(int) {}
