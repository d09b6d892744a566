//go:build linux || darwin || freebsd || netbsd || openbsd

package tui

import (
	"errors"
	"io"
	"os"
	"os/signal"
	"runtime"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/sys/unix"

	"firstsession/content/plain"
	"firstsession/tui/guard"
)

// whenContinued is a command that waits until the program was stopped and goes on.
func whenContinued() tea.Cmd {
	goesOn := make(chan os.Signal, 1)
	signal.Notify(goesOn, unix.SIGCONT)
	return func() tea.Msg {
		<-goesOn
		return guard.Continued{}
	}
}

// hasShell reports whether a shell that gives out the terminal has started the
// program: one in the same session, but in a group of its own. The system never
// stops a group that nobody else in the session looks after, and nobody would
// wake it.
func hasShell() bool {
	own, unknown := unix.Getsid(0)
	session, gone := unix.Getsid(os.Getppid())
	group, groupless := unix.Getpgid(os.Getppid())
	return errors.Join(unknown, gone, groupless) == nil && session == own && group != unix.Getpgrp()
}

// waiting counts the bytes of whole lines that were typed at a terminal and not
// read yet. A terminal holds longest bytes of a line until Enter, so one as long
// may have been cut. Where the input is no terminal, it is nil and 0.
func waiting(in io.Reader) (count func() int, longest int) {
	file, ok := in.(*os.File)
	if !ok || !isTerminal(file) {
		return nil, 0
	}
	fionread, longest := uint(0x4004667f), 1023
	if runtime.GOOS == "linux" {
		fionread, longest = 0x541b, 4095
	}
	return func() int {
		count, err := unix.IoctlGetInt(int(file.Fd()), fionread)
		return plain.Either(err == nil, count, 0)
	}, longest
}
