// Package command is what can be asked of the program in a shell: the root command,
// what is about the program itself, and the other commands, each in the room for
// whom it is. Streams, disk, clock and environment are handed in, and so is what
// takes somebody through the guide: no page, no visit and nothing that draws may
// come in.
package command

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"firstsession/content"
	"firstsession/content/plain"
	"firstsession/tui/command/author"
	"firstsession/tui/command/reader"
	"firstsession/tui/command/records"
	"firstsession/tui/command/serving"
	"firstsession/tui/command/shell"
)

// Members start the program with a double-click. Cobra would turn them away
// for that; its switch is one variable for the whole process.
func init() { cobra.MousetrapHelpText = "" }

// Run runs the command that args name, without the program's own name, and
// returns the exit code. Walk takes somebody through the guide, and serve lets
// others read it.
func Run(args []string, env shell.Env, walk func(shell.Options) error, serve func(serving.Serving) error) int {
	p := &program{Program: shell.Program{Results: shell.NewOutput(env.Out)}, args: args, walk: walk, serve: serve}
	p.Env = env
	command := p.rootCommand
	if len(args) == 0 {
		command = p.guideCommand
	}
	root := command()
	root.SetArgs(append([]string{}, args...)) // never nil, for which cobra takes os.Args
	if len(args) > 0 && (args[0] == cobra.ShellCompRequestCmd || args[0] == cobra.ShellCompNoDescRequestCmd) {
		root.InitDefaultHelpCmd() // which is added late, and completes too
		p.complete(root)
	}
	root.SetOut(p.Results)
	root.SetErr(env.Err)
	begun := false
	root.PersistentPreRunE = func(cmd *cobra.Command, args []string) error {
		err := refuseEmpty(cmd, args)
		begun = err == nil
		return err
	}
	cmd, err := root.ExecuteC()
	if err != nil && !begun { // its flags or arguments are wrong
		err = shell.Usage(cmd, counted(cmd, err))
		if p.helpsNow() && (cmd == root || cmd.Name() == "help") { // of a command, what is amiss is said behind it
			err = nil
		}
	}
	return shell.Report(env.Err, cmp.Or(p.Results.Err(), err), func() *content.Guide { asked, _ := p.asked(); return asked.Answers() })
}

// program is the root command, and those that are about the program itself.
type program struct {
	shell.Program
	args  []string // all that was typed behind the program's name
	walk  func(shell.Options) error
	serve func(serving.Serving) error
	which bool // asks which program this is
}

// guideCommand is what opens the guide, for which most start the program.
func (p *program) guideCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "firstsession",
		Short: "A guide for people who may join a therapy group",
		Long: `First Session is a guide for people who may join a therapy group. It says how
groups work, and lets you try things out in questions. Nothing you do in it
leaves this computer.

If you need help now, and what to do in danger: firstsession help now`,
		Example: `  firstsession                    # open the guide, or go on where you left
  firstsession --private          # leave no trace
  firstsession --plain            # line by line, as for a screen reader
  firstsession --language es      # in Spanish`,
		SilenceErrors: true, // report shows them, once
		SilenceUsage:  true,
		Args:          unknownCommand,
		RunE: func(*cobra.Command, []string) error {
			if p.which {
				return p.printVersion()
			}
			return p.walk(p.Options)
		},
	}
	root.CompletionOptions.DisableDefaultCmd = true // ours says it in our words
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return plainly(err) })
	p.rootFlags(root)
	return root
}

// rootFlags are those of all commands, and those of none but the root.
func (p *program) rootFlags(root *cobra.Command) {
	flags := root.PersistentFlags()
	flags.StringVar(&p.Dir, "guide", "", "read the guide in the folder `DIR` instead of the built-in one")
	flags.StringVar(&p.Language, "language", "", "read the guide in `LANGUAGE`, such as en")
	flags.StringVar(&p.Practice, "practice", "", "show what the practice file `FILE` says about your own group; \"none\": use none")
	p.GroupFlag(root)
	root.Flags().BoolVar(&p.Private, "private", false, "keep nothing on this computer")
	root.Flags().BoolVarP(&p.which, "version", "v", false, "say which program and which guide this is")
	p.walkFlags(root)
	root.Flags().StringVar(&p.Records, "records", "", "save a record in the folder `DIR`")
}

