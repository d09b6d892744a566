package command_test

import (
	"firstsession/content/disk"
	"firstsession/tui/command"
	"firstsession/tui/command/shell"
	"io"
	"path/filepath"
	"strings"
	"testing"
)

func TestWhereNoBrowserIsTheWayToOneIsSaid(t *testing.T) {
	out := filepath.Join(t.TempDir(), "guide.pdf")
	var said strings.Builder
	nothing := func(string) string { return "" } // in the environment
	env := shell.Env{Streams: shell.Streams{Out: io.Discard, Err: &said}, FS: disk.OS(), Getenv: nothing}
	if code := command.Run([]string{"print", "--output", out}, env, nil, nil); code != shell.ExitFailed ||
		!strings.Contains(said.String(), "no Chrome, Chromium or Edge") || !strings.Contains(said.String(), "FILE.html") {
		t.Error(code, said.String())
	}
	if found, err := filepath.Glob(out); err != nil || len(found) > 0 {
		t.Errorf("there is a file: %v, %v", found, err)
	}
}

// By ear an arrow is a “play button”, and a line to write on is a row of words.
func TestTheCardCanBeHeard(t *testing.T) {
	for _, c := range []struct {
		args  []string
		plain string
	}{{[]string{"print", "card", "--plain"}, ""}, {[]string{"print", "card"}, "1"}} {
		var out, said strings.Builder
		getenv := func(name string) string { return map[string]string{"FIRSTSESSION_PLAIN": c.plain}[name] }
		env := shell.Env{Streams: shell.Streams{Out: &out, Err: &said}, FS: disk.OS(), Getenv: getenv}
		code := command.Run(c.args, env, nil, nil)
		if text := out.String(); code != 0 || strings.ContainsAny(text, "_▶─=") || strings.Contains(text, "- -") || strings.Contains(text, "--") ||
			!strings.Contains(text, "The picture in words: ") || !strings.Contains(text, "\nOne thing I may say:\n") {
			t.Errorf("%q: %d %s\n%s", c.args, code, said.String(), text)
		}
	}
}
