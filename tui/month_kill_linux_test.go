//go:build linux && amd64

package tui

import (
	"errors"
	"os"
	"path/filepath"
)

// kill goes on with an intake in a process of its own, with lines that are typed, and
// kills it before the nth system call by which it changes something.
func (m *monthly) kill(c client, n int, lines string) {
	m.t.Helper()
	at := m.at(c.by)
	typed, heard := filepath.Join(m.t.TempDir(), "typed"), filepath.Join(m.t.TempDir(), "heard")
	at.write(typed, []byte("resume 1\n"+lines))
	in, err := os.Open(typed)
	if err != nil {
		m.t.Fatal(err)
	}
	out, err := os.Create(heard)
	if err != nil {
		m.t.Fatal(err)
	}
	cmd := programAt(m.t, at.home, nil, "intake", "--plain", "--language", "en", "--practice", at.practice, "--records", at.folder)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = in, out, out
	killed := killedBefore(m.t, cmd, n)
	if err := errors.Join(in.Close(), out.Close()); err != nil || !killed {
		m.t.Errorf("killed before call %d: %v, %v\n%s", n, killed, err, at.bytes(heard))
	}
}
