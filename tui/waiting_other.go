//go:build !linux && !darwin && !freebsd && !netbsd && !openbsd

package tui

import "io"

// waiting cannot be told on this system.
func waiting(io.Reader) (count func() int, longest int) { return nil, 0 }
