// Package scroll shows a text that may be longer than the room for it, and
// keeps the reader's place in it when the window changes.
package scroll

import (
	"slices"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"firstsession/content/plain"
	"firstsession/content/words"
	"firstsession/tui/keys"
)

// Text is lines and how far they are scrolled: a value, whose zero is empty.
type Text struct {
	lines  []string
	height int
	top    int
	// anchor is how many letters stood above the top line when the reader
	// last moved; it is counted when the text is laid out anew. Lines break
	// elsewhere in another window, letters do not, so a window that gets
	// smaller and larger again ends where it began.
	anchor int
	air    bool // the top line was empty
	moved  bool // and neither was counted since
}

const wheelLines = 3

// keptLines of a page stand on the next as well, so that no one loses the thread.
const keptLines = 2

// With returns the same text laid out anew, in room for so many lines.
func (t Text) With(lines []string, height int) Text {
	height = max(height, 0)
	if height == t.height && slices.Equal(lines, t.lines) {
		return t
	}
	if t.moved { // count what stands above the top line
		t.moved, t.anchor, t.air = false, 0, t.top < len(t.lines) && letters(t.lines[t.top]) == 0
		for _, above := range t.lines[:t.top] {
			t.anchor += letters(above)
		}
	}
	changed := !slices.Equal(t.lines[:t.top], lines[:min(t.top, len(lines))])
	unread := t.lines[min(t.top+t.height, len(t.lines)):]
	t.lines, t.height, t.top = lines, height, 0
	above := 0
	for i, line := range lines {
		if above += letters(line); above > t.anchor {
			t.top = i
			break
		}
	}
	if t.air && t.top > 0 && letters(lines[t.top-1]) == 0 {
		t.top--
	}
	if t.anchor == 0 {
		t.top = 0 // also where the text begins with an empty line
	}
	t.top = min(t.top, t.last())
	if changed {
		t.top = t.before(unread)
	}
	return t
}

// before is the top line with which nothing is passed over of what stood below the
// window, where other lines stand above it now.
func (t Text) before(unread []string) int {
	for _, next := range unread {
		for i := t.top - 1; i >= 0 && letters(next) > 0; i-- {
			if t.lines[i] == next {
				return max(0, i-keptLines)
			}
		}
		if slices.Contains(t.lines[t.top:], next) && letters(next) > 0 {
			break
		}
	}
	return t.top
}

// letters counts the characters that stay the same however lines break.
func letters(line string) int {
	n := 0
	for _, r := range ansi.Strip(line) {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

// last is the top line when the end is shown.
func (t Text) last() int { return max(0, len(t.lines)-t.height) }

// To scrolls so that a line is on top, as far as the text goes.
func (t Text) To(line int) Text {
	t.top, t.moved = max(0, min(line, t.last())), true
	return t
}

// Show scrolls no further than it takes to have the lines from first up to
// and without end in sight.
func (t Text) Show(first, end int) Text {
	if end > t.top+t.height {
		t = t.To(end - t.height)
	}
	if first < t.top {
		t = t.To(first)
	}
	return t
}

// Top is the first line in sight, counted from 0.
func (t Text) Top() int { return t.top }

// Height is how many lines there is room for.
func (t Text) Height() int { return t.height }

// Lines are those in sight.
func (t Text) Lines() []string { return t.lines[t.top:min(t.top+t.height, len(t.lines))] }

// Above reports whether something stands above what is in sight.
func (t Text) Above() bool { return t.top > 0 }

// Below reports whether something stands below what is in sight.
func (t Text) Below() bool { return t.top < t.last() }

// Page scrolls a page down.
func (t Text) Page() Text { return t.To(t.top + t.page()) }

func (t Text) page() int { return max(1, t.height-keptLines) }

// Update scrolls by the wheel, or by a key for more than a line: what a line's
// step means is the page's to say.
func (t Text) Update(msg tea.Msg, k *keys.Map) Text {
	top := t.top
	switch msg := msg.(type) {
	case tea.MouseWheelMsg:
		switch msg.Button {
		case tea.MouseWheelUp:
			top -= wheelLines
		case tea.MouseWheelDown:
			top += wheelLines
		}
	case tea.KeyPressMsg:
		switch {
		case k.PageUp.Matches(msg):
			top -= t.page()
		case k.PageDown.Matches(msg):
			top += t.page()
		case k.Top.Matches(msg):
			top = 0
		case k.End.Matches(msg):
			top = t.last()
		}
	}
	if moved := t.To(top); moved.top != t.top {
		return moved
	}
	return t // with the place that the reader chose last
}

// More says for the footer how much of a text that goes on has been in sight, or that there
// is more above only; nothing if all is in sight.
func (t Text) More(words words.Reader) string {
	switch {
	case t.Below():
		// In steps of ten: a figure that changes with every line draws the eye.
		seen := (t.top + t.height) * 10 / len(t.lines) * 10
		return plain.Fill(words.More, "percent", seen)
	case t.Above():
		return words.Above
	default:
		return ""
	}
}
