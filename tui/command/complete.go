package command

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"firstsession/content"
	"firstsession/content/disk"
	"firstsession/content/handout"
	"firstsession/content/journal"
	"firstsession/content/plain"
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
	if cmd.ValidArgsFunction == nil { // the room of some knows better
		cmd.ValidArgsFunction = func(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
			found := p.argument(cmd, args)
			return found.names, found.files
		}
	}
	each := func(flag *pflag.Flag) {
		takes, use := pflag.UnquoteUsage(flag)
		value := func(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
			found := p.value(flag.Name, takes, args)
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
var placeholder = plain.Late(`[A-Z]+(-[A-Z]+)?`)

// argument is what could be a command's next argument, by what its help calls it.
func (p *program) argument(cmd *cobra.Command, before []string) candidates {
	takes := placeholder().FindAllString(cmd.Use, -1)
	next := len(before)
	if strings.Contains(cmd.Use, "...") || slices.Contains(takes, "COMMAND") { // as many as one likes
		next = min(next, len(takes)-1)
	}
	if next < 0 || next >= len(takes) {
		return nothing
	}
	switch takes[next] {
	case "DIR", "STORE":
		return folders
	case "PATH":
		return recorded
	case "RECORD": // or its file
		return candidates{p.numbers(), cobra.ShellCompDirectiveKeepOrder}
	case "FILE":
		return anyFile
	case "PRACTICE-FILE":
		return settings
	case "SHELL":
		return oneOf(slices.Sorted(maps.Keys(shells))...)
	case "CHAPTER": // or, where none is meant, a record's file
		return candidates{p.chapters(before), cobra.ShellCompDirectiveKeepOrder}
	case "INTAKE":
		return oneOf(p.cutOff()...)
	case "REFERENCE": // one comes from the clinic's own files
		return oneOf()
	case "COMMAND":
		return oneOf(commandsBelow(cmd.Root(), before)...)
	default:
		return nothing
	}
}

// value is what could be a flag's value behind the arguments before it, by its
// name, or else by what its help says that it takes.
func (p *program) value(flag, takes string, before []string) candidates {
	switch flag {
	case "practice":
		return settings
	case "theme":
		return themes
	case "format":
		return oneOf(slices.Compact(slices.Sorted(maps.Values(reader.Formats)))...)
	case "group":
		return oneOf(p.groups()...)
	case "site":
		return oneOf(p.sites()...)
	case "done", "set-aside":
		return oneOf(p.additions(flag, before)...)
	}
	switch takes {
	case "DIR", "STORE":
		return folders
	case "FILE", "PATH":
		return anyFile
	case "LANGUAGE":
		return oneOf(p.languages()...)
	case "PAPER":
		return oneOf("a4", "letter")
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
	return plain.Each(p.Languages(), func(l content.Language) cobra.Completion { return described(l.Code, l.Name) })
}

func (p *program) groups() []cobra.Completion {
	return plain.Each(p.practiceFile().Groups, func(g practice.Practice) cobra.Completion { return described(g.ID, g.Name) })
}

func (p *program) sites() []cobra.Completion {
	return plain.Each(p.practiceFile().Sites, func(s practice.Practice) cobra.Completion { return described(s.Name, "") })
}

// practiceFile is the practice file as far as it can be used. One with a mistake
// offers nothing: what is to be mended is said where it is used.
func (p *program) practiceFile() practice.Practice {
	file, err := p.ParsePractice(p.PracticePath())
	if err != nil {
		return practice.Practice{}
	}
	return file
}

// cutOff are the intakes that were not finished, by their references.
func (p *program) cutOff() []cobra.Completion {
	dir, err := disk.StateFolder(p.Getenv)
	var unfinished []journal.Unfinished
	if err == nil {
		unfinished, err = journal.FindUnfinished(p.FS, journal.IntakesDir(dir))
	}
	if err != nil {
		return nil // which the command itself says
	}
	return plain.Each(unfinished, func(u journal.Unfinished) cobra.Completion {
		return described(u.Reference, u.Last.Format(time.DateOnly))
	})
}

// numbers are those of the records in the folder that --records names, each behind
// the reference that it has, by which it can be named as well.
func (p *program) numbers() []cobra.Completion {
	var found []cobra.Completion
	for _, e := range p.recorded() {
		day := e.Record.Time.Format(time.DateOnly)
		if reference := e.Reference(); reference != "" {
			found = append(found, described(reference, day))
		}
		found = append(found, described(e.Record.ID, day+" "+e.Reference()))
	}
	return found
}

// additions are those that a flag of records add can mean by their number, in the
// records that the first argument names.
func (p *program) additions(flag string, before []string) []cobra.Completion {
	var found []cobra.Completion
	for _, e := range p.recorded() {
		if len(before) == 0 || e.Record.ID != before[0] && e.Reference() != before[0] {
			continue
		}
		all := e.Counts()
		if flag == "done" {
			all = e.ToDo()
		}
		for _, a := range all {
			found = append(found, described(a.ID, strings.TrimSpace(string(a.Kind)+" "+a.Text)))
		}
	}
	return found
}

func (p *program) recorded() []record.Entry {
	if p.Records == "" {
		return nil
	}
	entries, err := record.List(p.FS, p.Records)
	if err != nil {
		return nil // which the command itself says
	}
	return slices.DeleteFunc(entries, func(e record.Entry) bool { return e.Err != nil || e.CopyOf != "" })
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
