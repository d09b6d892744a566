package tui

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"firstsession/content/walk"
	"firstsession/tui/keys"
	"firstsession/tui/screen"
	"firstsession/tui/tuitest"
)

// The sizes at which every page is looked at.
var (
	widths  = []int{20, 30, 40, 60, 80, 109, 110, 120}
	heights = []int{5, 7, 8, 12, 14, 24, 40}
)

func TestFrame(t *testing.T) {
	eachPlace(t, func(t *testing.T, s *session) {
		for _, check := range []struct {
			name string
			run  func(*testing.T, *session)
		}{
			{"a window that shrinks and grows shows the same page", comesBack},
			{"the page fits every window", fits},
			{"help and the ways on, back and out are in the footer at every width", showsWays},
			{"the header says where one is at every width", saysWhere},
			{"no key means two things", bindsOnce},
			{"every key in the footer does something", keysWork},
			{"a click in the footer is the key", clicksWork},
			{"help now is one key away, and leads back", helps},
			{"Ctrl+C leaves", leaves},
			{"a click beside everything does nothing", clicksBeside},
			{"the wheel scrolls and decides nothing", wheels},
		} {
			t.Run(check.name, func(t *testing.T) { check.run(t, s) })
		}
	})
}

func helps(t *testing.T, s *session) {
	k := s.app.env.Keys
	for _, key := range k.Help.Keys {
		a := s.copied()
		if a.shown.typing && key != k.Help.Keys[0] {
			continue // it is a letter here
		}
		before, typing := a.shown.content, a.shown.typing
		a.Update(keys.Press(key))
		if at := a.top().place.Kind; at != screen.HelpNow {
			t.Errorf("%q leads to %q", key, at)
		}
		a.Update(keys.Press("left"))
		if a.notice == s.app.notice && s.app.top().place.Kind != screen.HelpNow && (a.shown.content != before || a.shown.typing != typing) {
			t.Errorf("after %q and back, it shows\n%s", key, a.shown.content)
		}
	}
}

func leaves(t *testing.T, s *session) {
	for _, key := range []string{"ctrl+c", "q"} {
		a := s.copied()
		if key == "q" && a.shown.typing {
			continue
		}
		_, cmd := a.Update(keys.Press(key))
		if key == "q" && s.atDesk && cmd == nil { // it asks once more
			_, cmd = a.Update(keys.Press(key))
		}
		if cmd == nil {
			t.Errorf("%q does not leave", key)
			continue
		}
		if _, quits := cmd().(tea.QuitMsg); !quits {
			t.Errorf("%q does not leave", key)
		}
	}
}

func clicksBeside(t *testing.T, s *session) {
	a := s.copied()
	for _, msg := range tuitest.Messages("click:79,0", "click:0,1", "click:200,200", "click:-1,-1") {
		a.Update(msg)
	}
	if looks(a) != looks(s.app) {
		t.Errorf("something happened\n%s", a.shown.content)
	}
}

func wheels(t *testing.T, s *session) {
	a := s.copied()
	for _, way := range []string{"wheel:down", "wheel:up"} {
		for _, msg := range tuitest.Messages(slices.Repeat([]string{way}, 20)...) {
			a.Update(msg)
		}
	}
	if len(a.visit.Facts) != len(s.app.visit.Facts) || len(a.stack) != len(s.app.stack) {
		t.Errorf("the wheel led on\n%s", a.shown.content)
	}
}

func fits(t *testing.T, s *session) {
	for _, width := range widths {
		for _, height := range heights {
			s.resize(width, height)
			checkCursor(t, s)
			if t.Failed() {
				t.Fatalf("at %dx%d\n%s", width, height, s.screen())
			}
		}
	}
}

func checkCursor(t *testing.T, s *session) {
	t.Helper()
	c := s.app.shown.cursor
	if c != nil && (c.X < 0 || c.Y < 0 || c.X >= s.width || c.Y >= s.height) {
		t.Errorf("the cursor is at %d,%d", c.X, c.Y)
	}
}

// lines are the rows of the window, and its bindings as the frame has them.
func (s *session) lines() (header, footer string, bindings []keys.Binding) {
	rows := strings.Split(s.screen(), "\n")
	return rows[0], rows[len(rows)-1], s.app.bindings(s.app.top().screen.View())
}

