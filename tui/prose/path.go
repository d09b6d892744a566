package prose

import (
	"cmp"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"firstsession/content/plain"
)

// Path breaks the path of a file to lines of at most width cells: behind the
// separators of folders, and within a name only where no line has room for it,
// there behind a hyphen, a dot or a space if there is one.
func Path(path string, width int) []string {
	width = max(1, width)
	lines := []string{""}
	for _, piece := range pieces(plain.Printable(path, "?"), width, `/\`, "-._ ") {
		if last := len(lines) - 1; lines[last] == "" || Cells(lines[last]+piece) <= width {
			lines[last] += piece
		} else {
			lines = append(lines, piece)
		}
	}
	return lines
}

// pieces are a text cut behind any of some characters, and those that are still
// too wide behind any of the next.
func pieces(text string, width int, behind ...string) []string {
	if len(behind) == 0 {
		return strings.Split(ansi.HardwrapWc(text, width, false), "\n")
	}
	var all []string
	for text != "" {
		at := cmp.Or(strings.IndexAny(text, behind[0])+1, len(text))
		piece := text[:at]
		text = text[at:]
		if Cells(piece) > width {
			all = append(all, pieces(piece, width, behind[1:]...)...)
		} else {
			all = append(all, piece)
		}
	}
	return all
}
