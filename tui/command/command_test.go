package command

import (
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"firstsession/content/plain"
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
	root := "/srv/"
	if runtime.GOOS == "windows" {
		root = "C:/srv/"
	}
	address := "file:///" + strings.TrimPrefix(root, "/")
	args := []string{"intake", "--records", address + "records", "--records", address + "other%20site"}
	env := shell.Env{Streams: shell.Streams{In: strings.NewReader(""), Out: io.Discard, Err: io.Discard}, Getenv: noEnvironment}
	if code := Run(args, env, walk, nil); code != shell.ExitDone || filepath.ToSlash(asked.Records) != root+"records" || !slices.Equal(plain.Each(asked.Others, filepath.ToSlash), []string{root + "other site"}) {
		t.Errorf("code %d, records in %q, and %q", code, asked.Records, asked.Others)
	}
}
