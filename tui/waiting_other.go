//go:build !linux && !darwin && !freebsd && !netbsd && !openbsd

package tui

import "io"

// waiting cannot be told on this system.
func waiting(io.Reader) func() int { return nil }

// mostOfLine is not known, either.
const mostOfLine = 0
