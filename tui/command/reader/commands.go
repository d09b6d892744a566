// Package reader is the commands of a reader beside reading: what is to be had on
// paper, and the erasing of what is kept. No page may come in.
package reader

import (
	"github.com/spf13/cobra"

	"firstsession/tui/command/shell"
)

// Commands are those for paper and for what is kept.
func Commands(shared *shell.Program) []*cobra.Command {
	p := &program{shared}
	return []*cobra.Command{p.printCommand(), p.forgetCommand()}
}

type program struct{ *shell.Program }
