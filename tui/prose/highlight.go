package prose

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"firstsession/content"
	"firstsession/tui/theme"
)

// Highlight marks the words of a query in rendered lines, where the search finds
// them: whatever their case and accents, and also inside a longer word.
func Highlight(lines []string, query string, t theme.Theme) []string {
	mark, _, _ := strings.Cut(t.Mark.Render("x"), "x")
	marked := make([]string, len(lines))
	for i, line := range lines {
		marked[i] = highlight(line, query, mark)
	}
	return marked
}

// highlight gives the style mark to what is wanted. It goes by characters as
// a reader sees them, so that none is marked by half.
func highlight(line, query, mark string) string {
	marks := content.Marks(ansi.Strip(line), query)
	if len(marks) == 0 {
		return line
	}
	runs, _ := runsOf(line, "")
	var characters []run
	at := 0 // in the text of them all
	for _, r := range runs {
		for rest := r.text; rest != ""; {
			character, _ := ansi.FirstGraphemeCluster(rest, ansi.GraphemeWidth)
			rest = rest[len(character):]
			for len(marks) > 0 && marks[0].End <= at {
				marks = marks[1:]
			}
			at += len(character)
			style := r.style
			if len(marks) > 0 && marks[0].Start < at {
				style = mark
			}
			characters = append(characters, run{style, character})
		}
	}
	return write(characters)
}
