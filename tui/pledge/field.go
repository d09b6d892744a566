package pledge

import (
	"strings"
	"unicode"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// field is a line to type in. Typing and editing are the text input's; how it
// looks is done here, because that one shows a part of a long line only, and
// counts a wide character as one cell.
type field struct{ input textinput.Model }

// newField makes a field that holds a text already and takes at most so many
// characters.
func newField(text string, limit int) field {
	input := textinput.New()
	input.Prompt = ""
	input.CharLimit = limit
	input.SetVirtualCursor(false)
	// Pasting is the terminal's; this one would need a command that reads the
	// clipboard.
	input.KeyMap.Paste.SetEnabled(false)
	input.SetValue(clean(text))
	input.CursorEnd()
	input.Focus()
	return field{input}
}

// text is what was typed.
func (f field) text() string { return f.input.Value() }

// update takes a key or a paste. Enter and the keys that leave a field must
// not come here.
func (f field) update(msg tea.Msg) field {
	switch m := msg.(type) {
	case tea.KeyPressMsg:
		m.Text = clean(m.Text)
		msg = m
	case tea.PasteMsg:
		m.Content = clean(m.Content)
		msg = m
	}
	// The input writes into what it holds, which the screen before this one
	// holds as well.
	at := f.input.Position()
	f.input.SetValue(f.input.Value())
	f.input.SetCursor(at)
	f.input, _ = f.input.Update(msg)
	return f
}

// lines breaks the text to lines with room for the cursor behind each, and
// says where the cursor stands in them.
func (f field) lines(width int) (lines []string, x, y int) {
	value := []rune(f.text())
	room := max(1, width-1)
	lines = strings.Split(ansi.Hardwrap(string(value), room, true), "\n")
	before := strings.Split(ansi.Hardwrap(string(value[:f.input.Position()]), room, true), "\n")
	y = min(len(before)-1, len(lines)-1)
	return lines, min(lipgloss.Width(before[len(before)-1]), room), y
}

// clean drops what no name needs: characters that command a terminal or turn
// the direction of text. The end of a line becomes a space.
func clean(text string) string {
	text = strings.ToValidUTF8(text, "")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\t' || unicode.In(r, unicode.Zl, unicode.Zp):
			return ' '
		case unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r):
			return -1
		default:
			return r
		}
	}, text)
}
