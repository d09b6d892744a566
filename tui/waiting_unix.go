//go:build linux || darwin || freebsd || netbsd || openbsd

package tui

import (
	"io"
	"os"
	"syscall"
	"unsafe"
)

// waiting counts the bytes of whole lines that were typed at a terminal and not
// read yet. It is nil where the input is no terminal.
func waiting(in io.Reader) func() int {
	file, ok := in.(*os.File)
	if !ok || !isTerminal(file) {
		return nil
	}
	return func() int {
		var count int32
		_, _, errno := syscall.Syscall(syscall.SYS_IOCTL, file.Fd(), countWaiting, uintptr(unsafe.Pointer(&count)))
		if errno != 0 {
			return 0
		}
		return int(count)
	}
}
