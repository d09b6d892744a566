//go:build linux || darwin || freebsd || netbsd || openbsd

package tui

import (
	"io"
	"os"
	"runtime"
	"syscall"
	"unsafe"

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

// waiting counts the bytes of whole lines that were typed at a terminal and not
// read yet. A terminal holds longest bytes of a line until Enter, so one as long
// may have been cut. Where the input is no terminal, it is nil and 0.
func waiting(in io.Reader) (count func() int, longest int) {
	file, ok := in.(*os.File)
	if !ok || !isTerminal(file) {
		return nil, 0
	}
	fionread, longest := uintptr(0x4004667f), 1023
	if runtime.GOOS == "linux" {
		fionread, longest = 0x541b, 4095
	}
	return func() int {
		var count int32
		_, _, errno := syscall.Syscall(syscall.SYS_IOCTL, file.Fd(), fionread, uintptr(unsafe.Pointer(&count)))
		if errno != 0 {
			return 0
		}
		return int(count)
	}, longest
}
