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
	for {
		// One that has several causes says itself what a reader needs of them.
		switch e := err.(type) { //nolint:errorlint // each error of the chain is looked at by itself
		case *fs.PathError:
			return e.Path + ": " + e.Err.Error()
		case *os.LinkError:
			return e.New + ": " + e.Err.Error()
		}
		inner := errors.Unwrap(err)
		if inner == nil {
			return err.Error()
		}
		err = inner
	}
}
