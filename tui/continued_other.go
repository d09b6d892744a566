//go:build !unix

package tui

import tea "charm.land/bubbletea/v2"

// whenContinued is nothing to wait for on this system, which stops no program.
func whenContinued() tea.Cmd { return nil }
