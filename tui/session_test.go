package tui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"firstsession/content/visit"
	"firstsession/content/walk"
	"firstsession/tui/guard"
	"firstsession/tui/screen"
	"firstsession/tui/tuitest"
)

// session is one reader at one computer before the full screen: a program that
// can be left and started again.
type session struct {
	computer
	program *program
	screen  *screen.Model
	opening *opening
	model   tea.Model
	ended   bool
	width   int
	height  int
	before  func() // is called before each key of goOn
}

// newSession starts the program for somebody who has never used it.
func newSession(t testing.TB, width, height int) *session {
	t.Helper()
	return beginSession(computer{t: t, home: t.TempDir()}, width, height)
}

// beginSession starts the program on a computer.
func beginSession(c computer, width, height int) *session {
	c.t.Helper()
	s := &session{computer: c, width: width, height: height}
	s.start()
	c.t.Cleanup(s.close)
	return s
}

func (s *session) start() {
	s.t.Helper()
	s.program = s.newProgram()
	look, chosen, err := s.program.chooseTheme()
	if err != nil {
		s.t.Fatal(err)
	}
	o := s.open(s.program)
	s.screen, s.opening, s.ended = screen.New(o.visit, look, chosen), o, false
	if err := o.begin(); err != nil {
		s.t.Fatal(err)
	}
	s.model = guard.Model{Model: s.screen, Crash: &guard.Crash{}}
	s.send(tea.WindowSizeMsg{Width: s.width, Height: s.height})
}

func (s *session) close() {
	if err := s.opening.closes(); err != nil {
		s.t.Error(err)
	}
}

// again leaves the program and starts it anew.
func (s *session) again() *session {
	s.t.Helper()
	s.close()
	s.start()
	return s
}

func (s *session) visit() *visit.Visit { return s.opening.visit }
func (s *session) walk() walk.Walk     { return s.visit().Walk }

// typing reports whether letters are letters now, as the footer says.
func (s *session) typing() bool { return typing(s.model.View().Content) }

// typing goes by the footer, which names q wherever it is a command.
func typing(window string) bool {
	_, end, there := strings.Cut(footerOf(window), "F1 ")
	return there && !strings.Contains(end+" ", "  q ")
}

// inLine reports whether a line has the focus, rather than only taking letters.
func (s *session) inLine() bool {
	footer := footerOf(s.model.View().Content)
	return s.typing() && (strings.HasPrefix(footer, " Enter") || strings.HasPrefix(footer, " Esc")) // where Enter waits for a name
}

// out is the key that leads out from where one is.
func (s *session) out() string {
	if s.typing() {
		return "\x03"
	}
	return "q"
}

func footerOf(window string) string {
	lines := strings.Split(ansi.Strip(window), "\n")
	return lines[len(lines)-1]
}

func (s *session) send(messages ...tea.Msg) {
	s.t.Helper()
	for _, msg := range messages {
		if s.ended {
			return
		}
		s.model, s.ended = runAll(s.model, msg)
		if broke := s.model.(guard.Model).Crash; broke.What != "" {
			s.t.Fatalf("the program broke on %v: %s\n%s", msg, broke.What, broke.Stack)
		}
		s.check(msg)
	}
}

// check holds after every message: the window is filled to the cell.
func (s *session) check(after tea.Msg) {
	s.t.Helper()
	lines := strings.Split(s.model.View().Content, "\n")
	if len(lines) > s.height {
		s.t.Fatalf("after %v: %d lines in a window of %d", after, len(lines), s.height)
	}
	tuitest.CheckLines(s.t, lines, s.width)
}

// press sends keys by their names.
func (s *session) press(names ...string) *session {
	s.t.Helper()
	s.send(tuitest.Messages(names...)...)
	return s
}

// window is what stands in the window, as plain text.
func (s *session) window() string {
	return tuitest.Plain([]string{s.model.View().Content})
}

// sees fails the test if a text does not stand in the window. Line ends count
// as spaces.
func (s *session) sees(texts ...string) *session {
	s.t.Helper()
	shown := strings.Join(strings.Fields(s.window()), " ")
	for _, text := range texts {
		if !strings.Contains(shown, text) {
			s.t.Fatalf("%q does not stand in\n%s", text, s.window())
		}
	}
	return s
}

// find says where words stand in the window.
func (s *session) find(words string) (x, y int) {
	s.t.Helper()
	for y, line := range strings.Split(s.window(), "\n") {
		if before, _, found := strings.Cut(line, words); found {
			return ansi.StringWidth(before), y
		}
	}
	s.t.Fatalf("%q does not stand in\n%s", words, s.window())
	return 0, 0
}

// click clicks on a cell of the window.
func (s *session) click(x, y int) *session {
	s.t.Helper()
	return s.press(fmt.Sprintf("click:%d,%d", x, y))
}

// step is the step that is shown; its kind is empty beside the walk.
func (s *session) step() walk.Step { return s.visit().Step() }
