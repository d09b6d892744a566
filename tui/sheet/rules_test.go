package sheet_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"firstsession/tui/screen"
	"firstsession/tui/sheet"
	"firstsession/tui/tuitest"
)

// TestAHeldEnterDoesNoAct begins at every place of every page, and at one
// further down after each way of moving.
func TestAHeldEnterDoesNoAct(t *testing.T) {
	for name, page := range pages {
		for _, size := range sizes {
			for _, way := range []string{"", "tab", "shift+tab", "down", "up", "pgdown", "end", "space"} {
				s := on(t, size, page())
				for range 12 {
					held(t, name+" after "+way, s)
					if way == "" {
						break
					}
					s.Press(way)
				}
			}
		}
	}
}

// held holds Enter from here. If an act has the focus, that one is done, once.
func held(t *testing.T, name string, from *tuitest.Stage) {
	t.Helper()
	s := *from
	before, deliberate := took(&s), false
	for _, act := range []string{"begin", "save", "new", "none"} {
		deliberate = deliberate || sheet.FocusOf(s.Screen) == act
	}
	for range 200 {
		same := all(&s)
		if s.Press("enter"); s.Last() != nil || all(&s) == same {
			break // the page is left, or every further Enter does as much as this
		}
	}
	done := 0
	for _, answer := range strings.Split(strings.TrimPrefix(took(&s), before), ", ") {
		if answer != "" && answer != "on" {
			done++
		}
	}
	if deliberate && done != 1 || !deliberate && done > 0 {
		t.Fatalf("%s: a held Enter on %q came to %q", name, sheet.FocusOf(from.Screen), took(&s))
	}
}

// all is what is seen of a page, and what it was told.
func all(s *tuitest.Stage) string {
	return seen(s) + took(s)
}

// seen is a page as it is seen.
func seen(s *tuitest.Stage) string {
	return strings.Join([]string{s.Plain(), sheet.FocusOf(s.Screen), s.Screen.View().More}, "\n")
}

func TestEveryKeyThatIsShownDoesSomething(t *testing.T) {
	for _, page := range pages {
		for _, size := range []screen.Size{narrow, wide} {
			for _, way := range []string{"tab", "shift+tab", "down", "up", "pgdown", "space", "enter"} {
				s := on(t, size, page())
				for range 9 {
					s.Check(t)
					s.CheckKeysWork(t)
					if s.Press(way); t.Failed() {
						t.Fatalf("after %s at %v:\n%s", way, size, s.Plain())
					}
				}
			}
		}
	}
}

func TestArrowsPassNothingUnread(t *testing.T) {
	for name, page := range pages {
		for _, size := range sizes[1:] {
			s := on(t, size, page()).Press("shift+tab", "home")
			seen := map[string]bool{}
			mark := func() {
				for _, line := range strings.Split(s.Plain(), "\n") {
					seen[strings.TrimLeft(line, "› ")] = true
				}
			}
			mark()
			for range 200 {
				s.Press("down")
				mark()
			}
			for _, line := range strings.Split(on(t, screen.Size{Width: size.Width, Height: 200}, page()).Plain(), "\n") {
				if line := strings.TrimLeft(line, "› "); !seen[line] {
					t.Errorf("%s at %v: never seen: %q", name, size, line)
				}
			}
		}
	}
}

func TestAnyKeysAtAnySizeFit(t *testing.T) {
	names := []string{
		"enter", "space", "up", "down", "tab", "shift+tab", "pgup", "pgdown", "home", "end", "left", "right",
		"backspace", "delete", "paste:語1\n2", "click:3,3", "click:3,7", "wheel:up", "wheel:down", "text:語a", "text:bad", "d", "1",
	}
	random := rand.New(rand.NewPCG(1, 2))
	for name, page := range pages {
		for range 8 {
			s := on(t, screen.Size{Width: 1 + random.IntN(120), Height: random.IntN(40)}, page())
			for range 60 {
				key := names[random.IntN(len(names))]
				saved, _ := deeds(s)
				if s.Press(key); random.IntN(8) == 0 {
					s.Resize(1+random.IntN(120), random.IntN(40))
				}
				if now, _ := deeds(s); now > saved && key != "enter" {
					t.Fatalf("%s: %s did an act", name, key)
				}
				if fits(t, s); t.Failed() {
					t.Fatalf("%s: after %s at %v:\n%s", name, key, s.Env.Size, s.Plain())
				}
			}
		}
	}
}

// fits is what Check looks at, without the keys, which are slow to tell.
func fits(t *testing.T, s *tuitest.Stage) {
	t.Helper()
	v, size := s.Screen.View(), s.Env.Size
	tuitest.CheckLines(t, v.Body, size.Width)
	if c := v.Cursor; len(v.Body) > size.Height || c != nil && (c.X >= size.Width || c.Y >= len(v.Body)) {
		t.Errorf("%d lines with the cursor at %v", len(v.Body), c)
	}
}

func BenchmarkKey(b *testing.B) {
	s := on(b, wide, form())
	for b.Loop() {
		s.Press("tab")
		s.Screen.Keys()
	}
}
