package tui

import (
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"firstsession/tui/command"
)

// readmeCommands are the commands that the README names, in its order: those
// in blocks and those between backticks.
func readmeCommands(t *testing.T) []string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	var commands []string
	for _, found := range regexp.MustCompile("(?m)`(firstsession[^`\n]*)`|^(firstsession .*)$").FindAllStringSubmatch(string(data), -1) {
		line, _, _ := strings.Cut(found[1]+found[2], "#")
		if line = strings.TrimSpace(line); !slices.Contains(commands, line) {
			commands = append(commands, line)
		}
	}
	return commands
}

// A reader types the README's commands one after another, in a folder of their
// own. Where the program asks something, they have nothing to say.
func TestEveryCommandInTheReadmeWorks(t *testing.T) {
	commands := readmeCommands(t)
	if len(commands) < 20 {
		t.Fatalf("only %d commands are found: %q", len(commands), commands)
	}
	home := t.TempDir()
	t.Chdir(home)
	getenv := func(name string) string {
		if name == "HOME" || name == "USERPROFILE" {
			return home
		}
		return ""
	}
	// There are records to look through, signed, and a list of who is expected.
	signed := "1 K-102\n2 Dr. Ames\n3\n9\nbegin\n" + strings.Repeat("\n", 7) + strings.Repeat("agree\n\n", 7) +
		"Maja\n\n\n\n\n\nsign\n1 Dr. Ames\ncountersign\nprint\n\nclear\nclear now\nstop\n"
	ended := Streams{In: strings.NewReader(signed), Out: io.Discard, Err: io.Discard}
	if code := Main([]string{"intake", "--records", "records"}, ended, getenv); code != command.ExitDone {
		t.Fatalf("the intake ends with code %d", code)
	}
	for _, site := range []string{"north", "south"} {
		if err := os.CopyFS(site, os.DirFS("records")); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile("list.txt", []byte("K-102\nK-103\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	walked := Streams{In: strings.NewReader("\nstop\n"), Out: io.Discard, Err: io.Discard}
	if code := Main([]string{"--plain"}, walked, getenv); code != command.ExitDone {
		t.Fatalf("the walk ends with code %d", code)
	}
	for _, line := range commands {
		args := strings.Fields(line)[1:]
		if slices.Contains(args, "serve") { // which waits for readers
			args = append(args, "--help")
		}
		var out, said strings.Builder
		code := Main(args, Streams{In: strings.NewReader(""), Out: &out, Err: &said}, getenv)
		if code != command.ExitDone {
			t.Errorf("%s: code %d, %s", line, code, said.String())
		}
		for _, arg := range args {
			// What one line has written stays for the next.
			if strings.HasSuffix(arg, "guide.html") {
				if err := os.Rename(arg, arg+".done"); err != nil {
					t.Errorf("%s: %v", line, err)
				}
			}
		}
	}
}
