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
func (p *process) begin() (err error) {
	if p.port == 0 {
		if p.port, err = freePort(); err != nil {
			return err
		}
	}
	return p.runs("ready to accept connections", "-D", filepath.Join(p.dir, "data"), "-p", fmt.Sprint(p.port),
		"-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off", "-c", "full_page_writes=off",
		"-c", "shared_buffers=16MB", "-c", "max_connections=200", "-c", "autovacuum=off", "-c", "lc_messages=C")
}

func freePort() (int, error) {
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	return free.Addr().(*net.TCPAddr).Port, free.Close()
}

// runs starts the program, and returns when it says that it is ready.
func (p *process) runs(says string, args ...string) error {
	p.cmd = exec.Command(p.program, args...)
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
			if all.WriteString(lines.Text() + "\n"); strings.Contains(lines.Text(), says) {
				ready <- nil
			}
		}
		select {
		case ready <- fmt.Errorf("%s ended: %w: %s", p.program, p.cmd.Wait(), &all):
		default:
			_ = p.cmd.Wait() // it was told to end
		}
	}()
	return <-ready
}

func pool(server *process, dir, mode string) (*process, error) {
	program, err := exec.LookPath("pgbouncer")
	if err != nil {
		return nil, err
	}
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	says := fmt.Sprintf("[databases]\n* = host=127.0.0.1 port=%d user=test\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = %d\n"+
		"unix_socket_dir =\nauth_type = any\npool_mode = %s\nserver_login_retry = 1\n", server.port, port, mode)
	config := filepath.Join(dir, "pgbouncer.ini")
	if err := errors.Join(os.WriteFile(config, []byte(says), 0o600), own(dir), own(config)); err != nil {
		return nil, err
	}
	p := &process{program: program, dir: dir, port: port}
	return p, p.runs("process up", config)
}

func (p *process) end() {
	if p.cmd != nil && p.cmd.Process != nil {
		_ = p.cmd.Process.Signal(syscall.SIGINT) // or it has ended
		<-p.done
	}
}
