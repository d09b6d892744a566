// Package prose turns Markdown into lines for the terminal, and remembers
// them. What comes out is safe: of escape sequences, only those that style
// text are let through.
package prose

import (
	"slices"
	"sync"

	"firstsession/content"
	"firstsession/tui/theme"
)

// maxRemembered bounds, in bytes of source and lines, each of the two
// generations of what is remembered. A section takes about 2 KB of it.
const maxRemembered = 1 << 20

// Renderer renders Markdown and remembers what it rendered, by source, width
// and theme. It may be used from several goroutines.
type Renderer struct {
	mu    sync.Mutex
	pens  map[look]*pen
	young map[request][]string
	old   map[request][]string
	bytes int // that young holds
}

// look is what lines depend on besides their source.
type look struct {
	width   int
	name    string
	profile byte
}

type request struct {
	source string
	look   look
}

// New makes a renderer that remembers nothing yet.
func New() *Renderer {
	return &Renderer{pens: map[look]*pen{}, young: map[request][]string{}}
}

// Lines renders Markdown to lines of at most width cells, without air above,
// below or beside it.
func (r *Renderer) Lines(markdown string, width int, t theme.Theme) []string {
	width = max(width, 1)
	asked := request{markdown, lookOf(width, t)}
	r.mu.Lock()
	defer r.mu.Unlock()
	if lines, ok := r.young[asked]; ok {
		return slices.Clone(lines)
	}
	lines, ok := r.old[asked]
	if !ok {
		lines = r.render(markdown, width, t)
	}
	r.remember(asked, lines)
	return slices.Clone(lines)
}

func lookOf(width int, t theme.Theme) look {
	return look{width, t.Name, byte(t.Profile)}
}

// remember keeps lines in the young generation. When that is full it becomes
// the old one, and what nobody has asked for since is forgotten.
func (r *Renderer) remember(asked request, lines []string) {
	size := len(asked.source)
	for _, line := range lines {
		size += len(line)
	}
	if r.bytes+size > maxRemembered {
		r.old, r.young, r.bytes = r.young, map[request][]string{}, 0
	}
	r.young[asked] = lines
	r.bytes += size
}

// Blocks renders a section's body: prose and pictures, with one empty line
// between. A picture that is wider than the lines is told in words.
func (r *Renderer) Blocks(blocks []content.Block, width int, t theme.Theme) []string {
	var lines []string
	for _, block := range blocks {
		var more []string
		if block.Picture != nil {
			more = Picture(block.Picture, width, t)
		} else {
			more = r.Lines(block.Prose, width, t)
		}
		if len(lines) > 0 && len(more) > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, more...)
	}
	return lines
}
