//go:build linux || darwin || freebsd || netbsd || openbsd

package tui

import (
	"os"

	"golang.org/x/sys/unix"
)

// hasShell reports whether a shell that gives out the terminal has started the
// program: one in the same session, but in a group of its own. The system never
// stops a group that nobody else in the session looks after, and nobody would
// wake it.
func hasShell() bool {
	parent := os.Getppid()
	session, err := unix.Getsid(0)
	if err != nil {
		return false
	}
	its, err := unix.Getsid(parent)
	if err != nil || its != session {
		return false
	}
	group, err := unix.Getpgid(parent)
	return err == nil && group != unix.Getpgrp()
}
