package search

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"firstsession/content"
	"firstsession/tui/prose"
	"firstsession/tui/screen"
)

// What stands before the field, and before the hit that has the cursor.
const (
	prompt      = "/ "
	pointer     = "› "
	promptWidth = len(prompt)
	// excerptLines of the words around a hit are shown.
	excerptLines = 2
)

// item is where a hit stands in the list.
type item struct{ first, end int }

// layOut makes the list anew, of hits or of a word to whoever has none.
func (s search) layOut() search {
	var lines []string
	s.items = nil
	for i, hit := range s.hits[:s.shown()] {
		if i > 0 {
			lines = append(lines, "")
		}
		first := len(lines)
		lines = append(lines, s.hitLines(hit, i == s.focus)...)
		s.items = append(s.items, item{first, len(lines)})
	}
	if len(s.hits) == 0 {
		lines = s.kindWords()
	}
	s.list = s.list.With(lines, max(0, s.env.Size.Height-s.above()))
	return s.refresh()
}

// above is how many lines the field takes with the air below it.
func (s search) above() int { return 2 }

// hitLines shows one hit: its section and chapter, and the words around it.
func (s search) hitLines(hit content.Hit, focused bool) []string {
	look, width := s.env.Theme, max(1, s.env.Size.Width-len(prompt))
	name, chapter := hit.Heading, hit.Title
	if name == "" {
		name, chapter = hit.Title, ""
	}
	marks := strings.Fields(s.query)
	if hit.Chapter == content.HelpID {
		return s.helpLines(focused, width)
	}
	style := look.Plain
	if focused {
		style = look.Accent
	}
	var lines []string
	for _, line := range shorten(prose.Wrap(name, width), excerptLines, width) {
		lines = append(lines, style.Render(line))
	}
	lines = prose.Highlight(lines, marks, look)
	if hit.Text != name {
		excerpt := shorten(prose.Wrap(hit.Text, width), excerptLines, width)
		lines = append(lines, prose.Highlight(excerpt, marks, look)...)
	}
	lines = beside(lines, chapter, width, look.Muted.Render)
	for i, line := range lines {
		lead := strings.Repeat(" ", len(prompt))
		if i == 0 && focused {
			lead = look.Accent.Render(pointer)
		}
		lines[i] = lead + line
	}
	return lines
}

// helpLines are help now, whole, for whoever searches for danger.
func (s search) helpLines(focused bool, width int) []string {
	look, help := s.env.Theme, s.env.Guide.Help
	lead := "  "
	if focused {
		lead = look.Accent.Render(pointer)
	}
	lines := []string{lead + look.Care.Render(ansi.Truncate(help.Title, width, "…"))}
	body := s.env.Prose.Blocks(help.Body, width, look)
	for _, section := range help.Sections {
		body = append(append(body, "", section.Heading), s.env.Prose.Blocks(section.Body, width, look)...)
	}
	for _, line := range body {
		lines = append(lines, strings.Repeat(" ", len(prompt))+line)
	}
	return lines
}

// shorten cuts lines to a number of them, after a word, and says with "…" that
// it did.
func shorten(lines []string, most, width int) []string {
	if len(lines) <= most {
		return lines
	}
	lines = slices.Clone(lines[:most])
	last := lines[most-1]
	if ansi.StringWidth(last) >= width {
		last = ansi.Truncate(last, width-1, "")
		if space := strings.LastIndexByte(last, ' '); space > 0 {
			last = last[:space]
		}
	}
	lines[most-1] = strings.TrimRight(last, " .,;:…") + "…"
	return lines
}

// beside puts a chapter's title at the end of the first line, or on a line of
// its own behind the others where there is no room.
func beside(lines []string, chapter string, width int, render func(...string) string) []string {
	if chapter == "" {
		return lines
	}
	const gap = 3
	room := width - ansi.StringWidth(lines[0]) - ansi.StringWidth(chapter)
	if room >= gap {
		lines[0] += strings.Repeat(" ", room) + render(chapter)
		return lines
	}
	return append(lines, render(ansi.Truncate(chapter, width, "…")))
}

// kindWords say how to search, or that nothing was found and what to try.
func (s search) kindWords() []string {
	words, width := s.env.Words().Search, max(1, s.env.Size.Width)
	var lines []string
	if s.query == "" {
		lines = prose.Wrap(words.How, width)
	} else {
		lines = append(prose.Wrap(content.Fill(words.Nothing, "query", s.query), width), "")
		lines = append(lines, prose.Wrap(words.Try, width)...)
	}
	for i, line := range lines {
		lines[i] = s.env.Theme.Muted.Render(line)
	}
	return lines
}

// refresh brings the view to where the list is scrolled and the cursor is.
func (s search) refresh() search {
	words := s.env.Words()
	line := s.field.Lines()[0]
	body := append([]string{s.env.Theme.Accent.Render(prompt) + line, ""}, s.list.Lines()...)
	s.view = screen.View{
		Title:   words.Search.Title,
		Body:    body[:min(len(body), max(0, s.env.Size.Height))],
		More:    s.list.More(words.Reader),
		Cursor:  s.cursor(),
		Targets: s.targets(),
		Typing:  s.typing,
	}
	if s.query != "" {
		s.view.Place = content.Fill(words.Search.Found, "n", len(s.hits))
	}
	return s
}

// cursor is in the field, or before the hit that has it.
func (s search) cursor() *tea.Cursor {
	if s.typing {
		cursor := s.field.Cursor()
		if cursor != nil {
			cursor.X += promptWidth
		}
		return cursor
	}
	if s.focus < 0 {
		return nil
	}
	y := s.items[s.focus].first - s.list.Top()
	if y < 0 || y >= len(s.list.Lines()) {
		return nil
	}
	return tea.NewCursor(0, s.above()+y)
}

// targets are the field and the hits in sight.
func (s search) targets() []screen.Target {
	all := []screen.Target{{Width: s.env.Size.Width, Height: 1, Click: entered{}}}
	top, end := s.list.Top(), s.list.Top()+len(s.list.Lines())
	for i, item := range s.items {
		first, last := max(item.first, top), min(item.end, end)
		if first < last {
			all = append(all, screen.Target{
				Y: s.above() + first - top, Width: s.env.Size.Width, Height: last - first, Click: chosen{i},
			})
		}
	}
	return all
}
