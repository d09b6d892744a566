package tui

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"firstsession/tui/command/shell"
)

// oddFolders are values that a variable for a folder may have, by what they are.
// The guide opens under each of them.
func oddFolders(t *testing.T) map[string]string {
	t.Helper()
	dir := t.TempDir()
	file, loop := filepath.Join(dir, "file"), filepath.Join(dir, "loop")
	if err := os.WriteFile(file, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	odd := map[string]string{
		"empty": "", "relative": "home/dana", "a dot": ".", "missing": filepath.Join(dir, "missing"),
		"a device": os.DevNull, "a file": file, "below a file": filepath.Join(file, "below"),
		"a new line": filepath.Join(dir, "a\nb"), "an escape": filepath.Join(dir, "\x1b[2J"),
		"a turn of direction": filepath.Join(dir, "\u202e"), "no UTF-8": filepath.Join(dir, "\xff\xfe"),
		"a long name": filepath.Join(dir, strings.Repeat("x", 300)), "a long path": filepath.Join(dir, strings.Repeat("x/", 5000)),
		"a nought byte": filepath.Join(dir, "a\x00b"),
	}
	if os.Symlink(loop, loop) == nil {
		odd["a loop"] = loop
	}
	return odd
}

func TestTheGuideOpensWhateverTheEnvironmentSays(t *testing.T) {
	t.Parallel()
	notOnWindows(t, "no folder can have such names there")
	for name, value := range oddFolders(t) {
		for _, variable := range []string{"HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DOCUMENTS_DIR"} {
			t.Run(variable+" is "+name, func(t *testing.T) {
				env := map[string]string{variable: value}
				if variable == "HOME" {
					env["XDG_STATE_HOME"], env["USERPROFILE"], env["LOCALAPPDATA"] = "", value, ""
				}
				if variable == "XDG_STATE_HOME" {
					env["LOCALAPPDATA"] = value
				}
				c := computer{t: t, home: t.TempDir(), env: env}
				s := beginSession(c, 80, 24)
				s.press("f1").sees("If you need help now").press("esc")
				s.close()
				r := beginLines(c)
				r.types("help now")
				r.sees("You do not have to handle this alone")
				said := &bytes.Buffer{}
				streams := Streams{In: strings.NewReader("no\n"), Out: said, Err: said}
				if code := obey([]string{"forget"}, streams, c.getenv); code != shell.ExitDone || !strings.Contains(said.String(), "nothing to erase") {
					t.Errorf("forget says %q, %v", said, code)
				}
			})
		}
	}
}

// Where there can be no folder for it, it is said at once that nothing is kept.
func TestWhereNothingCanBeKeptTheGuideSaysSoAndOpens(t *testing.T) {
	notOnWindows(t, "what cannot be a folder is only found there when one is made")
	odd := oddFolders(t)
	for _, name := range []string{"a device", "a file", "below a file", "a long name", "a long path", "a nought byte", "a loop"} {
		if odd[name] == "" {
			continue
		}
		t.Run(name, func(t *testing.T) {
			c := computer{t: t, home: t.TempDir(), env: map[string]string{"XDG_STATE_HOME": odd[name], "LOCALAPPDATA": odd[name]}}
			s := beginSession(c, 80, 24)
			s.sees("Your place cannot be kept on this computer").press("enter").sees("Welcome")
			s.close()
			r := beginLines(c)
			r.sees("Your place cannot be kept on this computer")
		})
	}
}
