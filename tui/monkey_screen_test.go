package tui

import (
	"fmt"
	"image/color"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"firstsession/content/page"
	"firstsession/content/visit"
	"firstsession/content/walk"
	"firstsession/tui/guard"
	"firstsession/tui/keys"
	"firstsession/tui/screen"
	"firstsession/tui/theme"
	"firstsession/tui/tuitest"
)

// screenMonkey is a monkey at the full screen.
type screenMonkey struct {
	*monkey
	screen        *screen.Model
	model         tea.Model
	width, height int
	looked        string // the view that was looked at last
}

func TestMonkeysOnTheFullScreen(t *testing.T) {
	eachMonkey(t, func(m *monkey) {
		s := &screenMonkey{monkey: m, width: 80, height: 24}
		s.start()
		for checked := 0; len(m.did) < pieceLength; {
			s.act()
			if len(m.did)-checked >= 20 {
				checked = len(m.did)
				s.getsOut()
				m.kept()
			}
		}
		m.kept()
	})
}

func (s *screenMonkey) start() {
	s.t.Helper()
	s.open()
	s.screen = screen.New(s.opening.visit, theme.HighContrast(), false)
	s.begin()
	s.model = guard.Model{Model: s.screen, Crash: &guard.Crash{}}
	s.look("start")
	s.send("size", tea.WindowSizeMsg{Width: s.width, Height: s.height})
	if v := s.opening.visit; s.atDesk && len(s.did) == 1 && s.random.IntN(2) == 0 {
		// The form is long, and few monkeys come to its end.
		for _, a := range []page.Answer{{ID: "reference", Text: "K-102"}, {ID: string(walk.Together)}, {ID: string(walk.AllParts)}, {ID: "begin"}} {
			v.Answer(a)
		}
		s.seen = len(v.Facts)
	}
}

// send gives the program a message and looks at what comes of it. When the
// program has ended, it is started again.
func (s *screenMonkey) send(name string, msg tea.Msg) {
	s.t.Helper()
	letters := ""
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		letters = msg.Text
	case tea.PasteMsg:
		letters = msg.Content
	}
	s.took(name, letters)
	deliberate := s.isEnter(msg)
	var ended bool
	s.model, ended = runAll(s.model, msg)
	if broke := s.model.(guard.Model).Crash; broke.What != "" {
		s.fail("the program broke: %s\n%s", broke.What, broke.Stack)
	}
	s.check(deliberate)
	if ended {
		if err := s.opening.closes(); err != nil {
			s.fail("it does not close: %v", err)
		}
		s.start()
		return
	}
	s.look(name)
}

// isEnter reports whether a message is Enter, or a click on it in the footer.
func (s *screenMonkey) isEnter(msg tea.Msg) bool {
	if click, ok := msg.(tea.MouseClickMsg); ok {
		return strings.HasPrefix(s.footerAt(click.X, click.Y), "Enter")
	}
	key, ok := msg.(tea.KeyPressMsg)
	return ok && key.String() == "enter"
}

// footerAt is the key in the footer at a cell, with what it does.
func (s *screenMonkey) footerAt(x, y int) string {
	lines := strings.Split(tuitest.Plain([]string{s.model.View().Content}), "\n")
	if y != s.height-1 || y >= len(lines) || x < 0 || x >= ansi.StringWidth(lines[y]) {
		return ""
	}
	before, after := ansi.Cut(lines[y], 0, x), ansi.Cut(lines[y], x, s.width)
	before = before[strings.LastIndex(before, "  ")+1:]
	after, _, _ = strings.Cut(after, "  ")
	return strings.TrimSpace(before + after)
}

// look checks that the window is filled to the cell, and with nothing but text
// and styles.
func (s *screenMonkey) look(after string) {
	s.t.Helper()
	view := s.model.View()
	if c := view.Cursor; c != nil && (c.X < 0 || c.Y < 0 || c.X >= s.width || c.Y >= s.height) {
		s.fail("after %s the cursor is at %d,%d in %dx%d at %+v\n%s", after, c.X, c.Y, s.width, s.height, s.opening.visit.Step(), tuitest.Plain([]string{view.Content}))
	}
	now := fmt.Sprint(s.width, s.height, view.Content)
	if now == s.looked {
		return
	}
	s.looked = now
	lines := strings.Split(view.Content, "\n")
	if len(lines) > s.height {
		s.fail("after %s there are %d lines in %dx%d", after, len(lines), s.width, s.height)
	}
	if tuitest.CheckLines(s.t, lines, s.width); s.t.Failed() {
		s.fail("after %s in %dx%d at %+v\n%s", after, s.width, s.height, s.opening.visit.Step(), tuitest.Plain(lines))
	}
}

// getsOut proves on a copy that one key leads out: Ctrl+C anywhere, and q where
// letters are no letters.
func (s *screenMonkey) getsOut() {
	s.t.Helper()
	ways := []string{"ctrl+c"}
	if !s.screen.Typing() {
		ways = append(ways, "q")
	}
	for _, way := range ways {
		if !s.quits(way) {
			s.fail("%s does not lead out of\n%s", way, tuitest.Plain([]string{s.model.View().Content}))
		}
	}
}

