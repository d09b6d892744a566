//go:build darwin || freebsd || netbsd || openbsd

package tui

// countWaiting is what the system calls FIONREAD.
const countWaiting = 0x4004667f
