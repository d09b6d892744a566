package command

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"firstsession/tui/command/shell"
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

// textCodes is a line for each language that is asked for, with the code that a record has.
func (p *program) textCodes() (string, error) {
	source := p.Source
	var lines strings.Builder
	for _, code := range p.Codes() {
		if p.Language != "" && p.Language != code {
			continue
		}
		source.Language = code
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

// licences are those of all that is linked into the program, as .ci/licences
// gathers them.
//
//go:embed licences.txt
var licences string

func (p *program) licencesCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "licences",
		Short: "Show the licences of what this program is made with",
		Long: `Licences shows the licence of each work of others that this program is made
with, word for word.`,
		Example: `  firstsession licences | less`,
		Args:    cobra.NoArgs,
		Run:     func(*cobra.Command, []string) { p.Results.Print(licences) },
	}
}
