package prose

import (
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
	pieces := strings.Join(plain.Behind(plain.Printable(path, "?"), width, `/\`, "-._ "), "\n")
	for piece := range strings.SplitSeq(ansi.HardwrapWc(pieces, width, false), "\n") {
		if last := len(lines) - 1; lines[last] == "" || Cells(lines[last]+piece) <= width {
			lines[last] += piece
		} else {
			lines = append(lines, piece)
		}
	}
	return lines
}
