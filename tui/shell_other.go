//go:build !linux && !darwin && !freebsd && !netbsd && !openbsd

package tui

import "firstsession/tui/screen"

// shell is what started the program, which cannot stop it on this system.
func shell() screen.Shell { return screen.Shell{} }
