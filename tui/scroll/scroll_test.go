package scroll

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"firstsession/tui/keys"
	"firstsession/tui/prose"
	"firstsession/tui/tuitest"
)

func numbered(n int) []string {
	lines := make([]string, n)
	for i := range lines {
		lines[i] = fmt.Sprintf("line %02d", i)
	}
	return lines
}

func TestKeys(t *testing.T) {
	k := keys.New(tuitest.Shipped(t).Words)
	for _, c := range []struct {
		keys string
		top  int
		more string
	}{
		{"", 0, "↓ 50 %"},
		{"up", 0, "↓ 50 %"},
		{"down", 0, "↓ 50 %"},
		{"pgdown", 8, "↓ 90 %"},
		{"pgdown pgdown", 10, "↑ more"},
		{"pgdown pgup", 0, "↓ 50 %"},
		{"end", 10, "↑ more"},
		{"end down", 10, "↑ more"},
		{"end home", 0, "↓ 50 %"},
		{"wheel:down", 3, "↓ 60 %"},
		{"wheel:down wheel:up", 0, "↓ 50 %"},
		{"x", 0, "↓ 50 %"},
	} {
		text := Text{}.With(numbered(20), 10)
		for _, msg := range tuitest.Messages(strings.Fields(c.keys)...) {
			text = text.Update(msg, k)
		}
		words := tuitest.Shipped(t).Words.Reader
		if text.Top() != c.top || text.More(words) != c.more {
			t.Errorf("%q: at %d %q, want %d %q", c.keys, text.Top(), text.More(words), c.top, c.more)
		}
	}
}

// A page keeps two lines, and one always gets on, however small the window.
func TestPageGetsToTheEnd(t *testing.T) {
	for height := range 12 {
		text := Text{}.With(numbered(40), height)
		for range 50 {
			text = text.Page()
		}
		if text.Below() {
			t.Errorf("height %d: there is still more below line %d", height, text.Top())
		}
	}
}

func TestFits(t *testing.T) {
	text := Text{}.With(numbered(5), 10)
	if text.Above() || text.Below() || len(text.Lines()) != 5 {
		t.Error("a text that fits can be scrolled")
	}
	if text.Update(tea.MouseWheelMsg{Button: tea.MouseWheelDown}, &keys.Map{}).Top() != 0 {
		t.Error("the wheel moved a text that fits")
	}
}

// In another window the word that began the top line is still on it.
func TestStaysAtTheSameWords(t *testing.T) {
	var words []string
	for i := range 400 {
		words = append(words, fmt.Sprintf("w%03d", i))
	}
	long := strings.Join(words, " ")
	text := Text{}.With(prose.Wrap(long, 72), 10).To(12)
	word, _, _ := strings.Cut(text.Lines()[0], " ")
	for _, size := range []struct{ width, height int }{{36, 6}, {20, 30}, {100, 8}, {41, 12}, {72, 10}} {
		text = text.With(prose.Wrap(long, size.width), size.height)
		if !strings.Contains(text.Lines()[0], word) {
			t.Errorf("at %v the top line is %q, without %q", size, text.Lines()[0], word)
		}
	}
	if text.Top() != 12 {
		t.Errorf("back in the first window the top line is %d, not 12", text.Top())
	}
}

func TestShowScrollsNoFurtherThanNeeded(t *testing.T) {
	text := Text{}.With(numbered(40), 10).To(10)
	for _, c := range []struct{ first, end, top int }{{12, 14, 10}, {25, 28, 18}, {4, 6, 4}, {0, 1, 0}, {5, 30, 5}} {
		if got := text.Show(c.first, c.end).Top(); got != c.top {
			t.Errorf("%d to %d: top is %d, want %d", c.first, c.end, got, c.top)
		}
	}
}
