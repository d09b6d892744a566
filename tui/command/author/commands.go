// Package author is the commands of those who write what readers are shown: a
// guide of their own, and a practice file. No walk and no record may come in.
package author

import (
	"github.com/spf13/cobra"

	"firstsession/tui/command/shell"
)

// Commands are those about a guide and about a practice file.
func Commands(shared *shell.Program) []*cobra.Command {
	p := &program{shared}
	return []*cobra.Command{p.checkCommand(), p.exportCommand(), p.practiceCommand()}
}

type program struct{ *shell.Program }
