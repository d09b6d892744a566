//go:build darwin || freebsd || netbsd || openbsd

package tui

// countWaiting is what the system calls FIONREAD.
const countWaiting = 0x4004667f

// mostOfLine is how many bytes a terminal holds of a line.
const mostOfLine = 1023
