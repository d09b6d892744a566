package pages

import (
	"strings"

	"charm.land/lipgloss/v2"

	"firstsession/content"
	"firstsession/tui/prose"
	"firstsession/tui/screen"
)

// NewHelp makes the page for someone who needs help now. Nothing stands
// before it, and what was on the screen stays as it was.
func NewHelp(env screen.Env) screen.Screen { return open(env, help{}) }

type help struct{}

func (help) lay(env screen.Env) (string, []string, int) {
	page := env.Guide.Help
	return env.Words().Guide.Title, document(env, page, env.Theme.Care.Bold(true)), 0
}

// NewAbout makes the page that says what the guide is and is not, and whose
// words it rests on.
func NewAbout(env screen.Env) screen.Screen { return open(env, about{}) }

type about struct{}

func (about) lay(env screen.Env) (string, []string, int) {
	return env.Words().Guide.Title, document(env, env.Guide.About, env.Theme.Heading), 0
}

// document lays out a page with its sections.
func document(env screen.Env, page content.Page, heading lipgloss.Style) []string {
	lines := block(nil, headed(env, page.Title, heading), blocks(env, page.Body))
	for _, section := range page.Sections {
		lines = block(lines, headed(env, section.Heading, env.Theme.Heading), blocks(env, section.Body))
	}
	return lines
}

// NewGlossary makes the list of the guide's technical words. It opens at one
// of them by its id, if there is one, and marks words that were searched for.
func NewGlossary(env screen.Env, term, marks string) screen.Screen {
	return open(env, glossary{term: term, marks: strings.Fields(marks)})
}

type glossary struct {
	term  string
	marks []string
}

func (g glossary) lay(env screen.Env) (string, []string, int) {
	all, at := env.Guide.Glossary, 0
	lines := block(nil, headed(env, all.Title, env.Theme.Heading), blocks(env, all.Body))
	for _, term := range all.Terms {
		if term.ID == g.term {
			at = len(lines) + 1
		}
		lines = block(lines, append(headed(env, term.Name, env.Theme.Heading), blocks(env, term.Body)...))
	}
	return env.Words().Guide.Title, prose.Highlight(lines, g.marks, env.Theme), at
}

// headed lays out a heading in a style.
func headed(env screen.Env, heading string, style lipgloss.Style) []string {
	lines := prose.Wrap(heading, env.Size.Width)
	for i, line := range lines {
		lines[i] = style.Render(line)
	}
	return lines
}

func blocks(env screen.Env, body []content.Block) []string {
	return env.Prose.Blocks(body, max(env.Size.Width, 1), env.Theme)
}

// block adds lines with an empty one before them.
func block(lines []string, more ...[]string) []string {
	for _, part := range more {
		if len(lines) > 0 && len(part) > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, part...)
	}
	return lines
}
