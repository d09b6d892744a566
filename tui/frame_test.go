package tui

import (
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"firstsession/content/page"
	"firstsession/content/plain"
	"firstsession/content/visit"
	"firstsession/tui/keys"
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
	k := s.keys()
	for _, key := range k.Help.Keys {
		if s.typing() && key != k.Help.Keys[0] {
			continue // it is a letter here
		}
		m, v := s.copied()
		before := looks(m)
		m.Update(keys.Press(key))
		if !isHelp(v) {
			t.Errorf("%q does not lead to help", key)
		}
		m.Update(keys.Press("left"))
		if v.Notice() == s.visit().Notice() && !isHelp(s.visit()) && looks(m) != before {
			t.Errorf("after %q and back, it shows\n%s", key, m.View().Content)
		}
	}
}

// isHelp reports whether help now is shown.
func isHelp(v *visit.Visit) bool { return v.Sheet().Title == v.Walk.Guide().Help.Title }

func leaves(t *testing.T, s *session) {
	for _, key := range []string{"ctrl+c", "q"} {
		if key == "q" && s.typing() {
			continue
		}
		m, v := s.copied()
		_, cmd := m.Update(keys.Press(key))
		if (key == "q" && s.atDesk || v.Private) && cmd == nil { // it asks once more
			_, cmd = m.Update(keys.Press(key))
		}
		if cmd == nil || !v.Over() {
			t.Errorf("%q does not leave", key)
			continue
		}
		if _, quits := cmd().(tea.QuitMsg); !quits {
			t.Errorf("%q does not leave", key)
		}
	}
}

func clicksBeside(t *testing.T, s *session) {
	m, v := s.copied()
	for _, msg := range tuitest.Messages("click:79,0", "click:0,1", "click:200,200", "click:-1,-1") {
		m.Update(msg)
		if looks(m) == looks(s.screen) {
			t.Errorf("nothing is said of %v\n%s", msg, m.View().Content)
		}
	}
	hushed, other := s.copied()
	other.Hush()                                                  // as each key does
	m.Update(tea.WindowSizeMsg{Width: s.width, Height: s.height}) // which takes the word away
	hushed.Update(tea.WindowSizeMsg{Width: s.width, Height: s.height})
	if looks(m) != looks(hushed) || !sameVisit(v, s.visit()) {
		t.Errorf("something happened\n%s", m.View().Content)
	}
}

func wheels(t *testing.T, s *session) {
	m, v := s.copied()
	for _, way := range []string{"wheel:down", "wheel:up"} {
		for _, msg := range tuitest.Messages(slices.Repeat([]string{way}, 20)...) {
			m.Update(msg)
		}
	}
	if !sameVisit(v, s.visit()) {
		t.Errorf("the wheel led on\n%s", m.View().Content)
	}
}

// sameVisit reports whether two visits are at one page, with as many facts.
func sameVisit(a, b *visit.Visit) bool {
	return len(a.Facts) == len(b.Facts) && slices.Equal(a.IDs(), b.IDs())
}

func fits(t *testing.T, s *session) {
	for _, width := range widths {
		for _, height := range heights {
			s.resize(width, height)
			if c := s.screen.View().Cursor; c != nil && (c.X < 0 || c.Y < 0 || c.X >= s.width || c.Y >= s.height) {
				t.Fatalf("at %dx%d the cursor is at %d,%d\n%s", width, height, c.X, c.Y, s.window())
			}
		}
	}
}

// shownKey is what a footer shows: where, keys by their names, and what they do.
type shownKey struct {
	x     int
	names []string
	does  string
}

// footer takes the window's last line apart. What it shows stands apart by two
// spaces at least.
func (s *session) footer() (line string, all []shownKey) {
	line = s.row(s.height - 1)
	for _, at := range regexp.MustCompile(`\S+( \S+)*`).FindAllStringIndex(line, -1) {
		words := strings.Fields(line[at[0]:at[1]])
		n := 1
		if len(words) > 1 && slices.Contains([]string{"!", s.keys().Back.Shown, s.keys().Close.Shown}, words[1]) {
			n = 2
		}
		k := shownKey{len([]rune(line[:at[0]])), words[:n], strings.Join(words[n:], " ")}
		above := s.visit().Guide().Words.Reader.Above
		if more := strings.Join(words, " ") == above || strings.HasSuffix(k.does, "%"); !more {
			all = append(all, k)
		}
	}
	return line, all
}

