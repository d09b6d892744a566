//go:build unix

package disk

import "syscall"

// noFollow refuses a link where a file is opened.
const noFollow = syscall.O_NOFOLLOW
