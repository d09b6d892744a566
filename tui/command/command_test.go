package command

import (
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"firstsession/tui/command/shell"
)

func noEnvironment(string) string { return "" }

func writeFile(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestFoldersThatAreNamedByTheirAddressesAreThoseFolders(t *testing.T) {
	var asked shell.Options
	walk := func(o shell.Options) error { asked = o; return nil }
	args := []string{"intake", "--records", "file:///srv/records", "--records", "file:///srv/other%20site"}
	env := shell.Env{Streams: shell.Streams{In: strings.NewReader(""), Out: io.Discard, Err: io.Discard}, Getenv: noEnvironment}
	if code := Run(args, env, walk, nil); code != ExitDone || asked.Records != "/srv/records" || !slices.Equal(asked.Others, []string{"/srv/other site"}) {
		t.Errorf("code %d, records in %q, and %q", code, asked.Records, asked.Others)
	}
}
