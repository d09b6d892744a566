// Package serving is the commands of those who let others read over SSH: the
// server, and invitations to it. The server itself is handed in, and no network may
// come in.
package serving

import (
	"github.com/spf13/cobra"

	"firstsession/tui/command/shell"
)

// Commands are those about a server and who may read there. Serve runs one.
func Commands(shared *shell.Program, serve func(Serving) error) []*cobra.Command {
	p := &program{shared, serve}
	return []*cobra.Command{p.serveCommand(), p.inviteCommand(), p.storeCommand()}
}

type program struct {
	*shell.Program
	serve func(Serving) error
}
