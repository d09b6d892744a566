package tui

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"firstsession/content/record"
	"firstsession/content/walk"
	"firstsession/tui/tuitest"
)

// session is one reader at one computer: folders of their own, and a program
// that can be left and started again.
type session struct {
	t       testing.TB
	home    string
	guide   string // the folder of another guide than the built-in one
	noHome  bool   // the environment names no folder of the reader's own
	program *program
	app     *app
	store   *store
	model   tea.Model
	ended   bool
	width   int
	height  int
	before  func() // is called before each key of goOn
}

// newSession starts the program for somebody who has never used it.
func newSession(t testing.TB, width, height int) *session {
	t.Helper()
	s := &session{t: t, home: t.TempDir(), width: width, height: height}
	s.start()
	t.Cleanup(s.close)
	return s
}

func (s *session) getenv(name string) string {
	if s.noHome {
		return ""
	}
	switch name {
	case "HOME", "USERPROFILE", "LOCALAPPDATA":
		return s.home
	case "XDG_STATE_HOME":
		return filepath.Join(s.home, "state")
	default:
		return ""
	}
}

func (s *session) start() {
	s.t.Helper()
	s.program = &program{getenv: s.getenv, theme: "dark", guideDir: s.guide, records: filepath.Join(s.home, "records")}
	if s.noHome {
		s.program.records = ""
	}
	a, store, err := s.program.newApp()
	if err != nil {
		s.t.Fatal(err)
	}
	clock := time.Date(2026, 11, 23, 10, 0, 0, 0, time.FixedZone("", 3600))
	a.visit.Now = func() time.Time {
		clock = clock.Add(time.Second)
		return clock
	}
	s.app, s.store, s.ended = a, store, false
	s.model = guarded{model: a, crash: &crash{}}
	s.send(tea.WindowSizeMsg{Width: s.width, Height: s.height})
}

func (s *session) close() {
	if err := s.store.Close(); err != nil {
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

func (s *session) send(messages ...tea.Msg) {
	s.t.Helper()
	for _, msg := range messages {
		if s.ended {
			return
		}
		s.model, s.ended = tuitest.Run(s.model, msg)
		if broke := s.model.(guarded).crash; broke.what != "" {
			s.t.Fatalf("the program broke on %v: %s\n%s", msg, broke.what, broke.stack)
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

// screen is what stands in the window, as plain text.
func (s *session) screen() string {
	return tuitest.Plain([]string{s.model.View().Content})
}

// sees fails the test if a text does not stand in the window. Line ends count
// as spaces.
func (s *session) sees(texts ...string) *session {
	s.t.Helper()
	shown := strings.Join(strings.Fields(s.screen()), " ")
	for _, text := range texts {
		if !strings.Contains(shown, text) {
			s.t.Fatalf("%q does not stand in\n%s", text, s.screen())
		}
	}
	return s
}

// find says where words stand in the window.
func (s *session) find(words string) (x, y int) {
	s.t.Helper()
	for y, line := range strings.Split(s.screen(), "\n") {
		if before, _, found := strings.Cut(line, words); found {
			return ansi.StringWidth(before), y
		}
	}
	s.t.Fatalf("%q does not stand in\n%s", words, s.screen())
	return 0, 0
}

// click clicks on a cell of the window.
func (s *session) click(x, y int) *session {
	s.t.Helper()
	return s.press(fmt.Sprintf("click:%d,%d", x, y))
}

// step is the step that is shown; its kind is empty beside the walk.
func (s *session) step() walk.Step { return s.app.top().step }

// journal is the path of the journal's file.
func (s *session) journal() string {
	return filepath.Join(s.home, "state", "firstsession", "journal.jsonl")
}

// facts are those that stand in the journal on the disk.
func (s *session) facts() []walk.Fact {
	s.t.Helper()
	data, err := os.ReadFile(s.journal())
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		s.t.Fatal(err)
	}
	var facts []walk.Fact
	lines := bytes.Split(bytes.TrimSpace(data), []byte("\n"))
	for _, line := range lines[1:] { // below the format's number
		var fact walk.Fact
		if err := json.Unmarshal(line, &fact); err != nil {
			s.t.Fatal(err)
		}
		facts = append(facts, fact)
	}
	return facts
}

// records are the acknowledgements on the disk, each of them whole.
func (s *session) records() []record.Acknowledgement {
	s.t.Helper()
	paths, err := filepath.Glob(filepath.Join(s.home, "records", "*.json"))
	if err != nil {
		s.t.Fatal(err)
	}
	var all []record.Acknowledgement
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			s.t.Fatal(err)
		}
		a, err := record.Verify(data)
		if err != nil {
			s.t.Fatalf("%s: %v", path, err)
		}
		all = append(all, a)
	}
	return all
}
