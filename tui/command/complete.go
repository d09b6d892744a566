package command

import (
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"firstsession/content/handout"
	"firstsession/content/practice"
	"firstsession/content/record"
	"firstsession/tui/command/reader"
	"firstsession/tui/command/shell"
)

// candidates are what could stand at a place of the command line, and what the
// shell is to do about files there.
type candidates struct {
	names []cobra.Completion
	files cobra.ShellCompDirective
}

// The ways to complete the name of something on the disk are the shell's own. In
// fish and PowerShell, which do not choose by the ending, all files are offered.
var (
	folders  = candidates{files: cobra.ShellCompDirectiveFilterDirs}
	anyFile  = candidates{files: cobra.ShellCompDirectiveDefault}
	settings = candidates{names: []string{"toml"}, files: cobra.ShellCompDirectiveFilterFileExt}
	recorded = candidates{names: []string{"json"}, files: cobra.ShellCompDirectiveFilterFileExt}
	nothing  = candidates{files: cobra.ShellCompDirectiveNoFileComp}
	themes   = oneOf("auto", "light", "dark", "high-contrast")
)

// oneOf are words that can be chosen from, in their order.
func oneOf(names ...cobra.Completion) candidates {
	return candidates{names, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder}
}

// complete tells each command of the tree how its arguments and the values of its
// flags complete. Cobra keeps what it is told of flags for as long as the process
// lives, so that it is told only where a shell asks.
func (p *program) complete(cmd *cobra.Command) {
	cmd.CompletionOptions.SetDefaultShellCompDirective(cobra.ShellCompDirectiveNoFileComp)
	cmd.ValidArgsFunction = func(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
		found := p.argument(cmd, args)
		return found.names, found.files
	}
	each := func(flag *pflag.Flag) {
		takes, use := pflag.UnquoteUsage(flag)
		value := func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
			found := p.value(flag.Name, takes)
			return found.names, found.files
		}
		flag.Usage = use                                     // a shell shows it as it is
		_ = cmd.RegisterFlagCompletionFunc(flag.Name, value) // fails only for a flag that is not there
	}
	cmd.LocalNonPersistentFlags().VisitAll(each)
	cmd.PersistentFlags().VisitAll(each)
	for _, below := range cmd.Commands() {
		p.complete(below)
	}
}

// placeholder finds what a command's help says that it takes, such as DIR.
var placeholder = regexp.MustCompile(`[A-Z]+`)

// argument is what could be a command's next argument, by what its help calls it.
func (p *program) argument(cmd *cobra.Command, before []string) candidates {
	takes := placeholder.FindString(cmd.Use)
	if len(before) >= max(1, strings.Count(cmd.Use, takes)) && !strings.Contains(cmd.Use, takes+"...") && takes != "COMMAND" {
		return nothing
	}
	switch takes {
	case "DIR", "STORE":
		return folders
	case "PATH":
		return recorded
	case "RECORD": // or its file
		return candidates{p.numbers(), cobra.ShellCompDirectiveKeepOrder}
	case "FILE":
		return settings
	case "SHELL":
		return oneOf(slices.Sorted(maps.Keys(shells))...)
	case "CHAPTER": // or, where none is meant, a record's file
		return candidates{p.chapters(before), cobra.ShellCompDirectiveKeepOrder}
	case "REFERENCE": // one comes from the clinic's own files
		return oneOf()
	case "COMMAND":
		return oneOf(commandsBelow(cmd.Root(), before)...)
	default:
		return nothing
	}
}

// value is what could be a flag's value, by its name, or else by what its help
// says that it takes.
func (p *program) value(flag, takes string) candidates {
	switch flag {
	case "practice":
		return settings
	case "theme":
		return themes
	case "format":
		return oneOf(slices.Compact(slices.Sorted(maps.Values(reader.Formats)))...)
	case "group":
		return oneOf(p.groups()...)
	}
	switch takes {
	case "DIR", "STORE":
		return folders
	case "FILE", "PATH":
		return anyFile
	case "LANGUAGE":
		return oneOf(p.languages()...)
	default:
		return nothing
	}
}

// described is a candidate with a word on it, as far as the shell shows one.
func described(name, about string) cobra.Completion {
	return cobra.CompletionWithDesc(shell.OneLine(name), shell.OneLine(about))
}

// chapters are those of the guide that are not named yet; and, as the only one,
// what can be printed in their place.
func (p *program) chapters(named []string) []cobra.Completion {
	guide, err := p.LoadGuide()
	if err != nil {
		return nil // which printing says
	}
	var found []cobra.Completion
	for _, chapter := range guide.AllChapters() {
		if !slices.Contains(named, chapter.ID) && !slices.Contains(named, strconv.Itoa(chapter.Number)) {
			found = append(found, described(chapter.ID, chapter.Title))
		}
	}
	if len(named) == 0 {
		found = append(found, described(handout.CardName, "one page to take along"),
			described(reader.MyPage, "what you may want to have at hand of your own walk"))
	}
	return found
}

func (p *program) languages() []cobra.Completion {
	var found []cobra.Completion
	for _, language := range p.Languages() {
		found = append(found, described(language.Code, language.Name))
	}
	return found
}

// groups are those of the practice file. One with a mistake offers none: what is
// to be mended is said where it is used.
func (p *program) groups() []cobra.Completion {
	path := p.PracticePath()
	if path == "" {
		return nil
	}
	data, err := p.ReadPractice(path)
	if err != nil {
		return nil
	}
	file, err := practice.Parse(path, data)
	if err != nil {
		return nil
	}
	var found []cobra.Completion
	for _, group := range file.Groups {
		found = append(found, described(group.ID, group.Name))
	}
	return found
}

// numbers are those of the records in the folder that --records names.
func (p *program) numbers() []cobra.Completion {
	if p.Records == "" {
		return nil
	}
	entries, err := record.List(p.FS, p.Records)
	if err != nil {
		return nil
	}
	var found []cobra.Completion
	for _, e := range entries {
		if e.Err == nil && e.CopyOf == "" {
			found = append(found, described(e.Record.ID, e.Record.Time.Format(time.DateOnly)+" "+e.Reference()))
		}
	}
	return found
}

// commandsBelow are the commands that can follow the ones that are named.
func commandsBelow(cmd *cobra.Command, named []string) []cobra.Completion {
	found, rest, err := cmd.Find(named)
	if err != nil || len(rest) > 0 {
		return nil
	}
	var names []cobra.Completion
	for _, below := range found.Commands() {
		if below.IsAvailableCommand() {
			names = append(names, described(below.Name(), below.Short))
		}
	}
	return names
}

// shells are those that can complete our commands, with what writes the script
// that each of them reads.
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

// asksToComplete reports whether a shell's script asks what could be typed next.
func asksToComplete(args []string) bool {
	return len(args) > 0 && (args[0] == cobra.ShellCompRequestCmd || args[0] == cobra.ShellCompNoDescRequestCmd)
}
