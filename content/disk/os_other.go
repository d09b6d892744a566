//go:build !unix

package disk

import "io/fs"

// noFollow is left to the look at the file before it is opened.
const noFollow = 0

// HasOtherName is not known here.
func HasOtherName(fs.FileInfo) bool { return false }

// Share does nothing: who may read a file follows from its folder.
func (system) Share(string) error { return nil }
