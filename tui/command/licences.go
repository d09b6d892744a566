package command

import (
	_ "embed"

	"github.com/spf13/cobra"
)

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
