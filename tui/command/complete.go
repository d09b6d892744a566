package command

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"firstsession/content"
	"firstsession/content/handout"
	"firstsession/content/plain"
	"firstsession/content/practice"
	"firstsession/content/record"
	"firstsession/tui/command/reader"
	"firstsession/tui/command/shell"
)

// complete tells each command of the tree how its arguments and the values of its
// flags complete. Cobra keeps what it is told of flags for as long as the process
// lives, so that it is told only where a shell asks.
func (p *program) complete(cmd *cobra.Command) {
	cmd.CompletionOptions.SetDefaultShellCompDirective(cobra.ShellCompDirectiveNoFileComp)
	cmd.ValidArgsFunction = func(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return p.argument(cmd, args)
	}
	each := func(flag *pflag.Flag) {
		takes, use := pflag.UnquoteUsage(flag)
		if flag.Name == "practice" || flag.Name == "group" || flag.Name == "site" { // which say no more than FILE or NAME
			takes = flag.Name
		}
		flag.Usage = use // a shell shows it as it is
		// Registering fails only for a flag that is not there.
		_ = cmd.RegisterFlagCompletionFunc(flag.Name, func(cmd *cobra.Command, _ []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return p.candidates(cmd, takes, nil)
		})
	}
	cmd.LocalNonPersistentFlags().VisitAll(each)
	cmd.PersistentFlags().VisitAll(each)
	for _, below := range cmd.Commands() {
		p.complete(below)
	}
}

// placeholder finds what a command's help says that it takes, such as DIR.
var placeholder = plain.Late(`[A-Z]+(-[A-Z]+)?`)