// quits tries a way out on a copy.
func (s *screenMonkey) quits(name string) bool {
	v := s.opening.visit.Copy(visit.Nobody())
	m := tea.Model(s.screen.On(v))
	for range 2 { // an intake and a private visit ask once more
		var ended bool
		if m, ended = runAll(m, keys.Press(name)); ended {
			return true
		}
		if !s.atDesk && !v.Private {
			return false
		}
	}
	return false
}

// act does something that makes sense, or anything.
func (s *screenMonkey) act() {
	s.t.Helper()
	switch r := s.random; r.IntN(20) {
	case 0:
		s.send("size", s.size())
	case 1:
		s.send("background", tea.BackgroundColorMsg{Color: oneOf[color.Color](r, nil, color.Black, color.White, color.Gray{Y: uint8(r.IntN(256))})})
	case 2:
		profiles := []colorprofile.Profile{colorprofile.Unknown, colorprofile.NoTTY, colorprofile.ASCII, colorprofile.ANSI, colorprofile.ANSI256, colorprofile.TrueColor}
		s.send("profile", tea.ColorProfileMsg{Profile: oneOf(r, profiles...)})
	case 3:
		s.press("paste:" + s.word())
	case 4:
		s.press(fmt.Sprintf("click:%d,%d", r.IntN(s.width+3)-1, r.IntN(s.height+3)-1))
	case 5:
		s.clickOnSomething()
	case 6:
		s.press(oneOf(r, "wheel:up", "wheel:down"))
	case 7:
		s.press("text:" + oneOf(r, "Maja", "group", "K-7", "Dr. Ames", "x y"))
	case 8, 9, 10, 11, 12:
		s.press(s.key())
	default:
		s.press(s.sensible()...)
	}
}

func (s *screenMonkey) press(names ...string) {
	s.t.Helper()
	for _, name := range names {
		for _, msg := range tuitest.Messages(name) {
			s.send(name, msg)
		}
	}
}

func (s *screenMonkey) size() tea.WindowSizeMsg {
	r := s.random
	s.width, s.height = 80, 24
	switch r.IntN(4) {
	case 0:
		s.width, s.height = 1+r.IntN(140), 1+r.IntN(50)
	case 1:
		s.width, s.height = oneOf(r, 1, 2, 29, 30, 31, 40, 59, 60, 109, 110, 400), oneOf(r, 1, 2, 7, 8, 9, 12, 14, 20, 100)
	}
	return tea.WindowSizeMsg{Width: s.width, Height: s.height}
}

// clickOnSomething clicks where something stands.
func (s *screenMonkey) clickOnSomething() {
	s.t.Helper()
	var cells [][2]int
	for y, line := range strings.Split(tuitest.Plain([]string{s.model.View().Content}), "\n") {
		for x := range ansi.StringWidth(line) {
			if strings.TrimSpace(ansi.Cut(line, x, x+1)) != "" {
				cells = append(cells, [2]int{x, y})
			}
		}
	}
	if len(cells) > 0 {
		at := oneOf(s.random, cells...)
		s.press(fmt.Sprintf("click:%d,%d", at[0], at[1]))
	}
}

var monkeyKeys = []string{
	"enter", "enter", "space", "space", "left", "right", "up", "down", "tab", "shift+tab", "esc", "backspace", "delete", "pgup", "pgdown",
	"home", "end", "f1", "!", "?", "/", "ctrl+z", "ctrl+c",
}

func (s *screenMonkey) key() string {
	r := s.random
	switch r.IntN(4) {
	case 0:
		return string(rune('a' + r.IntN(26)))
	case 1:
		return string(rune('0' + r.IntN(10)))
	default:
		return oneOf(r, monkeyKeys...)
	}
}

// sensible is what somebody might press who wants to get on.
func (s *screenMonkey) sensible() []string {
	r := s.random
	if s.screen.Typing() {
		return []string{"text:" + oneOf(r, "Maja", "K-102", "group", "M"), oneOf(r, "enter", "tab", "down")}
	}
	number := string(rune('1' + r.IntN(4)))
	switch s.opening.visit.Step().Kind {
	case walk.Question:
		return oneOf(r, []string{number, "enter"}, []string{number, "space", "enter"}, []string{"space"}, []string{"l"}, []string{"s"})
	case walk.Reflection:
		return oneOf(r, []string{number, "space"}, []string{"enter"}, []string{"space"})
	case walk.Statement:
		return []string{number, "enter", "space"}
	case walk.Signature:
		return oneOf(r, []string{"space"}, []string{"end", "space"}, []string{"tab"}, []string{"1", "enter"}, []string{"2", "enter"}, []string{"down", "space"})
	case walk.Client, walk.Talk, walk.Points, walk.Countersign, walk.Copy, walk.Clearing, "":
		return oneOf(r, []string{"space"}, []string{"tab"}, []string{"down", "enter"}, []string{"enter"}, []string{"down", "down", "enter"}, []string{"esc"})
	case walk.Closing:
		return oneOf(r, []string{"space"}, []string{"c"}, []string{"end", "enter"})
	default:
		return []string{"space"}
	}
}
