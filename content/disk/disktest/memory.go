package disktest

import "os"

// InMemory are the tests of a package with their folders in memory, where the
// system has a place for that: they have files synced thousands of times, and
// none of them can see whether that lasts. Whoever sets TMPDIR has them there.
type InMemory struct{ M interface{ Run() int } }

// Run runs them. Others may pass through the folder, as the user of a server does.
func (m InMemory) Run() int {
	if dir, err := os.MkdirTemp("/dev/shm", "firstsession-test-"); err == nil {
		defer os.RemoveAll(dir) //nolint:errcheck // nothing is in it but what tests left
		if os.Getenv("TMPDIR") == "" && os.Chmod(dir, 0o711) == nil {
			os.Setenv("TMPDIR", dir) //nolint:errcheck // then they are where they were
		}
	}
	return m.M.Run()
}
