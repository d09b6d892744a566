package command

import (
	"io"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"firstsession/content/disk"
	"firstsession/tui/command/shell"
)

func forTests() *program {
	p := &program{Program: shell.Program{Results: shell.NewOutput(io.Discard)}}
	p.Env = shell.Env{Streams: shell.Streams{Out: io.Discard, Err: io.Discard}, FS: disk.OS(), Getenv: noEnvironment, Version: "firstsession v1 go1"}
	return p
}

// quotedWords are those that a shell takes for one.
var quotedWords = regexp.MustCompile(`"[^"]*"`)

func TestEveryCommandHasExamplesAndEachCanBeTyped(t *testing.T) {
	root := forTests().rootCommand()
	for _, cmd := range withAllBelow(root) {
		mine := 0
		for _, line := range strings.Split(cmd.Example, "\n") {
			_, line, _ = strings.Cut(line, "firstsession")
			line, _, _ = strings.Cut(line, "#")
			for _, sign := range []string{"|", ">", "&&", ")"} {
				line, _, _ = strings.Cut(line, sign)
			}
			line = quotedWords.ReplaceAllString(line, "words")
			found, args, err := forTests().rootCommand().Find(strings.Fields(line))
			if err == nil {
				err = found.ParseFlags(args)
			}
			if err == nil {
				err = found.ValidateArgs(found.Flags().Args())
			}
			if err != nil {
				t.Errorf("%s: the example %q: %v", cmd.CommandPath(), line, err)
				continue
			}
			if strings.HasPrefix(found.CommandPath(), cmd.CommandPath()) {
				mine++
			}
		}
		if mine == 0 {
			t.Errorf("%s has no example", cmd.CommandPath())
		}
	}
}

func TestEveryPlaceAfterACommandCompletes(t *testing.T) {
	p := forTests()
	for _, cmd := range withAllBelow(p.rootCommand()) {
		takes := placeholder().FindString(cmd.Use)
		if _, files := p.argument(cmd, nil); takes != "" && files == cobra.ShellCompDirectiveNoFileComp {
			t.Errorf("%s does not know how %s completes", cmd.CommandPath(), takes)
		}
	}
}

func TestGroupsOfThePracticeFileComplete(t *testing.T) {
	p := forTests()
	p.Practice = filepath.Join(t.TempDir(), "practice.toml")
	for text, want := range map[string][]cobra.Completion{
		"practice = 'A'\n": nil,
		"[[group]]\nid = 'tue'\nname = 'Tuesdays'\n[[group]]\nid = 'thu'\nname = 'Thursdays'\n": {"tue\tTuesdays", "thu\tThursdays"},
		"[[group]\n": nil,
	} {
		writeFile(t, p.Practice, text)
		if got := p.groups(); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	p.Practice += ".none"
	if got := p.groups(); got != nil {
		t.Errorf("without a file: %q", got)
	}
}

func TestAPageOfTheManualHoldsNoCommandOfATextsOwn(t *testing.T) {
	cmd := &cobra.Command{Use: "a", Short: ".so /etc/passwd", Long: "a\n.b 'c' \\fI-d\n\n'e", Example: ".sh x"}
	page, err := forTests().manPage(cmd)
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(page, "\n") {
		word, _, _ := strings.Cut(line, " ")
		if strings.HasPrefix(line, "'") || strings.HasPrefix(line, ".") &&
			!slices.Contains([]string{".TH", ".SH", ".PP", ".TP", ".nf", ".fi", ".nh"}, word) {
			t.Errorf("%q would be a command", line)
		}
	}
	for _, want := range []string{`a .b \(aqc\(aq \efI\-d`, `\&.sh x`, `\&.so /etc/passwd`} {
		if !strings.Contains(page, want) {
			t.Errorf("%q is not in\n%s", want, page)
		}
	}
}
