package command

import (
	"slices"
	"strings"

	"firstsession/content"
	"firstsession/content/plain"
	"firstsession/content/words"
	"firstsession/tui/command/shell"
)

// lineWidth is how wide a line is that is written for a terminal.
const lineWidth = 76

// helpsNow writes what to do in danger, where a command that there is none of
// asks for help in any of the guide's languages, and in that one. It returns
// false if it does not.
func (p *program) helpsNow(typed string) bool {
	sources := []shell.Source{p.Source}
	for _, other := range p.Languages() {
		source := p.Source
		source.Language = other.Code
		sources = append(sources, source)
	}
	for _, source := range append(sources, shell.Source{Env: p.Env}) { // at last the guide that is built in
		guide, err := source.Load()
		if err != nil {
			continue // which is told where it is what was asked for
		}
		said := func(spelling string) bool { return strings.EqualFold(spelling, typed) }
		if isCry(guide.Words.Danger, typed) || slices.ContainsFunc(plain.Spellings(guide.Words.Command.Help), said) {
			p.Results.Print(inDanger(guide))
			return true
		}
	}
	return false
}

// isCry leaves out the word help by itself, which is a command here.
func isCry(d words.Danger, typed string) bool {
	d.Begins = ""
	return d.IsCry(typed)
}

// inDanger is the page of help now, as lines.
func inDanger(guide *content.Guide) string {
	said := []string{guide.Help.Title}
	for _, section := range append([]content.Section{{Body: guide.Help.Body}}, guide.Help.Sections...) {
		if section.Heading != "" {
			said = append(said, section.Heading)
		}
		for _, block := range section.Body {
			for _, paragraph := range content.Plain(block.Prose) {
				said = append(said, paragraph.Text)
			}
			if block.Picture != nil {
				said = append(said, plain.Fill(guide.Words.Print.Picture, "alt", block.Picture.Alt))
			}
		}
	}
	for i, text := range said {
		said[i] = strings.Join(plain.Wrap(plain.Printable(text, "?"), lineWidth), "\n")
	}
	return strings.Join(said, "\n\n") + "\n"
}
