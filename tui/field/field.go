// Package field is a field to type into, of one line or a few. It has the
// terminal's own cursor, so that a screen reader finds it, and takes in
// nothing that could command a terminal.
package field

import (
	"cmp"
	"strings"

	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"

	"firstsession/content/plain"
)

// Field is what was typed and where the cursor stands in it. It is a value:
// what one copy takes in, no other has.
// The area is a large thing to copy, and is never changed once it is laid out.
type Field struct{ area *textarea.Model }

// maxLetters bounds what can be typed or pasted where nothing else does.
const maxLetters = 2000

// New makes an empty field of a width, in the reader's own colours, that grows
// up to so many lines; what is longer scrolls in it. It takes so many letters at
// most, where there is a number.
func New(lines, width, most int) Field {
	area := textarea.New()
	area.Prompt = ""
	area.ShowLineNumbers = false
	area.EndOfBufferCharacter = ' '
	area.CharLimit = cmp.Or(most, maxLetters)
	area.MaxHeight = lines
	area.DynamicHeight = true
	area.SetVirtualCursor(false)
	// What Enter and the keys of selecting and the clipboard do is the
	// screen's to say, or needs commands that no screen has.
	area.KeyMap.InsertNewline.Unbind()
	area.KeyMap.Paste.Unbind()
	area.KeyMap.CopySelection.Unbind()
	area.KeyMap.SelectAll.Unbind()
	area.SetStyles(textarea.Styles{})
	area.Focus()
	area.SetWidth(max(width, 1))
	return Field{&area}.settled()
}

// With returns the field at a width, sharing nothing with the one it is made from.
func (f Field) With(width int) Field {
	made := New(f.area.MaxHeight, width, f.area.CharLimit)
	made.area.SetValue(f.area.Value())
	made.area.SetCursorColumn(f.area.Column())
	return made.settled()
}

// Set returns the field with other words in it, and the cursor behind them.
func (f Field) Set(words string) Field {
	f = New(f.area.MaxHeight, f.area.Width(), f.area.CharLimit)
	f.area.SetValue(clean(words))
	return f.settled()
}

// Update takes a key or a paste.
func (f Field) Update(msg tea.Msg) Field {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		return f.take(tea.PasteMsg{Content: clean(msg.Content)})
	case tea.KeyPressMsg:
		msg.Text = clean(msg.Text)
		return f.take(msg)
	default:
		return f
	}
}

// take lets the field change a copy of itself. Its commands are for the
// cursor's blinking and the clipboard, of which there is neither.
func (f Field) take(msg tea.Msg) Field {
	f = f.With(f.area.Width())
	*f.area, _ = f.area.Update(msg)
	return f
}

// settled lays the field out, so that the cursor is in sight.
func (f Field) settled() Field {
	*f.area, _ = f.area.Update(nil)
	return f
}

// ends are what ends a line or a column, each of which is a space here.
var ends = strings.NewReplacer(
	"\r\n", " ", "\n", " ", "\r", " ", "\t", " ", "\v", " ", "\f", " ", "\u0085", " ", "\u2028", " ", "\u2029", " ",
)

// clean makes one line of words, without control characters.
func clean(words string) string { return plain.Printable(ends.Replace(words), "") }

// Value is what was typed, without spaces around it.
func (f Field) Value() string {
	if f.area == nil {
		return ""
	}
	return strings.TrimSpace(f.area.Value())
}

// Empty reports whether not even a space was typed.
func (f Field) Empty() bool { return f.area == nil || f.area.Length() == 0 }

// Lines are at most as many and as wide as the field was made for.
func (f Field) Lines() []string {
	lines := strings.Split(f.area.View(), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
	}
	return lines
}

// Cursor is where the cursor stands in Lines.
func (f Field) Cursor() *tea.Cursor { return f.area.Cursor() }
