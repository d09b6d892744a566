//go:build !linux && !darwin && !freebsd && !netbsd && !openbsd

package tui

import (
	"io"

	tea "charm.land/bubbletea/v2"
)

// whenContinued is nothing to wait for on this system, which stops no program.
func whenContinued() tea.Cmd { return nil }

// hasShell reports whether a shell would wake the program, which none can stop on
// this system.
func hasShell() bool { return false }

// waiting cannot be told on this system.
func waiting(io.Reader) (count func() int, longest int) { return nil, 0 }