// argument is what could be a command's next argument, by what its help calls it.
func (p *program) argument(cmd *cobra.Command, before []string) ([]cobra.Completion, cobra.ShellCompDirective) {
	takes := placeholder().FindAllString(cmd.Use, -1)
	next := len(before)
	if strings.Contains(cmd.Use, "...") || slices.Contains(takes, "COMMAND") { // as many as one likes
		next = min(next, len(takes)-1)
	}
	if next < 0 || next >= len(takes) {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return p.candidates(cmd, takes[next], before)
}

// candidates are what could stand where something is taken, behind the arguments before
// it. The ways to complete the name of something on the disk are the shell's own: fish and
// PowerShell, which do not choose by the ending, offer all files.
func (p *program) candidates(cmd *cobra.Command, takes string, before []string) ([]cobra.Completion, cobra.ShellCompDirective) {
	const inOrder = cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
	switch takes {
	case "DIR", "STORE":
		return nil, cobra.ShellCompDirectiveFilterDirs
	case "FILE":
		return nil, cobra.ShellCompDirectiveDefault
	case "PATH":
		return []cobra.Completion{"json"}, cobra.ShellCompDirectiveFilterFileExt
	case "PRACTICE-FILE", "practice":
		return []cobra.Completion{"toml"}, cobra.ShellCompDirectiveFilterFileExt
	case "RECORD": // or its file
		return p.numbers(), cobra.ShellCompDirectiveKeepOrder
	case "CHAPTER": // or, where none is meant, a record's file
		return p.chapters(before), cobra.ShellCompDirectiveKeepOrder
	case "SHELL":
		return slices.Sorted(maps.Keys(shells)), inOrder
	case "COMMAND":
		return commandsBelow(cmd.Root(), before), inOrder
	case "INTAKE", "REFERENCE": // which come from the clinic's own files
		return nil, inOrder
	case "LANGUAGE":
		return plain.Each(p.Languages(), func(l content.Language) cobra.Completion { return described(l.Code, l.Name) }), inOrder
	case "THEME":
		return []cobra.Completion{"auto", "light", "dark", "high-contrast"}, inOrder
	case "FORMAT":
		return slices.Compact(slices.Sorted(maps.Values(reader.Formats))), inOrder
	case "PAPER":
		return []cobra.Completion{"a4", "letter"}, inOrder
	case "group":
		return p.groups(), inOrder
	case "site":
		return plain.Each(p.practiceFile().Sites, func(s practice.Practice) cobra.Completion { return described(s.Name, "") }), inOrder
	default:
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
}

// described is a candidate with a word on it, as far as the shell shows one.
func described(name, about string) cobra.Completion {
	return cobra.CompletionWithDesc(shell.OneLine(name), shell.OneLine(about))
}

// chapters are those that are not named yet, or what can be printed in the place of all.
func (p *program) chapters(named []string) []cobra.Completion {
	guide, err := p.LoadGuide()
	if err != nil {
		return nil // which printing says
	}
	found := plain.Some(guide.AllChapters(), func(c content.Chapter) (cobra.Completion, bool) {
		return described(c.ID, c.Title), !slices.Contains(named, c.ID) && !slices.Contains(named, strconv.Itoa(c.Number))
	})
	if len(named) == 0 {
		found = append(found, described(handout.CardName, "one page to take along"),
			described(reader.MyPage, "what you may want to have at hand of your own walk"))
	}
	return found
}

func (p *program) groups() []cobra.Completion {
	return plain.Each(p.practiceFile().Groups, func(g practice.Practice) cobra.Completion { return described(g.ID, g.Name) })
}

// practiceFile is empty if it has a mistake, which is said where it is used.
func (p *program) practiceFile() practice.Practice {
	file, err := p.ParsePractice(p.PracticePath())
	if err != nil {
		return practice.Practice{}
	}
	return file
}

// numbers are those of the records, each behind its reference, by which it can be named as well.
func (p *program) numbers() []cobra.Completion {
	if p.Records == "" {
		return nil
	}
	entries, _ := record.List(p.FS, p.Records) //nolint:errcheck // the command itself says it
	var found []cobra.Completion
	for _, e := range entries {
		if e.Err != nil || e.CopyOf != "" {
			continue
		}
		day := e.Record.Time.Format(time.DateOnly)
		if reference := e.Reference(); reference != "" {
			found = append(found, described(reference, day))
		}
		found = append(found, described(e.Record.ID, day+" "+e.Reference()))
	}
	return found
}

func commandsBelow(cmd *cobra.Command, named []string) []cobra.Completion {
	found, rest, err := cmd.Find(named)
	if err != nil || len(rest) > 0 {
		return nil
	}
	return plain.Some(found.Commands(), func(below *cobra.Command) (cobra.Completion, bool) {
		return described(below.Name(), below.Short), below.IsAvailableCommand()
	})
}

// shells are those that can complete our commands, with what writes the script of each.
var shells = map[string]func(root *cobra.Command, w io.Writer) error{
	"bash":       func(root *cobra.Command, w io.Writer) error { return root.GenBashCompletionV2(w, true) },
	"zsh":        (*cobra.Command).GenZshCompletion,
	"fish":       func(root *cobra.Command, w io.Writer) error { return root.GenFishCompletion(w, true) },
	"powershell": (*cobra.Command).GenPowerShellCompletionWithDesc,
}

func (p *program) completionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: "Let your shell complete commands, flags, chapters and files",
		Long: `Completion writes a script for bash, zsh, fish or powershell, to standard output.
With it the Tab key completes commands and flags, and what can stand behind them:
chapters, languages, groups, folders, records. A package has installed it already.`,
		Example: `  source <(firstsession completion bash)
  firstsession completion zsh > ~/.zfunc/_firstsession
  firstsession completion fish > ~/.config/fish/completions/firstsession.fish
  firstsession completion powershell | Out-String | Invoke-Expression`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			write, known := shells[args[0]]
			if !known {
				names := strings.Join(slices.Sorted(maps.Keys(shells)), ", ")
				return shell.Usage(cmd, fmt.Errorf("there is no shell %q here; there are: %s", args[0], names))
			}
			return write(cmd.Root(), p.Results)
		},
	}
}
