package tui

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"firstsession/tui/command/shell"
)

// What each version wrote (.ci/wrote) is read for ever: a walk is gone on with, and
// a record is whole.
func TestWhatEachVersionWroteIsRead(t *testing.T) {
	versions, err := filepath.Glob(filepath.Join("testdata", "released", "*"))
	if err != nil || len(versions) == 0 {
		t.Fatalf("%v, %v", versions, err)
	}
	for _, version := range versions {
		for file, says := range map[string]string{"middle.jsonl": "Promise", "signed.jsonl": "You signed on"} {
			t.Run(filepath.Base(version)+" "+file, func(t *testing.T) {
				c := computer{t: t, home: t.TempDir()}
				data, err := os.ReadFile(filepath.Join(version, file))
				if err == nil {
					err = os.MkdirAll(filepath.Dir(c.journal()), 0o700)
				}
				if err == nil {
					err = os.WriteFile(c.journal(), data, 0o600)
				}
				if err != nil {
					t.Fatal(err)
				}
				var out bytes.Buffer
				streams := Streams{In: strings.NewReader("chapters\n10\nnote\n"), Out: &out, Err: io.Discard}
				if code := obey([]string{"--plain", "--language", "en"}, streams, c.getenv); code != shell.ExitDone {
					t.Errorf("it ends with %d", code)
				}
				for _, want := range []string{says, "Is there a lift?"} {
					if !strings.Contains(out.String(), want) {
						t.Errorf("it does not say %q, but:\n%s", want, out.String())
					}
				}
			})
		}
		t.Run(filepath.Base(version)+" record", func(t *testing.T) {
			var out, said bytes.Buffer
			code := obey([]string{"verify", version}, Streams{In: strings.NewReader(""), Out: &out, Err: &said}, noEnvironment)
			if code != shell.ExitDone || strings.Count(out.String(), ": whole; signed") != 1 {
				t.Errorf("verify ends with %d:\n%s%s", code, out.String(), said.String())
			}
		})
	}
}
