package tui

// countWaiting is what the system calls FIONREAD.
const countWaiting = 0x541b
