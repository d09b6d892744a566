//go:build linux || darwin

package tui

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"

	"firstsession/content/walk"
	"firstsession/tui/command/shell"
)

func TestAStartShowsTheFirstPage(t *testing.T) {
	p := run(t, t.TempDir(), 24)
	p.waitFor("First Session", "begin, and keep my place on this computer", "F1 ! help now")
	p.typed("q")
	if code := p.end(); code != shell.ExitDone {
		t.Errorf("it ends with %d", code)
	}
	p.isGivenBack()
}

func TestHoweverOneLeavesTheTerminalIsGivenBackAndThePlaceIsKept(t *testing.T) {
	for _, test := range []struct {
		name  string
		leave func(p *process)
	}{
		{"q", func(p *process) { p.typed("q") }},
		{"Ctrl+C", func(p *process) { p.typed("\x03") }},
		{"SIGTERM", func(p *process) { p.signal(syscall.SIGTERM) }},
		{"SIGHUP", func(p *process) { p.signal(syscall.SIGHUP) }},
		{"SIGINT", func(p *process) { p.signal(syscall.SIGINT) }},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			home := t.TempDir()
			p := run(t, home, 40)
			p.waitFor("begin, and keep my place")
			p.typed("\r")
			p.waitFor("This chapter has")
			p.typed(" ")
			p.waitFor("What a therapy group is for")
			test.leave(p)
			if code := p.end(); code != shell.ExitDone {
				<-p.closed
				t.Errorf("it ends with %d, after it was sent %q", code, p.raw.String())
			}
			p.isGivenBack()
			again := run(t, home, 40)
			again.waitFor("What a therapy group is for", "Welcome back")
			again.typed("q")
			again.end()
		})
	}
}

func TestAHangUpInTheMiddleOfANoteKeepsIt(t *testing.T) {
	for _, s := range []os.Signal{syscall.SIGHUP, syscall.SIGTERM, syscall.SIGINT, syscall.SIGQUIT} {
		t.Run(s.String(), func(t *testing.T) {
			t.Parallel()
			home := t.TempDir()
			p := run(t, home, 40)
			p.waitFor("begin, and keep my place")
			p.typed("\r")
			p.waitFor("This chapter has")
			p.typed("n")
			p.waitFor("What I would like to say or ask")
			p.typed("half a thought")
			p.waitFor("half a thought")
			p.signal(s)
			p.end()
			p.isGivenBack()
			again := run(t, home, 40)
			again.waitFor("Welcome back")
			again.typed("c")
			again.waitFor("Chapters")
			again.typed("n")
			again.waitFor("half a thought")
			again.typed("\x03")
			again.end()
		})
	}
}

func (p *process) signal(s os.Signal) {
	p.t.Helper()
	if err := p.cmd.Process.Signal(s); err != nil {
		p.t.Fatal(err)
	}
}

// twin is the same reader without a terminal, who says what should be shown.
func twin(t *testing.T) *session { return newSession(t, 80, 40) }

// sensible is a key that leads on from where a session is, as tests and as
// terminals name it.
func sensible(s *session) (name, sent string) {
	switch s.step().Kind {
	case "":
		return "enter", "\r"
	case walk.Question:
		return "l", "l"
	default:
		return "space", " "
	}
}

// looksLike waits until a terminal shows what a session shows.
func (p *process) looksLike(s *session) {
	p.t.Helper()
	want := trimmed(s.window())
	p.wait(fmt.Sprintf("\n%s\n", want), func(shown string) bool { return shown == want })
}

func TestAKillAfterAnyKeyLosesNoStepThatWasShown(t *testing.T) {
	t.Parallel()
	home, other := t.TempDir(), twin(t)
	p := run(t, home, 40)
	p.looksLike(other)
	for range 15 {
		name, sent := sensible(other)
		other.press(name)
		p.typed(sent)
		p.looksLike(other)
		p.signal(syscall.SIGKILL)
		if code := p.end(); code != -1 {
			t.Fatalf("it ends with %d", code)
		}
		p = run(t, home, 40)
		p.waitFor("Welcome back")
		// The notice goes with the first key, and F1 leads away and back again.
		p.typed("\x1bOP")
		p.waitFor("If you need help now")
		p.typed(" ")
		p.looksLike(other.press("f1", "space"))
	}
	p.typed(other.out())
	p.end()
}

