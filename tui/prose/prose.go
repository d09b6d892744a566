// Package prose turns Markdown into lines for the terminal, and remembers
// them. What comes out is safe: of escape sequences, only those that style
// text are let through.
package prose

import "firstsession/tui/theme"

// Renderer renders Markdown and remembers what it rendered, by source, width
// and theme.
type Renderer struct{}

// New makes a renderer that remembers nothing yet.
func New() *Renderer { return &Renderer{} }

// Lines renders Markdown to lines of at most width cells, without air above,
// below or beside it.
func (r *Renderer) Lines(markdown string, width int, t theme.Theme) []string {
	return nil
}
