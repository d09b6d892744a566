//go:build !linux && !darwin && !freebsd && !netbsd && !openbsd

package tui

// hasShell reports whether a shell would wake the program, which none can stop on
// this system.
func hasShell() bool { return false }
