package command

import (
	"firstsession/tui/command/shell"
	"fmt"
	"strings"
)

// printVersion says which program this is, and which texts it would show: whoever
// has two of them learns from it whether both say the same.
func (p *program) printVersion() error {
	codes, err := p.textCodes()
	if err == nil {
		p.Results.Print(shell.Printable(p.Version + "\n" + codes))
	}
	return err
}

// textCodes is a line for each language of the guide that is asked for, with the
// code that names its text in a record.
func (p *program) textCodes() (string, error) {
	source := p.Source
	var lines strings.Builder
	for _, language := range p.Languages() {
		if p.Language != "" && p.Language != language.Code {
			continue
		}
		source.Language = language.Code
		guide, err := source.LoadGuide()
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&lines, "text %s %s (%s)\n", guide.Language, guide.Revision, guide.Words.Guide.Title)
	}
	if lines.Len() == 0 { // which loading says better
		_, err := p.LoadGuide()
		return "", err
	}
	return lines.String(), nil
}
