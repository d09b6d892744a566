// Package tuitest drives screens and programs in tests with keys as a reader
// would press them, and compares what is shown with what was shown before.
// It imports no screen.
package tuitest

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"firstsession/content"
	"firstsession/content/guidetest"
	"firstsession/content/plain"
	"firstsession/tui/keys"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Shipped is the guide that the program carries.
func Shipped(t testing.TB) *content.Guide {
	t.Helper()
	return guidetest.Shipped(t, "en")
}

// Messages are what a terminal sends for keys by their names. A name is as
// tea.KeyPressMsg.String gives it ("down", "enter", "s"), or one of
// "text:abc", which is a key press for each letter, "paste:abc", "click:x,y",
// "wheel:up" and "wheel:down".
func Messages(names ...string) []tea.Msg {
	var all []tea.Msg
	for _, name := range names {
		kind, rest, _ := strings.Cut(name, ":")
		switch {
		case kind == "text":
			for _, r := range rest {
				all = append(all, keys.Press(string(r)))
			}
		case kind == "paste":
			all = append(all, tea.PasteMsg{Content: rest})
		case kind == "click":
			click := tea.MouseClickMsg{Button: tea.MouseLeft}
			if _, err := fmt.Sscanf(rest, "%d,%d", &click.X, &click.Y); err != nil {
				panic("tuitest: click:x,y has two numbers, not " + rest)
			}
			all = append(all, click)
		case name == "wheel:up":
			all = append(all, tea.MouseWheelMsg{Button: tea.MouseWheelUp})
		case name == "wheel:down":
			all = append(all, tea.MouseWheelMsg{Button: tea.MouseWheelDown})
		default:
			all = append(all, keys.Press(name))
		}
	}
	return all
}

// Plain is lines without their styles, as one text.
func Plain(lines []string) string { return ansi.Strip(strings.Join(lines, "\n")) }

var style = regexp.MustCompile(`\x1b\[[0-9;:]*m`)

// CheckLines fails the test for a line that is wider than width, or that holds
// anything but text and styles.
func CheckLines(t testing.TB, lines []string, width int) {
	t.Helper()
	for i, line := range lines {
		bare := style.ReplaceAllString(line, "")
		if cells := max(ansi.StringWidth(bare), ansi.StringWidthWc(bare)); cells > width {
			t.Errorf("line %d has %d cells, and there is room for %d: %q", i+1, cells, width, bare)
		}
		if strings.ContainsAny(bare, "\n\t") || plain.Printable(bare, "") != bare {
			t.Errorf("line %d holds more than text: %q", i+1, bare)
		}
	}
}

// Golden compares a text with the file of that name in testdata.
func Golden(t testing.TB, name, got string) {
	t.Helper()
	Committed(t, filepath.Join("testdata", name+".golden"), strings.TrimRight(got, "\n")+"\n")
}

// Committed compares a text with a file that is committed. With the flag
// -update it writes the file instead.
func Committed(t testing.TB, path, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if text := strings.ReplaceAll(string(want), "\r\n", "\n"); text != got {
		t.Errorf("%s differs. Look at what changed, then run the test with -update.\ngot:\n%s\nwant:\n%s",
			path, visible(got), visible(text))
	}
}

// visible shows escape sequences instead of obeying them.
func visible(text string) string { return strings.ReplaceAll(text, "\x1b", "␛") }
