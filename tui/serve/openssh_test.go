package serve

import (
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
	"golang.org/x/crypto/ssh"
)

// openSSH is what most readers connect with: the client of this computer, which
// knows the server by its key.
func (s *served) openSSH(more ...string) *exec.Cmd {
	s.t.Helper()
	client, err := exec.LookPath("ssh")
	if err != nil {
		s.t.Skip("there is no ssh here")
	}
	host, port, err := net.SplitHostPort(s.address)
	if err != nil {
		s.t.Fatal(err)
	}
	known := filepath.Join(s.t.TempDir(), "known")
	line := fmt.Sprintf("[%s]:%s %s", host, port, ssh.MarshalAuthorizedKey(s.Key.PublicKey()))
	if err := os.WriteFile(known, []byte(line), 0o600); err != nil {
		s.t.Fatal(err)
	}
	args := []string{"-F", "none", "-o", "StrictHostKeyChecking=yes", "-o", "UserKnownHostsFile=" + known, "-o", "LogLevel=ERROR", "-p", port}
	return exec.Command(client, append(args, append(more, host)...)...)
}

// runs runs a client in a window, or without a terminal.
func (s *served) runs(cmd *exec.Cmd, window bool) *reader {
	s.t.Helper()
	r := &reader{t: s.t, shown: newShared()}
	read := make(chan struct{})
	if window {
		terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: 80})
		if err != nil {
			s.t.Fatal(err)
		}
		r.in = terminal
		go func() {
			io.Copy(r.shown, terminal) //nolint:errcheck // it ends when the client does
			close(read)
		}()
	} else {
		close(read)
		var err error
		cmd.Stdout = r.shown
		if r.in, err = cmd.StdinPipe(); err == nil {
			err = cmd.Start()
		}
		if err != nil {
			s.t.Fatal(err)
		}
	}
	go func() {
		err := cmd.Wait()
		<-read
		fmt.Fprintf(r.shown, "\nended: %v", err) //nolint:errcheck // it is memory
		r.shown.ends()
	}()
	s.t.Cleanup(func() { cmd.Process.Kill() }) //nolint:errcheck // it may have ended
	return r
}

func (s *served) wantSigned(name, reference string) {
	s.t.Helper()
	all := s.recordsIn()
	if len(all) != 1 || all[0].Err != nil || all[0].Record.Invited == nil ||
		all[0].Record.Invited.Reference != reference || all[0].Record.Name != name {
		s.t.Errorf("records: %+v", all)
	}
}

func TestOpenSSHWalksToASignedRecordInLines(t *testing.T) {
	t.Parallel()
	s := start(t)
	words := s.invite("K-102")
	r := s.runs(s.openSSH("-T"), false)
	r.enters(words)
	r.sees("was found")
	r.says("", "Chapter 1 of 10: Welcome.")
	r.answersAll()
	r.says("1", "Type the text for: Your name")
	r.says("Dana", "The name you typed is: Dana")
	r.sees("commands.")
	r.says("sign", "The end.")
	r.says("stop", "The record that you signed is kept there too")
	r.sees("ended: <nil>")
	s.wantSigned("Dana", "K-102")
	// The invitation is not used up: it shows what became of it, until its last day.
	r = s.runs(s.openSSH("-T"), false)
	r.enters(words)
	r.sees("You signed on")
}

// It runs alone, since keys that a busy computer hands on together are a paste.
func TestOpenSSHWalksToASignedRecordOnTheFullScreen(t *testing.T) {
	s := start(t)
	words := s.invite("K-102")
	r := s.runs(s.openSSH(), true)
	// What is shown is waited for where it is drawn whole, and not where a frame
	// differs from the one before by some letters.
	type step struct{ keys, shows string }
	steps := []step{
		{"", "have an invitation"}, {"1", ""}, {"\r", "five words and a number"}, {words, ""}, {"\r", "was found"},
		// The first Space shows what the notice covered.
		{" ", ""}, {" ", ""}, {"c", ""}, {strings.Repeat("\x1b[B", 9), ""}, {"\r", ""}, {" ", ""},
	}
	for range 7 {
		steps = append(steps, step{"1", ""}, step{"\r", ""}, step{" ", ""})
	}
	for range 4 {
		steps = append(steps, step{"\x1b[6~", ""})
	}
	steps = append(steps, step{"Dana", ""}, step{"\r", "Nothing is signed yet"}, step{"1", ""}, step{"\r", ""},
		step{"q", "record that you signed is kept"}, step{"", "ended: <nil>"})
	for _, step := range steps {
		keys := keysOf(step.keys)
		if step.keys == words { // they are copied from where they stand
			keys = []string{words}
		}
		for _, key := range keys {
			r.types(key)
			r.settles()
		}
		if step.shows != "" {
			r.sees(step.shows)
		}
	}
	s.wantSigned("Dana", "K-102")
}

// Why an invitation is not taken is said in words, at the client that readers have,
// and one can read on without. It runs alone, as the other one with windows.
func TestOpenSSHIsToldWhyAnInvitationIsNotTaken(t *testing.T) {
	for surface, window := range map[string]bool{"lines": false, "screen": true} {
		t.Run(surface, func(t *testing.T) {
			s := start(t, func(o *Options) { o.Limits.Tries = 1 })
			late := s.invite("K-101")
			s.clock.goes(31 * 24 * time.Hour)
			revoked, open := s.invite("K-102"), s.invite("K-103")
			_, err := s.places.Revoke("K-102")
			place, _, failed := s.places.Open(open)
			if err = errors.Join(err, failed); err == nil {
				err = place.Begin()
			}
			if err != nil {
				t.Fatal(err)
			}
			defer hangUp(place)
			for _, try := range [][2]string{
				{late, "This invitation has ended."},
				{revoked, "This invitation has ended."},
				{open, "This invitation is open in another window."},
				{"maple heron otter lilac cloud 42", "This invitation is not known here."},
				{"maple heron otter lilac cloud 43", "Those were many tries."},
			} {
				if !window {
					r := s.runs(s.openSSH("-T"), false)
					r.enters(try[0])
					r.sees(try[1])
					r.says("back", "begin, and keep nothing of this visit")
					r.sees("commands.")
					r.says("", "Chapter 1 of 10: Welcome.")
					continue
				}
				r := s.runs(s.openSSH(), true)
				r.sees("have an invitation")
				for _, keys := range []string{"1", "\r", "\x1b[200~" + try[0] + "\x1b[201~", "\r"} {
					r.settles()
					r.types(keys)
				}
				r.sees(try[1])
			}
			if kept := s.recordsIn(); len(kept) != 0 {
				t.Errorf("records: %v", kept)
			}
		})
	}
}

// keysOf are the keys in a text, one by one.
func keysOf(text string) (all []string) {
	for text != "" {
		n := 1
		if strings.HasPrefix(text, "\x1b[") {
			n = 2 + strings.IndexAny(text[2:], "ABCD~") + 1
		}
		all = append(all, text[:n])
		text = text[n:]
	}
	return all
}
