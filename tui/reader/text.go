package reader

import (
	"slices"
	"strings"

	"firstsession/content"
	"firstsession/content/walk"
	"firstsession/tui/prose"
	"firstsession/tui/screen"
)

// text is what one page has to read.
type text struct {
	title   string // of the chapter
	chapter int    // its number; 0 for none
	over    string // a quiet line above the heading
	heading string
	body    []content.Block
	under   string // a quiet line below the body
}

// ofStep is the text of a step of the walk.
func ofStep(env screen.Env, step walk.Step) text {
	if step.Kind == walk.Opening {
		return opening(env, step.Chapter)
	}
	return section(env, step.ID)
}

// opening greets the reader at a chapter and says how long it is.
func opening(env screen.Env, number int) text {
	words, guide := env.Words().Reader, env.Guide
	over := content.Fill(words.Chapter, "n", number, "of", env.Walk.Chapters())
	if number > len(guide.Chapters) {
		return text{
			title: guide.Commitment.Title, chapter: number, over: over,
			heading: guide.Commitment.Title, body: guide.Commitment.Lead,
			under: content.Fill(words.Promises, "n", len(guide.Commitment.Statements)),
		}
	}
	chapter := guide.Chapters[number-1]
	return text{
		title: chapter.Title, chapter: number, over: over,
		heading: chapter.Title, body: chapter.Lead, under: measure(words, chapter),
	}
}

// measure says in words how long a chapter is.
func measure(words content.ReaderWords, chapter content.Chapter) string {
	questions := 0
	for _, section := range chapter.Sections {
		questions += len(section.Questions)
	}
	parts := []string{count(len(chapter.Sections), words.OnePage, words.Pages)}
	if questions > 0 {
		parts = append(parts, count(questions, words.OneQuestion, words.Questions))
	}
	return strings.Join(parts, "  ·  ")
}

func count(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return content.Fill(many, "n", n)
}

func section(env screen.Env, id string) text {
	chapter, section := env.Guide.Section(id)
	if section == nil {
		return text{}
	}
	return text{
		title: chapter.Title, chapter: chapter.Number,
		heading: section.Heading, body: section.Body,
	}
}

// inBetween is what is read on top of another page: a section, the opening of
// a chapter, or a promise with its reason.
func inBetween(env screen.Env, id string) text {
	found := section(env, id)
	if step, ok := env.Walk.Find(id); ok && step.Kind == walk.Opening {
		found = opening(env, step.Chapter)
	}
	commitment := env.Guide.Commitment
	for _, statement := range commitment.Statements {
		if statement.ID == id {
			found = text{
				title: commitment.Title, chapter: env.Walk.Chapters(),
				heading: statement.Text, body: statement.Reason,
			}
		}
	}
	found.under = env.Words().Reader.Returns
	return found
}

// lines lays a text out. With words to mark it says on which line the first
// of them stands; -1 if on none.
func (t text) lines(env screen.Env, marks []string) (lines []string, first int) {
	width, look := max(env.Size.Width, 1), env.Theme
	add := func(words string, render func(...string) string) {
		for _, line := range prose.Wrap(words, width) {
			lines = append(lines, render(line))
		}
	}
	if t.over != "" {
		add(t.over, look.Muted.Render)
		lines = append(lines, "")
	}
	add(t.heading, look.Heading.Render)
	lines = append(lines, "")
	lines = append(lines, env.Prose.Blocks(t.body, width, look)...)
	first = -1
	for i, line := range prose.Highlight(lines, marks, look) {
		if first < 0 && line != lines[i] {
			first = i
		}
		lines[i] = line
	}
	if t.under != "" {
		lines = append(lines, "")
		add(t.under, look.Muted.Render)
	}
	if t.over != "" && len(lines) > env.Size.Height {
		t.over = "" // the header says it, too; the rest may fit without it
		return t.lines(env, marks)
	}
	return lines, first
}

// aside lists the sections of a chapter: where one is, and what was read.
func aside(env screen.Env, chapter int, here string) []string {
	if chapter < 1 || chapter > len(env.Guide.Chapters) {
		return nil
	}
	seen := env.Walk.Seen()
	var lines []string
	for _, section := range env.Guide.Chapters[chapter-1].Sections {
		sign, style := "○ ", env.Theme.Muted
		if slices.Contains(seen, section.ID) {
			sign = "● "
		}
		if section.ID == here {
			style = env.Theme.Accent
		}
		for i, line := range prose.Wrap(section.Heading, asideWidth-2) {
			if i > 0 {
				sign = "  "
			}
			lines = append(lines, style.Render(sign+line))
		}
	}
	return lines
}

// asideWidth is the room that a wide window has at the left of the text.
const asideWidth = 28