func showsWays(t *testing.T, s *session) {
	k := s.app.env.Keys
	needed := []keys.Binding{k.Next, k.Answer, k.Back, k.Help, k.Stop}
	for width := 40; width <= 120; width += 8 {
		for _, height := range []int{12, 24} {
			s.resize(width, height)
			_, footer, bindings := s.lines()
			if strings.Contains(footer, "…") {
				t.Errorf("at %d cells the footer is cut: %q", width, footer)
			}
			for _, b := range bindings {
				if b.Essential && slices.ContainsFunc(needed, func(n keys.Binding) bool { return n.Keys[0] == b.Keys[0] }) &&
					!strings.Contains(footer, b.Shown+" "+b.Does[:1]) {
					t.Errorf("at %d cells %s (%s) is missing: %q", width, b.Shown, b.Does, footer)
				}
			}
			if !strings.Contains(footer, k.Help.Shown) {
				t.Errorf("at %d cells there is no help: %q", width, footer)
			}
		}
	}
}

func saysWhere(t *testing.T, s *session) {
	for width := 40; width <= 120; width += 8 {
		s.resize(width, 24)
		view := s.app.top().screen.View()
		header, _, _ := s.lines()
		title := view.Title
		if room := width - 8 - len(view.Place); len(title) > room {
			title = title[:room]
		}
		if !s.app.top().bare && (!strings.Contains(header, view.Place) || !strings.Contains(header, title) || view.Title == "") {
			t.Errorf("at %d cells the header is %q, of %q and %q", width, header, view.Title, view.Place)
		}
	}
}

func bindsOnce(t *testing.T, s *session) {
	for _, width := range []int{40, 80, 120} {
		_, _, bindings := s.resize(width, 24).lines()
		tuitest.CheckBindings(t, bindings)
	}
}

func keysWork(t *testing.T, s *session) {
	for _, size := range [][2]int{{40, 12}, {60, 14}, {80, 24}, {120, 40}} {
		s.resize(size[0], size[1])
		_, _, bindings := s.lines()
		for _, b := range bindings {
			if !s.isShown(b) || isHere(s, b) {
				continue
			}
			idle := slices.DeleteFunc(slices.Clone(b.Keys), s.works)
			if b.Shown == "↑↓" && len(b.Keys) == 1 {
				continue // it stands for both arrows, and is one of them
			}
			// Of arrows and numbers, one may lead to where the focus is.
			if chooses := strings.ContainsAny(b.Shown, "-↓"); len(idle) > 0 && !chooses || len(idle) == len(b.Keys) {
				t.Errorf("at %v %q (%s %s) do nothing\n%s", size, idle, b.Shown, b.Does, s.screen())
			}
		}
	}
}

// works says whether a key changes anything that can be noticed.
func (s *session) works(key string) bool {
	a := s.copied()
	before := looks(a)
	_, cmd := a.Update(keys.Press(key))
	return cmd != nil || looks(a) != before
}

// isShown says whether a binding is in the footer.
func (s *session) isShown(b keys.Binding) bool {
	for _, c := range s.app.shown.clicks {
		if c.y == s.height-1 && c.msg == tea.Msg(b.Press()) {
			return true
		}
	}
	return false
}

// isHere says whether a binding leads to where one is: every footer shows help
// now and the list of keys, also on these pages themselves.
func isHere(s *session, b keys.Binding) bool {
	k, at := s.app.env.Keys, s.app.top().place.Kind
	return b.Keys[0] == k.Help.Keys[0] && at == screen.HelpNow || b.Keys[0] == k.Keys.Keys[0] && at == screen.KeyList
}

func clicksWork(t *testing.T, s *session) {
	for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 40}} {
		s.resize(size[0], size[1])
		_, footer, bindings := s.lines()
		for _, b := range bindings {
			if !s.isShown(b) {
				continue
			}
			at := strings.Index(footer, b.Shown+" "+b.Does[:1])
			if at < 0 {
				continue // it is cut off
			}
			clicked, pressed := s.copied(), s.copied()
			x := len([]rune(footer[:at]))
			_, c1 := clicked.Update(tea.MouseClickMsg{X: x, Y: s.height - 1, Button: tea.MouseLeft})
			_, c2 := pressed.Update(b.Press())
			if (c1 == nil) != (c2 == nil) || looks(clicked) != looks(pressed) {
				t.Errorf("at %v a click on %q (%s) is not the key", size, b.Shown, b.Does)
			}
		}
	}
}

func comesBack(t *testing.T, s *session) {
	before := s.resize(80, 24).screen()
	if s.step().Kind == walk.Reflection {
		before = "" // its focus was to be kept in sight
	}
	if s.step().Kind == walk.Signature && (strings.Contains(before, "› 1") || strings.Contains(before, "› 2")) {
		before = "" // a way that was chosen has to be chosen again
	}
	for _, size := range [][2]int{{20, 5}, {40, 12}, {120, 40}, {29, 8}, {80, 24}} {
		s.resize(size[0], size[1])
	}
	if got := s.screen(); got != before && before != "" {
		t.Errorf("it was\n%s\nand is\n%s", before, got)
	}
}
