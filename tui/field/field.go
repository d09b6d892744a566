// Package field is a field to type into, of one line or a few. It has the
// terminal's own cursor, so that a screen reader finds it, and takes in
// nothing that could command a terminal.
package field

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"firstsession/content/plain"
)

// Field is what was typed and where the cursor stands in it. It is a value:
// what one copy takes in, no other has.
type Field struct {
	// The area is a large thing to make, so that copies share it: it stands as
	// the last of them that took something in, and any other makes its own.
	area   *textarea.Model
	words  string
	most   int // how many letters there is room for
	column int // of the cursor
	width  int // of the field; its area may be narrower
}

// maxLetters bounds what can be typed or pasted where nothing else does.
const maxLetters = 2000

// New makes an empty field of a width, in the reader's own colours, that grows
// up to so many lines; what is longer scrolls in it. It takes so many letters at
// most, where there is a number, and what has more it does not take at all.
func New(lines, width, most int) Field {
	area := textarea.New()
	area.Prompt = ""
	area.ShowLineNumbers = false
	area.EndOfBufferCharacter = ' '
	area.CharLimit = 0 // it would cut what is longer
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
	return Field{area: &area, width: max(width, 1), most: cmp.Or(most, maxLetters)}.settled()
}

// Over reports how many letters a key or paste would make, and whether that is too many.
func (f Field) Over(msg tea.Msg) (n, most int, over bool) {
	added := ""
	switch msg := msg.(type) {
	case tea.PasteMsg:
		added = msg.Content
	case tea.KeyPressMsg:
		added = msg.Text
	}
	added = plain.Typed(added)
	n = utf8.RuneCountInString(f.words) + utf8.RuneCountInString(added)
	return n, f.most, added != "" && n > f.most
}

// With returns the field at a width.
func (f Field) With(width int) Field { return f.anew(width, f.words, f.column) }

// Set returns the field with other words in it, and the cursor behind them.
func (f Field) Set(words string) Field {
	words = plain.Typed(words)
	return f.anew(f.width, words, utf8.RuneCountInString(words))
}

func (f Field) anew(width int, words string, column int) Field {
	f = New(f.area.MaxHeight, width, f.most)
	f.area.SetValue(words)
	f.area.SetCursorColumn(column)
	return f.settled()
}

func (f Field) own() Field {
	if f.area.Column() == f.column && f.area.Value() == f.words {
		return f
	}
	return f.With(f.width)
}

// Update takes a key or a paste for which there is room.
func (f Field) Update(msg tea.Msg) Field {
	if _, _, over := f.Over(msg); over {
		return f
	}
	switch msg := msg.(type) {
	case tea.PasteMsg:
		return f.take(tea.PasteMsg{Content: plain.Typed(msg.Content)})
	case tea.KeyPressMsg:
		msg.Text = plain.Typed(msg.Text)
		return f.take(msg)
	default:
		return f
	}
}

// settled lays the field out, so that the cursor is in sight.
func (f Field) settled() Field { return f.take(nil) }

// take lets the field change. Its commands are for the cursor's blinking and the
// clipboard, of which there is neither.
func (f Field) take(msg tea.Msg) Field {
	if msg != nil {
		f = f.own()
	}
	*f.area, _ = f.area.Update(msg)
	f.words, f.column = f.area.Value(), f.area.Column()
	f.fit()
	return f
}

// fit makes the area as narrow as its words need it: it counts the cells of what
// a reader takes for one character, and a terminal may draw more.
func (f Field) fit() {
	if f.area.Width() == f.width && plain.Cells(f.words) == ansi.StringWidth(f.words) {
		return
	}
	for width, widest := f.width, f.width+1; widest > f.width && width > 0; width -= max(1, (widest-f.width)/2) {
		f.area.SetWidth(width)
		*f.area, _ = f.area.Update(nil)
		widest = 0
		for line := range strings.SplitSeq(f.area.View(), "\n") {
			widest = max(widest, plain.Cells(strings.TrimRight(line, " ")))
		}
	}
}

// Value is what was typed, without spaces around it.
func (f Field) Value() string { return strings.TrimSpace(f.words) }

// Empty reports whether not even a space was typed.
func (f Field) Empty() bool { return f.words == "" }

// Lines are at most as many and as wide as the field was made for.
func (f Field) Lines() []string {
	lines := strings.Split(f.own().area.View(), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
	}
	return lines
}

// Cursor is where the cursor stands in Lines.
func (f Field) Cursor() *tea.Cursor { return f.own().area.Cursor() }