func TestKeysThatCameAllAtOnceAllCount(t *testing.T) {
	t.Parallel()
	home, other := t.TempDir(), twin(t)
	p := run(t, home, 40)
	p.looksLike(other)
	var all strings.Builder
	for range 40 {
		name, sent := sensible(other)
		other.press(name)
		all.WriteString(sent)
	}
	p.typed(all.String())
	p.looksLike(other)
	p.typed(other.out())
	p.end()
	kept := &session{computer: computer{t: t, home: home}}
	compare(t, "facts", factLines(kept.facts(), nil), factLines(other.facts(), nil))
}

// fragile is a clock that breaks once, in the middle of what a key does.
type fragile struct{ broke bool }

func (f *fragile) Now() time.Time {
	if !f.broke {
		f.broke = true
		panic("the reader’s own words")
	}
	return time.Now()
}

func TestAProgramThatBreaksGivesTheTerminalBackAndSaysOneLine(t *testing.T) {
	for _, private := range []bool{false, true} {
		t.Run(fmt.Sprintf("private %v", private), func(t *testing.T) {
			file, tty, err := pty.Open()
			if err != nil {
				t.Fatal(err)
			}
			if err := pty.Setsize(tty, &pty.Winsize{Rows: 24, Cols: 80}); err != nil {
				t.Fatal(err)
			}
			term := watch(t, file, 80, 24)
			s := newSession(t, 80, 24)
			s.press("enter")
			s.visit().Private = private
			s.visit().Now = (&fragile{}).Now
			s.program.In, s.program.Out = tty, tty
			ended := make(chan error, 1)
			go func() {
				err := s.program.run(s.screen, s.opening)
				ended <- errors.Join(err, tty.Close())
			}()
			term.waitFor("1 of 10")
			term.typed(" ")
			broke := <-ended
			term.isGivenBack()
			_ = file.Close()
			checkBroke(t, s, broke, private)
			if shown := term.raw.String(); strings.Contains(shown, "goroutine") || strings.Contains(shown, "own words") {
				t.Errorf("the terminal was sent %q", shown)
			}
		})
	}
}

// checkBroke looks at what is said of a panic, and at the report.
func checkBroke(t *testing.T, s *session, broke error, private bool) {
	t.Helper()
	if broke == nil || strings.Contains(broke.Error(), "\n") || !strings.Contains(broke.Error(), "had to stop") {
		t.Fatalf("the error is %v", broke)
	}
	reports := s.reports()
	if private {
		if len(reports) > 0 {
			t.Errorf("a private run leaves reports: %q", reports)
		}
		return
	}
	if len(reports) != 1 || !strings.Contains(reports[0], "(*fragile).Now") || !strings.Contains(reports[0], "window 80x24") ||
		strings.Contains(reports[0], "own words") {
		t.Errorf("the reports are %q", reports)
	}
}

func TestWhoIsStoppedAndGoesOnHasTheirTerminalBack(t *testing.T) {
	for name, reset := range map[string]func(p *process){
		"nothing is changed": func(*process) {},
		"a shell resets the terminal": func(p *process) {
			stty := exec.Command("stty", "sane")
			if stty.Stdin = p.file; stty.Run() != nil {
				t.Skip("no stty here")
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := run(t, t.TempDir(), 40)
			p.waitFor("begin, and keep my place")
			p.typed("\r")
			p.waitFor("This chapter has")
			for range 2 {
				p.signal(syscall.SIGSTOP)
				reset(p)
				was := p.cleared()
				p.signal(syscall.SIGCONT)
				p.wait("the page once more", func(string) bool { return p.cleared() > was })
				p.waitFor("This chapter has")
			}
			p.typed(" ") // and no Enter
			p.waitFor("What a therapy group is for")
			p.typed("q")
			if code := p.end(); code != shell.ExitDone {
				t.Errorf("it ends with %d", code)
			}
			p.isGivenBack()
		})
	}
}

// cleared counts how often the screen was cleared.
func (term *terminal) cleared() int {
	term.mu.Lock()
	defer term.mu.Unlock()
	return strings.Count(term.raw.String(), "\x1b[2J")
}
