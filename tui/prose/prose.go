// Package prose turns Markdown into lines for the terminal, and remembers
// them. What comes out is safe: of escape sequences, only those that style
// text are let through.
package prose

import (
	"slices"
	"sync"

	"github.com/charmbracelet/colorprofile"

	"firstsession/content"
	"firstsession/tui/theme"
)

// maxRemembered bounds source and lines in bytes. A section takes about 2 KB.
const maxRemembered = 2 << 20

// Renderer renders Markdown and remembers what it rendered, by source, width
// and theme. It may be used from several goroutines.
type Renderer struct {
	mu    sync.Mutex
	known map[request][]string
	bytes int // that known holds
}

// request is all that lines depend on.
type request struct {
	source  string
	width   int
	theme   string
	profile colorprofile.Profile
}

// New makes a renderer that remembers nothing yet.
func New() *Renderer { return &Renderer{known: map[request][]string{}} }

// Lines renders Markdown to lines of at most width cells, without air above,
// below or beside it.
func (r *Renderer) Lines(markdown string, width int, t theme.Theme) []string {
	width = max(width, 1)
	asked := request{markdown, width, t.Name, t.Profile}
	r.mu.Lock()
	defer r.mu.Unlock()
	lines, ok := r.known[asked]
	if ok {
		return slices.Clone(lines)
	}
	lines = render(markdown, width, t)
	size := len(markdown)
	for _, line := range lines {
		size += len(line)
	}
	if r.bytes += size; r.bytes > maxRemembered {
		clear(r.known)
		r.bytes = size
	}
	r.known[asked] = lines
	return slices.Clone(lines)
}

// Blocks renders a section's body: prose and pictures, with one empty line
// between. A picture that is wider than the lines is told in words.
func (r *Renderer) Blocks(blocks []content.Block, width int, t theme.Theme) []string {
	var lines []string
	for _, block := range blocks {
		var more []string
		if block.Picture != nil {
			more = picture(block.Picture, width, t)
		} else {
			more = r.Lines(block.Prose, width, t)
		}
		lines = below(lines, more, true)
	}
	return lines
}

// below are lines and more below them, with an empty line between where both are loose.
func below(lines, more []string, loose bool) []string {
	if loose && len(lines) > 0 && len(more) > 0 {
		lines = append(lines, "")
	}
	return append(lines, more...)
}
