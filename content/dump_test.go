package content

import (
	"fmt"
	"strings"
)

// dumper writes a guide down, one value a line, a chunk for each part.
type dumper struct {
	chunks []string
}

func (d *dumper) chunk(format string, args ...any) {
	d.chunks = append(d.chunks, fmt.Sprintf(format, args...)+"\n")
}

func (d *dumper) line(key, value string) {
	if value != "" {
		d.chunks[len(d.chunks)-1] += fmt.Sprintf("  %s: %q\n", key, value)
	}
}

// without returns the chunks that another dump does not have.
func (d *dumper) without(other *dumper) string {
	has := map[string]bool{}
	for _, chunk := range other.chunks {
		has[chunk] = true
	}
	var b strings.Builder
	for _, chunk := range d.chunks {
		if !has[chunk] {
			b.WriteString(chunk)
		}
	}
	return b.String()
}

func (d *dumper) guide(g *Guide) {
	for _, chapter := range g.Chapters {
		d.chunk("chapter %d %s %s:%d", chapter.Number, chapter.ID, chapter.Place.File, chapter.Place.Line)
		d.line("title", chapter.Title)
		d.blocks(chapter.Lead)
		d.line("note", chapter.Note)
		d.line("search", strings.Join(chapter.Search, " | "))
		for _, section := range chapter.Sections {
			d.section("section", section)
		}
	}
	c := g.Commitment
	d.chunk("commitment %s:%d", c.Place.File, c.Place.Line)
	d.line("title", c.Title)
	d.blocks(c.Lead)
	d.line("note", c.Note)
	d.line("search", strings.Join(c.Search, " | "))
	for _, s := range c.Statements {
		d.chunk("statement %s %s:%d", s.ID, s.Place.File, s.Place.Line)
		d.line("text", s.Text)
		d.blocks(s.Reason)
		d.line("rule", s.Rule)
		if s.Needed {
			d.line("needed", "yes")
		}
	}
	d.section("signing", c.Signing)
	d.section("countersigning", c.Countersigning)
	d.chunk("closing %q", g.Closing.Title)
	d.section("signed", g.Closing.Signed)
	d.section("not signed", g.Closing.NotSigned)
	d.section("stopped", g.Closing.Stopped)
	d.page("help", g.Help)
	d.page("about", g.About)
	d.glossary(g.Glossary)
	d.chunk("title %q", g.Words.Guide.Title)
	for _, advice := range g.Advice {
		if strings.Contains(advice.What, " is missing") {
			continue // changes with every new word; TestWordsAdvice looks at it
		}
		d.chunk("advice %s:%d: %s", advice.Place.File, advice.Place.Line, advice.What)
	}
}

func (d *dumper) section(what string, s Section) {
	d.chunk("%s %s %s:%d", what, s.ID, s.Place.File, s.Place.Line)
	d.line("heading", s.Heading)
	if s.Essential {
		d.line("essential", "yes")
	}
	d.blocks(s.Body)
	d.line("note", s.Note)
	d.line("search", strings.Join(s.Search, " | "))
	for _, q := range s.Questions {
		d.question("question", q)
		if q.Second != nil {
			d.question("second scene", *q.Second)
		}
	}
}

func (d *dumper) question(what string, q Question) {
	d.chunk("%s %s %s:%d kind %d", what, q.ID, q.Place.File, q.Place.Line, q.Kind())
	if q.Essential {
		d.line("essential", "yes")
	}
	d.line("prompt", q.Prompt)
	d.line("scene", q.Scene)
	for _, option := range q.Options {
		right := "option"
		if option.Right {
			right = "right"
		}
		d.line(fmt.Sprintf("%s %d", right, option.Place.Line), option.Text)
		d.line("  feedback", option.Feedback)
	}
	d.line("again", q.Again)
}

func (d *dumper) page(what string, p Page) {
	d.chunk("%s %s:%d", what, p.Place.File, p.Place.Line)
	d.line("title", p.Title)
	d.blocks(p.Body)
	for _, section := range p.Sections {
		d.section("part", section)
	}
}

func (d *dumper) glossary(g Page) {
	d.chunk("glossary %s:%d", g.Place.File, g.Place.Line)
	d.line("title", g.Title)
	d.blocks(g.Body)
	for _, term := range g.Sections {
		d.chunk("term %s %s:%d", term.ID, term.Place.File, term.Place.Line)
		d.line("name", term.Heading)
		d.blocks(term.Body)
		d.line("search", strings.Join(term.Search, " | "))
	}
}

func (d *dumper) blocks(blocks []Block) {
	for _, block := range blocks {
		if p := block.Picture; p != nil {
			d.line("picture", fmt.Sprintf("%s | %s | %s\n%s", p.File, p.Title, p.Alt, p.Art))
			if p.Wide != "" {
				d.line("wide", p.Wide)
			}
			continue
		}
		d.line("prose", block.Prose)
	}
}