func (s *session) row(y int) string {
	return strings.Split(s.window()+strings.Repeat("\n", s.height), "\n")[y]
}

func (s *session) keys() *keys.Map { return keys.New(s.visit().Walk.Guide().Words) }

// named are the keys that a name in the footer stands for.
func (s *session) named(name string) []string {
	s.t.Helper()
	k := s.keys()
	if n, err := strconv.Atoi(strings.TrimPrefix(name, "1-")); err == nil {
		return k.Number.Keys[:min(n, len(k.Number.Keys))] // two of them are one number
	}
	if slices.Contains(k.Help.Keys, name) {
		return []string{name}
	}
	for _, b := range k.Meanings {
		if b.Shown == name {
			return b.Keys[:1]
		}
	}
	for i := range reflect.TypeOf(*k).NumField() {
		if b := reflect.ValueOf(*k).Field(i).Interface().(keys.Binding); b.Shown == name {
			return b.Keys[:1]
		}
	}
	s.t.Fatalf("the footer shows %q, which is no key\n%s", name, s.window())
	return nil
}

func showsWays(t *testing.T, s *session) {
	k := s.keys()
	goesBack := !s.typing() && slices.ContainsFunc(s.visit().Moves(), func(m page.Move) bool { return m.Meaning == page.Back })
	for width := 40; width <= 120; width += 8 {
		for _, height := range []int{12, 24} {
			line, all := s.resize(width, height).footer()
			var names []string
			for _, key := range all {
				names = append(names, key.names...)
			}
			end := []string{k.Help.Shown, "!", k.Stop.Shown}
			switch {
			case s.typing() && (width < 50 || width >= 80 && width < 100):
				end = end[:2]
			case s.typing():
				end[2] = k.Leave.Shown
			}
			if s.inLine() { // ! is a letter there
				end = slices.DeleteFunc(end, func(key string) bool { return key == "!" })
			}
			switch n := len(names) - len(end); {
			case strings.Contains(line, "…"):
				t.Errorf("at %d cells the footer is cut: %q", width, line)
			case n < 0 || !slices.Equal(names[n:], end) || len(strings.TrimRight(line, " ")) < len(line):
				t.Errorf("at %d cells help and leaving are not at the right end: %q", width, line)
			case s.typing() && width >= 80 && width < 100 && !strings.Contains(line, k.Leave.Said()):
				t.Errorf("at %d cells the footer does not say how to leave: %q", width, line)
			case goesBack && !slices.Contains(names, k.Back.Shown):
				t.Errorf("at %d cells there is no way back: %q", width, line)
			}
			// Help and leaving are always found at the same place.
			if at, want := strings.Index(line, k.Help.Shown), ends(width); len([]rune(line[:max(0, at)])) != width-1-len(want) {
				t.Errorf("at %d cells help stands elsewhere than on other pages: %q", width, line)
			} else if !s.typing() && !strings.HasSuffix(line, want) {
				t.Errorf("at %d cells the footer ends otherwise than on other pages: %q", width, line)
			}
		}
	}
}

// ends is how every footer of a width ends where letters are commands.
func ends(width int) string {
	switch {
	case width < 50:
		return "F1 ! help  q"
	case width < 100:
		return "F1 ! help now  q stop"
	default:
		return "F1 ! help now  q stop for now"
	}
}

