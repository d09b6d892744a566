//go:build unix

package tui

import (
	"firstsession/tui/guard"
	"os"
	"os/signal"
	"syscall"

	tea "charm.land/bubbletea/v2"
)

// whenContinued is a command that waits until the program was stopped and goes on.
func whenContinued() tea.Cmd {
	goesOn := make(chan os.Signal, 1)
	signal.Notify(goesOn, syscall.SIGCONT)
	return func() tea.Msg {
		<-goesOn
		return guard.Continued{}
	}
}
