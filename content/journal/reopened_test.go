package journal

import (
	"testing"

	"firstsession/content/disk"
)

// closedInTheEnd lets go of a journal when the test ends, however it does: some
// systems remove no folder in which a file is open.
func closedInTheEnd(t *testing.T, j *Journal) {
	t.Cleanup(func() { j.Close() }) //nolint:errcheck // it may be closed by then
}

// reopened is what the next program finds in a folder.
func reopened(t *testing.T, dir string) (Opened, error) {
	t.Helper()
	j, found, err := Open(disk.OS(), dir)
	if err == nil {
		closedInTheEnd(t, j)
	}
	return found, err
}
