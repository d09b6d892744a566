package postgrestest

import (
	"bufio"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
)

// who is the user of the server, since it refuses to be root's: nil if the tests are
// not.
func who() *syscall.Credential {
	if os.Geteuid() != 0 {
		return nil
	}
	for _, name := range []string{"postgres", "nobody"} {
		found, err := user.Lookup(name)
		if err != nil {
			continue
		}
		uid, err := strconv.ParseUint(found.Uid, 10, 32)
		if err == nil {
			return &syscall.Credential{Uid: uint32(uid), Gid: uint32(uid)}
		}
	}
	return nil
}

// asUser also ends the server with the tests, however those end.
func asUser() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Credential: who(), Pdeathsig: syscall.SIGQUIT}
}

// own gives a folder to the user of the server.
func own(dir string) error {
	if w := who(); w != nil {
		return errors.Join(os.Chown(dir, int(w.Uid), int(w.Gid)), os.Chmod(dir, 0o700))
	}
	return nil
}

// begin starts the server, and returns when it takes connections.
func (p *process) begin() error {
	if p.port == 0 {
		free, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return err
		}
		p.port = free.Addr().(*net.TCPAddr).Port
		if err := free.Close(); err != nil {
			return err
		}
	}
	p.cmd = exec.Command(p.program, "-D", filepath.Join(p.dir, "data"), "-p", fmt.Sprint(p.port),
		"-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off", "-c", "full_page_writes=off",
		"-c", "shared_buffers=16MB", "-c", "max_connections=200", "-c", "autovacuum=off", "-c", "lc_messages=C")
	p.cmd.Dir, p.cmd.SysProcAttr, p.done = p.dir, asUser(), make(chan struct{})
	said, err := p.cmd.StderrPipe()
	if err != nil {
		return err
	}
	ready := make(chan error, 1)
	go func() {
		// It is told to end when this thread does, which therefore has to last.
		runtime.LockOSThread()
		defer close(p.done)
		if err := p.cmd.Start(); err != nil {
			ready <- err
			return
		}
		var all strings.Builder
		for lines := bufio.NewScanner(said); lines.Scan(); {
			if all.WriteString(lines.Text() + "\n"); strings.Contains(lines.Text(), "ready to accept connections") {
				ready <- nil
			}
		}
		select {
		case ready <- fmt.Errorf("postgres ended: %w: %s", p.cmd.Wait(), &all):
		default:
			_ = p.cmd.Wait() // it was told to end
		}
	}()
	return <-ready
}

// end stops the server at once.
func (p *process) end() {
	if p.cmd != nil && p.cmd.Process != nil {
		_ = p.cmd.Process.Signal(syscall.SIGINT) // or it has ended
		<-p.done
	}
}
