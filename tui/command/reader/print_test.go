package reader_test

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
	if code := command.Run([]string{"print", "--output", out}, env, nil, nil); code != command.ExitFailed ||
		!strings.Contains(said.String(), "no Chrome, Chromium or Edge") || !strings.Contains(said.String(), "FILE.html") {
		t.Error(code, said.String())
	}
	if found, err := filepath.Glob(out); err != nil || len(found) > 0 {
		t.Errorf("there is a file: %v, %v", found, err)
	}
}
