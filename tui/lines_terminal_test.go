//go:build linux || darwin

package tui

import (
	"bytes"
	"errors"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"

	"firstsession/content/visit"
	"firstsession/tui/command/shell"
)

var window = pty.Winsize{Rows: 40, Cols: 80}

func TestATerminalThatCannotDrawIsReadLineByLine(t *testing.T) {
	for _, test := range []struct {
		name string
		size pty.Winsize
		env  []string
		args []string
		draw bool
	}{
		{"a dumb terminal", window, []string{"TERM=dumb"}, nil, false},
		{"no kind of terminal", window, []string{"TERM="}, nil, false},
		{"no size", pty.Winsize{}, nil, nil, false},
		{"no width", pty.Winsize{Rows: 24}, nil, nil, false},
		{"FIRSTSESSION_PLAIN", window, []string{"FIRSTSESSION_PLAIN=1"}, nil, false},
		{"ACCESSIBLE", window, []string{"ACCESSIBLE=1"}, nil, false},
		{"--plain", window, nil, []string{"--plain"}, false},
		{"a wish that says no", window, []string{"FIRSTSESSION_PLAIN=0", "ACCESSIBLE="}, nil, true},
		{"a terminal that can draw", window, nil, nil, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			p := inTerminal(t, t.TempDir(), test.size, test.env, test.args...)
			if test.draw {
				p.waitFor("F1 ! help now")
				p.typed("q")
			} else {
				p.waitFor("Enter: begin")
				p.typed("stop\r")
			}
			if code := p.end(); code != shell.ExitDone {
				t.Errorf("it ends with %d", code)
			}
			<-p.closed
			if drawn := strings.Contains(p.raw.String(), "\x1b"); drawn != test.draw {
				t.Errorf("escape sequences %v, want %v: %q", drawn, test.draw, p.raw.String())
			}
		})
	}
}

func TestWithATerminalForInputOnlyItSaysOneLineAndEnds(t *testing.T) {
	file, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _, _ = file.Close(), tty.Close() })
	for _, test := range []struct {
		args []string
		code int
	}{{nil, shell.ExitUsage}, {[]string{"--plain"}, shell.ExitDone}} {
		var out, said bytes.Buffer
		cmd := programAt(t, t.TempDir(), nil, test.args...)
		cmd.Stdin, cmd.Stdout, cmd.Stderr = tty, &out, &said
		if test.code == shell.ExitDone {
			if _, err := file.WriteString("stop\n"); err != nil {
				t.Fatal(err)
			}
		}
		code := shell.ExitDone
		var exit *exec.ExitError
		if err := cmd.Run(); errors.As(err, &exit) {
			code = exit.ExitCode()
		}
		if code != test.code {
			t.Errorf("%v ends with %d, want %d", test.args, code, test.code)
		}
		oneLine := strings.Count(said.String(), "\n") == 1 && strings.Contains(said.String(), "--plain")
		if code == shell.ExitUsage && (!oneLine || out.Len() > 0) || code == shell.ExitDone && said.Len() > 0 {
			t.Errorf("%v says %q, and writes %q", test.args, said.String(), out.String())
		}
	}
}

func TestAnInputThatIsNoTerminalIsReadLineByLine(t *testing.T) {
	p := inTerminal(t, t.TempDir(), window, nil, "--plain")
	p.typed("\r")
	p.waitFor("Chapter 1 of 10: Welcome.")
	p.typed("stop\r")
	p.end()

	var out bytes.Buffer
	cmd := programAt(t, t.TempDir(), nil)
	cmd.Stdin, cmd.Stdout = strings.NewReader("\nstop\n"), &out
	if err := cmd.Run(); err != nil || !strings.Contains(out.String(), "Chapter 1 of 10: Welcome.") || strings.Contains(out.String(), "\x1b") {
		t.Errorf("%v: %q", err, out.String())
	}
}

