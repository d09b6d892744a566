package field

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"firstsession/tui/keys"
)

func typed(f Field, text string) Field {
	for _, r := range text {
		f = f.Update(keys.Press(string(r)))
	}
	return f
}

func TestTakesOnlyWords(t *testing.T) {
	f := New(4, 30, 0)
	f = f.Update(tea.PasteMsg{Content: "one\r\ntwo\tthree\x1b[31m \u202efour\n"})
	if got, want := f.Value(), "one two three[31m four"; got != want {
		t.Errorf("pasted %q, want %q", got, want)
	}
	f = f.Update(keys.Press("enter"))
	if got := f.Value(); strings.Contains(got, "\n") {
		t.Errorf("enter put a newline into %q", got)
	}
}

func TestWhatHasNoRoomIsNotTakenInPart(t *testing.T) {
	for _, word := range []string{"x", "語", "ñ"} {
		f := New(4, 30, 10).Set(strings.Repeat(word, 8))
		for _, msg := range []tea.Msg{tea.PasteMsg{Content: word + word + word}, tea.KeyPressMsg{Code: 'a', Text: "abc"}} {
			if n, most, over := f.Over(msg); n != 11 || most != 10 || !over {
				t.Errorf("%q: %d of %d letters, too many: %v", word, n, most, over)
			}
			if got := f.Update(msg).Value(); got != f.Value() {
				t.Errorf("%q: took %q", word, got)
			}
		}
		if full := f.Update(tea.PasteMsg{Content: word + word}); full.Value() != strings.Repeat(word, 10) || full.Update(keys.Press("backspace")).Value() != strings.Repeat(word, 9) {
			t.Errorf("%q: what has room is %q", word, full.Value())
		}
	}
}

func TestIsAValue(t *testing.T) {
	base := typed(New(4, 30, 0), "abc")
	one, other := typed(base, "d"), base.Update(keys.Press("backspace"))
	for _, c := range []struct{ got, want string }{{base.Value(), "abc"}, {one.Value(), "abcd"}, {other.Value(), "ab"}} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestCursorStaysInSight(t *testing.T) {
	for _, width := range []int{1, 5, 20, 72} {
		for _, text := range []string{"", "word", strings.Repeat("many words ", 30), strings.Repeat("x", 200), strings.Repeat("語", 50)} {
			f := typed(New(4, width, 0), text)
			lines, cursor := f.Lines(), f.Cursor()
			if len(lines) > 4 || len(lines) < 1 {
				t.Errorf("width %d: %d lines", width, len(lines))
			}
			for _, line := range lines {
				if w := ansi.StringWidth(line); w > max(width, 2) {
					t.Errorf("width %d: a line of %d cells", width, w)
				}
			}
			if cursor == nil || cursor.Y < 0 || cursor.Y >= len(lines) || cursor.X > width {
				t.Errorf("width %d, %d letters: cursor at %v in %d lines", width, len(text), cursor, len(lines))
			}
		}
	}
}

// A terminal counts cells by character, or by what a reader takes for one.
func TestWordsOfAnyScriptAreWholeWhileTheyAreTyped(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("👨‍👩‍👧‍👦 ", 9), strings.Repeat("हिन्दी क्षत्रिय ", 8), strings.Repeat("ที่นี่", 20), strings.Repeat("❤️", 40), strings.Repeat("🏳️‍🌈", 9), "sen\u0303or, cada an\u0303o",
	} {
		for _, width := range []int{10, 20, 47, 70} {
			f := typed(New(40, width, 0), text+"555-0100")
			lines, c := f.Lines(), f.Cursor()
			for _, line := range lines {
				if got := max(ansi.StringWidth(line), ansi.StringWidthWc(line)); got > width {
					t.Errorf("at %d a line takes %d: %q", width, got, line)
				}
			}
			if c == nil || c.Y < 0 || c.Y >= len(lines) || c.X > width {
				t.Errorf("at %d the cursor is at %+v of %d lines", width, c, len(lines))
			}
			whole := text + "555-0100"
			if strings.ContainsAny(text, "👨❤🏳") { // of which the area may show the parts
				whole = "555-0100"
			}
			if got := strings.Join(lines, ""); !strings.Contains(strings.ReplaceAll(got, " ", ""), strings.ReplaceAll(whole, " ", "")) {
				t.Errorf("at %d: %q", width, got)
			}
		}
	}
}

func TestTheCursorStandsInTheLinesAtEveryWidth(t *testing.T) {
	for _, lines := range []int{1, 3} {
		f := New(lines, 30, 0).Set(strings.Repeat("語x", 120))
		for _, width := range []int{30, 60, 7, 30, 1, 200} {
			f = f.With(width)
			if c := f.Cursor(); c == nil || c.Y < 0 || c.Y >= len(f.Lines()) {
				t.Errorf("at width %d of %d lines the cursor is at %+v", width, len(f.Lines()), c)
			}
		}
	}
}

func BenchmarkType(b *testing.B) {
	f := typed(New(4, 70, 0), strings.Repeat("many words ", 5))
	for b.Loop() {
		f.Update(keys.Press("x"))
	}
}
