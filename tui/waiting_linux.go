package tui

// countWaiting is what the system calls FIONREAD.
const countWaiting = 0x541b

// mostOfLine is how many bytes a terminal holds of a line.
const mostOfLine = 4095
