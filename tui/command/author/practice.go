package author

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"firstsession/content/practice"
	"firstsession/content/source"
	"firstsession/tui/command/shell"
)

func (p *program) practiceCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "practice",
		Short: "Say in the guide what holds for your own group",
		Long: `A practice file holds what only your practice knows: when the group meets, whom
to call, what it costs, whom to turn to in danger, promises of your own. The
guide then shows it where a reader looks for it. Write a file to fill in with
init, prove it with check, and use it with --practice FILE. As practice.toml in
the user's folder for settings it is used without being named.`,
		Example: `  firstsession practice init practice.toml
  firstsession practice check practice.toml
  firstsession --practice practice.toml`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return shell.Usage(cmd, fmt.Errorf("there is no command %q for a practice file; there are: init, check", args[0]))
			}
			return shell.Usage(cmd, errors.New("say what to do with a practice file: init or check"))
		},
	}
	cmd.AddCommand(p.practiceInitCommand(), p.practiceCheckCommand())
	return cmd
}

func (p *program) practiceInitCommand() *cobra.Command {
	var force bool
	cmd := &cobra.Command{
		Use:   "init [PRACTICE-FILE]",
		Short: "Write a practice file to fill in",
		Long: `Init writes a practice file in which every line waits behind a comment mark, with
a word on what it is for. It goes to standard output, or into a new file, in the
language of the guide: --language es writes it in Spanish.`,
		Example: `  firstsession practice init practice.toml`,
		Args:    cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 && force {
				return shell.Usage(cmd, errors.New("--force is for a file, so it needs a FILE"))
			}
			guide, err := p.LoadGuide()
			if err != nil {
				return err
			}
			form := practice.Form(guide.Language)
			if len(args) == 0 {
				p.Results.Print(form)
				return nil
			}
			if err := shell.WriteText(p.Public, args[0], form, force); err != nil {
				return fmt.Errorf("writing a practice file: %w", err)
			}
			return p.Say("The practice file to fill in is %s", args[0])
		},
	}
	cmd.Flags().BoolVar(&force, "force", false, "write over a file that is there")
	return cmd
}

func (p *program) practiceCheckCommand() *cobra.Command {
	var ids bool
	cmd := &cobra.Command{
		Use:   "check PRACTICE-FILE",
		Short: "Prove a practice file: problems, what is set, what is not",
		Long: `Check reads a practice file for the guide that the flags choose. It lists what has
to be mended, or else, for each group that the file has, what its reader is
shown: what is set, what is not, the promises, how long it takes, whether the
crisis text was checked within a year, and the codes that a record has. Problems
end with exit code 3. With --group it shows one group only; with --ids it also
lists the ids of the sections that can have a note, and those of promises and
questions.`,
		Example: `  firstsession practice check practice.toml
  firstsession practice check practice.toml --ids`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return p.practiceCheck(args[0], ids) },
	}
	p.GroupFlag(cmd)
	cmd.Flags().BoolVar(&ids, "ids", false, "list the ids that the file can name")
	return cmd
}

// practiceCheck lists the ids also where there are problems, as one of them may be an id.
func (p *program) practiceCheck(path string, ids bool) error {
	guide, err := p.LoadGuide()
	if err != nil {
		return err
	}
	var file practice.Practice
	data, err := p.ReadPractice(path)
	if err == nil {
		file, err = practice.CheckFile(path, data, guide, p.Now())
	}
	said := file.Language
	file = file.Ours(p.FirstLanguage())
	var report practiceReport
	if err == nil {
		report, err = p.reportOf(path, file, guide)
		report.Assumed = said == "" && file.Language != ""
	}
	switch found, ok := errors.AsType[source.Problems](err); {
	case ok:
		p.Results.Print(shell.Printable(found.Error() + "\n"))
		for _, advice := range file.NotToDie() {
			p.Results.Print(shell.Printable(advice.String() + "\n"))
		}
		err = shell.Problems("there are problems in %s", path)
	case err != nil:
		return err
	default:
		err = p.printReport("practice", report)
	}
	p.tellHidden(path, data)
	if ids {
		err = errors.Join(err, p.printReport("ids", guide))
	}
	return err
}

// tellHidden tells of a line that says whom to call and stands on no page.
func (p *program) tellHidden(path string, data []byte) {
	if line := practice.HiddenCrisis(path, data); line != "" {
		p.Results.Print(shell.Printable(fmt.Sprintf("\nThis line seems to say whom to call in a crisis, and no page of the guide shows it:\n  %s\nWrite it in two lines, with nothing before them:\n  [crisis]\n  text = \"...\"\n", line)))
	}
}