// rootCommand is the guide's, with all other commands.
func (p *program) rootCommand() *cobra.Command {
	root := p.guideCommand()
	root.SetHelpCommand(p.helpCommand())
	root.AddCommand(p.intakeCommand(), p.completionCommand(), p.manCommand(), p.licencesCommand())
	for _, room := range [][]*cobra.Command{
		reader.Commands(&p.Program), author.Commands(&p.Program), records.Commands(&p.Program), serving.Commands(&p.Program, p.serve),
	} {
		root.AddCommand(room...)
	}
	return root
}

func (p *program) intakeCommand() *cobra.Command {
	var folders []string
	cmd := &cobra.Command{
		Use:   "intake",
		Short: "Go through the guide with a client, and keep a record",
		Long: `Intake is for a clinician with a client beside them. A form comes first, and the
guide with notes for the clinician; then a talk about what is open, the
promises, both signatures, a copy for the client, and the clearing of this
computer. The record goes into one folder; a reference that has a record is looked
for in all that --records names. An intake that was cut off is kept in
the user's own state folder, until it is gone on with or deleted.`,
		Example: `  firstsession intake --records records
  firstsession intake --practice practice.toml --group tuesday --records records
  firstsession intake --records records --records other-site
  firstsession intake --brought my-page-2026-11-26.json --records records
  firstsession intake --plain --records records`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			p.Intake = true
			if len(folders) > 0 {
				p.Records, p.Others = folders[0], folders[1:]
			}
			return p.walk(p.Options)
		},
	}
	cmd.Flags().StringVar(&p.ClinicianLanguage, "clinician-language", "",
		"have the form, the notes and the rest that is yours in `LANGUAGE`, and the client's pages in that of --language")
	cmd.Flags().StringVar(&p.Brought, "brought", "", "begin with the `FILE` that the client saved at home under “My page”")
	p.walkFlags(cmd)
	cmd.Flags().StringArrayVar(&folders, "records", nil,
		"save records in the folder `DIR`; named again, also look into that one for a reference that has a record")
	p.GroupFlag(cmd)
	cmd.AddCommand(p.handOverCommand(), p.takeCommand())
	return cmd
}

// walkFlags are those of the commands that take somebody through the guide.
func (p *program) walkFlags(cmd *cobra.Command) {
	flags := cmd.Flags()
	p.PlainFlag(cmd, "line by line, for screen readers and simple terminals")
	flags.IntVar(&p.Width, "width", 0, "break the lines of --plain at `N` characters, not at the terminal's edge")
	flags.StringVar(&p.Theme, "theme", "auto", "draw in the colours of `THEME`: auto, light, dark or high-contrast")
	flags.BoolVar(&p.Shared, "shared", false, "let the group of that folder read it")
}

func (p *program) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Say more about a command; “help now” says what to do in danger",
		Example: `  firstsession help now           # if you, or somebody else, is in danger
  firstsession help print
  firstsession help practice check`,
		RunE: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			found, rest, err := root.Find(args)
			if err == nil {
				err = unknownCommand(root, rest)
			}
			if err != nil {
				if p.helpsNow() {
					return nil
				}
				return shell.Usage(root, err)
			}
			found.InitDefaultHelpFlag()
			return found.Help()
		},
	}
}

// unknownCommand allows the root no arguments: the first would have been a command.
func unknownCommand(root *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	name := fmt.Sprintf("%q", args[0])
	root.SuggestionsMinimumDistance = 2
	if near := root.SuggestionsFor(args[0]); args[0] != "" && len(near) > 0 {
		return plain.Tell("no_command_near", "there is no command {name}; did you mean {list}?", "name", name, "list", strings.Join(near, ", "))
	}
	return plain.Tell("no_command", "there is no command {name}", "name", name)
}
