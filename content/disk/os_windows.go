package disk

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// noFollow is left to the look at the file before it is opened.
const noFollow = 0

// sharingViolation is what Windows says of a file that another program has.
const sharingViolation = syscall.Errno(32)

// IsBusy reports whether an error says that another program has a file just now.
func IsBusy(err error) bool { return errors.Is(err, sharingViolation) }

// HasOtherName reports whether a file has another name somewhere, under which it stays
// when this one is taken away.
func HasOtherName(path string, info fs.FileInfo) bool {
	if !info.Mode().IsRegular() {
		return false
	}
	file, err := os.Open(path)
	if err != nil {
		return false
	}
	var its syscall.ByHandleFileInformation
	err = syscall.GetFileInformationByHandle(syscall.Handle(file.Fd()), &its)
	return errors.Join(err, file.Close()) == nil && its.NumberOfLinks > 1
}

// Share does nothing: who may read a file follows from its folder.
func (system) Share(string) error { return nil }
