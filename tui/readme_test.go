package tui

import (
	"io"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"firstsession/tui/command/shell"
)

// pages are what people read about the program beside its own help, in the order
// in which they would.
var pages = []string{
	"README.md", ".github/CLINICS.md", ".github/PRIVACY.md", ".github/RECORDS.md", ".github/PROOF.md",
	".github/SECURITY.md", ".github/CONTRIBUTING.md", ".github/CHANGELOG.md", ".github/serving/README.md", ".github/serving/postgres.md", "content/README.md",
}

func readPage(t *testing.T, page string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", filepath.FromSlash(page)))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// readmeCommands are the commands that the pages name, in their order: those in
// blocks and those between backticks.
func readmeCommands(t *testing.T) []string {
	t.Helper()
	var commands []string
	for _, page := range pages {
		for _, found := range regexp.MustCompile("(?m)`(firstsession[^`\n]*)`|^(firstsession .*)$").FindAllStringSubmatch(readPage(t, page), -1) {
			line, _, _ := strings.Cut(found[1]+found[2], "#")
			if line = strings.TrimSpace(line); !slices.Contains(commands, line) {
				commands = append(commands, line)
			}
		}
	}
	return commands
}

func TestThePagesLeadToFilesThatAreThere(t *testing.T) {
	for _, folder := range []string{".github", ".github/serving"} {
		known, err := filepath.Glob(filepath.Join("..", filepath.FromSlash(folder), "*.md"))
		if err != nil || len(known) == 0 {
			t.Fatal(len(known), err)
		}
		for _, name := range known {
			if page := path.Join(folder, filepath.Base(name)); !slices.Contains(pages, page) {
				t.Errorf("%s is in no list of pages, so that none of its commands is tried", page)
			}
		}
	}
	for _, page := range pages {
		for _, found := range regexp.MustCompile(`\]\(([^)#\s]+)\)|(?:src|srcset)="([^"]+)"`).FindAllStringSubmatch(readPage(t, page), -1) {
			link := found[1] + found[2]
			if strings.Contains(link, "://") {
				continue
			}
			if _, err := os.Stat(filepath.Join("..", filepath.FromSlash(path.Dir(page)), filepath.FromSlash(link))); err != nil {
				t.Errorf("%s: %v", page, err)
			}
		}
	}
}

// A reader types the commands of the pages one after another, in a folder of their
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
	// There are records to look through, signed, an intake to hand over, and a list of
	// who is expected.
	signed := "1 K-102\n2 Dr. Ames\nwe go through it together\nthe shortest\nbegin\nbegin\n" + strings.Repeat("\n", 7) + strings.Repeat("agree\n\n", 7) +
		"Maja\n\n\n\n\n\nsign\n1 Dr. Ames\ncountersign\nprint\n\nclear\nclear\nstop\n"
	for _, typed := range []string{signed, "1 K-103\nwe go through it together\nthe shortest\nbegin\nbegin\nstop\n"} {
		ended := Streams{In: strings.NewReader(typed), Out: io.Discard, Err: io.Discard}
		if code := obey([]string{"intake", "--records", "records"}, ended, getenv); code != shell.ExitDone {
			t.Fatalf("the intake ends with code %d", code)
		}
	}
	for _, site := range []string{"north", "south"} {
		if err := os.CopyFS(site, os.DirFS("records")); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile("list.txt", []byte("K-102\nK-103\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	guide := Streams{In: strings.NewReader(""), Out: io.Discard, Err: io.Discard}
	if code := obey([]string{"export", "content"}, guide, getenv); code != shell.ExitDone { // as where the program is made
		t.Fatalf("the guide is written out with code %d", code)
	}
	walked := Streams{In: strings.NewReader("\nstop\n"), Out: io.Discard, Err: io.Discard}
	if code := obey([]string{"--plain"}, walked, getenv); code != shell.ExitDone {
		t.Fatalf("the walk ends with code %d", code)
	}
	for _, line := range commands {
		args := strings.Fields(line)[1:]
		if slices.Contains(args, "serve") || strings.Contains(line, "postgres://") { // which wait for readers, or for a database
			args = append(args, "--help")
		}
		var out, said strings.Builder
		code := obey(args, Streams{In: strings.NewReader(""), Out: &out, Err: &said}, getenv)
		if code != shell.ExitDone {
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
