package command

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"firstsession/tui/command/shell"
)

// shells are those that can complete our commands, with what writes the script
// that each of them reads.
var shells = map[string]func(root *cobra.Command, w io.Writer) error{
	"bash":       func(root *cobra.Command, w io.Writer) error { return root.GenBashCompletionV2(w, true) },
	"zsh":        (*cobra.Command).GenZshCompletion,
	"fish":       func(root *cobra.Command, w io.Writer) error { return root.GenFishCompletion(w, true) },
	"powershell": (*cobra.Command).GenPowerShellCompletionWithDesc,
}

func (p *program) completionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: "Let your shell complete commands, flags, chapters and files",
		Long: `Completion writes a script for bash, zsh, fish or powershell, to standard output.
With it the Tab key completes commands and flags, and what can stand behind them:
chapters, languages, groups, folders, records. A package has installed it already.`,
		Example: `  source <(firstsession completion bash)
  firstsession completion zsh > ~/.zfunc/_firstsession
  firstsession completion fish > ~/.config/fish/completions/firstsession.fish
  firstsession completion powershell | Out-String | Invoke-Expression`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			write, known := shells[args[0]]
			if !known {
				names := strings.Join(slices.Sorted(maps.Keys(shells)), ", ")
				return shell.Usage(cmd, fmt.Errorf("there is no shell %q here; there are: %s", args[0], names))
			}
			return write(cmd.Root(), p.Results)
		},
	}
}