func saysWhere(t *testing.T, s *session) {
	now := s.visit().Sheet()
	for width := 40; width <= 120; width += 8 {
		header := s.resize(width, 24).row(0)
		title := now.Title
		if room := width - 8 - len(now.Place); len(title) > room {
			title = title[:max(1, strings.LastIndexByte(title[:room], ' '))] // whole words
		}
		chapter := plain.Fill(s.walk().Guide().Words.Frame.Chapter, "n", now.Chapter, "of", s.walk().Chapters())
		switch {
		case now.Title == "" && now.Chapter > 0: // the title is the page's own, in its middle, and so is the place
			if strings.Count(s.window(), chapter) != 1 || header != "" {
				t.Errorf("at %d cells the header is %q:\n%s", width, header, s.window())
			}
		case now.Title == "" && s.visit().Fresh(): // the first page belongs to nothing
		case now.Title == "" || !strings.Contains(header, now.Place) || !strings.Contains(header, title):
			t.Errorf("at %d cells the header is %q, of %q and %q", width, header, now.Title, now.Place)
		}
	}
}

// So wide a footer shows all keys that there are.
func bindsOnce(t *testing.T, s *session) {
	_, all := s.resize(400, 24).footer()
	means := map[string]string{}
	for _, shown := range all {
		for _, name := range shown.names {
			if other, taken := means[name]; taken {
				t.Errorf("%q means both %q and %q", name, other, shown.does)
			}
			means[name] = shown.does
		}
	}
}

func keysWork(t *testing.T, s *session) {
	for _, size := range [][2]int{{40, 12}, {60, 14}, {80, 24}, {120, 40}, {400, 24}} {
		_, all := s.resize(size[0], size[1]).footer()
		for _, shown := range all {
			for _, name := range shown.names {
				// Of numbers, one may lead to where the focus is.
				if !s.isHere(name) && !slices.ContainsFunc(s.named(name), s.works) {
					t.Errorf("at %v %q (%s) does nothing\n%s", size, name, shown.does, s.window())
				}
			}
		}
	}
}

// works reports whether a key changes anything that can be noticed.
func (s *session) works(key string) bool {
	m, v := s.copied()
	_, cmd := m.Update(keys.Press(key))
	for _, dead := range []string{"This key does nothing", "To type, go to a field", "There is nothing further", "Here you type", "It is chosen already"} {
		if strings.Contains(m.View().Content, dead) {
			return false
		}
	}
	return cmd != nil || looks(m) != looks(s.screen) || !sameVisit(v, s.visit())
}

// isHere reports whether a key leads to where one is: every footer shows help
// now, also on its own page.
func (s *session) isHere(name string) bool {
	return slices.Contains(s.keys().Help.Keys, s.named(name)[0]) && isHelp(s.visit())
}

func clicksWork(t *testing.T, s *session) {
	for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 40}} {
		_, all := s.resize(size[0], size[1]).footer()
		for _, shown := range all {
			clicked, v1 := s.copied()
			pressed, v2 := s.copied()
			_, c1 := clicked.Update(tea.MouseClickMsg{X: shown.x, Y: s.height - 1, Button: tea.MouseLeft})
			key := s.named(shown.names[0])[0]
			if all := s.named(shown.names[0]); len(all) > 1 && !s.works(key) {
				key = all[1] // the first number leads to where the focus is
			}
			_, c2 := pressed.Update(keys.Press(key))
			if strings.Contains(clicked.View().Content, "A click does not do this") && sameVisit(v1, s.visit()) {
				continue // it would answer
			}
			if (c1 == nil) != (c2 == nil) || looks(clicked) != looks(pressed) || !sameVisit(v1, v2) {
				t.Errorf("at %v a click on %q (%s) is not the key", size, shown.names, shown.does)
			}
		}
	}
}

func comesBack(t *testing.T, s *session) {
	before := s.resize(80, 24).window()
	if does := s.walk().Guide().Words.Keys.Do; strings.Contains(s.row(s.height-1), s.keys().Answer.Shown+" "+does) {
		return // what was chosen has to be chosen again
	}
	for _, size := range [][2]int{{20, 5}, {40, 12}, {120, 40}, {29, 8}, {80, 24}} {
		s.resize(size[0], size[1])
	}
	if got := s.window(); got != before {
		t.Errorf("it was\n%s\nand is\n%s", before, got)
	}
}
