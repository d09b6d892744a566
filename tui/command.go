// Package tui is everything that talks to a person at a terminal: the commands
// and their flags, and, below it, the screens and the lines of the walk.
package tui

import (
	"fmt"
	"io"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"firstsession/content/disk"
)

// Streams are where the program reads and writes. Results go to Out and talk
// to Err.
type Streams struct {
	In  io.Reader
	Out io.Writer
	Err io.Writer
}

// Members start the program with a double-click. Cobra would turn them away
// for that; its switch is one variable for the whole process.
func init() {
	cobra.MousetrapHelpText = ""
}

// Main runs the command that args name, without the program's own name, and
// returns the exit code: 0 it is done, 1 it failed, 2 it was asked for in a way
// it does not know, 3 there are problems in a guide. Getenv looks up a variable
// of the environment.
func Main(args []string, streams Streams, getenv func(string) string) int {
	// Whoever reads the output may stop early. The write's error then says so,
	// where the signal would end the program with no chance to tidy up.
	signal.Ignore(syscall.SIGPIPE)
	out := &output{writer: streams.Out}
	p := &program{in: streams.In, terminal: streams.Out, out: out, err: streams.Err, fsys: disk.OS(), getenv: getenv, now: time.Now}
	root := p.rootCommand()
	root.SetArgs(append([]string{}, args...)) // never nil, for which cobra takes os.Args
	root.SetIn(streams.In)
	root.SetOut(out)
	root.SetErr(streams.Err)
	err := root.Execute()
	if out.err != nil {
		err = out.err
	}
	return report(streams.Err, err)
}

// program is what all commands share: streams, environment and global flags.
type program struct {
	in       io.Reader
	terminal io.Writer // standard output itself, for the full screen
	out      *output
	err      io.Writer
	fsys     disk.FS // of journals and records
	getenv   func(string) string
	now      func() time.Time

	guideDir string
	language string
	practice string
	theme    string
	records  string
	private  bool
	atDesk   bool // a clinician begins an intake
	plain    bool // as lines
	width    int  // of the lines; 0 leaves it to the terminal
}

func (p *program) rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "firstsession",
		Short: "A guide for people who may join a therapy group",
		Long: `First Session is a guide for people who may join a therapy group. It says how
groups work, and lets you try things out in questions. Nothing you do in it
leaves this computer.`,
		Version:       version(),
		SilenceErrors: true, // report shows them, once
		SilenceUsage:  true,
		Args:          unknownCommand,
		RunE:          func(*cobra.Command, []string) error { return p.walk() },
	}
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetVersionTemplate("{{.Version}}\n")
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return usage(cmd, err)
	})
	flags := root.PersistentFlags()
	flags.StringVar(&p.guideDir, "guide", "", "read the guide in the folder `DIR` instead of the built-in one")
	flags.StringVar(&p.language, "language", "", "read the guide in `LANGUAGE`, such as en")
	flags.StringVar(&p.practice, "practice", "", "show what the practice file `FILE` says about your own group")
	root.Flags().BoolVar(&p.private, "private", false, "keep nothing on this computer")
	p.walkFlags(root)
	root.SetHelpCommand(helpCommand())
	root.AddCommand(p.intakeCommand(), p.printCommand(), p.checkCommand(), p.exportCommand(), p.practiceCommand(), p.verifyCommand(), p.recordsCommand(), p.forgetCommand())
	return root
}

// walkFlags are those of the commands that take somebody through the guide.
func (p *program) walkFlags(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.BoolVar(&p.plain, "plain", false, "line by line, for screen readers and simple terminals")
	flags.IntVar(&p.width, "width", 0, "break the lines of --plain at `N` characters")
	flags.StringVar(&p.theme, "theme", "auto", "colours: auto, light, dark or high-contrast")
	flags.StringVar(&p.records, "records", "", "save an acknowledgement in the folder `DIR`")
}

func helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Say more about a command",
		RunE: func(cmd *cobra.Command, args []string) error {
			found, rest, err := cmd.Root().Find(args)
			if err != nil {
				return usage(cmd, err)
			}
			if len(rest) > 0 {
				return unknownCommand(cmd.Root(), rest)
			}
			found.InitDefaultHelpFlag()
			return found.Help()
		},
	}
}

// unknownCommand allows the root no arguments, since the first would have been
// a command.
func unknownCommand(root *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	hint := ""
	root.SuggestionsMinimumDistance = 2
	if near := root.SuggestionsFor(args[0]); len(near) > 0 {
		hint = fmt.Sprintf("; did you mean %s?", strings.Join(near, " or "))
	}
	return usage(root, fmt.Errorf("there is no command %q%s", args[0], hint))
}

// arguments makes a wrong number of arguments a usage error.
func arguments(allowed cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := allowed(cmd, args); err != nil {
			return usage(cmd, err)
		}
		return nil
	}
}

// say is talk for the person, apart from the results.
func (p *program) say(format string, args ...any) error {
	if _, err := fmt.Fprintln(p.err, oneLine(fmt.Sprintf(format, args...))); err != nil {
		return fmt.Errorf("writing to standard error: %w", err)
	}
	return nil
}

// version names the build: the module's version, and the commit if the build
// knows it.
func version() string {
	name := "firstsession (unknown build)"
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return name
	}
	name = "firstsession " + info.Main.Version
	for _, setting := range info.Settings {
		if setting.Key == "vcs.revision" {
			name += " " + setting.Value
		}
	}
	return name + " " + info.GoVersion
}
