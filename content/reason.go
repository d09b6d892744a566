package content

import (
	"errors"
	"io/fs"
	"os"
)

// Reason is why something could not be done, as a reader is told it: where it
// failed and what the system says, without what the program was doing, which
// the sentence around it says in plain words.
func Reason(err error) string {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Path + ": " + path.Err.Error()
	case errors.As(err, &link):
		return link.New + ": " + link.Err.Error()
	}
	for inner := errors.Unwrap(err); inner != nil; inner = errors.Unwrap(err) {
		err = inner
	}
	return err.Error()
}
