package notes

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"firstsession/content"
	"firstsession/content/walk"
	"firstsession/tui/prose"
	"firstsession/tui/screen"
)

// pointer stands before the field, and before the note that has the cursor.
const (
	pointer      = "› "
	pointerWidth = 2
)

// spot is where a note stands in the text.
type spot struct{ first, end int }

// layOut makes the lines anew, and keeps the field in sight.
func (n notes) layOut() notes {
	words, look := n.env.Words().Notes, n.env.Theme
	var lines []string
	spoken := 0 // the end of the field, and of what is said below it
	switch {
	case n.typing:
		lines = n.fieldLines()
		n.writing = len(lines) - len(n.field.Lines())
		if n.said != "" {
			lines = append(append(lines, ""), n.wrap(n.said, look.Plain.Render)...)
		}
		spoken = len(lines)
		lines = append(lines, "")
		lines = append(lines, n.wrap(n.privacy(), look.Muted.Render)...)
	case n.said != "":
		lines = n.wrap(n.said, look.Plain.Render)
	case len(n.list) == 0:
		lines = n.wrap(words.None, look.Plain.Render)
	}
	if n.covered != "" {
		if len(lines) > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, n.wrap(n.covered, look.Plain.Render)...)
	}
	lines = n.listNotes(lines)
	if !n.typing {
		lines = append(lines, "")
		lines = append(lines, n.wrap(n.privacy(), look.Muted.Render)...)
	}
	n.text = n.text.With(lines, n.env.Size.Height)
	if cursor := n.field.Cursor(); n.typing && cursor != nil {
		line := n.writing + cursor.Y
		end := line + 1
		if n.said != "" {
			end = spoken
		}
		n.text = n.text.Show(line, end)
	}
	return n.refresh()
}

// fieldLines is what one is asked, and the field below.
func (n notes) fieldLines() []string {
	words := n.env.Words().Notes
	label := words.Write
	switch {
	case n.changing != "" && n.covered != "":
		label = n.env.Words().Intake.NoteAnew
	case n.changing != "":
		label = words.WriteChange
	}
	lines := append(n.wrap(label, n.env.Theme.Heading.Render), "")
	return append(lines, n.beside(n.field.Lines(), true)...)
}

// listNotes adds every note, and where it was taken.
func (n *notes) listNotes(lines []string) []string {
	words, look := n.env.Words().Notes, n.env.Theme
	width := max(1, n.env.Size.Width-pointerWidth)
	n.spots = nil
	for i, note := range n.list {
		focused := i == n.focus
		if len(lines) > 0 {
			lines = append(lines, "")
		}
		first := len(lines)
		style := look.Plain
		if focused {
			style = look.Accent
		}
		more := styled(prose.Wrap(note.Text, width), style.Render)
		switch place := placeOf(n.env.Walk, note.At); {
		case focused && n.sure:
			more = append(more, styled(prose.Wrap(words.Sure, width), look.Care.Render)...)
		case place != "":
			at := content.Fill(words.At, "place", place)
			more = append(more, styled(prose.Wrap(at, width), look.Muted.Render)...)
		}
		lines = append(lines, n.beside(more, focused)...)
		n.spots = append(n.spots, spot{first, len(lines)})
	}
	return lines
}

func styled(lines []string, render func(...string) string) []string {
	for i, line := range lines {
		lines[i] = render(line)
	}
	return lines
}

// refresh brings the view to where the text is scrolled and the cursor is.
func (n notes) refresh() notes {
	words := n.env.Words()
	n.view = screen.View{
		Title:   words.Notes.Title,
		Body:    n.text.Lines(),
		More:    n.text.More(words.Reader),
		Cursor:  n.cursor(),
		Targets: n.targets(),
		Typing:  n.typing,
		Typed:   n.field.Value(),
	}
	return n
}

// cursor is in the field, or before the note that has it.
func (n notes) cursor() *tea.Cursor {
	x, y := 0, 0
	switch {
	case n.typing:
		cursor := n.field.Cursor()
		if cursor == nil {
			return nil
		}
		x, y = pointerWidth+cursor.X, n.writing+cursor.Y
	case n.focus >= 0:
		y = n.spots[n.focus].first
	default:
		return nil
	}
	y -= n.text.Top()
	if y < 0 || y >= len(n.text.Lines()) {
		return nil
	}
	return tea.NewCursor(x, y)
}

// targets are the notes in sight, while the list can be moved in.
func (n notes) targets() []screen.Target {
	if n.typing {
		return nil
	}
	var all []screen.Target
	top, end := n.text.Top(), n.text.Top()+len(n.text.Lines())
	for i, at := range n.spots {
		first, last := max(at.first, top), min(at.end, end)
		if first < last {
			all = append(all, screen.Target{
				Y: first - top, Width: n.env.Size.Width, Height: last - first, Click: chosen{i},
			})
		}
	}
	return all
}

// wrap breaks words to styled lines.
func (n notes) wrap(words string, render func(...string) string) []string {
	return styled(prose.Wrap(words, max(1, n.env.Size.Width)), render)
}

// beside puts lines beside the pointer, or beside the place where it would be.
func (n notes) beside(lines []string, pointed bool) []string {
	all := make([]string, len(lines))
	for i, line := range lines {
		lead := strings.Repeat(" ", pointerWidth)
		if i == 0 && pointed {
			lead = n.env.Theme.Accent.Render(pointer)
		}
		all[i] = lead + line
	}
	return all
}

// placeOf names the place at which a note was taken, as the reader knows it.
func placeOf(w walk.Walk, key string) string {
	step, ok := w.Find(key)
	if !ok {
		return ""
	}
	if _, section := w.Guide().Section(step.ID); section != nil {
		return section.Heading
	}
	return w.ChapterTitle(step.Chapter)
}

// privacy says who sees a note.
func (n notes) privacy() string {
	if n.env.Intake() {
		return n.env.Words().Intake.NotesSeen
	}
	return n.env.Words().Notes.Privacy
}
