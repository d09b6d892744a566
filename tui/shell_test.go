//go:build linux || darwin

package tui

import (
	"os/exec"
	"testing"

	"github.com/creack/pty"
)

const ctrlZ = "\x1a"

// A terminal that runs nothing but the program has no shell that could wake it.
func TestWhereNobodyCanWakeItItDoesNotSleep(t *testing.T) {
	for name, sent := range map[string]string{
		"the byte": ctrlZ, "twice": ctrlZ + ctrlZ, "kitty": "\x1b[122;5u", "kitty, Cyrillic": "\x1b[1103::122;5u",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := run(t, t.TempDir(), 40)
			p.waitFor("begin, and keep my place")
			p.typed(sent)
			p.waitFor("Ctrl+Z does nothing here")
			p.typed("\r")
			p.waitFor("This chapter has")
			p.typed("n")
			p.waitFor("What I would like to say or ask")
			p.typed("half a note")
			p.waitFor("half a note")
			p.typed(sent)
			p.waitFor("Ctrl+Z does nothing here", "half a note")
			p.typed("\x1bOP")
			p.waitFor("If you need help now")
			p.leaves()
		})
	}
}

func TestUnderAShellItSleepsAndIsWoken(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("there is no bash")
	}
	cmd := programAt(t, t.TempDir(), []string{"PS1=ready>"})
	self := cmd.Path
	cmd.Path, cmd.Args = bash, []string{"bash", "--norc", "--noprofile", "-i"}
	size := pty.Winsize{Rows: 40, Cols: 80}
	file, err := pty.StartWithSize(cmd, &size)
	if err != nil {
		t.Fatal(err)
	}
	p := watched(t, cmd, file, size)
	p.waitFor("ready>")
	p.typed("(exec -a firstsession '" + self + "')\n")
	p.waitFor("begin, and keep my place")
	p.typed("\r")
	p.waitFor("This chapter has")
	p.typed(ctrlZ)
	p.waitFor("Stopped")
	p.typed("fg\n")
	p.waitFor("This chapter has")
	p.typed("n")
	p.waitFor("What I would like to say or ask")
	p.typed("half a note" + ctrlZ)
	p.waitFor("half a note", "Ctrl+Z does nothing here") // it may be meant to take a letter back
	p.typed("\x03")
	p.waitFor("ready>", "firstsession") // and its farewell
	p.typed("exit\n")
	p.end()
	p.isGivenBack()
}
