// Package records is the commands about records that were saved: what they hold
// and what has changed since, what comes to them, and how they are erased. Neither
// paper nor what is kept of a reader may come in.
package records

import (
	"sync"

	"github.com/spf13/cobra"

	"firstsession/tui/command/shell"
)

// Commands are those about records.
func Commands(shared *shell.Program) []*cobra.Command {
	p := &program{shared, sync.OnceValue(func() tongue {
		guide := shared.Answers()
		return tongue{guide.Words.Records, guide}
	})}
	return []*cobra.Command{p.verifyCommand(), p.recordsCommand()}
}

type program struct {
	*shell.Program
	words func() tongue
}
