package command

import (
	"strings"
	"testing"

	"firstsession/content/disk"
	"firstsession/content/plain"
	"firstsession/tui/command/shell"
)

// What is written to a window is broken between words at its edge, help first.
func TestInANarrowWindowNoWordIsCut(t *testing.T) {
	getenv := func(name string) string { return map[string]string{"HOME": "/none", "LANG": "es"}[name] }
	for _, args := range [][]string{{"help", "now"}, {"forget"}} {
		said := func(wide int) string {
			var b strings.Builder
			streams := shell.Streams{In: strings.NewReader(""), Out: &b, Err: &b, Wide: wide}
			if code := Run(args, shell.Env{Streams: streams, FS: disk.OS(), Getenv: getenv, Columns: wide}, nil, nil); code != shell.ExitDone {
				t.Errorf("%q: code %d\n%s", args, code, b.String())
			}
			return b.String()
		}
		narrow := said(40)
		if strings.Join(strings.Fields(narrow), " ") != strings.Join(strings.Fields(said(0)), " ") {
			t.Errorf("%q says other words in a window:\n%s", args, narrow)
		}
		for line := range strings.Lines(narrow) {
			if plain.Cells(strings.TrimSpace(line)) > 40 {
				t.Errorf("%q: %q is wider than the window", args, line)
			}
		}
	}
}