func TestHoweverOneLeavesTheLinesThePlaceIsKeptAndNothingIsAnswered(t *testing.T) {
	for _, test := range []struct {
		name, half string
		leave      func(p *process)
	}{
		{"Ctrl+C", "", func(p *process) { p.typed("\x03") }},
		{"Ctrl+C in a word", "agr", func(p *process) { p.typed("\x03") }},
		{"Ctrl+D", "", func(p *process) { p.typed("\x04") }},
		{"Ctrl+D behind a word", "agree", func(p *process) { p.typed("\x04\x04") }},
		{"SIGHUP", "agree", func(p *process) { p.signal(syscall.SIGHUP) }},
		{"SIGTERM", "", func(p *process) { p.signal(syscall.SIGTERM) }},
		{"SIGINT", "agree", func(p *process) { p.signal(syscall.SIGINT) }},
		{"SIGQUIT", "", func(p *process) { p.signal(syscall.SIGQUIT) }},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			home := t.TempDir()
			p := run(t, home, 40, "--plain")
			p.waitFor("Enter: begin")
			for _, step := range []struct{ typed, shown string }{
				{"", "Enter: go on. Or back,"}, {"chapters", "1 to 10: read it."},
				{"10", "Enter: go on. Or back,"}, {"", "Not answered yet."},
			} {
				p.typed(step.typed + "\r")
				p.waitFor(step.shown)
			}
			if test.half != "" {
				p.typed(test.half)
				p.waitFor("hear all commands. " + test.half)
			}
			test.leave(p)
			if code := p.end(); code != shell.ExitDone {
				t.Errorf("it ends with %d", code)
			}
			<-p.closed
			if shown := p.shows(); !strings.Contains(strings.Join(strings.Fields(shown), " "), "goes on here: Chapter 10 of 10") {
				t.Errorf("it does not say where it goes on:\n%s", shown)
			}
			kept := &computer{t: t, home: home}
			compare(t, "facts", factLines(kept.facts(), nil), []string{"reach welcome", "reach commitment", "pass commitment", "reach keep-private"})
			again := run(t, home, 40, "--plain")
			again.waitFor("Welcome back", "Not answered yet.")
			again.typed("stop\r")
			again.end()
		})
	}
}

func TestAPasteIntoATerminalAnswersNoPromise(t *testing.T) {
	for name, paste := range map[string]string{
		"from the page before": strings.Repeat("\ragree\r", 12) + "Anna\rsign\r",
		"at the promise":       strings.Repeat("agree\r\r", 12) + "Anna\rsign\r",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			home := t.TempDir()
			p := atThePromises(t, home)
			if paste[0] != '\r' {
				p.typed("\r")
				p.waitFor("Not answered yet.")
			}
			p.typed(paste)
			p.waitFor("Please type your answer now. Promise 1 of 7, not answered yet.")
			p.typed("talk first\r") // one line alone is never refused
			p.waitFor("Promise 1 of 7, answered:")
			p.typed("stop\r")
			if code := p.end(); code != shell.ExitDone {
				t.Errorf("it ends with %d", code)
			}
			c := computer{t: t, home: home}
			answers := 0
			for _, fact := range c.facts() {
				if fact.Kind == "set answer" {
					answers++
				}
			}
			if answers != 1 {
				t.Errorf("%d promises are answered", answers)
			}
		})
	}
}

// atThePromises is line mode in a terminal, on the page before the promises.
func atThePromises(t *testing.T, home string) *process {
	t.Helper()
	p := inTerminal(t, home, window, nil, "--plain")
	p.waitFor("Enter: begin")
	p.typed("\r")
	p.waitFor("Enter: go on. Or back")
	p.typed("chapters\r")
	p.waitFor("1 to 10: read it")
	p.typed("10\r")
	p.waitFor("Chapter 10 of 10")
	return p
}

// stuck is an output that nobody reads.
type stuck struct{ written, never chan struct{} }

func (s stuck) Write([]byte) (int, error) {
	close(s.written)
	<-s.never
	return 0, syscall.EPIPE
}

// One signal ends all the programs that hear it, so that they wait for their readers at once.
func TestASignalEndsTheLinesThoughNobodyReadsThem(t *testing.T) {
	for _, signal := range []syscall.Signal{syscall.SIGTERM, syscall.SIGINT, syscall.SIGHUP} {
		ended := make(chan error)
		visits := map[string]*visit.Visit{}
		for _, typed := range []string{"\n", "", "?\n?\n", "help now\n"} {
			c := computer{t: t, home: t.TempDir()}
			p := c.newProgram()
			o := c.open(p)
			out := stuck{written: make(chan struct{}), never: make(chan struct{})}
			t.Cleanup(func() { close(out.never) })
			p.In, p.Out = strings.NewReader(typed), out
			go func() { ended <- p.runLines(o) }()
			<-out.written
			visits[typed] = o.visit
		}
		if err := syscall.Kill(syscall.Getpid(), signal); err != nil {
			t.Fatal(err)
		}
		late := time.After(patience)
		for range visits {
			select {
			case err := <-ended:
				if err != nil {
					t.Errorf("%v: it ends with %v", signal, err)
				}
			case <-late:
				t.Fatalf("%v: it does not end", signal)
			}
		}
		for typed, v := range visits {
			if !v.Over() {
				t.Errorf("%v behind %q: the visit goes on", signal, typed)
			}
		}
	}
}

func TestALineThatATerminalMayHaveCutIsToldSo(t *testing.T) {
	t.Parallel()
	p := inTerminal(t, t.TempDir(), window, nil, "--plain")
	p.waitFor("Enter: begin")
	p.typed("\r")
	p.waitFor("Enter: go on. Or back")
	p.typed("note\r")
	p.waitFor("Type the text for")
	p.typed(strings.Repeat("あ", 1900) + "\r")
	p.waitFor("as long as a terminal can hand on", "shorter parts are handed")
	p.typed("stop\r")
	if code := p.end(); code != shell.ExitDone {
		t.Errorf("it ends with %d", code)
	}
}
