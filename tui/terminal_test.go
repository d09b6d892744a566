//go:build linux || darwin

package tui

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"

	"firstsession/tui/command/shell"
)

// terminal is a terminal that the program, or a part of it, runs in: it draws
// what it is sent, and answers what it is asked.
type terminal struct {
	t       *testing.T
	file    *os.File // the side of the person
	mu      sync.Mutex
	screen  *vt.Emulator
	raw     bytes.Buffer
	changed chan struct{}
	closed  chan struct{}
}

// patience is how long anything may take before a test gives up.
const patience = 20 * time.Second

// watch draws all that comes out of a terminal until its end.
func watch(t *testing.T, file *os.File, width, height int) *terminal {
	term := &terminal{
		t: t, file: file, screen: vt.NewEmulator(width, height),
		changed: make(chan struct{}, 1), closed: make(chan struct{}),
	}
	go func() { _, _ = io.Copy(file, term.screen) }() // its answers
	go func() {
		defer close(term.closed)
		data := make([]byte, 4096)
		for {
			n, err := file.Read(data)
			term.mu.Lock()
			term.raw.Write(data[:n])
			_, _ = term.screen.Write(data[:n])
			term.mu.Unlock()
			select {
			case term.changed <- struct{}{}:
			default:
			}
			if err != nil {
				// That ends its answers, and frees four megabytes. Its own Close races with them.
				if answers, ok := term.screen.InputPipe().(io.Closer); ok {
					_ = answers.Close()
				}
				return
			}
		}
	}()
	return term
}

// shows is what stands in the terminal, without spaces at the ends of lines.
func (term *terminal) shows() string {
	term.mu.Lock()
	defer term.mu.Unlock()
	return trimmed(term.screen.String())
}

func trimmed(text string) string {
	lines := strings.Split(strings.ReplaceAll(text, "\r", ""), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
	}
	return strings.TrimRight(strings.Join(lines, "\n"), "\n")
}

// wait waits until what is shown fits.
func (term *terminal) wait(what string, fits func(string) bool) {
	term.t.Helper()
	late := time.After(patience)
	for {
		if fits(term.shows()) {
			return
		}
		select {
		case <-term.changed:
		case <-term.closed:
			if !fits(term.shows()) {
				term.t.Fatalf("it ended without showing %s:\n%s", what, term.shows())
			}
		case <-late:
			term.t.Fatalf("it does not show %s, but\n%s", what, term.shows())
		}
	}
}

func (term *terminal) waitFor(words ...string) {
	term.t.Helper()
	term.wait(strings.Join(words, " and "), func(shown string) bool {
		flat := strings.Join(strings.Fields(shown), " ")
		for _, word := range words {
			if !strings.Contains(flat, word) {
				return false
			}
		}
		return true
	})
}

func (term *terminal) typed(keys string) {
	term.t.Helper()
	if _, err := io.WriteString(term.file, keys); err != nil {
		term.t.Fatal(err)
	}
}

// modes are the switches of a terminal: which were set and not reset since.
var modes = regexp.MustCompile(`\x1b\[\?([0-9;]+)([hl])`)

// isGivenBack fails the test if the terminal is not as it was before.
func (term *terminal) isGivenBack() {
	term.t.Helper()
	<-term.closed
	on := map[string]bool{"25": true}
	for _, found := range modes.FindAllStringSubmatch(term.raw.String(), -1) {
		for _, mode := range strings.Split(found[1], ";") {
			on[mode] = found[2] == "h"
		}
	}
	for mode, name := range map[string]string{
		"1049": "the other screen", "1000": "the mouse", "1002": "the mouse", "1003": "the mouse", "1006": "the mouse",
		"2004": "bracketed paste", "1004": "reports of focus", "2026": "synchronised output",
	} {
		if on[mode] {
			term.t.Errorf("%s is still on", name)
		}
	}
	if !on["25"] {
		term.t.Error("the cursor is still hidden")
	}
}

// process is the program itself in a terminal.
type process struct {
	*terminal
	cmd   *exec.Cmd
	ended chan error
}

// run starts the program for the reader at a computer.
func run(t *testing.T, home string, height int, args ...string) *process {
	t.Helper()
	return inTerminal(t, home, pty.Winsize{Rows: uint16(height), Cols: 80}, nil, args...)
}

// inTerminal starts the program in a terminal with an environment and a size of
// its own. One without a size is drawn on 80 by 40 cells.
func inTerminal(t *testing.T, home string, size pty.Winsize, env []string, args ...string) *process {
	t.Helper()
	cmd := programAt(t, home, env, args...)
	file, err := pty.StartWithSize(cmd, &size)
	if err != nil {
		t.Fatal(err)
	}
	return watched(t, cmd, file, size)
}

// watched is a program that was started in a terminal.
func watched(t *testing.T, cmd *exec.Cmd, file *os.File, size pty.Winsize) *process {
	p := &process{
		terminal: watch(t, file, int(cmp.Or(size.Cols, 80)), int(cmp.Or(size.Rows, 40))),
		cmd:      cmd, ended: make(chan error, 1),
	}
	go func() { p.ended <- cmd.Wait() }()
	t.Cleanup(func() {
		_ = cmd.Process.Kill() // if it has not ended yet
		<-p.closed
		_ = file.Close()
	})
	return p
}

// programAt is the program, as it is started on a reader's computer.
func programAt(t *testing.T, home string, env []string, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return &exec.Cmd{
		Path: self, Args: append([]string{"firstsession"}, args...), Dir: home,
		Env: append([]string{
			"HOME=" + home, "XDG_STATE_HOME=" + filepath.Join(home, "state"), "TERM=xterm-256color", "LANG=C.UTF-8",
			// The reader of keys, which is a library's, may race with its own
			// closing. The exit code is to be the program's all the same.
			"GORACE=exitcode=0",
		}, env...),
	}
}

// end waits for the end, and returns the exit code; -1 after a kill.
func (p *process) end() int {
	p.t.Helper()
	select {
	case err := <-p.ended:
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			return exit.ExitCode()
		}
		if err != nil {
			p.t.Fatal(err)
		}
		return shell.ExitDone
	case <-time.After(patience):
		p.t.Fatalf("it does not end, and shows\n%s", p.shows())
		return shell.ExitFailed
	}
}
